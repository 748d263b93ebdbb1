// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Prisma.h"
#include "figures/FlowFigure.h"
#include "project/Project.h"

namespace winnow {

/// The PRISMA flow diagram of the review, from the tallies: never counted, never typed.
class Flow {
public:
    explicit Flow(Project& project) : m_project(project) { }

    Result<FlowCounts> counts() const;
    /// Declares a number that Winnow cannot compute (rules.md A8). BadInput for boxes that are computed.
    Result<void> declare(const QString& box, qint64 number, const QString& why);
    [[nodiscard]] static QStringList declarableBoxes();
    /// By extension: svg, pdf, png, csv (PRISMA2020 R package), json (boxes).
    Result<void> save(const QString& path, const figures::FlowOptions& options) const;

private:
    Project& m_project;
};

/// Which records an export holds.
enum class ExportSet { All, Included, Excluded, Conflicts, Unscreened };

struct ExportReport {
    QString out;
    qint64 records = 0;
    qint64 withoutAbstract = 0; ///< of these left out: the database's terms do not let it be passed on
};

class Exports {
public:
    explicit Exports(Project& project) : m_project(project) { }

    struct FormatName {
        QString name; ///< a proper name, not translated
        QString extension; ///< without a dot
    };
    /// What can be written, in the order in which it is listed to people.
    [[nodiscard]] static std::vector<FormatName> formats();
    /// By extension. One entry per report, with decisions, and the votes, reasons, labels and notes that the
    /// viewer may see.
    Result<ExportReport> save(const QString& path, ExportSet set, const JobContext& job) const;

private:
    Project& m_project;
};

/// Where the review stands, for `status` and the rail.
struct StageStatus {
    Stage stage = Stage::Title;
    qint64 reports = 0; ///< that have reached it
    qint64 pending = 0;
    qint64 conflicts = 0;
    qint64 included = 0;
    qint64 excluded = 0;
    std::vector<std::pair<ReviewerId, qint64>> votes; ///< how many each has cast, not which
};
struct Status {
    std::vector<StageStatus> stages;
    std::vector<NamedCount> sources;
    qint64 records = 0;
    qint64 reports = 0;
    qint64 studies = 0;
};
[[nodiscard]] Result<Status> statusOf(Project& project);

/// What is wrong with a file, in machine words with a detail; empty: nothing.
struct Problem {
    QString what;
    QString detail;
};
/// File integrity, the log against the folded tables, the tallies against counts.
[[nodiscard]] Result<std::vector<Problem>> check(Project& project, const JobContext& job);
/// Rebuilds everything derived from facts and log.
Result<void> repair(Project& project, const JobContext& job);

} // namespace winnow
