// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/DuplicateRecords.h"
#include "project/Duplicates.h"

namespace winnow {

namespace store {
struct Edit;
}

/// One run of Duplicates::find: read, search, write. However much it joins, it is one step. What it looked through is
/// written in the same step, as pairs of imports: two copies that each compared their own, once combined, still compare
/// the one's imports with the other's.
class DuplicateSearch {
public:
    DuplicateSearch(Project& project, const JobContext& job, const DedupeOptions& options);

    Result<DedupeReport> run();

private:
    Result<void> read();
    [[nodiscard]] std::vector<store::Edit> editsOf(const deduplication::Found& found) const;
    Result<void> write(const deduplication::Found& found);
    void keepKeys();
    Result<void> count(const deduplication::Found& found);

    Project& m_project;
    const JobContext& m_job;
    DedupeOptions m_options;
    DuplicateRecords m_records;
    DedupeReport m_report;
};

} // namespace winnow
