// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/QueueLoad.h"

#include "project/Entities.h"
#include "project/Notices.h"
#include "project/Records.h"

#include <algorithm>
#include <span>
#include <unordered_set>

namespace winnow::ui {

namespace {

using Kind = QueueFilter::Kind;
using Ids = std::vector<RecordId>;

constexpr std::size_t pageSize = 2000;

Verdict verdictOf(const MyVotes& votes, RecordId id)
{
    const auto found = votes.find(id.value);
    return found == votes.end() ? Verdict::None : found->second.verdict;
}

Ids withVerdict(const Ids& ids, const MyVotes& votes, Verdict verdict)
{
    Ids kept;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(kept),
                 [&](RecordId id) { return verdictOf(votes, id) == verdict; });
    return kept;
}

/// Those of `ids` that are also in `wanted`, in the order of `ids`.
Result<Ids> among(const Ids& ids, const Result<Ids>& wanted)
{
    if (!wanted)
        return Failure(wanted.error());
    const std::unordered_set<RecordId> set(wanted->begin(), wanted->end());
    Ids kept;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(kept), [&](RecordId id) { return set.contains(id); });
    return kept;
}

/// The latest first; the order of the queue does not matter here.
Ids lastVotes(const Ids& ids, const MyVotes& votes)
{
    Ids voted;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(voted),
                 [&](RecordId id) { return verdictOf(votes, id) != Verdict::None; });
    const auto middle = voted.begin() + std::min<std::ptrdiff_t>(lastVotesShown, std::ptrdiff_t(voted.size()));
    std::partial_sort(voted.begin(), middle, voted.end(),
                      [&](RecordId a, RecordId b) { return votes.at(a.value).at > votes.at(b.value).at; });
    voted.erase(middle, voted.end());
    return voted;
}

Result<Ids> filtered(Project& project, const QueueRequest& request, const Ids& ids, const MyVotes& votes)
{
    const Screening screening(project, request.stage);
    switch (request.filter.kind) {
    case Kind::Unscreened: return withVerdict(ids, votes, Verdict::None);
    case Kind::MyIncludes: return withVerdict(ids, votes, Verdict::Include);
    case Kind::MyExcludes: return withVerdict(ids, votes, Verdict::Exclude);
    case Kind::MyMaybes: return withVerdict(ids, votes, Verdict::Maybe);
    case Kind::Labelled: return among(ids, screening.labelled(request.filter.label));
    case Kind::Noted: return among(ids, screening.noted());
    case Kind::WithoutAbstract: return among(ids, screening.withoutAbstract());
    case Kind::LastVotes: return lastVotes(ids, votes);
    case Kind::SpeaksOf:
        return among(ids, Entities(project).reportsWith(request.filter.entity.kind, request.filter.entity.id));
    case Kind::Noticed: return among(ids, RecordNotices(project).noticedReports());
    case Kind::All: break;
    }
    return ids;
}

/// Reads the briefs of all `ids` page by page and hands each to `take`.
template <class Take> Result<void> readBriefs(Project& project, const Ids& ids, const JobContext& job, Take take)
{
    const Records records(project);
    for (std::size_t from = 0; from < ids.size(); from += pageSize) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled);
        const std::size_t n = std::min(pageSize, ids.size() - from);
        const Result<std::vector<RecordBrief>> page = records.briefs(std::span(ids).subspan(from, n));
        if (!page)
            return Failure(page.error());
        // An entry can be missing if its import was taken back meanwhile: the order must still have one for each.
        std::unordered_map<qint64, const RecordBrief*> byId;
        for (const RecordBrief& brief : *page)
            byId.emplace(brief.id.value, &brief);
        static const RecordBrief none;
        for (std::size_t i = 0; i < n; ++i) {
            const auto found = byId.find(ids[from + i].value);
            take(found == byId.end() ? none : *found->second);
        }
        job.report(qint64(from + n), qint64(ids.size()));
    }
    return {};
}

Result<void> arrange(Project& project, const QueueRequest& request, Ids& ids, const JobContext& job)
{
    if (request.order == QueueOrder::Random) {
        const std::shared_ptr<const Review> review = project.review();
        const Reviewer* me = review->reviewer(project.me());
        orderRandomly(ids, queueSeed(project.uid(), me ? me->name : QString(), int(request.stage)));
    } else if (request.order == QueueOrder::Title) {
        std::vector<std::string> titles;
        titles.reserve(ids.size());
        const Result<void> read
            = readBriefs(project, ids, job, [&](const RecordBrief& brief) { titles.push_back(brief.title); });
        if (!read)
            return Failure(read.error());
        orderByTitle(ids, titles);
    } else if (request.order != QueueOrder::Imported) {
        std::vector<int> years;
        years.reserve(ids.size());
        const Result<void> read
            = readBriefs(project, ids, job, [&](const RecordBrief& brief) { years.push_back(brief.year); });
        if (!read)
            return Failure(read.error());
        orderByYear(ids, years, request.order == QueueOrder::Newest);
    }
    return {};
}

/// In whatever order I screen: a pilot comes before the rest.
Result<void> pilotFirst(const Screening& screening, Ids& ids)
{
    const Result<Ids> pilot = screening.pilot();
    if (!pilot)
        return Failure(pilot.error());
    std::stable_partition(ids.begin(), ids.end(),
                          [&](RecordId id) { return std::binary_search(pilot->begin(), pilot->end(), id); });
    return {};
}

} // namespace

bool readsEveryRecord(QueueOrder order)
{
    return order == QueueOrder::Newest || order == QueueOrder::Oldest || order == QueueOrder::Title;
}

VoteSheet makeSheet(std::shared_ptr<const Ids> ids, MyVotes votes)
{
    VoteSheet sheet;
    sheet.verdicts.assign(ids->size(), quint8(Verdict::None));
    for (std::size_t i = 0; i < ids->size() && !votes.empty(); ++i)
        sheet.verdicts[i] = quint8(verdictOf(votes, (*ids)[i]));
    sheet.ids = std::move(ids);
    sheet.votes = std::move(votes);
    return sheet;
}

Result<VoteSheet> readSheet(Project& project, Stage stage, const std::shared_ptr<const Ids>& ids)
{
    if (!project.me())
        return makeSheet(ids, {});
    Result<MyVotes> votes = Screening(project, stage).myVotes();
    if (!votes)
        return Failure(votes.error());
    return makeSheet(ids, std::move(*votes));
}

Result<QueueSnapshot> loadQueue(Project& project, const QueueRequest& request, const JobContext& job)
{
    Screening screening(project, request.stage);
    const Result<Ids> all = screening.queue();
    if (!all)
        return Failure(all.error());
    QueueSnapshot snapshot{request, {}, {0, qint64(all->size())}, qint64(all->size())};
    MyVotes votes;
    if (project.me()) {
        Result<MyVotes> mine = screening.myVotes();
        if (!mine)
            return Failure(mine.error());
        votes = std::move(*mine);
        if (const Result<Progressed> progress = screening.progress())
            snapshot.progress = *progress;
    }
    Result<Ids> ids = filtered(project, request, *all, votes);
    if (!ids)
        return Failure(ids.error());
    if (request.filter.kind != Kind::LastVotes) {
        const Result<void> arranged = arrange(project, request, *ids, job);
        if (!arranged)
            return Failure(arranged.error());
        if (const Result<void> first = pilotFirst(screening, *ids); !first)
            return Failure(first.error());
    }
    if (job.cancelled())
        return fail(ErrorCode::Cancelled);
    snapshot.sheet = makeSheet(std::make_shared<const Ids>(std::move(*ids)), std::move(votes));
    return snapshot;
}

} // namespace winnow::ui
