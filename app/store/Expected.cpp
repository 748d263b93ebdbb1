// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Expected.h"

#include "domain/Place.h"
#include "store/Clusters.h"
#include "store/StageCells.h"

#include <algorithm>

namespace winnow::store {
namespace {

/// A vote from before its record was screened again is none (rules.md B8).
constexpr std::string_view notHistory
    = "stamp > coalesce((SELECT value FROM cell WHERE kind = 26 "
      "AND cell.subject = visible_mark.subject AND cell.slot = visible_mark.slot), 0)";
constexpr int askedOneByOne = 200; // from then on all own votes are read at once

size_t indexOf(Stage stage)
{
    return stage == Stage::Title ? 0 : 1;
}

} // namespace

/// Others alone can have come to a decision: enough of them have voted at this stage.
bool Expected::possible(Stage stage)
{
    std::optional<bool>& known = m_stages[indexOf(stage)].possible;
    if (known)
        return *known;
    const Catalog& catalog = m_reader.catalog();
    const Reviewer* viewer = catalog.reviewer(m_reader.viewer());
    const StageRules& rules = catalog.settings.rules(stage);
    known = viewer && voteExpected(*viewer, rules, false);
    if (*known) {
        Statement q = m_reader.db().prepare("SELECT count(DISTINCT a) FROM visible_tally "
                                            "WHERE dim = 3 AND b = ? AND a <> ? AND n > 0");
        q.bind(int(stage), m_reader.viewer());
        // Where reports are dealt or assigned, one other vote can be all that is needed.
        const bool allocated = rules.allocation.dealt || !assignedAt(m_reader.db(), stage).empty();
        known = q.step() && q.integer(0) >= (allocated ? 1 : rules.votesNeeded);
    }
    return *known;
}

bool Expected::amongMine(qint64 report, Stage stage)
{
    AtStage& at = m_stages[indexOf(stage)];
    if (!at.mine && ++at.asked <= askedOneByOne)
        return false;
    if (!at.mine) {
        at.mine.emplace();
        Statement q = m_reader.db().prepare("SELECT subject FROM visible_mark WHERE author = ? AND kind = 11 "
                                            "AND slot = ? AND value & 7 AND "
                                            + std::string(notHistory));
        q.bind(m_reader.viewer(), int(stage));
        while (q.step())
            at.mine->push_back(q.integer(0));
        std::sort(at.mine->begin(), at.mine->end());
    }
    return std::binary_search(at.mine->begin(), at.mine->end(), report);
}

bool Expected::voted(Stage stage, const std::vector<qint64>& members)
{
    // Who voted on the full text has seen that title and abstract let it pass.
    Statement q = m_reader.db().prepare("SELECT 1 FROM visible_mark WHERE subject = ? AND kind = 11 AND slot >= ? "
                                        "AND author = ? AND value & 7 AND "
                                        + std::string(notHistory));
    return std::any_of(members.begin(), members.end(), [&](qint64 member) {
        q.reset();
        q.bind(member, int(stage), m_reader.viewer());
        return q.step();
    });
}

bool Expected::votedInSecret(Stage stage, const std::vector<qint64>& members)
{
    Statement q = m_reader.db().prepare("SELECT 1 FROM undisclosed WHERE subject = ? AND stage = ?");
    return std::any_of(members.begin(), members.end(), [&](qint64 member) {
        q.reset();
        q.bind(member, int(stage));
        return q.step();
    });
}

bool Expected::of(qint64 report, Stage stage)
{
    if (!possible(stage) || amongMine(report, stage))
        return false;
    const std::vector<qint64> members = membersOf(m_reader.db(), report);
    const Catalog& catalog = m_reader.catalog();
    const ReviewerId viewer = m_reader.viewer();
    return voteExpected(*catalog.reviewer(viewer), catalog.settings.rules(stage), voted(stage, members))
        && Allotment(catalog, stage).has(viewer, report, assignedOf(m_reader.db(), members, stage))
        && votedInSecret(stage, members);
}

Place Expected::shown(qint64 report, Place place)
{
    const auto expected = [&](Stage stage) { return tellsVotes(place, stage) && of(report, stage); };
    if (expected(Stage::Title))
        return shownPlace(place, true, false);
    return shownPlace(place, false, expected(Stage::Fulltext));
}

} // namespace winnow::store
