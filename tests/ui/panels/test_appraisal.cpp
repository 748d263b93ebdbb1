// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "appraisal/InstrumentJson.h"
#include "appraisal/Shipped.h"
#include "charts/FigureView.h"
#include "panels/appraisal/AgreementPage.h"
#include "panels/appraisal/AppraisalPanel.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/DirectionRow.h"
#include "panels/appraisal/FigurePage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/JudgementRow.h"
#include "panels/appraisal/QuoteList.h"
#include "panels/appraisal/StudyPage.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/SearchField.h"
#include "widgets/Segmented.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>

namespace suite_appraisal {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Two studies that are included at full text, one vote each being enough.
struct Bias : PagesRoom {
    Bias() : PagesRoom(1)
    {
        import(s("two.ris"), entry("One", "Burt, R", 2019) + entry("Two", "Adams, T", 2021));
        const std::vector<RecordId> all = *Records(*project).all();
        for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
            for (const RecordId id : all) {
                Reports::RetrievalRequest here{id, {}};
                here.state.state = Retrieval::Received;
                if (stage == Stage::Fulltext && !Reports(*project).setRetrieval({&here, 1}))
                    qFatal("not retrieved");
                if (!Screening(*project, stage).vote({id, Verdict::Include, {}, {}}))
                    qFatal("no vote");
            }
        }
    }
    /// What the focus gets.
    static void press(int key) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); }

    [[nodiscard]] std::optional<AppraisalView> first() const
    {
        const auto views = Appraisals(*project).views();
        return views && !views->empty() ? std::optional(views->front()) : std::nullopt;
    }
};

/// Shows the panel with an instrument chosen and the grid in front.
void sitDown(AppraisalPanel& panel, const char* instrument)
{
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    const int place = int(appraisal::shippedIds().indexOf(QLatin1String(instrument)));
    panel.instrumentChoice()->setCurrentIndex(place);
    Q_EMIT panel.instrumentChoice()->activated(place);
    panel.grid()->setFocus();
}

/// Answers the questions of SYRCLE's tool one after another: digit and Enter.
void answerAll(AppraisalPanel& panel, Bias& room, int digit)
{
    for (int i = 0; i < 10; ++i) {
        auto* answers = qobject_cast<Segmented*>(QApplication::focusWidget());
        QVERIFY(answers);
        const QString item = panel.form()->items().front()->item();
        Bias::press(digit);
        QTRY_VERIFY(room.first() && room.first()->mine.answers.contains(item));
        QTRY_COMPARE(answers->current(), digit - Qt::Key_1);
        Bias::press(Qt::Key_Return);
    }
}

QString everything(const QWidget& panel)
{
    QStringList texts;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        texts << label->text();
    for (const QLineEdit* edit : panel.findChildren<QLineEdit*>())
        texts << edit->text();
    for (const QPushButton* button : panel.findChildren<QPushButton*>())
        texts << button->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class AppraisalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyReviewSaysWhatItIsFor();
    void assessesAStudyByKeys();
    void overrulingWaitsForAReason();
    void resultsNeedAnOutcome();
    void twoPeopleReachConsensus();
    void modelIsSound();
    void twoStudiesTwoPeopleOneFigure();
    void quotesStandWithTheirPage();
    void copiesFromAnotherOutcome();
    void givesStudiesToPeople();
    void warnsOfADesignThatDoesNotFit();
    void filtersAndFinds();
    void applicabilityIsPartOfTheForm();
    void oneThatNobodyHasSeen();
    void tablesComeIn();
};

void AppraisalTest::emptyReviewSaysWhatItIsFor()
{
    PagesRoom room;
    AppraisalPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(everything(panel).contains(s("No study to assess yet")));
    QVERIFY(!panel.grid()->isVisible());
}

void AppraisalTest::assessesAStudyByKeys()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QCOMPARE(panel.model()->index(0, 0).data().toString(), s("Adams 2021"));
    QVERIFY(panel.beginPage()->about().contains(s("do not replace the official guidance")));
    Bias::press(Qt::Key_Return); // to the button
    QVERIFY(panel.beginPage()->button()->hasFocus());
    Bias::press(Qt::Key_Space);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    Bias::press(Qt::Key_Return);
    answerAll(panel, room, Qt::Key_1);
    QCOMPARE(room.first()->mine.answers.size(), size_t(10));
    QTRY_VERIFY(panel.grid()->hasFocus());
    QCOMPARE(panel.banner()->text(), s("All is answered and judged."));
    for (int column = 1; column < panel.model()->columnCount(); ++column)
        QCOMPARE(panel.model()->index(0, column).data(GridModel::SymbolRole).toString(), s("+"));
    QCOMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("all answered"));
    QCOMPARE(panel.model()->index(1, 0).data(GridModel::StateRole).toString(), s("not begun"));
    QTest::keyClick(panel.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(room.first()->mine.answers.size(), size_t(9));
    QTRY_COMPARE(panel.model()->index(0, 10).data(GridModel::SymbolRole).toString(), QString());
}

void AppraisalTest::overrulingWaitsForAReason()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    Bias::press(Qt::Key_Return);
    Bias::press(Qt::Key_1);
    QTRY_VERIFY(panel.form()->judgement()->proposalText().contains(s("Low risk")));
    QLineEdit* support = panel.form()->items().front()->support();
    QTRY_VERIFY(support->isVisible());
    support->setFocus();
    QTest::keyClicks(support, s("p. 3: a coin"));
    Bias::press(Qt::Key_Escape);
    QTRY_COMPARE(room.first()->mine.answers.begin()->second.why, s("p. 3: a coin"));
    JudgementRow* judgement = panel.form()->judgement();
    judgement->levels()->setFocus();
    Bias::press(Qt::Key_3);
    QVERIFY(judgement->reason()->hasFocus());
    Bias::press(Qt::Key_Return); // nothing said: nothing happens
    QVERIFY(room.first()->mine.judgements.empty());
    QTest::keyClicks(judgement->reason(), s("the coin was weighted"));
    Bias::press(Qt::Key_Return);
    QTRY_COMPARE(room.first()->mine.judgements.size(), size_t(1));
    QCOMPARE(room.first()->mine.judgements.begin()->second.why, s("the coin was weighted"));
    QTRY_COMPARE(panel.model()->index(0, 1).data(GridModel::SymbolRole).toString(), s("×"));
}

/// rules.md G1.
void AppraisalTest::resultsNeedAnOutcome()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    Bias::press(Qt::Key_Return);
    QVERIFY(panel.beginPage()->outcome()->hasFocus());
    QVERIFY(!panel.beginPage()->button()->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), s("Relapse"));
    Bias::press(Qt::Key_Return);
    QTRY_COMPARE(panel.model()->index(0, 0).data().toString(), s("Adams 2021: Relapse"));
    QTRY_VERIFY(panel.anotherButton()->isVisible());
    QTest::mouseClick(panel.anotherButton(), Qt::LeftButton);
    QVERIFY(panel.beginPage()->outcome()->hasFocus());
    panel.beginPage()->outcome()->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), s("Death"));
    Bias::press(Qt::Key_Return);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTRY_COMPARE(panel.grid()->currentIndex().siblingAtColumn(0).data().toString(), s("Adams 2021: Death"));
}

/// Blind until it is opened; then side by side, agreed on, and reopened by a change.
void AppraisalTest::twoPeopleReachConsensus()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    Bias::press(Qt::Key_Return);
    answerAll(panel, room, Qt::Key_1);
    room.dialogs.confirmations = {true, true};
    QTest::mouseClick(panel.openButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.banner()->text().contains(s("two people")));

    room.sit(s("Ben"));
    QTRY_COMPARE(panel.model()->index(0, 1).data(GridModel::SymbolRole).toString(), QString());
    QVERIFY(!everything(panel).contains(s("Ana")));
    panel.grid()->setFocus();
    Bias::press(Qt::Key_Home);
    Bias::press(Qt::Key_Return);
    answerAll(panel, room, Qt::Key_2);
    QTest::mouseClick(panel.openButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.sheetChoice()->isVisible());
    QCOMPARE(panel.sheetChoice()->current(), 1);
    QVERIFY(panel.form()->items().front()->saidText().startsWith(s("≠")));
    QVERIFY(everything(panel).contains(s("Ana")));

    panel.form()->focusItem({});
    Bias::press(Qt::Key_2);
    QTRY_COMPARE(room.first()->consensus.answers.size(), size_t(1));
    QTRY_COMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("consensus"));
    panel.sheetChoice()->setCurrent(0);
    Q_EMIT panel.sheetChoice()->changed(0);
    panel.form()->items().front()->answers()->setFocus();
    Bias::press(Qt::Key_3);
    QTRY_COMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("changed since the consensus"));
    QVERIFY(panel.notice().contains(s("changed after the consensus")));
    QVERIFY(panel.keepButton()->isVisible());
    QTest::mouseClick(panel.keepButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("consensus"));
    QVERIFY(panel.notice().isEmpty());
}

void AppraisalTest::modelIsSound()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    const QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    sitDown(panel, "rob2");
    sitDown(panel, "minors");
    QCOMPARE(panel.model()->columnCount(), 2);
}

/// From nothing to a figure in a file, by keys: both studies, two people, compared, agreed on, drawn, exported.
void AppraisalTest::twoStudiesTwoPeopleOneFigure()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    const auto answered = [&] {
        std::size_t all = 0;
        for (const AppraisalView& view : *Appraisals(*room.project).views())
            all += view.mine.answers.size();
        return all;
    };
    const auto answerStudy = [&](int study, int digit) {
        panel.grid()->setFocus();
        panel.grid()->setCurrentIndex(panel.model()->index(study, 1));
        Bias::press(Qt::Key_Return);
        if (panel.beginPage()->button()->hasFocus()) {
            Bias::press(Qt::Key_Space);
            QTRY_VERIFY(panel.form()->isVisible());
            QTRY_VERIFY(panel.grid()->hasFocus());
            Bias::press(Qt::Key_Return);
        }
        const std::size_t before = answered();
        for (std::size_t i = 1; i <= 10; ++i) {
            Bias::press(digit);
            QTRY_COMPARE(answered(), before + i);
            Bias::press(Qt::Key_Return);
        }
        QTRY_VERIFY(panel.grid()->hasFocus());
    };
    answerStudy(0, Qt::Key_1);
    answerStudy(1, Qt::Key_2);
    room.sit(s("Ben"));
    QTRY_COMPARE(panel.model()->index(0, 1).data(GridModel::SymbolRole).toString(), QString());
    answerStudy(0, Qt::Key_1);
    answerStudy(1, Qt::Key_3);
    room.dialogs.confirmations = {true, true};
    for (int study = 0; study < 2; ++study) {
        panel.grid()->setCurrentIndex(panel.model()->index(study, 1));
        QTRY_VERIFY(panel.openButton()->isVisible());
        QTest::mouseClick(panel.openButton(), Qt::LeftButton);
        QTRY_VERIFY(panel.sheetChoice()->isVisible());
        panel.form()->focusItem({});
        Bias::press(Qt::Key_1);
        QTRY_COMPARE(panel.model()->index(study, 0).data(GridModel::StateRole).toString(), s("consensus"));
    }
    panel.viewChoice()->setFocus();
    Bias::press(Qt::Key_2); // the digits choose
    QTRY_VERIFY(panel.agreementPage()->isVisible());
    QCOMPARE(panel.agreementPage()->model()->rowCount(), 10);
    QCOMPARE(panel.agreementPage()->model()->index(0, 1).data().toString(), s("Ana and Ben"));
    QCOMPARE(panel.agreementPage()->model()->index(0, 2).data().toString(), s("2"));
    QCOMPARE(panel.agreementPage()->model()->index(0, 3).data().toString(), s("0"));
    panel.viewChoice()->setFocus();
    Bias::press(Qt::Key_3);
    FigurePage* figures = panel.figurePage();
    QTRY_VERIFY(figures->isVisible());
    QTRY_VERIFY(figures->figure()->figure().description.contains(s("Adams 2021")));
    figures->paletteChoice()->setFocus();
    Bias::press(Qt::Key_Down);
    const QString file = room.folder.filePath(s("plot.svg"));
    room.dialogs.saveNames = {file};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(figures->banner()->text().contains(s("plot.svg")));
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray drawn = svg.readAll();
    QVERIFY(drawn.contains("Burt 2019"));
    QVERIFY(!drawn.contains("#02c100"));
    QVERIFY(drawn.contains("#fed98e"));
}

void AppraisalTest::quotesStandWithTheirPage()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    Bias::press(Qt::Key_Return);
    Bias::press(Qt::Key_1);
    QuoteList* quotes = panel.form()->items().front()->quotes();
    QTRY_VERIFY(quotes->isVisible());
    quotes->addButton()->setFocus();
    Bias::press(Qt::Key_Space);
    QVERIFY(quotes->text()->hasFocus());
    Bias::press(Qt::Key_Escape); // gives up, back to the answers
    QVERIFY(panel.form()->items().front()->answers()->hasFocus());
    quotes->addButton()->setFocus();
    Bias::press(Qt::Key_Space);
    room.dialogs.files = {{room.write(s("burt.pdf"), "%PDF-1.4 burt")}};
    Q_EMIT quotes->fileWanted();
    QTRY_VERIFY(quotes->text()->hasFocus());
    QTRY_VERIFY(everything(panel).contains(s("burt.pdf")));
    QTest::keyClicks(quotes->text(), s("a coin was thrown"));
    quotes->page()->setValue(7);
    Bias::press(Qt::Key_Return);
    QTRY_COMPARE(room.first()->mine.answers.begin()->second.quotes.size(), size_t(1));
    const Quote quote = room.first()->mine.answers.begin()->second.quotes.front();
    QCOMPARE(quote.page, 7);
    QCOMPARE(quote.text, s("a coin was thrown"));
    QCOMPARE(quote.file.size(), 64);
    QCOMPARE(quotes->lines(), QStringList{s("“a coin was thrown” p. 7")});
    QTest::keyClick(panel.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(quotes->lines().isEmpty());
}

void AppraisalTest::copiesFromAnotherOutcome()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    Bias::press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), s("Relapse"));
    Bias::press(Qt::Key_Return);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    Bias::press(Qt::Key_Return);
    Bias::press(Qt::Key_1);
    QTRY_COMPARE(room.first()->mine.answers.size(), size_t(1));
    QTest::mouseClick(panel.anotherButton(), Qt::LeftButton);
    panel.beginPage()->outcome()->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), s("Death"));
    Bias::press(Qt::Key_Return);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTRY_VERIFY(panel.copyButton()->isVisible());
    room.dialogs.choices = {0};
    QTest::mouseClick(panel.copyButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.banner()->text(), s("1 answers and judgements copied."));
    QCOMPARE(room.dialogs.lastChoice.options.size(), 2); // this domain, all
    QVERIFY(room.dialogs.lastChoice.options.front().startsWith(s("Relapse: ")));
    QTRY_COMPARE(panel.form()->items().front()->answers()->current(), 0);
}

void AppraisalTest::givesStudiesToPeople()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.studyButton(), Qt::LeftButton);
    StudyPage* page = panel.studyPage();
    QVERIFY(page->isVisible());
    QCOMPARE(page->people().size(), size_t(2));
    page->people()[1]->setFocus();
    Bias::press(Qt::Key_Space);
    page->scope()->setFocus();
    Bias::press(Qt::Key_2);
    page->assignButton()->setFocus();
    Bias::press(Qt::Key_Space);
    QTRY_COMPARE(panel.banner()->text(), s("2 assessments given."));
    const auto views = Appraisals(*room.project).views().value();
    QCOMPARE(views.size(), size_t(2));
    QCOMPARE(views[1].appraisal.appraisers, std::vector<ReviewerId>{room.person(s("Ben"))});
    QTRY_COMPARE(panel.notice(), s("This assessment was given to Ben."));
    Bias::press(Qt::Key_Return);
    QVERIFY(!panel.form()->items().front()->answers()->isEnabled());
    room.sit(s("Ben"));
    QTRY_VERIFY(panel.form()->items().front()->answers()->isEnabled());
    QTest::mouseClick(panel.studyButton(), Qt::LeftButton);
    QVERIFY(!page->assignButton()->isEnabled()); // for the lead
}

/// rules.md G1.
void AppraisalTest::warnsOfADesignThatDoesNotFit()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    QVERIFY(panel.beginPage()->fitText().isEmpty());
    QTest::mouseClick(panel.studyButton(), Qt::LeftButton);
    QComboBox* design = panel.studyPage()->design();
    QVERIFY(design->hasFocus());
    const int cohort = design->findText(s("cohort"));
    design->setCurrentIndex(cohort);
    Q_EMIT design->activated(cohort);
    QTRY_COMPARE(studiesToAppraise(*room.project).value().front().design, s("cohort"));
    QTRY_VERIFY(panel.banner()->text().contains(s("cohort")));
    Bias::press(Qt::Key_Escape);
    QTRY_VERIFY(panel.beginPage()->fitText().contains(s("made for: randomised")));
    QCOMPARE(panel.beginPage()->button()->text(), s("Assess all the same"));
    QTest::keyClick(panel.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(panel.beginPage()->fitText().isEmpty());
}

void AppraisalTest::filtersAndFinds()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    QCOMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("not begun"));
    Bias::press(Qt::Key_Return);
    Bias::press(Qt::Key_1);
    QCOMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("in work"));
    const auto filter = [&](int which) {
        panel.filterChoice()->setCurrentIndex(which);
        Q_EMIT panel.filterChoice()->activated(which);
    };
    filter(AppraisalPanel::NotBegun); // at once: the answer is still on its way to the file
    QCOMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->index(0, 0).data().toString(), s("Burt 2019"));
    filter(AppraisalPanel::Agreed);
    QCOMPARE(panel.model()->rowCount(), 0);
    filter(AppraisalPanel::ToDo);
    QCOMPARE(panel.model()->rowCount(), 2);
    panel.grid()->setFocus();
    Bias::press(Qt::Key_Slash);
    QVERIFY(panel.searchField()->hasFocus());
    QTest::keyClicks(panel.searchField(), s("burt"));
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    Bias::press(Qt::Key_Escape);
    QVERIFY(panel.grid()->hasFocus());
}

void AppraisalTest::applicabilityIsPartOfTheForm()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "quadas-2");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    QCOMPARE(panel.form()->judgements().size(), size_t(2));
    panel.form()->judgements().back()->levels()->setFocus();
    Bias::press(Qt::Key_1);
    QTRY_VERIFY(room.first()->mine.judgements.contains(s("D1:applicability")));
    sitDown(panel, "rob2");
    panel.beginPage()->outcome()->setText(s("Death"));
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible() && panel.form()->direction());
    panel.form()->direction()->directions()->setFocus();
    Bias::press(Qt::Key_Down);
    const auto said = [&] {
        for (const AppraisalView& view : *Appraisals(*room.project).views()) {
            if (view.mine.judgements.contains(s("D1:direction")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
    QVERIFY(everything(panel).contains(s("does not replace the official guidance")));
}

/// It came in as JSON; the window offers it, fills it in, judges and draws it.
void AppraisalTest::oneThatNobodyHasSeen()
{
    Bias room;
    const auto reading = appraisal::readInstrument(
        R"({"winnow_instrument": 1, "id": "bees", "version": "1", "name": "Bee scale", "judges": "study",
            "scales": [{"id": "s", "levels": [{"name": "Fine"}, {"name": "Sticky"}]}],
            "domains": [{"id": "H", "label": "Honey", "scale": "s", "rules": ["if 1 is No then Sticky", "otherwise Fine"],
                         "items": [{"id": "1", "question": "Was it honey?", "answers": [{"code": "Yes"}, {"code": "No"}]}]}]})");
    QVERIFY(reading.instrument);
    QVERIFY(Appraisals(*room.project).keep(*reading.instrument));
    AppraisalPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    const int place = panel.instrumentChoice()->findText(s("Bee scale"));
    QVERIFY(place >= 0);
    panel.instrumentChoice()->setCurrentIndex(place);
    Q_EMIT panel.instrumentChoice()->activated(place);
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    Bias::press(Qt::Key_Return);
    Bias::press(Qt::Key_2);
    QTRY_VERIFY(panel.form()->judgement()->proposalText().contains(s("Sticky")));
    QTRY_COMPARE(room.first()->mine.answers.size(), size_t(1));
    panel.viewChoice()->setFocus();
    Bias::press(Qt::Key_3);
    QTRY_VERIFY(panel.figurePage()->figure()->figure().description.contains(s("H Sticky")));
}

/// What robvis reads comes in, for the outcome that is named; a line that says nothing known is told.
void AppraisalTest::tablesComeIn()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    const QByteArray table
        = "Study,D1,D2,D3,D4,D5,Overall\nBurt 2019,Low,Low,Low,Low,High,High\nNobody 1999,Low,Low,Low,Low,Low,Low\n";
    room.dialogs.files = {{room.write(s("robvis.csv"), table)}};
    room.dialogs.texts = {s("Relapse")};
    QTest::mouseClick(panel.importButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.banner()->text().startsWith(s("6 answers and judgements of 1 studies.")));
    QVERIFY(panel.banner()->text().contains(s("line 3")));
    QTRY_COMPARE(panel.model()->index(1, 0).data().toString(), s("Burt 2019: Relapse"));
    QCOMPARE(panel.model()->index(1, 6).data(GridModel::SymbolRole).toString(), s("×"));
}

WINNOW_WINDOW_TEST(AppraisalTest)

} // namespace suite_appraisal

#include "test_appraisal.moc"
