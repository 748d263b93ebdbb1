// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Cluster.h"

#include "base/Hash.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace winnow::deduplication {
namespace {

/// What a rule compares for equality, as one text; empty if the record lacks it.
std::string sharedText(Rule rule, const Evidence& e)
{
    switch (rule) {
    case Rule::Pmid: return e.pmid;
    case Rule::Doi: return e.doi;
    case Rule::TitleYearAuthor: break;
    }
    if (e.title.empty() || e.year == 0 || e.family.empty())
        return {};
    return e.title + '\x1f' + std::to_string(e.year) + '\x1f' + e.family;
}

std::uint64_t hashOf(const Evidence& e)
{
    std::string all = e.title;
    for (const std::string* text : {&e.family, &e.doi, &e.pmid, &e.nct, &e.journal, &e.volume, &e.firstPage})
        (all += '\x1f') += *text;
    return hash64(all);
}

} // namespace

Cluster::Cluster(std::span<const Evidence> evidence)
    : m_evidence(evidence)
    , m_equals(evidence.size())
    , m_groupOf(evidence.size())
    , m_groups(evidence.size())
    , m_equalsLinked(evidence.size(), false)
{
    findEquals();
    for (const std::uint32_t first : m_firsts) {
        m_groupOf[first] = first;
        m_groups[first] = {first};
    }
}

void Cluster::findEquals()
{
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> firstsByHash;
    for (std::uint32_t i = 0; i < m_evidence.size(); ++i) {
        auto& firsts = firstsByHash[hashOf(m_evidence[i])];
        const auto equal = std::find_if(firsts.begin(), firsts.end(),
                                        [&](std::uint32_t f) { return m_evidence[f] == m_evidence[i]; });
        if (equal != firsts.end()) {
            m_equals[*equal].push_back(i);
        } else {
            firsts.push_back(i);
            m_firsts.push_back(i);
        }
    }
}

Cluster::Sharing Cluster::sharing(Rule rule) const
{
    Sharing result;
    for (const std::uint32_t first : m_firsts) {
        if (std::string text = sharedText(rule, m_evidence[first]); !text.empty())
            result[std::move(text)].push_back(first);
    }
    return result;
}

/// A number that stands on many titles names a volume of abstracts, not a document.
bool Cluster::onManyTitles(const std::vector<std::uint32_t>& members) const
{
    constexpr std::size_t many = 3;
    std::set<std::string_view> titles;
    for (const std::uint32_t member : members) {
        if (!m_evidence[member].title.empty())
            titles.insert(m_evidence[member].title);
        if (titles.size() >= many)
            return true;
    }
    return false;
}

bool Cluster::consistent(std::uint32_t groupA, std::uint32_t groupB) const
{
    for (const std::uint32_t a : m_groups[groupA]) {
        for (const std::uint32_t b : m_groups[groupB]) {
            if (contradiction(m_evidence[a], m_evidence[b]))
                return false;
        }
    }
    return true;
}

void Cluster::merge(std::uint32_t groupA, std::uint32_t groupB)
{
    if (m_groups[groupA].size() < m_groups[groupB].size())
        std::swap(groupA, groupB);
    for (const std::uint32_t member : m_groups[groupB])
        m_groupOf[member] = groupA;
    m_groups[groupA].insert(m_groups[groupA].end(), m_groups[groupB].begin(), m_groups[groupB].end());
    m_groups[groupB].clear();
}

void Cluster::linkWithEarlier(Rule rule, const std::vector<std::uint32_t>& members, std::size_t at)
{
    const std::uint32_t later = members[at];
    std::set<std::uint32_t> refused; // groups that hold a record which contradicts one of this record's group
    for (std::size_t i = 0; i < at; ++i) {
        const std::uint32_t earlier = members[i];
        const std::uint32_t group = m_groupOf[earlier];
        if (group == m_groupOf[later] || refused.contains(group)
            || !agreesBy(rule, m_evidence[earlier], m_evidence[later]))
            continue;
        if (consistent(group, m_groupOf[later])) {
            merge(group, m_groupOf[later]);
            m_links.push_back({earlier, later, rule});
        } else {
            refused.insert(group);
        }
    }
}

void Cluster::linkEquals(Rule rule, const std::vector<std::uint32_t>& members)
{
    for (const std::uint32_t first : members) {
        if (m_equalsLinked[first] || !agreesBy(rule, m_evidence[first], m_evidence[first]))
            continue;
        m_equalsLinked[first] = true;
        for (const std::uint32_t equal : m_equals[first])
            m_links.push_back({first, equal, rule});
    }
}

Result<std::vector<Cluster::Link>> Cluster::links(const JobContext& job)
{
    for (const Rule rule : {Rule::Pmid, Rule::Doi, Rule::TitleYearAuthor}) {
        for (const auto& [text, members] : sharing(rule)) {
            if (rule != Rule::TitleYearAuthor && onManyTitles(members))
                continue;
            linkEquals(rule, members);
            for (std::size_t i = 1; i < members.size(); ++i) {
                if (job.cancelled())
                    return fail(ErrorCode::Cancelled);
                linkWithEarlier(rule, members, i);
            }
        }
    }
    return std::move(m_links);
}

} // namespace winnow::deduplication
