// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Find.h"

#include "deduplication/Cluster.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace winnow::deduplication {
namespace {

class Search {
public:
    Search(std::span<const Traits> traits, const Known& known, double threshold, const JobContext& job)
        : m_traits(traits)
        , m_known(known)
        , m_threshold(threshold)
        , m_job(job)
        , m_clusters(traits)
        , m_hashes(traits.size())
    {
        for (std::size_t i = 0; i < traits.size(); ++i)
            m_hashes[i] = contentHash(traits[i]);
    }

    Result<Found> run()
    {
        takeKnown();
        const auto firsts = findEquals();
        const auto pairs = candidatePairs(m_traits, firsts, [this](std::uint32_t a, std::uint32_t b) {
            return isNew(a, b) && m_clusters.of(a) != m_clusters.of(b);
        });
        if (!compareAll(pairs))
            return fail(ErrorCode::Cancelled);
        join();
        keepDoubtful();
        m_found.compared = pairs.size() + m_equalPairs;
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool isNew(std::uint32_t a, std::uint32_t b) const { return !m_known.isNew || m_known.isNew(a, b); }

    void takeKnown()
    {
        m_judged.assign(m_traits.size(), false);
        for (const auto& [a, b] : m_known.different) {
            m_clusters.keepApart(a, b);
            m_judged[a] = m_judged[b] = true;
        }
        for (const auto& [a, b] : m_known.same) {
            m_clusters.unite(a, b);
            m_judged[a] = m_judged[b] = true;
        }
    }

    /// Records that are equal in all that is compared go along with the first of them; the firsts are compared.
    std::vector<std::uint32_t> findEquals()
    {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> order; // the hashes beside: sorted without jumps
        order.reserve(m_traits.size());
        for (std::size_t i = 0; i < m_traits.size(); ++i)
            order.emplace_back(m_hashes[i], std::uint32_t(i));
        std::sort(order.begin(), order.end());
        std::vector<std::uint32_t> firsts;
        for (const auto& [hash, record] : order) {
            const bool again = !firsts.empty() && m_hashes[firsts.back()] == hash && !m_judged[record]
                && isNew(firsts.back(), record) && m_traits[firsts.back()] == m_traits[record];
            if (again)
                addEqual(firsts.back(), record);
            else
                firsts.push_back(record);
        }
        std::sort(firsts.begin(), firsts.end()); // what follows goes through the records as they lie
        return firsts;
    }

    void addEqual(std::uint32_t first, std::uint32_t equal)
    {
        consider(std::min(first, equal), std::max(first, equal));
        ++m_equalPairs;
    }

    bool compareAll(const std::vector<Pair>& pairs)
    {
        constexpr std::size_t now = 4096;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (i % now == 0) {
                if (m_job.cancelled())
                    return false;
                m_job.report(qint64(i), qint64(pairs.size()));
            }
            consider(pairs[i].first, pairs[i].second);
        }
        m_job.report(qint64(pairs.size()), qint64(pairs.size()));
        return !m_job.cancelled();
    }

    void consider(std::uint32_t a, std::uint32_t b)
    {
        const Finding finding = judge(compare(m_traits[a], m_traits[b]));
        if (!finding.possible)
            return;
        FoundPair pair{a, b, finding.rule, finding.doubt, finding.score};
        if (pair.score >= m_threshold && pair.rule == Rule::None)
            pair.rule = Rule::Score;
        else if (pair.score < m_threshold && pair.rule != Rule::None)
            pair.rule = Rule::None;
        (pair.rule == Rule::None ? m_doubtful : m_certain).push_back(pair);
    }

    /// The most alike first; ties by what the records say, whatever their order.
    void sortByStrength(std::vector<FoundPair>& pairs) const
    {
        const auto content = [&](const FoundPair& p) { return std::minmax(m_hashes[p.a], m_hashes[p.b]); };
        std::sort(pairs.begin(), pairs.end(), [&](const FoundPair& x, const FoundPair& y) {
            return std::tuple(-x.score, content(x), x.a, x.b) < std::tuple(-y.score, content(y), y.a, y.b);
        });
    }

    void join()
    {
        sortByStrength(m_certain);
        for (FoundPair pair : m_certain) {
            if (m_clusters.of(pair.a) == m_clusters.of(pair.b))
                continue;
            if (m_clusters.tryUnite(pair.a, pair.b)) {
                pair.doubt = Doubt::None;
                m_found.joined.push_back(pair);
            } else {
                pair.rule = Rule::None;
                pair.doubt = Doubt::Chain;
                pair.score = std::min(pair.score, certainScore - 0.01);
                m_doubtful.push_back(pair);
            }
        }
        std::sort(m_found.joined.begin(), m_found.joined.end(),
                  [](const FoundPair& x, const FoundPair& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    }

    /// One question for each two reports, and none that a person has answered.
    void keepDoubtful()
    {
        sortByStrength(m_doubtful);
        std::map<Pair, bool> asked;
        for (const FoundPair& pair : m_doubtful) {
            const std::uint32_t a = m_clusters.of(pair.a);
            const std::uint32_t b = m_clusters.of(pair.b);
            const bool again
                = a == b || m_clusters.keptApart(pair.a, pair.b) || !asked.emplace(std::minmax(a, b), true).second;
            if (!again)
                m_found.doubtful.push_back(pair);
        }
    }

    std::span<const Traits> m_traits;
    const Known& m_known;
    double m_threshold;
    const JobContext& m_job;
    Clusters m_clusters;
    std::vector<std::uint64_t> m_hashes;
    std::vector<bool> m_judged; ///< part of something known: compared by itself
    std::vector<FoundPair> m_certain;
    std::vector<FoundPair> m_doubtful;
    std::size_t m_equalPairs = 0;
    Found m_found;
};

} // namespace

Result<Found> findDuplicates(std::span<const Traits> traits, const Known& known, double threshold,
                             const JobContext& job)
{
    return Search(traits, known, threshold, job).run();
}

} // namespace winnow::deduplication
