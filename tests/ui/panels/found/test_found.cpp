// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ScreeningRoom.h"

#include "panels/screening/EntityList.h"
#include "panels/screening/ReaderFindings.h"
#include "panels/sources/FoundPage.h"
#include "panels/sources/FoundSection.h"
#include "panels/sources/SourcesPanel.h"
#include "support/FakeLibrary.h"
#include "support/Suite.h"

#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace suite_found {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::FakeLibrary;
using winnow::test::FakeWork;
using winnow::test::PagesRoom;
using winnow::test::ScreeningRoom;

namespace {

const QByteArray melanoma = R"([{"id":"1","infons":{"type":"Disease","identifier":"MESH:D008545","valid":true,)"
                            R"("name":"Melanoma"},"text":"melanoma"}])";

std::map<qint64, FakeWork> fewWorks()
{
    return {{1, {.cites = {2}, .abstract = "On melanoma in mice.", .retracted = true, .annotations = melanoma}},
            {2, {.title = "Walking home"}},
            {3, {.title = "Walking away"}}};
}

/// The page of what is found otherwise, and a small literature.
struct FoundRoom {
    FakeLibrary library{fewWorks()};
    PagesRoom room{1};
    SourcesPanel panel{*room.context};

    FoundRoom()
    {
        library.announce();
        PagesRoom::present(panel);
        panel.activate();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    }
    [[nodiscard]] FoundPage& page() const { return *panel.foundPage(); }
    [[nodiscard]] static QPushButton* button(FoundSection* section, const QString& text)
    {
        for (QPushButton* one : section->findChildren<QPushButton*>()) {
            if (one->text().startsWith(text))
                return one;
        }
        return nullptr;
    }
    void add(const QString& seeds) const
    {
        page().seedField()->setFocus();
        for (const QString& line : seeds.split(QLatin1Char('\n'))) {
            if (!page().seedField()->toPlainText().isEmpty())
                QTest::keyClick(page().seedField(), Qt::Key_Return);
            QTest::keyClicks(page().seedField(), line);
        }
        QTest::keyClick(page().seedField(), Qt::Key_Return, Qt::ControlModifier);
    }
    [[nodiscard]] size_t records() const { return Records(*room.project).all()->size(); }
};

} // namespace

class FoundPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsAreAddedByKeys();
    void anOpenTitleIsChosen();
    void aFaultIsSaid();
    void fillingAsksFirst();
    void noticesAndEntitiesAreListed();
    void readersMayLookOnly();
    void marksCutTexts();
    void thePageShowsThem();
    void theQueueIsFilteredByEntity();
};

void FoundPanelTest::recordsAreAddedByKeys()
{
    FoundRoom found;
    QVERIFY(found.page().isVisible());
    QVERIFY(found.page().seedField()->hasFocus());
    found.add(QStringLiteral("10.5555/2"));
    QTRY_VERIFY(found.page().adding()->said().startsWith(QStringLiteral("Records added: 1.")));
    QCOMPARE(found.records(), size_t(1));
    QCOMPARE(found.page().seedField()->toPlainText(), QString());
    QTest::keyClick(found.page().seedField(), Qt::Key_Escape);
    QTRY_VERIFY(!found.page().isVisible());
}

void FoundPanelTest::anOpenTitleIsChosen()
{
    FoundRoom found;
    found.add(QStringLiteral("Walking back"));
    QTRY_VERIFY(found.page().adding()->said().contains(QStringLiteral("could be one of these")));
    QVERIFY(found.page().adding()->said().contains(QStringLiteral("<a href=\"10.5555/3\">Walking away</a>")));
    Q_EMIT found.page().adding()->linkChosen(QStringLiteral("10.5555/3"));
    QTRY_COMPARE(found.records(), size_t(1));
}

void FoundPanelTest::aFaultIsSaid()
{
    FoundRoom found;
    found.library.fail("pubmed");
    found.add(QStringLiteral("1"));
    QTRY_VERIFY(found.page().adding()->said().contains(QStringLiteral("PubMed")));
    QVERIFY(FoundRoom::button(found.page().adding(), QStringLiteral("Add"))->isEnabled());
    QCOMPARE(found.page().seedField()->toPlainText(), QStringLiteral("1")); // what was typed stays
}

void FoundPanelTest::fillingAsksFirst()
{
    FoundRoom found;
    found.room.import(QStringLiteral("a.ris"),
                      PagesRoom::entry("Walking home", "Lima, Ana", 2020, "DO  - 10.5555/2\n"));
    FoundSection* filling = found.page().filling();
    QTest::mouseClick(FoundRoom::button(filling, QStringLiteral("Look")), Qt::LeftButton);
    QTRY_VERIFY(filling->said().contains(QStringLiteral("Abstract: 1")));
    const auto record = [&] { return Records(*found.room.project).record(Records(*found.room.project).all()->at(0)); };
    QVERIFY(record()->record.abstract.empty());
    QPushButton* fill = FoundRoom::button(filling, QStringLiteral("Fill"));
    QVERIFY(fill->isVisible());
    QTest::mouseClick(fill, Qt::LeftButton);
    QTRY_COMPARE(record()->record.abstract, std::string("An abstract."));
    QTRY_VERIFY(filling->said().startsWith(QStringLiteral("Fields filled:")));
    QVERIFY(!fill->isVisible());
}

void FoundPanelTest::noticesAndEntitiesAreListed()
{
    FoundRoom found;
    found.add(QStringLiteral("1"));
    QTRY_COMPARE(found.records(), size_t(1));
    QTest::mouseClick(FoundRoom::button(found.page().notices(), QStringLiteral("Check")), Qt::LeftButton);
    QTRY_VERIFY(found.page().notices()->said().contains(QStringLiteral("retracted: 1")));
    QSignalSpy shown(&found.panel, &Panel::showRecords);
    Q_EMIT found.page().notices()->linkChosen(QStringLiteral("noticed"));
    QCOMPARE(shown.count(), 1);
    QTest::mouseClick(FoundRoom::button(found.page().entities(), QStringLiteral("Fetch")), Qt::LeftButton);
    QTRY_VERIFY(found.page().entities()->said().contains(QStringLiteral("Melanoma</a>&nbsp;1")));
    Q_EMIT found.page().entities()->linkChosen(QStringLiteral("3 MESH:D008545"));
    QTRY_COMPARE(shown.count(), 2);
}

void FoundPanelTest::readersMayLookOnly()
{
    FoundRoom found;
    Setup setup(*found.room.project);
    QVERIFY(setup.addReviewer(QStringLiteral("Rea"), Role::Reader));
    found.room.sit(QStringLiteral("Rea"));
    QVERIFY(!FoundRoom::button(found.page().adding(), QStringLiteral("Add"))->isEnabled());
    QVERIFY(!FoundRoom::button(found.page().adding(), QStringLiteral("Add"))->toolTip().isEmpty());
}

void FoundPanelTest::marksCutTexts()
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

void FoundPanelTest::thePageShowsThem()
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

void FoundPanelTest::theQueueIsFilteredByEntity()
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

WINNOW_WINDOW_TEST(FoundPanelTest)

} // namespace suite_found

#include "test_found.moc"
