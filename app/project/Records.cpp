// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Records.h"

#include "formats/Read.h"
#include "project/Boxes.h"
#include "project/FindQuery.h"
#include "project/Narration.h"
#include "project/ShortNames.h"
#include "project/Writing.h"
#include "store/FoundCells.h"
#include "store/RecordRows.h"
#include "store/RunFacts.h"

#include <QRegularExpression>

#include <algorithm>

namespace winnow {
namespace {

std::vector<RecordId> asRecords(const std::vector<qint64>& numbers)
{
    std::vector<RecordId> ids;
    ids.reserve(numbers.size());
    for (const qint64 n : numbers)
        ids.emplace_back(n);
    return ids;
}

RecordBrief briefOf(const store::Catalog& catalog, const store::BriefRow& row)
{
    RecordBrief brief;
    brief.id = RecordId(row.id);
    brief.number = catalog.numberOf(row.id);
    brief.title = row.title;
    brief.year = row.year;
    brief.journal = row.journal;
    brief.type = row.type;
    brief.hasAbstract = row.hasAbstract;
    const auto authors = unpackAuthors(row.authors);
    brief.authors = int(authors.size());
    if (!authors.empty())
        brief.firstAuthor = authors.front().family;
    brief.source = catalog.sourceOf(row.id, row.origin);
    brief.place = row.place;
    brief.reason = catalog.effective(row.reason);
    return brief;
}

Result<RecordView> view(store::Reader& reader, RecordId id)
{
    const auto row = store::recordRow(reader, id.value);
    RecordView v;
    auto record = store::fullRecord(reader, id.value, &v.edited);
    if (!row || !record)
        return fail(ErrorCode::UnknownRecord, QString::number(id.value));
    const store::Catalog& catalog = reader.catalog();
    v.record = std::move(*record);
    v.id = id;
    v.uid = store::recordUid(catalog, id);
    v.number = catalog.numberOf(id.value);
    v.report = RecordId(row->report);
    v.reportUid = store::recordUid(catalog, v.report);
    v.members = asRecords(store::reportMembers(reader, row->report));
    if (const store::RunInfo* run = catalog.runOf(id.value))
        v.run = run->run.id;
    v.source = catalog.sourceOf(id.value, row->origin);
    v.place = row->place;
    v.reason = catalog.effective(row->reason);
    v.line = row->raw.line;
    RecordBrief brief;
    brief.number = v.number;
    brief.year = v.record.year;
    if (!v.record.authors.empty())
        brief.firstAuthor = v.record.authors.front().family;
    v.name = shortName(brief);
    return v;
}

Result<std::string> raw(store::Reader& reader, RecordId id)
{
    const auto row = store::recordRow(reader, id.value);
    const store::RunInfo* run = reader.catalog().runOf(id.value);
    if (!row || !run)
        return fail(ErrorCode::UnknownRecord, QString::number(id.value));
    const RawSpan& span = row->raw;
    if (run->run.encoding == QLatin1String("utf-8")) {
        const qint64 mark = formats::byteOrderMarkLength(store::fileBytes(reader, run->run.id, 0, 4));
        return store::fileBytes(reader, run->run.id, span.offset + mark, span.length);
    }
    auto whole = formats::decodeAll(store::fileBytes(reader, run->run.id, 0, run->bytes), run->run.encoding);
    if (!whole)
        return whole;
    return whole->substr(std::min(size_t(span.offset), whole->size()), size_t(span.length));
}

Result<void> acceptable(Field field, const std::string& text)
{
    if (field != Field::Year || text.empty())
        return {};
    static const QRegularExpression fourDigits(QStringLiteral("^[0-9]{4}$"));
    if (!fourDigits.match(QString::fromStdString(text)).hasMatch())
        return fail(ErrorCode::BadInput, QString::fromStdString(text));
    return {};
}

} // namespace

Result<std::vector<RecordId>> Records::reports() const
{
    return m_project.store().read([](store::Reader& r) { return asRecords(store::reportsAt(r, {})); });
}

Result<std::vector<RecordId>> Records::all() const
{
    return m_project.store().read([](store::Reader& r) { return asRecords(store::allRecords(r)); });
}

Result<std::vector<RecordId>> Records::ofSource(SourceId source) const
{
    return m_project.store().read([&](store::Reader& r) { return asRecords(store::recordsOf(r, source)); });
}

Result<std::vector<RecordId>> Records::ofRun(RunId run) const
{
    return m_project.store().read([&](store::Reader& r) {
        std::vector<RecordId> ids;
        if (const store::RunInfo* info = r.catalog().run(run)) {
            for (qint64 i = 0; i < info->run.records; ++i)
                ids.emplace_back(info->first + i);
        }
        return ids;
    });
}

Result<std::vector<RecordId>> Records::ofBox(const QString& key) const
{
    return m_project.store().read([&](store::Reader& r) -> Result<std::vector<RecordId>> {
        auto ids = recordsInBox(r, key);
        if (!ids)
            return Failure(ids.error());
        return asRecords(*ids);
    });
}

Result<qint64> Records::withheldFrom(const QString& key) const
{
    return m_project.store().read([&](store::Reader& r) { return withheldFromBox(r, key); });
}

Result<std::vector<RecordBrief>> Records::briefs(std::span<const RecordId> ids) const
{
    return m_project.store().read([&](store::Reader& r) {
        std::vector<qint64> numbers;
        for (const RecordId id : ids)
            numbers.push_back(id.value);
        std::vector<RecordBrief> briefs;
        const std::map<qint64, int> notices = store::noticeMarks(r, numbers);
        for (const store::BriefRow& row : store::briefRows(r, numbers)) {
            briefs.push_back(briefOf(r.catalog(), row));
            if (const auto found = notices.find(row.id); found != notices.end())
                briefs.back().notice = NoticeKind(found->second);
        }
        return briefs;
    });
}

Result<RecordView> Records::record(RecordId id) const
{
    return m_project.store().read([&](store::Reader& r) { return view(r, id); });
}

Result<std::string> Records::rawText(RecordId id) const
{
    return m_project.store().read([&](store::Reader& r) { return raw(r, id); });
}

Result<std::vector<LogEntry>> Records::history(RecordId id) const
{
    return m_project.store().read([&](store::Reader& r) {
        std::vector<LogEntry> entries;
        for (const store::Change& change : store::trailOf(r, id.value))
            entries.push_back(narrate(r, change));
        return entries;
    });
}

Result<void> Records::edit(RecordId id, Field field, const std::string& words)
{
    if (auto ok = acceptable(field, words); !ok)
        return ok;
    return change(m_project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Work);
        if (!by)
            return Failure(by.error());
        if (!scope.reportOf(id.value))
            return fail(ErrorCode::UnknownRecord, QString::number(id.value));
        scope.append(*by, {{store::ChangeKind::Field, id.value, qint64(field), store::Value(words)}});
        return {};
    });
}

RecordId Records::fromUid(QStringView uid) const
{
    return store::recordNamed(*m_project.store().catalog(), uid);
}

qint64 Records::number(RecordId id) const
{
    return m_project.store().catalog()->numberOf(id.value);
}

QString Records::uid(RecordId id) const
{
    return store::recordUid(*m_project.store().catalog(), id);
}

Result<std::vector<RecordId>> Records::find(const QString& query, std::span<const RecordId> within, qint64 limit) const
{
    return m_project.store().read([&](store::Reader& r) { return findIn(r, query, within, limit); });
}

} // namespace winnow
