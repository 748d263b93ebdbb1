// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FoundRoom.h"

#include "project/Setup.h"
#include "support/Suite.h"
#include "widgets/SectionLabel.h"

#include <QCheckBox>
#include <QSignalSpy>

namespace suite_find_more {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::FoundRoom;
using winnow::test::PagesRoom;

/// The page of what is found otherwise than by searching.
class FindMoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsAreAddedByKeys();
    void anOpenTitleIsChosen();
    void aFaultIsSaid();
    void fillingAsksFirst();
    void noticesAndEntitiesAreListed();
    void readersMayLookOnly();
    void keysAreReadFirst();
    void whatIsFoundByTitleIsTold();
    void fullTextsAreAChoice();
    void creditsAreSaid();
};

void FindMoreTest::recordsAreAddedByKeys()
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

void FindMoreTest::anOpenTitleIsChosen()
{
    FoundRoom found;
    found.add(QStringLiteral("Walking back"));
    QTRY_VERIFY(found.page().adding()->said().contains(QStringLiteral("could be one of these")));
    QVERIFY(found.page().adding()->said().contains(QStringLiteral("<a href=\"10.5555/3\">Walking away</a>")));
    Q_EMIT found.page().adding()->linkChosen(QStringLiteral("10.5555/3"));
    QTRY_COMPARE(found.records(), size_t(1));
}

void FindMoreTest::aFaultIsSaid()
{
    FoundRoom found;
    found.library.fail("pubmed");
    found.add(QStringLiteral("1"));
    QTRY_VERIFY(found.page().adding()->said().contains(QStringLiteral("PubMed")));
    QVERIFY(FoundRoom::button(found.page().adding(), QStringLiteral("Add"))->isEnabled());
    QCOMPARE(found.page().seedField()->toPlainText(), QStringLiteral("1")); // what was typed stays
}

void FindMoreTest::fillingAsksFirst()
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

void FindMoreTest::noticesAndEntitiesAreListed()
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

void FindMoreTest::readersMayLookOnly()
{
    FoundRoom found;
    Setup setup(*found.room.project);
    QVERIFY(setup.addReviewer(QStringLiteral("Rea"), Role::Reader));
    found.room.sit(QStringLiteral("Rea"));
    QVERIFY(!FoundRoom::button(found.page().adding(), QStringLiteral("Add"))->isEnabled());
    QVERIFY(!FoundRoom::button(found.page().adding(), QStringLiteral("Add"))->toolTip().isEmpty());
}

void FindMoreTest::keysAreReadFirst()
{
    FoundRoom found;
    (*found.secrets)[QStringLiteral("pubmed key")] = QStringLiteral("k3y");
    found.add(QStringLiteral("1")); // nobody opened the search page
    QTRY_COMPARE(found.records(), size_t(1));
    QCOMPARE(found.library.server().asked().front().value(QStringLiteral("api_key")), QStringLiteral("k3y"));
}

void FindMoreTest::whatIsFoundByTitleIsTold()
{
    FoundRoom found;
    found.room.import(QStringLiteral("a.ris"),
                      PagesRoom::entry("Walking home", "Lima, Ana", 2020)
                          + PagesRoom::entry("Walking home", "Silva, Rui", 2020));
    FoundSection* filling = found.page().filling();
    QTest::mouseClick(FoundRoom::button(filling, QStringLiteral("Look")), Qt::LeftButton);
    QTRY_VERIFY(filling->said().contains(QStringLiteral("Without an identifier, and found by title: 1.")));
    QVERIFY(filling->said().contains(QStringLiteral("Without an identifier, and not found by title for certain: 1.")));
    QVERIFY(filling->said().contains(QStringLiteral("DOI: 1")));
}

void FindMoreTest::fullTextsAreAChoice()
{
    FoundRoom found;
    found.add(QStringLiteral("1"));
    QTRY_COMPARE(found.records(), size_t(1));
    QCheckBox* choice = found.page().fullTextsToo();
    QVERIFY(!choice->isChecked());
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Space);
    QTest::mouseClick(FoundRoom::button(found.page().entities(), QStringLiteral("Fetch")), Qt::LeftButton);
    QTRY_VERIFY(found.page().entities()->said().contains(QStringLiteral("Melanoma")));
    QCOMPARE(found.library.server().asked().back().value(QStringLiteral("full")), QStringLiteral("true"));
}

void FindMoreTest::creditsAreSaid()
{
    FoundRoom found;
    for (const char* credit : {"U.S. National Library of Medicine", "ClinicalTrials.gov", "Europe PMC",
                               "OpenAlex (CC0)", "Data of Crossref", "PubTator 3, NCBI", "Unpaywall"})
        QVERIFY2(found.page().credits()->text().contains(QLatin1String(credit)), credit);
    QCOMPARE(found.page().credits()->text().count(QStringLiteral("OpenAlex")), 1);
}

WINNOW_WINDOW_TEST(FindMoreTest)

} // namespace suite_find_more

#include "test_find_more.moc"
