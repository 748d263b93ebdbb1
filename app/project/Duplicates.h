// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

namespace winnow {

struct DedupeReport {
    qint64 records = 0;
    qint64 reports = 0; ///< clusters afterwards
    qint64 joined = 0; ///< pairs joined by this run
    qint64 byPmid = 0, byDoi = 0, byTitle = 0;
    double seconds = 0;
};

class Duplicates {
public:
    explicit Duplicates(Project& project) : m_project(project) { }

    /// Joins exact duplicates in one step that can be undone. With `dryRun` only counts.
    Result<DedupeReport> joinExact(const JobContext& job, bool dryRun = false);
    /// A person's word on two records: stands above any automatic one.
    Result<void> judge(RecordId a, RecordId b, bool same);

private:
    Project& m_project;
};

} // namespace winnow
