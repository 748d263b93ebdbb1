// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Fold.h"
#include "store/Reader.h"

#include <optional>
#include <span>

namespace winnow::store {

/// What Appraised says of an appraisal. Texts are as they were written.
struct AppraisedRow {
    qint64 id = 0;
    std::string study = {}; ///< uid of a record
    qint64 instrument = 0;
    std::string variant = {}, comparison = {}, outcome = {}, measure = {}, time = {};
};
/// None: there is no such appraisal, or it was taken back.
[[nodiscard]] std::optional<AppraisedRow> appraisedRow(Database& db, qint64 appraisal);
[[nodiscard]] std::vector<AppraisedRow> appraisedRows(Database& db);
/// Instruments that the project keeps: entity and JSON.
[[nodiscard]] std::vector<std::pair<qint64, std::string>> instrumentTexts(Database& db);
[[nodiscard]] std::optional<std::string> instrumentText(Database& db, qint64 instrument);
[[nodiscard]] std::vector<ReviewerId> appraisersOf(Database& db, qint64 appraisal);
/// What designs of studies were said: record and word.
[[nodiscard]] std::vector<std::pair<qint64, std::string>> studyDesigns(Database& db);

/// The live changes of one kind about an appraisal, by id: those that the viewer may see, or all.
[[nodiscard]] std::vector<Change> appraisalChanges(Reader& reader, ChangeKind kind, qint64 appraisal);
[[nodiscard]] std::vector<Change> appraisalChanges(Database& db, const Replicas& replicas, ChangeKind kind,
                                                   qint64 appraisal);

// Settlements of one appraisal. Each says which ones it stands in place of; those that none stands in place of are the
// heads, and two different heads are a clash (rules.md B6).

/// Of changes of kind Settled, by id.
[[nodiscard]] std::vector<Change> settledHeads(std::span<const Change> settled);
/// The value (JSON [key, value, why, quotes]; none: nothing is settled) with the ids of those it stands in place of.
[[nodiscard]] Value withSeen(const Value& value, std::span<const Change> heads);
/// The value as it was written, without them; none if it settles nothing.
[[nodiscard]] Value withoutSeen(const Value& value);

} // namespace winnow::store
