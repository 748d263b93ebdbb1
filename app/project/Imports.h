// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "project/Project.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace winnow {

class ImportRun;

struct ImportRequest {
    QString file;
    QString format; ///< empty: detected
    QString source; ///< empty: as the file says, else its name
    std::optional<SourceKind> kind; ///< empty: by the source's name
    RunDetails details;
    QMap<QString, QString>
        votesAs; ///< person in the file → reviewer; "*": everybody. Empty: marks stay with the raw text
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
    QStringList unknownPeople; ///< in the file's votes, named by nobody
    qint64 unreadableCount = 0;
    std::vector<Unreadable> unreadable; ///< the first 1,000; all of them are kept with the run
    qint64 bytes = 0;
    double seconds = 0;
};

/// What a file seems to be, before anything is imported.
struct ImportPreview {
    QString file;
    QString format; ///< id
    QString formatName;
    QString encoding;
    QString source; ///< guess
    SourceKind kind = SourceKind::Database;
    qint64 bytes = 0;
};

/// Files in, and back out again.
class Imports {
public:
    explicit Imports(Project& project) : m_project(project) { }

    Result<ImportPreview> preview(const QString& file, const QString& format = {}) const;
    /// Reads, keeps and counts one file: in batches through the write lane, so that votes go on meanwhile; visible all
    /// at once at the end. Cancelled or failed: nothing of it is there.
    Result<ImportReport> import(const ImportRequest& request, const JobContext& job);
    Result<void> takeBack(RunId run);
    Result<void> bringBack(RunId run);
    Result<void> setDetails(RunId run, const RunDetails& details);
    Result<std::vector<Unreadable>> unreadable(RunId run) const;
    /// Removes what imports that never ended left behind. Called when a project is opened.
    Result<void> sweep(const JobContext& job);
    /// Builds the find index for records that are not in it yet, in small batches.
    Result<void> buildFindIndex(const JobContext& job);
    [[nodiscard]] bool findIndexComplete() const;

private:
    Result<void> conclude(const ImportRequest& request, const ImportRun& in, qint64 first, ImportReport& report);
    Project& m_project;
};

} // namespace winnow
