// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/FoundRecords.h"
#include "project/Searches.h"
#include "store/Fetches.h"

#include <memory>

class QIODevice;

namespace winnow {

/// What a fetch in the store was begun for.
struct AskedFor {
    SearchRequest request;
    QString name; ///< of its first search record
    QString of; ///< the search that it repeats

    bool operator==(const AskedFor&) const = default;
};
[[nodiscard]] std::string packAsked(const AskedFor& asked);
[[nodiscard]] AskedFor unpackAsked(const std::string& packed);

/// One fetch on its way: learns from the answers that are kept, asks for the others, keeps them, and brings in what
/// has not come in yet.
class SearchRun {
public:
    SearchRun(Project& project, Online& online, const sources::Service& service, AskedFor asked, store::Fetch fetch);

    Result<SearchReport> run(const JobContext& job);

private:
    Result<void> replay(const JobContext& job);
    Result<void> fetch(const JobContext& job);
    void tell(const JobContext& job, const QString& what) const;
    Result<void> keep(const net::Request& request, const net::Answer& answer, bool records);
    Result<RunId> bringIn();
    Result<bool> writeAnswers(QIODevice& file);
    Result<DeliveredBefore> before() const;
    [[nodiscard]] SearchRecord told() const;
    Result<void> noteWithoutRecords(const SearchRecord& search);
    Result<void> letGo();

    Project& m_project;
    Online& m_online;
    const sources::Service& m_service;
    AskedFor m_asked;
    store::Fetch m_fetch;
    sources::Access m_access;
    std::unique_ptr<sources::Walk> m_walk;
    qint64 m_broughtRecords = 0; ///< came in with the parts before: the limit is for all parts together
    bool m_complete = false;
    SearchRecord m_search;
};

} // namespace winnow
