// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

#include <QScrollArea>

class QVBoxLayout;

namespace winnow::ui {

class DirectionRow;
class ItemRow;
class JudgementRow;
class QuoteList;
class TextLabel;
class Theme;

/// Whose sheet is filled in: my own, or the one that all agree on.
enum class SheetKind { Mine, Agreed };

/// One domain of an assessment as a form. Keys 1–9 answer the question that has the focus, Enter goes to the next open
/// one, Tab moves through all.
class DomainForm final : public QScrollArea {
    Q_OBJECT

public:
    DomainForm(const Theme& theme, QWidget* parent = nullptr);

    /// The questions of a domain; made anew when another one is shown.
    void setDomain(std::shared_ptr<const appraisal::Judge> judge, const QString& domain);
    /// What was answered so far. `names`: of people, for what each has said.
    void show(const AppraisalView& view, SheetKind sheet, const std::map<ReviewerId, QString>& names);
    void setReadOnly(bool readOnly);
    /// Puts the focus on a question; empty: on the first open one, else on the judgement.
    void focusItem(const QString& item);

    [[nodiscard]] const std::vector<ItemRow*>& items() const { return m_items; }
    /// What the codes of answers mean that questions share; empty: they say it themselves.
    [[nodiscard]] QString legend() const;
    /// Of the risk of bias; and of applicability behind it, where the domain has it.
    [[nodiscard]] JudgementRow* judgement() const { return m_judgements.empty() ? nullptr : m_judgements.front(); }
    [[nodiscard]] const std::vector<JudgementRow*>& judgements() const { return m_judgements; }
    [[nodiscard]] DirectionRow* direction() const { return m_direction; }
    [[nodiscard]] const QString& domain() const { return m_domain; }

Q_SIGNALS:
    void said(const QString& key, const winnow::Said& said);
    void fileWanted(winnow::ui::QuoteList* quotes);

private:
    void addJudgement(const QString& scale, const QString& key, const QString& head, const QString& question,
                      QWidget* page);
    void addLegend(const appraisal::Domain& shown, QWidget* page);
    void addSource(QWidget* page);
    void fill(const appraisal::Domain& shown, QWidget* page);
    [[nodiscard]] static QString saidBy(const std::vector<AppraisalSheet>& sheets, const QString& key,
                                        const std::map<ReviewerId, QString>& names, bool* differ);

    const Theme& m_theme;
    std::shared_ptr<const appraisal::Judge> m_judge;
    QString m_domain;
    QString m_next; ///< the first open question of the domain
    QVBoxLayout* m_column = nullptr;
    std::vector<ItemRow*> m_items;
    std::vector<JudgementRow*> m_judgements;
    TextLabel* m_legend = nullptr; ///< of answers that questions share
    DirectionRow* m_direction = nullptr;
};

} // namespace winnow::ui
