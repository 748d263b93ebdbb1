// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"
#include "formats/TaggedEntry.h"
#include "formats/Write.h"

/// RIS as its many authors write it: "TY  - JOUR … ER  -". Dialects: facts of Scopus, Embase, Ovid, EBSCO, ProQuest,
/// Web of Science, CENTRAL, Dimensions, Lens, EndNote, Zotero, Mendeley, Rayyan, Covidence, EPPI, LILACS, SciELO.
namespace winnow::formats {

[[nodiscard]] int risLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readRis(TextInput& input, ReadSink& sink);
[[nodiscard]] std::unique_ptr<RecordWriter> makeRisWriter();

/// A line "TY  - value": false if it is none. Blanks around the dash may vary; lower-case tags count if `anyCase`.
[[nodiscard]] bool parseRisLine(std::string_view line, bool anyCase, Tag& tag, std::string_view& value);
/// How far a line "  TY  - JOUR" is indented, as in a file that was copied from a mail; 0 for all other lines.
[[nodiscard]] std::size_t risMargin(std::string_view line);
/// The line without what a file's margin takes of it.
[[nodiscard]] std::string_view withoutMargin(std::string_view line, std::size_t margin);
/// A tag that RIS or one of its dialects defines.
[[nodiscard]] bool isRisTag(Tag tag);
/// The fields of an entry as a Record (no field is lost: what has no place of its own is in `extra`, in file order).
[[nodiscard]] Record risRecord(TaggedEntry& entry);

/// The tag of Winnow's own lines (Exact.h) in RIS; other programs leave it out or keep it as a note.
constexpr std::string_view winnowTag = "WN";

} // namespace winnow::formats
