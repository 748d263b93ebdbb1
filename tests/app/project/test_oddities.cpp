// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Oddities.h"
#include "project/Sharing.h"
#include "store/Log.h"
#include "support/Exchange.h"
#include "support/ReviewDsl.h"
#include "support/StateDump.h"
#include "support/Suite.h"

#include <QSettings>

namespace suite_oddities {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr qint64 year = qint64(365) * 24 * 3600 * 1000;

std::unique_ptr<Project> openAt(const QString& path, const Clock& clock, const char16_t* who)
{
    auto project = Project::open(path, Project::Access::Write, clock);
    if (!project)
        qFatal("cannot open: %s", qPrintable(outcome(project)));
    (*project)->setMe((*project)->review()->reviewer(QStringView(who))->id);
    return std::move(*project);
}

QStringList kinds(const Result<std::vector<Oddity>>& oddities)
{
    QStringList list;
    if (oddities) {
        for (const Oddity& oddity : *oddities)
            list << words::wordOf(oddity.kind);
    }
    return list;
}

} // namespace

/// Each odd situation has its sentence and its safe way.
class OdditiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsSentence()
    {
        for (int kind = 0; kind <= int(Oddity::Kind::ClockAhead); ++kind) {
            const Oddity oddity{Oddity::Kind(kind), QStringLiteral("FILE"), QStringLiteral("NAME"),
                                QDateTime(QDate(2026, 5, 3), QTime(12, 0), Qt::UTC)};
            const QString sentence = words::sentence(oddity);
            QCOMPARE(sentence.count(QLatin1Char(';')), 2); // what it is; what it means; what to do
            QVERIFY(!sentence.contains(QLatin1Char('%')));
            QVERIFY(!words::wordOf(oddity.kind).isEmpty());
        }
    }

    void aCoauthorsFile()
    {
        Desk ana;
        ana.as("Ana");
        MUST(ana.import("a.ris", {{"One"}, {"Two"}}));
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Include));
        QSettings bensLaptop(ana.path("ben.ini"), QSettings::IniFormat);
        QSettings anasLaptop(ana.path("ana.ini"), QSettings::IniFormat);
        LaptopMemory hers(anasLaptop);
        QCOMPARE(kinds(odditiesOf(*ana.project, &hers)), QStringList());
        hers.remember(*ana.project);
        // Ben is handed Ana's file on his laptop: an offer; on hers he only sits down at it.
        ana.as("Ben");
        const LaptopMemory his(bensLaptop);
        const auto oddities = odditiesOf(*ana.project, &his);
        QCOMPARE(kinds(oddities), QStringList{QStringLiteral("coauthors-file")});
        QCOMPARE(oddities->front().name, QStringLiteral("Ana"));
        QCOMPARE(kinds(odditiesOf(*ana.project, &hers)), QStringList());
    }

    void cloudCopiesAndDuplicates()
    {
        Desk ana;
        ana.as("Ana");
        MUST(ana.import("a.ris", std::vector<Entry>{{"One"}}));
        QSettings laptop(ana.path("laptop.ini"), QSettings::IniFormat);
        LaptopMemory memory(laptop);
        memory.remember(*ana.project);
        for (const char* name : {"review (Ben's conflicted copy 2026-05-03).winnow", "review-LAPTOP7.winnow",
                                 "review (conflicted copy 2026-05-03 101112).winnow",
                                 "review.sync-conflict-20260503-101112-ABCDEFG.winnow"})
            MUST(ana.project->store().backupTo(ana.path(name)));
        put(ana.path("review-notes.winnow"), "not a project");
        FixedClock clock;
        MUST(Project::create(ana.path("review 2.winnow"), Desk::newReview(2, 2), clock)); // another review
        QCOMPARE(conflictedCopies(*ana.project).size(), 4);
        QCOMPARE(kinds(odditiesOf(*ana.project, &memory)).count(QStringLiteral("conflicted-copy")), 4);
        const auto duplicate = openAt(ana.path("review-LAPTOP7.winnow"), clock, u"Ana");
        QCOMPARE(kinds(odditiesOf(*duplicate, &memory)).first(), QStringLiteral("second-copy"));
        MUST(Screening(*duplicate, Stage::Title).vote({ana.record(1), Verdict::Include, {}, {}}));
        MUST(becomeOwnCopy(*duplicate));
        QCOMPARE(kinds(odditiesOf(*duplicate, &memory)), QStringList());
        // Work in both is combined by bringing the one into the other.
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Exclude));
        MUST(Sharing(*ana.project).bringIn(duplicate->path(), {}));
        MUST(Sharing(*duplicate).bringIn(ana.project->path(), {}));
        QCOMPARE(difference(sharedState(ana.project->path()), sharedState(duplicate->path())), QString());
    }

    void restoredFromABackup()
    {
        Desk ana;
        ana.as("Ana");
        MUST(ana.import("a.ris", {{"One"}, {"Two"}}));
        MUST(ana.project->store().backupTo(ana.path("backup")));
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Include));
        MUST(Sharing(*ana.project).sendWork(ana.path("sent.winnowz"), {}));
        const Lines was = sharedState(ana.project->path());
        QSettings laptop(ana.path("laptop.ini"), QSettings::IniFormat);
        LaptopMemory memory(laptop);
        memory.remember(*ana.project);
        const QString path = ana.project->path();
        ana.project.reset();
        QVERIFY(QFile::remove(path) && QFile::rename(ana.path("backup"), path));
        ana.project = openAt(path, ana.clock, u"Ana");
        QCOMPARE(kinds(odditiesOf(*ana.project, &memory)), QStringList{QStringLiteral("older-than-remembered")});
        // What I had sent brings it back, and what I do meanwhile never takes the place of it.
        MUST(ana.vote(Stage::Title, ana.record(2), Verdict::Exclude));
        const auto brought = Sharing(*ana.project).bringIn(ana.path("sent.winnowz"), {});
        MUST(brought);
        QCOMPARE(brought->added, 1);
        QCOMPARE(kinds(odditiesOf(*ana.project, &memory)), QStringList());
        QCOMPARE(Screening(*ana.project, Stage::Title).myVotes()->size(), size_t(2));
    }

    void oneNameTwice()
    {
        Desk ana;
        ana.as("Ana");
        MUST(ana.project->store().backupTo(ana.path("ben.winnow")));
        FixedClock clock;
        const auto ben = openAt(ana.path("ben.winnow"), clock, u"Ben");
        MUST(Setup(*ana.project).addReviewer(QStringLiteral("Dora"), Role::Reviewer));
        MUST(Setup(*ben).addReviewer(QStringLiteral("Dora"), Role::Reviewer));
        MUST(Sharing(*ana.project).bringIn(ben->path(), {}));
        const auto oddities = odditiesOf(*ana.project, nullptr);
        QCOMPARE(kinds(oddities), QStringList{QStringLiteral("two-people-one-name")});
        QCOMPARE(oddities->front().name, QStringLiteral("Dora"));
    }

    /// The same name at two laptops: the preview asks.
    void oneNameAtTwoLaptops()
    {
        Desk ana;
        ana.as("Ana");
        MUST(ana.import("a.ris", {{"One"}, {"Two"}}));
        MUST(Sharing(*ana.project).invite(ana.person("Ben"), ana.path("s.winnowz"), {}));
        FixedClock clock;
        std::array<std::unique_ptr<Project>, 2> laptops;
        for (size_t i = 0; i < 2; ++i) {
            const QString out = ana.path(i ? "ben1.winnow" : "ben0.winnow");
            MUST(Sharing::accept(ana.path("s.winnowz"), out, clock, {}));
            laptops[i] = openAt(out, clock, u"Ben");
        }
        MUST(Screening(*laptops[1], Stage::Title).vote({RecordId(1), Verdict::Include, {}, {}}));
        MUST(Sharing(*laptops[1]).sendWork(ana.path("b.winnowz"), {}));
        const auto preview = Sharing(*laptops[0]).previewOf(ana.path("b.winnowz"), {});
        MUST(preview);
        QVERIFY(preview->inMyName);
        QVERIFY(preview->people.front().isMe);
        QVERIFY(!Sharing(*ana.project).previewOf(ana.path("b.winnowz"), {})->inMyName);
        MUST(Sharing(*laptops[1]).sendWork(ana.path("own.winnowz"), {}));
        QVERIFY(!Sharing(*laptops[1]).previewOf(ana.path("own.winnowz"), {})->inMyName);
    }

    /// A clock years ahead does not drag the others along, and later words still count as later.
    void aClockThatIsYearsOff()
    {
        Desk ana;
        ana.as("Ana");
        MUST(ana.import("a.ris", {{"One"}, {"Two"}}));
        const QString path = ana.path("ben.winnow");
        Reviewer lead = *ana.project->review()->reviewer(u"Ben");
        lead.roles |= Role::Lead; // rules are the lead's to set
        MUST(Setup(*ana.project).editReviewer(lead));
        MUST(ana.project->store().backupTo(path));
        FixedClock wrong(ana.clock.now() + 60 * year, 1);
        const auto ben = openAt(path, wrong, u"Ben");
        ReviewSettings settings = ben->review()->settings;
        settings.title = QStringLiteral("Of the future");
        MUST(Setup(*ben).save(settings));
        MUST(Screening(*ben, Stage::Title).vote({ana.record(1), Verdict::Exclude, {}, {}}));
        MUST(Sharing(*ben).sendWork(ana.path("b.winnowz"), {}));
        QVERIFY(Sharing(*ana.project).previewOf(ana.path("b.winnowz"), {})->fromTheFuture > 1);
        MUST(Sharing(*ana.project).bringIn(ana.path("b.winnowz"), {}));
        QCOMPARE(ana.project->review()->settings.title, QStringLiteral("Of the future"));
        QCOMPARE(kinds(odditiesOf(*ana.project, nullptr)), QStringList{QStringLiteral("clock-behind")});

        // A vote of Ana's is dated now …
        MUST(ana.vote(Stage::Title, ana.record(2), Verdict::Include));
        store::Database db(ana.project->path(), store::Database::Mode::ReadWrite);
        const qint64 stamp = db.number("SELECT stamp FROM change ORDER BY seq DESC LIMIT 1");
        QVERIFY(stamp < store::stampOf(ana.clock.now() + store::clockTolerance));
        // … but what holds a place from the future is followed by what comes later.
        settings.title = QStringLiteral("Of today");
        MUST(Setup(*ana.project).save(settings));
        QCOMPARE(ana.project->review()->settings.title, QStringLiteral("Of today"));
        MUST(History(*ana.project).undo());
        QCOMPARE(ana.project->review()->settings.title, QStringLiteral("Of the future"));
        MUST(History(*ana.project).redo());
        // Votes from the future are before the opening that discloses them (rules.md C2).
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Include));
        MUST(Conflicts(*ana.project, Stage::Title).openBatch());
        const auto agreement = Conflicts(*ana.project, Stage::Title).agreement();
        MUST(agreement);
        QCOMPARE(agreement->size(), size_t(1));
        QCOMPARE(ana.faults(), QString());
        MUST(Sharing(*ana.project).sendWork(ana.path("a.winnowz"), {}));
        MUST(Sharing(*ben).bringIn(ana.path("a.winnowz"), {}));
        QCOMPARE(ben->review()->settings.title, QStringLiteral("Of today"));
        QCOMPARE(difference(sharedState(ana.project->path()), sharedState(path)), QString());
        QCOMPARE(kinds(odditiesOf(*ben, nullptr)), QStringList());
        ana.clock.advance(2 * year);
    }

    void aClockFarAhead()
    {
        Desk ana;
        QCOMPARE(kinds(odditiesOf(*ana.project, nullptr)), QStringList());
        ana.clock.advance(2 * year);
        QCOMPARE(kinds(odditiesOf(*ana.project, nullptr)), QStringList{QStringLiteral("clock-ahead")});
    }
};

WINNOW_TEST(OdditiesTest)

} // namespace suite_oddities

#include "test_oddities.moc"
