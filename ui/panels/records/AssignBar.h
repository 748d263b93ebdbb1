// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace winnow::ui {

class FlowLayout;
class Segmented;
class Theme;

/// Who is to screen the chosen records, at which stage: a bar that opens over the list. Nobody ticked: the stage's rule
/// decides again. Enter assigns, Esc leaves.
class AssignBar final : public QWidget {
    Q_OBJECT

public:
    explicit AssignBar(const Theme& theme, QWidget* parent = nullptr);

    /// Opens for `records` chosen ones, with those who may vote to choose from.
    void open(const Review& review, qint64 records);
    /// The selection changed while the bar is open.
    void setCount(qint64 records);

    [[nodiscard]] Stage stage() const;
    [[nodiscard]] std::vector<ReviewerId> people() const;
    [[nodiscard]] QPushButton* assignButton() const { return m_assign; }

Q_SIGNALS:
    void assign();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void listPeople(const Review& review);
    void dress();

    const Theme& m_theme;
    Segmented* m_stage;
    QWidget* m_holder;
    FlowLayout* m_row;
    QPushButton* m_assign;
    std::vector<std::pair<ReviewerId, QCheckBox*>> m_people;
    qint64 m_count = 0;
};

} // namespace winnow::ui
