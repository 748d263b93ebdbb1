// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Decision.h"
#include "support/Suite.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace suite_decision {

using namespace winnow;

namespace {

const std::vector<ReasonId> teamOrder{ReasonId(30), ReasonId(10), ReasonId(20)};

/// "I E3 M": one vote per word; the digit is a reason: 1 → 10, 2 → 20, 3 → 30, 8 and 9 → 80 and 90, which the team's
/// order lacks. "-" is a withdrawn vote.
template <class Opinion> std::vector<Opinion> opinions(std::string_view written)
{
    std::vector<Opinion> result;
    for (const char c : written) {
        if (c == ' ')
            continue;
        if (c >= '0' && c <= '9') {
            result.back().reason = ReasonId((c - '0') * 10);
            continue;
        }
        const Verdict verdict = c == 'I' ? Verdict::Include
            : c == 'E'                   ? Verdict::Exclude
            : c == 'M'                   ? Verdict::Maybe
                                         : Verdict::None;
        result.push_back({ReviewerId(qint64(result.size()) + 1), verdict, {}});
    }
    return result;
}

std::string written(const StageDecision& decision)
{
    switch (decision.state) {
    case StageState::Pending: return "pending";
    case StageState::Conflict: return "conflict";
    case StageState::ReasonsDiffer: return "reasons differ";
    case StageState::DecidedTwice: return "decided twice";
    case StageState::Included: return "included";
    case StageState::Excluded: break;
    }
    return "excluded " + std::to_string(decision.reason.value);
}

enum Flags { Plain = 0, Majority = 1, ByHand = 2 };

struct Case {
    std::string_view votes;
    int needed;
    int flags;
    std::string_view expected;
    std::string_view resolutions = {};
};

std::string decided(Stage stage, const Case& c, bool reversed)
{
    auto votes = opinions<CastVote>(c.votes);
    auto heads = opinions<Resolution>(c.resolutions);
    if (reversed) {
        std::reverse(votes.begin(), votes.end());
        std::reverse(heads.begin(), heads.end());
    }
    StageRules rules;
    rules.votesNeeded = c.needed;
    rules.majority = (c.flags & Majority) != 0;
    rules.reasons = c.flags & ByHand ? ReasonRule::ByHand : ReasonRule::FirstInOrder;
    return written(decide(stage, rules, votes, heads, teamOrder));
}

void check(Stage stage, const std::vector<Case>& cases)
{
    for (const Case& c : cases) {
        for (const bool reversed : {false, true}) {
            const std::string actual = decided(stage, c, reversed);
            const std::string text = "votes \"" + std::string(c.votes) + "\" needed " + std::to_string(c.needed)
                + " flags " + std::to_string(c.flags) + " resolutions \"" + std::string(c.resolutions)
                + (reversed ? "\" reversed: " : "\": ") + actual;
            QVERIFY2(actual == c.expected, text.c_str());
        }
    }
}

} // namespace

class TestDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titleNeedsItsVotes()
    {
        check(Stage::Title,
              {{"", 2, Plain, "pending"},
               {"", 0, Plain, "pending"},
               {"I", 2, Plain, "pending"},
               {"E1", 2, Plain, "pending"},
               {"I E", 3, Plain, "pending"},
               {"I -", 2, Plain, "pending"},
               {"- -", 1, Plain, "pending"},
               {"I", 1, Plain, "included"},
               {"M", 1, Plain, "included"},
               {"E", 1, Plain, "excluded 0"},
               {"I", 0, Plain, "included"}});
    }
    void titleAgreesOrConflicts()
    {
        check(Stage::Title,
              {{"I I", 2, Plain, "included"},
               {"I M", 2, Plain, "included"},
               {"M M", 2, Plain, "included"},
               {"E E", 2, Plain, "excluded 0"},
               {"I E", 2, Plain, "conflict"},
               {"M E1", 2, Plain, "conflict"},
               {"I E", 1, Plain, "conflict"}, // the number needed is a minimum: later votes count too
               {"I I E", 2, Plain, "conflict"}});
    }
    void titleReasonsNeverConflict()
    {
        check(Stage::Title,
              {{"E1 E1", 2, Plain, "excluded 10"},
               {"E1 E3", 2, Plain, "excluded 30"},
               {"E1 E3", 2, ByHand, "excluded 30"},
               {"E E2", 2, Plain, "excluded 20"},
               {"E9 E2", 2, Plain, "excluded 20"},
               {"E9 E8", 2, Plain, "excluded 80"}});
    }
    void titleMajority()
    {
        check(Stage::Title,
              {{"I E", 2, Majority, "conflict"}, // of two votes none is a majority
               {"I E", 1, Majority, "conflict"},
               {"I I E", 2, Majority, "included"},
               {"M I E", 2, Majority, "included"},
               {"I E2 E1", 2, Majority, "excluded 10"},
               {"I I E E", 2, Majority, "conflict"},
               {"I E -", 2, Majority, "conflict"},
               {"I E E E", 5, Majority, "pending"}});
    }
    void titleResolutions()
    {
        check(Stage::Title,
              {{"I E", 2, Plain, "included", "I"},
               {"I E", 2, Plain, "included", "M"},
               {"I E", 2, Plain, "included", "M I"},
               {"I E", 2, Plain, "excluded 20", "E2"},
               {"I I", 2, Plain, "excluded 0", "E"},
               {"", 2, Plain, "included", "I"},
               {"I E", 2, Plain, "excluded 10", "E1 E1"},
               {"I E", 2, Plain, "excluded 30", "E1 E3"},
               {"I E", 2, Plain, "decided twice", "I E1"},
               {"E E", 2, Plain, "decided twice", "I E1"},
               {"I E", 2, Plain, "conflict", "-"},
               {"I E", 2, Plain, "included", "I1 I2"}}); // an include has no reason to differ in
    }
    void fulltextMaybeIsNoVote()
    {
        check(Stage::Fulltext,
              {{"M", 1, Plain, "pending"},
               {"I M", 2, Plain, "pending"},
               {"E1 M", 2, Plain, "pending"},
               {"M M M", 2, Plain, "pending"},
               {"I I M", 2, Plain, "included"},
               {"E1 E1 M", 2, Plain, "excluded 10"},
               {"I E1 M", 3, Majority, "pending"},
               {"I E1 M", 2, Majority, "conflict"}}); // two votes, not three
    }
    void fulltextReasons()
    {
        check(Stage::Fulltext,
              {{"E1 E1", 2, Plain, "excluded 10"},
               {"E1 E1", 2, ByHand, "excluded 10"},
               {"E2 E1", 2, Plain, "excluded 10"},
               {"E1 E3 E2", 2, Plain, "excluded 30"},
               {"E2 E1", 2, ByHand, "reasons differ"},
               {"E9 E8", 2, Plain, "excluded 80"},
               {"E E2", 2, ByHand, "excluded 20"},
               {"E E", 2, ByHand, "excluded 0"}});
    }
    void fulltextConflictAndMajority()
    {
        check(Stage::Fulltext,
              {{"I E1", 2, Plain, "conflict"},
               {"I I E1", 2, Plain, "conflict"},
               {"I I E1", 2, Majority, "included"},
               {"I E2 E1", 2, Majority, "excluded 10"},
               {"I E2 E1", 2, Majority | ByHand, "reasons differ"},
               {"I E2 E2", 2, Majority | ByHand, "excluded 20"},
               {"I I E1 E1", 2, Majority, "conflict"},
               {"I", 2, Plain, "pending"},
               {"I", 1, Plain, "included"}});
    }
    void fulltextResolutions()
    {
        check(Stage::Fulltext,
              {{"I E1", 2, Plain, "included", "I"},
               {"I E1", 2, Plain, "excluded 20", "E2"},
               {"I E1", 2, Plain, "excluded 20", "E2 E2"},
               {"I E1", 2, Plain, "decided twice", "E1 E2"},
               {"I E1", 2, Plain, "decided twice", "E E2"},
               {"I E1", 2, Plain, "decided twice", "I E2"},
               {"I E1", 2, Plain, "included", "I I"},
               {"I E1", 2, Plain, "conflict", "M"}, // maybe is never final at full text
               {"E1 E2", 2, ByHand, "excluded 20", "E2"},
               {"I E1", 2, Plain, "included", "I M"}});
    }
    void changingTheNumberNeededOnlyDerivesAnew()
    {
        const Case one{"I", 1, Plain, ""};
        const Case two{"I", 2, Plain, ""};
        QCOMPARE(decided(Stage::Title, one, false), std::string("included"));
        QCOMPARE(decided(Stage::Title, two, false), std::string("pending"));
        QCOMPARE(decided(Stage::Title, one, false), std::string("included"));
    }
};

WINNOW_TEST(TestDecision)

} // namespace suite_decision

#include "test_decision.moc"
