// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"
#include "formats/Write.h"

/// The XML that EndNote (and Bookends) export: <xml><records><record>…. Records are cut out of the stream first and
/// then read one by one: a broken one does not take the following ones with it, and the file may be one line.
namespace winnow::formats {

[[nodiscard]] int endnoteXmlLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readEndnoteXml(TextInput& input, ReadSink& sink);
/// What EndNote has no place for stands in the research notes, behind `ownNotes`, as lines (Exact.h).
[[nodiscard]] std::unique_ptr<RecordWriter> makeEndnoteXmlWriter();

} // namespace winnow::formats
