// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Imports.h"

#include "store/RunFacts.h"
#include "store/Store.h"

#include <algorithm>

/// The index that find as you type asks, built after an import while people go on voting.
namespace winnow {
namespace {

using store::WriteScope;

/// A vote waits for one batch at most, so a batch may hold the lane for so long.
constexpr std::chrono::duration<double, std::milli> batchTime{4};

/// How much the next batch holds: so much that it should take as long as a batch may.
struct BatchSize {
    qint64 now, least, most;

    /// One that had less to do than it holds was quick for that: it says nothing of a larger one.
    void learn(std::chrono::duration<double, std::milli> took, bool wasFull)
    {
        const double factor = std::clamp(batchTime / std::max(took, batchTime / 8), 0.5, wasFull ? 1.25 : 1.0);
        now = std::clamp(qint64(double(now) * factor), least, most);
    }
};

/// `work` returns how much it did.
template <class Work> Result<void> inBulk(store::Store& store, BatchSize& size, Work work)
{
    qint64 did = 0;
    const auto committed = store.write(store::Priority::Portion, [&](WriteScope& scope) -> Result<void> {
        did = work(scope);
        return {};
    });
    if (!committed)
        return Failure(committed.error());
    size.learn(committed->took, did >= size.now);
    return {};
}

/// Brings what came together in small parts into larger ones, until nothing is to merge.
Result<void> mergeAll(store::Store& store, BatchSize& pages, const JobContext& job)
{
    for (bool more = true; more && !job.cancelled();) {
        const auto merged = inBulk(store, pages, [&](WriteScope& scope) {
            const qint64 rows = store::mergeFind(scope, pages.now);
            more = rows > 0;
            return rows;
        });
        if (!merged)
            return merged;
    }
    return {};
}

} // namespace

Result<void> Imports::buildFindIndex(const JobContext& job)
{
    store::Store& store = m_project.store();
    const auto last = store.read([](store::Reader& reader) { return store::lastRecord(reader); });
    const auto from = store.read([](store::Reader& reader) { return store::findIndexedUpTo(reader); });
    if (!last || !from)
        return Failure((last ? from : last).error());
    BatchSize records{100, 10, 2000};
    BatchSize pages{16, 4, 500};
    for (qint64 at = *from, mark = 0; at < *last && !store.readOnly(); at = mark) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled);
        const auto indexed = inBulk(store, records, [&](WriteScope& scope) {
            if (at == *from)
                store::mergeFindByHand(scope);
            mark = store::indexNext(scope, records.now);
            return mark - at;
        });
        if (!indexed)
            return indexed;
        if (mark == at)
            return {};
        if (const auto merged = mergeAll(store, pages, job); !merged)
            return merged;
        job.report(mark, *last);
    }
    return {};
}

bool Imports::findIndexComplete() const
{
    const auto complete = m_project.store().read(
        [](store::Reader& reader) { return store::findIndexedUpTo(reader) >= store::lastRecord(reader); });
    return complete && *complete;
}

} // namespace winnow
