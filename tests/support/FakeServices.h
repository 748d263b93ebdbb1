// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/LocalServer.h"

#include <QDate>

#include <set>

/// Databases that exist in tests only: they answer any query with the same numbered records, in the shapes of the real
/// services.
namespace winnow::test {

struct FakeSet {
    qint64 records = 0; ///< numbered from 1
    std::set<qint64> missing = {}; ///< declared and never delivered
    QDate firstCreated{2001, 1, 1}; ///< record n was created `perDay` to a day from then on
    qint64 perDay = 100;
    qint64 pageMost = 1'000'000; ///< whatever is asked for
    int abstractWords = 20;
    std::set<qint64> changed = {}; ///< these have another title than at first
};

/// esearch.fcgi and efetch.fcgi, by history and by id; slices by [crdt]; never more than 9,999.
[[nodiscard]] Reply fakePubmed(const Asked& asked, const FakeSet& set);
/// /studies, by page tokens.
[[nodiscard]] Reply fakeTrials(const Asked& asked, const FakeSet& set);
/// /search, by cursorMark.
[[nodiscard]] Reply fakeEuropePmc(const Asked& asked, const FakeSet& set);
/// /works, by cursor or page.
[[nodiscard]] Reply fakeOpenAlex(const Asked& asked, const FakeSet& set);
/// /works, by cursor.
[[nodiscard]] Reply fakeCrossref(const Asked& asked, const FakeSet& set);
/// /content/search/scopus, by cursor or start.
[[nodiscard]] Reply fakeScopus(const Asked& asked, const FakeSet& set);

} // namespace winnow::test
