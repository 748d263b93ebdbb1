// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"
#include "formats/Json.h"

/// Works of OpenAlex. The abstract comes as an index of words to places and is put together again.
namespace winnow::formats {

[[nodiscard]] int openAlexJsonLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readOpenAlexJson(TextInput& input, ReadSink& sink);
[[nodiscard]] Record openAlexRecord(const JsonDocument& entry);

} // namespace winnow::formats
