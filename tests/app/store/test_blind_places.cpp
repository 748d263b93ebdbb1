// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <array>
#include <cstring>
#include <random>

namespace suite_blind_places {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr Stage title = Stage::Title;
constexpr Stage fulltext = Stage::Fulltext;
constexpr std::array people{"Ana", "Ben", "Cara"};

QString numbers(const Result<std::vector<RecordId>>& ids)
{
    QString text;
    for (const RecordId id : ids.value_or(std::vector<RecordId>()))
        text += QString::number(id.value) + QLatin1Char(' ');
    return ids ? text : outcome(ids);
}

QByteArray exported(Desk& desk, ExportSet set)
{
    const QString path = desk.path("face.ris");
    QFile::remove(path);
    QFile file(path);
    return Exports(*desk.project).save(path, set, {}) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All that lists, filters, clicks, queues and exports tell who acts now of where the reports stand.
QStringList face(Desk& desk)
{
    Project& project = *desk.project;
    const Records records(project);
    QStringList lines;
    const auto all = records.all();
    const auto briefs = records.briefs(*all);
    for (size_t i = 0; i < all->size(); ++i) {
        const auto view = records.record((*all)[i]);
        lines << QStringLiteral("record %1 %2 %3 / %4 %5")
                     .arg((*all)[i].value)
                     .arg(words::wordOf(view->place))
                     .arg(view->reason.value)
                     .arg(words::wordOf((*briefs)[i].place))
                     .arg((*briefs)[i].reason.value);
    }
    for (const char* key :
         {"records_screened", "records_excluded", "awaiting_screening", "dbr_sought_reports", "awaiting_retrieval",
          "dbr_assessed", "awaiting_assessment", "dbr_excluded", "dbr_excluded/Wrong population", "new_reports"})
        lines << QString::fromLatin1(key) + QLatin1Char(' ') + numbers(records.ofBox(QString::fromLatin1(key)));
    for (const Stage stage : {title, fulltext}) {
        Screening screening(project, stage);
        const auto progress = screening.progress();
        lines << QStringLiteral("queue ") + numbers(screening.queue())
              << QStringLiteral("without abstract ") + numbers(screening.withoutAbstract())
              << QStringLiteral("done %1 left %2").arg(progress->done).arg(progress->left)
              << QStringLiteral("conflicts %1").arg(Conflicts(project, stage).list()->size());
    }
    for (const ExportSet set : {ExportSet::All, ExportSet::Included, ExportSet::Excluded, ExportSet::Unscreened})
        lines << QString::fromUtf8(exported(desk, set));
    return lines;
}

QString difference(const QStringList& before, const QStringList& after)
{
    for (qsizetype i = 0; i < qMax(before.size(), after.size()); ++i) {
        if (before.value(i) != after.value(i))
            return before.value(i) + QStringLiteral("  became  ") + after.value(i);
    }
    return {};
}

} // namespace

/// Where a report stands tells how others voted: it is shown to nobody whose own vote is expected still (rules.md C1).
class BlindPlacesTest : public QObject {
    Q_OBJECT

private:
    static Place placeFor(Desk& desk, const char* who, int n)
    {
        desk.as(who);
        return desk.place(desk.record(n));
    }
    static qint64 boxed(Desk& desk, const char* key)
    {
        const auto ids = Records(*desk.project).ofBox(QString::fromLatin1(key));
        return ids ? qint64(ids->size()) : -1;
    }
    /// Ana and Ben let the first pass, throw the second out and leave the third.
    static void decideTwo(Desk& desk)
    {
        desk.as("Ana");
        QVERIFY(desk.import("a.ris", std::vector<Entry>{{"One"}, {"Two"}, {"Three"}}, "Embase"));
        for (const char* who : {"Ana", "Ben"}) {
            desk.as(who);
            QVERIFY(desk.vote(title, desk.record(1), Verdict::Include));
            QVERIFY(desk.vote(title, desk.record(2), Verdict::Exclude, "Wrong topic"));
        }
    }

private Q_SLOTS:
    void whoHasNotVotedSeesItAwaiting()
    {
        Desk desk;
        decideTwo(desk);
        QCOMPARE(placeFor(desk, "Ana", 1), Place::Sought);
        QCOMPARE(placeFor(desk, "Ben", 2), Place::TitleExcluded);
        QCOMPARE(placeFor(desk, "Cara", 1), Place::AwaitingScreening);
        QCOMPARE(placeFor(desk, "Cara", 2), Place::AwaitingScreening);
        QVERIFY(!Records(*desk.project).record(desk.record(2))->reason);
        QCOMPARE(placeFor(desk, nullptr, 2), Place::TitleExcluded); // nobody's vote is expected of nobody
    }

    void aClickTellsHowManyAreWithheld()
    {
        Desk desk;
        decideTwo(desk);
        desk.as("Ana");
        QCOMPARE(boxed(desk, "records_excluded"), 1);
        QCOMPARE(*Records(*desk.project).withheldFrom(QStringLiteral("records_excluded")), 0);
        desk.as("Cara");
        QCOMPARE(desk.flow().titleExcluded, 1); // the total is the team's
        QCOMPARE(boxed(desk, "records_excluded"), 0);
        QCOMPARE(*Records(*desk.project).withheldFrom(QStringLiteral("records_excluded")), 1);
        QCOMPARE(*Records(*desk.project).withheldFrom(QStringLiteral("awaiting_retrieval")), 1);
        QCOMPARE(*Records(*desk.project).withheldFrom(QStringLiteral("database_results/Embase")), 0);
        QCOMPARE(boxed(desk, "awaiting_screening"), 3);
        MUST_FAIL(Records(*desk.project).withheldFrom(QStringLiteral("no such box")), ErrorCode::UnknownRecord);
    }

    void theOwnVoteShowsIt()
    {
        Desk desk;
        decideTwo(desk);
        desk.as("Cara");
        QCOMPARE(Screening(*desk.project, fulltext).queue()->size(), size_t(0));
        QCOMPARE(Screening(*desk.project, fulltext).progress()->left, 0);
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        QCOMPARE(desk.place(desk.record(2)), Place::AwaitingScreening);
        QCOMPARE(*Screening(*desk.project, fulltext).queue(), std::vector{desk.record(1)});
        QCOMPARE(Screening(*desk.project, fulltext).progress()->left, 1);
        MUST(desk.vote(title, desk.record(1), Verdict::None)); // taken back: expected again
        QCOMPARE(desk.place(desk.record(1)), Place::AwaitingScreening);
    }

    void whoOpensConflictsNeedNotHaveVoted()
    {
        Desk desk;
        decideTwo(desk);
        desk.as("Ana");
        MUST(desk.vote(title, desk.record(3), Verdict::Include));
        desk.as("Ben");
        MUST(desk.vote(title, desk.record(3), Verdict::Exclude));
        QCOMPARE(Conflicts(*desk.project, title).list()->size(), size_t(1));
        desk.as("Cara");
        QCOMPARE(Conflicts(*desk.project, title).list()->size(), size_t(0));
        QCOMPARE(*Conflicts(*desk.project, title).withheld(), 1);
        MUST(Conflicts(*desk.project, title).openBatch());
        QCOMPARE(Conflicts(*desk.project, title).list()->size(), size_t(1));
        QCOMPARE(*Conflicts(*desk.project, title).withheld(), 0);
    }

    void whatWasOpenedIsShown()
    {
        Desk desk;
        decideTwo(desk);
        desk.as("Ana");
        MUST(Conflicts(*desk.project, title).openBatch());
        QCOMPARE(placeFor(desk, "Cara", 1), Place::Sought);
        QCOMPARE(placeFor(desk, "Cara", 2), Place::TitleExcluded);
    }

    void theFullTextHasItsOwnBlind()
    {
        Desk desk;
        decideTwo(desk);
        desk.as("Cara");
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        for (const char* who : {"Ana", "Ben"}) {
            desk.as(who);
            MUST(desk.vote(fulltext, desk.record(1), Verdict::Exclude, "No data"));
        }
        QCOMPARE(placeFor(desk, "Ben", 1), Place::FulltextExcluded);
        QCOMPARE(placeFor(desk, "Cara", 1), Place::AwaitingAssessment);
        QCOMPARE(boxed(desk, "dbr_excluded/No data"), 0);
        QCOMPARE(*Records(*desk.project).withheldFrom(QStringLiteral("dbr_excluded/No data")), 1);
    }

    void whoMayNotVoteIsNotAsked()
    {
        Desk desk;
        desk.as("Ana");
        const auto dora = Setup(*desk.project).addReviewer(QStringLiteral("Dora"), Role::Librarian);
        MUST(dora);
        decideTwo(desk);
        QCOMPARE(placeFor(desk, "Dora", 2), Place::TitleExcluded);
    }

    void oneVoteNeededIsNotBlind()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", std::vector<Entry>{{"One"}}));
        MUST(desk.vote(title, desk.record(1), Verdict::Exclude));
        QCOMPARE(placeFor(desk, "Cara", 1), Place::TitleExcluded);
    }

    /// Whatever others vote in secret on a report that I have not voted on changes nothing that I am shown.
    void nothingPiercesIt_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void nothingPiercesIt();
};

namespace {

/// Three people over six records, two of them copies of others, that they may join.
class Team {
public:
    explicit Team(quint32 seed) : m_random(seed)
    {
        desk.as("Ana");
        const std::vector<Entry> four{{"One"}, {"Two"}, {"Three", "Lima, Ana", 2020, "", "", "", ""}, {"Four"}};
        const std::vector<Entry> again{{"One"}, {"Two"}};
        (void)desk.import("a.ris", four, "Embase");
        (void)desk.import("b.ris", again, "Scopus");
    }
    int pick(int n) { return int(m_random() % quint32(n)); }
    const char* person() { return people[size_t(pick(3))]; }
    RecordId record() { return desk.record(1 + pick(6)); }

    /// Shared acts, after which everybody may see something else.
    void other()
    {
        desk.as(person());
        const RecordId one = record();
        switch (pick(5)) {
        case 0: (void)Duplicates(*desk.project).find({}); break;
        case 1: (void)Conflicts(*desk.project, title).openBatch(); break;
        case 2: {
            const Conflicts::Decision decision{one, Verdict::Include, {}};
            (void)Conflicts(*desk.project, title).resolve({&decision, 1}, ResolvedHow::Discussion);
            break;
        }
        default: {
            const Reports::RetrievalRequest received{one, {Retrieval::Received, {}, {}}};
            (void)Reports(*desk.project).setRetrieval({&received, 1});
        }
        }
    }
    /// A vote by `who`; true: it stands.
    bool vote(const char* who, RecordId on, Stage stage)
    {
        desk.as(who);
        const auto verdict
            = std::array{Verdict::Include, Verdict::Include, Verdict::Exclude, Verdict::None}[size_t(pick(4))];
        return desk.vote(stage, on, verdict, verdict == Verdict::Exclude && stage == fulltext ? "Wrong population" : "")
            .has_value();
    }
    /// The viewer has voted on it at the stage or a later one, or has seen the votes, or would see that it was fetched.
    bool mayKnow(const char* viewer, RecordId on, Stage stage)
    {
        desk.as(viewer);
        const RecordView view = *Records(*desk.project).record(on);
        const auto votedAt = [&](Stage at) {
            return (*Screening(*desk.project, at).myVotes())[view.report.value].verdict != Verdict::None;
        };
        const bool seen = !Conflicts(*desk.project, stage).cards(view.report)->empty();
        const bool fetched = stage == fulltext && Reports(*desk.project).retrieval(on)->state == Retrieval::Received;
        return votedAt(fulltext) || (stage == title && votedAt(title)) || seen || (stage == fulltext && !fetched);
    }

    Desk desk;

private:
    std::mt19937 m_random;
};

} // namespace

void BlindPlacesTest::nothingPiercesIt()
{
    QFETCH(quint32, seed);
    Team team(seed);
    int compared = 0;
    for (int act = 0; act < 60; ++act) {
        if (team.pick(5) == 0) {
            team.other();
            continue;
        }
        const char* voter = team.person();
        const char* viewer = team.person();
        const RecordId on = team.record();
        const Stage stage = team.pick(3) ? title : fulltext;
        const bool secret = std::strcmp(viewer, voter) != 0 && !team.mayKnow(viewer, on, stage);
        const QStringList before = secret ? face(team.desk.as(viewer)) : QStringList();
        const bool stands = team.vote(voter, on, stage);
        if (!secret || !stands)
            continue;
        ++compared;
        const QString told = difference(before, face(team.desk.as(viewer)));
        QVERIFY2(told.isEmpty(),
                 qPrintable(QStringLiteral("act %1, %2 voted on %3, %4 sees: %5")
                                .arg(act)
                                .arg(QLatin1String(voter))
                                .arg(on.value)
                                .arg(QLatin1String(viewer), told)));
    }
    QVERIFY2(compared >= 5, qPrintable(QString::number(compared)));
    QCOMPARE(team.desk.faults(), QString());
}

WINNOW_TEST(BlindPlacesTest)

} // namespace suite_blind_places

#include "test_blind_places.moc"
