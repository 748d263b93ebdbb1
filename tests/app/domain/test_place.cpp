// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Place.h"
#include "support/Suite.h"

#include <array>
#include <map>
#include <set>

namespace suite_place {

using namespace winnow;

namespace {

constexpr std::array states{StageState::Pending,      StageState::Conflict, StageState::ReasonsDiffer,
                            StageState::DecidedTwice, StageState::Excluded, StageState::Included};
constexpr std::array setAsides{SetAside::By::None, SetAside::By::Automation, SetAside::By::Other};
constexpr std::array retrievals{Retrieval::Sought, Retrieval::Requested, Retrieval::Received, Retrieval::NotRetrieved};
constexpr std::array classifications{Classification::None, Classification::Awaiting, Classification::Ongoing};

struct Input {
    StageState title;
    StageState fulltext;
    SetAside::By setAside;
    Retrieval retrieval;
    bool needsNone;
    Classification classification;
};

template <class Visit> void forAll(Visit visit)
{
    for (const auto title : states)
        for (const auto fulltext : states)
            for (const auto setAside : setAsides)
                for (const auto retrieval : retrievals)
                    for (const bool needsNone : {false, true})
                        for (const auto classification : classifications)
                            visit(Input{title, fulltext, setAside, retrieval, needsNone, classification});
}

Place placed(const Input& i)
{
    return placeOf({i.title, {}}, {i.fulltext, {}}, i.setAside, i.retrieval, i.needsNone, i.classification);
}

bool screenedIn(const Input& i)
{
    return i.setAside == SetAside::By::None && i.title == StageState::Included;
}
bool inHand(const Input& i)
{
    return i.needsNone || i.retrieval == Retrieval::Received;
}
bool assessable(const Input& i)
{
    return screenedIn(i) && i.classification == Classification::None && inHand(i);
}
bool notInHandBy(const Input& i, Retrieval retrieval)
{
    return screenedIn(i) && i.classification == Classification::None && !i.needsNone && i.retrieval == retrieval;
}
bool titleIs(const Input& i, std::set<StageState> wanted)
{
    return i.setAside == SetAside::By::None && wanted.contains(i.title);
}
bool fulltextIs(const Input& i, std::set<StageState> wanted)
{
    return assessable(i) && wanted.contains(i.fulltext);
}

/// For each place, in its own words, exactly when a report stands there. Says nothing of an order of precedence:
/// that one and only one of these holds is part of what is tested.
const std::map<Place, bool (*)(const Input&)> definitions{
    {Place::RemovedAutomation, [](const Input& i) { return i.setAside == SetAside::By::Automation; }},
    {Place::RemovedOther, [](const Input& i) { return i.setAside == SetAside::By::Other; }},
    {Place::AwaitingScreening, [](const Input& i) { return titleIs(i, {StageState::Pending}); }},
    {Place::TitleConflict,
     [](const Input& i) {
         return titleIs(i, {StageState::Conflict, StageState::DecidedTwice});
     }},
    {Place::TitleExcluded,
     [](const Input& i) {
         return titleIs(i, {StageState::Excluded, StageState::ReasonsDiffer});
     }},
    {Place::AwaitingClassification,
     [](const Input& i) { return screenedIn(i) && i.classification == Classification::Awaiting; }},
    {Place::Ongoing, [](const Input& i) { return screenedIn(i) && i.classification == Classification::Ongoing; }},
    {Place::Sought, [](const Input& i) { return notInHandBy(i, Retrieval::Sought); }},
    {Place::Requested, [](const Input& i) { return notInHandBy(i, Retrieval::Requested); }},
    {Place::NotRetrieved, [](const Input& i) { return notInHandBy(i, Retrieval::NotRetrieved); }},
    {Place::AwaitingAssessment, [](const Input& i) { return fulltextIs(i, {StageState::Pending}); }},
    {Place::FulltextConflict,
     [](const Input& i) {
         return fulltextIs(i, {StageState::Conflict, StageState::DecidedTwice});
     }},
    {Place::ReasonsDiffer, [](const Input& i) { return fulltextIs(i, {StageState::ReasonsDiffer}); }},
    {Place::FulltextExcluded, [](const Input& i) { return fulltextIs(i, {StageState::Excluded}); }},
    {Place::Included, [](const Input& i) { return fulltextIs(i, {StageState::Included}); }},
};

} // namespace

class TestPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReportStandsInItsOnePlace()
    {
        int seen = 0;
        forAll([&](const Input& i) {
            ++seen;
            const Place place = placed(i);
            for (const auto& [defined, holds] : definitions)
                QCOMPARE(holds(i), defined == place);
        });
        QCOMPARE(seen, 6 * 6 * 3 * 4 * 2 * 3);
    }
    void everyPlaceIsReached()
    {
        std::set<Place> places;
        forAll([&](const Input& i) { places.insert(placed(i)); });
        QCOMPARE(places.size(), std::size_t(15));
        QCOMPARE(definitions.size(), std::size_t(15));
    }
    void literalCases()
    {
        constexpr auto in = StageState::Included;
        constexpr auto open = StageState::Pending;
        constexpr auto none = SetAside::By::None;
        QCOMPARE(placed({open, open, none, Retrieval::Sought, false, Classification::None}), Place::AwaitingScreening);
        QCOMPARE(placed({in, open, none, Retrieval::Sought, false, Classification::None}), Place::Sought);
        QCOMPARE(placed({in, open, none, Retrieval::NotRetrieved, true, Classification::None}),
                 Place::AwaitingAssessment);
        QCOMPARE(placed({in, in, none, Retrieval::Sought, true, Classification::None}), Place::Included);
        QCOMPARE(placed({in, in, none, Retrieval::NotRetrieved, false, Classification::None}), Place::NotRetrieved);
        QCOMPARE(placed({in, in, none, Retrieval::NotRetrieved, false, Classification::Ongoing}), Place::Ongoing);
        QCOMPARE(placed({in, in, SetAside::By::Automation, Retrieval::Received, false, Classification::Ongoing}),
                 Place::RemovedAutomation);
        QCOMPARE(placed({StageState::Excluded, in, none, Retrieval::Received, false, Classification::Awaiting}),
                 Place::TitleExcluded);
    }
    void whoseVoteIsExpected()
    {
        const StageRules two;
        StageRules one;
        one.votesNeeded = 1;
        Reviewer person;
        for (const auto& [role, may] :
             {std::pair(Role::Lead, true), std::pair(Role::Reviewer, true), std::pair(Role::Resolver, true),
              std::pair(Role::Librarian, false), std::pair(Role::Reader, false)}) {
            person.roles = role;
            QCOMPARE(voteExpected(person, two, false), may);
            QVERIFY(!voteExpected(person, two, true));
            QVERIFY(!voteExpected(person, one, false));
        }
    }
    void whatIsShownMeanwhile()
    {
        using enum Place;
        const std::array cases{
            std::tuple(AwaitingScreening, AwaitingScreening, AwaitingScreening),
            std::tuple(RemovedAutomation, RemovedAutomation, RemovedAutomation),
            std::tuple(RemovedOther, RemovedOther, RemovedOther),
            std::tuple(TitleConflict, AwaitingScreening, TitleConflict),
            std::tuple(TitleExcluded, AwaitingScreening, TitleExcluded),
            std::tuple(Sought, AwaitingScreening, Sought),
            std::tuple(NotRetrieved, AwaitingScreening, NotRetrieved),
            std::tuple(AwaitingClassification, AwaitingScreening, AwaitingClassification),
            std::tuple(AwaitingAssessment, AwaitingScreening, AwaitingAssessment),
            std::tuple(FulltextConflict, AwaitingScreening, AwaitingAssessment),
            std::tuple(ReasonsDiffer, AwaitingScreening, AwaitingAssessment),
            std::tuple(FulltextExcluded, AwaitingScreening, AwaitingAssessment),
            std::tuple(Included, AwaitingScreening, AwaitingAssessment),
        };
        for (const auto& [place, atTitle, atFulltext] : cases) {
            QCOMPARE(shownPlace(place, false, false), place);
            QCOMPARE(shownPlace(place, true, false), atTitle);
            QCOMPARE(shownPlace(place, true, true), atTitle);
            QCOMPARE(shownPlace(place, false, true), atFulltext);
        }
    }
};

WINNOW_TEST(TestPlace)

} // namespace suite_place

#include "test_place.moc"
