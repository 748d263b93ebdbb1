// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Imports.h"

#include "project/ImportMarks.h"
#include "project/ImportRun.h"
#include "project/Writing.h"
#include "store/Trail.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <map>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::RunSlot;
using store::SourceSlot;
using store::WriteScope;
using Edits = std::vector<Edit>;

/// The first 80 bits of the hash of a file's content and its reader: the same file makes the same record ids anywhere.
Result<std::string> fingerprint(const QString& path, const QString& format, const JobContext& job)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(format.toUtf8());
    QByteArray block(1 << 20, Qt::Uninitialized);
    for (qint64 n = 0; (n = file.read(block.data(), block.size())) != 0;) {
        if (n < 0)
            return fail(ErrorCode::FileUnreadable, path, file.errorString());
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, path);
        hash.addData(QByteArrayView(block.constData(), n));
    }
    return hash.result().left(10).toStdString();
}

/// What a file of this kind and name usually is an export of.
QString guessSource(const QString& file, const QString& format)
{
    static constexpr std::array known{"PubMed", "Scopus",     "Embase", "CENTRAL", "Cochrane",
                                      "CINAHL", "PsycINFO",   "LILACS", "ICTRP",   "ProQuest",
                                      "IEEE",   "Dimensions", "Lens",   "SciELO",  "ERIC"};
    const QString name = QFileInfo(file).completeBaseName();
    const auto found = std::find_if(known.begin(), known.end(), [&](const char* source) {
        return name.contains(QLatin1String(source), Qt::CaseInsensitive);
    });
    if (found != known.end())
        return QString::fromLatin1(*found);
    if (name.contains(QLatin1String("clinicaltrials"), Qt::CaseInsensitive)
        || name.contains(QLatin1String("ctgov"), Qt::CaseInsensitive))
        return QStringLiteral("ClinicalTrials.gov");
    if (name.contains(QLatin1String("web of science"), Qt::CaseInsensitive)
        || name.startsWith(QLatin1String("savedrecs"), Qt::CaseInsensitive))
        return QStringLiteral("Web of Science");
    return format == QLatin1String("nbib") ? QStringLiteral("PubMed") : name;
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

/// The source of that name, made if the review has none yet.
qint64 sourceNamed(WriteScope& scope, Edits& edits, std::map<QString, qint64>& made, const QString& name,
                   std::optional<SourceKind> kind)
{
    if (const Source* known = scope.catalog().source(name)) {
        if (kind && *kind != known->kind)
            edits.push_back(edit(ChangeKind::Source, known->id.value, SourceSlot::Kind, qint64(*kind)));
        return known->id.value;
    }
    if (const auto just = made.find(name.toLower()); just != made.end())
        return just->second;
    const qint64 id = scope.newEntity(store::EntityType::Source);
    made[name.toLower()] = id;
    edits.push_back(edit(ChangeKind::Source, id, SourceSlot::Name, text(name)));
    edits.push_back(edit(ChangeKind::Source, id, SourceSlot::Kind, qint64(kind.value_or(defaultKind(name)))));
    return id;
}

Edits sourceEdits(WriteScope& scope, RunId run, const ImportRequest& request, const QString& fallback,
                  const std::vector<std::string>& origins)
{
    Edits edits;
    std::map<QString, qint64> made;
    for (size_t i = 0; i < origins.size(); ++i) {
        const QString named = request.source.isEmpty() ? QString::fromStdString(origins[i]) : request.source;
        const qint64 source = sourceNamed(scope, edits, made, named.isEmpty() ? fallback : named, request.kind);
        edits.push_back({ChangeKind::Run, run.value, qint64(RunSlot::SourceOfOrigin) + qint64(i), source});
    }
    return edits;
}

/// Ends a run and makes it count: its source, details, repeats and carried marks, in one commit. Without it nothing of
/// the run is there.
Result<void> goLive(Project& project, RunId run, const ImportRequest& request, const QString& fallback,
                    const ImportRun& in, const std::vector<std::pair<qint64, qint64>>& repeats, ImportReport& report)
{
    return done(project.store().write(store::Priority::Person, [&](WriteScope& scope) -> Result<void> {
        store::endRun(scope, run, in.records, in.unreadableCount, in.origins);
        const ReviewerId by = actor(scope.catalog(), project.me());
        Edits edits = sourceEdits(scope, run, request, fallback, in.origins);
        addDetails(edits, run, request.details);
        edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Live, qint64(1)));
        edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Base, scope.catalog().freeBase()));
        const store::Catalog now = store::loadCatalog(scope.db());
        for (const auto& [a, b] : repeats)
            edits.push_back(store::pairEdit(now, ChangeKind::PairAuto, a, b, qint64(store::Same::Yes)));
        MarkEdits marks(scope, request.votesAs);
        for (const ImportRun::MarksOf& of : in.marks) {
            for (const CarriedMark& mark : of.marks)
                marks.add(of.record, mark);
        }
        edits.insert(edits.end(), marks.shared.begin(), marks.shared.end());
        scope.append(by, std::move(edits));
        for (auto& [author, own] : marks.byAuthor)
            scope.append(ReviewerId(author), std::move(own));
        report.marks = marks.count;
        report.unknownPeople = QStringList(marks.unknown.begin(), marks.unknown.end());
        return {};
    }));
}

/// Of each origin the source that the review has by that name, or a negative number that stands for a new one.
std::vector<qint64> sourcesOf(const store::Catalog& catalog, const ImportRequest& request, const QString& fallback,
                              const std::vector<std::string>& origins)
{
    std::vector<qint64> sources;
    std::map<QString, qint64> fresh;
    for (const std::string& origin : origins) {
        const QString named = request.source.isEmpty() ? QString::fromStdString(origin) : request.source;
        const QString& name = named.isEmpty() ? fallback : named;
        const Source* known = catalog.source(name);
        sources.push_back(known ? known->id.value
                                : fresh.try_emplace(name.toLower(), -1 - qint64(fresh.size())).first->second);
    }
    return sources;
}

Result<void> takenBack(Project& project, RunId run)
{
    return change(project, [&](WriteScope& scope) -> Result<void> {
        const store::RunInfo* info = scope.catalog().run(run);
        if (!info)
            return fail(ErrorCode::UnknownRecord);
        if (info->run.live)
            scope.append(actor(scope.catalog(), project.me()),
                         {edit(ChangeKind::Run, run.value, RunSlot::Live, qint64(0))});
        return {};
    });
}

/// Makes a run count again. One whose import was undone has lost its sources with it: they are given anew.
Result<void> broughtBack(Project& project, RunId run, const ImportRequest& request)
{
    return change(project, [&](WriteScope& scope) -> Result<void> {
        const store::RunInfo* info = scope.catalog().run(run);
        if (!info)
            return fail(ErrorCode::UnknownRecord);
        if (info->run.live)
            return {};
        const auto& sources = info->run.sources;
        Edits edits;
        if (std::any_of(sources.begin(), sources.end(), [&](SourceId s) { return !scope.catalog().source(s); }))
            edits = sourceEdits(scope, run, request, guessSource(info->run.fileName, info->run.format), info->origins);
        if (!edits.empty())
            edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Base, info->base));
        edits.push_back(edit(ChangeKind::Run, run.value, RunSlot::Live, qint64(1)));
        scope.append(actor(scope.catalog(), project.me()), std::move(edits));
        return {};
    });
}

Result<void> mayImport(const Project& project)
{
    if (project.readOnly())
        return fail(ErrorCode::ReadOnlyProject, project.path());
    if (const Reviewer* me = project.store().catalog()->reviewer(project.me()); me && !me->mayImport())
        return fail(ErrorCode::RoleForbids, me->name);
    return {};
}

/// A run that is loading, and the number of its first record.
struct Begun {
    RunId run;
    qint64 first = 0;
};

Result<Begun> begin(store::Store& store, const ImportReport& report, const std::string& hash)
{
    Begun begun;
    const auto written = store.write(store::Priority::Bulk, [&](WriteScope& scope) -> Result<void> {
        begun.run = store::beginRun(
            scope, {hash, QFileInfo(report.file).fileName(), report.format, report.encoding, report.bytes});
        begun.first = store::firstRecordOf(scope, begun.run);
        return {};
    });
    if (!written)
        return Failure(written.error());
    return begun;
}

} // namespace

Result<ImportPreview> Imports::preview(const QString& file, const QString& format) const
{
    const auto detected = formats::detect(file, format);
    if (!detected)
        return Failure(detected.error());
    ImportPreview preview;
    preview.file = file;
    preview.format = QString::fromLatin1(detected->format->id);
    preview.formatName = QString::fromLatin1(detected->format->name);
    preview.encoding = detected->encoding;
    preview.source = guessSource(file, preview.format);
    preview.kind = defaultKind(preview.source);
    preview.bytes = QFileInfo(file).size();
    return preview;
}

Result<ImportReport> Imports::import(const ImportRequest& request, const JobContext& job)
{
    QElapsedTimer timer;
    timer.start();
    store::Store& store = m_project.store();
    if (const auto allowed = mayImport(m_project); !allowed)
        return Failure(allowed.error());
    const auto detected = formats::detect(request.file, request.format);
    if (!detected)
        return Failure(detected.error());
    ImportReport report;
    report.file = request.file;
    report.format = QString::fromLatin1(detected->format->id);
    report.encoding = detected->encoding;
    report.bytes = QFileInfo(request.file).size();
    const auto hash = fingerprint(request.file, report.format, job);
    if (!hash)
        return Failure(hash.error());
    if (const RunId known = store::runByHash(*store.catalog(), *hash)) {
        report.run = known;
        report.alreadyHere = store.catalog()->run(known)->run.records;
        if (const auto back = broughtBack(m_project, known, request); !back)
            return Failure(back.error());
        if (request.votesAs.isEmpty())
            return report;
        if (const auto marked = importMarksAgain(m_project, request, *detected, report, job); !marked)
            return Failure(marked.error());
        return report;
    }
    if (const auto swept = sweep(job); !swept)
        return Failure(swept.error());
    const auto begun = begin(store, report, *hash);
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
        ended = conclude(request, in, begun->first, report);
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

Result<void> Imports::conclude(const ImportRequest& request, const ImportRun& in, qint64 first, ImportReport& report)
{
    const QString fallback = guessSource(request.file, report.format);
    auto repeats = m_project.store().read([&](store::Reader& reader) {
        return store::repeatsOf(reader, first, in.records, sourcesOf(reader.catalog(), request, fallback, in.origins));
    });
    if (!repeats)
        return Failure(repeats.error());
    report.repeats = qint64(repeats->size());
    return goLive(m_project, report.run, request, fallback, in, *repeats, report);
}

Result<void> Imports::takeBack(RunId run)
{
    return takenBack(m_project, run);
}
Result<void> Imports::bringBack(RunId run)
{
    return broughtBack(m_project, run, {});
}

Result<void> Imports::setDetails(RunId run, const RunDetails& details)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        if (!scope.catalog().run(run))
            return fail(ErrorCode::UnknownRecord);
        Edits edits;
        addDetails(edits, run, details);
        scope.append(actor(scope.catalog(), m_project.me()), std::move(edits));
        return {};
    });
}

Result<std::vector<Unreadable>> Imports::unreadable(RunId run) const
{
    return m_project.store().read([&](store::Reader& reader) { return store::unreadableOf(reader, run); });
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
