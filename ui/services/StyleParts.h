// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Style.h"

#include <QStyleOption>

/// How Style paints each kind of thing: plain functions of the option and the roles.
namespace winnow::ui::styleParts {

/// A down-pointing angle in the middle of `where`, turned by `degrees`.
void chevron(QPainter& painter, const QRect& where, const QColor& colour, double degrees = 0);
/// A filled box with a border of one pixel, sharp on the pixel grid.
void box(QPainter& painter, const QRect& where, double radius, const QColor& fill, const QColor& border,
         double width = 1);

/// Wrapped text in the font and pen of the painter, from the top, as far as there is room: aligned as the window runs,
/// set as its own language runs. QPainter's own wrapping counts the blank at the end of a line: aligned to the right,
/// its first letter is cut off.
void paragraph(QPainter& painter, const QRect& where, QString text);

void button(QPainter& painter, const QStyleOption& option, const Theme& theme, Look look);
void buttonLabel(QPainter& painter, const QStyleOptionButton& option, const Theme& theme, Look look, bool mnemonic);
void toolButton(QPainter& painter, const QStyleOption& option, const Theme& theme);
void field(QPainter& painter, const QStyleOption& option, const Theme& theme);
void check(QPainter& painter, const QStyleOption& option, const Theme& theme, bool round);
void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const Theme& theme);
void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const Theme& theme, const QRect& up,
             const QRect& down);
void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const Theme& theme, const QColor& ground,
               const QRect& handle);
void slider(QPainter& painter, const QStyleOptionSlider& option, const Theme& theme, const QRect& groove,
            const QRect& handle);
void headerSection(QPainter& painter, const QStyleOption& option, const Theme& theme);
void progress(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme);
void menuItem(QPainter& painter, const QStyleOption& option, const Theme& theme);
/// Paints the ground of a chosen entry and makes `option` one that is painted plainly on it: Fusion frames it twice.
void chooseMenuItem(QPainter& painter, QStyleOptionMenuItem& option, const Theme& theme);
void tab(QPainter& painter, const QStyleOption& option, const Theme& theme);

} // namespace winnow::ui::styleParts
