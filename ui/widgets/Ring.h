// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QWidget>

class QPainter;

namespace winnow::ui {

class Theme;

/// How far something is, as a small ring: `share` 0–1; full at 1, empty track at 0. `chosen`: it lies on a chosen row.
void paintRing(QPainter& painter, const Theme& theme, const QRectF& square, double share, bool chosen = false);

/// How far something is, as the thin line of the tool row (6 px high, 120 wide unless stretched).
class ProgressLine final : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(const Theme& theme, QWidget* parent = nullptr);

    /// 0–1; outside is clamped. Negative: not known, drawn as an empty line.
    void setShare(double share);
    [[nodiscard]] double share() const { return m_share; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    double m_share = -1;
};

} // namespace winnow::ui
