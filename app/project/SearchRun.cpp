// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/SearchRun.h"

#include "deduplication/Normalise.h"
#include "net/Redact.h"
#include "project/Portions.h"
#include "project/SearchWords.h"
#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/RunFacts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonObject>
#include <QTemporaryFile>

namespace winnow {
namespace {

constexpr size_t longestPage = size_t(256) << 20;

} // namespace

std::string packAsked(const AskedFor& asked)
{
    SearchRecord record;
    record.database = asked.request.database;
    record.query = asked.request.query;
    record.of = asked.of;
    record.name = asked.name;
    record.source = asked.name; // the record's own name stands beside its text elsewhere
    return packSearch(record);
}

AskedFor unpackAsked(const std::string& packed)
{
    const SearchRecord record = unpackSearch(0, packed);
    return {{record.database, record.query}, record.source, record.of};
}

SearchRun::SearchRun(Project& project, Online& online, const sources::Service& service, AskedFor asked,
                     store::Fetch fetch)
    : m_project(project)
    , m_online(online)
    , m_service(service)
    , m_asked(std::move(asked))
    , m_fetch(std::move(fetch))
    , m_access(online.access(service))
    , m_walk(service.begin(m_asked.request.query, m_access))
{
}

Result<SearchReport> SearchRun::run(const JobContext& job)
{
    SearchReport report;
    report.resumed = m_fetch.answers > 0;
    if (const auto learned = replay(job); !learned)
        return Failure(learned.error());
    const auto fetched = fetch(job);
    m_complete = fetched.has_value();
    const auto in = bringIn();
    if (!in)
        return Failure(in.error());
    if (m_complete) {
        if (const auto gone = letGo(); !gone)
            return Failure(gone.error());
    }
    if (!fetched)
        return Failure(fetched.error());
    report.search = m_search;
    report.run = *in;
    return report;
}

Result<void> SearchRun::replay(const JobContext& job)
{
    for (qint64 number = 1; number <= m_fetch.answers; ++number) {
        if (job.cancelled())
            return fail(ErrorCode::SearchStopped, sources::askedName(m_service));
        const auto kept = m_project.store().read(
            [&](store::Reader& reader) { return store::fetchedAnswer(reader, m_fetch.id, number); });
        if (!kept)
            return Failure(kept.error());
        const auto body = *kept ? store::decompressed((*kept)->packed, longestPage) : std::nullopt;
        if (!body)
            return fail(ErrorCode::ProjectDamaged, m_project.path());
        const auto taken = m_walk->take({(*kept)->status, {}, QByteArray::fromStdString(*body), (*kept)->at});
        if (!taken)
            return Failure(taken.error());
        if (number == m_fetch.brought)
            m_broughtRecords = m_walk->summary().records;
    }
    return {};
}

Result<void> SearchRun::fetch(const JobContext& job)
{
    const QString name = sources::askedName(m_service);
    net::HttpClient client = m_online.client(m_service, m_access);
    client.setWaitingSink([&](const net::Waiting& waiting) { tell(job, waitingSentence(waiting)); });
    const auto own = [this](const net::Answer& answer) { return m_walk->ownWords(answer); };
    while (const auto request = m_walk->next()) {
        const auto answer = client.ask(*request, job.stop, own);
        if (!answer)
            return answer.error().code == ErrorCode::Cancelled ? fail(ErrorCode::SearchStopped, name)
                                                               : fail(answer.error().code, name, answer.error().detail);
        const auto taken = m_walk->take(*answer);
        if (!taken)
            return fail(taken.error().code, name, taken.error().detail);
        if (const auto kept = keep(*request, *answer, *taken); !kept)
            return kept;
        tell(job, name);
    }
    return {};
}

Result<void> SearchRun::keep(const net::Request& request, const net::Answer& answer, bool records)
{
    const std::string body = answer.body.toStdString();
    const store::FetchedAnswer kept{
        answer.at,
        net::redacted(request.url).toStdString(),
        answer.status,
        qint64(body.size()),
        QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256).toHex().toStdString(),
        records,
        store::compress(body)};
    const auto written = portion(m_project, [&](store::WriteScope& scope) -> Result<void> {
        store::addFetched(scope, m_fetch.id, m_fetch.answers + 1, kept);
        return {};
    });
    if (written)
        ++m_fetch.answers;
    return written;
}

void SearchRun::tell(const JobContext& job, const QString& what) const
{
    const sources::Summary summary = m_walk->summary();
    const qint64 hits = std::max<qint64>(0, summary.hits);
    const qint64 limit = m_asked.request.query.limit;
    job.report(summary.records, limit > 0 ? std::min(limit, hits) : hits, what);
}

/// The answers that did not come in yet, one behind the other. True: there are records among them.
Result<bool> SearchRun::writeAnswers(QIODevice& file)
{
    bool records = false;
    for (qint64 number = m_fetch.brought + 1; number <= m_fetch.answers; ++number) {
        const auto kept = m_project.store().read(
            [&](store::Reader& reader) { return store::fetchedAnswer(reader, m_fetch.id, number); });
        if (!kept)
            return Failure(kept.error());
        const auto body = *kept ? store::decompressed((*kept)->packed, longestPage) : std::nullopt;
        if (!body)
            return fail(ErrorCode::ProjectDamaged, m_project.path());
        // A page without records says nothing but its numbers; esearch tells which records there are.
        const bool said = (*kept)->status == 200 && ((*kept)->records || body->starts_with('<'));
        if (said && file.write(body->data(), qint64(body->size())) != qint64(body->size()))
            return fail(ErrorCode::DiskFull, QDir::tempPath());
        records = records || (*kept)->records;
        m_search.answers.push_back({(*kept)->at, QString::fromStdString((*kept)->address), (*kept)->status,
                                    (*kept)->bytes, QString::fromStdString((*kept)->hash), said});
    }
    return records;
}

/// What the source delivered before: asked for only where a search is repeated.
Result<DeliveredBefore> SearchRun::before() const
{
    DeliveredBefore delivered;
    const auto catalog = m_project.store().catalog();
    const Source* source = catalog->source(QString::fromLatin1(m_service.name));
    if (m_asked.of.isEmpty() || !source)
        return delivered;
    return m_project.store().read([&](store::Reader& reader) {
        for (const qint64 id : store::recordsOf(reader, source->id)) {
            if (auto record = store::importedRecord(reader, id))
                delivered[record->sourceId.empty() ? record->pmid : record->sourceId]
                    = {id, contentOf(*record), deduplication::keysOf(*record).accession};
        }
        delivered.erase(std::string());
        return delivered;
    });
}

SearchRecord SearchRun::told() const
{
    SearchRecord search = m_search;
    const sources::Summary summary = m_walk->summary();
    const bool first = m_fetch.brought == 0;
    search.name = first ? m_asked.name : newSearchName();
    search.of = first ? m_asked.of : m_asked.name;
    search.database = QString::fromLatin1(m_service.id);
    search.source = QString::fromLatin1(m_service.name);
    search.platform = QString::fromLatin1(m_service.platform);
    search.query = m_asked.request.query;
    search.warnings = summary.warnings;
    QStringList unused;
    search.sent = sources::wholeQuery(m_service, search.query, unused);
    const auto review = m_project.review();
    if (const Reviewer* me = review->reviewer(m_project.me()))
        search.by = me->name;
    search.translated = summary.translated;
    search.began = m_fetch.began;
    search.ended = m_project.clock().now();
    search.hits = summary.hits;
    search.delivered = summary.records;
    search.gaps = summary.gaps;
    search.complete = m_complete;
    return search;
}

Result<RunId> SearchRun::bringIn()
{
    m_search = {};
    QTemporaryFile file(QDir::temp().filePath(QStringLiteral("winnow-search-XXXXXX")));
    if (!file.open())
        return fail(ErrorCode::FileNotWritable, QDir::tempPath(), file.errorString());
    const auto records = writeAnswers(file);
    if (!records)
        return Failure(records.error());
    if (!file.flush())
        return fail(ErrorCode::DiskFull, QDir::tempPath());
    m_search = told();
    if (m_fetch.answers == m_fetch.brought && !m_complete)
        return RunId(); // it came to nothing
    RunId run;
    if (*records) {
        auto delivered = before();
        if (!delivered)
            return Failure(delivered.error());
        const qint64 limit = m_asked.request.query.limit;
        const qint64 most = limit > 0 ? std::max<qint64>(1, limit - m_broughtRecords) : 0;
        const auto found = std::make_shared<FoundRecords>(m_search, most, std::move(*delivered));
        ImportRequest request;
        request.file = file.fileName();
        request.reading = {QString::fromLatin1(m_service.format), QStringLiteral("utf-8"), {}};
        request.source = m_search.source;
        request.kind = m_service.kind;
        request.details = {m_search.platform, QDateTime::fromMSecsSinceEpoch(m_search.ended, Qt::UTC).date(),
                           m_search.sent, m_search.hits, 0};
        request.found = found;
        const auto imported = Imports(m_project).import(request, {});
        if (!imported)
            return Failure(imported.error());
        run = imported->run;
        m_search = found->search();
    }
    if (!run) {
        if (const auto noted = noteWithoutRecords(m_search); !noted)
            return Failure(noted.error());
    }
    const auto noted = decide(m_project, [this](store::WriteScope& scope) -> Result<void> {
        store::noteBrought(scope, m_fetch.id, m_fetch.answers);
        return {};
    });
    if (!noted)
        return Failure(noted.error());
    return run;
}

/// A search that found nothing, or nothing new, was made all the same.
Result<void> SearchRun::noteWithoutRecords(const SearchRecord& search)
{
    return change(m_project, [&](store::WriteScope& scope) -> Result<void> {
        scope.append(actor(scope.catalog(), m_project.me()), {searchEdit(search)});
        return {};
    });
}

Result<void> SearchRun::letGo()
{
    return stepwise(m_project, {8, 1, 64}, {}, [this](store::WriteScope& scope, qint64 n) -> Result<bool> {
        return store::dropFetch(scope, m_fetch.id, n);
    });
}

} // namespace winnow
