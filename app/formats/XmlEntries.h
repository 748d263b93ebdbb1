// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <span>
#include <string_view>

namespace winnow::formats {

class TextInput;
struct ReadSink;

/// Which elements of an XML file are its entries.
struct XmlEntryNames {
    std::string_view stem; ///< what all the names begin with, and little else in the file
    std::span<const std::string_view> names;
    std::span<const std::string_view> enclosing; ///< elements around the entries, which say nothing themselves
    std::string_view aside = {}; ///< an element between them of which nothing is an entry, with all that is in it
};

/// Cuts the entries out of the stream and hands each to `read`. No document is built: a broken entry does not take the
/// following ones with it, the file may be one line, and memory grows with the largest entry only. What can be read
/// of a broken entry is taken, and it is named; so is what stands between two entries.
void readXmlEntries(TextInput& input, ReadSink& sink, const XmlEntryNames& entries, Record (*read)(std::string_view));

/// Where the first entry begins in a piece of XML; npos: it has none.
[[nodiscard]] std::size_t findXmlEntry(std::string_view text, const XmlEntryNames& entries);

} // namespace winnow::formats
