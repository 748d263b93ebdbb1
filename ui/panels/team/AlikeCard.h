// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Merging.h"

class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

/// Entries of the team's lists that two people made apart and that look alike, each with a button that makes one of
/// the two. There only while there are some.
class AlikeCard final : public QWidget {
    Q_OBJECT
public:
    explicit AlikeCard(PanelContext& context, QWidget* parent = nullptr);

    void refresh();
    /// One for each pair, in the order of Merging::look().
    [[nodiscard]] const std::vector<QPushButton*>& mergeButtons() const { return m_buttons; }

Q_SIGNALS:
    void mergeWanted(const winnow::AlikeEntries& entries);

private:
    void addRow(const AlikeEntries& entries);

    PanelContext& m_context;
    std::vector<AlikeEntries> m_shown;
    QVBoxLayout* m_rows;
    std::vector<QPushButton*> m_buttons;
};

} // namespace winnow::ui
