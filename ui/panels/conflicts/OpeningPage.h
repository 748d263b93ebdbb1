// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Sharing.h"

class QLabel;
class QPushButton;

namespace winnow::ui {

/// "Still needed: Ben's file (120 of 203 votes are here)": whose votes are lacking before all conflicts of a stage can
/// be opened. Empty when nobody's are.
[[nodiscard]] QString neededLine(const StillNeeded& needed, const Review& review, ReviewerId me);

/// Before conflicts are opened: how many wait, what opening does, who still has votes to give, and whose file is still
/// to come. Nothing of how anybody voted.
class OpeningPage final : public QWidget {
    Q_OBJECT

public:
    explicit OpeningPage(const Theme& theme, QWidget* parent = nullptr);

    /// `given` tells how many votes each person has given, `needed` whose are lacking; it may be empty.
    /// Why who sits here may not open; empty: may.
    void setWritable(const QString& whyNot);
    void setWaiting(qint64 conflicts, const QString& given, const QString& needed);
    [[nodiscard]] QPushButton* button() const { return m_open; }
    [[nodiscard]] QString text() const;

private:
    const Theme& m_theme;
    QLabel* m_head;
    QLabel* m_text;
    QPushButton* m_open;
};

} // namespace winnow::ui
