// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"
#include "formats/TaggedEntry.h"

/// EndNote's tagged export (.enw) and its ancestor refer: "%A Lima, Ana", one tag a line, entries parted by blank
/// lines or begun by %0. Tags: EndNote's help, "EndNote Import"; refer(1).
namespace winnow::formats {

[[nodiscard]] int referLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readRefer(TextInput& input, ReadSink& sink);
/// The fields of an entry as a Record; what has no place of its own is in `extra`, in file order.
[[nodiscard]] Record referRecord(TaggedEntry& entry);

} // namespace winnow::formats
