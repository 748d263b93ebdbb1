// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellRoom.h"

#include "panels/sources/QueryForm.h"
#include "panels/sources/SearchPage.h"
#include "panels/team/OrderedList.h"
#include "panels/team/TeamPanel.h"
#include "panels/team/VotesChoice.h"
#include "project/Duplicates.h"
#include "project/Flow.h"
#include "project/Imports.h"
#include "shell/KeysHelp.h"
#include "shell/NewReviewPage.h"
#include "shell/Notices.h"
#include "shell/StartPage.h"
#include "shell/StatusLine.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Rail.h"
#include "widgets/Segmented.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

namespace suite_ShellTest {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ShellRoom;

namespace {

void letFall(QWidget& on, const QString& file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &enter);
    QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &event);
}

} // namespace

class ShellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReviewIsStartedByKeyboardOnly()
    {
        ShellRoom room;
        NewReviewPage& page = *room.window().newReviewPage();
        room.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(page.titleField()->hasFocus());
        room.type("Exercise: back pain?");
        room.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(page.steps()->current(), 1);
        room.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page.nameField()->hasFocus());
        QVERIFY2(!page.createButton()->isEnabled(), "a review without a person in it");
        room.type("Ana");
        room.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page.titleVotes()->votes()->hasFocus());
        QVERIFY(page.methods().startsWith(QStringLiteral("Titles and abstracts were screened by two reviewers")));
        room.press(Qt::Key_1);
        QVERIFY(page.methods().startsWith(QStringLiteral("Titles and abstracts were screened by one reviewer each.")));
        room.press(Qt::Key_2);
        QVERIFY(room.tabTo(page.pilotField()));
        room.press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("50"));
        room.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(page.steps()->current(), 2);
        room.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(page.methods().contains(QStringLiteral("piloted on 50 records")));
        room.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page.pathField()->hasFocus());
        QVERIFY(page.pathField()->text().endsWith(QStringLiteral("Exercise- back pain-.winnow")));
        room.press(Qt::Key_A, Qt::ControlModifier);
        const QString path = room.file("mine.winnow");
        QTest::keyClicks(page.pathField(), path);
        QVERIFY(room.tabTo(page.createButton()));
        room.press(Qt::Key_Space);
        QVERIFY(room.opened());
        QVERIFY(QFileInfo::exists(path));
        const auto review = room.project()->review();
        QCOMPARE(review->settings.title, QStringLiteral("Exercise: back pain?"));
        QCOMPARE(review->settings.titleStage.votesNeeded, 2);
        QCOMPARE(review->settings.pilotPlanned, 50);
        QCOMPARE(review->reasonsOf(Stage::Title).size(), size_t(7));
        QCOMPARE(review->reasonsOf(Stage::Title)[0].text, QStringLiteral("Wrong population"));
        QCOMPARE(review->reviewer(room.project()->me())->name, QStringLiteral("Ana"));
        QVERIFY(!room.window().who()->isVisible());
        QVERIFY(room.window().status()->text().startsWith(QStringLiteral("Ana (")));
    }

    void aReviewIsNotWrittenOverAnotherFile()
    {
        ShellRoom room;
        const QString path = room.review("there.winnow");
        NewReview review;
        review.title = QStringLiteral("Other");
        review.reviewers = {{{}, QStringLiteral("Ana"), Role::Lead}};
        room.shell->session().create(path, review, QStringLiteral("Ana"));
        QTRY_VERIFY(room.window().notices()->text().contains(QStringLiteral("exists already")));
        QVERIFY(!room.project());
    }

    void whoSitsHereIsAskedOncePerLaptop()
    {
        ShellRoom room;
        const QString path = room.review("team.winnow");
        room.shell->session().openFile(path);
        QVERIFY(room.opened());
        QVERIFY(room.window().who()->isVisible());
        QVERIFY(!room.project()->me());
        QVERIFY(room.window().status()->text().contains(QStringLiteral("Nobody sits here yet")));
        QPushButton* first = qobject_cast<QPushButton*>(QApplication::focusWidget());
        QVERIFY(first);
        QCOMPARE(first->text(), QStringLiteral("Ana"));
        room.press(Qt::Key_Tab);
        room.press(Qt::Key_Space);
        QCOMPARE(room.project()->review()->reviewer(room.project()->me())->name, QStringLiteral("Ben"));
        QVERIFY(!room.window().who()->isVisible());
        QVERIFY(room.window().status()->text().startsWith(QStringLiteral("Ben (")));
        QVERIFY(room.window().status()->text().contains(QStringLiteral("blind")));
        QTest::mouseClick(room.window().status()->who(), Qt::LeftButton);
        QVERIFY(room.window().who()->isVisible());
        room.press(Qt::Key_Tab);
        room.press(Qt::Key_Return);
        QVERIFY(!room.window().who()->isVisible());

        room.start();
        room.shell->session().openFile(path);
        QVERIFY(room.opened());
        QVERIFY(!room.window().who()->isVisible());
        QCOMPARE(room.project()->review()->reviewer(room.project()->me())->name, QStringLiteral("Ben"));
    }

    void numbersGoToTheWorkspaces()
    {
        ShellRoom room;
        room.shell->session().openFile(room.review("team.winnow"));
        QVERIFY(room.opened());
        ReviewPage& page = *room.window().reviewPage();
        QCOMPARE(page.where(), Workspace::Overview);
        room.press(Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(page.where(), Workspace::Team);
        QVERIFY(qobject_cast<TeamPanel*>(page.current()));
        room.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(page.where(), Workspace::Overview);
        page.rail()->setFocus(Qt::TabFocusReason);
        room.press(Qt::Key_End);
        QCOMPARE(page.where(), Workspace::Team);
        QCOMPARE(page.rail()->count(), 11);
    }

    void theLastWorkspaceComesBack()
    {
        ShellRoom room;
        const QString path = room.review("team.winnow");
        room.shell->session().openFile(path);
        QVERIFY(room.opened());
        room.press(Qt::Key_9, Qt::ControlModifier);
        room.start();
        room.shell->session().openFile(path);
        QVERIFY(room.opened());
        QCOMPARE(room.window().reviewPage()->where(), Workspace::Team);
    }

    void undoAndRedoOfTheMenuReachTheWholeReview()
    {
        ShellRoom room;
        room.shell->session().openFile(room.review("team.winnow"));
        QVERIFY(room.opened());
        Project& project = *room.project();
        room.shell->session().setMe(project.review()->reviewers[0].id);
        QVERIFY(Setup(project).addLabel(QStringLiteral("phase 1")).has_value());
        QCOMPARE(project.review()->labels.size(), size_t(1));
        room.shell->menus().action(Menus::Item::Undo)->trigger();
        QTRY_VERIFY(project.review()->labels.empty());
        QTRY_VERIFY(room.window().notices()->text().startsWith(QStringLiteral("Undone: label")));
        room.shell->menus().action(Menus::Item::Redo)->trigger();
        QTRY_COMPARE(project.review()->labels.size(), size_t(1));
        QTRY_VERIFY(room.window().notices()->text().startsWith(QStringLiteral("Redone: label")));
    }

    /// A run that joined many is undone as a job, from the menu too: votes never wait for it.
    void undoOfALongStepIsAJob()
    {
        ShellRoom room;
        const QString path = room.review("team.winnow");
        room.shell->session().openFile(path);
        QVERIFY(room.opened());
        Project& project = *room.project();
        // What opening looks after would sweep up an import that is made beside it: in the window one comes behind it.
        QTRY_VERIFY(!room.shell->session().open()->jobs.busy());
        room.shell->session().setMe(project.review()->reviewers[0].id);
        for (const char* name : {"one.ris", "two.ris"}) {
            QFile file(room.file(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            for (int i = 0; i < 100; ++i)
                file.write("TY  - JOUR\nTI  - A trial of exercise in group " + QByteArray::number(i)
                           + "\nPY  - 2019\nAU  - Adams, A.\nDO  - 10.1000/trial." + QByteArray::number(i)
                           + "\nN1  - from " + name + "\nER  - \n\n");
            file.close();
            ImportRequest request;
            request.file = file.fileName();
            QVERIFY(Imports(project).import(request, {}).has_value());
        }
        QVERIFY(Duplicates(project).find({}).has_value());
        QCOMPARE(statusOf(project)->records, 200);
        QCOMPARE(statusOf(project)->reports, 100);
        QStringList begun;
        connect(&room.shell->session().open()->jobs, &Jobs::started, this,
                [&begun](int, const QString& name) { begun << name; });
        room.shell->menus().action(Menus::Item::Undo)->trigger();
        QTRY_VERIFY(room.window().notices()->text().startsWith(QStringLiteral("Undone: ")));
        QCOMPARE(statusOf(project)->reports, 200);
        QCOMPARE(begun.count(QStringLiteral("Undoing")), 1);
        room.shell->menus().action(Menus::Item::Redo)->trigger();
        QTRY_VERIFY(room.window().notices()->text().startsWith(QStringLiteral("Redone: ")));
        QCOMPARE(statusOf(project)->reports, 100);
        QCOMPARE(begun.count(QStringLiteral("Redoing")), 1);
    }

    void undoWithNothingToUndoSaysSo()
    {
        ShellRoom room;
        room.shell->session().openFile(room.review("team.winnow"));
        QVERIFY(room.opened());
        room.shell->session().setMe(room.project()->review()->reviewers[1].id);
        room.shell->menus().action(Menus::Item::Undo)->trigger();
        QTRY_VERIFY(room.window().notices()->text().contains(QStringLiteral("nothing left to undo")));
    }

    void theThemeIsSwitchedAndRemembered()
    {
        ShellRoom room;
        room.shell->menus().scheme(Scheme::Dark)->trigger();
        QVERIFY(room.theme.dark());
        QCOMPARE(room.settings.number(Setting::ColourScheme), int(Scheme::Dark));
        room.shell->menus().scheme(Scheme::HighContrast)->trigger();
        QVERIFY(room.theme.highContrast());
        room.shell->menus().scheme(Scheme::Light)->trigger();
        QVERIFY(!room.theme.dark());
        QVERIFY(room.shell->menus().scheme(Scheme::Light)->isChecked());
    }

    void theReadingSizeGrowsByKey()
    {
        ShellRoom room;
        const double before = room.theme.readingSize();
        room.press(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(room.theme.readingSize(), before + 1);
        QCOMPARE(room.settings.value(Setting::ReadingSize).toDouble(), before + 1);
        room.press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(room.theme.readingSize(), Theme::defaultReadingSize);
    }

    void aHeldReviewCanBeReadAsASnapshot()
    {
        ShellRoom room;
        const QString path = room.review("held.winnow");
        auto holder = Project::open(path, Project::Access::Write, room.clock);
        QVERIFY(holder.has_value());
        room.shell->session().openFile(path);
        Notices& notices = *room.window().notices();
        QTRY_VERIFY(notices.text().contains(QStringLiteral("is open elsewhere")));
        QVERIFY(!room.project());
        QPushButton* offer = notices.banner()->actionButton();
        QVERIFY(offer->isVisible());
        QTest::mouseClick(offer, Qt::LeftButton);
        QVERIFY(room.opened());
        QVERIFY(room.project()->readOnly());
        QVERIFY(notices.text().contains(QStringLiteral("read only")));
        QVERIFY(!room.shell->menus().action(Menus::Item::Undo)->isEnabled());
        QVERIFY(!room.shell->menus().action(Menus::Item::Import)->isEnabled());
    }

    void whatIsNoReviewIsRefusedInOneSentence()
    {
        ShellRoom room;
        QFile file(room.file("letter.winnow"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear editor");
        file.close();
        room.shell->session().openFile(file.fileName());
        QTRY_VERIFY(room.window().notices()->text().contains(QStringLiteral("is not a Winnow project")));
        room.shell->session().openFile(room.file("nowhere.winnow"));
        QTRY_VERIFY(room.window().notices()->text().contains(QStringLiteral("There is no file")));
        QVERIFY(!room.project());
    }

    void recentReviewsOpenByKeyboardAndGoAway()
    {
        ShellRoom room;
        const QString path = room.review("team.winnow");
        room.shell->session().openFile(path);
        QVERIFY(room.opened());
        room.shell->session().close();
        DenseTable& recent = *room.window().startPage()->recent();
        QCOMPARE(recent.model()->rowCount(), 1);
        QVERIFY(recent.hasFocus());
        room.press(Qt::Key_Return);
        QVERIFY(room.opened());
        room.shell->session().close();
        room.press(Qt::Key_Delete);
        QCOMPARE(recent.model()->rowCount(), 0);
        QVERIFY(room.settings.recentFiles().isEmpty());
    }

    void filesThatAreDropped()
    {
        ShellRoom room;
        letFall(room.window(), room.file("export.ris"));
        QVERIFY(room.window().notices()->text().startsWith(QStringLiteral("Open or start a review first")));
        letFall(room.window(), room.review("team.winnow"));
        QVERIFY(room.opened());
        letFall(room.window(), room.file("export.ris"));
        QCOMPARE(room.window().reviewPage()->where(), Workspace::Sources);
    }

    /// Where a review is empty, searching is as near as importing, from wherever one stands.
    void databasesAreSearchedFromAnywhere()
    {
        ShellRoom room;
        room.shell->session().openFile(room.review("team.winnow"));
        QVERIFY(room.opened());
        room.shell->session().setMe(room.project()->review()->reviewers[0].id);
        room.window().who()->hide();
        QCOMPARE(room.window().reviewPage()->where(), Workspace::Overview);
        room.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(room.window().reviewPage()->where(), Workspace::Sources);
        const auto* page = room.window().findChild<SearchPage*>();
        QVERIFY(page && page->isVisible());
        QTRY_VERIFY(page->form()->isAncestorOf(QApplication::focusWidget()));
    }

    void theKeysAreShownAndChosen()
    {
        ShellRoom room;
        room.shell->session().openFile(room.review("team.winnow"));
        QVERIFY(room.opened());
        room.shell->session().setMe(room.project()->review()->reviewers[0].id);
        room.window().who()->hide();
        room.window().reviewPage()->rail()->setFocus(Qt::TabFocusReason);
        KeysHelp& help = *room.window().keysHelp();
        room.press(Qt::Key_F1);
        QVERIFY(help.isVisible());
        QVERIFY(help.isAncestorOf(QApplication::focusWidget()));
        QVERIFY(room.tabTo(help.preset()));
        room.press(Qt::Key_2);
        QCOMPARE(room.keys.preset(), Keys::Preset::Rayyan);
        QVERIFY(room.tabTo(help.singleKeys()));
        room.press(Qt::Key_Space);
        QVERIFY(!room.keys.singleKeys());
        QCOMPARE(room.settings.flag(Setting::SingleKeys), false);
        room.press(Qt::Key_Escape);
        QVERIFY(!help.isVisible());
        QVERIFY(room.window().reviewPage()->rail()->hasFocus());
    }
};

WINNOW_WINDOW_TEST(ShellTest)

} // namespace suite_ShellTest

#include "ShellTest.moc"
