// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ImportRun.h"

#include "deduplication/Normalise.h"
#include "project/FoundRecords.h"
#include "project/ImportMarks.h"
#include "project/Writing.h"

#include <future>

namespace winnow {

/// A batch that the lane works on, and its answer. It stays ours: memory is given back by the thread that asked for it,
/// else both threads wait for the allocator most of the time.
struct SentBatch {
    ImportRun::Batch batch;
    std::promise<Result<void>> promise;
    std::future<Result<void>> answer = promise.get_future();
};

namespace {

constexpr size_t batchRecords = 128;
constexpr size_t batchBytes = 256 * 1024; // some 2 ms of writing: what a vote may have to wait for
constexpr size_t listedUnreadable = 1000;

} // namespace

ImportRun::ImportRun(Project& project, const ImportRequest& request, const JobContext& job, RunId run,
                     qint64 firstRecord)
    : m_project(project)
    , m_request(request)
    , m_job(job)
    , m_run(run)
    , m_first(firstRecord)
{
    m_batch.first = firstRecord;
}

ImportRun::~ImportRun()
{
    waitForBatch();
}

bool ImportRun::record(Record&& record, const RawSpan& raw)
{
    if (!record.winnowId.empty() && isHere(record.winnowId)) {
        ++alreadyHere; // our own export, back in the project that it came from (rules.md D3)
        return m_failed.has_value() && !m_job.cancelled();
    }
    auto keys = deduplication::keysOf(record);
    if (m_request.found && !m_request.found->take(record, m_first + records, keys.accession)) {
        ++alreadyHere;
        return m_failed.has_value() && !m_job.cancelled();
    }
    if (m_request.list) // the file is the decision: what its notes say of single votes stays there
        record.marks = decisionsOf(*m_request.list, record);
    if (!record.marks.empty())
        marks.push_back({m_first + records, std::move(record.marks)});
    for (Notice& notice : noticesOf(record))
        notices.emplace_back(m_first + records, std::move(notice));
    store::NewRecord fresh;
    fresh.origin = originOf(record.database);
    m_batch.bytes += size_t(raw.length);
    fresh.raw = raw;
    fresh.doiKey = keys.doi;
    fresh.pmidKey = keys.pmid;
    fresh.titleKey = keys.title;
    fresh.accessionKey = keys.accession;
    fresh.record = std::move(record);
    m_batch.records.push_back(std::move(fresh));
    ++records;
    if (m_batch.records.size() >= batchRecords || m_batch.bytes >= batchBytes)
        handOver();
    return m_failed.has_value() && !m_job.cancelled();
}

void ImportRun::unreadable(Unreadable&& entry)
{
    ++unreadableCount;
    if (firstUnreadable.size() < listedUnreadable)
        firstUnreadable.push_back(entry);
    m_batch.bytes += entry.text.size();
    m_batch.unreadable.push_back(std::move(entry));
    if (m_batch.unreadable.size() >= batchRecords || m_batch.bytes >= batchBytes)
        handOver();
}

bool ImportRun::progress(qint64 bytesRead)
{
    m_job.report(bytesRead, totalBytes, m_request.file);
    return m_failed.has_value() && !m_job.cancelled();
}

void ImportRun::rawBytes(std::string_view original)
{
    while (!original.empty()) {
        const size_t n = std::min(original.size(), size_t(store::chunkBytes) - m_tail.size());
        m_tail.append(original.substr(0, n));
        original.remove_prefix(n);
        if (m_tail.size() == size_t(store::chunkBytes))
            packChunk();
    }
}

Result<void> ImportRun::finish()
{
    if (!m_tail.empty())
        packChunk();
    handOver();
    waitForBatch();
    if (origins.empty())
        origins.emplace_back();
    return m_failed;
}

/// A file of several databases keeps them apart (rules.md F2), unless the reviewer has said which one it is.
qint64 ImportRun::originOf(const std::string& database)
{
    const std::string& name = m_request.source.isEmpty() ? database : std::string();
    const auto [at, isNew] = m_originIndex.try_emplace(name, qint64(origins.size()));
    if (isNew)
        origins.push_back(name);
    return at->second;
}

bool ImportRun::isHere(const std::string& winnowId) const
{
    return bool(store::recordFromUid(*m_project.store().catalog(), QString::fromStdString(winnowId)));
}

void ImportRun::packChunk()
{
    m_batch.chunks.emplace_back(m_chunks++, store::compress(m_tail));
    m_batch.bytes += m_batch.chunks.back().second.size();
    m_tail.clear();
}

void ImportRun::waitForBatch()
{
    if (!m_sent)
        return;
    const Result<void> result = m_sent->answer.get();
    m_sent.reset();
    if (!result && m_failed)
        m_failed = result;
}

void ImportRun::handOver()
{
    waitForBatch();
    if (!m_failed || (m_batch.records.empty() && m_batch.unreadable.empty() && m_batch.chunks.empty()))
        return;
    m_sent = std::make_unique<SentBatch>();
    m_sent->batch = std::move(m_batch);
    m_batch = Batch();
    m_batch.first = m_sent->batch.first + qint64(m_sent->batch.records.size());
    m_project.store().post(
        store::Priority::Portion,
        [&batch = m_sent->batch, run = m_run](store::WriteScope& scope) -> Result<void> {
            store::addRecords(scope, batch.first, batch.records);
            store::addUnreadable(scope, run, batch.unreadable);
            for (const auto& [number, bytes] : batch.chunks)
                store::addChunk(scope, run, number, bytes);
            return {};
        },
        [sent = m_sent.get()](const Result<store::Committed>& committed) { sent->promise.set_value(done(committed)); });
}

} // namespace winnow
