// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Colours.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace winnow::ui {

class Theme;

/// The small square in a row that says how I voted: blue I, vermilion E, yellow M, or an empty square. For delegates.
namespace verdictBadge {
/// Side of the square in design pixels.
inline constexpr int side = 15;
/// The letter is the same in every language, as the key is.
[[nodiscard]] QString letter(Tone tone);
void paint(QPainter& painter, const Theme& theme, const QRectF& square, Tone tone);
} // namespace verdictBadge

/// A judgement of risk of bias: a disc in its colour with its symbol; a dashed ring while there is none.
enum class Judgement { None, Low, SomeConcerns, High, NoInformation };
namespace judgementBadge {
inline constexpr int side = 24;
void paint(QPainter& painter, const Theme& theme, const QRectF& square, Judgement judgement);
} // namespace judgementBadge

} // namespace winnow::ui
