// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"
#include "formats/Json.h"

/// Answers of the Scopus Search API, STANDARD or COMPLETE.
namespace winnow::formats {

[[nodiscard]] int scopusJsonLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readScopusJson(TextInput& input, ReadSink& sink);
[[nodiscard]] Record scopusRecord(const JsonDocument& entry);

} // namespace winnow::formats
