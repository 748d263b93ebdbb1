// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/DuplicateRecords.h"

#include "store/Pairs.h"

#include <algorithm>
#include <iterator>

namespace winnow {
namespace {

constexpr qint64 between = 1024; // records between two looks at whether to go on
constexpr qint64 chunkRecords = 1000;

/// Where the chunk of kept keys begins that a record of the run stands in.
qint64 chunkOf(const store::RunInfo& run, qint64 record)
{
    return record - (record - run.first) % chunkRecords;
}

/// The bytes hold keys for each record of the chunk; they may have been kept by another version, or be damaged.
bool isWhole(const store::RunInfo& run, qint64 first, std::string_view packed)
{
    qint64 records = 0;
    const bool readable
        = deduplication::unpackKeys(packed, [&](std::size_t, std::span<const std::uint32_t>) { ++records; });
    return readable && records == std::min(chunkRecords, run.first + run.run.records - first);
}

} // namespace

void DuplicateRecords::readRuns(store::Reader& reader)
{
    for (const store::RunInfo& run : reader.catalog().runs) {
        if (!run.run.live)
            continue;
        m_runs.push_back(run.run.id.value);
        m_total += run.run.records;
    }
    const auto compared = store::comparedRuns(reader);
    m_compared.assign(m_runs.size(), std::vector<bool>(m_runs.size()));
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        for (std::size_t j = 0; j < m_runs.size(); ++j)
            m_compared[i][j] = !m_all && compared.contains({m_runs[i], m_runs[j]});
    }
    m_editedSince = store::editedSinceCompared(reader);
}

bool DuplicateRecords::anythingNew() const
{
    const auto isOpen
        = [](const std::vector<bool>& row) { return std::find(row.begin(), row.end(), false) != row.end(); };
    return !m_editedSince.empty() || std::any_of(m_compared.begin(), m_compared.end(), isOpen);
}

std::vector<std::pair<qint64, qint64>> DuplicateRecords::newlyCompared() const
{
    std::vector<std::pair<qint64, qint64>> pairs;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        for (std::size_t j = i; j < m_runs.size(); ++j) {
            if (!m_compared[i][j] || (i == j && !m_editedSince.empty()))
                pairs.emplace_back(m_runs[i], m_runs[j]);
        }
    }
    return pairs;
}

bool DuplicateRecords::read(store::Reader& reader, const JobContext& job)
{
    layOut(reader);
    deduplication::KeyTable table;
    const Positions unknown = takeKept(reader, table);
    std::vector<FoldedRecord> fresh = fold(reader, unknown, job);
    if (job.cancelled())
        return false;
    keepKeys(reader, unknown, fresh);
    readKnown(reader);
    if (unknown.size() == m_places.size()) {
        take(fresh);
        return true;
    }
    for (std::size_t i = 0; i < unknown.size(); ++i)
        table.add(unknown[i], fresh[i].keys);
    const Positions worth
        = withTheirOwn(table.worthReading([this](std::span<const std::uint32_t> set) { return holdsNew(set); }));
    Positions unread;
    std::set_difference(worth.begin(), worth.end(), unknown.begin(), unknown.end(), std::back_inserter(unread));
    std::vector<FoldedRecord> folded = fold(reader, unread, job);
    std::vector<FoldedRecord> both;
    both.reserve(worth.size());
    auto known = folded.begin();
    auto own = fresh.begin();
    auto next = unknown.begin();
    for (const std::uint32_t position : worth) {
        for (; next != unknown.end() && *next < position; ++next)
            ++own;
        const bool isFresh = next != unknown.end() && *next == position;
        both.push_back(std::move(isFresh ? *own : *known++));
    }
    take(both);
    narrowTo(worth);
    return !job.cancelled();
}

void DuplicateRecords::take(std::vector<FoldedRecord>& folded)
{
    m_traits.reserve(folded.size());
    for (FoldedRecord& record : folded)
        m_traits.push_back(std::move(record.traits));
}

void DuplicateRecords::layOut(store::Reader& reader)
{
    m_places.reserve(std::size_t(m_total));
    std::uint32_t number = 0;
    for (const store::RunInfo& run : reader.catalog().runs) {
        if (!run.run.live)
            continue;
        for (qint64 id = run.first; id < run.first + run.run.records; ++id)
            m_places.push_back({id, number, m_editedSince.contains(id)});
        ++number;
    }
    m_known.isNew = [this](std::uint32_t a, std::uint32_t b) { return isNew(a, b); };
}

DuplicateRecords::Positions DuplicateRecords::takeKept(store::Reader& reader, deduplication::KeyTable& table)
{
    std::vector<bool> known(m_places.size());
    const std::set<qint64> edited = store::editedRecords(reader);
    store::scanBlockKeys(reader, deduplication::blockKeysVersion, [&](qint64 first, std::string_view packed) {
        const store::RunInfo* run = reader.catalog().runOf(first);
        if (!run || !run->run.live || chunkOf(*run, first) != first || !isWhole(*run, first, packed))
            return;
        m_keptChunks.insert(first);
        const std::uint32_t from = positionOf(first);
        deduplication::unpackKeys(packed, [&](std::size_t i, std::span<const std::uint32_t> keys) {
            known[from + i] = !keys.empty() && !edited.contains(first + qint64(i));
            if (known[from + i])
                table.add(from + std::uint32_t(i), keys);
        });
    });
    Positions unknown;
    for (std::uint32_t i = 0; i < m_places.size(); ++i) {
        if (!known[i])
            unknown.push_back(i);
    }
    return unknown;
}

/// As many as asked for, unless it was cancelled.
std::vector<FoldedRecord> DuplicateRecords::fold(store::Reader& reader, const Positions& which, const JobContext& job)
{
    RecordFolding folding(which.size());
    const auto visit = [&](qint64 id, Record&& record) {
        while (m_places[which[folding.count()]].id < id)
            folding.add({}); // a damaged file: its text is not there
        folding.add(std::move(record));
        const auto count = qint64(folding.count());
        if (count % between == 0)
            job.report(count, qint64(which.size()));
        return count % between != 0 || !job.cancelled();
    };
    if (which.size() == m_places.size()) {
        store::scanComparable(reader, visit);
    } else {
        std::vector<qint64> ids;
        ids.reserve(which.size());
        for (const std::uint32_t position : which)
            ids.push_back(m_places[position].id);
        store::readComparable(reader, ids, visit);
    }
    std::vector<FoldedRecord> folded = folding.take();
    folded.resize(which.size());
    return folded;
}

/// Of chunks that are not there yet; edited records are read by every search, so that nothing is kept of them.
void DuplicateRecords::keepKeys(store::Reader& reader, const Positions& which, const std::vector<FoldedRecord>& folded)
{
    const std::set<qint64> edited = store::editedRecords(reader);
    deduplication::KeyPacker packer;
    for (std::size_t i = 0; i < which.size(); ++i) {
        const qint64 id = m_places[which[i]].id;
        const qint64 chunk = chunkOf(*reader.catalog().runOf(id), id);
        if (m_keptChunks.contains(chunk))
            continue;
        if (id == chunk && !m_freshKeys.empty())
            m_freshKeys.back().keys = packer.take();
        if (id == chunk)
            m_freshKeys.push_back({chunk, {}});
        packer.add(edited.contains(id) ? std::vector<std::uint32_t>() : folded[i].keys);
    }
    if (!m_freshKeys.empty())
        m_freshKeys.back().keys = packer.take();
}

std::uint32_t DuplicateRecords::positionOf(qint64 id) const
{
    const auto at = std::lower_bound(m_places.begin(), m_places.end(), id,
                                     [](const Place& place, qint64 wanted) { return place.id < wanted; });
    return std::uint32_t(at - m_places.begin());
}

bool DuplicateRecords::isNew(std::uint32_t a, std::uint32_t b) const
{
    const Place& left = m_places[a];
    const Place& right = m_places[b];
    return left.edited || right.edited || !m_compared[left.run][right.run];
}

/// Whether any two of them are new, without looking at each two: runs are few, sets may be large.
bool DuplicateRecords::holdsNew(std::span<const std::uint32_t> set) const
{
    Positions runs;
    for (const std::uint32_t position : set) {
        const Place& place = m_places[position];
        if (place.edited
            || (std::find(runs.begin(), runs.end(), place.run) != runs.end() && !m_compared[place.run][place.run]))
            return true;
        if (std::find(runs.begin(), runs.end(), place.run) == runs.end())
            runs.push_back(place.run);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (std::size_t j = i + 1; j < runs.size(); ++j) {
            if (!m_compared[runs[i]][runs[j]])
                return true;
        }
    }
    return false;
}

void DuplicateRecords::readKnown(store::Reader& reader)
{
    for (const auto& [report, id] : store::joinedPairs(reader))
        m_known.same.emplace_back(positionOf(report), positionOf(id));
    for (const store::Edge& edge : store::judgedPairs(reader)) {
        if (edge.same == store::Same::No)
            m_known.different.emplace_back(positionOf(edge.a), positionOf(edge.b));
    }
}

/// And all that they are joined with or were told apart from: whether two reports fit is asked of every member.
DuplicateRecords::Positions DuplicateRecords::withTheirOwn(const Positions& some) const
{
    std::vector<deduplication::Pair> edges;
    for (const auto* pairs : {&m_known.same, &m_known.different}) {
        for (const auto& [a, b] : *pairs) {
            edges.emplace_back(a, b);
            edges.emplace_back(b, a);
        }
    }
    std::sort(edges.begin(), edges.end());
    Positions all = some;
    std::vector<bool> in(m_places.size());
    for (const std::uint32_t position : some)
        in[position] = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::uint32_t from = all[i];
        for (auto at = std::lower_bound(edges.begin(), edges.end(), deduplication::Pair(from, 0));
             at != edges.end() && at->first == from; ++at) {
            if (!in[at->second])
                all.push_back(at->second);
            in[at->second] = true;
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// From here on positions are those of `worth`.
void DuplicateRecords::narrowTo(const Positions& worth)
{
    const auto narrow = [&](std::vector<deduplication::Pair>& pairs) {
        std::vector<deduplication::Pair> inside;
        for (const auto& [a, b] : pairs) {
            const auto left = std::lower_bound(worth.begin(), worth.end(), a);
            const auto right = std::lower_bound(worth.begin(), worth.end(), b);
            if (left != worth.end() && *left == a && right != worth.end() && *right == b)
                inside.emplace_back(left - worth.begin(), right - worth.begin());
        }
        pairs = std::move(inside);
    };
    narrow(m_known.same);
    narrow(m_known.different);
    std::vector<Place> places;
    places.reserve(worth.size());
    for (const std::uint32_t position : worth)
        places.push_back(m_places[position]);
    m_places = std::move(places);
}

} // namespace winnow
