// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PagesRoom.h"

#include "appraisal/Shipped.h"
#include "panels/appraisal/AppraisalPanel.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/ItemRow.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "widgets/Segmented.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace winnow::test {

inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Two studies that are included at full text, one vote each being enough.
struct AppraisalRoom : PagesRoom {
    AppraisalRoom() : PagesRoom(1)
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
inline void sitDown(ui::AppraisalPanel& panel, const char* instrument)
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
inline void answerAll(ui::AppraisalPanel& panel, AppraisalRoom& room, int digit)
{
    for (int i = 0; i < 10; ++i) {
        auto* answers = qobject_cast<ui::Segmented*>(QApplication::focusWidget());
        QVERIFY(answers);
        const QString item = panel.form()->items().front()->item();
        AppraisalRoom::press(digit);
        QTRY_VERIFY(room.first() && room.first()->mine.answers.contains(item));
        QTRY_COMPARE(answers->current(), digit - Qt::Key_1);
        AppraisalRoom::press(Qt::Key_Return);
    }
}

inline QString everything(const QWidget& panel)
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

} // namespace winnow::test
