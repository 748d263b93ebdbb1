// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.h"
#include "panels/team/AlikeCard.h"
#include "panels/team/AllocationForm.h"
#include "panels/team/OrderedList.h"
#include "panels/team/PeopleEditor.h"
#include "panels/team/ProtocolCard.h"
#include "panels/team/RolesButton.h"
#include "panels/team/StageCard.h"
#include "panels/team/TeamPanel.h"
#include "panels/team/VotesChoice.h"
#include "panels/team/WorkCard.h"
#include "project/Imports.h"
#include "project/Pilots.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/ScriptedDialogs.h"
#include "support/Suite.h"
#include "widgets/Segmented.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

namespace suite_team {

using namespace winnow;
using namespace winnow::ui;

namespace {

/// The panel over a review of Ana's on disk.
struct Room {
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Project> project;
    Hands hands;
    Jobs jobs;
    Settings settings = Settings::inFile(folder.filePath(QStringLiteral("settings.ini")));
    Theme theme;
    Icons icons{theme};
    Keys keys;
    test::ScriptedDialogs dialogs;
    std::unique_ptr<PanelContext> context;
    std::unique_ptr<TeamPanel> panel;

    explicit Room(bool readOnly = false)
    {
        NewReview review;
        review.title = QStringLiteral("Exercise for low back pain");
        review.reviewers = {{{}, QStringLiteral("Ana"), Role::Lead}};
        review.titleReasons = {QStringLiteral("Animals"), QStringLiteral("Children"), QStringLiteral("Letter")};
        review.fulltextReasons = {QStringLiteral("No control group")};
        const QString path = folder.filePath(QStringLiteral("review.winnow"));
        project = std::move(*Project::create(path, review, clock));
        if (readOnly) {
            project.reset();
            project = std::move(*Project::open(path, Project::Access::Read, clock));
        }
        project->setMe(project->review()->reviewers[0].id);
        context = std::make_unique<PanelContext>(
            PanelContext{*project, hands, jobs, theme, icons, keys, dialogs, settings});
        panel = std::make_unique<TeamPanel>(*context);
        panel->resize(900, 1400);
        panel->show();
        panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(panel.get(), test::patienceMs));
        panel->activate();
    }

    /// The card of title and abstract, or of full text.
    StageCard* stage(int index) { return panel->findChildren<StageCard*>()[index]; }
    std::vector<QString> reasons(Stage which) const
    {
        std::vector<QString> texts;
        const auto review = project->review();
        for (const Reason& reason : review->reasonsOf(which))
            texts.push_back(reason.text);
        return texts;
    }
    void importTrials(int n)
    {
        QFile file(folder.filePath(QStringLiteral("trials.ris")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < n; ++i)
            file.write("TY  - JOUR\nTI  - Trial number " + QByteArray::number(i) + "\nER  - \n\n");
        file.close();
        ImportRequest request;
        request.file = file.fileName();
        QVERIFY(Imports(*project).import(request, {}).has_value());
    }
    OrderedList& list(const char* name) const
    {
        for (OrderedList* one : panel->findChildren<OrderedList*>()) {
            if (one->accessibleName() == QLatin1String(name))
                return *one;
        }
        qFatal("no list %s", name);
    }
    /// The button of that text under a list, by Space.
    bool pressTool(const OrderedList& list, const char* text) const
    {
        for (QPushButton* one : list.findChildren<QPushButton*>()) {
            if (one->text() != QString::fromUtf8(text) || !one->isEnabled())
                continue;
            one->setFocus();
            QTest::keyClick(one, Qt::Key_Space);
            return true;
        }
        return false;
    }
    QPushButton* button(const char* name) const
    {
        for (QPushButton* one : panel->findChildren<QPushButton*>()) {
            if (one->accessibleName() == QLatin1String(name) && one->isVisible())
                return one;
        }
        return nullptr;
    }
    void pressButton(const char* name)
    {
        QTRY_VERIFY(button(name));
        button(name)->setFocus();
        press(Qt::Key_Space);
    }
    QString textOf(const QWidget& widget) const
    {
        QString text;
        for (const QLabel* label : widget.findChildren<QLabel*>())
            text += label->text() + QLatin1Char('\n');
        return text;
    }
    QString said() const { return textOf(*panel); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text)); }
};

using Texts = std::vector<QString>;

} // namespace

class TeamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReasonIsAddedWithTheNextDigit()
    {
        Room room;
        room.stage(0)->reasons()->addField()->setFocus();
        room.type("Protocol");
        room.press(Qt::Key_Return);
        const Texts wanted{QStringLiteral("Animals"), QStringLiteral("Children"), QStringLiteral("Letter"),
                           QStringLiteral("Protocol")};
        QTRY_COMPARE(room.reasons(Stage::Title), wanted);
        QCOMPARE(room.project->review()->reasonsOf(Stage::Title)[3].key, 4);
        QTRY_COMPARE(room.stage(0)->reasons()->rows().size(), size_t(4));
        QCOMPARE(room.reasons(Stage::Fulltext), Texts{QStringLiteral("No control group")});
        QVERIFY(room.stage(0)->reasons()->addField()->hasFocus());
    }

    void aReasonMovesByKeyAndKeepsItsDigit()
    {
        Room room;
        OrderedList& list = *room.stage(0)->reasons();
        list.list()->setFocus();
        list.setCurrent(2);
        room.press(Qt::Key_Up, Qt::AltModifier);
        const Texts wanted{QStringLiteral("Animals"), QStringLiteral("Letter"), QStringLiteral("Children")};
        QTRY_COMPARE(room.reasons(Stage::Title), wanted);
        QTRY_COMPARE(list.rows()[1].text, QStringLiteral("Letter"));
        QCOMPARE(list.rows()[1].digit, 3);
        QCOMPARE(list.current(), 1);
        room.press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(room.reasons(Stage::Title)[2], QStringLiteral("Letter"));
    }

    void aReasonIsRenamedInPlace()
    {
        Room room;
        OrderedList& list = *room.stage(0)->reasons();
        list.list()->setFocus();
        list.setCurrent(1);
        room.press(Qt::Key_F2);
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
        room.press(Qt::Key_A, Qt::ControlModifier);
        room.type("Under 18");
        room.press(Qt::Key_Return);
        QTRY_COMPARE(room.reasons(Stage::Title)[1], QStringLiteral("Under 18"));
        QTRY_COMPARE(list.rows()[1].text, QStringLiteral("Under 18"));
    }

    void reasonsAreMerged()
    {
        Room room;
        OrderedList& list = *room.stage(0)->reasons();
        list.setCurrent(2);
        room.dialogs.choices.push_back(1);
        Q_EMIT list.mergeWanted(2);
        QCOMPARE(room.dialogs.lastChoice.options, QStringList({QStringLiteral("Animals"), QStringLiteral("Children")}));
        const Texts wanted{QStringLiteral("Animals"), QStringLiteral("Children")};
        QTRY_COMPARE(room.reasons(Stage::Title), wanted);
    }

    void labelsAndCriteriaAreMergedAndParted()
    {
        Room room;
        Setup setup(*room.project);
        for (const char* name : {"Cohort", "Follow-up", "Trial"})
            QVERIFY(setup.addLabel(QLatin1String(name)).has_value());
        for (const char* text : {"adults", "grown-ups"})
            QVERIFY(setup.addCriterion(true, QLatin1String(text)).has_value());
        QVERIFY(setup.addCriterion(false, QStringLiteral("letters")).has_value());
        OrderedList& labels = room.list("Labels");
        QTRY_COMPARE(labels.list()->count(), 3);
        labels.setCurrent(1);
        labels.list()->setFocus();
        room.dialogs.choices = {1, 0};
        QVERIFY(room.pressTool(labels, "Merge…"));
        QCOMPARE(room.dialogs.lastChoice.options, QStringList({QStringLiteral("Cohort"), QStringLiteral("Trial")}));
        QTRY_COMPARE(room.project->review()->labels.size(), size_t(2));
        QTRY_COMPARE(labels.list()->count(), 2);
        OrderedList& criteria = room.list("Included are studies that");
        criteria.setCurrent(1);
        QVERIFY(room.pressTool(criteria, "Merge…"));
        QCOMPARE(room.dialogs.lastChoice.options, QStringList(QStringLiteral("adults"))); // not what excludes
        QTRY_COMPARE(room.project->review()->criteria.size(), size_t(2));
        QVERIFY(History(*room.project).undo().has_value());
        QTRY_COMPARE(criteria.list()->count(), 2);
    }

    /// Two people made them apart: the page says so, and one key makes one of them.
    void whatLooksAlikeIsOffered()
    {
        Room room;
        auto* alike = room.panel->findChild<AlikeCard*>();
        QVERIFY(!alike->isVisible());
        QVERIFY(Setup(*room.project).addLabel(QStringLiteral("Cohort")).has_value());
        QVERIFY(Setup(*room.project).addLabel(QStringLiteral("cohort.")).has_value());
        QTRY_VERIFY(alike->isVisible());
        QCOMPARE(alike->mergeButtons().size(), size_t(1));
        alike->mergeButtons()[0]->setFocus();
        room.press(Qt::Key_Space);
        QTRY_COMPARE(room.project->review()->labels.size(), size_t(1));
        QTRY_VERIFY(!alike->isVisible());
    }

    void votesNeededAreChosenByDigit()
    {
        Room room;
        VotesChoice& choice = *room.stage(0)->choice();
        choice.votes()->setFocus();
        room.press(Qt::Key_1);
        QTRY_COMPARE(room.project->review()->settings.titleStage.votesNeeded, 1);
        QCOMPARE(room.project->review()->settings.fulltextStage.votesNeeded, 2);
        room.press(Qt::Key_3);
        QTRY_COMPARE(room.project->review()->settings.titleStage.votesNeeded, 3);
    }

    void aPersonIsAddedAndRenamed()
    {
        Room room;
        auto* people = room.panel->findChild<PeopleEditor*>();
        people->addField()->setFocus();
        room.type("Ben");
        room.press(Qt::Key_Return);
        QTRY_COMPARE(room.project->review()->reviewers.size(), size_t(2));
        QCOMPARE(room.project->review()->reviewers[1].roles, Roles(Role::Reviewer));
        QTRY_VERIFY(people->nameField(1));
        people->nameField(1)->setFocus();
        room.press(Qt::Key_A, Qt::ControlModifier);
        room.type("Benjamin");
        room.press(Qt::Key_Return);
        QTRY_COMPARE(room.project->review()->reviewers[1].name, QStringLiteral("Benjamin"));
    }

    void nobodyIsLeftWithoutARole()
    {
        RolesButton button;
        Roles said = Role::Reader;
        connect(&button, &RolesButton::rolesChanged, this, [&said](Roles roles) { said = roles; });
        button.setRoles(Role::Reviewer);
        button.menu()->actions()[0]->trigger();
        QCOMPARE(said, Roles(Role::Lead) | Role::Reviewer);
        button.setRoles(Role::Lead);
        said = Role::Reader;
        button.menu()->actions()[0]->trigger();
        QCOMPARE(said, Roles(Role::Reader));
        QCOMPARE(button.roles(), Roles(Role::Lead));
        QVERIFY(button.menu()->actions()[0]->isChecked());
    }

    void theTitleIsSavedWhenItIsLeftAndNeverEmptied()
    {
        Room room;
        auto* title = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(title);
        room.press(Qt::Key_A, Qt::ControlModifier);
        room.type("Walking for low back pain");
        room.press(Qt::Key_Tab);
        QTRY_COMPARE(room.project->review()->settings.title, QStringLiteral("Walking for low back pain"));
        title->setFocus();
        room.press(Qt::Key_A, Qt::ControlModifier);
        room.press(Qt::Key_Delete);
        room.press(Qt::Key_Tab);
        QCOMPARE(title->text(), QStringLiteral("Walking for low back pain"));
    }

    void whatIsBeingTypedIsNotReplaced()
    {
        Room room;
        auto* title = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        room.press(Qt::Key_End);
        room.type(" in adults");
        QVERIFY(Setup(*room.project).addLabel(QStringLiteral("pilot")).has_value());
        QTRY_VERIFY(room.panel->findChildren<OrderedList*>().back()->rows().size() == 1);
        QCOMPARE(title->text(), QStringLiteral("Exercise for low back pain in adults"));
    }

    void whoHasLeftIsNoLongerAskedAndMayComeBack()
    {
        Room room;
        QVERIFY(Setup(*room.project).addReviewer(QStringLiteral("Ben"), Role::Reviewer).has_value());
        auto* people = room.panel->findChild<PeopleEditor*>();
        QTRY_VERIFY(people->nameField(1));
        room.pressButton("Ben has left");
        QTRY_VERIFY(room.project->review()->reviewers[1].retired);
        QCOMPARE(room.project->review()->team().size(), size_t(1));
        QTRY_VERIFY(room.button("Bring Ben back"));
        room.pressButton("Bring Ben back");
        QTRY_VERIFY(!room.project->review()->reviewers[1].retired);
    }

    void aReasonIsRemovedAndUndoBringsItBack()
    {
        Room room;
        OrderedList& list = *room.stage(0)->reasons();
        list.list()->setFocus();
        list.setCurrent(1);
        room.press(Qt::Key_Delete);
        QTRY_COMPARE(room.reasons(Stage::Title), (Texts{QStringLiteral("Animals"), QStringLiteral("Letter")}));
        QCOMPARE(room.project->review()->formerReasons.size(), size_t(1));
        QVERIFY(History(*room.project).undo().has_value());
        QTRY_COMPARE(room.reasons(Stage::Title).size(), size_t(3));
    }

    void whoSettlesIsChosenByDigitAndTold()
    {
        Room room;
        room.stage(0)->choice()->settling()->setFocus();
        room.press(Qt::Key_3);
        QTRY_COMPARE(room.project->review()->settings.titleStage.resolving, ResolveRule::IncludeWins);
        const QString rule = QStringLiteral("As agreed beforehand, what any reviewer included went on to full text.");
        const auto* protocol = room.panel->findChild<ProtocolCard*>();
        QTRY_VERIFY(room.textOf(*protocol).contains(rule)); // the review knows it a moment before the card does
        protocol->copyButton()->setFocus();
        room.press(Qt::Key_Space);
        QVERIFY(QGuiApplication::clipboard()->text().contains(rule));
    }

    void aPilotIsStartedRefinedAndLetGo()
    {
        Room room;
        room.importTrials(12);
        WorkCard& work = *room.panel->findChildren<WorkCard*>()[0];
        QTRY_VERIFY(work.startButton()->isVisible());
        work.sizeField()->setValue(5);
        QTRY_COMPARE(work.seedField()->value(), 1);
        work.seedField()->setFocus();
        work.seedField()->selectAll();
        room.type("77");
        work.startButton()->setFocus();
        room.press(Qt::Key_Space);
        QTRY_VERIFY(room.project->review()->pilot(Stage::Title));
        QCOMPARE(room.project->review()->pilot(Stage::Title)->size, 5);
        QCOMPARE(room.project->review()->pilot(Stage::Title)->seed, quint64(77));
        QTRY_VERIFY(room.textOf(work).contains(QStringLiteral("5 reports drawn with seed 77")));
        const QString methods = QStringLiteral("piloted on 5 reports drawn at random (seed 77)");
        QTRY_VERIFY(room.textOf(*room.panel->findChild<ProtocolCard*>()).contains(methods));
        QTRY_VERIFY(work.goButton()->isVisible());
        work.openButton()->setFocus();
        room.press(Qt::Key_Space); // nobody has voted yet: refused in words
        QTRY_VERIFY(room.said().contains(QStringLiteral("No pilot report has two votes yet")));
        room.dialogs.texts.push_back(QStringLiteral("unclear"));
        work.refineButton()->setFocus();
        room.press(Qt::Key_Space);
        QTRY_COMPARE(room.project->review()->pilot(Stage::Title)->state, PilotRound::State::Refine);
        QTRY_VERIFY(work.goButton()->isVisible());
        work.goButton()->setFocus();
        room.press(Qt::Key_Space);
        QTRY_COMPARE(room.project->review()->pilot(Stage::Title)->state, PilotRound::State::Go);
    }

    /// Once its votes are open, the card of the pilot says how far the two agree: before go or refine is chosen.
    void aPilotTellsHowFarPeopleAgree()
    {
        Room room;
        QVERIFY(Setup(*room.project).addReviewer(QStringLiteral("Ben"), Role::Reviewer).has_value());
        room.importTrials(12);
        QVERIFY(Pilots(*room.project, Stage::Title).start(4, 3));
        const auto pilot = Pilots(*room.project, Stage::Title).rounds()->front().reports;
        for (const auto& [name, disagrees] : {std::pair("Ana", false), std::pair("Ben", true)}) {
            room.project->setMe(room.project->review()->reviewer(QString::fromLatin1(name))->id);
            for (size_t i = 0; i < pilot.size(); ++i) {
                const Verdict verdict = i < 2 || (disagrees && i == 2) ? Verdict::Include : Verdict::Exclude;
                QVERIFY(Screening(*room.project, Stage::Title).vote({pilot[i], verdict, {}, {}}));
            }
        }
        room.project->setMe(room.project->review()->reviewer(QStringLiteral("Ana"))->id);
        WorkCard& work = *room.panel->findChildren<WorkCard*>()[0];
        QTRY_VERIFY(work.openButton()->isVisible());
        QVERIFY(!room.textOf(work).contains(QStringLiteral("κ")));
        work.openButton()->setFocus();
        room.press(Qt::Key_Space);
        // Of the table 2, 0, 1, 1: 75 % the same, κ = (0.75 − 0.5) / 0.5; its upper limit by the formula is beyond 1.
        QTRY_VERIFY(
            room.textOf(work).contains(QStringLiteral("Ana and Ben: n = 4 · the same said: 75.0 % · Cohen’s κ = "
                                                      "0.50 (95 % CI ")));
        QVERIFY(room.textOf(work).contains(QStringLiteral(" to 1.00, cut at the bound of κ)")));
    }

    void reportsAreDealt()
    {
        Room room;
        QVERIFY(Setup(*room.project).addReviewer(QStringLiteral("Ben"), Role::Reviewer).has_value());
        room.importTrials(12);
        WorkCard& work = *room.panel->findChildren<WorkCard*>()[0];
        QVERIFY(!work.dealButton()->isEnabled());
        work.allocation()->kind()->setFocus();
        room.press(Qt::Key_2);
        QVERIFY(work.dealButton()->isEnabled());
        work.dealButton()->setFocus();
        room.press(Qt::Key_Space);
        QTRY_VERIFY(room.project->review()->settings.titleStage.allocation.dealt);
        QTRY_VERIFY(room.textOf(work).contains(QStringLiteral("Ben: ")));
        QVERIFY(room.textOf(work).contains(QStringLiteral("divided at random among two reviewers")));
    }

    void aChangeOfTheProtocolIsNoted()
    {
        Room room;
        auto* protocol = room.panel->findChild<ProtocolCard*>();
        QVERIFY(!protocol->noteButton()->isEnabled());
        protocol->why()->setFocus();
        room.type("children count, too");
        protocol->noteButton()->setFocus();
        room.press(Qt::Key_Space);
        QTRY_COMPARE(room.project->review()->protocol.size(), size_t(1));
        QTRY_VERIFY(protocol->why()->text().isEmpty());
    }

    void aReviewToBeReadOnlyOffersNothingToChange()
    {
        Room room(true);
        QVERIFY(!room.stage(0)->reasons()->addField()->isVisible());
        QVERIFY(!room.panel->findChild<PeopleEditor*>()->addField()->isVisible());
        OrderedList& list = *room.stage(0)->reasons();
        list.list()->setFocus();
        list.setCurrent(2);
        room.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(list.rows()[2].text, QStringLiteral("Letter"));
    }
};

WINNOW_WINDOW_TEST(TeamTest)

} // namespace suite_team

#include "test_team.moc"
