// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellRoom.h"

#include "models/ConflictsModel.h"
#include "panels/conflicts/ConflictsPanel.h"
#include "panels/conflicts/ResolveBar.h"
#include "panels/duplicates/DuplicatesPanel.h"
#include "panels/report/ReportPanel.h"
#include "panels/screening/NoteField.h"
#include "panels/screening/ReportBox.h"
#include "panels/screening/ScreeningPanel.h"
#include "panels/screening/SidePanel.h"
#include "panels/sources/ImportCard.h"
#include "panels/team/PeopleEditor.h"
#include "panels/team/VotesChoice.h"
#include "project/Conflicts.h"
#include "project/Flow.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "shell/NewReviewPage.h"
#include "shell/StatusLine.h"
#include "shell/WhoStrip.h"
#include "support/Suite.h"
#include "widgets/Segmented.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

namespace suite_story {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ShellRoom;

namespace {

QByteArray entry(const char* title, const char* author, int year, const char* doi)
{
    return QByteArray("TY  - JOUR\nTI  - ") + title + "\nAU  - " + author + "\nPY  - " + QByteArray::number(year)
        + "\nDO  - " + doi + "\nAB  - Something was done, and something came of it.\nER  - \n\n";
}

QByteArray pubmed()
{
    return entry("Alpha cells in mice", "Adams, A.", 2011, "10.1000/alpha")
        + entry("Beta cells in humans", "Brown, B.", 2012, "10.1000/beta")
        + entry("Gamma rays in adults", "Clark, C.", 2013, "10.1000/gamma")
        + entry("Delta waves asleep", "Davis, D.", 2014, "10.1000/delta")
        + entry("Epsilon sheets folded", "Evans, E.", 2015, "10.1000/epsilon")
        + entry("Zeta potential of milk", "Ford, F.", 2016, "10.1000/zeta");
}

QByteArray scopus()
{
    return entry("Alpha cells in mice", "Adams, A.", 2011, "10.1000/alpha")
        + entry("Beta cells in humans", "Brown, B.", 2012, "10.1000/beta")
        + entry("Eta mesons at work", "Green, G.", 2017, "10.1000/eta")
        + entry("Theta rhythm of walking", "Hill, H.", 2018, "10.1000/theta");
}

/// Two reviewers at one laptop, who have nothing but its keys.
struct Story : ShellRoom {
    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return out.fileName();
    }
    template <class PanelType> PanelType* at(int number)
    {
        press(Qt::Key(Qt::Key_0 + number), Qt::ControlModifier);
        return qobject_cast<PanelType*>(window().reviewPage()->current());
    }
    /// Presses one after another where the focus is, each after the one before has been saved: "I", "E", "1" …
    void votes(ScreeningPanel& panel, const char* presses)
    {
        for (const char* key = presses; *key; ++key) {
            if (*key == ' ')
                continue;
            press(*key == '>' ? Qt::Key_Return : Qt::Key(*key));
            QTRY_VERIFY(panel.settled());
        }
    }
    /// The button of this text that is to be seen, reached by Tab and pressed.
    bool pressButton(const QString& text)
    {
        const auto buttons = window().findChildren<QPushButton*>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton* button) {
            return button->isVisible() && button->isEnabled() && button->text() == text;
        });
        if (found == buttons.end() || !tabTo(*found))
            return false;
        press(Qt::Key_Space);
        return true;
    }
    /// On in the wizard of a new review, to the step of that number (from 0).
    bool nextStep(int step)
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        return window().newReviewPage()->steps()->current() == step;
    }
    /// The other one sits down.
    bool sitDown(const QString& name)
    {
        if (!tabTo(window().status()->who()))
            return false;
        press(Qt::Key_Space);
        return window().who()->isVisible() && pressButton(name)
            && project()->review()->reviewer(project()->me())->name == name;
    }
    [[nodiscard]] bool idle() { return !shell->session().open()->jobs.busy(); }
    [[nodiscard]] qint64 reports() { return qint64(Records(*project()).reports()->size()); }
    [[nodiscard]] FlowCounts flow() { return *Flow(*project()).counts(); }
};

} // namespace

/// The whole way as a new user goes it, from the start page to the own PRISMA figure: two reviewers in turn, keys only.
class StoryTest : public QObject {
    Q_OBJECT

private:
    static void startTheReview(Story& story);
    static void importTwoFiles(Story& story);
    static void joinDuplicates(Story& story);
    static void screenTitles(Story& story);
    static void settleTitles(Story& story);
    static void assessFullTexts(Story& story);
    static void exportTheFigure(Story& story);

private Q_SLOTS:
    void fromTheStartPageToTheFigure()
    {
        Story story;
        for (const auto chapter : {startTheReview, importTwoFiles, joinDuplicates, screenTitles, settleTitles,
                                   assessFullTexts, exportTheFigure}) {
            chapter(story);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

void StoryTest::startTheReview(Story& story)
{
    NewReviewPage& page = *story.window().newReviewPage();
    story.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(page.titleField()->hasFocus());
    story.type("Cells and waves");
    story.press(Qt::Key_Tab);
    story.type("What do cells do to waves?");
    QVERIFY(story.nextStep(1));
    story.type("tell of cells");
    story.press(Qt::Key_Return);
    story.type("tell of waves"); // without Enter: going on takes it, too
    QVERIFY(story.nextStep(2));
    QVERIFY(page.nameField()->hasFocus());
    story.type("Ana");
    QVERIFY(story.tabTo(page.people()->addField()));
    story.type("Ben");
    story.press(Qt::Key_Return);
    QVERIFY(story.nextStep(3));
    QVERIFY(page.titleVotes()->votes()->hasFocus());
    story.press(Qt::Key_1);
    QVERIFY(page.methods().startsWith(QStringLiteral("Titles and abstracts were screened by one reviewer each.")));
    story.press(Qt::Key_2);
    QVERIFY(page.methods().startsWith(QStringLiteral("Titles and abstracts were screened by two reviewers")));
    QVERIFY(story.nextStep(4));
    QVERIFY(page.pathField()->hasFocus());
    story.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(page.pathField(), story.file("cells.winnow"));
    QVERIFY(story.tabTo(page.createButton()));
    story.press(Qt::Key_Return);
    QVERIFY(story.opened());
    const auto review = story.project()->review();
    QCOMPARE(review->settings.title, QStringLiteral("Cells and waves"));
    QCOMPARE(review->settings.question, QStringLiteral("What do cells do to waves?"));
    QCOMPARE(review->settings.titleStage.votesNeeded, 2);
    QCOMPARE(review->criteria.size(), size_t(2));
    QCOMPARE(review->criteria.back().text, QStringLiteral("tell of waves"));
    QCOMPARE(review->reviewers.size(), size_t(2));
    QCOMPARE(review->reviewer(story.project()->me())->name, QStringLiteral("Ana"));
}

void StoryTest::importTwoFiles(Story& story)
{
    story.dialogs.files.push_back({story.write("pubmed.ris", pubmed()), story.write("scopus.ris", scopus())});
    story.press(Qt::Key_I, Qt::ControlModifier);
    QTRY_COMPARE(story.window().findChildren<ImportCard*>().size(), 2);
    const auto cards = story.window().findChildren<ImportCard*>();
    for (const ImportCard* card : cards)
        QTRY_COMPARE(card->state(), ImportCard::State::Ready);
    QTRY_VERIFY(cards[0]->sourceField()->hasFocus());
    story.type("PubMed");
    QVERIFY(story.tabTo(cards[1]->sourceField()));
    story.type("Scopus");
    story.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(cards[1]->state(), ImportCard::State::Done);
    QTRY_VERIFY(story.idle());
    QCOMPARE(story.reports(), 10);
    QCOMPARE(story.flow().databases,
             (std::vector<NamedCount>{{QStringLiteral("PubMed"), 6}, {QStringLiteral("Scopus"), 4}}));
}

void StoryTest::joinDuplicates(Story& story)
{
    QVERIFY(story.pressButton(QStringLiteral("Find duplicates")));
    const auto* panel = story.window().findChild<DuplicatesPanel*>();
    QTRY_VERIFY(panel && panel->isVisible() && panel->findButton()->isEnabled());
    QVERIFY(story.pressButton(QStringLiteral("Find duplicates"))); // the workspace's own button
    QTRY_COMPARE(story.reports(), 8);
    QCOMPARE(story.flow().duplicates, 2);
}

void StoryTest::screenTitles(Story& story)
{
    auto* panel = story.at<ScreeningPanel>(5);
    QVERIFY(panel);
    QTRY_VERIFY(panel->settled() && panel->current());
    story.press(Qt::Key_N);
    story.type("mice, but also people");
    story.press(Qt::Key_Escape);
    story.votes(*panel, "IIMEI1IE");
    QCOMPARE(Screening(*story.project(), Stage::Title).progress()->left, 0);
    QVERIFY(story.sitDown(QStringLiteral("Ben")));
    panel = story.at<ScreeningPanel>(5);
    QTRY_VERIFY(panel->settled() && panel->current());
    QCOMPARE(panel->findChild<NoteField*>()->toPlainText(), QString()); // Ana's is not for Ben
    story.votes(*panel, "IEIEEU");
    story.votes(*panel, "E2II");
    QCOMPARE(Screening(*story.project(), Stage::Title).progress()->left, 0);
    QCOMPARE(story.flow().titleExcluded, 2);
}

void StoryTest::settleTitles(Story& story)
{
    auto* panel = story.at<ConflictsPanel>(7);
    QVERIFY(panel);
    QTRY_VERIFY(panel->openButton()->isVisible());
    story.dialogs.confirmations = {true};
    QVERIFY(story.tabTo(panel->openButton()));
    story.press(Qt::Key_Space);
    QTRY_COMPARE(panel->model()->rowCount(), 3);
    QTRY_VERIFY(panel->list()->hasFocus());
    const auto agreement = Conflicts(*story.project(), Stage::Title).agreement();
    QVERIFY(agreement.has_value());
    story.press(Qt::Key_1);
    story.press(Qt::Key_2);
    const RecordId beta = panel->current();
    story.press(Qt::Key_I);
    QTRY_VERIFY(panel->current() != beta);
    const RecordId epsilon = panel->current();
    story.press(Qt::Key_E);
    story.press(Qt::Key_2);
    QTRY_VERIFY(panel->current() != epsilon);
    story.press(Qt::Key_E);
    story.press(Qt::Key_1);
    QTRY_COMPARE(story.flow().titleExcluded, 4);
    QCOMPARE(story.flow().main.sought, 4);
    QCOMPARE(story.flow().main.awaitingRetrieval, 4);
}

void StoryTest::assessFullTexts(Story& story)
{
    auto* panel = story.at<ScreeningPanel>(6);
    QVERIFY(panel);
    QTRY_VERIFY(panel->settled() && panel->current());
    story.votes(*panel, "IE1I"); // Ben: Alpha in; Beta out, the reason in place; Gamma in; left on Eta
    QCOMPARE(Records(*story.project()).record(panel->current())->record.title, std::string("Eta mesons at work"));
    QComboBox* retrieval = panel->findChild<ReportBox*>()->retrieval();
    QVERIFY(story.tabTo(retrieval));
    const RecordId eta = panel->current();
    for (int i = 0; i < 3; ++i)
        story.press(Qt::Key_Down);
    QTRY_COMPARE(Reports(*story.project()).retrieval(eta)->state, Retrieval::NotRetrieved);
    QVERIFY(story.sitDown(QStringLiteral("Ana")));
    panel = story.at<ScreeningPanel>(6);
    QTRY_VERIFY(panel->settled() && panel->current());
    story.votes(*panel, "I15");
    QCOMPARE(story.flow().main.notRetrieved, 1);
    QCOMPARE(story.flow().main.assessed, 3);
    QVERIFY(story.flow().interim());
    auto* conflicts = story.at<ConflictsPanel>(7);
    QVERIFY(story.tabTo(conflicts->stages()));
    story.press(Qt::Key_2);
    QTRY_VERIFY(conflicts->openButton()->isVisible());
    story.dialogs.confirmations = {true};
    QVERIFY(story.tabTo(conflicts->openButton()));
    story.press(Qt::Key_Space);
    QTRY_COMPARE(conflicts->model()->rowCount(), 1);
    QTRY_VERIFY(conflicts->list()->hasFocus());
    story.press(Qt::Key_E);
    story.press(Qt::Key_5);
    QTRY_VERIFY(!story.flow().interim());
}

void StoryTest::exportTheFigure(Story& story)
{
    const FlowCounts flow = story.flow();
    QCOMPARE(flow.identifiedDatabases(), 10);
    QCOMPARE(flow.duplicates, 2);
    QCOMPARE(flow.screened, 8);
    QCOMPARE(flow.titleExcluded, 4);
    QCOMPARE(flow.main.sought, 4);
    QCOMPARE(flow.main.notRetrieved, 1);
    QCOMPARE(flow.main.assessed, 3);
    QCOMPARE(
        flow.main.excluded,
        (std::vector<NamedCount>{{QStringLiteral("Wrong population"), 1}, {QStringLiteral("Wrong study design"), 1}}));
    QCOMPARE(flow.main.included, 1);
    QCOMPARE(flow.newStudies, 1);
    QCOMPARE(brokenIdentities(flow), std::vector<QString>());
    auto* panel = story.at<ReportPanel>(8);
    QVERIFY(panel);
    story.dialogs.saveNames.push_back(story.file("flow.svg"));
    story.press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(QFileInfo::exists(story.file("flow.svg"))); // there at all: there whole
    QFile svg(story.file("flow.svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QString drawn = QString::fromUtf8(svg.readAll());
    QVERIFY(drawn.contains(QLatin1String("</svg>")));
    for (const char* text : {"n = 10", "n = 8", "Wrong study design", "Wrong population"})
        QVERIFY2(drawn.contains(QLatin1String(text)), text);
    QVERIFY(!drawn.contains(QLatin1String("nterim")));
}

WINNOW_WINDOW_TEST(StoryTest)

} // namespace suite_story

#include "test_story.moc"
