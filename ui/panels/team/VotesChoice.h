// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QWidget>

class QCheckBox;

namespace winnow::ui {

class Segmented;
class TextLabel;
class Theme;

/// The rules of one stage, with what each choice means for the methods section (rules.md B1–B3). Choosing never
/// changes a vote: decisions are derived anew from the same votes (B4).
class VotesChoice final : public QWidget {
    Q_OBJECT
public:
    VotesChoice(const Theme& theme, Stage stage, QWidget* parent = nullptr);

    [[nodiscard]] StageRules rules() const { return m_rules; }
    /// Silent.
    void setRules(const StageRules& rules);
    /// Only the number of votes and who settles are asked: for a review that does not exist yet.
    void setOnlyVotes(bool on);
    [[nodiscard]] Segmented* votes() const { return m_votes; }
    [[nodiscard]] Segmented* settling() const { return m_settling; }
    /// What the choice means, in half a sentence.
    [[nodiscard]] static QString meaning(const StageRules& rules);

Q_SIGNALS:
    void changed(const winnow::StageRules& rules);

private:
    void display();
    void choose(const StageRules& rules);

    Stage m_stage;
    bool m_onlyVotes = false;
    StageRules m_rules;
    Segmented* m_votes;
    TextLabel* m_meaning;
    QCheckBox* m_majority;
    Segmented* m_settling;
    TextLabel* m_settled;
    QCheckBox* m_byOrder;
};

} // namespace winnow::ui
