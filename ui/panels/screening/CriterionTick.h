// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"
#include "services/Theme.h"

#include <QAbstractButton>

namespace winnow::ui {

/// A criterion with my answer before it: nothing, ✓ yes, ✕ no, ? unclear. A click, Space or Enter goes on to the next
/// of the four; Y, N and ? answer at once; Delete takes the answer away; Up and Down go to the neighbours.
class CriterionTick final : public QAbstractButton {
    Q_OBJECT

public:
    CriterionTick(const Theme& theme, const Criterion& criterion, QWidget* parent = nullptr);

    [[nodiscard]] CriterionId criterion() const { return m_criterion; }
    [[nodiscard]] Tick tick() const { return m_tick; }
    /// Silent.
    void setTick(Tick tick);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void answered(winnow::Tick tick);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void answer(Tick tick);
    void paintSign(QPainter& painter, const QRect& where) const;

    const Theme& m_theme;
    CriterionId m_criterion;
    Tick m_tick = Tick::Unset;
};

} // namespace winnow::ui
