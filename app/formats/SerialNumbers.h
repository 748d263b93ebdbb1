// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <string>
#include <string_view>
#include <vector>

/// ISSNs and ISBNs: every vendor has a field for them, and many put text beside the number ("1234-5679 (Electronic)"),
/// several numbers, or one kind where the other belongs. A number whose check digit is wrong stays where it was
/// written.
namespace winnow::formats {

/// Adds the ISSNs and ISBNs of a value to those of the record, each once. True: the value says nothing but them.
bool addSerialNumbers(Record& record, std::string_view value);
/// Finds them in the extra fields whose name says that they hold such numbers ("SN", "Print ISSN", "isbn" …; `also` is
/// one more such name). Extra fields that say nothing else, under a name that says no more, are in the record now and
/// are taken out.
void takeSerialNumbers(Record& record, std::string_view also = {});
/// Those of `numbers` (a record's issn or isbn) that no extra field of this name says: what a writer has to add.
[[nodiscard]] std::vector<std::string> unsaidNumbers(std::string_view numbers, const Record& record,
                                                     std::string_view name);
/// The same, as one text.
[[nodiscard]] std::string unsaidList(std::string_view numbers, const Record& record, std::string_view name);

} // namespace winnow::formats
