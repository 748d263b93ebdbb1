// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Letters.h"
#include "project/Bundles.h"
#include "project/Conflicts.h"
#include "project/Sharing.h"
#include "project/Writing.h"
#include "sharing/BundleWriter.h"
#include "sharing/Codec.h"
#include "store/RecordRows.h"

#include <QFileInfo>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::RunInfo;
using store::WriteScope;

constexpr qint64 mailLimit = 20'000'000;
constexpr qint64 changesPerBlock = 500;
constexpr qint64 rowsPerBlock = 100;

Result<void> packRun(store::Database& db, const RunInfo& run, sharing::BundleWriter& writer, const JobContext& job)
{
    using Packing = sharing::BundleWriter::Packing;
    store::OutgoingRun out(db, run);
    if (const auto begun = writer.begin(sharing::sourceName(run.hash), Packing::Stored); !begun)
        return begun;
    for (std::string chunk; out.nextChunk(chunk);) {
        if (const auto written = writer.block({chunk.data(), qsizetype(chunk.size())}); !written)
            return written;
    }
    if (const auto ended = writer.end(); !ended)
        return ended;
    if (const auto begun = writer.begin(sharing::rowsName(run.hash), Packing::Deflated); !begun)
        return begun;
    for (store::FactPage page; out.nextPage(rowsPerBlock, page);) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, run.run.fileName);
        if (const auto written = writer.block(sharing::encode(page)); !written)
            return written;
    }
    return writer.end();
}

Result<qint64> packChanges(store::Outgoing& out, sharing::BundleWriter& writer, const JobContext& job)
{
    qint64 changes = 0;
    if (const auto begun = writer.begin(QLatin1String(sharing::changesName), sharing::BundleWriter::Packing::Deflated);
        !begun)
        return Failure(begun.error());
    for (std::vector<store::PortableChange> page; out.next(changesPerBlock, page);) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled);
        if (page.empty())
            continue;
        if (const auto written = writer.block(sharing::encode(page)); !written)
            return Failure(written.error());
        changes += qint64(page.size());
        job.report(changes, 0);
    }
    if (const auto ended = writer.end(); !ended)
        return Failure(ended.error());
    return changes;
}

/// Who a bundle is from, of what and when.
BundleInfo infoOf(const store::Catalog& catalog, BundleKind kind, ReviewerId sender, ReviewerId receiver, qint64 now)
{
    BundleInfo info;
    info.kind = kind;
    info.projectUid = QString::fromStdString(catalog.projectUid);
    info.title = catalog.settings.title;
    info.madeAt = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    if (const Reviewer* person = catalog.reviewer(sender)) {
        info.sender = person->name;
        info.senderUid = personUid(catalog, sender);
    }
    if (const Reviewer* person = catalog.reviewer(receiver)) {
        info.receiver = person->name;
        info.receiverUid = personUid(catalog, receiver);
    }
    info.summary = words::summary(info);
    return info;
}

SentBundle sent(const BundleInfo& info, const QString& out, const PackedBundle& packed)
{
    SentBundle bundle;
    bundle.file = out;
    bundle.changes = packed.changes;
    bundle.imports = qint64(packed.imports.size());
    bundle.bytes = packed.bytes;
    bundle.letter = words::letter(info, QFileInfo(out).fileName());
    bundle.tooLargeForMail = packed.bytes > mailLimit;
    return bundle;
}

/// A person's copy has these imports from now on, unless the file is lost: then the next invitation brings them.
Result<void> rememberHeld(Project& project, const QString& uid, std::set<std::string> hashes)
{
    if (project.readOnly())
        return {};
    return change(project, [&](WriteScope& scope) -> Result<void> {
        const std::string key = holdsKey + uid.toStdString();
        hashes.merge(hashesIn(store::localNote(scope.db(), key)));
        store::setLocalNote(scope, key, noteOf(hashes));
        return {};
    });
}

/// The imports that everybody who is known to have a copy has already.
std::set<std::string> heldByAll(store::Database& db, const QString& me)
{
    std::set<std::string> common;
    bool first = true;
    for (const auto& [uid, note] : store::localNotes(db, holdsKey)) {
        if (uid == me.toStdString())
            continue;
        std::set<std::string> theirs = hashesIn(note);
        if (first)
            common = std::move(theirs);
        else
            std::erase_if(common, [&](const std::string& hash) { return !theirs.contains(hash); });
        first = false;
    }
    return common;
}

/// A note of when a person's work was last sent, and up to which arrival.
Result<void> rememberSent(Project& project, const QString& uid, qint64 arrival)
{
    if (project.readOnly())
        return {};
    return change(project, [&](WriteScope& scope) -> Result<void> {
        store::setLocalNote(scope, sentKey + uid.toStdString(),
                            std::to_string(arrival) + ' ' + std::to_string(scope.now()));
        return {};
    });
}

/// Reports of opened conflicts, and all the records they are made of.
struct Referral {
    std::vector<qint64> reports;
    std::set<qint64> records;
};

Result<Referral> openConflicts(Project& project, Stage stage)
{
    const auto conflicts = Conflicts(project, stage).list();
    if (!conflicts)
        return Failure(conflicts.error());
    return project.store().read([&](store::Reader& reader) -> Result<Referral> {
        Referral referral;
        for (const Conflict& conflict : *conflicts) {
            if (!conflict.opened)
                continue;
            referral.reports.push_back(conflict.report.value);
            for (const qint64 member : store::reportMembers(reader, conflict.report.value))
                referral.records.insert(member);
        }
        if (referral.reports.empty())
            return fail(ErrorCode::NotInConflict, reader.catalog().settings.title);
        return referral;
    });
}

Result<void> refer(Project& project, Stage stage, const Referral& referral, ReviewerId resolver)
{
    return change(project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), project.me(), Right::Settle);
        if (!by)
            return Failure(by.error());
        const Reviewer* person = scope.catalog().reviewer(resolver);
        if (!person)
            return fail(ErrorCode::UnknownReviewer);
        if (!person->mayResolve())
            return fail(ErrorCode::RoleForbids, person->name);
        std::vector<Edit> edits;
        for (const qint64 record : referral.records)
            edits.push_back({ChangeKind::Referred, record, int(stage), resolver.value});
        scope.append(*by, std::move(edits));
        return {};
    });
}

} // namespace

Result<PackedBundle> pack(store::Database& db, const store::Catalog& catalog, store::Outgoing& changes, BundleInfo info,
                          const std::function<bool(const store::RunInfo&)>& includes, const QString& out,
                          const JobContext& job)
{
    auto writer = sharing::BundleWriter::create(out);
    if (!writer)
        return Failure(writer.error());
    sharing::Manifest manifest;
    PackedBundle packed;
    info.copy = QString::fromStdString(store::localNote(db, "copy"));
    for (const RunInfo& run : catalog.runs) {
        const bool included = includes(run) && changes.speakOf(run);
        manifest.runs.push_back({changes.headOf(run), included});
        if (!included)
            continue;
        if (const auto written = packRun(db, run, **writer, job); !written)
            return Failure(written.error());
        packed.imports.insert(run.hash);
    }
    const auto written = packChanges(changes, **writer, job);
    if (!written)
        return Failure(written.error());
    packed.changes = info.changes = *written;
    manifest.info = std::move(info);
    const auto bytes = (*writer)->finish(std::move(manifest));
    if (!bytes)
        return Failure(bytes.error());
    packed.bytes = *bytes;
    return packed;
}

Result<SentBundle> packStart(Project& project, ReviewerId guest, bool personal, const QString& out,
                             const JobContext& job)
{
    const auto catalog = project.store().catalog();
    if (!catalog->reviewer(guest))
        return fail(ErrorCode::UnknownReviewer);
    const BundleInfo info = infoOf(*catalog, BundleKind::Start, project.me(), guest, project.clock().now());
    const auto packed = project.store().read([&](store::Reader& reader) {
        const store::ReadMoment moment(reader.db());
        const store::Catalog now = store::loadCatalog(reader.db());
        store::Outgoing changes(reader, now, personal);
        return pack(
            reader.db(), now, changes, info, [](const RunInfo&) { return true; }, out, job);
    });
    if (!packed)
        return Failure(packed.error());
    if (const auto noted = rememberHeld(project, info.receiverUid, packed->imports); !noted)
        return Failure(noted.error());
    return sent(info, out, *packed);
}

Result<SentBundle> Sharing::invite(ReviewerId guest, const QString& out, const JobContext& job)
{
    return packStart(m_project, guest, false, out, job);
}

Result<SentBundle> Sharing::sendWork(const QString& out, const JobContext& job, bool allImports)
{
    const auto catalog = m_project.store().catalog();
    if (!catalog->reviewer(m_project.me()))
        return fail(ErrorCode::UnknownReviewer);
    const BundleInfo info = infoOf(*catalog, BundleKind::Work, m_project.me(), {}, m_project.clock().now());
    qint64 arrival = 0;
    const auto packed = m_project.store().read([&](store::Reader& reader) {
        const store::ReadMoment moment(reader.db());
        const store::Catalog now = store::loadCatalog(reader.db());
        arrival = store::lastArrival(reader);
        const std::set<std::string> held
            = allImports ? std::set<std::string>() : heldByAll(reader.db(), info.senderUid);
        store::Outgoing changes(reader, now, true);
        return pack(
            reader.db(), now, changes, info, [&](const RunInfo& run) { return !held.contains(run.hash); }, out, job);
    });
    if (!packed)
        return Failure(packed.error());
    if (const auto noted = rememberSent(m_project, info.senderUid, arrival); !noted)
        return Failure(noted.error());
    return sent(info, out, *packed);
}

Result<SentBundle> Sharing::conflictsFor(Stage stage, ReviewerId resolver, const QString& out, const JobContext& job)
{
    const auto referral = openConflicts(m_project, stage);
    if (!referral)
        return Failure(referral.error());
    if (const auto referred = refer(m_project, stage, *referral, resolver); !referred)
        return Failure(referred.error());
    const BundleInfo info = infoOf(*m_project.store().catalog(), BundleKind::Conflicts, m_project.me(), resolver,
                                   m_project.clock().now());
    const auto packed = m_project.store().read([&](store::Reader& reader) {
        const store::ReadMoment moment(reader.db());
        const store::Catalog now = store::loadCatalog(reader.db());
        const auto held = hashesIn(store::localNote(reader.db(), holdsKey + info.receiverUid.toStdString()));
        store::Outgoing changes(reader, now, false);
        changes.onlyRecords(referral->records);
        const auto needed = [&](const RunInfo& run) {
            const auto record = referral->records.lower_bound(run.first);
            return record != referral->records.end() && run.contains(*record) && !held.contains(run.hash);
        };
        return pack(reader.db(), now, changes, info, needed, out, job);
    });
    if (!packed)
        return Failure(packed.error());
    if (const auto noted = rememberHeld(m_project, info.receiverUid, packed->imports); !noted)
        return Failure(noted.error());
    return sent(info, out, *packed);
}

QString Sharing::suggestedName(BundleKind kind, ReviewerId forWhom) const
{
    return words::fileName(
        infoOf(*m_project.store().catalog(), kind, m_project.me(), forWhom, m_project.clock().now()));
}

} // namespace winnow
