// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Notice.h"
#include "domain/Record.h"
#include "project/Project.h"

#include <QDateTime>

#include <functional>
#include <optional>
#include <span>

namespace winnow {

/// What a list shows of a record.
struct RecordBrief {
    RecordId id;
    qint64 number = 0; ///< "#1204": the same in every copy (rules.md D2)
    std::string title;
    std::string firstAuthor; ///< family name
    int authors = 0;
    int year = 0;
    std::string journal;
    std::string type;
    bool hasAbstract = false;
    SourceId source;
    Place place = Place::AwaitingScreening; ///< of its report, as RecordView's
    ReasonId reason;
    std::optional<NoticeKind> notice; ///< of its report, the weightiest
};

/// A record in full, edits applied, with where it came from and what it is joined with.
struct RecordView {
    Record record;
    RecordId id;
    QString uid; ///< the same in every copy: what commands print
    qint64 number = 0; ///< "#1204"
    QString name; ///< "Burt 2019"; shortNames() knows the letters
    ReportId report;
    QString reportUid;
    std::vector<RecordId> members; ///< of its report, itself included
    RunId run;
    SourceId source;
    /// Of its report; where others have decided before me: as if they had not, until I have voted (rules.md C1).
    Place place = Place::AwaitingScreening;
    ReasonId reason;
    std::vector<Field> edited;
    qint64 line = 0; ///< in its file
};

/// One line of the audit trail.
struct LogEntry {
    QString id; ///< "stamp-replica" in hexadecimal
    QString step; ///< id of the action it belongs to
    qint64 at = 0; ///< ms since 1970
    ReviewerId by;
    QString kind; ///< machine word
    QString subject; ///< uid of the record, name of the person, list entry …
    RecordId record; ///< if it speaks of one
    qint64 number = 0; ///< its human number
    QString value;
    bool undo = false;
    qint64 arrival = 0; ///< order in this copy
};

/// The records behind each number that can be clicked. Keys are those of the figures: "database_results",
/// "database_results/PubMed", "dbr_excluded/Wrong population", "awaiting_screening" …
class Records {
public:
    explicit Records(Project& project) : m_project(project) { }

    /// One per report, in order of import.
    Result<std::vector<RecordId>> reports() const;
    /// Every entry of live imports.
    Result<std::vector<RecordId>> all() const;
    Result<std::vector<RecordId>> ofSource(SourceId source) const;
    Result<std::vector<RecordId>> ofRun(RunId run) const;
    Result<std::vector<RecordId>> ofBox(const QString& key) const;
    /// How many of a box are not among them for me before I have voted on them myself (rules.md C1).
    Result<qint64> withheldFrom(const QString& key) const;
    Result<std::vector<RecordBrief>> briefs(std::span<const RecordId> ids) const;
    Result<RecordView> record(RecordId id) const;
    /// The entry as it stands in its file.
    Result<std::string> rawText(RecordId id) const;
    /// What anybody did about it, as far as the viewer may see; newest first.
    Result<std::vector<LogEntry>> history(RecordId id) const;
    Result<void> edit(RecordId id, Field field, const std::string& text);
    /// What commands take, a uid or "#1204", to the record; none if unknown.
    [[nodiscard]] RecordId fromUid(QStringView uid) const;
    [[nodiscard]] qint64 number(RecordId id) const;
    [[nodiscard]] QString uid(RecordId id) const;
    /// Records whose title, abstract, authors or keywords hold all words of `query` (the last one as a beginning),
    /// and those whose DOI, PMID, PMCID, NCT or short number it is ("#1204": that one alone); in the order of `within`
    /// (of import when empty), the first `limit`.
    Result<std::vector<RecordId>> find(const QString& query, std::span<const RecordId> within, qint64 limit) const;

private:
    Project& m_project;
};

/// The audit trail and the way back through it.
class History {
public:
    explicit History(Project& project) : m_project(project) { }

    /// In order of arrival, from `since` (ms since 1970) on, the first `limit`.
    Result<std::vector<LogEntry>> entries(qint64 since, qint64 limit) const;
    /// The next page: those that arrived after `arrival` (LogEntry::arrival of the last one shown).
    Result<std::vector<LogEntry>> entriesAfter(qint64 arrival, qint64 since, qint64 limit) const;

    /// What a step was about, from its first change.
    struct Step {
        QString id;
        QString kind; ///< as in LogEntry
        RecordId record; ///< to jump to, if it speaks of one
        std::optional<Stage> stage; ///< of a vote, note, label, answer or resolution
        qint64 changes = 0;
        bool manyRecords = false; ///< it takes an import of many records back, or brought it in

        bool operator==(const Step&) const = default;
    };
    using Accepts = std::function<bool(const Step&)>;

    /// What undo (redo) would take next. NothingToUndo.
    Result<Step> nextToUndo() const;
    Result<Step> nextToRedo() const;
    /// Takes back the acting reviewer's last step that is not undone, if `accepts` agrees when it is told what that is:
    /// a room undoes what was done in it. A step of very many changes (isLong) is undone in portions, so that votes go
    /// between. NothingToUndo, StepElsewhere (context: the kind), HeldByAnother, CannotBeUndone, StepUnfinished,
    /// Cancelled; nothing is changed then.
    Result<Step> undo(const Accepts& accepts = {}, const JobContext& job = {});
    Result<Step> redo(const Accepts& accepts = {}, const JobContext& job = {});
    /// The step that a change named by its id belongs to.
    Result<Step> undoStepOf(QStringView changeId, const JobContext& job = {});
    /// Undoing it takes some seconds: work for a job.
    [[nodiscard]] static bool isLong(const Step& step);

private:
    Project& m_project;
};

} // namespace winnow
