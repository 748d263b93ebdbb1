// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FoundCells.h"

#include "store/Catalog.h"
#include "store/Change.h"

namespace winnow::store {
namespace {

std::vector<SlotText> slotTexts(Statement& q)
{
    std::vector<SlotText> all;
    while (q.step())
        all.emplace_back(q.integer(0), q.string(1));
    return all;
}

std::string cellText(Reader& reader, ChangeKind kind, qint64 subject)
{
    Statement q = reader.db().prepare("SELECT value FROM cell WHERE kind = ? AND subject = ? AND slot = 0 "
                                      "AND value IS NOT NULL");
    q.bind(int(kind), subject);
    return q.step() ? q.string(0) : std::string();
}

bool anyNotice(Reader& reader)
{
    return reader.db().number("SELECT EXISTS(SELECT 1 FROM cell WHERE kind = 72)") != 0;
}

} // namespace

std::vector<SlotText> filledFrom(Reader& reader, qint64 record)
{
    Statement q = reader.db().prepare("SELECT slot, value FROM cell WHERE kind = 71 AND subject = ? "
                                      "AND value IS NOT NULL");
    q.bind(record);
    return slotTexts(q);
}

std::vector<SlotText> noticesAt(Reader& reader, qint64 record)
{
    Statement q = reader.db().prepare(
        "SELECT slot, min(value) FROM cell WHERE kind = 72 AND value IS NOT NULL AND subject IN "
        "(SELECT report FROM record WHERE id = ?1 UNION SELECT m.id FROM record r JOIN record m ON m.report = r.report "
        "AND m.report <> m.id WHERE r.id = ?1) GROUP BY slot ORDER BY slot");
    q.bind(record);
    return slotTexts(q);
}

std::vector<SlotText> ownNotices(Reader& reader, qint64 record)
{
    Statement q = reader.db().prepare("SELECT slot, value FROM cell WHERE kind = 72 AND subject = ? "
                                      "AND value IS NOT NULL ORDER BY slot");
    q.bind(record);
    return slotTexts(q);
}

std::map<qint64, int> noticeMarks(Reader& reader, std::span<const qint64> records)
{
    std::map<qint64, int> marks;
    if (!anyNotice(reader))
        return marks;
    for (const qint64 record : records) {
        const auto notices = noticesAt(reader, record);
        if (!notices.empty())
            marks[record] = int(notices.front().first);
    }
    return marks;
}

std::vector<qint64> noticedRecords(Reader& reader)
{
    std::vector<qint64> all;
    Statement q = reader.db().prepare("SELECT DISTINCT subject FROM cell WHERE kind = 72 AND value IS NOT NULL "
                                      "ORDER BY subject");
    while (q.step()) {
        if (reader.catalog().isLive(q.integer(0)))
            all.push_back(q.integer(0));
    }
    return all;
}

std::string noticesChecked(Reader& reader)
{
    return cellText(reader, ChangeKind::NoticesChecked, 0);
}

std::unordered_map<std::string, qint64> recordsByIdentifier(Reader& reader)
{
    std::unordered_map<std::string, qint64> records;
    const auto note = [&](const char* kind, std::string_view id, qint64 record) {
        if (!id.empty())
            records.emplace(kind + std::string(id), record);
    };
    Statement q = reader.db().prepare(
        "SELECT t.id, coalesce(d.value, t.doi), coalesce(p.value, t.pmid), coalesce(n.value, t.nct), "
        "coalesce(c.value, t.pmcid) FROM record_text t "
        "LEFT JOIN cell d ON d.kind = 8 AND d.subject = t.id AND d.slot = 9 "
        "LEFT JOIN cell p ON p.kind = 8 AND p.subject = t.id AND p.slot = 10 "
        "LEFT JOIN cell c ON c.kind = 8 AND c.subject = t.id AND c.slot = 11 "
        "LEFT JOIN cell n ON n.kind = 8 AND n.subject = t.id AND n.slot = 12 ORDER BY t.id");
    while (q.step()) {
        if (!reader.catalog().isLive(q.integer(0)))
            continue;
        note("doi:", q.text(1), q.integer(0));
        note("pmid:", q.text(2), q.integer(0));
        note("nct:", q.text(3), q.integer(0));
        note("pmcid:", q.text(4), q.integer(0));
    }
    return records;
}

std::string fulltextAt(Reader& reader, qint64 record)
{
    return cellText(reader, ChangeKind::FulltextAt, record);
}

} // namespace winnow::store
