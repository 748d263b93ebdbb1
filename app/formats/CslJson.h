// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"
#include "formats/Json.h"
#include "formats/Write.h"

/// CSL-JSON 1.0.2, the items of the Citation Style Language: what Zotero, Mendeley, Pandoc and Crossref exchange.
/// https://github.com/citation-style-language/schema
namespace winnow::formats {

[[nodiscard]] int cslJsonLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readCslJson(TextInput& input, ReadSink& sink);
/// What CSL has no place for stands in `custom.winnow` as lines (Exact.h).
[[nodiscard]] std::unique_ptr<RecordWriter> makeCslJsonWriter();

/// One item. Variables that have no place of their own are in `extra` under their name: texts as they are, names as
/// "Family, Given; …", dates as 2019-2-3, everything else as JSON.
[[nodiscard]] Record cslRecord(const JsonDocument& item);

/// "article-journal" → "Journal article"; unknown ones come back as they are.
[[nodiscard]] std::string cslTypeWord(std::string_view type);
/// "Journal article" → "article-journal"; "" if no CSL type means that.
[[nodiscard]] std::string_view cslType(std::string_view word);
/// A variable of CSL that holds a text, so that an extra field of that name goes out under it.
[[nodiscard]] bool isCslText(std::string_view variable);

} // namespace winnow::formats
