// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchProject.h"

#include "base/Background.h"
#include "project/Searches.h"
#include "support/FakeServices.h"

#include <atomic>
#include <thread>

namespace winnow::bench {

/// A search of PubMed from a server in this program, in pages of 200 and past 9,999 records by slices. The server comes
/// after everybody else: in life it stands elsewhere.
class ServedSearch {
public:
    ServedSearch(const Clock& clock, long long records)
        : m_set{.records = records, .perDay = 20, .abstractWords = 120}
        , m_server([this](const test::Asked& asked) {
            workInBackground();
            return test::fakePubmed(asked, m_set);
        })
        , m_online(clock)
    {
        m_online.setAccesses([this](const sources::Service&) { return sources::Access{m_server.url(), {}, {}, {}}; });
    }
    /// Blocks until the records can be screened.
    SearchReport into(Project& project)
    {
        const SearchRequest request{QStringLiteral("pubmed"), {QStringLiteral("walking"), {}, 0, {}, false}};
        return orGiveUp(Searches(project, m_online).search(request, {}));
    }
    [[nodiscard]] const test::FakeSet& set() const { return m_set; }
    [[nodiscard]] const test::LocalServer& server() const { return m_server; }

private:
    test::FakeSet m_set;
    test::LocalServer m_server;
    Online m_online;
};

/// Somebody else's job in the same project: the search runs while this lives.
class SearchMeanwhile {
public:
    SearchMeanwhile(Project& project, const Clock& clock, long long records)
        : m_search(clock, records)
        , m_thread([this, &project] {
            workInBackground();
            m_records = m_search.into(project).search.records;
            m_running = false;
        })
    {
    }
    [[nodiscard]] bool running() const { return m_running; }
    /// Waits for the end. Answers how many records came in.
    qint64 finish()
    {
        m_thread.join();
        return m_records;
    }

private:
    ServedSearch m_search;
    std::atomic<bool> m_running = true;
    qint64 m_records = 0;
    std::jthread m_thread; // last: starts when all else stands
};

} // namespace winnow::bench
