// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Imports.h"

#include "formats/Archive.h"
#include "formats/ColumnMap.h"
#include "formats/InputFile.h"
#include "project/FoundRecords.h"
#include "project/ImportMarks.h"
#include "project/ImportRun.h"
#include "project/ImportSources.h"
#include "project/LongSteps.h"
#include "project/Notices.h"
#include "project/Told.h"
#include "project/Writing.h"
#include "store/RunTurning.h"
#include "store/SourceHash.h"
#include "store/Trail.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <map>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::RunSlot;
using store::WriteScope;
using Edits = std::vector<Edit>;

struct Fingerprint {
    std::string hash;
    qint64 bytes = 0;
};

/// The same file makes the same record ids anywhere, packed or not.
Result<Fingerprint> fingerprint(const QString& path, const std::string& reader, const JobContext& job)
{
    const auto file = formats::InputFile::open(path);
    if (!file)
        return Failure(file.error());
    QIODevice& device = (*file)->device();
    store::SourceHash hash(reader);
    QByteArray block(1 << 20, Qt::Uninitialized);
    Fingerprint print;
    for (qint64 n = 0; (n = device.read(block.data(), block.size())) > 0; print.bytes += n) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, path);
        hash.add({block.constData(), size_t(n)});
    }
    if (const auto state = (*file)->state(); !state)
        return Failure(state.error());
    print.hash = hash.result();
    return print;
}

void addDetails(Edits& edits, RunId run, const RunDetails& d)
{
    const auto add = [&](RunSlot slot, store::Value value) {
        edits.push_back(edit(ChangeKind::Run, run.value, slot, std::move(value)));
    };
    add(RunSlot::Platform, text(d.platform));
    add(RunSlot::Searched, text(d.searched.toString(Qt::ISODate)));
    add(RunSlot::Strategy, text(d.strategy));
    add(RunSlot::Hits, d.hits);
    add(RunSlot::RemovedBefore, d.removedBefore);
}

/// An import and those of its mended entries stand and fall together.
Edits liveEdits(const store::Catalog& catalog, const store::RunInfo& info, bool live)
{
    Edits edits;
    std::vector<const store::RunInfo*> together = catalog.mendingsOf(info);
    together.insert(together.begin(), &info);
    for (const store::RunInfo* one : together) {
        if (one->run.live != live)
            edits.push_back(edit(ChangeKind::Run, one->run.id.value, RunSlot::Live, qint64(live)));
    }
    return edits;
}

/// What takes back the reading that this one stands in place of.
void addReplaced(Edits& edits, const store::Catalog& catalog, RunId replaced, RunId by)
{
    const store::RunInfo* info = replaced == by ? nullptr : catalog.run(replaced);
    if (!info)
        return;
    const Edits gone = liveEdits(catalog, *info, false);
    edits.insert(edits.end(), gone.begin(), gone.end());
}

/// What the log keeps of how a file was read.
void addReading(Edits& edits, RunId run, const ImportRequest& request, const std::string& mends)
{
    const std::string columns = formats::packColumns(columnMap(request.reading.columns));
    if (!columns.empty())
        edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Columns, store::Value(columns)));
    if (!mends.empty())
        edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Mends, store::Value(mends)));
}

/// Ends a run and makes it count: its source, details, repeats and carried marks, in one commit. Without it nothing of
/// the run is there.
Result<void> goLive(Project& project, RunId run, const ImportRequest& request, const std::string& mends,
                    const ImportRun& in, const std::vector<std::pair<qint64, qint64>>& repeats, ImportReport& report)
{
    return change(project, [&](WriteScope& scope) -> Result<void> {
        store::endRun(scope, run, in.records, in.unreadableCount, in.origins);
        const ReviewerId by = actor(scope.catalog(), project.me());
        Edits edits = sourceEdits(scope, run, request, guessSource(request.file, report.format), in.origins);
        addDetails(edits, run, request.details);
        addReading(edits, run, request, mends);
        if (request.found)
            request.found->addEdits(edits, run, report);
        edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Live, qint64(1)));
        edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Base, scope.catalog().freeBase()));
        addReplaced(edits, scope.catalog(), request.inPlaceOf, run);
        const store::Catalog now = store::loadCatalog(scope.db());
        for (const auto& [a, b] : repeats)
            edits.push_back(store::pairEdit(now, ChangeKind::PairAuto, a, b, qint64(store::Same::Yes)));
        MarkEdits marks(scope, run, request);
        for (const ImportRun::MarksOf& of : in.marks) {
            for (const CarriedMark& mark : of.marks)
                marks.add(of.record, mark);
        }
        for (const auto& [record, notice] : in.notices)
            edits.push_back(noticeEdit(record, notice, {}, scope.now()));
        marks.finish(report);
        edits.insert(edits.end(), marks.shared.begin(), marks.shared.end());
        scope.append(by, std::move(edits));
        for (auto& [author, own] : marks.byAuthor)
            scope.append(ReviewerId(author), std::move(own));
        return {};
    });
}

/// One step: in one transaction, or in portions if it speaks of very many records.
Result<void> writeTurning(Project& project, const std::function<Result<Edits>(WriteScope&)>& edits,
                          const JobContext& job)
{
    Edits later;
    const auto written = change(project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), project.me(), Right::Extend);
        if (!by)
            return Failure(by.error());
        auto some = edits(scope);
        if (!some)
            return Failure(some.error());
        if (store::turnsManyRecords(scope.catalog(), *some))
            later = std::move(*some);
        else if (!some->empty())
            scope.append(*by, std::move(*some));
        return {};
    });
    if (!written || later.empty())
        return written;
    return writeStep(project, actor(*project.store().catalog(), project.me()), std::move(later), job);
}

Result<void> takenBack(Project& project, RunId run, const JobContext& job)
{
    return writeTurning(
        project,
        [&](WriteScope& scope) -> Result<Edits> {
            const store::RunInfo* info = scope.catalog().run(run);
            if (!info)
                return fail(ErrorCode::UnknownRecord);
            return info->run.live ? liveEdits(scope.catalog(), *info, false) : Edits();
        },
        job);
}

/// Makes a run count again. One whose import was undone has lost its sources with it: they are given anew.
Result<void> broughtBack(Project& project, RunId run, const ImportRequest& request, const JobContext& job)
{
    const auto wanted = [&](WriteScope& scope) -> Result<Edits> {
        const store::RunInfo* info = scope.catalog().run(run);
        if (!info)
            return fail(ErrorCode::UnknownRecord);
        Edits edits;
        if (!info->run.live) {
            const auto& sources = info->run.sources;
            if (std::any_of(sources.begin(), sources.end(), [&](SourceId s) { return !scope.catalog().source(s); }))
                edits = sourceEdits(scope, run, request, guessSource(info->run.fileName, info->run.format),
                                    info->origins);
            if (!edits.empty())
                edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Base, info->base));
            const Edits live = liveEdits(scope.catalog(), *info, true);
            edits.insert(edits.end(), live.begin(), live.end());
        }
        addReplaced(edits, scope.catalog(), request.inPlaceOf, run);
        return edits;
    };
    return writeTurning(project, wanted, job);
}

Result<void> mayImport(const Project& project)
{
    if (project.readOnly())
        return fail(ErrorCode::ReadOnlyProject, project.path());
    if (const auto by = acting(*project.store().catalog(), project.me(), Right::Extend); !by)
        return Failure(by.error());
    return {};
}

/// "hash line line …", as the log keeps it; "" for an import of its own.
std::string packMends(const store::Catalog& catalog, const Mends& mends)
{
    const store::RunInfo* of = catalog.run(mends.of);
    if (!of)
        return {};
    std::string packed = QByteArray::fromStdString(of->hash).toHex().toStdString();
    for (const qint64 line : mends.lines)
        packed += ' ' + std::to_string(line);
    return packed;
}

/// A run that is loading, and the number of its first record.
struct Begun {
    RunId run;
    qint64 first = 0;
};

Result<Begun> begin(store::Store& store, const ImportReport& report, const QString& name, const std::string& hash)
{
    Begun begun;
    const auto written = store.write(store::Priority::Bulk, [&](WriteScope& scope) -> Result<void> {
        begun.run = store::beginRun(scope, {hash, name, report.format, report.encoding, report.bytes});
        begun.first = store::firstRecordOf(scope, begun.run);
        return {};
    });
    if (!written)
        return Failure(written.error());
    return begun;
}

} // namespace

Result<ImportReport> Imports::import(const ImportRequest& request, const JobContext& job)
{
    return import(request, {}, job);
}

/// The same file, read in the same way, is here: it counts again, and what its people said may still come in.
Result<void> Imports::importAgain(const ImportRequest& request, const formats::Detected& detected, ImportReport& report,
                                  const JobContext& job)
{
    report.alreadyHere = m_project.store().catalog()->run(report.run)->run.records;
    if (const auto back = broughtBack(m_project, report.run, request, job); !back)
        return back;
    return importMarksAgain(m_project, request, detected, report, job);
}

Result<ImportReport> Imports::import(const ImportRequest& request, const Mends& mends, const JobContext& job)
{
    QElapsedTimer timer;
    timer.start();
    store::Store& store = m_project.store();
    if (const auto allowed = mayImport(m_project); !allowed)
        return Failure(allowed.error());
    const auto detected = formats::detect(request.file, told(request.reading));
    if (!detected)
        return Failure(detected.error());
    ImportReport report;
    report.file = request.file;
    report.format = QString::fromLatin1(detected->format->id);
    report.encoding = detected->encoding;
    const std::string packed = packMends(*store.catalog(), mends);
    const std::string reader = detected->reader() + (packed.empty() ? "" : "\nmends\t" + packed)
        + (request.found ? "\nsearch\t" + request.found->name() : "");
    const auto print = fingerprint(request.file, reader, job);
    if (!print)
        return Failure(print.error());
    report.bytes = print->bytes;
    if (const RunId known = store::runByHash(*store.catalog(), print->hash)) {
        report.run = known;
        if (const auto again = importAgain(request, *detected, report, job); !again)
            return Failure(again.error());
        return report;
    }
    if (const auto swept = sweep(job); !swept)
        return Failure(swept.error());
    const QString name = mends.of ? mends.fileName
        : request.found           ? request.found->shownName()
                                  : formats::shownName(request.file);
    const auto begun = begin(store, report, name, print->hash);
    if (!begun)
        return Failure(begun.error());
    ImportRun in(m_project, request, job, begun->run, begun->first);
    in.totalBytes = report.bytes;
    const auto read = formats::readFile(request.file, *detected, in);
    const auto finished = in.finish();
    report.records = in.records;
    report.alreadyHere = in.alreadyHere;
    report.unreadableCount = in.unreadableCount;
    report.unreadable = in.firstUnreadable;
    report.run = begun->run;
    Result<void> ended = !finished ? finished : read ? Result<void>() : Result<void>(Failure(read.error()));
    const bool nothingNew = ended && in.records == 0;
    if (ended && !nothingNew)
        ended = conclude(request, packed, in, begun->first, report);
    if (nothingNew)
        report.run = {};
    if (!ended || nothingNew) {
        // Cancelled, failed or all known before: nothing of it is there, and what was written already is swept.
        if (const auto swept = sweep({}); !swept && swept.error().code != ErrorCode::DiskFull)
            return Failure(swept.error());
    }
    if (!ended)
        return Failure(ended.error());
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

Result<void> Imports::conclude(const ImportRequest& request, const std::string& mends, const ImportRun& in,
                               qint64 first, ImportReport& report)
{
    const QString fallback = guessSource(request.file, report.format);
    auto repeats = m_project.store().read([&](store::Reader& reader) {
        return store::repeatsOf(reader, first, in.records, sourcesOf(reader.catalog(), request, fallback, in.origins));
    });
    if (!repeats)
        return Failure(repeats.error());
    report.repeats = qint64(repeats->size());
    if (request.found)
        request.found->addVersions(*repeats);
    return goLive(m_project, report.run, request, mends, in, *repeats, report);
}

bool Imports::isLong(const Run& run)
{
    return run.records > store::recordsInOneGo;
}

Result<void> Imports::takeBack(RunId run, const JobContext& job)
{
    return takenBack(m_project, run, job);
}
Result<void> Imports::bringBack(RunId run, const JobContext& job)
{
    return broughtBack(m_project, run, {}, job);
}

Result<void> Imports::setDetails(RunId run, const RunDetails& details)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Extend);
        if (!by)
            return Failure(by.error());
        if (!scope.catalog().run(run))
            return fail(ErrorCode::UnknownRecord);
        Edits edits;
        addDetails(edits, run, details);
        scope.append(*by, std::move(edits));
        return {};
    });
}

Result<void> Imports::sweep(const JobContext& job)
{
    if (m_project.readOnly())
        return {};
    for (bool more = true; more && !job.cancelled();) {
        const auto swept = m_project.store().write(store::Priority::Bulk, [&](WriteScope& scope) -> Result<void> {
            more = store::sweepDeadRuns(scope, 500);
            return {};
        });
        if (!swept)
            return Failure(swept.error());
    }
    return {};
}

} // namespace winnow
