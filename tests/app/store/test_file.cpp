// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Charts.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <QSysInfo>

#include <sqlite3.h>

namespace suite_file {

using namespace winnow;
using namespace winnow::test;
using Access = Project::Access;

namespace {

const std::vector<Entry> two{{"One"}, {"Two"}};

} // namespace

/// Who may open a project file, what is refused, and what lies in its folder when nobody works.
class FileTest : public QObject {
    Q_OBJECT

private:
    static void execute(const QString& path, const char* sql)
    {
        store::Database(path, store::Database::Mode::ReadWrite).execute(sql);
    }
    /// As a file of the second version was: without the columns and the tally that the third brought, and without what
    /// came after.
    static void makeOld(const QString& path)
    {
        execute(path,
                "ALTER TABLE record DROP COLUMN year; ALTER TABLE record DROP COLUMN journal; "
                "DELETE FROM tally WHERE dim = 5; ALTER TABLE record_text DROP COLUMN issn; "
                "ALTER TABLE record_text DROP COLUMN isbn; DROP TABLE long_step; DROP INDEX change_step; DROP TABLE "
                "block_keys; DROP TABLE fetch; DROP TABLE fetched; DROP TABLE mention; DROP TABLE spoken_of; DROP "
                "TABLE annotated; DROP INDEX cell_appraised; ALTER TABLE record DROP "
                "COLUMN place2; ALTER TABLE record DROP "
                "COLUMN reason2; "
                "DROP TABLE turning; DROP TABLE run_turning; DROP TABLE tally_ahead; DELETE FROM meta WHERE key IN "
                "('side', 'ahead_upto'); "
                "PRAGMA user_version = 2");
    }

private Q_SLOTS:
    void aSecondWriterLearnsWhoHasIt()
    {
        Desk desk;
        const auto second = Project::open(desk.project->path(), Access::Write, desk.clock);
        MUST_FAIL(second, ErrorCode::ProjectHeld);
        QVERIFY2(second.error().detail.contains(QSysInfo::machineHostName()), qPrintable(second.error().detail));
        desk.reopen(); // let go and taken again
    }

    void readersWorkWhileItIsHeld()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", two));
        auto reader = Project::open(desk.project->path(), Access::Read, desk.clock);
        MUST(reader);
        auto snapshot = Project::open(desk.project->path(), Access::Snapshot, desk.clock);
        MUST(snapshot);
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        (*reader)->setMe(desk.person("Ana"));
        (*snapshot)->setMe(desk.person("Ana"));
        QCOMPARE(Screening(**reader, Stage::Title).myVotes()->size(), size_t(1));
        QCOMPARE(Screening(**snapshot, Stage::Title).myVotes()->size(), size_t(0));
        QCOMPARE(Records(**snapshot).all()->size(), size_t(2));
        QVERIFY((*reader)->readOnly());
        MUST_FAIL(Screening(**reader, Stage::Title).vote({desk.record(2), Verdict::Include, {}, {}}),
                  ErrorCode::ReadOnlyProject);
        MUST_FAIL(History(**snapshot).undo(), ErrorCode::ReadOnlyProject);
        QCOMPARE(faultsOf(**snapshot), QString());
        QCOMPARE(faultsOf(**reader), QString());
        MUST((*snapshot)->store().backupTo(desk.path("copy.winnow")));
        auto copy = Project::open(desk.path("copy.winnow"), Access::Write, desk.clock);
        MUST(copy);
        QCOMPARE((*copy)->uid(), desk.project->uid());
        QCOMPARE(faultsOf(**copy), QString());
    }

    void theLockOfAnotherMachineIsBelieved()
    {
        Desk desk;
        const QString path = desk.project->path();
        desk.project.reset();
        QVERIFY(!QFile::exists(store::ProjectLock::pathFor(path)));
        put(store::ProjectLock::pathFor(path),
            R"({"user":"ben","host":"another-laptop","since":"2020-05-03T10:00:00Z"})");
        const auto opened = Project::open(path, Access::Write, desk.clock);
        MUST_FAIL(opened, ErrorCode::ProjectHeld);
        QVERIFY(opened.error().detail.contains(QLatin1String("ben @ another-laptop")));
        QVERIFY(QFile::exists(store::ProjectLock::pathFor(path)));
        MUST(Project::open(path, Access::Read, desk.clock));
    }

    void aLockLeftBehindHereIsTakenOver()
    {
        Desk desk;
        const QString path = desk.project->path();
        desk.project.reset();
        const QString holder = QStringLiteral(R"({"user":"ana","host":"%1","since":"2020-05-03T10:00:00Z"})")
                                   .arg(QSysInfo::machineHostName());
        put(store::ProjectLock::pathFor(path), holder.toUtf8());
        MUST(Project::open(path, Access::Write, desk.clock));
        put(store::ProjectLock::pathFor(path), "torn");
        MUST(Project::open(path, Access::Write, desk.clock));
    }

    void oneFileAtRest()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", two));
        const QString wal = desk.project->path() + QStringLiteral("-wal");
        QVERIFY(QFileInfo(wal).size() > 0);
        QTRY_COMPARE(QFileInfo(wal).size(), qint64(0)); // after two idle seconds
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        desk.project.reset();
        QCOMPARE(QDir(desk.dir.path()).entryList(QDir::Files),
                 (QStringList{QStringLiteral("a.ris"), QStringLiteral("review.winnow")}));
    }

    void whatIsNoProjectIsRefused()
    {
        Desk desk;
        const auto refused = [&](const QString& path, ErrorCode code) {
            for (const Access access : {Access::Write, Access::Read, Access::Snapshot}) {
                const auto opened = Project::open(path, access, desk.clock);
                QVERIFY2(!opened, qPrintable(path));
                QCOMPARE(int(opened.error().code), int(code));
            }
        };
        refused(desk.path("missing.winnow"), ErrorCode::FileMissing);
        refused(desk.dir.path(), ErrorCode::IsDirectory);
        refused(put(desk.path("empty.winnow"), {}), ErrorCode::NotAProject);
        const QByteArray text = "TY  - JOUR\nTI  - Not a project\nER  - \n";
        refused(put(desk.path("text.winnow"), text), ErrorCode::NotAProject);
        refused(put(desk.path("long.winnow"), text.repeated(500)), ErrorCode::NotAProject);
        store::Database(desk.path("other.db"), store::Database::Mode::Create).execute("CREATE TABLE t(a)");
        refused(desk.path("other.db"), ErrorCode::NotAProject);
        QFile file(desk.path("text.winnow"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
        QVERIFY(!QFile::exists(desk.path("text.winnow-lock")));
    }

    void aNewerFileIsReadOnly()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", two));
        const QString path = desk.project->path();
        desk.project.reset();
        execute(path, "PRAGMA user_version = 99");
        MUST_FAIL(Project::open(path, Access::Write, desk.clock), ErrorCode::NewerProject);
        auto reader = Project::open(path, Access::Read, desk.clock);
        MUST(reader);
        QCOMPARE(Records(**reader).all()->size(), size_t(2));
    }

    void anOlderFileIsBroughtUpToDate()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", two));
        MUST(desk.import("b.ris", std::vector<Entry>{{"Three"}}));
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        MUST(desk.vote(Stage::Title, desk.record(2), Verdict::Include));
        MUST(desk.vote(Stage::Title, desk.record(2), Verdict::None));
        MUST(desk.vote(Stage::Title, desk.record(3), Verdict::Include));
        MUST(desk.as("Ben").vote(Stage::Title, desk.record(1), Verdict::Include));
        MUST(Imports(*desk.project).takeBack(desk.project->review()->runs[1].id));
        const QString path = desk.project->path();
        desk.project.reset();
        makeOld(path);
        const auto years = [](Project& project) { return Charts(project).data(*chartKind(u"years")); };
        {
            auto reader = Project::open(path, Access::Read, desk.clock); // reads a copy, the file stays as it is
            MUST(reader);
            QCOMPARE(years(**reader)->marks.size(), size_t(1));
        }
        QCOMPARE(store::Database(path, store::Database::Mode::ReadOnly).number("PRAGMA user_version"), 2);
        auto writer = Project::open(path, Access::Write, desk.clock);
        MUST(writer);
        QCOMPARE(faultsOf(**writer), QString()); // the tally is what the log says
        QCOMPARE(years(**writer)->marks.front().names, QStringList{QStringLiteral("2020")});
        QCOMPARE(years(**writer)->total, 2);
        QCOMPARE(Charts(**writer).data(*chartKind(u"progress"))->total, 2);
    }

    void creatingOverSomethingIsRefused()
    {
        Desk desk;
        put(desk.path("there"), "x");
        const auto make = [&](const QString& path) { return Project::create(path, Desk::newReview(2, 2), desk.clock); };
        MUST_FAIL(make(desk.path("there")), ErrorCode::FileExists);
        MUST_FAIL(make(desk.dir.path()), ErrorCode::IsDirectory);
        QVERIFY(!make(desk.path("no/such/folder/x.winnow")));
    }

    void damageIsFound()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", two));
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        execute(desk.project->path(), "UPDATE tally SET n = n + 1 WHERE dim = 1");
        QVERIFY(desk.faults().contains(QLatin1String("derived-tables")));
        MUST(repair(*desk.project, {}));
        QCOMPARE(desk.faults(), QString());
        execute(desk.project->path(), "DELETE FROM mark");
        QVERIFY(desk.faults().contains(QLatin1String("derived-tables")));
        MUST(repair(*desk.project, {}));
        QCOMPARE(desk.faults(), QString());
        QCOMPARE(Screening(*desk.project, Stage::Title).myVotes()->size(), size_t(1));
    }
};

WINNOW_TEST(FileTest)

} // namespace suite_file

#include "test_file.moc"
