// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Reader.h"
#include "store/WriteScope.h"

#include <optional>
#include <string>
#include <vector>

namespace winnow::store {

// Searches on their way into this copy: answers are kept as they come (schema/0009_searches.sql).

struct Fetch {
    qint64 id = 0;
    std::string asked; ///< JSON
    qint64 began = 0; ///< ms since 1970
    qint64 brought = 0; ///< so many of the answers came in already
    qint64 answers = 0;

    bool operator==(const Fetch&) const = default;
};

struct FetchedAnswer {
    qint64 at = 0;
    std::string address;
    int status = 200;
    qint64 bytes = 0; ///< unpacked
    std::string hash;
    bool records = false;
    std::string packed; ///< compress()

    bool operator==(const FetchedAnswer&) const = default;
};

[[nodiscard]] qint64 beginFetch(WriteScope& scope, const std::string& asked);
void addFetched(WriteScope& scope, qint64 fetch, qint64 number, const FetchedAnswer& answer);
void noteBrought(WriteScope& scope, qint64 fetch, qint64 answers);
/// Up to `limit` of its answers, and with the last of them the fetch itself. False: nothing is left of it.
bool dropFetch(WriteScope& scope, qint64 fetch, qint64 limit);

/// In the order in which they began.
[[nodiscard]] std::vector<Fetch> fetches(Reader& reader);
[[nodiscard]] std::optional<FetchedAnswer> fetchedAnswer(Reader& reader, qint64 fetch, qint64 number);

/// The searches of the log that count: name and JSON, in the order in which they were made.
[[nodiscard]] std::vector<std::pair<qint64, std::string>> searchesOf(Reader& reader);
/// What is planned: slot and JSON of each block or draft (SearchBlock, SearchDraft).
[[nodiscard]] std::vector<std::pair<qint64, std::string>> plannedOf(Reader& reader, ChangeKind kind);
/// The team says that it may pass on the abstracts that came from this database.
[[nodiscard]] bool abstractsLicensed(Reader& reader, std::string_view database);

} // namespace winnow::store
