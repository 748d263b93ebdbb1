// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Exact.h"

#include "deduplication/Cluster.h"
#include "deduplication/Evidence.h"
#include "deduplication/Groups.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace winnow::deduplication {
namespace {

constexpr std::array joining{KeyKind::Pmid, KeyKind::Doi, KeyKind::Title};

/// Walks the sets of candidates that hang together, several small ones or one large one at a time.
class Search {
public:
    Search(std::span<const Candidate> candidates, const LoadRecords& load, const JobContext& job)
        : m_candidates(candidates)
        , m_load(load)
        , m_job(job)
        , m_sets(connectedBy(candidates, joining))
    {
    }

    Result<std::vector<JoinPair>> run()
    {
        for (std::size_t from = 0, to = 0; from < m_sets.size(); from = to) {
            to = batchEnd(from);
            if (auto error = joinSets(from, to))
                return tl::unexpected(*std::move(error));
            m_job.report(qint64(m_sets.starts[to]), qint64(m_sets.members.size()));
        }
        std::sort(m_pairs.begin(), m_pairs.end(),
                  [](const JoinPair& x, const JoinPair& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
        return std::move(m_pairs);
    }

private:
    /// The sets from `from` that are loaded together: as many as fit in one load, but at least one.
    std::size_t batchEnd(std::size_t from) const
    {
        std::size_t to = from + 1;
        while (to < m_sets.size() && m_sets.starts[to + 1] - m_sets.starts[from] <= loadAtOnce)
            ++to;
        return to;
    }

    std::vector<qint64> idsOf(std::size_t set) const
    {
        std::vector<qint64> ids;
        for (const std::uint32_t member : m_sets[set])
            ids.push_back(m_candidates[member].id);
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    /// Full records go again as soon as what is compared has been taken from them.
    std::optional<Error> addEvidence(std::span<const qint64> ids, std::vector<Evidence>& evidence) const
    {
        if (m_job.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        const auto records = m_load(ids);
        if (!records)
            return records.error();
        if (records->size() != ids.size())
            return Error{ErrorCode::StoreFailed, QStringLiteral("records"), QString::number(records->size())};
        for (const Record& record : *records)
            evidence.push_back(evidenceOf(record));
        return std::nullopt;
    }

    std::optional<Error> joinSets(std::size_t from, std::size_t to)
    {
        std::vector<qint64> ids;
        for (std::size_t set = from; set < to; ++set) {
            const auto more = idsOf(set);
            ids.insert(ids.end(), more.begin(), more.end());
        }
        std::vector<Evidence> evidence;
        evidence.reserve(ids.size());
        for (std::size_t at = 0; at < ids.size(); at += loadAtOnce) {
            const auto slice = std::span(ids).subspan(at, std::min(loadAtOnce, ids.size() - at));
            if (auto error = addEvidence(slice, evidence))
                return error;
        }
        std::size_t at = 0;
        for (std::size_t set = from; set < to; ++set) {
            const std::size_t size = m_sets[set].size();
            if (auto error = joinSet(std::span(ids).subspan(at, size), std::span(evidence).subspan(at, size)))
                return error;
            at += size;
        }
        return std::nullopt;
    }

    std::optional<Error> joinSet(std::span<const qint64> ids, std::span<const Evidence> evidence)
    {
        const auto links = Cluster(evidence).links(m_job);
        if (!links)
            return links.error();
        for (const auto& link : *links)
            m_pairs.push_back({ids[link.a], ids[link.b], link.rule});
        return std::nullopt;
    }

    std::span<const Candidate> m_candidates;
    const LoadRecords& m_load;
    const JobContext& m_job;
    Groups m_sets;
    std::vector<JoinPair> m_pairs;
};

} // namespace

std::optional<Rule> sameEntry(const Record& a, const Record& b)
{
    const Evidence left = evidenceOf(a);
    const Evidence right = evidenceOf(b);
    if (contradiction(left, right))
        return std::nullopt;
    for (const Rule rule : {Rule::Pmid, Rule::Doi, Rule::TitleYearAuthor}) {
        if (agreesBy(rule, left, right))
            return rule;
    }
    return std::nullopt;
}

Result<std::vector<JoinPair>> exactPairs(std::span<const Candidate> candidates, const LoadRecords& load,
                                         const JobContext& job)
{
    return Search(candidates, load, job).run();
}

} // namespace winnow::deduplication
