// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"
#include "formats/Json.h"

/// Answers of Europe PMC's search (REST, resultType core or lite).
namespace winnow::formats {

[[nodiscard]] int europePmcJsonLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readEuropePmcJson(TextInput& input, ReadSink& sink);
[[nodiscard]] Record europePmcRecord(const JsonDocument& entry);

} // namespace winnow::formats
