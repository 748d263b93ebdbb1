// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Conflicts.h"

#include <QString>

namespace winnow::ui {

/// How far two people agree, on one line: n, percent, κ with its interval, PABAK and AC1, as far as they are defined.
[[nodiscard]] QString agreementWords(const screening::Agreement& agreement);

} // namespace winnow::ui
