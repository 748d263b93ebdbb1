// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/AppraisalVersions.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace winnow::ui {

class TextLabel;
class Theme;

/// What of each assessment goes to a newer version of its instrument, and what is to be answered there. Enter carries
/// over what is ticked, Esc goes back.
class VersionPage final : public QWidget {
    Q_OBJECT

public:
    explicit VersionPage(const Theme& theme, QWidget* parent = nullptr);

    void show(const VersionMoves& moves);
    void focusList();

    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QPushButton* carryButton() const { return m_carry; }
    [[nodiscard]] QString heading() const;

Q_SIGNALS:
    void chosen(const std::vector<winnow::AppraisalId>& from);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose();
    void showCount();
    [[nodiscard]] std::vector<AppraisalId> ticked() const;

    std::vector<VersionMove> m_moves;
    TextLabel* m_head;
    QListWidget* m_list;
    QPushButton* m_carry;
};

} // namespace winnow::ui
