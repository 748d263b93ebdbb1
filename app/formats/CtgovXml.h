// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"

/// Studies of ClinicalTrials.gov in the XML of its former site: <clinical_study>, one a file or many in one.
namespace winnow::formats {

[[nodiscard]] int ctgovXmlLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readCtgovXml(TextInput& input, ReadSink& sink);

/// One study, whole or broken off. Elements that have no place of their own are in `extra` as "eligibility/gender".
[[nodiscard]] Record ctgovXmlRecord(std::string_view xml);

} // namespace winnow::formats
