// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellRoom.h"

#include "models/RecordsModel.h"
#include "panels/conflicts/ConflictsPanel.h"
#include "panels/conflicts/ResolveBar.h"
#include "panels/duplicates/DuplicatesPanel.h"
#include "panels/records/AssignBar.h"
#include "panels/records/FieldRow.h"
#include "panels/records/RecordDetail.h"
#include "panels/records/RecordFields.h"
#include "panels/records/RecordsPanel.h"
#include "panels/report/DeclaredForm.h"
#include "panels/screening/NoteField.h"
#include "panels/screening/ScreeningPanel.h"
#include "panels/screening/VoteBar.h"
#include "panels/sharing/SharingPanel.h"
#include "panels/sources/SourcesPanel.h"
#include "panels/team/OrderedList.h"
#include "panels/team/StageCard.h"
#include "panels/team/VotesChoice.h"
#include "panels/team/WorkCard.h"
#include "project/Conflicts.h"
#include "project/Imports.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "shell/StatusLine.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Rail.h"
#include "widgets/Segmented.h"
#include "widgets/VoteButton.h"

#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

namespace suite_roles {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ShellRoom;

namespace {

constexpr std::array everybody{std::pair("Lea", Role::Lead), std::pair("Rita", Role::Reviewer),
                               std::pair("Sol", Role::Resolver), std::pair("Libby", Role::Librarian),
                               std::pair("Rea", Role::Reader)};

/// A team with one person of each role; six records, two of them alike; one conflict, opened by the lead.
struct Room : ShellRoom {
    /// One of them sits down.
    explicit Room(const QString& name)
    {
        make();
        shell->session().openFile(file("team.winnow"));
        QVERIFY(opened());
        shell->session().setMe(project()->review()->reviewer(name)->id);
        window().who()->hide();
        QTRY_VERIFY(!shell->session().open()->jobs.busy());
    }

    template <class P> P& go(Workspace where)
    {
        if (where == Workspace::Sharing)
            press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        else
            press(Qt::Key(Qt::Key_1 + int(where)), Qt::ControlModifier);
        return *qobject_cast<P*>(window().reviewPage()->current());
    }
    QAction* action(Menus::Item item) { return shell->menus().action(item); }

private:
    void make() const
    {
        NewReview review;
        review.title = QStringLiteral("Cells");
        for (const auto& [name, role] : everybody)
            review.reviewers.push_back({{}, QString::fromLatin1(name), role});
        review.titleReasons = {QStringLiteral("Animals"), QStringLiteral("Letter")};
        auto made = Project::create(file("team.winnow"), review, clock);
        QVERIFY(made);
        Project& project = **made;
        sit(project, "Lea");
        QFile source(file("search.ris"));
        QVERIFY(source.open(QIODevice::WriteOnly));
        for (const char* title : {"One", "Two", "Three", "Four", "A trial of cells", "A trial of cells"})
            source.write("TY  - JOUR\nTI  - " + QByteArray(title) + "\nAU  - Doe, J\nPY  - 2019\nER  - \n\n");
        source.close();
        ImportRequest request;
        request.file = source.fileName();
        QVERIFY(Imports(project).import(request, {}));
        const RecordId first = Records(project).all()->front();
        QVERIFY(Screening(project, Stage::Title).vote({first, Verdict::Include, {}, {}}));
        sit(project, "Rita");
        QVERIFY(Screening(project, Stage::Title).vote({first, Verdict::Exclude, {}, {}}));
        sit(project, "Lea");
        QVERIFY(Conflicts(project, Stage::Title).openBatch());
    }
    static void sit(Project& project, const char* name)
    {
        project.setMe(project.review()->reviewer(QString::fromLatin1(name))->id);
    }
};

/// A control that may be used is bright; one that may not be is grey and says why, naming the person.
template <class Control> QString wrong(const Control& control, bool may, const QString& who)
{
    if (control.isEnabled() != may)
        return may ? QStringLiteral("is grey") : QStringLiteral("can be used");
    if (!may && !control.toolTip().contains(who))
        return QStringLiteral("does not say why: ") + control.toolTip();
    return {};
}

#define ALLOWED(control, may)                                                                                          \
    do {                                                                                                               \
        const QString problem = wrong(control, may, who);                                                              \
        QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral(#control " ") + problem));                               \
    } while (false)

} // namespace

/// What a role does not include is grey with a reason, and its key says so and changes nothing (rules.md D1).
class RolesTest : public QObject {
    Q_OBJECT

private:
    static void roles()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<Roles>("role");
        for (const auto& [name, role] : everybody)
            QTest::newRow(name) << QString::fromLatin1(name) << Roles(role);
    }
    static bool votes(Roles role) { return bool(role & (Roles(Role::Lead) | Role::Reviewer | Role::Resolver)); }
    static bool works(Roles role) { return role != Roles(Role::Reader); }
    static bool leads(Roles role) { return bool(role & Role::Lead); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void menusAndSharing_data() { roles(); }
    void menusAndSharing()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        ALLOWED(*room.action(Menus::Item::Import), works(role));
        ALLOWED(*room.action(Menus::Item::SendConflicts), votes(role));
        QVERIFY(room.action(Menus::Item::Send)->isEnabled());
        QVERIFY(room.action(Menus::Item::BringIn)->isEnabled());
        const auto& sharing = room.go<SharingPanel>(Workspace::Sharing);
        QTRY_VERIFY(sharing.sendButton()->isEnabled());
        ALLOWED(*sharing.conflictsButton(), votes(role));
    }

    /// A number is what waits for me: nothing waits for who is not asked to screen, or may not settle.
    void railAndStatusBar_data() { roles(); }
    void railAndStatusBar()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        const bool screens = bool(role & (Roles(Role::Lead) | Role::Reviewer));
        Standing standing(*room.project());
        QSignalSpy read(&standing, &Standing::changed);
        QVERIFY(read.wait(test::patienceMs));
        QCOMPARE(standing.numbers().title.has_value(), screens);
        QCOMPARE(standing.numbers().settles, votes(role));
        const Rail& rail = *room.window().findChild<Rail*>();
        const auto waits = [&rail](Workspace where) { return rail.item(int(where))->waiting().has_value(); };
        QTRY_COMPARE(waits(Workspace::Screening), screens);
        QTRY_COMPARE(waits(Workspace::Conflicts), votes(role));
        QCOMPARE(room.window().status()->text().contains(QStringLiteral("screened")), screens);
    }

    void screening_data() { roles(); }
    void screening()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        const auto& panel = room.go<ScreeningPanel>(Workspace::Screening);
        QTRY_VERIFY(panel.settled() && panel.current());
        const auto* bar = panel.findChild<VoteBar*>();
        for (const Verdict verdict : {Verdict::Include, Verdict::Exclude, Verdict::Maybe})
            ALLOWED(*bar->button(verdict), votes(role));
        QCOMPARE(panel.findChild<NoteField*>()->isReadOnly(), !votes(role));
        const size_t before = Screening(*room.project(), Stage::Title).myVotes()->size();
        room.press(Qt::Key_I);
        QTRY_VERIFY(panel.settled());
        QCOMPARE(Screening(*room.project(), Stage::Title).myVotes()->size(), before + (votes(role) ? 1 : 0));
        QCOMPARE(bar->banner()->text().contains(QStringLiteral("cannot vote")), !votes(role));
    }

    void conflicts_data() { roles(); }
    void conflicts()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        auto& panel = room.go<ConflictsPanel>(Workspace::Conflicts);
        QTRY_VERIFY(panel.list()->hasFocus());
        ALLOWED(*panel.bar()->includeButton(), votes(role));
        ALLOWED(*panel.bar()->excludeButton(), votes(role));
        room.press(Qt::Key_I);
        if (votes(role)) {
            QTRY_VERIFY(Conflicts(*room.project(), Stage::Title).list()->empty());
        } else {
            QVERIFY(panel.bar()->banner()->text().contains(QStringLiteral("cannot settle")));
            QCOMPARE(Conflicts(*room.project(), Stage::Title).list()->size(), size_t(1));
        }
    }

    void sources_data() { roles(); }
    void sources()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        auto& panel = room.go<SourcesPanel>(Workspace::Sources);
        QVERIFY(panel.table()->hasFocus());
        room.press(Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(room.dialogs.asked.size(), size_t(works(role) ? 1 : 0));
        panel.table()->setFocus();
        room.press(Qt::Key_Delete);
        if (works(role)) {
            QTRY_VERIFY(!room.project()->review()->runs[0].live);
        } else {
            QVERIFY(panel.banner()->text().contains(who));
            QVERIFY(room.project()->review()->runs[0].live);
        }
    }

    void records_data() { roles(); }
    void records()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        auto& panel = room.go<RecordsPanel>(Workspace::Records);
        QTRY_COMPARE(panel.model()->rowCount(), 6);
        panel.table()->setFocus();
        panel.table()->selectRow(0);
        room.press(Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(panel.assignBar()->isVisible(), leads(role));
        QCOMPARE(panel.banner()->text().contains(QStringLiteral("Only the lead")), !leads(role));
        FieldRow* title = panel.detail()->fields()->row(Field::Title);
        QVERIFY(panel.detail()->record());
        title->setFocus();
        room.press(Qt::Key_F2);
        QCOMPARE(title->editing(), works(role));
    }

    void duplicates_data() { roles(); }
    void duplicates()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        auto& panel = room.go<DuplicatesPanel>(Workspace::Duplicates);
        QTRY_VERIFY(panel.findButton()->isVisible());
        ALLOWED(*panel.findButton(), works(role));
        if (!works(role))
            return;
        QVERIFY(room.tabTo(panel.findButton()));
        room.press(Qt::Key_Space);
        QTRY_VERIFY(!panel.found().isEmpty());
    }

    void report_data() { roles(); }
    void report()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        const auto& panel = room.go<Panel>(Workspace::Report);
        const auto* form = panel.findChild<DeclaredForm*>();
        ALLOWED(*form->numberField(), works(role));
        ALLOWED(*form->whyField(), works(role));
        QVERIFY(!form->button()->isEnabled());
    }

    void team_data() { roles(); }
    void team()
    {
        QFETCH(QString, who);
        QFETCH(Roles, role);
        Room room(who);
        const auto& panel = room.go<Panel>(Workspace::Team);
        auto* card = panel.findChild<StageCard*>();
        auto* work = panel.findChild<WorkCard*>();
        OrderedList& reasons = *card->reasons();
        ALLOWED(*reasons.addField(), works(role));
        ALLOWED(*card->choice(), leads(role));
        QTRY_COMPARE(work->startButton()->isEnabled(), leads(role));
        ALLOWED(*work->sizeField(), leads(role));
        // Only the lead removes; everybody who works here moves.
        reasons.list()->setFocus();
        reasons.setCurrent(1);
        room.press(Qt::Key_Up, Qt::AltModifier);
        const QString first = works(role) ? QStringLiteral("Letter") : QStringLiteral("Animals");
        QTRY_COMPARE(reasons.rows()[0].text, first);
        reasons.setCurrent(0);
        room.press(Qt::Key_Delete);
        QTRY_COMPARE(reasons.rows().size(), size_t(leads(role) ? 1 : 2));
        QCOMPARE(room.project()->review()->reasonsOf(Stage::Title).size(), size_t(leads(role) ? 1 : 2));
    }

    /// The role that the lead gives counts at once, in every room that is open.
    /// Votes that are still on their way when another person sits down are those of who cast them.
    void whatIsOnItsWayStaysWhoseItWas()
    {
        Room room(QStringLiteral("Rita"));
        const auto& panel = room.go<ScreeningPanel>(Workspace::Screening);
        QTRY_VERIFY(panel.settled() && panel.current());
        const Screening screening(*room.project(), Stage::Title);
        const size_t before = screening.myVotes()->size();
        for (int i = 0; i < 3; ++i)
            room.press(Qt::Key_I);
        const auto review = room.project()->review();
        room.shell->session().setMe(review->reviewer(QStringLiteral("Sol"))->id);
        QTRY_VERIFY(panel.settled());
        QCOMPARE(screening.myVotes()->size(), size_t(0));
        room.shell->session().setMe(review->reviewer(QStringLiteral("Rita"))->id);
        QCOMPARE(screening.myVotes()->size(), before + 3);
    }

    void aNewRoleCountsAtOnce()
    {
        Room room(QStringLiteral("Rea"));
        const auto& panel = room.go<ScreeningPanel>(Workspace::Screening);
        QTRY_VERIFY(panel.settled() && panel.current());
        const auto* bar = panel.findChild<VoteBar*>();
        QVERIFY(!bar->button(Verdict::Include)->isEnabled());
        Project& project = *room.project();
        Reviewer rea = *project.review()->reviewer(QStringLiteral("Rea"));
        rea.roles = Role::Reviewer;
        project.setMe(project.review()->reviewer(QStringLiteral("Lea"))->id);
        QVERIFY(Setup(project).editReviewer(rea));
        project.setMe(rea.id);
        QTRY_VERIFY(bar->button(Verdict::Include)->isEnabled());
        QTRY_VERIFY(room.action(Menus::Item::Import)->isEnabled());
        QVERIFY(!bar->button(Verdict::Include)->toolTip().contains(QStringLiteral("Rea")));
    }
};

WINNOW_WINDOW_TEST(RolesTest)

} // namespace suite_roles

#include "test_roles.moc"
