// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "net/Pause.h"
#include "project/Online.h"
#include "project/Project.h"
#include "project/SearchLog.h"

#include <vector>

namespace winnow {

struct SearchRequest {
    QString database; ///< id or name of a service
    sources::Query query;

    bool operator==(const SearchRequest&) const = default;
};

struct SearchReport {
    SearchRecord search; ///< as the log has it; without a name if it only counted
    RunId run; ///< none: nothing came in
    bool resumed = false; ///< it went on where it had stopped
    double seconds = 0;
};

/// A search that has not ended: its answers are kept in this copy, and it can go on.
struct UnfinishedSearch {
    qint64 fetch = 0;
    SearchRequest request;
    qint64 began = 0; ///< ms since 1970
    qint64 answers = 0;
    QString of;

    bool operator==(const UnfinishedSearch&) const = default;
};

/// A database or register that can be searched from here.
struct Searchable {
    QString id;
    QString name;
    QString example; ///< of its syntax
    QString credit; ///< what its terms want to be said
    SourceKind kind = SourceKind::Database;
    bool needsKey = false;
    bool takesKey = false;
};

/// A query with the text that its filters add, and what the database cannot do.
struct Phrased {
    QString sent;
    QStringList warnings;

    bool operator==(const Phrased&) const = default;
};

/// Searches in databases and registers. Answers are kept as they come; when a search ends, for whatever reason, what
/// came of it comes in as an import, in one step that can be undone, and the log says what was searched for, what was
/// found, and what did not come and why. For threads of jobs; blocks.
class Searches {
public:
    Searches(Project& project, Online& online) : m_project(project), m_online(online) { }

    [[nodiscard]] static std::vector<Searchable> databases();
    /// Asks nobody. Nothing for a database that is not known.
    [[nodiscard]] static Phrased phrased(const SearchRequest& request);
    /// The same words: the day on which they are said does not matter.
    [[nodiscard]] static bool same(const SearchRequest& a, const SearchRequest& b);
    /// Asks for the number of hits; nothing is fetched and nothing is kept. Errors: UnknownDatabase, KeyMissing,
    /// BadInput (an empty query), those of net::HttpClient.
    Result<SearchReport> count(const SearchRequest& request, const JobContext& job);
    /// Fetches and brings in. One that was begun with the same words and has not ended goes on where it stopped. When
    /// it stops early, what came has come in, and the error says why: as count(), and SearchStopped.
    Result<SearchReport> search(const SearchRequest& request, const JobContext& job);
    /// The same search again: adds what is new, and what is not what it was. `name`: of a search or of its import.
    /// Errors: UnknownSearch, and as search().
    Result<SearchReport> rerun(const QString& name, const JobContext& job);
    Result<SearchReport> resume(qint64 fetch, const JobContext& job);
    /// Lets go of a search that has not ended. What came in of it stays.
    Result<void> giveUp(qint64 fetch);

    Result<std::vector<UnfinishedSearch>> unfinished() const;
    /// What came in with a search.
    [[nodiscard]] static Result<std::vector<RecordId>> recordsOf(const Project& project, const QString& name);
    /// All that count, in the order in which they were made.
    Result<std::vector<SearchRecord>> made() const;

private:
    Result<SearchReport> begin(const SearchRequest& request, const QString& of, const JobContext& job);
    Project& m_project;
    Online& m_online;
};

} // namespace winnow
