// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellRoom.h"

#include "panels/conflicts/ConflictsPanel.h"
#include "panels/conflicts/VoteCardView.h"
#include "panels/screening/ScreeningPanel.h"
#include "panels/sharing/BringInsCard.h"
#include "panels/sharing/LetterCard.h"
#include "panels/sharing/PreviewPage.h"
#include "panels/sharing/SharingPanel.h"
#include "project/Conflicts.h"
#include "project/Imports.h"
#include "project/Screening.h"
#include "project/Sharing.h"
#include "shell/InvitationPage.h"
#include "shell/Notices.h"
#include "shell/WhoStrip.h"
#include "support/Suite.h"
#include "widgets/EmptyState.h"

#include <QFile>
#include <QListView>
#include <QPushButton>

namespace suite_exchange {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ShellRoom;

namespace {

QByteArray entry(const char* title, int year)
{
    return QByteArray("TY  - JOUR\nTI  - ") + title + "\nAU  - Doe, J\nPY  - " + QByteArray::number(year)
        + "\nER  - \n\n";
}

/// One person's laptop: a window of its own with its own settings. What leaves it is a file in `post`.
struct Laptop : ShellRoom {
    explicit Laptop(const QTemporaryDir& between) : post(between) { }

    [[nodiscard]] QString inPost(const char* name) const { return post.filePath(QString::fromUtf8(name)); }
    /// The window that is worked in from here on.
    void front()
    {
        window().activateWindow();
        window().raise();
        QVERIFY(QTest::qWaitForWindowActive(&window(), test::patienceMs));
    }
    template <class P> P& panel(Workspace where) { return *qobject_cast<P*>(window().reviewPage()->panel(where)); }
    SharingPanel& sharing() { return panel<SharingPanel>(Workspace::Sharing); }
    /// Screens everything at title and abstract with these keys, one a record.
    void screen(const QList<Qt::Key>& votes)
    {
        front();
        press(Qt::Key_5, Qt::ControlModifier);
        const auto& room = panel<ScreeningPanel>(Workspace::Screening);
        for (const Qt::Key vote : votes) {
            QTRY_VERIFY(room.settled() && room.current());
            press(vote);
        }
        QTRY_COMPARE(Screening(*project(), Stage::Title).myVotes()->size(), size_t(votes.size()));
    }
    void send(const char* name)
    {
        front();
        dialogs.saveNames = {inPost(name)};
        press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QFile::exists(inPost(name)));
        QTRY_VERIFY(sharing().letter()->isVisible());
    }
    /// Brings a file in by menu key and Enter; what the preview said.
    QString bringIn(const char* name)
    {
        const qsizetype before = qsizetype(Sharing(*project()).bringIns()->size());
        dialogs.files = {{inPost(name)}};
        window().activateWindow();
        if (!QTest::qWaitForWindowActive(&window(), test::patienceMs))
            return {};
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        if (!QTest::qWaitFor([&] { return sharing().previewPage()->bringInButton()->hasFocus(); }, test::patienceMs))
            return {};
        const QString said = sharing().previewPage()->text();
        press(Qt::Key_Return);
        // There is a check code only once everything that came along is settled.
        const bool in = QTest::qWaitFor(
            [&] {
                const Sharing at(*project());
                return qsizetype(at.bringIns()->size()) == before + 1 && !at.checkCode()->isEmpty();
            },
            test::patienceMs);
        return in ? said : QString();
    }
    /// Looks into a file by menu key, and leaves it with Escape; what the preview said. It cannot be brought in.
    QString leave(const char* name)
    {
        dialogs.files = {{inPost(name)}};
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        PreviewPage& page = *sharing().previewPage();
        if (!QTest::qWaitFor([&] { return page.leaveButton()->hasFocus() && !page.text().contains(reading); },
                             test::patienceMs)
            || page.bringInButton()->isEnabled())
            return {};
        const QString said = page.text();
        press(Qt::Key_Escape);
        return said;
    }
    /// "Take back" or "Bring in again" of the newest file, by its button.
    void turnNewest(const char* what)
    {
        const auto offered = [&] {
            const QPushButton* button = sharing().bringIns()->buttonAt(0);
            return button && button->isEnabled() && button->text() == QLatin1String(what);
        };
        press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(offered());
        QVERIFY(tabTo(sharing().bringIns()->buttonAt(0)));
        press(Qt::Key_Space);
    }
    /// Opens what is in conflict at title and abstract; the list has the focus.
    void openConflicts()
    {
        front();
        press(Qt::Key_7, Qt::ControlModifier);
        auto& conflicts = panel<ConflictsPanel>(Workspace::Conflicts);
        QTRY_VERIFY(conflicts.openButton()->isVisible());
        dialogs.confirmations = {true};
        QVERIFY(tabTo(conflicts.openButton()));
        press(Qt::Key_Space);
        QTRY_VERIFY(conflicts.list()->hasFocus());
    }
    /// The conflicts at title and abstract of this copy, in its own order.
    std::vector<Conflict> conflictsHere() { return *Conflicts(*project(), Stage::Title).list(); }
    /// Opens a file for me by Ctrl+O, says yes, and keeps the copy.
    void accept(const char* name, const char* copy)
    {
        front();
        dialogs.files = {{inPost(name)}};
        press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(window().invitationPage()->yesButton()->hasFocus());
        dialogs.saveNames = {file(copy)};
        press(Qt::Key_Return);
        QVERIFY(opened());
    }

    const QTemporaryDir& post;

private:
    const QString reading = QStringLiteral("Reading what is in it");
};

/// Ana's invitation of Ben, into the post.
void sendInvitation(Laptop& ana)
{
    ana.dialogs.confirmations = {true}; // there is no question yet
    ana.dialogs.choices = {0};
    ana.dialogs.saveNames = {ana.inPost("start.winnowz")};
    ana.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(ana.tabTo(ana.sharing().inviteButton()));
    ana.press(Qt::Key_Space);
    QTRY_VERIFY(QFile::exists(ana.inPost("start.winnowz")));
}

/// Ana invites Ben, who makes his copy.
void invite(Laptop& ana, Laptop& ben)
{
    ana.front();
    sendInvitation(ana);
    ben.accept("start.winnowz", "ben.winnow");
}

/// Ana's review of four records, made and imported; three people.
void begin(Laptop& ana)
{
    NewReview review;
    review.title = QStringLiteral("Cells");
    review.reviewers = {{{}, QStringLiteral("Ana"), Role::Lead},
                        {{}, QStringLiteral("Ben"), Role::Reviewer},
                        {{}, QStringLiteral("Cara"), Role::Resolver}};
    const QString path = ana.file("ana.winnow");
    {
        auto made = Project::create(path, review, ana.clock);
        QVERIFY(made);
        QFile source(ana.file("search.ris"));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(entry("First", 2019) + entry("Second", 2020) + entry("Third", 2021) + entry("Fourth", 2022));
        source.close();
        ImportRequest request;
        request.file = source.fileName();
        (*made)->setMe((*made)->review()->reviewer(QStringLiteral("Ana"))->id);
        QVERIFY(Imports(**made).import(request, {}));
    }
    ana.front();
    ana.settings.set(Setting::WhoAmI, QStringLiteral("Ana"),
                     (*Project::open(path, Project::Access::Read, ana.clock))->uid());
    ana.dialogs.files = {{path}};
    ana.press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(ana.opened());
}

} // namespace

/// Two people and a third who settles, each at an own window, with files passed by hand (rules.md E).
class ExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void threePeopleDoAReviewByPassingFiles()
    {
        QTemporaryDir post;
        Laptop ana(post);
        begin(ana);
        // Ana invites Ben, who is asked whether that is him.
        Laptop ben(post);
        invite(ana, ben);
        QCOMPARE(ben.project()->review()->reviewer(ben.project()->me())->name, QStringLiteral("Ben"));
        QCOMPARE(Screening(*ben.project(), Stage::Title).queue()->size(), size_t(4));

        // Both screen, apart. One conflict will come of it.
        ana.screen({Qt::Key_I, Qt::Key_I, Qt::Key_E, Qt::Key_E});
        ben.screen({Qt::Key_I, Qt::Key_E, Qt::Key_E, Qt::Key_E});
        ben.send("ben.winnowz");
        const QString said = ana.bringIn("ben.winnowz");
        QVERIFY2(said.contains(QStringLiteral("Ben: 4 new votes")), qPrintable(said));

        // Opened by Ana: the votes are frozen, the conflict is there.
        ana.press(Qt::Key_7, Qt::ControlModifier);
        auto& conflicts = ana.panel<ConflictsPanel>(Workspace::Conflicts);
        QTRY_VERIFY(conflicts.openButton()->isVisible());
        ana.dialogs.confirmations = {true};
        conflicts.openButton()->setFocus();
        ana.press(Qt::Key_Space);
        QTRY_COMPARE(Conflicts(*ana.project(), Stage::Title).list()->size(), size_t(1));
        QTRY_VERIFY(Conflicts(*ana.project(), Stage::Title).list()->front().opened);

        // Cara settles it on a copy that holds that report and nobody's vote.
        ana.dialogs.choices = {1, 0};
        ana.dialogs.saveNames = {ana.inPost("conflicts.winnowz")};
        ana.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(ana.tabTo(ana.sharing().conflictsButton()));
        ana.press(Qt::Key_Space);
        QTRY_VERIFY(QFile::exists(ana.inPost("conflicts.winnowz")));
        Laptop cara(post);
        cara.accept("conflicts.winnowz", "cara.winnow");
        const auto referred = Conflicts(*cara.project(), Stage::Title).list();
        QVERIFY(referred);
        QCOMPARE(referred->size(), size_t(1));
        QVERIFY(Conflicts(*cara.project(), Stage::Title).cards(referred->front().report)->empty());
        cara.press(Qt::Key_7, Qt::ControlModifier);
        auto& toSettle = cara.panel<ConflictsPanel>(Workspace::Conflicts);
        QTRY_VERIFY(toSettle.list()->hasFocus());
        cara.press(Qt::Key_I);
        QTRY_VERIFY(Conflicts(*cara.project(), Stage::Title).list()->empty());
        cara.send("cara.winnowz");

        // Everybody brings in what the others did, in different orders, and reads the same code.
        ana.send("ana.winnowz");
        QVERIFY(ana.bringIn("cara.winnowz").contains(QStringLiteral("Cara: ")));
        QVERIFY(!ben.bringIn("cara.winnowz").isEmpty());
        QVERIFY(!ben.bringIn("ana.winnowz").isEmpty());
        QCOMPARE(*Sharing(*ben.project()).checkCode(), *Sharing(*ana.project()).checkCode());
        QVERIFY(Conflicts(*ana.project(), Stage::Title).list()->empty());
        QVERIFY(Conflicts(*ben.project(), Stage::Title).list()->empty());
    }

    /// What is missing and from whom; hidden until opened; nothing new; taken back in one copy; decided twice
    /// (rules.md E7, E8, E12, B6).
    void twoWhoSettleApartAreToldSo()
    {
        QTemporaryDir post;
        Laptop ana(post);
        begin(ana);
        Laptop ben(post);
        invite(ana, ben);
        ana.screen({Qt::Key_I, Qt::Key_I, Qt::Key_E, Qt::Key_E});
        ben.screen({Qt::Key_I, Qt::Key_E, Qt::Key_E, Qt::Key_E});
        ana.send("ana.winnowz");
        ben.send("ben.winnowz");

        // Before Ben's file is here there is nothing to open, and the page says what it waits for.
        ana.front();
        ana.press(Qt::Key_7, Qt::ControlModifier);
        auto& closed = ana.panel<ConflictsPanel>(Workspace::Conflicts);
        QVERIFY(!closed.openButton()->isVisible());
        QTRY_VERIFY(ana.sharing().needed().join(QLatin1Char(' ')).contains(QStringLiteral("Ben")));

        // It comes in hidden; a second time it brings nothing; it can be set aside here and taken in again.
        QVERIFY(!ana.bringIn("ben.winnowz").isEmpty());
        const auto hidden = ana.conflictsHere();
        QCOMPARE(hidden.size(), size_t(1));
        QVERIFY(!hidden.front().opened);
        QVERIFY(Conflicts(*ana.project(), Stage::Title).cards(hidden.front().report)->empty());
        const QString again = ana.leave("ben.winnowz");
        QVERIFY2(again.contains(QStringLiteral("Nothing new")), qPrintable(again));
        QCOMPARE(Sharing(*ana.project()).bringIns()->size(), size_t(1));
        ana.turnNewest("Take back");
        QTRY_VERIFY(ana.conflictsHere().empty());
        ana.turnNewest("Bring in again");
        QTRY_COMPARE(ana.conflictsHere().size(), size_t(1));

        // Each opens and settles it in an own copy, and not alike.
        QVERIFY(!ben.bringIn("ana.winnowz").isEmpty());
        for (Laptop* one : {&ana, &ben}) {
            one->openConflicts();
            one->press(one == &ana ? Qt::Key_I : Qt::Key_E);
            if (one == &ben)
                one->press(Qt::Key_1); // the reason
            QTRY_VERIFY(one->conflictsHere().empty());
        }
        ana.send("ana2.winnowz");
        ben.send("ben2.winnowz");
        ana.front();
        const QString warned = ana.bringIn("ben2.winnowz");
        QVERIFY2(warned.contains(QStringLiteral("decided twice")), qPrintable(warned));
        ben.front();
        QVERIFY(ben.bringIn("ana2.winnowz").contains(QStringLiteral("decided twice")));
        for (Laptop* one : {&ana, &ben}) {
            QCOMPARE(one->conflictsHere().size(), size_t(1));
            QVERIFY(one->conflictsHere().front().kind == ConflictKind::DecidedTwice);
        }
        QCOMPARE(*Sharing(*ben.project()).checkCode(), *Sharing(*ana.project()).checkCode());

        // Settled once more by Ana: that stands in both copies.
        ana.front();
        ana.press(Qt::Key_7, Qt::ControlModifier);
        QTRY_VERIFY(closed.current() && closed.list()->hasFocus());
        ana.press(Qt::Key_I);
        QTRY_VERIFY(ana.conflictsHere().empty());
        ana.send("ana3.winnowz");
        ben.front();
        QVERIFY(!ben.bringIn("ana3.winnowz").isEmpty());
        QVERIFY(ben.conflictsHere().empty());
        QCOMPARE(*Sharing(*ben.project()).checkCode(), *Sharing(*ana.project()).checkCode());
    }

    void aFileOfAnotherReviewIsRefusedByName()
    {
        QTemporaryDir post;
        Laptop ana(post);
        begin(ana);
        QTemporaryDir elsewhere;
        Laptop zoe(elsewhere);
        begin(zoe);
        zoe.send("zoe.winnowz");
        QVERIFY(QFile::copy(zoe.inPost("zoe.winnowz"), ana.inPost("zoe.winnowz")));
        ana.front();
        ana.dialogs.files = {{ana.inPost("zoe.winnowz")}};
        ana.press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(ana.window().notices()->text().startsWith(
            QStringLiteral("“Cells” belongs to another review; nothing was changed")));
        QVERIFY(Sharing(*ana.project()).bringIns()->empty());
    }

    void aFileOfAReviewThatIsNotHereSaysWhoseItIs()
    {
        QTemporaryDir post;
        Laptop ana(post);
        begin(ana);
        ana.send("ana.winnowz");
        Laptop zoe(post);
        zoe.front();
        zoe.dialogs.files = {{zoe.inPost("ana.winnowz")}};
        zoe.press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(zoe.window().notices()->text().contains(QStringLiteral("“Cells”")));
        QVERIFY(!zoe.project());
    }

    /// Ben is given Ana's project file itself: he is asked who he is, and makes a copy of his own (rules.md E3).
    void aCoauthorsProjectFileBecomesMyOwnCopy()
    {
        QTemporaryDir post;
        Laptop ana(post);
        begin(ana);
        ana.screen({Qt::Key_I, Qt::Key_I, Qt::Key_E, Qt::Key_E});
        const QString theirs = ana.project()->path();
        ana.shell->session().close();
        Laptop ben(post);
        ben.front();
        ben.dialogs.files = {{theirs}};
        ben.press(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(ben.opened());
        QTRY_VERIFY(ben.window().who()->copyButton()->isVisible());
        for (int person = 0; person < 3; ++person) // Ana has the focus; Ben, Cara, then this
            ben.press(Qt::Key_Tab);
        QVERIFY(ben.window().who()->copyButton()->hasFocus());
        ben.dialogs.choices = {1};
        ben.dialogs.saveNames = {ben.file("ben.winnow")};
        ben.press(Qt::Key_Space);
        QTRY_COMPARE(QFileInfo(ben.project()->path()).fileName(), QStringLiteral("ben.winnow"));
        QCOMPARE(ben.project()->review()->reviewer(ben.project()->me())->name, QStringLiteral("Ben"));
        QVERIFY(!ben.window().who()->isVisible());
        QCOMPARE(Screening(*ben.project(), Stage::Title).queue()->size(), size_t(4));
        QVERIFY(Screening(*ben.project(), Stage::Title).myVotes()->empty());
    }

    void somebodyElsesInvitationChangesNothing()
    {
        QTemporaryDir post;
        Laptop ana(post);
        begin(ana);
        sendInvitation(ana);
        Laptop zoe(post);
        zoe.front();
        zoe.dialogs.files = {{zoe.inPost("start.winnowz")}};
        zoe.press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(zoe.window().invitationPage()->text().contains(QStringLiteral("Ana invited you as Ben")));
        zoe.press(Qt::Key_Escape);
        QTRY_VERIFY(zoe.window().notices()->text().contains(QStringLiteral("Nothing was changed")));
        QVERIFY(!zoe.project());
    }

    void workIsShownInTheCopyThatItBelongsTo()
    {
        QTemporaryDir post;
        Laptop ana(post);
        begin(ana);
        ana.send("ana.winnowz");
        ana.shell->session().close();
        ana.dialogs.files = {{ana.inPost("ana.winnowz")}};
        ana.press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(ana.window().notices()->text().contains(QStringLiteral("belongs to your review")));
    }
};

WINNOW_WINDOW_TEST(ExchangeTest)

} // namespace suite_exchange

#include "test_exchange.moc"
