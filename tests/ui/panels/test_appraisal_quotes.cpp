// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AppraisalRoom.h"

#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/QuoteList.h"

#include <QClipboard>
#include <QSpinBox>

namespace suite_appraisal_quotes {

using namespace winnow;
using namespace winnow::ui;
using namespace winnow::test;

class AppraisalQuotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesStandWithTheirPage();
    void rangeIsGivenAndChanged();
    void aPastedQuoteFillsTheFields();
};

namespace {

/// The passages of the first question, with the line for a new one open.
QuoteList* openQuotes(AppraisalPanel& panel)
{
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    [&] { QTRY_VERIFY(panel.form()->isVisible()); }();
    AppraisalRoom::press(Qt::Key_Return);
    AppraisalRoom::press(Qt::Key_1);
    QuoteList* quotes = panel.form()->items().front()->quotes();
    [&] { QTRY_VERIFY(quotes->isVisible()); }();
    quotes->addButton()->setFocus();
    AppraisalRoom::press(Qt::Key_Space);
    return quotes;
}

std::vector<Quote> kept(const AppraisalRoom& room)
{
    const auto first = room.first();
    return first && !first->mine.answers.empty() ? first->mine.answers.begin()->second.quotes : std::vector<Quote>();
}

} // namespace

void AppraisalQuotesTest::quotesStandWithTheirPage()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    AppraisalRoom::press(Qt::Key_Return);
    AppraisalRoom::press(Qt::Key_1);
    QuoteList* quotes = panel.form()->items().front()->quotes();
    QTRY_VERIFY(quotes->isVisible());
    quotes->addButton()->setFocus();
    AppraisalRoom::press(Qt::Key_Space);
    QVERIFY(quotes->text()->hasFocus());
    AppraisalRoom::press(Qt::Key_Escape); // gives up, back to the answers
    QVERIFY(panel.form()->items().front()->answers()->hasFocus());
    quotes->addButton()->setFocus();
    AppraisalRoom::press(Qt::Key_Space);
    room.dialogs.files = {{room.write(s("burt.pdf"), "%PDF-1.4 burt")}};
    Q_EMIT quotes->fileWanted();
    QTRY_VERIFY(quotes->text()->hasFocus());
    QTRY_VERIFY(everything(panel).contains(s("burt.pdf")));
    QTest::keyClicks(quotes->text(), s("a coin was thrown"));
    quotes->page()->setValue(7);
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(room.first()->mine.answers.begin()->second.quotes.size(), size_t(1));
    const Quote quote = room.first()->mine.answers.begin()->second.quotes.front();
    QCOMPARE(quote.page, 7);
    QCOMPARE(quote.text, s("a coin was thrown"));
    QCOMPARE(quote.file.size(), 64);
    QCOMPARE(quotes->lines(), QStringList{s("“a coin was thrown” p. 7")});
    QTest::keyClick(panel.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(quotes->lines().isEmpty());
}

void AppraisalQuotesTest::rangeIsGivenAndChanged()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    QuoteList* quotes = openQuotes(panel);
    QTest::keyClicks(QApplication::focusWidget(), s("a coin was thrown"));
    AppraisalRoom::press(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), s("7"));
    AppraisalRoom::press(Qt::Key_Tab);
    QVERIFY(quotes->range()->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), s("188-120"));
    AppraisalRoom::press(Qt::Key_Return); // ends before it begins
    QVERIFY(quotes->complaint().contains(s("120-188")));
    QVERIFY(quotes->range()->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), s("120 - 188"));
    QVERIFY(quotes->complaint().isEmpty());
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(kept(room).size(), size_t(1));
    QCOMPARE(kept(room)[0].range, s("120-188"));
    QCOMPARE(quotes->lines(), QStringList{s("“a coin was thrown” p. 7, 120–188")});

    quotes->editButton(0)->setFocus();
    AppraisalRoom::press(Qt::Key_Space);
    QVERIFY(quotes->text()->hasFocus());
    QCOMPARE(quotes->text()->text(), s("a coin was thrown"));
    QCOMPARE(quotes->range()->text(), s("120-188"));
    quotes->range()->setFocus();
    quotes->range()->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), s("121-188"));
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(kept(room)[0].range, s("121-188"));
    QCOMPARE(kept(room).size(), size_t(1));
    QCOMPARE(kept(room)[0].page, 7);
    QTest::keyClick(panel.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(quotes->lines(), QStringList{s("“a coin was thrown” p. 7, 120–188")});
}

void AppraisalQuotesTest::aPastedQuoteFillsTheFields()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    QuoteList* quotes = openQuotes(panel);
    QApplication::clipboard()->setText(s("“said as “they” did” p. 12, 3–40"));
    QTest::keyClick(quotes->text(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(quotes->text()->text(), s("said as “they” did"));
    QCOMPARE(quotes->page()->value(), 12);
    QCOMPARE(quotes->range()->text(), s("3-40"));
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(kept(room).size(), size_t(1));
    QCOMPARE(kept(room)[0].range, s("3-40"));
}

WINNOW_WINDOW_TEST(AppraisalQuotesTest)

} // namespace suite_appraisal_quotes

#include "test_appraisal_quotes.moc"
