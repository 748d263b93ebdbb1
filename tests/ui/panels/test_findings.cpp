// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FoundRoom.h"
#include "ScreeningRoom.h"

#include "panels/screening/EntityList.h"
#include "panels/screening/ReaderFindings.h"
#include "support/Suite.h"

#include <QLabel>
#include <QMenu>
#include <QTextBlock>

namespace suite_findings {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::FoundRoom;
using winnow::test::PagesRoom;

/// What was found out about records, where they are screened.
class FindingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksCutTexts();
    void thePageShowsThem();
    void theQueueIsFilteredByEntity();
    void freePlacesAreShownAtFullText();
};

void FindingsTest::marksCutTexts()
{
    const ReaderFindings findings
        = findingsOf({{NoticeKind::Correction, QStringLiteral("Erratum"), {}, {}}},
                     {{{EntityKind::Disease, "MESH:D012859", "Sjogren's Syndrome"}, {}, {"Sj\xc3\xb6gren syndrome"}}});
    QCOMPARE(findings.notices.size(), size_t(1));
    QVERIFY(!findings.notices[0].grave);
    QCOMPARE(markedText(QString::fromUtf8("Ä Sj\xc3\xb6gren syndrome."), findings),
             (std::vector<MarkedStretch>{
                 {QString::fromUtf8("Ä "), {}},
                 {QString::fromUtf8("Sj\xc3\xb6gren syndrome"), QStringLiteral("Sjogren's Syndrome (MESH:D012859)")},
                 {QStringLiteral("."), {}}}));
    QVERIFY(markedText({}, findings).empty());
}

void FindingsTest::thePageShowsThem()
{
    FoundRoom found;
    found.add(QStringLiteral("1"));
    QTRY_COMPARE(found.records(), size_t(1));
    QTest::mouseClick(FoundRoom::button(found.page().entities(), QStringLiteral("Fetch")), Qt::LeftButton);
    QTRY_VERIFY(found.page().entities()->said().contains(QStringLiteral("Melanoma")));
    ScreeningPanel screening(*found.room.context, Stage::Title);
    PagesRoom::present(screening);
    screening.activate();
    QTRY_VERIFY(screening.settled() && screening.current());
    const auto* reader = screening.findChild<Reader*>();
    QVERIFY(reader->toPlainText().contains(QStringLiteral("Retracted: J Ex. 2021;1:1")));
    QVERIFY(reader->toPlainText().indexOf(QStringLiteral("Retracted"))
            < reader->toPlainText().indexOf(QStringLiteral("Work 1")));
    const auto* list = screening.findChild<EntityList*>();
    QVERIFY(list->isVisibleTo(&screening));
    QVERIFY(list->names(EntityKind::Disease));
    QVERIFY(list->names(EntityKind::Disease)
                ->text()
                .contains(QStringLiteral("https://meshb.nlm.nih.gov/record/ui?ui=D008545")));
    QVERIFY(!list->names(EntityKind::Gene));
    const QTextCursor mark = reader->document()->find(QStringLiteral("melanoma"));
    QCOMPARE(mark.charFormat().underlineStyle(), QTextCharFormat::DotLine);
    QCOMPARE(mark.charFormat().toolTip(), QStringLiteral("Melanoma (MESH:D008545)"));
}

void FindingsTest::theQueueIsFilteredByEntity()
{
    FoundRoom found;
    found.add(QStringLiteral("1\n2"));
    QTRY_COMPARE(found.records(), size_t(2));
    QTest::mouseClick(FoundRoom::button(found.page().entities(), QStringLiteral("Fetch")), Qt::LeftButton);
    QTRY_VERIFY(found.page().entities()->said().contains(QStringLiteral("Melanoma")));
    ScreeningPanel screening(*found.room.context, Stage::Title);
    PagesRoom::present(screening);
    screening.activate();
    QTRY_VERIFY(screening.settled() && screening.current());
    QCOMPARE(screening.findChild<QueueList*>()->model()->rowCount(), 2);
    auto* tools = screening.findChild<ScreeningTools*>();
    QAction* melanomaAction = nullptr;
    QTRY_VERIFY([&] {
        for (QAction* action : tools->filterButton()->menu()->actions()) {
            if (action->menu() && !action->menu()->actions().isEmpty())
                melanomaAction = action->menu()->actions().constFirst();
        }
        return melanomaAction != nullptr;
    }());
    QCOMPARE(melanomaAction->text(), QStringLiteral("Melanoma (1)"));
    melanomaAction->trigger();
    QTRY_VERIFY(screening.settled() && screening.findChild<QueueList*>()->model()->rowCount() == 1);
    QCOMPARE(tools->filterButton()->text(), QStringLiteral("Speaks of: Melanoma"));
    QCOMPARE(
        parseQueueFilter(wordOf(QueueFilter{QueueFilter::Kind::SpeaksOf, {}, {EntityKind::Disease, "MESH:D1", "A b"}})),
        (QueueFilter{QueueFilter::Kind::SpeaksOf, {}, {EntityKind::Disease, "MESH:D1", "A b"}}));
    QCOMPARE(parseQueueFilter(u"entity 9 x y"), QueueFilter());
}

void FindingsTest::freePlacesAreShownAtFullText()
{
    FoundRoom found;
    found.library.change(2, {.title = "Walking home", .free = "cc-by"});
    found.add(QStringLiteral("2\n3"));
    QTRY_COMPARE(found.records(), size_t(2));
    Screening titles(*found.room.project, Stage::Title);
    const auto queue = titles.queue();
    for (const RecordId id : *queue)
        QVERIFY(titles.vote({id, Verdict::Include, {}, {}}));
    QTest::mouseClick(FoundRoom::button(found.page().freeTexts(), QStringLiteral("Look")), Qt::LeftButton);
    QTRY_VERIFY(found.page().freeTexts()->said().contains(QStringLiteral("To be read freely: 1")));
    ScreeningPanel screening(*found.room.context, Stage::Fulltext);
    PagesRoom::present(screening);
    screening.activate();
    QTRY_VERIFY(screening.settled() && screening.current());
    const auto* box = screening.findChild<ReportBox*>();
    QCOMPARE(screening.findChild<Reader*>()->record().title, std::string("Walking home"));
    QVERIFY(box->freePlace()->isVisibleTo(box));
    QVERIFY(box->freePlace()->text().contains(QStringLiteral("/page/2\"")));
    QVERIFY(box->freePlace()->text().contains(QStringLiteral("(cc\u2011by)")));
    QVERIFY(box->freePlace()->text().contains(QStringLiteral("Unpaywall, ")));
    QVERIFY(screening.findChild<Reader*>()->toPlainText().contains(QStringLiteral(" · free to read")));
    const QTextCursor link = screening.findChild<Reader*>()->document()->find(QStringLiteral("free to read"));
    QVERIFY(link.charFormat().anchorHref().endsWith(QStringLiteral("/page/2")));
    QTest::keyClick(screening.findChild<Reader*>(), Qt::Key_J);
    QTRY_COMPARE(screening.findChild<Reader*>()->record().title, std::string("Walking away"));
    QTRY_VERIFY(!box->freePlace()->isVisibleTo(box));
    QVERIFY(!screening.findChild<Reader*>()->toPlainText().contains(QStringLiteral("free to read")));
}

WINNOW_WINDOW_TEST(FindingsTest)

} // namespace suite_findings

#include "test_findings.moc"
