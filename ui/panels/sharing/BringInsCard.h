// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Sharing.h"

#include <QWidget>

class QPushButton;

namespace winnow::ui {

class Card;
class Theme;

/// The files that were brought in, the newest first. Each can be set aside in this copy and taken in again.
class BringInsCard final : public QWidget {
    Q_OBJECT
public:
    explicit BringInsCard(const Theme& theme, QWidget* parent = nullptr);

    void display(const std::vector<BringIn>& bringIns);
    [[nodiscard]] QPushButton* bringInButton() const { return m_bringIn; }
    /// The button of the row, counted from the newest; none if there is no such row.
    [[nodiscard]] QPushButton* buttonAt(int row) const;

Q_SIGNALS:
    void fileWanted();
    void liveWanted(qint64 batch, bool live);

private:
    void addRow(const BringIn& one);

    const Theme& m_theme;
    Card* m_card;
    QPushButton* m_bringIn;
    QWidget* m_rows = nullptr;
    std::vector<BringIn> m_shown;
    std::vector<QPushButton*> m_buttons;
};

} // namespace winnow::ui
