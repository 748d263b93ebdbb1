// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RunFacts.h"

#include "store/Facets.h"

#include <zstd.h>

#include <algorithm>
#include <tuple>

namespace winnow::store {
namespace {

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (size_t i = 0; i < lines.size(); ++i)
        (text += i == 0 ? "" : "\n") += lines[i]; // an empty one keeps its place
    return text;
}

int flagsOf(const Record& r)
{
    return (needsNoRetrieval(r) ? NoRetrieval : 0) | (r.abstract.empty() ? 0 : HasAbstract)
        | (r.doi.empty() ? 0 : HasDoi);
}

void bindText(Statement& q, int i, const std::string& text)
{
    if (text.empty())
        q.bindOne(i, nullptr);
    else
        q.bindOne(i, std::string_view(text));
}

void insertText(Statement& q, qint64 id, const Record& r)
{
    const std::string authors = packAuthors(r.authors);
    const std::string keywords = joined(r.keywords);
    const std::string extra = packExtra(r.extra);
    q.bindOne(1, id);
    const std::string* const texts[] = {&r.title, &r.abstract, &authors};
    int i = 1;
    for (const std::string* text : texts)
        bindText(q, ++i, *text);
    if (r.year)
        q.bindOne(++i, r.year);
    else
        q.bindOne(++i, nullptr);
    const std::string* const rest[]
        = {&r.journal, &r.volume,   &r.issue, &r.pages, &r.doi,      &r.pmid, &r.pmcid, &r.nct,
           &keywords,  &r.language, &r.type,  &r.url,   &r.sourceId, &extra,  &r.issn,  &r.isbn};
    for (const std::string* text : rest)
        bindText(q, ++i, *text);
    q.run();
}

/// An accession number in its source, and the record that has it.
using Accession = std::tuple<qint64, qint64, qint64>;

/// Adds those of the records from `first` on, of which each origin is of a source.
void addAccessions(Reader& reader, qint64 first, qint64 records, const std::vector<qint64>& sources,
                   std::vector<Accession>& keys)
{
    Statement q = reader.db().prepare(
        "SELECT accession_key, id, origin FROM record WHERE id BETWEEN ? AND ? AND accession_key <> 0");
    q.bind(first, first + records - 1);
    while (q.step())
        keys.emplace_back(q.integer(0), sources.at(size_t(q.integer(2))), q.integer(1));
}

} // namespace

RunId runByHash(const Catalog& catalog, const std::string& hash)
{
    for (const RunInfo& info : catalog.runs) {
        if (info.hash == hash)
            return info.run.id;
    }
    return {};
}

RunId beginRun(WriteScope& scope, const RunDraft& draft)
{
    Database& db = scope.db();
    const std::string uid = draft.hash + std::string(6, '\0');
    Statement entity
        = db.prepare("INSERT INTO entity(uid, type) VALUES(?, ?) ON CONFLICT(uid) DO UPDATE SET type = type");
    entity.bindBlob(1, uid);
    entity.bindOne(2, int(EntityType::Run));
    entity.run();
    Statement known = db.prepare("SELECT id FROM entity WHERE uid = ?");
    known.bindBlob(1, uid);
    const qint64 id = known.step() ? known.integer(0) : 0;
    known.reset();
    const qint64 first = db.number("SELECT max(coalesce((SELECT max(id) FROM record), 0), "
                                   "coalesce((SELECT max(first_record + records - 1) FROM run), 0)) + 1");
    Statement q = db.prepare("INSERT INTO run(id, hash, file_name, format, encoding, bytes, first_record, records, "
                             "unreadable, origins, loaded, at) VALUES(?, ?, ?, ?, ?, ?, ?, 0, 0, '', 0, ?)");
    q.bind(id, nullptr, draft.fileName, draft.format, draft.encoding, draft.bytes, first, scope.now());
    q.bindBlob(2, draft.hash);
    q.run();
    return RunId(id);
}

void addRecords(WriteScope& scope, qint64 first, std::span<const NewRecord> records)
{
    Statement narrow = scope.db().prepare(
        "INSERT INTO record(id, offset, length, line, origin, flags, doi_key, pmid_key, title_key, accession_key, "
        "year, journal, report, place, reason) VALUES(?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?1, 1, 0)");
    Statement wide = scope.db().prepare(
        "INSERT INTO record_text(id, title, abstract, authors, year, journal, volume, issue, pages, doi, pmid, pmcid, "
        "nct, keywords, language, type, url, source_id, extra, issn, isbn) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const NewRecord& r : records) {
        narrow.bind(first, r.raw.offset, r.raw.length, r.raw.line, r.origin, flagsOf(r.record), qint64(r.doiKey),
                    qint64(r.pmidKey), qint64(r.titleKey), qint64(r.accessionKey), r.record.year,
                    journalKey(r.record.journal));
        narrow.run();
        insertText(wide, first, r.record);
        ++first;
    }
}

void addChunk(WriteScope& scope, RunId run, qint64 number, std::string_view compressed)
{
    Statement q = scope.db().prepare("INSERT INTO chunk(id, data) VALUES(?, ?)");
    q.bindOne(1, run.value << 24 | number);
    q.bindBlob(2, compressed);
    q.run();
}

void addUnreadable(WriteScope& scope, RunId run, std::span<const Unreadable> entries)
{
    for (const Unreadable& entry : entries)
        scope.db()
            .prepare("INSERT INTO unreadable(run, line, why, text) VALUES(?, ?, ?, ?)")
            .bind(run, entry.line, int(entry.why), entry.text)
            .run();
}

void endRun(WriteScope& scope, RunId run, qint64 records, qint64 unreadable, const std::vector<std::string>& origins)
{
    scope.db()
        .prepare("UPDATE run SET loaded = 1, records = ?, unreadable = ?, origins = ? WHERE id = ?")
        .bind(records, unreadable, joined(origins), run)
        .run();
    scope.fold().setCatalogChanged();
}

qint64 firstRecordOf(WriteScope& scope, RunId run)
{
    Statement q = scope.db().prepare("SELECT first_record FROM run WHERE id = ?");
    q.bind(run);
    return q.step() ? q.integer(0) : 0;
}

bool sweepDeadRuns(WriteScope& scope, qint64 limit)
{
    Database& db = scope.db();
    Statement q = db.prepare("SELECT id, first_record, coalesce((SELECT min(n.first_record) FROM run n "
                             "WHERE n.first_record > run.first_record), 9223372036854775807) "
                             "FROM run WHERE loaded = 0 LIMIT 1");
    if (!q.step())
        return false;
    const qint64 run = q.integer(0);
    const qint64 first = q.integer(1);
    const qint64 next = q.integer(2);
    q.reset();
    const qint64 before = db.number("SELECT total_changes()");
    for (const char* table : {"record", "record_text"})
        db.prepare("DELETE FROM " + std::string(table) + " WHERE id IN (SELECT id FROM " + table
                   + " WHERE id >= ? AND id < ? LIMIT ?)")
            .bind(first, next, limit)
            .run();
    db.prepare("DELETE FROM chunk WHERE id IN (SELECT id FROM chunk WHERE id BETWEEN ? AND ? LIMIT ?)")
        .bind(run << 24, (run << 24) | 0xffffff, limit)
        .run();
    if (db.number("SELECT total_changes()") != before)
        return true;
    db.prepare("DELETE FROM unreadable WHERE run = ?").bind(run).run();
    db.prepare("DELETE FROM run WHERE id = ?").bind(run).run();
    return true;
}

std::vector<std::pair<qint64, qint64>> repeatsOf(Reader& reader, qint64 first, qint64 records,
                                                 const std::vector<qint64>& sources)
{
    std::vector<Accession> keys;
    reader.mapFile(false); // a table that is read once, from end to end, would stay in memory
    for (const RunInfo& info : reader.catalog().runs) {
        std::vector<qint64> theirs;
        for (const SourceId source : info.run.sources)
            theirs.push_back(source.value);
        const bool shared
            = std::find_first_of(theirs.begin(), theirs.end(), sources.begin(), sources.end()) != theirs.end();
        if (info.run.live && shared)
            addAccessions(reader, info.first, info.run.records, theirs, keys);
    }
    addAccessions(reader, first, records, sources, keys);
    reader.mapFile(true);
    std::sort(keys.begin(), keys.end());
    std::vector<std::pair<qint64, qint64>> pairs;
    for (size_t i = 1; i < keys.size(); ++i) {
        const auto& [accession, source, record] = keys[i];
        const auto& [accessionBefore, sourceBefore, recordBefore] = keys[i - 1];
        // Records are in order: the later one is of this run if either is.
        if (accession == accessionBefore && source == sourceBefore && record >= first)
            pairs.emplace_back(recordBefore, record);
    }
    return pairs;
}

std::string compress(std::string_view bytes)
{
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const size_t n = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1);
    if (ZSTD_isError(n))
        throw StoreError(1, ZSTD_getErrorName(n));
    out.resize(n);
    return out;
}

std::optional<std::string> decompressed(std::string_view data, size_t most)
{
    const auto size = ZSTD_getFrameContentSize(data.data(), data.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most)
        return {};
    std::string out(size, '\0');
    const size_t n = ZSTD_decompress(out.data(), out.size(), data.data(), data.size());
    if (ZSTD_isError(n) || n != size)
        return {};
    return out;
}

std::string fileBytes(Reader& reader, RunId run, qint64 offset, qint64 length)
{
    std::string bytes;
    const qint64 firstChunk = offset / chunkBytes;
    Statement q = reader.db().prepare("SELECT data FROM chunk WHERE id BETWEEN ? AND ? ORDER BY id");
    q.bind((run.value << 24) + firstChunk, (run.value << 24) + (offset + std::max<qint64>(length, 1) - 1) / chunkBytes);
    while (q.step()) {
        const auto chunk = decompressed(q.blob(0), 64 * 1024 * 1024);
        if (!chunk)
            throw StoreError(11, "damaged chunk of a source file");
        bytes += *chunk;
    }
    const size_t skip = size_t(offset - firstChunk * chunkBytes);
    return skip < bytes.size() ? bytes.substr(skip, size_t(length)) : std::string();
}

std::vector<Unreadable> unreadableOf(Reader& reader, RunId run)
{
    std::vector<Unreadable> entries;
    Statement q = reader.db().prepare("SELECT line, why, text FROM unreadable WHERE run = ? ORDER BY rowid");
    q.bind(run);
    while (q.step())
        entries.push_back({q.integer(0), q.string(2), Unreadable::Why(q.integer(1))});
    return entries;
}

std::optional<qint64> nextEntryLine(Reader& reader, const RunInfo& run, qint64 line)
{
    Statement records = reader.db().prepare("SELECT count(line = ?1 OR NULL), min(CASE WHEN line > ?1 THEN line END) "
                                            "FROM record WHERE id BETWEEN ?2 AND ?3 AND line >= ?1");
    records.bind(line, run.first, run.first + run.run.records - 1);
    Statement others = reader.db().prepare("SELECT count(line = ?1 OR NULL), min(CASE WHEN line > ?1 THEN line END) "
                                           "FROM unreadable WHERE run = ?2 AND line >= ?1");
    others.bind(line, run.run.id);
    if (!records.step() || !others.step() || records.integer(0) + others.integer(0) > 1)
        return {};
    const qint64 record = records.integer(1);
    const qint64 other = others.integer(1);
    return record && other ? std::min(record, other) : record + other;
}

qint64 findIndexedUpTo(Reader& reader)
{
    return reader.db().number("SELECT value FROM meta WHERE key = 'find_upto'");
}

qint64 lastRecord(Reader& reader)
{
    return reader.db().number("SELECT max(first_record + records - 1) FROM run WHERE loaded = 1");
}

void mergeFindByHand(WriteScope& scope)
{
    // A crisis merge would be a large one: it is put off beyond what the merging by hand ever lets come together.
    for (const char* setting : {"'automerge', 0", "'crisismerge', 256"})
        scope.db().execute("INSERT INTO find(find, rank) VALUES(" + std::string(setting) + ")");
}

qint64 mergeFind(WriteScope& scope, qint64 pages)
{
    Database& db = scope.db();
    const qint64 before = db.number("SELECT total_changes()");
    db.prepare("INSERT INTO find(find, rank) VALUES('merge', ?)").bind(pages).run();
    const qint64 rows = db.number("SELECT total_changes()") - before;
    return rows > 1 ? rows : 0; // as FTS5's manual tells it from an idle call
}

qint64 indexNext(WriteScope& scope, qint64 n)
{
    Database& db = scope.db();
    const qint64 from = db.number("SELECT value FROM meta WHERE key = 'find_upto'");
    Statement last
        = db.prepare("SELECT max(id) FROM (SELECT id FROM record WHERE id > ? AND id <= "
                     "(SELECT max(first_record + records - 1) FROM run WHERE loaded = 1) ORDER BY id LIMIT ?)");
    last.bind(from, n);
    const qint64 to = last.step() ? last.integer(0) : 0;
    last.reset();
    if (to <= from)
        return from;
    db.prepare("INSERT INTO find(rowid, title, abstract, authors, keywords, ids) "
               "SELECT id, title, abstract, authors, keywords, ids FROM searchable WHERE id > ? AND id <= ?")
        .bind(from, to)
        .run();
    db.prepare("UPDATE meta SET value = ? WHERE key = 'find_upto'").bind(to).run();
    return to;
}

std::string packExtra(const std::vector<std::pair<std::string, std::string>>& extra)
{
    std::string packed;
    const auto add = [&](const std::string& text) {
        for (const char c : text) {
            switch (c) {
            case '\\': packed += "\\\\"; break;
            case '\n': packed += "\\n"; break;
            case '\t': packed += "\\t"; break;
            default: packed += c;
            }
        }
    };
    for (const auto& [key, value] : extra) {
        add(key);
        packed += '\t';
        add(value);
        packed += '\n';
    }
    return packed;
}

std::vector<std::pair<std::string, std::string>> unpackExtra(std::string_view packed)
{
    std::vector<std::pair<std::string, std::string>> extra;
    std::pair<std::string, std::string> field;
    std::string* into = &field.first;
    for (size_t i = 0; i < packed.size(); ++i) {
        const char c = packed[i];
        if (c == '\t') {
            into = &field.second;
        } else if (c == '\n') {
            extra.push_back(std::move(field));
            field = {};
            into = &field.first;
        } else if (c == '\\' && i + 1 < packed.size()) {
            const char next = packed[++i];
            *into += next == 'n' ? '\n' : next == 't' ? '\t' : next;
        } else {
            *into += c;
        }
    }
    return extra;
}

} // namespace winnow::store
