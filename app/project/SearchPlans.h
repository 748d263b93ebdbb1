// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"
#include "sources/Blocks.h"
#include "sources/Query.h"

#include <vector>

namespace winnow {

/// A block of the plan: population, intervention … in all the words for it.
struct PlannedBlock {
    qint64 id = 0; ///< random: the same in every copy; 0: not kept yet
    sources::Block block;

    bool operator==(const PlannedBlock&) const = default;
};

/// What is to be asked of one database.
struct PlannedQuery {
    QString database; ///< id of the service
    sources::Query query;

    bool operator==(const PlannedQuery&) const = default;
};

struct SearchPlan {
    std::vector<PlannedBlock> blocks; ///< in the order of the team
    std::vector<PlannedQuery> queries; ///< one for a database at most

    [[nodiscard]] const PlannedQuery* queryFor(const QString& database) const;
    [[nodiscard]] std::vector<sources::Block> words() const;
    bool operator==(const SearchPlan&) const = default;
};

/// How the team means to search, before and between searches: blocks of words, and for each database the query that is
/// written from them and then edited. Each change is a step that can be undone, and travels to coauthors.
/// All of it needs Right::Extend. Errors: UnknownDatabase, BadInput.
class SearchPlans {
public:
    explicit SearchPlans(Project& project) : m_project(project) { }

    Result<SearchPlan> plan() const;
    /// All of them, in order: one step with what differs from what is kept. Those without a name and words are dropped.
    Result<void> setBlocks(const std::vector<PlannedBlock>& blocks);
    /// An empty query is none.
    Result<void> setQuery(const QString& database, const sources::Query& query);
    /// From the blocks, for each of these databases (all when empty), in one step; filters stay. What stood there is
    /// replaced, and undo brings it back. BadInput: there are no blocks.
    Result<QStringList> writeQueries(const QStringList& databases);

    /// The abstracts of this database may be passed on, says the team (rules of its licence).
    Result<void> setLicensed(const QString& database, bool licensed);
    [[nodiscard]] Result<bool> licensed(const QString& database) const;

private:
    Project& m_project;
};

} // namespace winnow
