// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Find.h"
#include "project/Duplicates.h"

#include <set>

namespace winnow {

namespace store {
class Reader;
}

/// One run of Duplicates::find: read, search, write. What it looked through is written in the same step, as pairs of
/// imports: two copies that each compared their own, once combined, still compare the one's imports with the other's.
class DuplicateSearch {
public:
    DuplicateSearch(Project& project, const JobContext& job, const DedupeOptions& options);

    Result<DedupeReport> run();

private:
    struct Place {
        qint64 id = 0;
        std::uint32_t run = 0; ///< number in m_runs
        bool edited = false; ///< since its import was looked through
    };

    void readRuns(store::Reader& reader);
    bool readRecords(store::Reader& reader); ///< false: cancelled
    void readKnown(store::Reader& reader);
    [[nodiscard]] bool anythingNew() const;
    [[nodiscard]] bool isNew(std::uint32_t a, std::uint32_t b) const;
    Result<void> write(const deduplication::Found& found);
    Result<void> count(const deduplication::Found& found);
    [[nodiscard]] std::uint32_t positionOf(qint64 id) const;

    Project& m_project;
    const JobContext& m_job;
    DedupeOptions m_options;
    bool m_all; ///< another threshold: look at everything again
    std::vector<qint64> m_runs;
    std::vector<std::vector<bool>> m_compared; ///< by run and run
    std::set<qint64> m_edited;
    std::vector<Place> m_places;
    std::vector<deduplication::Traits> m_traits;
    deduplication::Known m_known;
    DedupeReport m_report;
};

} // namespace winnow
