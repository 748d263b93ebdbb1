// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/FreeTexts.h"

#include "domain/Words.h"
#include "project/LongSteps.h"
#include "project/LookUp.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "project/SearchWords.h"
#include "project/Writing.h"
#include "store/FoundCells.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <map>

namespace winnow {
namespace {

store::Edit freeTextEdit(qint64 record, const FreeText& text, qint64 at)
{
    const QJsonObject object{
        {QStringLiteral("url"), text.place.url},         {QStringLiteral("pdf"), text.place.pdf},
        {QStringLiteral("licence"), text.place.licence}, {QStringLiteral("version"), text.place.version},
        {QStringLiteral("source"), text.source},         {QStringLiteral("at"), at}};
    return {store::ChangeKind::FulltextAt, record, 0,
            store::Value(QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString())};
}

std::optional<FreeText> unpackFreeText(const std::string& packed)
{
    const QJsonObject o = QJsonDocument::fromJson(QByteArray::fromStdString(packed)).object();
    const auto text = [&](const char* key) { return o.value(QLatin1String(key)).toString(); };
    FreeText free{{text("url"), text("pdf"), text("licence"), text("version")},
                  text("source"),
                  QDateTime::fromMSecsSinceEpoch(o.value(QLatin1String("at")).toInteger(), Qt::UTC).date()};
    return free.place.url.isEmpty() && free.place.pdf.isEmpty() ? std::nullopt : std::optional(free);
}

/// What Europe PMC says of an article: open with a licence, or at least to be read in PMC.
std::optional<FreeText> freeInEuropePmc(const Record& said)
{
    std::map<std::string, std::string> extra(said.extra.begin(), said.extra.end());
    FreeText free{{}, QStringLiteral("Europe PMC"), {}};
    const bool open = extra["isOpenAccess"] == "Y";
    if (said.pmcid.empty() || (!open && extra["inPMC"] != "Y" && extra["inEPMC"] != "Y"))
        return std::nullopt;
    free.place.url
        = QStringLiteral("https://pmc.ncbi.nlm.nih.gov/articles/%1/").arg(QString::fromStdString(said.pmcid));
    if (open)
        free.place.licence = sources::licenceId(QString::fromStdString(extra["license"]));
    if (open && extra["hasPDF"] == "Y")
        free.place.pdf
            = QStringLiteral("https://europepmc.org/articles/%1?pdf=render").arg(QString::fromStdString(said.pmcid));
    return free;
}

/// The reports that are sought for retrieval, of both columns of the diagram.
Result<std::vector<RecordId>> soughtReports(const Records& records)
{
    auto reports = records.ofBox(QStringLiteral("dbr_sought_reports"));
    if (!reports)
        return reports;
    const auto others = records.ofBox(QStringLiteral("other_sought_reports"));
    if (!others)
        return others;
    reports->insert(reports->end(), others->begin(), others->end());
    return reports;
}

/// The reports that are sought, and what is known of each.
class FreeTextSearch {
public:
    FreeTextSearch(Project& project, Online& online, const JobContext& job, FreeTextsReport& report)
        : m_project(project)
        , m_online(online)
        , m_job(job)
        , m_report(report)
    {
    }

    Result<void> read()
    {
        const Records records(m_project);
        const auto sought = soughtReports(records);
        if (!sought)
            return Failure(sought.error());
        for (const RecordId id : *sought) {
            const auto view = records.record(id);
            if (!view)
                return Failure(view.error());
            m_wanted.push_back({id, view->record.doi, view->record.pmid, {}});
            m_report.asked += view->record.doi.empty() && view->record.pmid.empty() ? 0 : 1;
        }
        return {};
    }

    Result<void> askUnpaywall()
    {
        const sources::Service& service = sources::unpaywall();
        const sources::Access access = m_online.access(service);
        if (access.email.isEmpty()) {
            m_report.troubles.append(QCoreApplication::translate(
                "Words", "Unpaywall was not asked: it wants the e-mail address of who asks (WINNOW_EMAIL)."));
            return {};
        }
        net::HttpClient client = m_online.client(service, access);
        const QString name = QString::fromLatin1(service.name);
        qint64 done = 0;
        for (Wanted& wanted : m_wanted) {
            m_job.report(done++, qint64(m_wanted.size()), name);
            if (wanted.doi.empty())
                continue;
            const auto answer
                = client.ask(sources::freePlaceRequest(wanted.doi, access), m_job.stop, sources::unpaywallWords);
            if (!answer)
                return answer.error().code == ErrorCode::Cancelled
                    ? fail(ErrorCode::SearchStopped, name)
                    : fail(answer.error().code, name, answer.error().detail);
            const auto place = sources::freePlaceIn(*answer);
            if (!place)
                return fail(place.error().code, name);
            if (*place)
                wanted.free = FreeText{**place, name, {}};
        }
        return {};
    }

    /// Those that are nowhere yet, or where they may not be copied.
    Result<void> askEuropePmc()
    {
        std::multimap<std::string, Wanted*> asked;
        std::vector<std::string> ids;
        for (Wanted& wanted : m_wanted) {
            const std::string& id = wanted.pmid.empty() ? wanted.doi : wanted.pmid;
            if (id.empty() || (wanted.free && wanted.free->mayBeFetched()))
                continue;
            asked.emplace(id, &wanted);
            ids.push_back(id);
        }
        return lookUp(m_online, {"by-europepmc", std::move(ids)}, m_job, [&](const Record& said) {
            const auto free = freeInEuropePmc(said);
            for (const std::string& id : {said.pmid, said.doi}) {
                const auto [from, to] = asked.equal_range(id);
                for (auto at = from; free && at != to; ++at) {
                    if (!at->second->free || free->mayBeFetched())
                        at->second->free = free;
                }
            }
        });
    }

    std::vector<store::Edit> edits()
    {
        std::vector<store::Edit> edits;
        const qint64 at = m_project.clock().now();
        for (Wanted& wanted : m_wanted) {
            if (!wanted.free) {
                m_report.missing.push_back(wanted.report);
                continue;
            }
            wanted.free->seen = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date();
            m_report.found.emplace_back(wanted.report, *wanted.free);
            edits.push_back(freeTextEdit(wanted.report.value, *wanted.free, at));
        }
        return edits;
    }

private:
    struct Wanted {
        RecordId report;
        std::string doi;
        std::string pmid;
        std::optional<FreeText> free;
    };
    Project& m_project;
    Online& m_online;
    const JobContext& m_job;
    FreeTextsReport& m_report;
    std::vector<Wanted> m_wanted;
};

/// "#1204 Burt 2019.pdf": no sign that a file system minds.
QString pdfName(const RecordView& view)
{
    static const QRegularExpression unwelcome(QStringLiteral("[^\\p{L}\\p{N} _-]"));
    return QStringLiteral("%1 %2.pdf").arg(view.number).arg(QString(view.name).remove(unwelcome).trimmed());
}

QByteArray libraryCell(const QString& text)
{
    return '"' + QString(text).simplified().replace(QLatin1String("\""), QLatin1String("\"\"")).toUtf8() + '"';
}

} // namespace

Result<FreeTextsReport> FreeTexts::look(Online& online, const JobContext& job)
{
    const auto by = acting(*m_project.store().catalog(), m_project.me(), Right::Work);
    if (!by)
        return Failure(by.error());
    FreeTextsReport report;
    FreeTextSearch search(m_project, online, job, report);
    if (const auto read = search.read(); !read)
        return Failure(read.error());
    for (const auto& ask : {&FreeTextSearch::askUnpaywall, &FreeTextSearch::askEuropePmc}) {
        const auto asked = (search.*ask)();
        if (!asked && asked.error().code == ErrorCode::SearchStopped)
            return Failure(asked.error());
        if (!asked)
            report.troubles.append(words::sentence(asked.error()));
    }
    std::vector<store::Edit> edits = search.edits();
    if (edits.empty())
        return report;
    if (const auto written = writeStep(m_project, *by, std::move(edits), job); !written)
        return Failure(written.error());
    return report;
}

Result<std::optional<FreeText>> FreeTexts::of(RecordId report) const
{
    return m_project.store().read(
        [&](store::Reader& reader) { return unpackFreeText(store::fulltextAt(reader, report.value)); });
}

Result<FreeTextsReport> FreeTexts::noted() const
{
    FreeTextsReport report;
    const auto sought = soughtReports(Records(m_project));
    if (!sought)
        return Failure(sought.error());
    for (const RecordId id : *sought) {
        const auto free = of(id);
        if (!free)
            return Failure(free.error());
        if (*free)
            report.found.emplace_back(id, **free);
        else
            report.missing.push_back(id);
    }
    return report;
}

Result<FetchedTexts> FreeTexts::fetch(Online& online, const QString& folder, bool receive, const JobContext& job)
{
    const auto all = noted();
    if (!all)
        return Failure(all.error());
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileNotWritable, folder);
    FetchedTexts fetched;
    sources::Access nowhere;
    std::vector<Reports::RetrievalRequest> received;
    qint64 done = 0;
    for (const auto& [id, free] : all->found) {
        job.report(done++, qint64(all->found.size()));
        if (!free.mayBeFetched()) {
            ++fetched.notAllowed;
            continue;
        }
        nowhere.base = free.place.pdf;
        net::HttpClient client = online.client(sources::unpaywall(), nowhere);
        const auto answer = client.ask({QUrl(free.place.pdf), {}, {}, net::Content::Any}, job.stop);
        if (!answer && answer.error().code == ErrorCode::Cancelled)
            return fail(ErrorCode::SearchStopped, QUrl(free.place.pdf).host());
        if (!answer || !answer->body.startsWith("%PDF-")) {
            fetched.failed.push_back(id);
            continue;
        }
        const auto view = Records(m_project).record(id);
        if (!view)
            return Failure(view.error());
        QSaveFile file(QDir(folder).filePath(pdfName(*view)));
        if (!file.open(QIODevice::WriteOnly) || file.write(answer->body) != answer->body.size() || !file.commit())
            return fail(ErrorCode::FileNotWritable, file.fileName(), file.errorString());
        fetched.files.emplace_back(id, file.fileName());
        received.push_back({id, {Retrieval::Received, free.place.licence, {}}});
    }
    if (receive && !received.empty()) {
        if (const auto set = Reports(m_project).setRetrieval(received); !set)
            return Failure(set.error());
    }
    return fetched;
}

Result<QByteArray> FreeTexts::listForLibrary(const std::vector<RecordId>& reports) const
{
    QByteArray table = "number,title,authors,year,journal,doi,pmid\n";
    const Records records(m_project);
    for (const RecordId id : reports) {
        const auto view = records.record(id);
        if (!view)
            return Failure(view.error());
        const Record& r = view->record;
        QStringList authors;
        for (const Author& author : r.authors)
            authors.append(QString::fromStdString(displayName(author)));
        table += QByteArray::number(view->number) + ',' + libraryCell(QString::fromStdString(r.title)) + ','
            + libraryCell(authors.join(QStringLiteral("; "))) + ','
            + (r.year ? QByteArray::number(r.year) : QByteArray()) + ','
            + libraryCell(QString::fromStdString(r.journal)) + ',' + libraryCell(QString::fromStdString(r.doi)) + ','
            + QByteArray::fromStdString(r.pmid) + '\n';
    }
    return table;
}

} // namespace winnow
