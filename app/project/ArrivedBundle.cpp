// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Letters.h"
#include "project/Bundles.h"
#include "store/Likeness.h"
#include "store/Store.h"

#include <QFile>

/// What came from a coauthor, looked through before anything of it is taken.
namespace winnow {
namespace {

/// Packs another copy of this project, as it is, into a bundle beside which nothing else needs to be known.
Result<void> packCopy(const Project& project, const QString& file, const QString& out, const JobContext& job)
{
    const auto foreign = store::ForeignProject::open(file);
    if (!foreign)
        return Failure(foreign.error());
    const store::Catalog& theirs = (*foreign)->catalog();
    BundleInfo info;
    info.kind = BundleKind::Copy;
    info.projectUid = QString::fromStdString(theirs.projectUid);
    info.title = theirs.settings.title;
    info.madeAt = QDateTime::fromMSecsSinceEpoch(project.clock().now(), Qt::UTC);
    info.summary = words::summary(info);
    try {
        store::Outgoing changes((*foreign)->db(), theirs, (*foreign)->replicas());
        const auto ours = project.store().catalog();
        const auto packed
            = pack((*foreign)->db(), theirs, changes, info,
                   [&](const store::RunInfo& run) { return !store::runByHash(*ours, run.hash); }, out, job);
        return packed ? Result<void>() : Result<void>(Failure(packed.error()));
    } catch (const store::StoreError& error) {
        return Failure(store::toError(error, file));
    }
}

Result<void> ofThisReview(const Project& project, const BundleInfo& info)
{
    if (info.projectUid == project.uid())
        return {};
    return fail(ErrorCode::OtherReview, QStringLiteral("“%1”").arg(info.title),
                QStringLiteral("“%1”").arg(project.review()->settings.title));
}

} // namespace

bool isProjectFile(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) && in.read(16) == QByteArray("SQLite format 3\0", 16);
}

Result<ArrivedBundle> arrivedBundle(const Project& project, const QString& file, const JobContext& job)
{
    ArrivedBundle arrived;
    QString bundle = file;
    if (isProjectFile(file)) {
        arrived.folder = std::make_unique<QTemporaryDir>();
        bundle = arrived.folder->filePath(QStringLiteral("copy.winnowz"));
        if (const auto packed = packCopy(project, file, bundle, job); !packed)
            return Failure(packed.error());
    }
    auto reader = sharing::BundleReader::open(bundle);
    if (!reader)
        return Failure(reader.error());
    if (const auto ours = ofThisReview(project, (*reader)->manifest().info); !ours)
        return Failure(ours.error());
    if (const auto verified = (*reader)->verify(job); !verified)
        return Failure(verified.error());
    arrived.reader = std::move(*reader);
    return arrived;
}

} // namespace winnow
