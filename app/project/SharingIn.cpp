// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Letters.h"
#include "project/Bundles.h"
#include "project/Imports.h"
#include "project/Sharing.h"
#include "project/Writing.h"
#include "sharing/Codec.h"
#include "store/Batches.h"
#include "store/CheckSum.h"
#include "store/Likeness.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <deque>

namespace winnow {
namespace {

using store::WriteScope;

/// How much goes into one transaction of bulk work, so that a vote waits some milliseconds for it at most.
class Pace {
public:
    Pace(qint64 start, qint64 least, qint64 most) : m_n(start), m_least(least), m_most(most) { }
    [[nodiscard]] qint64 next() const { return m_n; }
    void took(qint64 ms) { m_n = std::clamp(ms > 8 ? m_n / 2 : ms < 5 ? m_n + m_n / 4 + 1 : m_n, m_least, m_most); }

private:
    qint64 m_n;
    qint64 m_least;
    qint64 m_most;
};

/// `took`: how long the lane was busy with it, in milliseconds.
Result<void> bulk(Project& project, const store::WriteWork& work, qint64* took = nullptr)
{
    const auto committed = project.store().write(store::Priority::Bulk, work);
    if (committed && took)
        *took = std::chrono::duration_cast<std::chrono::milliseconds>(committed->took).count();
    return done(committed);
}

/// Until `step` says that nothing is left; asks before each whether to go on.
Result<void> stepwise(Project& project, Pace pace, const JobContext& job,
                      const std::function<bool(WriteScope&, qint64)>& step)
{
    for (bool more = true; more;) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, project.path());
        qint64 took = 0;
        const auto written = bulk(
            project,
            [&](WriteScope& scope) -> Result<void> {
                more = step(scope, pace.next());
                return {};
            },
            &took);
        if (!written)
            return written;
        pace.took(took);
    }
    return {};
}

Result<void> settle(Project& project, qint64 batch, const JobContext& job)
{
    const auto settled = stepwise(project, {100, 10, 2000}, job,
                                  [batch](WriteScope& scope, qint64 n) { return store::settleNext(scope, batch, n); });
    if (!settled)
        return settled;
    return stepwise(project, {5000, 1000, 20000}, {},
                    [](WriteScope& scope, qint64 n) { return store::advanceCheckSum(scope, n); });
}

Result<void> sweep(Project& project)
{
    if (const auto swept = Imports(project).sweep({}); !swept)
        return swept;
    return stepwise(project, {500, 100, 2000}, {},
                    [](WriteScope& scope, qint64 n) { return store::sweepDeadBatches(scope, n); });
}

/// What a batch remembers of its bundle.
std::string packAbout(const BundleInfo& info)
{
    sharing::Manifest manifest;
    manifest.info = info;
    return sharing::toJson(manifest).toStdString();
}

/// One bring-in on its way into the file.
class Unloading {
public:
    Unloading(Project& project, sharing::BundleReader& bundle, const JobContext& job)
        : m_project(project)
        , m_bundle(bundle)
        , m_job(job)
    {
    }

    Result<BringInOutcome> run()
    {
        Result<void> loaded = load();
        if (loaded && nothingNew()) {
            m_outcome.batch = 0;
            loaded = sweep(m_project);
            if (loaded)
                loaded = bulk(m_project, [this](WriteScope& scope) { return remember(scope); });
        } else if (loaded) {
            loaded = count();
        }
        if (!loaded) {
            // Nothing of it is there, and what was written already is swept; if it cannot be now, at the next opening.
            const auto swept = sweep(m_project);
            Q_UNUSED(swept)
            return Failure(named(loaded.error()));
        }
        return m_outcome;
    }

private:
    [[nodiscard]] bool nothingNew() const { return m_outcome.added == 0 && m_outcome.restored == 0 && m_runs.empty(); }
    [[nodiscard]] Error named(Error error) const
    {
        if (error.context.isEmpty() || error.code == ErrorCode::NewerBundle || error.code == ErrorCode::MissingImport
            || error.code == ErrorCode::BundleDamaged)
            error.context = m_bundle.path();
        return error;
    }

    Result<void> load()
    {
        const BundleInfo& info = m_bundle.manifest().info;
        if (const auto swept = sweep(m_project); !swept)
            return swept;
        const auto begun = bulk(m_project, [&](WriteScope& scope) -> Result<void> {
            m_outcome.batch = store::beginBatch(scope, words::summary(info), packAbout(info));
            return {};
        });
        if (!begun)
            return begun;
        for (const sharing::RunEntry& run : m_bundle.manifest().runs) {
            if (!run.included || store::runByHash(*m_project.store().catalog(), run.head.hash))
                continue;
            if (const auto loaded = loadRun(run.head); !loaded)
                return loaded;
        }
        return loadChanges();
    }

    /// Hands every block of an entry to the lane, in a transaction of its own.
    Result<void> eachBlock(const QString& entry,
                           const std::function<Result<void>(WriteScope&, const QByteArray&)>& take)
    {
        if (const auto begun = m_bundle.begin(entry); !begun)
            return begun;
        for (;;) {
            if (m_job.cancelled())
                return fail(ErrorCode::Cancelled, m_bundle.path());
            const auto block = m_bundle.block();
            if (!block)
                return Failure(block.error());
            if (block->isEmpty())
                return {};
            const auto taken = bulk(m_project, [&](WriteScope& scope) { return take(scope, *block); });
            if (!taken)
                return taken;
        }
    }

    Result<void> loadRun(const store::RunHead& head)
    {
        store::IncomingRun& run = m_runs.emplace_back(head);
        if (const auto begun = bulk(m_project, [&](WriteScope& scope) { return run.begin(scope); }); !begun)
            return begun;
        const auto source = eachBlock(sharing::sourceName(head.hash), [&](WriteScope& scope, const QByteArray& block) {
            return run.addChunk(scope, {block.constData(), size_t(block.size())});
        });
        if (!source)
            return source;
        const auto rows = eachBlock(sharing::rowsName(head.hash), [&](WriteScope& scope, const QByteArray& block) {
            const auto page = sharing::decodePage(block);
            return page ? run.addPage(scope, *page) : Result<void>(fail(ErrorCode::BundleDamaged));
        });
        if (!rows)
            return rows;
        m_inward.addRun(head.hash, run.first(), head.records);
        return run.complete();
    }

    Result<void> loadChanges()
    {
        if (const auto begun = m_bundle.begin(QLatin1String(sharing::changesName)); !begun)
            return begun;
        Pace pace(200, 20, 4000);
        qint64 seen = 0;
        for (;;) {
            const auto block = m_bundle.block();
            if (!block)
                return Failure(block.error());
            if (block->isEmpty())
                break;
            const auto changes = sharing::decodeChanges(*block);
            if (!changes)
                return fail(ErrorCode::BundleDamaged);
            if (const auto added = addChanges(*changes, pace); !added)
                return added;
            seen += qint64(changes->size());
            m_job.report(seen, 2 * m_bundle.manifest().info.changes, m_bundle.path());
        }
        return seen == m_bundle.manifest().info.changes ? Result<void>() : fail(ErrorCode::BundleDamaged);
    }

    Result<void> addChanges(std::span<const store::PortableChange> changes, Pace& pace)
    {
        while (!changes.empty()) {
            if (m_job.cancelled())
                return fail(ErrorCode::Cancelled, m_bundle.path());
            const auto part = changes.first(std::min(changes.size(), size_t(pace.next())));
            store::Arrived arrived;
            qint64 took = 0;
            const auto added = bulk(
                m_project,
                [&](WriteScope& scope) { return store::addToBatch(scope, m_outcome.batch, m_inward, part, arrived); },
                &took);
            if (!added)
                return added;
            pace.took(took);
            m_outcome.added += arrived.added;
            m_outcome.restored += arrived.restored;
            m_outcome.already += arrived.already;
            changes = changes.subspan(part.size());
        }
        return {};
    }

    /// All has been read and found in order: from one small commit on it counts, and is folded in.
    Result<void> count()
    {
        const auto live = bulk(m_project, [&](WriteScope& scope) -> Result<void> {
            for (const store::IncomingRun& run : m_runs)
                run.end(scope);
            store::goLive(scope, m_outcome.batch);
            return remember(scope);
        });
        if (!live)
            return live;
        m_outcome.imports = qint64(m_runs.size());
        const auto settled = settle(m_project, m_outcome.batch, m_job);
        return settled ? settled : giveUp(settled);
    }

    /// Cancelled, or the disk is full: what was folded in is folded out again. If that fails, too, the next opening
    /// ends what was begun.
    Result<void> giveUp(const Result<void>& why)
    {
        const auto back = bulk(m_project, [&](WriteScope& scope) -> Result<void> {
            store::turnBatch(scope, m_outcome.batch, false);
            return {};
        });
        if (back && settle(m_project, m_outcome.batch, {})) {
            const auto dropped = bulk(m_project, [&](WriteScope& scope) -> Result<void> {
                store::dropBatch(scope, m_outcome.batch);
                return {};
            });
            Q_UNUSED(dropped)
        }
        return why;
    }

    /// What the sender's copy has, and when we heard of it.
    Result<void> remember(WriteScope& scope)
    {
        const BundleInfo& info = m_bundle.manifest().info;
        if (info.senderUid.isEmpty())
            return {};
        const std::string holds = holdsKey + info.senderUid.toStdString();
        std::set<std::string> hashes = hashesIn(store::localNote(scope.db(), holds));
        for (const sharing::RunEntry& run : m_bundle.manifest().runs)
            hashes.insert(run.head.hash);
        store::setLocalNote(scope, holds, noteOf(hashes));
        const std::string heard = heardKey + info.senderUid.toStdString();
        const qint64 before = QByteArray::fromStdString(store::localNote(scope.db(), heard)).toLongLong();
        store::setLocalNote(scope, heard, std::to_string(std::max(before, info.madeAt.toMSecsSinceEpoch())));
        return {};
    }

    Project& m_project;
    sharing::BundleReader& m_bundle;
    const JobContext& m_job;
    store::Inward m_inward;
    std::deque<store::IncomingRun> m_runs;
    BringInOutcome m_outcome;
};

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
    const auto adopted = bulk(**project, [&](WriteScope& scope) -> Result<void> {
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

/// Sets a bring-in aside or takes it in again; stopped in the middle it is turned back.
Result<void> turn(Project& project, qint64 batch, bool live, const JobContext& job)
{
    bool found = false;
    const auto turnTo = [&](bool to) {
        return bulk(project, [&](WriteScope& scope) -> Result<void> {
            found = store::turnBatch(scope, batch, to);
            return {};
        });
    };
    if (const auto turned = turnTo(live); !turned)
        return turned;
    if (!found)
        return fail(ErrorCode::UnknownBringIn, QString::number(batch));
    const auto settled = settle(project, batch, job);
    if (!settled && turnTo(!live)) {
        const auto back = settle(project, batch, {});
        Q_UNUSED(back) // if that fails, too, the next opening ends it
    }
    return settled;
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

Result<BringInOutcome> bringInBundle(Project& project, sharing::BundleReader& bundle, const JobContext& job)
{
    return Unloading(project, bundle, job).run();
}

Result<BroughtIn> Sharing::bringIn(const QString& file, const JobContext& job)
{
    if (m_project.readOnly())
        return fail(ErrorCode::ReadOnlyProject, m_project.path());
    const auto arrived = arrivedBundle(m_project, file, job);
    if (!arrived)
        return Failure(arrived.error());
    const auto brought = bringInBundle(m_project, *arrived->reader, job);
    if (!brought)
        return Failure(brought.error());
    return BroughtIn{brought->batch, brought->added, brought->restored, brought->already, brought->imports};
}

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

Result<void> Sharing::takeBack(qint64 batch, const JobContext& job)
{
    return turn(m_project, batch, false, job);
}
Result<void> Sharing::bringBack(qint64 batch, const JobContext& job)
{
    return turn(m_project, batch, true, job);
}

Result<void> Sharing::resume(const JobContext& job)
{
    if (m_project.readOnly())
        return {};
    if (const auto swept = sweep(m_project); !swept)
        return swept;
    const auto unsettled
        = m_project.store().read([](store::Reader& reader) { return store::unsettledBatches(reader.db()); });
    if (!unsettled)
        return Failure(unsettled.error());
    for (const qint64 batch : *unsettled) {
        if (const auto settled = settle(m_project, batch, job); !settled)
            return settled;
    }
    return {};
}

} // namespace winnow
