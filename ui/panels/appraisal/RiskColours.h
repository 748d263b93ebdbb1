// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Instrument.h"

#include <QPainter>

namespace winnow::ui {

class Theme;

/// The colour of a judgement in the window: the theme's role where its symbol is one of the usual ones.
[[nodiscard]] QColor colourOf(const appraisal::Level& level, const Theme& theme);

/// A disc with the judgement's symbol in the middle of `where`; no level: an empty ring, nothing is judged yet.
void paintDisc(QPainter& painter, const QRectF& where, const appraisal::Level* level, const Theme& theme);

} // namespace winnow::ui
