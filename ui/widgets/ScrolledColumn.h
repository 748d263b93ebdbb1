// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QVBoxLayout;

namespace winnow::ui {

class Theme;

/// The one column of a page that is read from top to bottom, in the middle of a scroll area, which becomes it.
/// `widest` and `top` (the margin above) in points of the theme. What it is of is the area's.
[[nodiscard]] QVBoxLayout* scrolledColumn(const Theme& theme, QScrollArea* area, int widest, int top = 24);

} // namespace winnow::ui
