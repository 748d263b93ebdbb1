// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "domain/Sharing.h"
#include "project/Project.h"

#include <QDateTime>

#include <optional>

namespace winnow {

/// A bundle that was written.
struct SentBundle {
    QString file;
    qint64 changes = 0;
    qint64 imports = 0; ///< files of records that it carries
    qint64 bytes = 0;
    QString letter; ///< to paste into the mail that it goes with
    bool tooLargeForMail = false; ///< above 20 MB: a link or a stick
};

/// A project file of one's own, made from an invitation or from a coauthor's file.
struct OwnCopy {
    QString file;
    QString projectUid;
    ReviewerId me; ///< in the new file
    QString name; ///< of me: for this laptop to remember (rules.md D1)
};

/// What of one person's work is new in a bundle: numbers only, so that a preview discloses nothing (rules.md C1).
struct NewWork {
    QString person;
    bool isMe = false; ///< made in my name in another copy
    qint64 votes = 0;
    qint64 notes = 0;
    qint64 labels = 0;
    qint64 ticks = 0;
    qint64 reasons = 0; ///< exclusion reasons added or changed
    qint64 edits = 0; ///< of records
    qint64 joins = 0; ///< pairs said to be the same or different
    qint64 openings = 0;
    qint64 resolutions = 0;
    qint64 imports = 0; ///< made, described, taken back
    qint64 other = 0; ///< people, criteria, settings, retrieval, studies …

    bool operator==(const NewWork&) const = default;
};

struct NewImport {
    QString file;
    qint64 records = 0;

    bool operator==(const NewImport&) const = default;
};

struct BundlePreview {
    BundleInfo info;
    std::vector<NewWork> people; ///< with something new, in the order of their names
    std::vector<NewImport> imports; ///< that come along
    qint64 added = 0; ///< changes that are new
    qint64 restored = 0; ///< changes of a bring-in that was taken back, which would count again
    qint64 already = 0;
    qint64 clashes = 0; ///< reports that would be decided twice (rules.md B6)
    qint64 fromTheFuture = 0; ///< changes dated more than a day ahead of this laptop's clock
    bool inMyName = false; ///< the sender goes by my name, in another copy: are both of them me? (rules.md D1)

    [[nodiscard]] bool nothingNew() const { return added == 0 && restored == 0; }
};

struct BroughtIn {
    qint64 batch = 0; ///< 0: nothing was new
    qint64 added = 0;
    qint64 restored = 0;
    qint64 already = 0;
    qint64 imports = 0;
};

/// A bring-in of this copy.
struct BringIn {
    qint64 batch = 0;
    QDateTime at;
    BundleInfo info;
    qint64 changes = 0;
    bool live = true; ///< not taken back
    bool settled = true; ///< no: Winnow was closed in the middle, resume() ends it
};

/// Of the acting person.
struct WorkToSend {
    std::optional<QDateTime> lastSent; ///< none: never from this copy
    qint64 waiting = 0; ///< own changes since
};

/// What is lacking here before the conflicts of a stage can all be opened (rules.md E8).
struct StillNeeded {
    struct Person {
        ReviewerId id;
        qint64 votes = 0; ///< here
        std::optional<QDateTime> heard; ///< when the last file of that person was made

        bool operator==(const Person&) const = default;
    };
    qint64 reports = 0; ///< that wait for votes
    qint64 ofReports = 0; ///< at this stage at all
    std::vector<Person> people; ///< with fewer votes here than there are reports; empty if nothing waits
};

/// Work between copies of a project without a server (rules.md E). There is no master copy: each combines what it is
/// sent, in any order and any number of times, and comes to the same state.
///
/// What a bundle carries is what its sender may see: shared changes, the sender's own personal ones, and those of
/// others that were disclosed. Undisclosed votes, notes, labels and ticks of others are not relayed: they travel with
/// their author's file. An invitation and a file of conflicts carry nobody's.
///
/// Errors of all that read a bundle: NotABundle, BundleDamaged, BundleUnsafe, NewerBundle, OtherReview, MissingImport,
/// and those of files; then nothing was changed. Jobs that were cancelled leave the project as it was.
class Sharing {
public:
    explicit Sharing(Project& project) : m_project(project) { }

    // ---- out

    /// "REVIEW – start – for Ben.winnowz", "REVIEW – Ben – 2026-05-03.winnowz", "REVIEW – conflicts – for
    /// Cara.winnowz": usable as a file name anywhere.
    [[nodiscard]] QString suggestedName(BundleKind kind, ReviewerId forWhom = {}) const;
    /// What should be done before the first invitation; empty: all is there.
    Result<std::vector<NotReady>> notReady() const;
    /// An invitation: everything but what people said personally. UnknownReviewer.
    Result<SentBundle> invite(ReviewerId guest, const QString& out, const JobContext& job);
    /// All work of mine so far, and all that is shared. With `allImports` also those that the others should have.
    Result<SentBundle> sendWork(const QString& out, const JobContext& job, bool allImports = false);
    /// Refers the opened conflicts of a stage to one person, who settles them while the others comment, and writes
    /// those reports without votes. RoleForbids when that person may not settle, NotInConflict when none is open.
    Result<SentBundle> conflictsFor(Stage stage, ReviewerId resolver, const QString& out, const JobContext& job);

    // ---- in

    /// What a file says of itself, without reading the rest: quick enough for a double click.
    static Result<BundleInfo> lookAt(const QString& file);
    /// Makes a project of one's own from an invitation or a file of conflicts. NotAnInvitation, FileExists.
    static Result<OwnCopy> accept(const QString& bundle, const QString& out, const Clock& clock, const JobContext& job);
    /// Makes `name`'s own copy of a coauthor's project file. UnknownReviewer, FileExists.
    static Result<OwnCopy> copyFor(const QString& project, const QString& name, const QString& out, const Clock& clock,
                                   const JobContext& job);
    /// `file`: a bundle, or another copy of this project (.winnow), which is read only as far as it is as ours are.
    Result<BundlePreview> previewOf(const QString& file, const JobContext& job);
    /// One step that can be taken back: in batches through the write lane, so that votes go on meanwhile. Nothing of it
    /// counts before all has been read and found in order; then it is folded in to the end, over a kill, too.
    Result<BroughtIn> bringIn(const QString& file, const JobContext& job);

    // ---- bring-ins of this copy

    Result<std::vector<BringIn>> bringIns() const;
    /// Sets a bring-in aside in this copy only. What was done since is kept. UnknownBringIn.
    Result<void> takeBack(qint64 batch, const JobContext& job);
    Result<void> bringBack(qint64 batch, const JobContext& job);
    /// Sweeps what a killed bring-in left and ends what it had begun to fold in. Called when a project is opened.
    Result<void> resume(const JobContext& job);

    // ---- where we stand

    Result<WorkToSend> workToSend() const;
    Result<StillNeeded> stillNeeded(Stage stage) const;
    /// "K7QM-3FXA": the same in all copies that hold the same changes (rules.md E11). Empty while a bring-in is being
    /// folded in.
    Result<QString> checkCode() const;

private:
    Project& m_project;
};

} // namespace winnow
