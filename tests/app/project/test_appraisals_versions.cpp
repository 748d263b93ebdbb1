// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/AppraisalDesk.h"

#include "project/AppraisalVersions.h"
#include "project/Instruments.h"
#include "project/Records.h"
#include "support/Suite.h"

namespace suite_appraisals_versions {

using namespace winnow;
using namespace winnow::test;
using namespace winnow::test::appraising;

namespace {

/// SYRCLE's tool without its second question, with the third in other words.
appraisal::Instrument laterSyrcle()
{
    appraisal::Instrument later = *appraisal::findShipped(s("syrcle"));
    later.version = s("9998");
    later.domains.erase(later.domains.begin() + 1);
    later.domains[1].items[0].question = s("Did the third thing happen?");
    return later;
}

/// The same, and one more question.
appraisal::Instrument longerSyrcle()
{
    appraisal::Instrument longer = laterSyrcle();
    longer.version = s("9999");
    appraisal::Item item = longer.domains[0].items[0];
    item.id = s("1b");
    longer.domains[0].items.push_back(item);
    return longer;
}

struct VersionDesk : AppraisalDesk {
    std::vector<VersionMove> moves(const appraisal::Instrument& to)
    {
        return movesTo(*project, to, studiesToAppraise(*project).value(), use().views().value()).value();
    }
    Moved move(const appraisal::Instrument& to)
    {
        std::vector<AppraisalId> from;
        for (const VersionMove& one : moves(to))
            from.push_back(one.from);
        return moveTo(*project, to, from).value();
    }
};

} // namespace

class AppraisalsVersionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatCarriesOverAndWhatIsAskedAgain();
    void carriesOverInOneStep();
    void everybodyCarriesTheirOwnAndThenWhatWasAgreedOn();
    void ofSeveralOlderOnesTheNewestCounts();
    void goesToTheSamePeople();
    void resultsKeepTheirNames();
    void newestIsFoundByNumber();
};

void AppraisalsVersionsTest::saysWhatCarriesOverAndWhatIsAskedAgain()
{
    VersionDesk desk;
    QVERIFY(desk.moves(longerSyrcle()).empty()); // nothing is said yet
    MUST(desk.say("Ana", "1=Yes 2=No 3=Yes"));
    const auto moves = desk.moves(longerSyrcle());
    QCOMPARE(moves.size(), std::size_t(1));
    const VersionMove& move = moves.front();
    QCOMPARE(move.from, desk.id);
    QCOMPARE(move.study, s("#1")); // it is not included: no short name
    QCOMPARE(move.version, appraisal::findShipped(s("syrcle"))->version);
    QCOMPARE(move.carried, 2);
    QCOMPARE(move.agreed, 0);
    QCOMPARE(move.lost.size(), std::size_t(1));
    QCOMPARE(appraisal::sentence(move.lost[0]), s("2 = No: the item is no longer there"));
    QCOMPARE(move.open, (QStringList{s("1b"), s("4"), s("5"), s("6"), s("7"), s("8"), s("9"), s("10")}));
    QCOMPARE(move.reworded, QStringList{s("3")});
    QVERIFY(desk.moves(*appraisal::findShipped(s("syrcle"))).empty()); // none is older than that
    desk.as("Ben");
    QVERIFY(desk.moves(longerSyrcle()).empty()); // Ben has said nothing, and nothing of Ana reaches him
}

void AppraisalsVersionsTest::carriesOverInOneStep()
{
    VersionDesk desk;
    MUST(desk.say("Ana", allYes, "p. 3"));
    const Moved moved = desk.move(longerSyrcle());
    QCOMPARE(moved.said, 9);
    QCOMPARE(moved.agreed, 0);
    QCOMPARE(moved.appraisals.size(), std::size_t(1));
    const AppraisalView later = desk.use().view(moved.appraisals[0]).value();
    QCOMPARE(later.mine.answers.size(), std::size_t(9));
    QCOMPARE(later.mine.answers.at(s("3")).why, s("p. 3"));
    QCOMPARE(desk.see().mine.answers.size(), std::size_t(10)); // stays as it was
    QVERIFY(desk.moves(longerSyrcle()).empty());
    MUST(History(*desk.project).undo());
    QVERIFY(!desk.use().view(moved.appraisals[0]));
    QCOMPARE(desk.moves(longerSyrcle()).size(), std::size_t(1));
    MUST(History(*desk.project).redo());
    QCOMPARE(desk.use().view(moved.appraisals[0]).value().mine.answers.size(), std::size_t(9));
}

void AppraisalsVersionsTest::everybodyCarriesTheirOwnAndThenWhatWasAgreedOn()
{
    VersionDesk desk;
    desk.openBoth();
    MUST(desk.use().settle(desk.id, saying(allYes)));
    desk.as("Ana");
    const AppraisalId later = desk.move(laterSyrcle()).appraisals[0];
    desk.as("Ben");
    QVERIFY(desk.use().view(later).value().others.empty()); // blind again
    QCOMPARE(desk.moves(laterSyrcle())[0].carried, 9);
    QCOMPARE(desk.move(laterSyrcle()).appraisals, std::vector<AppraisalId>{later});
    QVERIFY(desk.moves(laterSyrcle()).empty()); // what was agreed on waits until it is opened
    MUST(desk.use().open(later));
    QCOMPARE(desk.moves(laterSyrcle())[0].carried, 0);
    QCOMPARE(desk.moves(laterSyrcle())[0].agreed, 9);
    QCOMPARE(desk.move(laterSyrcle()).agreed, 9);
    const AppraisalView view = desk.use().view(later).value();
    QCOMPARE(view.state, AppraisalState::Settled);
    QCOMPARE(view.consensus.answers.at(s("3")).value, s("Yes"));
    QVERIFY(desk.moves(laterSyrcle()).empty());
}

void AppraisalsVersionsTest::ofSeveralOlderOnesTheNewestCounts()
{
    VersionDesk desk;
    MUST(desk.say("Ana", allYes));
    const AppraisalId later = desk.move(laterSyrcle()).appraisals[0];
    MUST(desk.use().say(later, saying("3=No")));
    const auto moves = desk.moves(longerSyrcle());
    QCOMPARE(moves.size(), std::size_t(1));
    QCOMPARE(moves[0].from, later);
    const AppraisalId longer = desk.move(longerSyrcle()).appraisals[0];
    QCOMPARE(desk.use().view(longer).value().mine.answers.at(s("3")).value, s("No"));
}

void AppraisalsVersionsTest::goesToTheSamePeople()
{
    VersionDesk desk;
    const ReviewerId ana = desk.project->review()->reviewer(s("Ana"))->id;
    const ReviewerId ben = desk.project->review()->reviewer(s("Ben"))->id;
    MUST(desk.say("Ana", allYes));
    MUST(desk.use().assign({desk.id}, {ana, ben}));
    const AppraisalId later = desk.move(laterSyrcle()).appraisals[0];
    QCOMPARE(desk.use().view(later).value().appraisal.appraisers, (std::vector<ReviewerId>{ana, ben}));
    desk.as("Cara");
    MUST_FAIL(moveTo(*desk.project, laterSyrcle(), {desk.id}), ErrorCode::BadInput);
}

void AppraisalsVersionsTest::resultsKeepTheirNames()
{
    VersionDesk desk;
    appraisal::Instrument later = *appraisal::findShipped(s("rob2"));
    later.version = s("9999");
    const QString variant = appraisal::variantIds(later).at(1);
    for (const char* outcome : {"Death", "Relapse"}) {
        const AppraisalId id = desk.use().begin({desk.record(1), desk.rob2, variant, {.outcome = s(outcome)}}).value();
        MUST(desk.use().say(id, saying("1.1=Y")));
    }
    QCOMPARE(desk.moves(later).size(), std::size_t(2));
    const Moved moved = desk.move(later);
    QCOMPARE(moved.appraisals.size(), std::size_t(2));
    const AppraisalView view = desk.use().view(moved.appraisals[1]).value();
    QCOMPARE(view.appraisal.result.outcome, s("Relapse"));
    QCOMPARE(view.appraisal.variant, variant);
}

void AppraisalsVersionsTest::newestIsFoundByNumber()
{
    QVERIFY(isNewerVersion(s("1.10"), s("1.9")));
    QVERIFY(!isNewerVersion(s("1.9"), s("1.10")));
    QVERIFY(!isNewerVersion(s("2"), s("2")));
    QVERIFY(isNewerVersion(s("draft 2"), s("draft")));
    QVERIFY(isNewerVersion(s("2024"), s("99")));
    QVERIFY(isNewerVersion(s("1.2"), s("1.1a")));
    QVERIFY(!isNewerVersion(s("01"), s("1")));
    QVERIFY(!isNewerVersion(s("1"), s("01")));
    VersionDesk desk;
    MUST(desk.say("Ana", allYes));
    const auto newest = [&] {
        return movesToNewest(*desk.project, studiesToAppraise(*desk.project).value(), desk.use().views().value())
            .value();
    };
    QVERIFY(newest().empty()); // the one that comes with Winnow is the newest
    MUST(storeInstrument(*desk.project, laterSyrcle()));
    MUST(storeInstrument(*desk.project, longerSyrcle()));
    QCOMPARE(newest().size(), std::size_t(1));
    QCOMPARE(newest()[0].to.version, s("9999"));
    QCOMPARE(newest()[0].moves.size(), std::size_t(1));
}

WINNOW_TEST(AppraisalsVersionsTest)

} // namespace suite_appraisals_versions

#include "test_appraisals_versions.moc"
