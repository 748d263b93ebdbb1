// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Instrument.h"

namespace winnow::appraisal {

/// Of the JSON. A reader takes its own and all before.
inline constexpr int schemaVersion = 1;

[[nodiscard]] QString wordOf(Judges judges); ///< study, result
[[nodiscard]] std::optional<Judges> unitOf(const QString& word);

} // namespace winnow::appraisal
