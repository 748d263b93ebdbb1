// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"

/// Ovid's labelled text ("citation" display): "<12>", then labels at the margin, each followed by its value in
/// indented lines. Ovid's tagged exports are read as RIS or MEDLINE.
namespace winnow::formats {

[[nodiscard]] int ovidLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readOvid(TextInput& input, ReadSink& sink);

} // namespace winnow::formats
