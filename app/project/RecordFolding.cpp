// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/RecordFolding.h"

namespace winnow {
namespace {

constexpr std::size_t batchRecords = 512;

} // namespace

void RecordFolding::add(Record&& record)
{
    ++m_count;
    m_coming.push_back(std::move(record));
    if (m_coming.size() == batchRecords)
        handOver();
}

void RecordFolding::wait()
{
    if (m_answer.valid())
        m_answer.get();
}

void RecordFolding::handOver()
{
    wait();
    m_sent.swap(m_coming);
    m_coming.clear();
    m_answer = std::async(std::launch::async, [this] {
        for (const Record& record : m_sent) {
            FoldedRecord folded;
            folded.traits = deduplication::traitsOf(record);
            folded.keys = deduplication::blockKeys(folded.traits);
            m_folded.push_back(std::move(folded));
        }
    });
}

std::vector<FoldedRecord> RecordFolding::take()
{
    handOver();
    wait();
    return std::move(m_folded);
}

} // namespace winnow
