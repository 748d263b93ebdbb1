// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"
#include "formats/Json.h"

/// Studies of ClinicalTrials.gov as its API v2 and its download button give them: a page with a list of studies, an
/// array, or one study. https://clinicaltrials.gov/data-api/about-api/study-data-structure
namespace winnow::formats {

[[nodiscard]] int ctgovJsonLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readCtgovJson(TextInput& input, ReadSink& sink);

/// One study. Fields of the protocol are in `extra` as "statusModule.overallStatus", lists joined; the sections of
/// results and the like whole, as JSON. PMIDs of its publications stay there: they are not the study's own.
[[nodiscard]] Record ctgovRecord(const JsonDocument& study);

} // namespace winnow::formats
