// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellRoom.h"

#include "panels/screening/QueueList.h"
#include "panels/screening/ScreeningPanel.h"
#include "panels/screening/VoteBar.h"
#include "panels/sources/ImportCard.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "shell/Notices.h"
#include "support/FullDisk.h"
#include "support/Suite.h"
#include "widgets/Banner.h"

#include <QDir>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace suite_bad_input {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ShellRoom;

namespace {

struct BadFile {
    const char* name;
    QByteArray bytes;
    const char* sentence; ///< part of it
};

/// The bad input of the command line's test, brought by the window: files to open, files to import.
struct Room : ShellRoom {
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile out(folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return out.fileName();
    }
    QString said() { return window().notices()->text(); }
    /// Chosen in the dialog of Ctrl+O.
    void open(const QString& path)
    {
        dialogs.files.push_back({path});
        press(Qt::Key_O, Qt::ControlModifier);
    }
    void openTeam()
    {
        const QString path = review("team.winnow");
        open(path);
        QVERIFY(opened());
        shell->session().setMe(project()->review()->reviewers.front().id);
        window().who()->hide();
        QTRY_VERIFY(!shell->session().open()->jobs.busy());
    }
    /// The one card of what was chosen in the dialog of Ctrl+I, when it has been looked into.
    ImportCard* import(const QString& path)
    {
        dialogs.files.push_back({path});
        press(Qt::Key_I, Qt::ControlModifier);
        ImportCard* card = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                const auto cards = window().findChildren<ImportCard*>();
                card = cards.isEmpty() ? nullptr : cards.last();
                return card && card->file() == path && card->state() != ImportCard::State::Looking;
            },
            test::patienceMs);
        return card;
    }
};

} // namespace

/// Each ends in one sentence that says what happened, and nothing has changed.
class BadInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { winnow::test::watchDisk(); }
    void cleanup() { winnow::test::setDiskFull(false); }

    void filesThatAreNoBibliography()
    {
        Room room;
        room.openTeam();
        QByteArray rubbish;
        for (int i = 0; i < 20000; ++i)
            rubbish += char((i * 7919 + i / 251) & 0xff);
        for (const BadFile& bad :
             {BadFile{"empty.ris", {}, "is empty"},
              BadFile{"letter.txt", "Dear Ana,\nplease find the list attached.\nBen\n", "no bibliographic entries"},
              BadFile{"rubbish.nbib", rubbish, "rubbish.nbib"},
              BadFile{"zeros.ris", QByteArray(100000, '\0'), "zeros.ris"},
              BadFile{"page.xml", "<html><body>Sign in</body></html>", "page.xml"}}) {
            const ImportCard* card = room.import(room.write(QString::fromLatin1(bad.name), bad.bytes));
            QVERIFY(card);
            QCOMPARE(card->state(), ImportCard::State::NotReadable);
            QVERIFY2(card->sentence().contains(QLatin1String(bad.sentence)), qPrintable(card->sentence()));
        }
        QVERIFY(room.project()->review()->runs.empty());
    }

    void pathsThatAreNoFile()
    {
        Room room;
        room.openTeam();
        const ImportCard* missing = room.import(room.file("nowhere.ris"));
        QVERIFY(missing);
        QVERIFY2(missing->sentence().contains(QStringLiteral("There is no file")), qPrintable(missing->sentence()));
        QDir(room.folder.path()).mkdir(QStringLiteral("folder.ris"));
        const ImportCard* directory = room.import(room.file("folder.ris"));
        QVERIFY(directory);
        QVERIFY2(directory->sentence().contains(QStringLiteral("is a folder")), qPrintable(directory->sentence()));
        QVERIFY(room.project()->review()->runs.empty());
    }

    void anUnreadableFile()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything; the command line's test tries this as somebody else");
        Room room;
        room.openTeam();
        const QString path = room.write(QStringLiteral("secret.ris"), "TY  - JOUR\nTI  - Secret\nER  - \n");
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0), 0);
        const ImportCard* card = room.import(path);
        QVERIFY(card);
        QVERIFY2(card->sentence().contains(QStringLiteral("could not be read")), qPrintable(card->sentence()));
    }

    void aTruncatedFileGivesWhatCameAndTells()
    {
        Room room;
        room.openTeam();
        ImportCard* card
            = room.import(room.write(QStringLiteral("cut.ris"),
                                     "TY  - JOUR\nTI  - Whole\nPY  - 2001\nER  - \n\nTY  - JOUR\nTI  - Cut in the mi"));
        QVERIFY(card);
        QCOMPARE(card->state(), ImportCard::State::Ready);
        room.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(card->state(), ImportCard::State::Done);
        const auto all = Records(*room.project()).all();
        QVERIFY(all.has_value());
        std::vector<std::string> titles;
        for (const RecordId record : *all)
            titles.push_back(Records(*room.project()).record(record)->record.title);
        QCOMPARE(titles, (std::vector<std::string>{"Whole", "Cut in the mi"})); // nothing that came is thrown away
        QCOMPARE(card->report()->unreadableCount, 1); // and that the last one is cut is told
    }

    void projectsThatAreNone()
    {
        Room room;
        const QByteArray letter = "Dear editor, this is a letter.\n";
        for (const BadFile& bad :
             {BadFile{"letter.winnow", letter, "is not a Winnow project"}, BadFile{"empty.winnow", {}, "not a Winnow"},
              BadFile{"rubbish.winnow", QByteArray(5000, '\x7f'), "is not a Winnow project"}}) {
            const QString path = room.write(QString::fromLatin1(bad.name), bad.bytes);
            room.open(path);
            QTRY_VERIFY2(room.said().contains(path) && room.said().contains(QLatin1String(bad.sentence)),
                         qPrintable(room.said()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), bad.bytes);
        }
        room.open(room.folder.path());
        QTRY_VERIFY2(room.said().contains(QStringLiteral("is a folder")), qPrintable(room.said()));
        QVERIFY(!room.project());
    }

    /// The vote that found no room is not shown as given; with room again, the same press gives it.
    void aFullDisk()
    {
        Room room;
        room.openTeam();
        const QByteArray two = "TY  - JOUR\nTI  - First\nER  - \n\nTY  - JOUR\nTI  - Second\nER  - \n";
        ImportCard* card = room.import(room.write(QStringLiteral("two.ris"), two));
        QVERIFY(card);
        winnow::test::setDiskFull(true);
        room.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(card->state(), ImportCard::State::Failed);
        QVERIFY2(card->sentence().contains(QStringLiteral("no room left on the disk")), qPrintable(card->sentence()));
        QVERIFY(room.project()->review()->runs.empty());
        winnow::test::setDiskFull(false);
        room.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(card->state(), ImportCard::State::Done);

        room.press(Qt::Key_5, Qt::ControlModifier);
        auto* screening = qobject_cast<ScreeningPanel*>(room.window().reviewPage()->current());
        QVERIFY(screening);
        QTRY_VERIFY(screening->settled() && screening->current());
        const auto first = screening->current();
        const auto votes = [&] { return Screening(*room.project(), Stage::Title).myVotes()->size(); };
        winnow::test::setDiskFull(true);
        room.press(Qt::Key_I);
        const auto said = [&] { return screening->findChild<VoteBar*>()->banner()->text(); };
        QTRY_VERIFY2(said().contains(QStringLiteral("no room left on the disk")), qPrintable(said()));
        QTRY_VERIFY(screening->settled());
        QCOMPARE(votes(), 0U);
        winnow::test::setDiskFull(false);
        if (screening->current() != first)
            room.press(Qt::Key_Up);
        QTRY_COMPARE(screening->current(), first);
        room.press(Qt::Key_I);
        QTRY_COMPARE(votes(), 1U);
    }

    void aNewerProjectCanBeReadOnly()
    {
        Room room;
        const QString path = room.review("newer.winnow");
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(db);
        room.open(path);
        QTRY_VERIFY2(room.said().contains(QStringLiteral("newer Winnow")), qPrintable(room.said()));
        QVERIFY(!room.project() || room.project()->readOnly());
    }

    void aFolderThatMayOnlyBeRead()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere; the command line's test tries this as somebody else");
        Room room;
        const QString path = room.review("fixed.winnow");
        const QByteArray folder = QFile::encodeName(room.folder.path());
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0444), 0);
        QCOMPARE(::chmod(folder.constData(), 0555), 0);
        room.open(path);
        const bool told
            = QTest::qWaitFor([&] { return room.said().contains(QStringLiteral("read")); }, test::patienceMs);
        QCOMPARE(::chmod(folder.constData(), 0755), 0);
        QVERIFY2(told, qPrintable(room.said()));
        QVERIFY(!room.project() || room.project()->readOnly());
    }
};

WINNOW_WINDOW_TEST(BadInputTest)

} // namespace suite_bad_input

#include "test_bad_input.moc"
