// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace winnow::ui {

class Theme;

/// Cards side by side where there is room for it, below one another where there is not. All columns are equally wide,
/// and the cards of a row equally high.
class CardGrid final : public QWidget {
    Q_OBJECT
public:
    /// `card`: the least width of a card, in design pixels; at most `columns` in a row.
    CardGrid(const Theme& theme, int card, int columns, QWidget* parent = nullptr);
    void add(QWidget* card);
    [[nodiscard]] int columns() const { return m_columns; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int columns);

    const Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<QWidget*> m_cards;
    int m_least;
    int m_most;
    int m_columns = 0;
};

} // namespace winnow::ui
