// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Catalog.h"
#include "store/Database.h"

#include <set>
#include <vector>

namespace winnow::store {

enum class Same : int { Unknown = 0, Yes = 1, No = 2 };

/// What holds between two records: a person's word if there is one, else the automatic one.
struct Edge {
    qint64 a = 0;
    qint64 b = 0;
    Same same = Same::Unknown;
    bool judged = false;
};

[[nodiscard]] std::vector<Edge> edgesOf(Database& db, qint64 record);

/// The same edit for a pair whichever way round it is asked for: the smaller 128-bit id is the subject.
[[nodiscard]] Edit pairEdit(const Catalog& catalog, ChangeKind kind, qint64 a, qint64 b, Value value);

/// Groups every record that is linked to `seeds` into clusters of records that are the same. A person's "different"
/// between two members of a chain keeps them apart: of the edges that would close over it the weakest is left out,
/// judged ones before automatic ones, then by 128-bit id, so that every copy comes to the same clusters.
/// Members are sorted by 128-bit id: the first is the report. Records of imports taken back stand alone.
[[nodiscard]] std::vector<std::vector<qint64>> regroup(Database& db, const Catalog& catalog,
                                                       const std::set<qint64>& seeds);

/// All members of a record's present cluster, by number.
[[nodiscard]] std::vector<qint64> membersOf(Database& db, qint64 report);

} // namespace winnow::store
