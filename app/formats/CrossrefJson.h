// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"
#include "formats/Json.h"

/// Works of Crossref: CSL-JSON with more to it; the abstract is JATS.
namespace winnow::formats {

[[nodiscard]] int crossrefJsonLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readCrossrefJson(TextInput& input, ReadSink& sink);
[[nodiscard]] Record crossrefRecord(const JsonDocument& entry);

} // namespace winnow::formats
