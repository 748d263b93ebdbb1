// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Notice.h"
#include "formats/Read.h"
#include "project/Imports.h"
#include "store/RunFacts.h"

#include <map>

namespace winnow {

/// One file on its way in: takes what the reader finds and hands it to the write lane in batches. Parsing and packing
/// happen on the calling thread while the lane writes the batch before.
class ImportRun final : public formats::ReadSink {
public:
    ImportRun(Project& project, const ImportRequest& request, const JobContext& job, RunId run, qint64 firstRecord);
    ~ImportRun() override;

    bool record(Record&& record, const RawSpan& raw) override;
    void unreadable(Unreadable&& entry) override;
    bool progress(qint64 bytesRead) override;
    void rawBytes(std::string_view original) override;

    /// Writes what is still held back and waits for the lane.
    Result<void> finish();

    struct MarksOf {
        qint64 record = 0;
        std::vector<CarriedMark> marks;
    };

    qint64 totalBytes = 0;
    qint64 records = 0;
    qint64 unreadableCount = 0;
    qint64 alreadyHere = 0;
    std::vector<Unreadable> firstUnreadable;
    std::vector<std::string> origins; ///< database names met, in order
    std::vector<MarksOf> marks; ///< votes and notes that the file carries
    std::vector<std::pair<qint64, Notice>> notices; ///< what records say of themselves

    struct Batch {
        qint64 first = 0;
        std::vector<store::NewRecord> records;
        std::vector<Unreadable> unreadable;
        std::vector<std::pair<qint64, std::string>> chunks;
        size_t bytes = 0;
    };

private:
    qint64 originOf(const std::string& database);
    bool isHere(const std::string& winnowId) const;
    void packChunk();
    void handOver();
    void waitForBatch();

    Project& m_project;
    const ImportRequest& m_request;
    const JobContext& m_job;
    RunId m_run;
    qint64 m_first;
    Batch m_batch;
    std::string m_tail; ///< bytes of the file that do not fill a chunk yet
    qint64 m_chunks = 0;
    std::map<std::string, qint64> m_originIndex;
    std::unique_ptr<struct SentBatch> m_sent; ///< what the lane works on
    Result<void> m_failed;
};

} // namespace winnow
