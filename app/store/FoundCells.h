// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Reader.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace winnow::store {

// What was found out about records after they came in (kinds 71 to 75), as the fold has it.

/// Slot and value of a kind of cell of one record.
using SlotText = std::pair<qint64, std::string>;

/// Field and service.
[[nodiscard]] std::vector<SlotText> filledFrom(Reader& reader, qint64 record);

/// Kind of notice and JSON, of a record or of any record of its report; a smaller kind first.
[[nodiscard]] std::vector<SlotText> noticesAt(Reader& reader, qint64 record);
/// The same of that record alone.
[[nodiscard]] std::vector<SlotText> ownNotices(Reader& reader, qint64 record);
/// The weightiest kind of notice of those records (or of others of their reports) that have one.
[[nodiscard]] std::map<qint64, int> noticeMarks(Reader& reader, std::span<const qint64> records);
/// Live records with a notice of their own, by number.
[[nodiscard]] std::vector<qint64> noticedRecords(Reader& reader);
/// JSON; empty: never checked.
[[nodiscard]] std::string noticesChecked(Reader& reader);

/// Live records by "doi:10.1/a", "pmid:12", "pmcid:PMC12" and "nct:NCT01234567", as edited; of several the first.
[[nodiscard]] std::unordered_map<std::string, qint64> recordsByIdentifier(Reader& reader);

/// JSON of where the full text of a record is; empty: nowhere, or never asked.
[[nodiscard]] std::string fulltextAt(Reader& reader, qint64 record);

} // namespace winnow::store
