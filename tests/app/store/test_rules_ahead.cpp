// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Rules.h"
#include "project/Sharing.h"
#include "store/Side.h"
#include "support/Copies.h"
#include "support/FlowFaults.h"
#include "support/NaiveCounts.h"
#include "support/Suite.h"

#include <QProcess>

#include <csignal>
#include <future>

namespace suite_rules_ahead {

using namespace winnow;
using namespace winnow::test;
using store::Priority;
using store::WriteScope;

namespace {

/// 400 reports that Ana and Ben disagree on, two votes needed: 400 conflicts.
class Disagreed : public Desk {
public:
    static constexpr int reports = 400;

    Disagreed()
    {
        withoutSync(*project);
        as("Ana");
        if (const auto made = import("a.ris", std::vector<Entry>(reports, Entry{"A title"})); !made)
            qFatal("no import: %s", qPrintable(outcome(made)));
        for (const char* who : {"Ana", "Ben"}) {
            as(who);
            std::vector<VoteRequest> votes;
            for (int n = 1; n <= reports; ++n)
                votes.push_back({RecordId(n), *who == 'A' ? Verdict::Include : Verdict::Exclude, {}, {}});
            if (const auto cast = Screening(*project, Stage::Title).voteMany(votes); !cast)
                qFatal("no votes: %s", qPrintable(outcome(cast)));
        }
        as("Ana");
    }
    /// One vote is enough: with two that differ, still a conflict; three are needed: the third is waited for.
    Result<void> need(int votes)
    {
        ReviewSettings wanted = project->review()->settings;
        wanted.titleStage.votesNeeded = votes;
        return Setup(*project).save(wanted);
    }
    [[nodiscard]] int needed() const { return project->review()->settings.titleStage.votesNeeded; }
    /// Places as they are read: how many reports of each.
    [[nodiscard]] std::map<Place, int> places() const
    {
        std::map<Place, int> counted;
        store::Database db(project->path(), store::Database::Mode::ReadOnly);
        store::Statement q = db.prepare("SELECT " + store::standingOf("record") + " FROM record");
        while (q.step())
            ++counted[Place(q.integer(0))];
        return counted;
    }
    store::WriteLane& lane() { return project->store().laneForTests(); }
};

using Places = std::map<Place, int>;

const Places undecided{{Place::TitleConflict, Disagreed::reports}};
const Places waitingForCara{{Place::AwaitingScreening, Disagreed::reports}};

void limit(Project& project, qint64 votes, qint64 records)
{
    MUST(project.store().write(Priority::Bulk, [=](WriteScope& scope) -> Result<void> {
        scope.ahead().setLimits(votes, records);
        return {};
    }));
}

/// What counting from the log finds wrong, at a moment at which nothing is written.
QString wrongNow(Project& project)
{
    QString wrong;
    const auto looked = project.store().write(Priority::Bulk, [&](WriteScope&) -> Result<void> {
        wrong = naiveDifferences(project.path()).join(QLatin1Char('\n'));
        return {};
    });
    return looked ? wrong : outcome(looked);
}

} // namespace

/// Changed rules are worked out ahead in portions: until they count the earlier ones stand whole, and votes go between.
class RulesAheadTest : public QObject {
    Q_OBJECT

private:
    static void seeds(quint32 first, int n)
    {
        QTest::addColumn<quint32>("seed");
        const int wanted = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = first; seed < first + quint32(wanted ? wanted : n); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

private Q_SLOTS:
    /// A vote between every two portions, on reports that were worked out already and on others.
    void votesGoBetween()
    {
        Disagreed desk;
        limit(*desk.project, 300, 20);
        const ReviewerId cara = desk.person("Cara");
        qint64 behind = 0;
        qint64 before = 0;
        std::vector<Places> seen;
        std::promise<void> counted;
        std::function<void()> voteNext = [&] {
            desk.lane().post(
                Priority::Bulk,
                [&](WriteScope& scope) -> Result<void> {
                    const qint64 report = 1 + behind + before;
                    const qint64 record = report % 2 ? report : Disagreed::reports + 1 - report;
                    ++(record <= scope.ahead().howFar().done ? behind : before);
                    scope.append(cara,
                                 {{store::ChangeKind::Vote, record, int(Stage::Title),
                                   store::packVote({Verdict::Include, {}})}});
                    return {};
                },
                [&](const Result<store::Committed>&) {
                    seen.push_back(desk.places());
                    if (desk.lane().rulesWait())
                        voteNext();
                    else
                        counted.set_value();
                });
        };
        const ReviewerId ana = desk.person("Ana");
        desk.lane().post(
            Priority::Person,
            [ana](WriteScope& scope) -> Result<void> {
                scope.append(ana, {{store::ChangeKind::Setting, 0, int(store::SettingSlot::TitleVotes), qint64(3)}});
                return {};
            },
            [&](const Result<store::Committed>&) { voteNext(); });
        counted.get_future().wait();
        QVERIFY2(behind > 3 && before > 3, qPrintable(QStringLiteral("%1 %2").arg(behind).arg(before)));
        const int voted = int(behind + before);
        QCOMPARE(desk.needed(), 3);
        QCOMPARE(desk.places(),
                 (Places{{Place::AwaitingScreening, Disagreed::reports - voted}, {Place::TitleConflict, voted}}));
        for (size_t i = 0; i + 2 < seen.size(); ++i)
            QCOMPARE(seen[i], undecided); // whole by the earlier rules, to the last moment
        QCOMPARE(desk.faults(), QString());
        QCOMPARE(wrongNow(*desk.project), QString());
        QCOMPARE(desk.flow().awaitingScreening, qint64(Disagreed::reports)); // votes missing, or in conflict
    }

    void itIsUndoneBeforeItCounts()
    {
        Disagreed desk;
        limit(*desk.project, 300, 20);
        MUST(desk.need(3));
        QVERIFY(rulesWait(*desk.project));
        QCOMPARE(desk.needed(), 2);
        MUST(History(*desk.project).undo());
        MUST(awaitRules(*desk.project, {}));
        QCOMPARE(desk.needed(), 2);
        QCOMPARE(desk.places(), undecided);
        MUST(History(*desk.project).redo());
        MUST(awaitRules(*desk.project, {}));
        QCOMPARE(desk.needed(), 3);
        QCOMPARE(desk.places(), waitingForCara);
        QCOMPARE(desk.faults(), QString());
    }

    /// However many lists a step speaks of: it is undone at once, and what follows is worked out ahead.
    void aLongStepOfRulesIsUndoneAtOnce()
    {
        Disagreed desk;
        const ReviewerId ana = desk.person("Ana");
        MUST(desk.project->store().write(Priority::Person, [&](WriteScope& scope) -> Result<void> {
            std::vector<store::Edit> edits{
                {store::ChangeKind::Setting, 0, int(store::SettingSlot::TitleVotes), qint64(3)}};
            for (int i = 0; i < 100; ++i)
                edits.push_back({store::ChangeKind::Label, scope.newEntity(store::EntityType::Label),
                                 int(store::LabelSlot::Name), std::to_string(i)});
            scope.append(ana, edits);
            return {};
        }));
        MUST(awaitRules(*desk.project, {}));
        QCOMPARE(desk.needed(), 3);
        limit(*desk.project, 300, 20);
        MUST(History(*desk.project).undo());
        QVERIFY(rulesWait(*desk.project));
        MUST(awaitRules(*desk.project, {}));
        QCOMPARE(desk.needed(), 2);
        QVERIFY(desk.project->review()->labels.empty());
        QCOMPARE(desk.places(), undecided);
        QCOMPARE(desk.faults(), QString());
    }

    /// A new reason hangs together with nothing yet: it can be used at once.
    void aNewReasonDoesNotWait()
    {
        Disagreed desk;
        MUST(Setup(*desk.project).addReason(Stage::Title, QStringLiteral("Too old")));
        QVERIFY(!rulesWait(*desk.project));
        QVERIFY(desk.reason(Stage::Title, "Too old"));
        MUST(Setup(*desk.project)
                 .mergeReason(desk.reason(Stage::Title, "Too old"), desk.reason(Stage::Title, "Wrong topic")));
        QVERIFY(rulesWait(*desk.project));
        MUST(awaitRules(*desk.project, {}));
        QVERIFY(!desk.reason(Stage::Title, "Too old"));
        QCOMPARE(desk.faults(), QString());
    }

    void theyArriveInABundle()
    {
        Disagreed desk;
        MUST(desk.project->store().backupTo(desk.path("ben.winnow")));
        const auto copy = Project::open(desk.path("ben.winnow"), Project::Access::Write, desk.clock);
        MUST(copy);
        (*copy)->setMe(desk.person("Ben"));
        MUST(desk.need(3));
        MUST(awaitRules(*desk.project, {}));
        MUST(Sharing(*desk.project).sendWork(desk.path("a.winnowz"), {}));
        const auto brought = Sharing(**copy).bringIn(desk.path("a.winnowz"), {});
        MUST(brought);
        QCOMPARE((*copy)->review()->settings.titleStage.votesNeeded, 3);
        QCOMPARE(faultsOf(**copy), QString());
        QCOMPARE(wrongNow(**copy), QString());
        QCOMPARE(Sharing(**copy).checkCode().value(), Sharing(*desk.project).checkCode().value());
        MUST(Sharing(**copy).takeBack(brought->batch, {}));
        QCOMPARE((*copy)->review()->settings.titleStage.votesNeeded, 2);
        QCOMPARE(faultsOf(**copy), QString());
        QCOMPARE(wrongNow(**copy), QString());
    }

    /// What was begun is whole by the earlier rules at any moment, and is ended by the next opening.
    void killedInBetween()
    {
        Disagreed desk;
        const QString path = desk.project->path();
        desk.project.reset();
        std::mt19937 random(7);
        int waited = 0;
        for (int round = 0; round < 80 && waited < 8; ++round) {
            QProcess voter;
            voter.start(QStringLiteral(WINNOW_VOTER), {path, QStringLiteral("rules")});
            QVERIFY(voter.waitForStarted());
            QVERIFY(voter.waitForReadyRead(20000));
            QTest::qWait(int(random() % 60));
            ::kill(pid_t(voter.processId()), SIGKILL);
            voter.waitForFinished();
            QCOMPARE(naiveDifferences(path), QStringList());
            waited
                += store::Database(path, store::Database::Mode::ReadWrite).number("SELECT count(*) FROM turning") > 0;
            auto project = Project::open(path, Project::Access::Write, desk.clock);
            MUST(project);
            MUST(awaitRules(**project, {}));
            QCOMPARE(naiveDifferences(path), QStringList());
            if (round % 6 == 0)
                QCOMPARE(faultsOf(**project), QString());
        }
        QVERIFY2(waited >= 3, qPrintable(QString::number(waited)));
    }

    void theIthStatementFails()
    {
        Disagreed desk;
        limit(*desk.project, 300, 100);
        store::Database& db = desk.lane().databaseForTests();
        int failures = 0;
        for (qint64 i = 0; i < 100'000; i += 1 + i / 6) {
            const int wanted = desk.needed() == 2 ? 3 : 2;
            db.failAtStep(i);
            const auto saved = desk.need(wanted);
            const auto awaited = awaitRules(*desk.project, {});
            const bool failed = !saved || !awaited;
            db.failAtStep(-1);
            QCOMPARE(wrongNow(*desk.project), QString()); // that commit has it tried again
            MUST(awaitRules(*desk.project, {}));
            QCOMPARE(desk.places(), desk.needed() == 2 ? undecided : waitingForCara);
            QVERIFY(!saved || desk.needed() == wanted);
            failures += failed;
            if (!failed)
                break;
        }
        QVERIFY2(failures > 15, qPrintable(QString::number(failures)));
        QCOMPARE(desk.faults(), QString());
    }

    /// Whatever people do meanwhile, the earlier rules stand whole, and then the new ones do.
    void histories_data() { seeds(4000, 25); }
    void histories()
    {
        QFETCH(quint32, seed);
        Copies copies(2, seed, Desk::newReview(1 + int(seed % 2), 1));
        for (const Copies::Copy& copy : copies.all)
            limit(*copy.project, 0, 2);
        for (int round = 0; round < 10; ++round) {
            for (size_t i = 0; i < 2; ++i) {
                copies.act(i, 3);
                const QString wrong = wrongNow(*copies.all[i].project);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong + copies.story()));
            }
            if (round % 4 == 3)
                MUST(copies.send(round % 8 == 3 ? 0 : 1, round % 8 == 3 ? 1 : 0));
        }
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        for (const Copies::Copy& copy : copies.all) {
            MUST(awaitRules(*copy.project, {}));
            const QString wrong
                = naiveDifferences(copy.project->path()).join(QLatin1Char('\n')) + flowFaults(*copy.project);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + copies.story()));
            const QString faults = faultsOf(*copy.project);
            QVERIFY2(faults.isEmpty(), qPrintable(faults + copies.story()));
        }
    }
};

WINNOW_TEST(RulesAheadTest)

} // namespace suite_rules_ahead

#include "test_rules_ahead.moc"
