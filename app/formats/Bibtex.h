// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/BibtexEntry.h"
#include "formats/Format.h"
#include "formats/Write.h"

/// BibTeX and BibLaTeX, as the manuals have it and as databases and people write it (facts of Scopus, Web of Science,
/// EBSCO, SAGE, SciELO, Zotero, Mendeley, JabRef, BibDesk, MathSciNet).
namespace winnow::formats {

[[nodiscard]] int bibtexLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readBibtex(TextInput& input, ReadSink& sink);
[[nodiscard]] std::unique_ptr<RecordWriter> makeBibtexWriter();

/// An entry as a Record (no field is lost: what has no place of its own is in `extra`, in file order, LaTeX undone).
[[nodiscard]] Record bibtexRecord(const BibtexEntry& entry);
/// What is missing in a record and stands in the entry that its crossref names.
void inherit(Record& child, const Record& parent);
/// "Journal article" → "article"; "" if no type means exactly that.
[[nodiscard]] std::string_view bibtexType(std::string_view word);
/// Addresses and names of files: no LaTeX in them.
[[nodiscard]] bool isVerbatimField(std::string_view lowerName);

/// The field with Winnow's own lines (Exact.h), one a line; braces are written \o and \c there.
constexpr std::string_view winnowField = "winnow";
/// Names of extra fields for what BibTeX writes outside of fields.
constexpr std::string_view keyExtra = "citationkey";
constexpr std::string_view typeExtra = "entrytype";

} // namespace winnow::formats
