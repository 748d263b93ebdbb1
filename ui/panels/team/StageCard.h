// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/team/OrderedList.h"
#include "project/Project.h"

#include <vector>

class QVBoxLayout;

namespace winnow::ui {

class Card;
class VotesChoice;

/// One stage of the review's settings: the votes it needs, and the team's ordered exclusion reasons.
class StageCard final : public QWidget {
    Q_OBJECT
public:
    StageCard(const Theme& theme, Stage stage, QWidget* parent = nullptr);

    void setReview(const Review& review);
    void setEditable(bool on);
    /// Why who sits here may not add to the list, and not set the rules; empty: may.
    void setWritable(const QString& whyNoAdding, const QString& whyNoLeading);
    [[nodiscard]] VotesChoice* choice() const { return m_choice; }
    [[nodiscard]] OrderedList* reasons() const { return m_list; }

Q_SIGNALS:
    void rulesWanted(winnow::Stage stage, const winnow::StageRules& rules);
    void reasonWanted(winnow::Stage stage, const QString& text);
    void renameWanted(winnow::ReasonId reason, const QString& text);
    void moveWanted(winnow::ReasonId reason, int to);
    void removeWanted(winnow::ReasonId reason);
    /// `reason` is to be merged into one of `others`.
    void mergeWanted(const winnow::Reason& reason, const std::vector<winnow::Reason>& others);

private:
    void askMerge(int row);

    Stage m_stage;
    std::vector<Reason> m_reasons;
    VotesChoice* m_choice;
    OrderedList* m_list;
};

} // namespace winnow::ui
