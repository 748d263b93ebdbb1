// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/TaggedEntry.h"

namespace winnow::formats {

/// "PMID- 123", "TI  - …", "OWN - ERIC": false if the line is none. Lines that go on begin with blanks.
[[nodiscard]] bool parseNbibLine(std::string_view line, Tag& tag, std::string_view& value);
/// The fields of an entry as a Record; what has no place of its own is in `extra`, in file order.
[[nodiscard]] Record nbibRecord(TaggedEntry& entry);

/// OWN of entries that Winnow wrote and PubMed does not have: it begins them and says nothing else.
constexpr std::string_view nbibOwner = "Winnow";
/// Before a number in SI.
inline const std::string nbibTrials = "ClinicalTrials.gov/";

} // namespace winnow::formats
