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
[[nodiscard]] QColor paperColour();

} // namespace winnow::figures
