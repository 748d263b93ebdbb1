// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Chasing.h"

#include "project/Records.h"
#include "sources/Citations.h"

namespace winnow {
namespace {

/// The DOI, else the PMID, of whichever record of the report has one.
std::string nameOfReport(const Records& records, const RecordView& report)
{
    std::string pmid = report.record.pmid;
    if (!report.record.doi.empty())
        return "doi:" + report.record.doi;
    for (const RecordId id : report.members) {
        const auto member = records.record(id);
        if (!member)
            continue;
        if (!member->record.doi.empty())
            return "doi:" + member->record.doi;
        if (pmid.empty())
            pmid = member->record.pmid;
    }
    return pmid.empty() ? std::string() : "pmid:" + pmid;
}

} // namespace

Result<ChaseSeeds> Chasing::seeds(const ChaseRequest& request) const
{
    const Records records(m_project);
    std::vector<RecordId> from = request.from;
    if (from.empty()) {
        auto included = records.ofBox(QStringLiteral("new_reports"));
        if (!included)
            return Failure(included.error());
        from = std::move(*included);
    }
    ChaseSeeds seeds;
    for (const RecordId id : from) {
        const auto view = records.record(id);
        if (!view)
            return Failure(view.error());
        std::string name = nameOfReport(records, *view);
        if (name.empty())
            seeds.without.push_back(id);
        else
            seeds.names.push_back(std::move(name));
    }
    return seeds;
}

Result<ChaseReport> Chasing::ask(const ChaseRequest& request, bool countOnly, const JobContext& job)
{
    auto from = seeds(request);
    if (!from)
        return Failure(from.error());
    if (from->names.empty() || (!request.references && !request.citing))
        return fail(ErrorCode::BadInput, QStringLiteral("OpenAlex"));
    SearchRequest search;
    search.database = QStringLiteral("citations");
    search.query.text = sources::chaseText({request.references, request.citing, from->names});
    search.query.limit = request.limit;
    Searches searches(m_project, m_online);
    auto found = countOnly ? searches.count(search, job) : searches.search(search, job);
    if (!found)
        return Failure(found.error());
    return ChaseReport{std::move(*found), qint64(from->names.size()), std::move(from->without)};
}

Result<ChaseReport> Chasing::count(const ChaseRequest& request, const JobContext& job)
{
    return ask(request, true, job);
}

Result<ChaseReport> Chasing::run(const ChaseRequest& request, const JobContext& job)
{
    return ask(request, false, job);
}

} // namespace winnow
