// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"
#include "formats/TaggedEntry.h"

/// The exports of Web of Science: plain text ("PT J", "AU Lima, A", "ER", "EF"; .ciw, .isi, .txt) and tables with
/// the same two-letter tags as their header. Tags:
/// https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html
namespace winnow::formats {

[[nodiscard]] int wosLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readWos(TextInput& input, ReadSink& sink);
[[nodiscard]] int wosTabLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readWosTab(TextInput& input, ReadSink& sink);

[[nodiscard]] bool isWosTag(Tag tag);
/// Lines of a value stand for items there: authors, addresses, cited references.
[[nodiscard]] bool isWosList(Tag tag);
/// The fields of an entry as a Record; what has no place of its own is in `extra`, in file order.
[[nodiscard]] Record wosRecord(TaggedEntry& entry);

} // namespace winnow::formats
