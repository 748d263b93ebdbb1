// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QSpinBox;

namespace winnow::ui {

class Segmented;
class TextLabel;
class Theme;

/// Who sees which reports of a stage: everybody all, divided by share, or each to several people, with what it comes
/// to for the methods section. It changes nothing itself: it says what is wanted.
class AllocationForm final : public QWidget {
    Q_OBJECT
public:
    using Shares = std::vector<std::pair<ReviewerId, int>>;
    AllocationForm(const Theme& theme, Stage stage, QWidget* parent = nullptr);

    /// Silent. Only people who screen are asked about; in a review that does not exist yet they have no ids.
    void setRule(const Allocation& rule, const std::vector<Reviewer>& people);
    [[nodiscard]] Allocation rule() const;
    [[nodiscard]] Shares shares() const;
    [[nodiscard]] Segmented* kind() const { return m_kind; }
    [[nodiscard]] QSpinBox* perReport() const { return m_perReport; }
    /// Said under the choice: how many reports each gets now.
    void say(const QString& text);

Q_SIGNALS:
    void changed();

private:
    void display();
    void buildShares();

    const Theme& m_theme;
    Stage m_stage;
    Allocation m_rule;
    std::vector<Reviewer> m_people;
    Segmented* m_kind;
    TextLabel* m_meaning;
    TextLabel* m_said;
    QFormLayout* m_form;
    QSpinBox* m_perReport;
    QSpinBox* m_shared;
    QWidget* m_details;
    std::vector<QSpinBox*> m_shares;
};

} // namespace winnow::ui
