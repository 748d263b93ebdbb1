// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"

/// RefWorks' tagged format: "RT Journal Article" begins an entry, "A1 Lima, Ana" is a field. RefWorks, ProQuest, EBSCO
/// and CNKI write it. Tags: RefWorks' help, "RefWorks Tagged Format".
namespace winnow::formats {

[[nodiscard]] int refworksLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readRefworks(TextInput& input, ReadSink& sink);

} // namespace winnow::formats
