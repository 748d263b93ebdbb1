// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "project/Project.h"

#include <QMap>
#include <QStringList>

#include <memory>
#include <optional>

namespace winnow {

class FoundRecords;
class ImportRun;

namespace formats {
struct Detected;
}

/// Whose the votes, notes and labels of one person in a file are (rules.md F1).
struct VotesOf {
    QString reviewer;
    std::optional<Stage> stage; ///< where the file does not say it; none: title and abstract
    bool blind = true; ///< no: people saw each other's votes; no agreement is computed from the file's

    VotesOf() = default;
    // Most often the name is all there is to be said.
    VotesOf(QString name) : reviewer(std::move(name)) { } // NOLINT(google-explicit-constructor)
    VotesOf(QString name, std::optional<Stage> at, bool wasBlind)
        : reviewer(std::move(name))
        , stage(at)
        , blind(wasBlind)
    {
    }
    bool operator==(const VotesOf&) const = default;
};
/// Person in the file → whose it is. "": what the file puts under no name, and the team's decisions; "*": everybody
/// else. A person who is missing is left out, and told of.
using VotesAs = QMap<QString, VotesOf>;

/// A list that another tool gives out as one file, so that the file is the decision (Covidence): final, nobody's vote.
enum class DecidedList { Irrelevant, Passed, Excluded, Included };

/// What a person said of a table's columns: heading → a word of Imports::columnFields().
using ColumnNames = QMap<QString, QString>;

/// What is known, or said, of how a file is to be read. Empty: guessed.
struct Reading {
    QString format; ///< id
    QString encoding;
    ColumnNames columns;

    bool operator==(const Reading&) const = default;
};

struct ImportRequest {
    QString file;
    Reading reading;
    QString source; ///< empty: as the file says, else its name
    std::optional<SourceKind> kind; ///< empty: by the source's name
    RunDetails details;
    VotesAs votesAs; ///< empty: nobody's; what people said stays with the raw text, and is told of
    std::optional<DecidedList> list; ///< all records of the file were decided so elsewhere
    RunId inPlaceOf; ///< an import of the same file, read wrongly: taken back in the same step
    std::shared_ptr<FoundRecords> found; ///< not a file of the reviewer's, but the answers to a search
};

struct ImportReport {
    RunId run; ///< none: all of it was here already, nothing was added
    QString file;
    QString format;
    QString encoding;
    qint64 records = 0; ///< entries that came in
    qint64 alreadyHere = 0; ///< entries left out: our own export back in its project, or the very same file
    qint64 repeats = 0; ///< joined: delivered before by the same source under the same accession number
    qint64 marks = 0; ///< votes, decisions, labels and notes that the file carried and that came in
    QStringList unknownPeople; ///< in the file's votes, named by nobody; "" for what stands under no name
    qint64 decisionsLeft = 0; ///< of the team that made the file, and not brought in, since nobody was named
    qint64 unreadableCount = 0;
    std::vector<Unreadable> unreadable; ///< the first 1,000; all of them are kept with the run
    qint64 bytes = 0;
    double seconds = 0;
};

/// A column of a table that is about to be read.
struct TableColumn {
    QString heading;
    QStringList cells; ///< the first three that are not empty, shortened
    QString field; ///< what is read from it: a word of Imports::columnFields()
};

/// What a file seems to be, before anything is imported.
struct ImportPreview {
    QString file;
    QString format; ///< id
    QString formatName;
    QString encoding;
    std::vector<TableColumn> columns; ///< of a table
    bool readable = true; ///< no: a table in which nobody knows a title column yet
    QString source; ///< guess
    SourceKind kind = SourceKind::Database;
    qint64 bytes = 0;
};

/// An entry that could not be read, as a person mended it.
struct MendedEntry {
    qint64 line = 0; ///< where the entry stands in its file
    std::string text;
};

/// Entries of an import, mended: an import that belongs to another one.
struct Mends {
    RunId of;
    QString fileName; ///< what it is called in lists
    std::vector<qint64> lines;
};

struct MendReport {
    RunId run; ///< the import that the mended entries came in with; none: none of them could be read
    qint64 records = 0;
    std::vector<Unreadable> still; ///< those that could not be read again, at the line of the entry
};

/// Files in, and back out again.
class Imports {
public:
    explicit Imports(Project& project) : m_project(project) { }

    /// A format that reads, as it can be chosen by hand.
    struct FormatName {
        QString id;
        QString name;
    };
    [[nodiscard]] static std::vector<FormatName> readable();
    [[nodiscard]] static QStringList encodings();
    [[nodiscard]] static QStringList columnFields();

    /// Errors as formats::detect. A table with unknown columns is no error: it is not `readable`.
    Result<ImportPreview> preview(const QString& file, const Reading& reading = {}) const;
    /// Reads, keeps and counts one file: in batches through the write lane, so that votes go on meanwhile; visible all
    /// at once at the end. Cancelled or failed: nothing of it is there.
    Result<ImportReport> import(const ImportRequest& request, const JobContext& job);
    /// One step. An import of many records (isLong) goes in portions, so that votes go between: that is work for a job.
    Result<void> takeBack(RunId run, const JobContext& job = {});
    Result<void> bringBack(RunId run, const JobContext& job = {});
    [[nodiscard]] static bool isLong(const Run& run);
    Result<void> setDetails(RunId run, const RunDetails& details);
    /// Those that were not mended since.
    Result<std::vector<Unreadable>> unreadable(RunId run) const;
    /// The whole entry, or what stands in its place, as the kept file has it.
    Result<std::string> entryText(RunId run, qint64 line) const;
    /// Reads mended entries as the import's reader does. Those that are whole now come in together, as an import of
    /// their own that belongs to `run`: with its source, taken back and brought back with it. The unreadable entries
    /// stay in the file as facts; the log holds which lines were mended, and what they are now is kept like any file.
    Result<MendReport> mend(RunId run, const std::vector<MendedEntry>& entries, const JobContext& job);

    /// An import's id, the same in every copy of the project; none: there is no such import.
    [[nodiscard]] QString uid(RunId run) const;
    [[nodiscard]] RunId fromUid(QStringView uid) const;
    /// Removes what imports that never ended left behind. Called when a project is opened.
    Result<void> sweep(const JobContext& job);
    /// Builds the find index for records that are not in it yet, in small batches.
    Result<void> buildFindIndex(const JobContext& job);
    [[nodiscard]] bool findIndexComplete() const;

private:
    Result<ImportReport> import(const ImportRequest& request, const Mends& mends, const JobContext& job);
    Result<void> importAgain(const ImportRequest& request, const formats::Detected& detected, ImportReport& report,
                             const JobContext& job);
    Result<void> conclude(const ImportRequest& request, const std::string& mends, const ImportRun& in, qint64 first,
                          ImportReport& report);
    Project& m_project;
};

} // namespace winnow
