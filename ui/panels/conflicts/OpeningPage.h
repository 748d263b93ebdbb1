// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"

class QLabel;
class QPushButton;

namespace winnow::ui {

/// Before conflicts are opened: how many wait, what opening does, and who still has votes to give. Nothing of how
/// anybody voted.
class OpeningPage final : public QWidget {
    Q_OBJECT

public:
    explicit OpeningPage(const Theme& theme, QWidget* parent = nullptr);

    /// `given` tells how many votes each person has given.
    void setWaiting(qint64 conflicts, const QString& given);
    [[nodiscard]] QPushButton* button() const { return m_open; }
    [[nodiscard]] QString text() const;

private:
    const Theme& m_theme;
    QLabel* m_head;
    QLabel* m_text;
    QPushButton* m_open;
};

} // namespace winnow::ui
