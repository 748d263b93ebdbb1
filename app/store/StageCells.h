// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Allotment.h"
#include "store/Database.h"

#include <unordered_map>
#include <vector>

namespace winnow::store {

// What was said of records at one stage beside votes: by hand assigned, drawn for a pilot, screened again, marked.

/// By report; only reports of which something was said.
[[nodiscard]] std::unordered_map<qint64, Assigned> assignedAt(Database& db, Stage stage);
/// Of one report, over its records.
[[nodiscard]] Assigned assignedOf(Database& db, const std::vector<qint64>& members, Stage stage);
/// Reports drawn for a round (0: for any), by number.
[[nodiscard]] std::vector<qint64> pilotReports(Database& db, Stage stage, int round);
/// Stamps up to which votes are history (rules.md B8), by record; only records that are screened again.
[[nodiscard]] std::unordered_map<qint64, qint64> cutsAt(Database& db, Stage stage);
[[nodiscard]] qint64 cutOf(Database& db, qint64 record, Stage stage);
/// What one person said of a record in one kind of marks and did not take back.
struct OwnMark {
    qint64 slot = 0;
    qint64 value = 0;
    qint64 stamp = 0;
};
[[nodiscard]] std::vector<OwnMark> marksBy(Database& db, ReviewerId author, qint64 record, ChangeKind kind);
/// The latest stamp of the log: what happened up to now. For the writing connection.
[[nodiscard]] qint64 latestStamp(Database& db);

} // namespace winnow::store
