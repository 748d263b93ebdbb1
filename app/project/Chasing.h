// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Searches.h"

#include <span>
#include <vector>

namespace winnow {

/// Which way citations are followed, and from where.
struct ChaseRequest {
    bool references = true; ///< what the reports cite
    bool citing = true; ///< what cites them
    std::vector<RecordId> from; ///< empty: the included reports
    qint64 limit = 0; ///< works to be fetched at most; 0: all

    bool operator==(const ChaseRequest&) const = default;
};

/// What a chase begins with.
struct ChaseSeeds {
    std::vector<std::string> names; ///< "doi:10.1/a", "pmid:12": one for each report
    std::vector<RecordId> without; ///< reports that have neither: nothing can be followed from them

    bool operator==(const ChaseSeeds&) const = default;
};

struct ChaseReport {
    SearchReport search;
    qint64 from = 0; ///< reports that were followed
    std::vector<RecordId> without;
};

/// Citation searching from reports of the review, over OpenAlex. What it finds comes in as a source of its own, in the
/// column of other methods; a record that a database also delivered is joined with it when duplicates are looked for,
/// and counts there (rules.md A3). For threads of jobs; blocks.
class Chasing {
public:
    Chasing(Project& project, Online& online) : m_project(project), m_online(online) { }

    [[nodiscard]] Result<ChaseSeeds> seeds(const ChaseRequest& request) const;
    /// How many works there are to be fetched; nothing is kept. Errors: BadInput (nothing to follow), as
    /// Searches::count.
    Result<ChaseReport> count(const ChaseRequest& request, const JobContext& job);
    /// Errors: BadInput, as Searches::search.
    Result<ChaseReport> run(const ChaseRequest& request, const JobContext& job);

private:
    Result<ChaseReport> ask(const ChaseRequest& request, bool countOnly, const JobContext& job);

    Project& m_project;
    Online& m_online;
};

} // namespace winnow
