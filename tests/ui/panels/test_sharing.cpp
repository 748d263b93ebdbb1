// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PagesRoom.h"

#include "models/StandingWords.h"
#include "panels/sharing/BringInsCard.h"
#include "panels/sharing/LetterCard.h"
#include "panels/sharing/PreviewPage.h"
#include "panels/sharing/PreviewWords.h"
#include "panels/sharing/SharingPanel.h"
#include "project/Screening.h"
#include "project/Sharing.h"
#include "support/Suite.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace suite_sharing {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

/// Ana's room with two records, and Ben's own copy of it on another laptop.
struct TwoCopies {
    PagesRoom ana;
    std::unique_ptr<Project> ben;

    TwoCopies()
    {
        ana.import(QStringLiteral("search.ris"),
                   PagesRoom::entry("Stem cells in sclerosis", "Burt RK", 2019)
                       + PagesRoom::entry("A mouse model", "Doe J", 2014));
        const QString start = ana.folder.filePath(QStringLiteral("start.winnowz"));
        const QString copy = ana.folder.filePath(QStringLiteral("ben.winnow"));
        if (!Sharing(*ana.project).invite(ana.person(QStringLiteral("Ben")), start, {}))
            qFatal("no invitation");
        const auto made = Sharing::accept(start, copy, ana.clock, {});
        if (!made)
            qFatal("no copy: %s", qPrintable(made.error().context + made.error().detail));
        auto project = Project::open(copy, Project::Access::Write, ana.clock);
        if (!project)
            qFatal("the copy does not open");
        ben = std::move(*project);
        ben->setMe(made->me);
    }

    /// Ben votes on everything and sends it.
    [[nodiscard]] QString workOfBen(Verdict verdict, const char* name = "ben.winnowz") const
    {
        Screening screening(*ben, Stage::Title);
        const auto queue = screening.queue();
        if (!queue)
            qFatal("no queue");
        for (const RecordId report : *queue)
            if (!screening.vote({report, verdict, {}, {}}))
                qFatal("no vote");
        const QString file = ana.folder.filePath(QString::fromLatin1(name));
        if (!Sharing(*ben).sendWork(file, {}))
            qFatal("nothing sent");
        return file;
    }
};

BundlePreview previewFrom(const QString& person)
{
    BundlePreview preview;
    preview.info.kind = BundleKind::Work;
    preview.info.sender = person;
    preview.info.madeAt = QDateTime(QDate(2026, 5, 3), QTime(10, 42), Qt::UTC);
    return preview;
}

void press(QWidget& on, Qt::Key key)
{
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &on;
    QTest::keyClick(target, key);
}

} // namespace

class SharingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void aPreviewSaysInWordsWhatIsNew()
    {
        BundlePreview preview = previewFrom(QStringLiteral("Ben"));
        preview.people = {{.person = QStringLiteral("Ben"), .votes = 1498, .reasons = 1}};
        preview.imports = {{QStringLiteral("scopus.ris"), 1204}};
        preview.added = 1499;
        const PreviewWords words = wordsOf(preview);
        QVERIFY(words.head.startsWith(QStringLiteral("The work of Ben, sent ")));
        QCOMPARE(words.brings,
                 (QStringList{QStringLiteral("Ben: 1,498 new votes, 1 change to the reasons"),
                              QStringLiteral("Comes along: scopus.ris (1,204 records)")}));
        QCOMPARE(words.warnings, QStringList());
    }

    void aPreviewWarnsOfClashesNamesAndClocks()
    {
        BundlePreview preview = previewFrom(QStringLiteral("Ana"));
        preview.added = 3;
        preview.clashes = 1;
        preview.fromTheFuture = 2;
        preview.inMyName = true;
        const QStringList warnings = wordsOf(preview).warnings;
        QCOMPARE(warnings.size(), 3);
        QVERIFY(warnings[0].startsWith(QStringLiteral("The sender goes by your name")));
        QVERIFY(warnings[1].startsWith(QStringLiteral("1 report would be decided twice")));
        QVERIFY(warnings[2].contains(QStringLiteral("clock")));
    }

    void nothingNewIsSaidSo()
    {
        BundlePreview preview = previewFrom(QStringLiteral("Ben"));
        preview.already = 12;
        QVERIFY(wordsOf(preview).foot.startsWith(QStringLiteral("Nothing new")));
    }

    void whatIsNeededNamesThePersonAndTheNumbers()
    {
        Review review;
        review.reviewers = {{ReviewerId(1), QStringLiteral("Ana"), Role::Lead},
                            {ReviewerId(2), QStringLiteral("Ben"), Role::Reviewer}};
        StillNeeded needed;
        needed.reports = 83;
        needed.ofReports = 203;
        needed.people = {{ReviewerId(2), 120, {}}};
        QCOMPARE(neededWords(needed, review, ReviewerId(1)),
                 QStringList{QStringLiteral("Ben: 120 of 203 votes are here; no file came yet")});
        needed.reports = 0;
        QCOMPARE(neededWords(needed, review, ReviewerId(1)), QStringList());
    }

    void myWorkIsSentByKeyboard()
    {
        PagesRoom room;
        room.import(QStringLiteral("a.ris"), PagesRoom::entry("One", "Doe J", 2020));
        QVERIFY(Screening(*room.project, Stage::Title)
                    .vote({Screening(*room.project, Stage::Title).queue()->front(), Verdict::Include, {}, {}}));
        SharingPanel panel(*room.context);
        PagesRoom::present(panel);
        panel.activate();
        QTRY_VERIFY(panel.standing().contains(QStringLiteral("wait")));
        QTRY_VERIFY(panel.sendButton()->hasFocus());
        const QString out = room.folder.filePath(QStringLiteral("work.winnowz"));
        room.dialogs.saveNames = {out};
        press(panel, Qt::Key_Space);
        QTRY_VERIFY(panel.letter()->isVisible());
        QVERIFY(QFile::exists(out));
        QVERIFY(room.dialogs.lastFileQuestion.suggestion.contains(QStringLiteral("Ana")));
        QTRY_VERIFY(panel.letter()->copyButton()->hasFocus());
        press(panel, Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), panel.letter()->letter()->toPlainText());
        QTRY_VERIFY(panel.standing().startsWith(QStringLiteral("Everything of yours is sent")));
    }

    void anInvitationAsksForWhom()
    {
        PagesRoom room;
        SharingPanel panel(*room.context);
        PagesRoom::present(panel);
        panel.inviteButton()->setFocus();
        press(panel, Qt::Key_Space);
        // What is not ready is said first (rules.md E1); declined, nobody is asked for and nothing is written.
        QTRY_COMPARE(room.dialogs.asked, std::vector{QStringLiteral("Invite before all is ready?")});
        QVERIFY(room.dialogs.lastConfirmation.consequence.contains(QStringLiteral("Nothing has been imported yet")));
        room.dialogs.confirmations = {true};
        room.dialogs.choices = {0};
        room.dialogs.saveNames = {room.folder.filePath(QStringLiteral("start.winnowz"))};
        press(panel, Qt::Key_Space);
        QTRY_COMPARE(room.dialogs.lastChoice.options, QStringList{QStringLiteral("Ben")});
        QTRY_VERIFY(panel.letter()->isVisible());
        QVERIFY(panel.letter()->letter()->toPlainText().contains(QStringLiteral("Ben")));
        const auto info = Sharing::lookAt(room.folder.filePath(QStringLiteral("start.winnowz")));
        QVERIFY(info);
        QCOMPARE(info->receiver, QStringLiteral("Ben"));
    }

    void aFileIsShownBeforeItIsBroughtInAndCanBeTakenBack()
    {
        TwoCopies copies;
        const QString file = copies.workOfBen(Verdict::Exclude);
        SharingPanel panel(*copies.ana.context);
        PagesRoom::present(panel);
        const QString before = *Sharing(*copies.ana.project).checkCode();
        copies.ana.dialogs.files = {{file}};
        panel.bringIns()->bringInButton()->setFocus();
        press(panel, Qt::Key_Space);
        QTRY_VERIFY(panel.previewPage()->bringInButton()->hasFocus());
        QVERIFY(panel.previewPage()->text().contains(QStringLiteral("Ben: 2 new votes")));
        QVERIFY2(!panel.previewPage()->text().contains(QStringLiteral("xclude")), "a preview that tells how Ben voted");
        QCOMPARE(*Sharing(*copies.ana.project).checkCode(), before);
        press(panel, Qt::Key_Space);
        QTRY_VERIFY(panel.bringIns()->buttonAt(0));
        // It counts at once; there is a code only once all of it is folded in.
        QTRY_VERIFY(!Sharing(*copies.ana.project).checkCode()->isEmpty());
        const QString after = *Sharing(*copies.ana.project).checkCode();
        QVERIFY(after != before);
        panel.bringIns()->buttonAt(0)->setFocus();
        press(panel, Qt::Key_Space);
        QTRY_COMPARE(*Sharing(*copies.ana.project).checkCode(), before);
        QTRY_COMPARE(panel.bringIns()->buttonAt(0)->text(), QStringLiteral("Bring in again"));
        panel.bringIns()->buttonAt(0)->setFocus();
        press(panel, Qt::Key_Space);
        QTRY_COMPARE(*Sharing(*copies.ana.project).checkCode(), after);
        QTRY_COMPARE(panel.code(), after);
    }

    void escapeLeavesAFileAlone()
    {
        TwoCopies copies;
        const QString file = copies.workOfBen(Verdict::Include);
        SharingPanel panel(*copies.ana.context);
        PagesRoom::present(panel);
        panel.preview(file);
        QTRY_VERIFY(panel.previewPage()->bringInButton()->hasFocus());
        press(panel, Qt::Key_Escape);
        QTRY_VERIFY(panel.sendButton()->isVisible());
        QVERIFY(Sharing(*copies.ana.project).bringIns()->empty());
    }

    void theSameFileAgainSaysNothingNew()
    {
        TwoCopies copies;
        const QString file = copies.workOfBen(Verdict::Include);
        QVERIFY(Sharing(*copies.ana.project).bringIn(file, {}));
        SharingPanel panel(*copies.ana.context);
        PagesRoom::present(panel);
        panel.preview(file);
        QTRY_VERIFY(panel.previewPage()->text().contains(QStringLiteral("Nothing new")));
        QVERIFY(!panel.previewPage()->bringInButton()->isEnabled());
        QTRY_VERIFY(panel.previewPage()->leaveButton()->hasFocus());
    }

    void aDamagedFileChangesNothingAndLeadsBack()
    {
        PagesRoom room;
        const QString file = room.write(QStringLiteral("bad.winnowz"), "PK\x03\x04 not really");
        QSignalSpy ended(&room.jobs, &Jobs::ended);
        SharingPanel panel(*room.context);
        PagesRoom::present(panel);
        panel.preview(file);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][1].value<Outcome>(), Outcome::Failed);
        QTRY_VERIFY(panel.sendButton()->isVisible());
        QVERIFY(Sharing(*room.project).bringIns()->empty());
    }
};

WINNOW_WINDOW_TEST(SharingTest)

} // namespace suite_sharing

#include "test_sharing.moc"
