// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Letters.h"
#include "formats/ColumnMap.h"
#include "formats/Encoding.h"
#include "formats/Format.h"
#include "formats/Read.h"
#include "project/Bundles.h"
#include "project/Imports.h"
#include "project/LongSteps.h"
#include "project/Portions.h"
#include "project/Sharing.h"
#include "project/Writing.h"
#include "sharing/Codec.h"
#include "store/Batches.h"
#include "store/RunTurning.h"

#include <algorithm>
#include <deque>

namespace winnow {
namespace {

using store::WriteScope;

Result<void> settle(Project& project, qint64 batch, const JobContext& job)
{
    const auto settled = stepwise(project, {100, 10, 2000}, job,
                                  [batch](WriteScope& scope, qint64 n) { return store::settleNext(scope, batch, n); });
    if (!settled)
        return settled;
    return project.store().awaitRules(job);
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

/// The readers that may have made an import: the manifest tells what a person said of its columns, not whether its
/// encoding was told or guessed.
std::vector<std::string> readersOf(const store::RunHead& head)
{
    // Known words only, so that no part of the file can be passed off as the end of its reader's name.
    const formats::Format* format = formats::findFormat(head.format);
    const bool plain = (head.mends + head.search).find_first_not_of("0123456789abcdef ") == std::string::npos;
    if (!format || !plain || !formats::makeDecoder(head.encoding))
        return {};
    const std::string mends = (head.mends.empty() ? "" : "\nmends\t" + head.mends)
        + (head.search.empty() ? "" : "\nsearch\t" + head.search);
    std::vector<std::string> readers;
    for (const bool told : {false, true})
        readers.push_back(formats::Detected{format, head.encoding, formats::unpackColumns(head.columns), told}.reader()
                          + mends);
    return readers;
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
                loaded = decide(m_project, [this](WriteScope& scope) { return remember(scope); });
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
        const auto begun = portion(m_project, [&](WriteScope& scope) -> Result<void> {
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
            const auto taken = portion(m_project, [&](WriteScope& scope) { return take(scope, *block); });
            if (!taken)
                return taken;
        }
    }

    Result<void> loadRun(const store::RunHead& head)
    {
        if (!formats::findFormat(head.format))
            return fail(ErrorCode::NewerBundle, {}, head.format);
        store::IncomingRun& run = m_runs.emplace_back(head, readersOf(head));
        if (const auto begun = portion(m_project, [&](WriteScope& scope) { return run.begin(scope); }); !begun)
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
            std::chrono::nanoseconds took{};
            const auto added = portion(
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
        const auto live = decide(m_project, [&](WriteScope& scope) -> Result<void> {
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
        const auto back = decide(m_project, [&](WriteScope& scope) -> Result<void> {
            store::turnBatch(scope, m_outcome.batch, false);
            return {};
        });
        if (back && settle(m_project, m_outcome.batch, {})) {
            const auto dropped = decide(m_project, [&](WriteScope& scope) -> Result<void> {
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

/// Sets a bring-in aside or takes it in again; stopped in the middle it is turned back.
Result<void> turn(Project& project, qint64 batch, bool live, const JobContext& job)
{
    bool found = false;
    const auto turnTo = [&](bool to) {
        return decide(project, [&](WriteScope& scope) -> Result<void> {
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

/// Imports that a session which was killed left on their way. No step and no batch waits for any of them any more.
Result<void> bringImportsThere(Project& project, const JobContext& job)
{
    const auto catalog = project.store().catalog();
    if (std::none_of(catalog->runs.begin(), catalog->runs.end(),
                     [](const store::RunInfo& run) { return run.turning.has_value(); }))
        return {};
    const auto stayed = decide(project, [](WriteScope& scope) -> Result<void> {
        store::stopLeaving(scope);
        return {};
    });
    if (!stayed)
        return stayed;
    return stepwise(project, {100, 10, 2000}, job,
                    [](WriteScope& scope, qint64 n) { return store::catchUp(scope, n); });
}

} // namespace

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
    if (const auto ended = endStepsLeft(m_project, job); !ended)
        return ended;
    const auto unsettled
        = m_project.store().read([](store::Reader& reader) { return store::unsettledBatches(reader.db()); });
    if (!unsettled)
        return Failure(unsettled.error());
    for (const qint64 batch : *unsettled) {
        if (const auto settled = settle(m_project, batch, job); !settled)
            return settled;
    }
    if (const auto caught = bringImportsThere(m_project, job); !caught)
        return caught;
    return m_project.store().awaitRules(job);
}

} // namespace winnow
