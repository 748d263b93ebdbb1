// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Allotment.h"

#include <algorithm>

namespace winnow::store {

Allotment::Allotment(const Catalog& catalog, Stage stage)
    : m_catalog(catalog)
    , m_rule(catalog.settings.rules(stage).allocation)
    , m_screeners(catalog.screeners(stage))
{
}

size_t Allotment::indexOf(ReviewerId who) const
{
    const auto found
        = std::find_if(m_screeners.begin(), m_screeners.end(), [&](const Screener& s) { return s.id == who; });
    return size_t(found - m_screeners.begin());
}

/// Those of the people named who are still there to vote.
std::set<qint64> Allotment::byHand(const Assigned& assigned) const
{
    std::set<qint64> people;
    for (const qint64 id : assigned.to) {
        const Reviewer* reviewer = m_catalog.reviewer(ReviewerId(id));
        if (reviewer && reviewer->mayVote())
            people.insert(id);
    }
    return people;
}

bool Allotment::dealtTo(ReviewerId who, qint64 report) const
{
    return !m_rule.dealt || isDealt(m_rule, m_screeners, indexOf(who), m_catalog.scatterKey(report));
}

bool Allotment::has(ReviewerId who, qint64 report, const Assigned& assigned) const
{
    if (const auto people = byHand(assigned); !people.empty())
        return people.contains(who.value);
    return assigned.pilot || dealtTo(who, report);
}

bool Allotment::awaits(ReviewerId who, qint64 report, const Assigned& assigned) const
{
    const Reviewer* reviewer = m_catalog.reviewer(who);
    if (!reviewer || !has(who, report, assigned))
        return false;
    return reviewer->screens() || assigned.to.contains(who.value);
}

int Allotment::people(qint64 report, const Assigned& assigned) const
{
    if (const auto named = byHand(assigned); !named.empty())
        return int(named.size());
    if (assigned.pilot || !m_rule.dealt)
        return int(m_screeners.size());
    return peopleFor(m_rule, m_screeners, m_catalog.scatterKey(report));
}

int votesNeeded(const Catalog& catalog, Stage stage, qint64 report, const Assigned& assigned)
{
    const StageRules& rules = catalog.settings.rules(stage);
    const Allotment allotment(catalog, stage);
    // With nothing allocated the number stands as it is: a vote that nobody can give yet is still missing.
    if (allotment.toEverybody() && assigned.to.empty())
        return rules.votesNeeded;
    return std::clamp(allotment.people(report, assigned), 1, std::max(1, rules.votesNeeded));
}

} // namespace winnow::store
