// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"
#include "store/Change.h"
#include "store/Database.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace winnow::store {

/// Records in a row.
struct RecordRange {
    qint64 first = 1;
    qint64 last = 0;

    [[nodiscard]] bool empty() const { return last < first; }
    [[nodiscard]] qint64 records() const { return empty() ? 0 : last - first + 1; }
    [[nodiscard]] bool contains(qint64 record) const { return record >= first && record <= last; }
    [[nodiscard]] RecordRange within(RecordRange other) const
    {
        return {std::max(first, other.first), std::min(last, other.last)};
    }
};

/// A run with what the store needs to know of its records: they are `first` … `first + run.records - 1`.
struct RunInfo {
    Run run;
    std::string hash; ///< 10 bytes
    qint64 first = 0;
    qint64 base = 0; ///< human number of its first record: #1, #2 … (rules.md D2)
    qint64 bytes = 0;
    std::vector<std::string> origins;
    std::string columns; ///< what a person said of a table's columns
    std::string mends; ///< hash of the import whose entries these are, mended by hand; empty: an import of its own
    std::string search; ///< name of the search that it came with; empty: a file
    std::vector<qint64> mendedLines; ///< where those entries stand in that import's file
    std::vector<Stage> seenAt; ///< stages at which the votes in the file were not blind

    /// On its way out or in (RunTurning.h): records up to `boundary` are in where `below`, those after it where not.
    struct Turning {
        qint64 boundary = 0;
        bool below = false;
        bool leaving = false; ///< for a change that does not count yet
    };
    std::optional<Turning> turning;

    [[nodiscard]] bool contains(qint64 record) const { return all().contains(record); }
    [[nodiscard]] RecordRange all() const { return {first, first + run.records - 1}; }
    /// Its records that count.
    [[nodiscard]] RecordRange live() const;
};

/// The small things of a review, read whole: settings, people, lists and runs. A value; cheap to keep, never edited.
struct Catalog {
    std::string projectUid;
    ReviewSettings settings;
    std::vector<Reviewer> reviewers;
    std::vector<Criterion> criteria; ///< in order
    std::vector<Reason> reasons; ///< in the team's order, merged and removed ones left out
    std::vector<Label> labels;
    std::vector<Source> sources;
    std::vector<Study> studies;
    std::vector<RunInfo> runs; ///< loaded ones, by first record
    std::vector<Reason> formerReasons; ///< removed: still the name of what was excluded for them
    std::vector<PilotRound> pilots; ///< by stage, then number
    std::vector<ProtocolChange> protocol; ///< by date
    std::unordered_map<qint64, qint64> merged; ///< reason, label or criterion → the one it was merged into
    std::unordered_map<qint64, QString> formerNames; ///< of those, and of removed ones: the trail still tells of them
    std::unordered_map<qint64, SourceKind> sourceKinds;
    std::unordered_map<qint64, std::string> uids; ///< of all entities: what settles ties the same way in every copy

    [[nodiscard]] const RunInfo* runOf(qint64 record) const;
    [[nodiscard]] const RunInfo* run(RunId id) const;
    /// The imports of mended entries of this one.
    [[nodiscard]] std::vector<const RunInfo*> mendingsOf(const RunInfo& run) const;
    /// The record belongs to an import that has not been taken back.
    [[nodiscard]] bool isLive(qint64 record) const;
    [[nodiscard]] SourceId sourceOf(qint64 record, qint64 origin) const;
    [[nodiscard]] SourceKind kindOf(SourceId source) const;
    /// What stands for a reason (label, criterion) since it was merged into another one; else itself.
    [[nodiscard]] ReasonId effective(ReasonId reason) const { return ReasonId(standing(reason.value)); }
    [[nodiscard]] LabelId effective(LabelId label) const { return LabelId(standing(label.value)); }
    [[nodiscard]] CriterionId effective(CriterionId criterion) const { return CriterionId(standing(criterion.value)); }
    /// A label and all that were merged into it: what is marked with any of them is marked with it.
    [[nodiscard]] std::vector<LabelId> allOf(LabelId label) const;
    [[nodiscard]] std::vector<ReasonId> reasonOrder(Stage stage) const;
    /// And after them the removed ones, which exclusions may still stand on.
    [[nodiscard]] std::vector<ReasonId> countedReasons(Stage stage) const;
    /// The latest round of a stage; none: no pilot.
    [[nodiscard]] const PilotRound* pilot(Stage stage) const;
    /// Until the team says go, only the reports of its rounds are open.
    [[nodiscard]] bool pilotHolds(Stage stage) const;
    /// Who can be dealt reports of a stage, by 128-bit id.
    [[nodiscard]] std::vector<Screener> screeners(Stage stage) const;
    /// A number that scatters reports the same way in every copy.
    [[nodiscard]] quint64 scatterKey(qint64 record) const;
    /// "#1204" without the sign; 0: not in this copy.
    [[nodiscard]] qint64 numberOf(qint64 record) const;
    [[nodiscard]] qint64 recordNumbered(qint64 number) const;
    /// The smallest number that no import has claimed or may come to hold.
    [[nodiscard]] qint64 freeBase() const;
    /// The order of 128-bit record ids: the same in every copy, unlike local numbers.
    [[nodiscard]] bool uidLess(qint64 a, qint64 b) const;

    [[nodiscard]] const Reviewer* reviewer(QStringView name) const;
    [[nodiscard]] const Reviewer* reviewer(ReviewerId id) const;
    [[nodiscard]] const Reason* reason(Stage stage, QStringView text) const;
    [[nodiscard]] const Reason* reason(ReasonId id) const;
    [[nodiscard]] const Label* label(QStringView name) const;
    [[nodiscard]] const Label* label(LabelId id) const;
    [[nodiscard]] const Source* source(QStringView name) const;
    [[nodiscard]] const Source* source(SourceId id) const;
    [[nodiscard]] const Study* study(QStringView name) const;

private:
    [[nodiscard]] qint64 standing(qint64 entity) const;
};

/// Throws StoreError.
[[nodiscard]] Catalog loadCatalog(Database& db);

/// "3f2a…-1204": the run's hash in hexadecimal and the record's place in it, the same in every copy.
[[nodiscard]] QString recordUid(const Catalog& catalog, RecordId record);
/// The record that such a text names; none if it is not in this copy.
[[nodiscard]] RecordId recordFromUid(const Catalog& catalog, QStringView text);
/// The same for what people write: a uid, "#1204" or "1204".
[[nodiscard]] RecordId recordNamed(const Catalog& catalog, QStringView text);

} // namespace winnow::store
