// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "project/Imports.h"
#include "project/SearchLog.h"
#include "store/Change.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace winnow {

/// What a source delivered before: of each accession number the record, and what it said.
struct Delivered {
    qint64 record = 0;
    quint64 content = 0;
    std::uint64_t accession = 0; ///< the key by which the store knows it

    bool operator==(const Delivered&) const = default;
};
using DeliveredBefore = std::map<std::string, Delivered>;

/// What makes two deliveries of one accession number the same: everything that a reader of the abstract sees.
[[nodiscard]] quint64 contentOf(const Record& record);
/// The source says so itself: a retracted publication, not the notice of it.
[[nodiscard]] bool saysRetracted(const Record& record);

/// The records that a search found, on their way in: which of them come in, and what the log says of it. A search that
/// is repeated adds what is new and what is not what it was; the rest is left out.
class FoundRecords {
public:
    /// `most`: entries that come in at most, 0: all.
    FoundRecords(SearchRecord search, qint64 most, DeliveredBefore before);

    [[nodiscard]] std::string name() const { return m_search.name.toStdString(); }
    [[nodiscard]] QString shownName() const;
    /// An entry that would become record `number`; its key becomes that of the record it is a version of, so that it
    /// counts once (rules.md A1). False: it is left out.
    bool take(const Record& record, qint64 number, std::uint64_t& accession);
    /// With the pairs that the store found: each record once.
    void addVersions(std::vector<std::pair<qint64, qint64>>& repeats) const;
    void addEdits(std::vector<store::Edit>& edits, RunId run, const ImportReport& report);

    /// What the log says; complete once it came in.
    [[nodiscard]] const SearchRecord& search() const { return m_search; }

private:
    SearchRecord m_search;
    qint64 m_most;
    qint64 m_taken = 0;
    DeliveredBefore m_before;
    std::vector<std::pair<qint64, qint64>> m_versions; ///< the new record, and the one that it is a version of
};

} // namespace winnow
