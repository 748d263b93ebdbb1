// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "domain/Notice.h"
#include "project/Online.h"
#include "project/Project.h"
#include "store/Change.h"

#include <QDate>

#include <vector>

namespace winnow {

/// A retraction, expression of concern or correction of a record of the review.
struct RecordNotice {
    NoticeKind kind = NoticeKind::Retraction;
    QString reference; ///< where it was published; may be empty
    QString source; ///< who says so: "PubMed", or the source that delivered the record
    QDate seen;

    bool operator==(const RecordNotice&) const = default;
};
/// "Retracted (Lancet. 2010 Feb 6;375(9713):445), says PubMed, seen 2026-11-26".
[[nodiscard]] QString noticeSentence(const RecordNotice& notice);

struct NoticesReport {
    qint64 asked = 0; ///< records that could be asked about
    qint64 without = 0; ///< records without DOI and PMID
    std::map<NoticeKind, qint64> found; ///< of records that have one now
    qint64 fresh = 0; ///< notices that were not known before
    QStringList troubles; ///< a service that could not be asked to the end, as sentences
};

/// What was published about the records of the review after they were. What a record says of itself is noted when it
/// comes in; checking asks PubMed and Crossref. A notice is a change of the record, and never a vote.
class RecordNotices {
public:
    explicit RecordNotices(Project& project) : m_project(project) { }

    /// One step, if anything is new. Errors: SearchStopped, those of writing.
    Result<NoticesReport> check(Online& online, const JobContext& job);
    /// Of the report that the record belongs to, the weightiest first.
    [[nodiscard]] Result<std::vector<RecordNotice>> of(RecordId record) const;
    [[nodiscard]] Result<std::vector<RecordId>> noticed() const;
    /// Their reports, each once.
    [[nodiscard]] Result<std::vector<RecordId>> noticedReports() const;
    /// Invalid: never.
    [[nodiscard]] Result<QDate> lastChecked() const;

private:
    Project& m_project;
};

/// What the log says of a notice. Not for the window or the command line.
[[nodiscard]] store::Edit noticeEdit(qint64 record, const Notice& notice, const QString& source, qint64 at);
[[nodiscard]] RecordNotice unpackNotice(qint64 kind, const std::string& packed);

} // namespace winnow
