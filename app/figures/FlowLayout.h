// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FlowPlan.h"

namespace winnow::figures {

/// Gives every box its place: rows are as high as their highest stack, boxes as high as their lines need, the page as
/// high as all rows. Page widths are fixed: 502 pt (177 mm, two journal columns) for v1, 770 pt (A4 across) for v2.
[[nodiscard]] Figure layOut(const FlowPlan& plan);

} // namespace winnow::figures
