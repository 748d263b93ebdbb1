// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Conflicts.h"

#include <QScrollArea>

class QVBoxLayout;

namespace winnow::ui {

/// How far each pair of reviewers agreed before anything was opened: the 2×2 table with its margins, percent and kappa.
/// Numbers only: no scale of words is laid over kappa.
class AgreementView final : public QScrollArea {
    Q_OBJECT

public:
    explicit AgreementView(PanelContext& context, QWidget* parent = nullptr);
    void setPairs(const std::vector<PairAgreement>& pairs, Stage stage);
    /// All that can be read, line by line.
    [[nodiscard]] QStringList lines() const;

private:
    [[nodiscard]] QWidget* card(const PairAgreement& pair);
    [[nodiscard]] QWidget* table(const PairAgreement& pair, const QString& a, const QString& b);
    [[nodiscard]] QString nameOf(ReviewerId id) const;

    PanelContext& m_context;
    QVBoxLayout* m_column;
};

} // namespace winnow::ui
