// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftPage.h"

class QCheckBox;
class QLineEdit;

namespace winnow::ui {

class GapList;

/// A domain: what it is called, on which scale it is judged and by which rules.
class DomainPage final : public DraftPage {
    Q_OBJECT

public:
    DomainPage(const Theme& theme, DraftDesk& desk, QWidget* parent = nullptr);
    void goTo(const appraisal::Remark& remark) override;
    [[nodiscard]] QLineEdit* labelField() const { return m_label; }
    [[nodiscard]] QLineEdit* idField() const { return m_id; }
    [[nodiscard]] RulesEdit* rules() const { return m_rules; }
    [[nodiscard]] RulesEdit* applicabilityRules() const { return m_applicabilityRules; }
    /// What is said below the rules: how they were tried, and what came of it.
    [[nodiscard]] QString rulesText() const;
    [[nodiscard]] GapList* gaps() const { return m_gaps; }

protected:
    void refresh() override;

private:
    RulesEdit* addRules(bool applicability);
    GapList* addGaps(bool applicability);
    void writeRules(bool applicability, const QStringList& rules);
    void addRule(bool applicability, const QString& rule, bool whole);
    void addFields();
    void addApplicability();
    void showRules();

    QLineEdit* m_label = nullptr;
    QLineEdit* m_id = nullptr;
    RulesEdit* m_rules;
    RulesEdit* m_applicabilityRules;
    TextLabel* m_coverage;
    TextLabel* m_ruleRemarks;
    GapList* m_gaps;
    TextLabel* m_applicabilityCoverage;
    GapList* m_applicabilityGaps;
    QCheckBox* m_applicability = nullptr;
};

} // namespace winnow::ui
