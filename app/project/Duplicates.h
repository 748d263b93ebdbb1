// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Duplicate.h"
#include "project/Project.h"

#include <map>
#include <optional>
#include <vector>

namespace winnow {

struct DedupeOptions {
    /// Pairs that score at least this are joined. The usual one joins what is certain by a rule; a lower one also what
    /// is only likely, a higher one leaves more to a person.
    double threshold = usual;
    bool dryRun = false; ///< count only

    static constexpr double usual = 0.9;
};

struct DedupeReport {
    qint64 records = 0;
    qint64 reports = 0; ///< clusters afterwards
    qint64 joined = 0; ///< pairs joined by this run
    qint64 doubtful = 0; ///< pairs that wait for a person, of this run and earlier ones
    qint64 untouched = 0; ///< records that are alone in their report and in no doubtful pair
    std::map<JoinRule, qint64> byRule; ///< of `joined`
    bool nothingNew = false; ///< all had been looked through before
    double seconds = 0;
};

/// Two records that may be the same.
struct DoubtfulPair {
    RecordId a;
    RecordId b;
    double score = 0;
    PairDoubt doubt = PairDoubt::None;

    bool operator==(const DoubtfulPair&) const = default;
};

/// Why a record is joined with the others of its report.
struct JoinedBy {
    RecordId other; ///< the one it was joined with directly
    bool byPerson = false;
    JoinRule rule = JoinRule::None;
    double score = 0;
};

/// A person's "different" about two records that other joins bring together all the same.
struct PairContradiction {
    RecordId a;
    RecordId b;
    std::vector<RecordId> chain; ///< from `a` to `b`, over the joins of which one must be wrong

    bool operator==(const PairContradiction&) const = default;
};

class Duplicates {
public:
    explicit Duplicates(Project& project) : m_project(project) { }

    /// Looks for duplicates among what is new since the last time (imports, and records edited since) and all else.
    /// Certain pairs are joined, doubtful ones queued, in one step that can be undone; it is written in portions, so
    /// that votes go between. What a person has decided stays. Errors: Cancelled (nothing of it is left, whenever that
    /// was said; so it is after a kill, unless the step was whole already: then the next opening folds in the rest),
    /// ReadOnlyProject.
    Result<DedupeReport> find(const JobContext& job, const DedupeOptions& options = {});

    /// The doubtful pairs that nobody has judged, the most alike first, one for each two reports.
    Result<std::vector<DoubtfulPair>> queue() const;
    /// How two records compare, field by field; what one of them lacks is left out.
    Result<std::vector<AspectAccord>> compare(RecordId a, RecordId b) const;
    Result<std::optional<JoinedBy>> joinedBy(RecordId record) const;
    Result<std::vector<PairContradiction>> contradictions() const;

    /// A person's word on two records: stands above any automatic one.
    Result<void> judge(RecordId a, RecordId b, bool same);
    /// All doubtful pairs that score at least this are the same: one step. How many they were.
    Result<qint64> acceptAbove(double score, const JobContext& job = {});
    /// Different reports of one study (rules.md A2): not joined, but grouped, in one step. The study is the one that
    /// either belongs to, else a new one, named after `a`.
    Result<void> link(RecordId a, RecordId b);

private:
    Project& m_project;
};

} // namespace winnow
