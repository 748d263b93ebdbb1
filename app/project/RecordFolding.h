// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/BlockKeys.h"
#include "domain/Record.h"

#include <future>
#include <vector>

namespace winnow {

/// A record as duplicates are looked for.
struct FoldedRecord {
    deduplication::Traits traits;
    std::vector<std::uint32_t> keys;
};

/// Folds records on a second thread, in the order they come, while the first one reads on.
class RecordFolding {
public:
    explicit RecordFolding(std::size_t records) { m_folded.reserve(records); }

    void add(Record&& record);
    /// How many have come.
    [[nodiscard]] std::size_t count() const { return m_count; }
    /// All of them.
    [[nodiscard]] std::vector<FoldedRecord> take();

private:
    void handOver();
    void wait();

    std::vector<Record> m_coming;
    std::vector<Record> m_sent; ///< stays ours: memory is given back by the thread that asked for it
    std::vector<FoldedRecord> m_folded;
    std::future<void> m_answer;
    std::size_t m_count = 0;
};

} // namespace winnow
