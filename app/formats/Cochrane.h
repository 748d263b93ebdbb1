// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"

/// The Cochrane Library's "Plain text": "Record #1 of 20", then one field a line, "TI: Aspirin versus placebo".
namespace winnow::formats {

[[nodiscard]] int cochraneLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readCochrane(TextInput& input, ReadSink& sink);

} // namespace winnow::formats
