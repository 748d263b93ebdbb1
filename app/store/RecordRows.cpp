// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordRows.h"

#include "domain/Place.h"
#include "store/Expected.h"
#include "store/Reports.h"
#include "store/RunFacts.h"
#include "store/Side.h"

#include <sqlite3.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace winnow::store {
namespace {

constexpr std::string_view textColumns
    = "title, abstract, authors, year, journal, volume, issue, pages, doi, pmid, pmcid, nct, keywords, language, type, "
      "url, source_id, extra, issn, isbn";

Record readRecord(const Statement& q)
{
    Record r;
    r.title = q.string(0);
    r.abstract = q.string(1);
    r.authors = unpackAuthors(q.text(2));
    r.year = int(q.integer(3));
    std::string Record::*const members[] = {&Record::journal, &Record::volume, &Record::issue, &Record::pages,
                                            &Record::doi,     &Record::pmid,   &Record::pmcid, &Record::nct};
    int i = 3;
    for (const auto member : members)
        r.*member = q.string(++i);
    setFieldText(r, Field::Keywords, q.string(12));
    r.language = q.string(13);
    r.type = q.string(14);
    r.url = q.string(15);
    r.sourceId = q.string(16);
    r.extra = unpackExtra(q.text(17));
    r.issn = q.string(18);
    r.isbn = q.string(19);
    return r;
}

/// Calls `visit` with the rows of live imports, in order.
template <class Visit> void scanLive(Reader& reader, const std::string& columns, std::string_view where, Visit visit)
{
    for (const RunInfo& info : reader.catalog().runs) {
        const RecordRange live = info.live();
        if (live.empty())
            continue;
        Statement q
            = reader.db().prepare("SELECT " + columns + " FROM record WHERE id BETWEEN ? AND ?" + std::string(where));
        q.bind(live.first, live.last);
        while (q.step())
            visit(q, info);
    }
}

using Standing = std::pair<Place, ReasonId>;

/// Place and reason of a report from columns `i` and `i + 1`, as the viewer is shown them.
Standing standing(Expected& expected, qint64 report, const Statement& q, int i)
{
    const auto place = Place(q.integer(i));
    const Place shown = expected.shown(report, place);
    return {shown, shown == place ? ReasonId(q.integer(i + 1)) : ReasonId()};
}

/// Where the true place and all that it may be shown as are among `places`, or none is, nothing needs to be asked.
bool isShownAt(Expected& expected, const std::set<Place>& places, qint64 report, Place place)
{
    if (places.empty())
        return true;
    const bool in = places.contains(place);
    const auto shown = [&](bool title, bool fulltext) { return places.contains(shownPlace(place, title, fulltext)); };
    if (shown(true, false) == in && shown(false, true) == in)
        return in;
    return places.contains(expected.shown(report, place));
}

std::string jsonList(std::span<const qint64> ids)
{
    std::string list = "[";
    for (const qint64 id : ids)
        list += (list.size() > 1 ? "," : "") + std::to_string(id);
    return list + "]";
}

/// Puts the edits of people over the rows.
void applyEdits(Reader& reader, const std::string& ids, std::unordered_map<qint64, BriefRow*>& rows)
{
    Statement q = reader.db().prepare("SELECT subject, slot, value FROM cell WHERE kind = 8 AND value IS NOT NULL "
                                      "AND subject IN (SELECT value FROM json_each(?))");
    q.bind(ids);
    while (q.step()) {
        const auto found = rows.find(q.integer(0));
        if (found == rows.end())
            continue;
        BriefRow& row = *found->second;
        Record edited;
        setFieldText(edited, Field(q.integer(1)), q.string(2));
        switch (Field(q.integer(1))) {
        case Field::Title: row.title = edited.title; break;
        case Field::Authors: row.authors = packAuthors(edited.authors); break;
        case Field::Journal: row.journal = edited.journal; break;
        case Field::Type: row.type = edited.type; break;
        case Field::Year: row.year = edited.year; break;
        case Field::Abstract: row.hasAbstract = !edited.abstract.empty(); break;
        default: break;
        }
    }
}

std::vector<qint64> numbers(Statement& q)
{
    std::vector<qint64> ids;
    while (q.step())
        ids.push_back(q.integer(0));
    return ids;
}

} // namespace

std::optional<RecordRow> recordRow(Reader& reader, qint64 id)
{
    Statement q
        = reader.db().prepare("SELECT r.offset, r.length, r.line, r.origin, r.flags, r.report, " + standingOf("p")
                              + " FROM record r JOIN record p ON p.id = r.report WHERE r.id = ?");
    q.bind(id);
    if (!q.step() || !reader.catalog().runOf(id))
        return {};
    RecordRow row{id, {q.integer(0), q.integer(1), q.integer(2)}, q.integer(3), int(q.integer(4)), q.integer(5), {},
                  {}};
    Expected expected(reader);
    std::tie(row.place, row.reason) = standing(expected, row.report, q, 6);
    return row;
}

std::optional<Record> importedRecord(Reader& reader, qint64 id)
{
    Statement q = reader.db().prepare("SELECT " + std::string(textColumns) + " FROM record_text WHERE id = ?");
    q.bind(id);
    if (!q.step())
        return {};
    return readRecord(q);
}

std::optional<Record> fullRecord(Reader& reader, qint64 id, std::vector<Field>* edited)
{
    auto imported = importedRecord(reader, id);
    if (!imported)
        return {};
    Record& record = *imported;
    Statement edits = reader.db().prepare("SELECT slot, value FROM cell WHERE kind = 8 AND subject = ? "
                                          "AND value IS NOT NULL");
    edits.bind(id);
    while (edits.step()) {
        setFieldText(record, Field(edits.integer(0)), edits.string(1));
        if (edited)
            edited->push_back(Field(edits.integer(0)));
    }
    return imported;
}

bool hasEdits(Reader& reader)
{
    return reader.db().number("SELECT EXISTS(SELECT 1 FROM cell WHERE kind = 8)") != 0;
}

qint64 reportOf(Reader& reader, qint64 record)
{
    Statement q = reader.db().prepare("SELECT report FROM record WHERE id = ?");
    q.bind(record);
    return q.step() ? q.integer(0) : 0;
}

std::vector<qint64> reportMembers(Reader& reader, qint64 report)
{
    return membersOf(reader.db(), report);
}

std::vector<BriefRow> briefRows(Reader& reader, std::span<const qint64> ids)
{
    std::vector<BriefRow> rows;
    rows.reserve(ids.size());
    const std::string list = jsonList(ids);
    Expected expected(reader);
    Statement q = reader.db().prepare(
        "SELECT t.id, t.title, t.authors, t.journal, t.type, t.year, t.abstract IS NOT NULL, r.origin, r.report, "
        + standingOf("p")
        + " FROM json_each(?) j JOIN record r ON r.id = j.value JOIN record p ON p.id = r.report "
          "JOIN record_text t ON t.id = r.id ORDER BY j.key");
    q.bind(list);
    while (q.step()) {
        rows.push_back({q.integer(0),
                        q.string(1),
                        q.string(2),
                        q.string(3),
                        q.string(4),
                        int(q.integer(5)),
                        q.integer(6) != 0,
                        q.integer(7),
                        {},
                        {}});
        std::tie(rows.back().place, rows.back().reason) = standing(expected, q.integer(8), q, 9);
    }
    if (hasEdits(reader)) {
        std::unordered_map<qint64, BriefRow*> byId;
        for (BriefRow& row : rows)
            byId[row.id] = &row;
        applyEdits(reader, list, byId);
    }
    return rows;
}

std::vector<qint64> reportsAt(Reader& reader, const std::set<Place>& places, ReasonId reason)
{
    std::vector<qint64> ids;
    Expected expected(reader);
    scanLive(reader, "id, " + standingOf("record"), " AND report = id", [&](const Statement& q, const RunInfo&) {
        if (!isShownAt(expected, places, q.integer(0), Place(q.integer(1))))
            return;
        if (!reason || reader.catalog().effective(ReasonId(q.integer(2))) == reason)
            ids.push_back(q.integer(0));
    });
    return ids;
}

std::vector<qint64> reportsWithheld(Reader& reader, const std::set<Place>& places, ReasonId reason)
{
    std::vector<qint64> ids;
    Expected expected(reader);
    if (!expected.any())
        return ids;
    scanLive(reader, "id, " + standingOf("record"), " AND report = id", [&](const Statement& q, const RunInfo&) {
        const auto place = Place(q.integer(1));
        if (!places.contains(place) || places.contains(expected.shown(q.integer(0), place)))
            return;
        if (!reason || reader.catalog().effective(ReasonId(q.integer(2))) == reason)
            ids.push_back(q.integer(0));
    });
    return ids;
}

std::vector<qint64> reportsWithoutAbstract(Reader& reader, const std::set<Place>& places)
{
    std::vector<qint64> ids;
    Expected expected(reader);
    scanLive(reader, "id, " + standingOf("record"), " AND report = id AND NOT flags & 2",
             [&](const Statement& q, const RunInfo&) {
                 if (isShownAt(expected, places, q.integer(0), Place(q.integer(1))))
                     ids.push_back(q.integer(0));
             });
    return ids;
}

std::vector<qint64> joinedRecords(Reader& reader)
{
    Statement q = reader.db().prepare("SELECT id FROM record WHERE report <> id ORDER BY id");
    std::vector<qint64> ids = numbers(q);
    std::erase_if(ids, [&](qint64 id) { return !reader.catalog().isLive(id); });
    return ids;
}

std::vector<qint64> recordsOf(Reader& reader, SourceId source)
{
    std::vector<qint64> ids;
    for (const RunInfo& info : reader.catalog().runs) {
        const RecordRange live = info.live();
        if (live.empty())
            continue;
        Statement q = reader.db().prepare("SELECT id, origin FROM record WHERE id BETWEEN ? AND ?");
        q.bind(live.first, live.last);
        while (q.step()) {
            if (info.run.sources[size_t(q.integer(1))] == source)
                ids.push_back(q.integer(0));
        }
    }
    return ids;
}

std::vector<qint64> allRecords(Reader& reader)
{
    std::vector<qint64> ids;
    for (const RunInfo& info : reader.catalog().runs) {
        for (qint64 id = info.live().first; id <= info.live().last; ++id)
            ids.push_back(id);
    }
    return ids;
}

Arm armOfReport(Reader& reader, qint64 report)
{
    const Catalog& catalog = reader.catalog();
    for (const qint64 id : reportMembers(reader, report)) {
        Statement q = reader.db().prepare("SELECT origin FROM record WHERE id = ?");
        q.bind(id);
        if (q.step() && catalog.isLive(id)
            && armOf(catalog.kindOf(catalog.sourceOf(id, q.integer(0)))) == Arm::Databases)
            return Arm::Databases;
    }
    return Arm::OtherMethods;
}

Membership membershipOf(Reader& reader, qint64 record)
{
    Statement q = reader.db().prepare("SELECT report, accession_key, report = id AND NOT EXISTS(SELECT 1 FROM record o "
                                      "WHERE o.report = r.id AND o.report <> o.id) FROM record r WHERE id = ?");
    q.bind(record);
    return q.step() ? Membership{q.integer(0), q.integer(1), q.integer(2) != 0} : Membership();
}

std::vector<qint64> matching(Reader& reader, const std::string& expression, qint64 after, qint64 limit)
{
    Statement q = reader.db().prepare("SELECT rowid FROM find WHERE find MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?");
    q.bind(expression, after, limit);
    try {
        return numbers(q);
    } catch (const StoreError& error) {
        // A letter that is younger than the tokenizer's Unicode parts a word in two, and the index knows no phrases.
        if (error.sqliteCode() != SQLITE_ERROR)
            throw;
        return {};
    }
}

} // namespace winnow::store
