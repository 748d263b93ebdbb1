// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Bundles.h"
#include "project/Sharing.h"
#include "store/Batches.h"
#include "store/Likeness.h"
#include "store/Store.h"

#include <QFile>

/// A project file of one's own, from an invitation or from a coauthor's file.
namespace winnow {
namespace {

void removeProject(const QString& path)
{
    for (const char* suffix : {"", "-wal", "-shm", "-lock"})
        QFile::remove(path + QLatin1String(suffix));
}

/// Fills a fresh file with a start; on return it is at rest.
Result<OwnCopy> fillCopy(sharing::BundleReader& bundle, const QString& path, const Clock& clock, const JobContext& job)
{
    const BundleInfo& info = bundle.manifest().info;
    const auto project = Project::createCopy(path, info.projectUid, clock);
    if (!project)
        return Failure(project.error());
    const auto brought = bringInBundle(**project, bundle, job);
    if (!brought)
        return Failure(brought.error());
    // What a copy begins with is its own, like what is done in it: it cannot be taken back.
    const auto adopted
        = (*project)->store().write(store::Priority::Bulk, [&](store::WriteScope& scope) -> Result<void> {
              store::adoptBatch(scope, brought->batch);
              return {};
          });
    if (!adopted)
        return Failure(adopted.error());
    OwnCopy copy;
    copy.projectUid = info.projectUid;
    copy.me = personOf(*(*project)->store().catalog(), info.receiverUid);
    copy.name = info.receiver;
    if (!copy.me)
        return fail(ErrorCode::UnknownReviewer, info.receiver);
    return copy;
}

Result<OwnCopy> makeCopy(sharing::BundleReader& bundle, const QString& out, const Clock& clock, const JobContext& job)
{
    if (QFile::exists(out))
        return fail(ErrorCode::FileExists, out);
    const QString unfinished = out + QStringLiteral(".part");
    removeProject(unfinished);
    auto copy = fillCopy(bundle, unfinished, clock, job);
    if (copy && !QFile::rename(unfinished, out))
        copy = fail(ErrorCode::FileNotWritable, out);
    if (!copy)
        removeProject(unfinished);
    else
        copy->file = out;
    return copy;
}

} // namespace

Result<OwnCopy> Sharing::accept(const QString& bundle, const QString& out, const Clock& clock, const JobContext& job)
{
    const auto reader = sharing::BundleReader::open(bundle);
    if (!reader)
        return Failure(reader.error());
    const BundleInfo& info = (*reader)->manifest().info;
    if (info.receiverUid.isEmpty() || (info.kind != BundleKind::Start && info.kind != BundleKind::Conflicts))
        return fail(ErrorCode::NotAnInvitation, bundle);
    if (const auto verified = (*reader)->verify(job); !verified)
        return Failure(verified.error());
    return makeCopy(**reader, out, clock, job);
}

Result<OwnCopy> Sharing::copyFor(const QString& project, const QString& name, const QString& out, const Clock& clock,
                                 const JobContext& job)
{
    QTemporaryDir folder;
    const QString start = folder.filePath(QStringLiteral("start.winnowz"));
    {
        const auto safe = store::ForeignProject::open(project);
        if (!safe)
            return Failure(safe.error());
    }
    const auto theirs = Project::open(project, Project::Access::Read, clock);
    if (!theirs)
        return Failure(theirs.error());
    const auto review = (*theirs)->review();
    const Reviewer* person = review->reviewer(name);
    if (!person)
        return fail(ErrorCode::UnknownReviewer, name);
    (*theirs)->setMe(person->id); // what that person may see comes along, and no more
    if (const auto packed = packStart(**theirs, person->id, true, start, job); !packed)
        return Failure(packed.error());
    return accept(start, out, clock, job);
}

} // namespace winnow
