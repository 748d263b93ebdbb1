// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "deduplication/BlockKeys.h"
#include "deduplication/Find.h"
#include "project/RecordFolding.h"

#include <QtGlobal>

#include <set>
#include <vector>

namespace winnow {

namespace store {
class Reader;
struct RunInfo;
} // namespace store

/// What one search for duplicates looks at: which pairs of records are new, and the records that can be part of one.
/// The others are known by the keys that an earlier search kept, and stay unread.
class DuplicateRecords {
public:
    /// `all`: as if nothing had been looked at yet.
    explicit DuplicateRecords(bool all) : m_all(all) { }

    void readRuns(store::Reader& reader);
    [[nodiscard]] qint64 total() const { return m_total; } ///< records of live imports
    [[nodiscard]] bool anythingNew() const;
    /// False: cancelled.
    bool read(store::Reader& reader, const JobContext& job);

    /// The records that were read, by position, and what is settled among them.
    [[nodiscard]] std::span<const deduplication::Traits> traits() const { return m_traits; }
    [[nodiscard]] const deduplication::Known& known() const { return m_known; }
    [[nodiscard]] qint64 idOf(std::uint32_t position) const { return m_places[position].id; }

    /// Pairs of imports that will have been looked through.
    [[nodiscard]] std::vector<std::pair<qint64, qint64>> newlyCompared() const;
    /// Keys to keep for the next search: of records in a row, from the first on.
    struct KeyChunk {
        qint64 first = 0;
        std::string keys;
    };
    [[nodiscard]] const std::vector<KeyChunk>& freshKeys() const { return m_freshKeys; }

private:
    struct Place {
        qint64 id = 0;
        std::uint32_t run = 0; ///< number in m_runs
        bool edited = false; ///< since its import was looked through
    };
    using Positions = std::vector<std::uint32_t>; ///< sorted, in m_places

    void layOut(store::Reader& reader);
    /// Gives the table the kept keys. Those of whom there are none have to be read.
    [[nodiscard]] Positions takeKept(store::Reader& reader, deduplication::KeyTable& table);
    [[nodiscard]] std::vector<FoldedRecord> fold(store::Reader& reader, const Positions& which, const JobContext& job);
    void keepKeys(store::Reader& reader, const Positions& which, const std::vector<FoldedRecord>& folded);
    [[nodiscard]] bool holdsNew(std::span<const std::uint32_t> set) const;
    [[nodiscard]] bool isNew(std::uint32_t a, std::uint32_t b) const;
    void readKnown(store::Reader& reader);
    void take(std::vector<FoldedRecord>& folded);
    [[nodiscard]] Positions withTheirOwn(const Positions& some) const;
    void narrowTo(const Positions& worth);
    [[nodiscard]] std::uint32_t positionOf(qint64 id) const;

    bool m_all;
    qint64 m_total = 0;
    std::vector<qint64> m_runs;
    std::vector<std::vector<bool>> m_compared; ///< by run and run
    std::set<qint64> m_editedSince;
    std::vector<Place> m_places;
    std::vector<deduplication::Traits> m_traits;
    deduplication::Known m_known;
    std::set<qint64> m_keptChunks;
    std::vector<KeyChunk> m_freshKeys;
};

} // namespace winnow
