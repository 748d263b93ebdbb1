// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Flow.h"

#include "domain/Words.h"
#include "formats/Write.h"
#include "project/Writing.h"
#include "sources/Service.h"
#include "store/Fetches.h"
#include "store/RecordRows.h"
#include "store/ReportState.h"
#include "store/StageCells.h"
#include "store/Trail.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <set>
#include <tuple>

namespace winnow {
namespace {

using store::ChangeKind;

std::set<Place> placesOf(ExportSet set)
{
    using enum Place;
    switch (set) {
    case ExportSet::All: break;
    case ExportSet::Included: return {Included};
    case ExportSet::Excluded: return {TitleExcluded, FulltextExcluded, RemovedAutomation, RemovedOther};
    case ExportSet::Conflicts: return {TitleConflict, FulltextConflict, ReasonsDiffer};
    case ExportSet::Unscreened: return {AwaitingScreening};
    }
    return {};
}

std::string nameOf(const store::Reader& reader, ReviewerId id)
{
    const Reviewer* reviewer = reader.catalog().reviewer(id);
    return reviewer ? reviewer->name.toStdString() : std::string();
}

std::string reasonText(const store::Reader& reader, ReasonId id)
{
    const Reason* reason = reader.catalog().reason(id);
    return reason ? reason->text.toStdString() : std::string();
}

void addPersonal(store::Reader& reader, qint64 member, std::vector<CarriedMark>& marks)
{
    using Kind = CarriedMark::Kind;
    const auto add
        = [&](Kind kind, const store::MarkRow& row, Stage stage, std::string value, std::string reason = {}) {
              marks.push_back({kind, nameOf(reader, row.author), words::wordOf(stage).toStdString(), std::move(value),
                               std::move(reason)});
          };
    for (const store::MarkRow& row : store::marksOn(reader, member, ChangeKind::Vote)) {
        const auto* packed = std::get_if<qint64>(&row.value);
        const store::VoteValue vote = store::unpackVote(packed ? *packed : 0);
        if (vote.verdict != Verdict::None && row.stamp > store::cutOf(reader.db(), member, Stage(row.slot)))
            add(Kind::Vote, row, Stage(row.slot), words::wordOf(vote.verdict).toStdString(),
                reasonText(reader, vote.reason));
    }
    for (const store::MarkRow& row : store::marksOn(reader, member, ChangeKind::Note)) {
        const auto* text = std::get_if<std::string>(&row.value);
        if (text && !text->empty())
            add(Kind::Note, row, Stage(row.slot), *text);
    }
    std::set<std::tuple<ReviewerId, Stage, LabelId>> told; // merged labels are one
    for (const store::MarkRow& row : store::marksOn(reader, member, ChangeKind::Tag)) {
        const auto* on = std::get_if<qint64>(&row.value);
        const Label* label = reader.catalog().label(LabelId(store::slotEntity(row.slot)));
        if (on && *on && label && told.emplace(row.author, store::slotStage(row.slot), label->id).second)
            add(Kind::Label, row, store::slotStage(row.slot), label->name.toStdString());
    }
}

/// The team's decisions, which follow from the place of the report.
void addDecisions(const store::Reader& reader, const store::RecordRow& row, std::vector<CarriedMark>& marks)
{
    const auto add = [&](const char* stage, const char* verdict, const std::string& reason) {
        marks.push_back({CarriedMark::Kind::Decision, {}, stage, verdict, reason});
    };
    const std::string reason = reasonText(reader, row.reason);
    if (row.place == Place::TitleExcluded)
        add("title", "exclude", reason);
    if (passedTitle(row.place))
        add("title", "include", {});
    if (row.place == Place::FulltextExcluded)
        add("fulltext", "exclude", reason);
    if (row.place == Place::Included)
        add("fulltext", "include", {});
}

/// The abstract came from a database whose terms let those pass it on whose licence says so, and nobody said that it
/// does. What a person wrote or took from elsewhere instead is theirs.
bool abstractStaysHere(store::Reader& reader, qint64 record, const std::vector<Field>& edited)
{
    const store::RunInfo* run = reader.catalog().runOf(record);
    if (!run || run->search.empty() || std::find(edited.begin(), edited.end(), Field::Abstract) != edited.end())
        return false;
    const auto services = sources::registry();
    const auto service = std::find_if(services.begin(), services.end(), [&](const sources::Service& one) {
        return run->run.format == QLatin1String(one.format);
    });
    return service != services.end() && service->abstractsNeedLicence && !store::abstractsLicensed(reader, service->id);
}

Record exported(store::Reader& reader, qint64 report, qint64& withheld)
{
    std::vector<Field> edited;
    Record record = store::fullRecord(reader, report, &edited).value_or(Record());
    if (!record.abstract.empty() && abstractStaysHere(reader, report, edited)) {
        record.abstract.clear();
        ++withheld;
    }
    record.winnowId = store::recordUid(reader.catalog(), RecordId(report)).toStdString();
    if (const qint64 number = reader.catalog().numberOf(report))
        record.winnowNumber = std::to_string(number);
    const auto row = store::recordRow(reader, report);
    if (!row)
        return record;
    if (record.database.empty()) {
        if (const Source* source = reader.catalog().source(reader.catalog().sourceOf(report, row->origin)))
            record.database = source->name.toStdString();
    }
    addDecisions(reader, *row, record.marks);
    for (const qint64 member : store::reportMembers(reader, report))
        addPersonal(reader, member, record.marks);
    return record;
}

Result<void> append(QSaveFile& file, std::string& text)
{
    if (file.write(text.data(), qint64(text.size())) != qint64(text.size()))
        return fail(ErrorCode::FileNotWritable, file.fileName(), file.errorString());
    text.clear();
    return {};
}

} // namespace

std::vector<Exports::FormatName> Exports::formats()
{
    std::vector<FormatName> names;
    for (const winnow::formats::Format& format : winnow::formats::registry()) {
        if (format.writes)
            names.push_back({QString::fromLatin1(format.name),
                             QString::fromLatin1(format.extensions).section(QLatin1Char(' '), 0, 0)});
    }
    return names;
}

Result<ExportReport> Exports::save(const QString& path, ExportSet set, const JobContext& job) const
{
    const winnow::formats::Format* format = winnow::formats::findWriter(path);
    if (!format)
        return fail(ErrorCode::UnknownFormat, path);
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::IsDirectory, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    const auto reports
        = m_project.store().read([&](store::Reader& reader) { return store::reportsAt(reader, placesOf(set)); });
    if (!reports)
        return Failure(reports.error());
    const auto writer = winnow::formats::makeWriter(*format);
    std::string text;
    writer->begin(text);
    qint64 withheld = 0;
    constexpr size_t page = 200;
    for (size_t at = 0; at < reports->size(); at += page) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, path);
        const auto read = m_project.store().read([&](store::Reader& reader) {
            for (size_t i = at; i < std::min(at + page, reports->size()); ++i)
                writer->write(exported(reader, (*reports)[i], withheld), text);
        });
        if (!read)
            return Failure(read.error());
        if (auto written = append(file, text); !written)
            return Failure(written.error());
        job.report(qint64(at), qint64(reports->size()));
    }
    writer->end(text);
    if (const std::string why = writer->failure(); !why.empty())
        return fail(ErrorCode::FileNotWritable, path, QString::fromStdString(why));
    if (auto written = append(file, text); !written)
        return Failure(written.error());
    if (!file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return ExportReport{path, qint64(reports->size()), withheld};
}

} // namespace winnow
