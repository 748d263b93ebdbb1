// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/AppraisalRoom.h"

#include "panels/appraisal/AppraisalPanel.h"
#include "panels/appraisal/editor/AboutPage.h"
#include "panels/appraisal/editor/DomainPage.h"
#include "panels/appraisal/editor/InstrumentEditor.h"
#include "panels/appraisal/editor/InstrumentsRoom.h"
#include "panels/appraisal/editor/OutlineView.h"
#include "widgets/DenseTable.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace winnow::test {

/// One study that is included at full text.
struct Workshop : PagesRoom {
    Workshop() : PagesRoom(1)
    {
        import(s("one.ris"), entry("One", "Burt, R", 2019));
        const RecordId id = Records(*project).all()->front();
        for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
            Reports::RetrievalRequest here{id, {}};
            here.state.state = Retrieval::Received;
            if (stage == Stage::Fulltext && !Reports(*project).setRetrieval({&here, 1}))
                qFatal("not retrieved");
            if (!Screening(*project, stage).vote({id, Verdict::Include, {}, {}}))
                qFatal("no vote");
        }
    }
    /// What the focus gets.
    static void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    static void type(const char* text)
    {
        if (auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget()))
            line->selectAll();
        QTest::keyClicks(QApplication::focusWidget(), s(text));
    }
};

/// The panel with its instruments in front.
inline void goToWorkshop(ui::AppraisalPanel& panel)
{
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.instrumentsButton()->isVisible());
    panel.instrumentsButton()->setFocus();
    Workshop::press(Qt::Key_Space);
    QTRY_VERIFY(panel.instruments()->model()->rowCount() > 10);
    QVERIFY(panel.instruments()->list()->hasFocus());
}

/// "D1 A domain / 1.1 Was it so?": what the outline shows below its three fixed rows.
inline QString outlineOf(const ui::OutlineView& view)
{
    QStringList lines;
    const QAbstractItemModel& model = *view.model();
    for (int row = 3; row < model.rowCount(); ++row) {
        const QModelIndex domain = model.index(row, 0);
        lines << domain.data().toString();
        for (int item = 0; item < model.rowCount(domain); ++item)
            lines << model.index(item, 0, domain).data().toString();
    }
    return lines.join(QStringLiteral(" / "));
}

inline bool remarked(const ui::InstrumentEditor& editor, const char* text)
{
    for (int i = 0; i < editor.remarks()->count(); ++i) {
        if (editor.remarks()->item(i)->text().contains(s(text)))
            return true;
    }
    return false;
}

/// By keys alone: two domains with a question each, and one with a second.
inline void buildTwoDomains(ui::InstrumentEditor& editor)
{
    QVERIFY(editor.aboutPage()->nameField()->hasFocus());
    Workshop::type("Bee scale");
    Workshop::press(Qt::Key_Escape);
    QVERIFY(editor.outline()->hasFocus());
    Workshop::press(Qt::Key_Insert, Qt::ShiftModifier);
    Workshop::press(Qt::Key_Return);
    QVERIFY(editor.domainPage()->labelField()->hasFocus());
    Workshop::type("Honey");
    for (const char* question : {"Was it honey?", "Was it tasted?"}) {
        Workshop::press(Qt::Key_Escape);
        Workshop::press(Qt::Key_Insert);
        Workshop::press(Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), s(question));
    }
    Workshop::press(Qt::Key_Escape);
    Workshop::press(Qt::Key_Insert, Qt::ShiftModifier);
    Workshop::press(Qt::Key_Return);
    Workshop::type("Wax");
    Workshop::press(Qt::Key_Escape);
    Workshop::press(Qt::Key_Insert);
    Workshop::press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), s("Was it wax?"));
    Workshop::press(Qt::Key_Escape);
}

} // namespace winnow::test
