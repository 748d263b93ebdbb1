// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RunFreight.h"

#include "store/Reports.h"

#include <algorithm>
#include <array>

namespace winnow::store {
namespace {

constexpr qint64 mostRecords = qint64(1) << 40;

struct Column {
    std::string name;
    bool text = false;
    bool required = false;
};

/// A table of facts; `own`: columns that are local or derived and stay behind.
struct Table {
    const char* name;
    std::array<const char*, 6> own;
    const char* into; ///< what the receiver gives these
    const char* values;
    bool ofRecord;
};

constexpr std::array tables{
    Table{"record",
          {"id", "report", "place", "reason", "place2", "reason2"},
          "id, report, place, reason",
          "?1, ?1, 1, 0",
          true},
    Table{"record_text", {"id", "", "", "", "", ""}, "id", "?1", true},
    Table{"unreadable", {"run", "", "", "", "", ""}, "run", "?1", false},
};

std::vector<Column> columnsOf(Database& db, const Table& table)
{
    std::vector<Column> columns;
    Statement q
        = db.prepare("SELECT name, type, \"notnull\" FROM pragma_table_info('" + std::string(table.name) + "')");
    while (q.step()) {
        const std::string name = q.string(0);
        if (std::find(table.own.begin(), table.own.end(), name) == table.own.end())
            columns.push_back({name, q.text(1) == "TEXT", q.integer(2) != 0});
    }
    return columns;
}

std::string listed(const std::vector<std::string>& names, const std::string& before = {})
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() && before.empty() ? "" : ", ") + name;
    return before + text;
}

Result<void> damaged(const std::string& what)
{
    return fail(ErrorCode::BundleDamaged, {}, QString::fromStdString(what));
}

bool fits(const Column& column, const Value& value)
{
    if (std::holds_alternative<std::monostate>(value))
        return !column.required;
    return column.text == std::holds_alternative<std::string>(value);
}

/// A number that the store goes by must be one that it can have.
bool inRange(const std::string& column, const Value& value, const RunHead& head)
{
    const auto* number = std::get_if<qint64>(&value);
    if (!number)
        return true;
    if (column == "origin")
        return *number >= 0 && *number < qint64(head.origins.size());
    if (column == "offset" || column == "length" || column == "line")
        return *number >= 0 && *number < mostRecords;
    if (column == "flags")
        return *number >= 0 && *number < (1 << 30);
    return column != "why" || (*number >= 0 && *number <= int(Unreadable::Why::Damaged));
}

} // namespace

RunHead headOf(const RunInfo& run)
{
    return {run.hash,
            run.run.fileName,
            run.run.format,
            run.run.encoding,
            run.bytes,
            run.run.records,
            run.run.unreadable,
            run.origins,
            {},
            {},
            {}};
}

// ---- out

OutgoingRun::OutgoingRun(Database& db, const RunInfo& run)
    : m_db(db)
    , m_run(run.run.id.value)
    , m_first(run.first)
    , m_records(run.run.records)
{
}

bool OutgoingRun::nextChunk(std::string& compressed)
{
    Statement q = m_db.prepare("SELECT id, data FROM chunk WHERE id > ? AND id <= ? ORDER BY id LIMIT 1");
    q.bind((m_run << 24) + m_chunk, (m_run << 24) | 0xffffff);
    if (!q.step())
        return false;
    m_chunk = q.integer(0) - (m_run << 24);
    compressed = std::string(q.blob(1));
    return true;
}

bool OutgoingRun::nextPage(qint64 limit, FactPage& page)
{
    for (; m_table < tables.size(); ++m_table, m_after = -1) {
        const Table& table = tables[m_table];
        page.table = table.name;
        page.columns.clear();
        page.rows.clear();
        for (const Column& column : columnsOf(m_db, table))
            page.columns.push_back(column.name);
        const std::string from = std::string(" FROM ") + table.name;
        Statement q = m_db.prepare(table.ofRecord ? listed(page.columns, "SELECT id - ?1") + from
                                           + " WHERE id > ?1 + ?2 AND id < ?1 + ?3 ORDER BY id LIMIT ?4"
                                                  : listed(page.columns, "SELECT rowid") + from
                                           + " WHERE run = ?1 AND rowid > ?2 ORDER BY rowid LIMIT ?4 + 0 * ?3");
        q.bind(table.ofRecord ? m_first : m_run, m_after, m_records, limit);
        while (q.step()) {
            FactRow row;
            for (int i = 0; i < q.columns(); ++i)
                row.push_back(readValue(q, i));
            m_after = std::get<qint64>(row.front());
            page.rows.push_back(std::move(row));
        }
        if (!page.rows.empty())
            return true;
    }
    return false;
}

// ---- in

IncomingRun::IncomingRun(RunHead head, const std::vector<std::string>& readers)
    : m_head(std::move(head))
    , m_hashes(readers.begin(), readers.end())
{
}

Result<void> IncomingRun::begin(WriteScope& scope)
{
    if (m_head.hash.size() != 10 || m_head.records < 0 || m_head.records > mostRecords || m_head.origins.empty())
        return damaged("import");
    m_run = beginRun(scope, {m_head.hash, m_head.fileName, m_head.format, m_head.encoding, m_head.bytes});
    m_first = firstRecordOf(scope, m_run);
    return {};
}

Result<void> IncomingRun::addChunk(WriteScope& scope, std::string_view compressed)
{
    const auto bytes = decompressed(compressed, size_t(chunkBytes));
    if (!bytes || m_chunks >= 0xffffff)
        return damaged("source file");
    m_bytes += qint64(bytes->size());
    for (SourceHash& hash : m_hashes)
        hash.add(*bytes);
    store::addChunk(scope, m_run, m_chunks++, compressed);
    return {};
}

Result<void> IncomingRun::addPage(WriteScope& scope, const FactPage& page)
{
    const auto table = std::find_if(tables.begin(), tables.end(), [&](const Table& t) { return page.table == t.name; });
    if (table == tables.end())
        return fail(ErrorCode::NewerBundle, {}, QString::fromStdString(page.table));
    const std::vector<Column> known = columnsOf(scope.db(), *table);
    std::vector<Column> columns;
    for (const std::string& name : page.columns) {
        const auto column = std::find_if(known.begin(), known.end(), [&](const Column& c) { return c.name == name; });
        if (column == known.end())
            return fail(ErrorCode::NewerBundle, {}, QString::fromStdString(name));
        columns.push_back(*column);
    }
    std::string values = table->values;
    for (size_t i = 0; i < columns.size(); ++i)
        values += ", ?" + std::to_string(i + 2);
    Statement insert = scope.db().prepare("INSERT INTO " + page.table + '(' + listed(page.columns, table->into)
                                          + ") VALUES(" + values + ')');
    qint64& place = m_rows[page.table];
    for (const FactRow& row : page.rows) {
        const auto* number = row.empty() ? nullptr : std::get_if<qint64>(&row.front());
        if (row.size() != columns.size() + 1 || (table->ofRecord && (!number || *number != place)))
            return damaged("row of " + page.table);
        for (size_t i = 0; i < columns.size(); ++i) {
            if (!fits(columns[i], row[i + 1]) || !inRange(columns[i].name, row[i + 1], m_head))
                return damaged(columns[i].name);
        }
        insert.bindOne(1, table->ofRecord ? m_first + place : m_run.value);
        if (const auto added = addRow(insert, page, row); !added)
            return added;
        ++place;
    }
    return {};
}

Result<void> IncomingRun::addRow(Statement& insert, const FactPage& page, const FactRow& row)
{
    for (size_t i = 0; i < page.columns.size(); ++i) {
        const auto* number = std::get_if<qint64>(&row[i + 1]);
        if (number && page.columns[i] == "flags")
            insert.bindOne(int(i) + 2, *number & ~qint64(Spoken)); // nothing here has spoken of it yet
        else
            bindValue(insert, int(i) + 2, row[i + 1]);
    }
    insert.run();
    return {};
}

Result<void> IncomingRun::complete() const
{
    const auto rows = [&](const char* table) {
        const auto found = m_rows.find(table);
        return found == m_rows.end() ? 0 : found->second;
    };
    if (rows("record") != m_head.records || rows("record_text") != m_head.records)
        return damaged("import");
    const bool named = std::any_of(m_hashes.begin(), m_hashes.end(),
                                   [&](const SourceHash& hash) { return hash.result() == m_head.hash; });
    if (m_bytes != m_head.bytes || !named)
        return damaged("source file of " + m_head.fileName.toStdString());
    return {};
}

void IncomingRun::end(WriteScope& scope) const
{
    const auto unreadable = m_rows.find("unreadable");
    endRun(scope, m_run, m_head.records, unreadable == m_rows.end() ? 0 : unreadable->second, m_head.origins);
    // The changes that make it count may have come before it.
    scope.newRun(m_run);
}

} // namespace winnow::store
