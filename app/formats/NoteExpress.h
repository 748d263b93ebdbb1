// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"

/// NoteExpress, as CNKI, Wanfang and VIP export it: "{Reference Type}: Journal Article", one field a line.
namespace winnow::formats {

[[nodiscard]] int noteExpressLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readNoteExpress(TextInput& input, ReadSink& sink);

} // namespace winnow::formats
