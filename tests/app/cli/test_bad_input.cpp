// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

#include <QFileInfo>
#include <QSysInfo>

#include <csignal>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace suite_bad_input {

using namespace winnow::tests;

namespace {

/// Rights are tried out as somebody who is not root.
Run asNobody(const QStringList& arguments)
{
    if (::geteuid() != 0)
        return call(arguments);
    const QStringList nobody{QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                             QStringLiteral("--clear-groups"), program()};
    return runProgram(QStringLiteral("setpriv"), nobody + arguments);
}

void setMode(const QString& path, mode_t mode)
{
    if (::chmod(QFile::encodeName(path).constData(), mode) != 0)
        qFatal("chmod %s", qPrintable(path));
}

/// What anybody can see of a project.
QByteArray content(const QString& project)
{
    return call({QStringLiteral("records"), project, QStringLiteral("--json")}).out
        + call({QStringLiteral("log"), project, QStringLiteral("--json")}).out;
}

} // namespace

/// The bad input that people really have: one line on standard error, exit 1, nothing changed.
class TestBadInput : public QObject {
    Q_OBJECT

private:
    Bench bench;

    static Run importInto(const QString& project, const QString& file)
    {
        return call({QStringLiteral("import"), project, file});
    }

    void refuses(const QString& project, const Run& run, const QByteArray& before, const QString& named) const
    {
        QCOMPARE(run.code, 1);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY2(run.errorLines().first().contains(named), run.err.constData());
        QVERIFY(run.out.isEmpty() || run.json()[QLatin1String("records")].toInt() == 0);
        QCOMPARE(content(project), before);
    }

private Q_SLOTS:
    void filesThatAreNoBibliography_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QByteArray rubbish;
        for (int i = 0; i < 20000; ++i)
            rubbish += char((i * 7919 + i / 251) & 0xff);
        QTest::newRow("empty") << QStringLiteral("empty.ris") << QByteArray();
        QTest::newRow("prose") << QStringLiteral("letter.txt")
                               << QByteArray("Dear Ana,\nplease find the list attached.\nBen\n");
        QTest::newRow("binary") << QStringLiteral("rubbish.nbib") << rubbish;
        QTest::newRow("zeros") << QStringLiteral("zeros.ris") << QByteArray(100000, '\0');
        QTest::newRow("web page") << QStringLiteral("page.xml") << QByteArray("<html><body>Sign in</body></html>");
    }
    void filesThatAreNoBibliography()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const QString p = bench.project(name + QStringLiteral(".winnow"));
        const QByteArray before = content(p);
        const QString file = bench.write(name, bytes);
        refuses(p, importInto(p, file), before, name);
        QVERIFY(call({QStringLiteral("check"), p}).code == 0);
    }

    void pathsThatAreNoFile()
    {
        const QString p = bench.project(QStringLiteral("paths.winnow"));
        const QByteArray before = content(p);
        refuses(p, importInto(p, bench.path(QStringLiteral("nowhere.ris"))), before, QStringLiteral("nowhere.ris"));
        QDir().mkdir(bench.path(QStringLiteral("folder.ris")));
        refuses(p, importInto(p, bench.path(QStringLiteral("folder.ris"))), before, QStringLiteral("folder"));
        refuses(p,
                call({QStringLiteral("import"), p, bench.path(QStringLiteral("a.ris")), QStringLiteral("--format"),
                      QStringLiteral("odt")}),
                before, QStringLiteral("odt"));
        refuses(
            p,
            call({QStringLiteral("vote"), p, QStringLiteral("--as"), QStringLiteral("Ana"), QStringLiteral("--stage"),
                  QStringLiteral("title"), QStringLiteral("--votes"), bench.path(QStringLiteral("folder.ris"))}),
            before, QStringLiteral("folder"));
    }

    void aTruncatedFile()
    {
        const QString p = bench.path(QStringLiteral("cut.winnow"));
        QCOMPARE(call({QStringLiteral("new"), p, QStringLiteral("--title"), QStringLiteral("T")}).code, 0);
        QByteArray whole = Bench::read(bench.ris(QStringLiteral("whole.ris"), 5, "cut"));
        whole.truncate(whole.indexOf("Trial 4 of") + 3);
        const Run run = call(
            {QStringLiteral("import"), p, bench.write(QStringLiteral("cut.ris"), whole), QStringLiteral("--json")});
        QCOMPARE(run.code, 0);
        const QJsonObject file = run.json()[QLatin1String("files")][0].toObject();
        const qint64 told
            = file[QLatin1String("records")].toInteger() + file[QLatin1String("unreadable")].toArray().size();
        QVERIFY(told >= 4); // the cut one is either there or told
        QVERIFY(file[QLatin1String("records")].toInt() >= 3);
    }

    void anUnreadableFile()
    {
        const QString folder = bench.path(QStringLiteral("open"));
        QDir().mkdir(folder);
        const QString p = bench.project(QStringLiteral("open/u.winnow"));
        setMode(bench.path(QString()), 0755);
        setMode(folder, 0777);
        setMode(p, 0666);
        const QString file = bench.ris(QStringLiteral("secret.ris"), 2, "secret");
        setMode(file, 0);
        const QByteArray before = content(p);
        const Run run = asNobody({QStringLiteral("import"), p, file});
        setMode(file, 0600);
        refuses(p, run, before, QStringLiteral("secret.ris"));
    }

    void aFolderThatMayOnlyBeRead()
    {
        const QString folder = bench.path(QStringLiteral("fixed"));
        QDir().mkdir(folder);
        const QString p = bench.project(QStringLiteral("fixed/r.winnow"));
        const QString file = bench.ris(QStringLiteral("more.ris"), 2, "more");
        const QByteArray before = content(p);
        setMode(bench.path(QString()), 0755);
        setMode(p, 0444);
        setMode(folder, 0555);
        const Run run = asNobody({QStringLiteral("import"), p, file});
        const Run seen = asNobody({QStringLiteral("records"), p, QStringLiteral("--json")});
        const Run made = asNobody({QStringLiteral("new"), bench.path(QStringLiteral("fixed/n.winnow")),
                                   QStringLiteral("--title"), QStringLiteral("T")});
        setMode(folder, 0755);
        setMode(p, 0644);
        refuses(p, run, before, QStringLiteral("r.winnow"));
        QCOMPARE(seen.code, 0);
        QCOMPARE(seen.json()[QLatin1String("records")].toArray().size(), 6);
        QCOMPARE(made.code, 1);
        QCOMPARE(made.errorLines().size(), 1);
        QVERIFY(!QFileInfo::exists(bench.path(QStringLiteral("fixed/n.winnow"))));
    }

    void noProject()
    {
        const QString file = bench.ris(QStringLiteral("x.ris"), 1, "x");
        const QString text = bench.write(QStringLiteral("text.winnow"), "This is a letter, not a project.\n");
        const QString empty = bench.write(QStringLiteral("empty.winnow"), "");
        for (const QString& project :
             {text, empty, bench.path(QStringLiteral("missing.winnow")), bench.path(QString())}) {
            const QByteArray before = Bench::read(project);
            for (const QStringList& line :
                 {QStringList{QStringLiteral("import"), project, file}, QStringList{QStringLiteral("status"), project},
                  QStringList{QStringLiteral("check"), project}}) {
                const Run run = call(line);
                QCOMPARE(run.code, 1);
                QCOMPARE(run.errorLines().size(), 1);
                QVERIFY(run.out.isEmpty());
            }
            QCOMPARE(Bench::read(project), before);
        }
        QVERIFY(!QFileInfo::exists(bench.path(QStringLiteral("missing.winnow"))));
        const Run demo = call({QStringLiteral("demo"), text});
        QCOMPARE(demo.code, 1);
        QCOMPARE(Bench::read(text), QByteArray("This is a letter, not a project.\n"));
    }

    void aNewerProject()
    {
        const QString p = bench.project(QStringLiteral("newer.winnow"));
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(p).constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(db);
        const QByteArray before = Bench::read(p);
        const Run run = importInto(p, bench.ris(QStringLiteral("n.ris"), 1, "n"));
        QCOMPARE(run.code, 1);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY(run.err.contains("newer"));
        QCOMPARE(Bench::read(p), before);
        QCOMPARE(call({QStringLiteral("records"), p, QStringLiteral("--json")})
                     .json()[QLatin1String("records")]
                     .toArray()
                     .size(),
                 6);
    }

    void aProjectThatIsHeld()
    {
        const QString p = bench.project(QStringLiteral("held.winnow"));
        const QByteArray before = content(p);
        QFile lock(p + QStringLiteral("-lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("{\"user\":\"carla\",\"host\":\"" + QSysInfo::machineHostName().toUtf8()
                   + "\",\"since\":\"2026-05-03T10:00:00Z\"}");
        lock.flush();
        QCOMPARE(::flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
        const Run run = importInto(p, bench.ris(QStringLiteral("h.ris"), 1, "h"));
        refuses(p, run, before, QStringLiteral("carla")); // reading goes on meanwhile
        lock.close();
        lock.remove();
        QCOMPARE(importInto(p, bench.path(QStringLiteral("h.ris"))).code, 0);
    }

    void aFullDisk()
    {
        const QString folder = bench.path(QStringLiteral("small"));
        QDir().mkdir(folder);
        if (::geteuid() != 0
            || runProgram(QStringLiteral("mount"),
                          {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                           QStringLiteral("size=2m"), QStringLiteral("none"), folder})
                    .code
                != 0)
            QSKIP("needs the right to mount a small file system");
        const QString p = folder + QStringLiteral("/p.winnow");
        const Run made = call({QStringLiteral("new"), p, QStringLiteral("--title"), QStringLiteral("T")});
        const QByteArray before = content(p);
        const QString big = bench.ris(QStringLiteral("big.ris"), 20000, "big");
        const Run run = importInto(p, big);
        const QByteArray after = content(p);
        const Run check = call({QStringLiteral("check"), p});
        const Run demo = call({QStringLiteral("demo"), folder + QStringLiteral("/demo.winnow")});
        const QStringList left = QDir(folder).entryList(QDir::Files);
        QCOMPARE(runProgram(QStringLiteral("umount"), {folder}).code, 0);
        QCOMPARE(made.code, 0);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY2(run.err.contains("no room"), run.err.constData());
        QCOMPARE(after, before);
        QCOMPARE(check.code, 0);
        if (demo.code != 0) {
            QCOMPARE(demo.errorLines().size(), 1);
            QVERIFY2(left.filter(QStringLiteral("demo")).isEmpty(), qPrintable(left.join(QLatin1Char(' '))));
        }
    }

    void anAnswerThatCannotBeWritten()
    {
        const QString p = bench.project(QStringLiteral("dev.winnow"));
        const Run full = runProgram(
            QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("\"$0\" records \"$1\" --json >/dev/full"), program(), p});
        QCOMPARE(full.code, 1);
        QCOMPARE(full.errorLines().size(), 1);
        const Run cut
            = runProgram(QStringLiteral("sh"),
                         {QStringLiteral("-c"), QStringLiteral("\"$0\" records \"$1\" | head -n 1"), program(), p});
        QCOMPARE(cut.code, 0);
        QVERIFY(cut.err.isEmpty());
    }

    void controlC_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void controlC()
    {
        QFETCH(int, signal);
        const QString p = bench.project(QStringLiteral("int%1.winnow").arg(signal));
        const QByteArray before = content(p);
        const QString big = bench.ris(QStringLiteral("long.ris"), 60000, "long" + QByteArray::number(signal));
        QProcess process;
        process.start(program(), {QStringLiteral("import"), p, big, QStringLiteral("--progress")});
        QVERIFY(process.waitForStarted());
        process.setReadChannel(QProcess::StandardError);
        while (!process.canReadLine() && process.waitForReadyRead(patience)) { }
        ::kill(pid_t(process.processId()), signal);
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(content(p), before);
        QCOMPARE(call({QStringLiteral("check"), p}).code, 0);
        QVERIFY(!QFileInfo::exists(p + QStringLiteral("-lock")));
    }
};

WINNOW_TEST(TestBadInput)

} // namespace suite_bad_input

#include "test_bad_input.moc"
