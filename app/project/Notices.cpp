// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Notices.h"

#include "domain/Words.h"
#include "project/LongSteps.h"
#include "project/LookUp.h"
#include "project/Writing.h"
#include "store/FoundCells.h"
#include "store/RecordRows.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <set>

namespace winnow {
namespace {

QDate dayOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date();
}

/// Whose notices are looked for, by what, and what is found.
class NoticeCheck {
public:
    NoticeCheck(Project& project, NoticesReport& report) : m_project(project), m_report(report) { }

    Result<void> read()
    {
        return m_project.store().read([&](store::Reader& reader) -> Result<void> {
            for (const qint64 id : store::allRecords(reader)) {
                const auto record = store::fullRecord(reader, id);
                if (!record)
                    continue;
                note(id, *record, sourceName(reader, id));
                if (!record->pmid.empty())
                    m_byPmid.emplace(record->pmid, id);
                if (!record->doi.empty())
                    m_byDoi.emplace(record->doi, id);
                ++(record->pmid.empty() && record->doi.empty() ? m_report.without : m_report.asked);
            }
            return {};
        });
    }

    Result<void> ask(Online& online, const char* way, bool byPmid, const JobContext& job)
    {
        const auto& asked = byPmid ? m_byPmid : m_byDoi;
        std::set<std::string> ids;
        for (const auto& [id, record] : asked)
            ids.insert(id);
        const QString name = sources::askedName(*sources::findService(QString::fromLatin1(way)));
        return lookUp(online, {way, {ids.begin(), ids.end()}}, job, [&](const Record& said) {
            const auto [from, to] = asked.equal_range(byPmid ? said.pmid : said.doi);
            for (auto at = from; at != to; ++at)
                note(at->second, said, name);
        });
    }

    /// Those that were not known before.
    Result<std::vector<store::Edit>> edits()
    {
        return m_project.store().read([&](store::Reader& reader) {
            std::vector<store::Edit> edits;
            for (const auto& [at, found] : m_found) {
                ++m_report.found[NoticeKind(at.second)];
                const auto known = store::ownNotices(reader, at.first);
                const bool fresh = std::none_of(known.begin(), known.end(),
                                                [&, slot = at.second](const auto& n) { return n.first == slot; });
                if (fresh)
                    edits.push_back(noticeEdit(at.first, found.notice, found.source, m_project.clock().now()));
            }
            return edits;
        });
    }

private:
    struct Found {
        Notice notice;
        QString source;
    };
    static QString sourceName(store::Reader& reader, qint64 id)
    {
        const auto row = store::recordRow(reader, id);
        const Source* source = row ? reader.catalog().source(reader.catalog().sourceOf(id, row->origin)) : nullptr;
        return source ? source->name : QString();
    }
    void note(qint64 id, const Record& said, const QString& source)
    {
        for (const Notice& notice : noticesOf(said)) {
            Found& found = m_found[{id, qint64(notice.kind)}];
            if (found.source.isEmpty() || (found.notice.reference.empty() && !notice.reference.empty()))
                found = {notice, source};
        }
    }

    Project& m_project;
    NoticesReport& m_report;
    std::multimap<std::string, qint64> m_byPmid;
    std::multimap<std::string, qint64> m_byDoi;
    std::map<std::pair<qint64, qint64>, Found> m_found; ///< by record and kind
};

store::Edit checkedEdit(qint64 at, const NoticesReport& report)
{
    return {store::ChangeKind::NoticesChecked, 0, 0,
            packed(QJsonArray{at, report.asked, QStringLiteral("PubMed"), QStringLiteral("Crossref")})};
}

} // namespace

store::Edit noticeEdit(qint64 record, const Notice& notice, const QString& source, qint64 at)
{
    return edit(store::ChangeKind::Notice, record, notice.kind,
                packed(QJsonArray{QString::fromStdString(notice.reference), source, at}));
}

RecordNotice unpackNotice(qint64 kind, const std::string& packed)
{
    const QJsonArray parts = QJsonDocument::fromJson(QByteArray::fromStdString(packed)).array();
    const auto known = kind >= 1 && kind <= qint64(NoticeKind::Correction) ? NoticeKind(kind) : NoticeKind::Correction;
    return {known, parts.at(0).toString(), parts.at(1).toString(), dayOf(parts.at(2).toInteger())};
}

QString noticeSentence(const RecordNotice& notice)
{
    QString text = words::wordOf(notice.kind);
    text[0] = text.at(0).toUpper();
    if (!notice.reference.isEmpty())
        text = QCoreApplication::translate("Words", "%1: %2", "retracted: where").arg(text, notice.reference);
    if (notice.source.isEmpty())
        return text;
    return QCoreApplication::translate("Words", "%1 (%2, seen %3)", "what, who says so, when")
        .arg(text, notice.source, notice.seen.toString(Qt::ISODate));
}

Result<NoticesReport> RecordNotices::check(Online& online, const JobContext& job)
{
    const auto by = acting(*m_project.store().catalog(), m_project.me(), Right::Work);
    if (!by)
        return Failure(by.error());
    NoticesReport report;
    NoticeCheck check(m_project, report);
    if (const auto read = check.read(); !read)
        return Failure(read.error());
    for (const auto& [way, byPmid] : {std::pair("by-pmid", true), std::pair("by-doi-crossref", false)}) {
        const auto asked = check.ask(online, way, byPmid, job);
        if (!asked && asked.error().code == ErrorCode::SearchStopped)
            return Failure(asked.error());
        if (!asked)
            report.troubles.append(words::sentence(asked.error()));
    }
    auto edits = check.edits();
    if (!edits)
        return Failure(edits.error());
    report.fresh = qint64(edits->size());
    if (report.troubles.isEmpty())
        edits->push_back(checkedEdit(m_project.clock().now(), report));
    if (edits->empty())
        return report;
    if (const auto written = writeStep(m_project, *by, std::move(*edits), job); !written)
        return Failure(written.error());
    return report;
}

Result<std::vector<RecordNotice>> RecordNotices::of(RecordId record) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<RecordNotice> notices;
        for (const auto& [kind, packed] : store::noticesAt(reader, record.value))
            notices.push_back(unpackNotice(kind, packed));
        return notices;
    });
}

Result<std::vector<RecordId>> RecordNotices::noticed() const
{
    return m_project.store().read([](store::Reader& reader) {
        std::vector<RecordId> all;
        for (const qint64 id : store::noticedRecords(reader))
            all.emplace_back(id);
        return all;
    });
}

Result<std::vector<RecordId>> RecordNotices::noticedReports() const
{
    return m_project.store().read([](store::Reader& reader) {
        std::set<qint64> reports;
        for (const qint64 id : store::noticedRecords(reader))
            reports.insert(store::reportOf(reader, id));
        std::vector<RecordId> all;
        for (const qint64 report : reports)
            all.emplace_back(report);
        return all;
    });
}

Result<QDate> RecordNotices::lastChecked() const
{
    return m_project.store().read([](store::Reader& reader) {
        const auto packed = QByteArray::fromStdString(store::noticesChecked(reader));
        const qint64 at = QJsonDocument::fromJson(packed).array().at(0).toInteger();
        return at ? dayOf(at) : QDate();
    });
}

} // namespace winnow
