// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/AppraisalAgreement.h"

#include <QWidget>

class QStackedWidget;
class QStandardItemModel;

namespace winnow::ui {

class DenseTable;
class EmptyState;
class TextLabel;
class Theme;

/// How far pairs of appraisers agreed, domain by domain (rules.md G2).
class AgreementPage final : public QWidget {
    Q_OBJECT

public:
    explicit AgreementPage(const Theme& theme, QWidget* parent = nullptr);

    void show(const std::vector<DomainAgreement>& agreement, const appraisal::Judge& judge,
              const std::map<ReviewerId, QString>& names);
    [[nodiscard]] QStandardItemModel* model() const { return m_model; }

private:
    const Theme& m_theme;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    TextLabel* m_head;
    QStandardItemModel* m_model;
    DenseTable* m_table;
};

} // namespace winnow::ui
