// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"

class QPainter;

namespace winnow::figures {

/// Paints a figure on white paper with its top left corner at the painter's origin, one painter unit being one point:
/// the caller scales. The painter comes back as it was. Needs a QGuiApplication.
void paint(const Figure& figure, QPainter& painter);

} // namespace winnow::figures
