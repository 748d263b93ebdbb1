// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AppraisalRoom.h"

#include "panels/appraisal/VersionPage.h"
#include "project/Instruments.h"
#include "widgets/Banner.h"

#include <QListWidget>

namespace suite_appraisal_versions {

using namespace winnow;
using namespace winnow::ui;
using namespace winnow::test;

namespace {

/// SYRCLE's tool with an answer less to its first question, and a question more.
appraisal::Instrument later()
{
    appraisal::Instrument next = *appraisal::findShipped(s("syrcle"));
    next.version = s("9999");
    appraisal::Item item = next.domains[0].items[0];
    item.id = s("1b");
    next.domains[0].items.push_back(item);
    next.domains.erase(next.domains.begin() + 1);
    return next;
}

/// Both studies, the first two questions of each.
void answerBoth(AppraisalRoom& room)
{
    Appraisals use(*room.project);
    const auto kept = use.keep(*appraisal::findShipped(s("syrcle")));
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    const auto studies = studiesToAppraise(*room.project);
    QVERIFY2(studies, qPrintable(studies ? QString() : studies.error().detail));
    for (const AppraisedStudy& study : *studies) {
        const auto id = use.begin({study.record, *kept, {}, {}});
        QVERIFY2(id, qPrintable(id ? QString() : id.error().detail));
        QVERIFY(use.say(*id, {{s("1"), {s("Yes"), s("p. 3"), {}}}, {s("2"), {s("No"), {}, {}}}}));
    }
}

void choose(AppraisalPanel& panel, const QString& version)
{
    QComboBox* choice = panel.instrumentChoice();
    for (int i = 0; i < choice->count(); ++i) {
        if (choice->itemText(i).contains(s("SYRCLE")) && choice->itemText(i).contains(version)) {
            choice->setCurrentIndex(i);
            Q_EMIT choice->activated(i);
        }
    }
}

} // namespace

class AppraisalVersionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidWhereNothingIsOlder();
    void carriesAnswersOverByKeys();
    void whatIsNotTickedStays();
    void anInstrumentThatComesInChangesNoChoice();
};

void AppraisalVersionsTest::nothingIsSaidWhereNothingIsOlder()
{
    AppraisalRoom room;
    answerBoth(room);
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QVERIFY(!panel.versionBanner()->isVisible());
}

void AppraisalVersionsTest::carriesAnswersOverByKeys()
{
    AppraisalRoom room;
    answerBoth(room);
    QVERIFY(storeInstrument(*room.project, later()));
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTRY_VERIFY(panel.versionBanner()->isVisible());
    QVERIFY(panel.versionBanner()->text().contains(s(": 2. Their answers can go to version 9999")));
    for (int i = 0; i < 3; ++i) // over the search and the filter
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(panel.versionBanner()->actionButton()->hasFocus());
    AppraisalRoom::press(Qt::Key_Space);
    QVERIFY(panel.versionPage()->isVisible());
    QListWidget* list = panel.versionPage()->list();
    QVERIFY(list->hasFocus());
    QCOMPARE(list->count(), 2);
    const QString first = list->item(0)->text();
    QVERIFY(first.startsWith(s("Adams 2021\n")));
    QVERIFY(first.contains(s("answers and judgements of mine: 1")));
    QVERIFY(first.contains(s("to be answered there: 1b, 3, 4")));
    QVERIFY(first.contains(s("2 = No: the item is no longer there")));
    AppraisalRoom::press(Qt::Key_Escape); // not yet
    QVERIFY(panel.grid()->hasFocus());
    panel.versionBanner()->actionButton()->setFocus();
    AppraisalRoom::press(Qt::Key_Space);
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_VERIFY(panel.instrumentChoice()->currentText().contains(s("9999")));
    QVERIFY(panel.banner()->text().startsWith(s("2 answers and judgements carried over to version 9999")));
    QVERIFY(!panel.versionBanner()->isVisible());
    QVERIFY(panel.form()->isVisible());
    QCOMPARE(panel.form()->items().front()->answers()->current(), 0);
    QCOMPARE(panel.form()->items().front()->support()->text(), s("p. 3"));
    QTest::keyClick(panel.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(panel.versionBanner()->isVisible());
    QCOMPARE(Appraisals(*room.project).all().value().size(), size_t(2));
}

void AppraisalVersionsTest::whatIsNotTickedStays()
{
    AppraisalRoom room;
    answerBoth(room);
    QVERIFY(storeInstrument(*room.project, later()));
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    choose(panel, s("9999")); // offered from either side
    QTRY_VERIFY(panel.versionBanner()->isVisible());
    panel.versionBanner()->actionButton()->setFocus();
    AppraisalRoom::press(Qt::Key_Space);
    AppraisalRoom::press(Qt::Key_Space); // the first one stays
    QCOMPARE(panel.versionPage()->carryButton()->text(), s("Carry over: 1"));
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(panel.grid()->currentIndex().siblingAtColumn(0).data().toString(), s("Burt 2019"));
    QTRY_VERIFY(panel.versionBanner()->text().contains(s(": 1. Their")));
    QCOMPARE(Appraisals(*room.project).all().value().size(), size_t(3));
}

/// Whoever works with one version is not moved to another by a new one.
void AppraisalVersionsTest::anInstrumentThatComesInChangesNoChoice()
{
    AppraisalRoom room;
    QVERIFY(storeInstrument(*room.project, later()));
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    choose(panel, s("9999"));
    appraisal::Instrument newer = later();
    newer.version = s("10000");
    QVERIFY(storeInstrument(*room.project, newer));
    QTRY_COMPARE(panel.instrumentChoice()->count(), 19);
    QVERIFY(panel.instrumentChoice()->currentText().contains(s("9999")));
}

WINNOW_WINDOW_TEST(AppraisalVersionsTest)

} // namespace suite_appraisal_versions

#include "test_appraisal_versions.moc"
