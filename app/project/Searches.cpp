// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Searches.h"

#include "project/Portions.h"
#include "project/SearchRun.h"
#include "project/SearchWords.h"
#include "project/Writing.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>

namespace winnow {
namespace {

Result<const sources::Service*> serviceFor(const SearchRequest& request, Online& online)
{
    const sources::Service* service = sources::findService(request.database);
    if (!service)
        return fail(ErrorCode::UnknownDatabase, request.database);
    if (request.query.text.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, QString::fromLatin1(service->name));
    if (service->key == sources::Key::Required && online.access(*service).key.isEmpty())
        return fail(ErrorCode::KeyMissing, sources::askedName(*service));
    return service;
}

Result<void> maySearch(const Project& project)
{
    if (project.readOnly())
        return fail(ErrorCode::ReadOnlyProject, project.path());
    if (const auto by = acting(*project.store().catalog(), project.me(), Right::Extend); !by)
        return Failure(by.error());
    return {};
}

SearchRequest completed(const SearchRequest& request, const sources::Service& service, const Clock& clock)
{
    SearchRequest whole = request;
    whole.database = QString::fromLatin1(service.id);
    whole.query.today = QDateTime::fromMSecsSinceEpoch(clock.now(), Qt::UTC).date();
    return whole;
}

UnfinishedSearch unfinishedFrom(const store::Fetch& fetch)
{
    const AskedFor asked = unpackAsked(fetch.asked);
    return {fetch.id, asked.request, fetch.began, fetch.answers, asked.of};
}

Result<store::Fetch> newFetch(Project& project, const AskedFor& asked)
{
    store::Fetch fetch;
    fetch.asked = packAsked(asked);
    fetch.began = project.clock().now();
    const auto begun = decide(project, [&](store::WriteScope& scope) -> Result<void> {
        fetch.id = store::beginFetch(scope, fetch.asked);
        return {};
    });
    if (!begun)
        return Failure(begun.error());
    return fetch;
}

} // namespace

std::vector<Searchable> Searches::databases()
{
    std::vector<Searchable> all;
    for (const sources::Service& service : sources::registry())
        all.push_back({QString::fromLatin1(service.id), QString::fromUtf8(service.name),
                       QString::fromUtf8(service.example), QString::fromUtf8(service.credit), service.kind,
                       service.key == sources::Key::Required, service.key != sources::Key::None});
    return all;
}

Phrased Searches::phrased(const SearchRequest& request)
{
    Phrased phrased;
    if (const sources::Service* service = sources::findService(request.database))
        phrased.sent = sources::wholeQuery(*service, request.query, phrased.warnings);
    return phrased;
}

bool Searches::same(const SearchRequest& a, const SearchRequest& b)
{
    return a.database == b.database && a.query.text.simplified() == b.query.text.simplified()
        && a.query.filters == b.query.filters && a.query.limit == b.query.limit;
}

Result<SearchReport> Searches::count(const SearchRequest& request, const JobContext& job)
{
    QElapsedTimer timer;
    timer.start();
    const auto service = serviceFor(request, m_online);
    if (!service)
        return Failure(service.error());
    SearchRequest asked = completed(request, **service, m_project.clock());
    asked.query.countOnly = true;
    const QString name = sources::askedName(**service);
    const sources::Access access = m_online.access(**service);
    const auto walk = (*service)->begin(asked.query, access);
    net::HttpClient client = m_online.client(**service, access);
    client.setWaitingSink([&](const net::Waiting& waiting) { job.report(0, 0, waitingSentence(waiting)); });
    while (const auto next = walk->next()) {
        const auto answer = client.ask(*next, job.stop, [&](const net::Answer& a) { return walk->ownWords(a); });
        if (!answer)
            return fail(answer.error().code, name, answer.error().detail);
        if (const auto taken = walk->take(*answer); !taken)
            return fail(taken.error().code, name, taken.error().detail);
    }
    const sources::Summary summary = walk->summary();
    SearchReport report;
    report.search.database = asked.database;
    report.search.source = QString::fromLatin1((*service)->name);
    report.search.platform = QString::fromLatin1((*service)->platform);
    report.search.query = asked.query;
    QStringList unused;
    report.search.sent = sources::wholeQuery(**service, asked.query, unused);
    report.search.translated = summary.translated;
    report.search.hits = summary.hits;
    report.search.warnings = summary.warnings;
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

Result<SearchReport> Searches::search(const SearchRequest& request, const JobContext& job)
{
    return begin(request, {}, job);
}

Result<SearchReport> Searches::begin(const SearchRequest& request, const QString& of, const JobContext& job)
{
    const auto service = serviceFor(request, m_online);
    if (!service)
        return Failure(service.error());
    if (const auto allowed = maySearch(m_project); !allowed)
        return Failure(allowed.error());
    const AskedFor asked{completed(request, **service, m_project.clock()), newSearchName(), of};
    const auto open = unfinished();
    if (!open)
        return Failure(open.error());
    for (const UnfinishedSearch& one : *open) {
        if (same(one.request, asked.request) && one.of == of)
            return resume(one.fetch, job);
    }
    const auto fetch = newFetch(m_project, asked);
    if (!fetch)
        return Failure(fetch.error());
    return resume(fetch->id, job);
}

Result<SearchReport> Searches::resume(qint64 fetch, const JobContext& job)
{
    QElapsedTimer timer;
    timer.start();
    const auto all = m_project.store().read([](store::Reader& reader) { return store::fetches(reader); });
    if (!all)
        return Failure(all.error());
    const auto found = std::find_if(all->begin(), all->end(), [&](const store::Fetch& one) { return one.id == fetch; });
    if (found == all->end())
        return fail(ErrorCode::UnknownSearch, QString::number(fetch));
    const AskedFor asked = unpackAsked(found->asked);
    const auto service = serviceFor(asked.request, m_online);
    if (!service)
        return Failure(service.error());
    auto report = SearchRun(m_project, m_online, **service, asked, *found).run(job);
    if (report)
        report->seconds = double(timer.elapsed()) / 1000;
    return report;
}

Result<SearchReport> Searches::rerun(const QString& name, const JobContext& job)
{
    const auto all = made();
    if (!all)
        return Failure(all.error());
    const auto catalog = m_project.store().catalog();
    QString wanted = name.trimmed().toLower();
    for (const store::RunInfo& info : catalog->runs) {
        if (!info.search.empty() && Imports(m_project).uid(info.run.id) == wanted)
            wanted = QString::fromStdString(info.search);
    }
    const auto found
        = std::find_if(all->begin(), all->end(), [&](const SearchRecord& one) { return one.name == wanted; });
    if (found == all->end())
        return fail(ErrorCode::UnknownSearch, name);
    return begin({found->database, found->query}, found->of.isEmpty() ? found->name : found->of, job);
}

Result<void> Searches::giveUp(qint64 fetch)
{
    return stepwise(m_project, {8, 1, 64}, {}, [&](store::WriteScope& scope, qint64 n) -> Result<bool> {
        return store::dropFetch(scope, fetch, n);
    });
}

Result<std::vector<UnfinishedSearch>> Searches::unfinished() const
{
    return m_project.store().read([](store::Reader& reader) {
        std::vector<UnfinishedSearch> open;
        for (const store::Fetch& fetch : store::fetches(reader))
            open.push_back(unfinishedFrom(fetch));
        return open;
    });
}

Result<std::vector<RecordId>> Searches::recordsOf(const Project& project, const QString& name)
{
    std::vector<RecordId> records;
    const auto catalog = project.store().catalog();
    for (const store::RunInfo& info : catalog->runs) {
        if (!info.run.live || QString::fromStdString(info.search) != name)
            continue;
        for (qint64 i = 0; i < info.run.records; ++i)
            records.emplace_back(info.first + i);
    }
    return records;
}

Result<std::vector<SearchRecord>> Searches::made() const
{
    return m_project.store().read([](store::Reader& reader) {
        std::vector<SearchRecord> all;
        for (const auto& [number, packed] : store::searchesOf(reader))
            all.push_back(unpackSearch(number, packed));
        return all;
    });
}

} // namespace winnow
