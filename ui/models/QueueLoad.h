// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "models/QueueOrder.h"
#include "project/Screening.h"

#include <memory>
#include <vector>

namespace winnow::ui {

/// What a queue is asked to be.
struct QueueRequest {
    Stage stage = Stage::Title;
    QueueOrder order = QueueOrder::Imported;
    QueueFilter filter;

    bool operator==(const QueueRequest&) const = default;
};

/// Reports in the order of a queue, with my votes on them. `verdicts` runs beside `ids`: finding the next one without
/// a vote runs over bytes, whatever the size.
struct VoteSheet {
    std::shared_ptr<const std::vector<RecordId>> ids = std::make_shared<const std::vector<RecordId>>();
    MyVotes votes; ///< all of mine at the stage
    std::vector<quint8> verdicts;
};
[[nodiscard]] VoteSheet makeSheet(std::shared_ptr<const std::vector<RecordId>> ids, MyVotes votes);
/// My votes anew for the same queue; none while nobody acts. Not for the window's thread.
[[nodiscard]] Result<VoteSheet> readSheet(Project& project, Stage stage,
                                          const std::shared_ptr<const std::vector<RecordId>>& ids);

/// A queue as it was at one moment. It stays so while people vote: rows are marked, none moves or goes.
struct QueueSnapshot {
    QueueRequest request;
    VoteSheet sheet;
    Progressed progress;
    qint64 atStage = 0; ///< reports of the stage, whatever the filter
};

/// How many of my last votes the list of them shows.
inline constexpr int lastVotesShown = 50;

/// Reads, filters and orders a queue. Takes seconds where briefs of many records are needed (by year, by title): never
/// call it on the window's thread. Ends with Cancelled when the job is stopped.
[[nodiscard]] Result<QueueSnapshot> loadQueue(Project& project, const QueueRequest& request, const JobContext& job);

/// Whether ordering has to read every record: such a load is a job with progress.
[[nodiscard]] bool readsEveryRecord(QueueOrder order);

} // namespace winnow::ui
