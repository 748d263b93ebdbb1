// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"

#include <QBrush>
#include <QColor>
#include <QPen>

namespace winnow::figures {

/// Pen and brush of each role: print tones that stay apart in grey. Widths in points.
struct Style {
    QPen pen = Qt::NoPen;
    QBrush fill = Qt::NoBrush;
};

[[nodiscard]] Style styleOf(Role role);
/// Of what is drawn in a colour of its own.
[[nodiscard]] Style filledWith(const QColor& colour);
/// The role of text that is read on this colour: OnLight or OnDark.
[[nodiscard]] Role contrastRole(const QColor& colour);
[[nodiscard]] QColor paperColour();

} // namespace winnow::figures
