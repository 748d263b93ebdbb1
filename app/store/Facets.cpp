// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Facets.h"

#include "base/Hash.h"
#include "store/RecordRows.h"
#include "store/Reports.h"
#include "store/Trail.h"

#include <algorithm>
#include <cstdlib>

namespace winnow::store {
namespace {

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Letters and digits in lower case; bytes of other alphabets as they are.
std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (isAsciiLetter(c))
            plain += char(c | 0x20);
        else if ((c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            plain += c;
        else if (plain == "the" && c == ' ')
            plain.clear();
    }
    return plain;
}

/// Edits of one field, by record.
std::map<qint64, std::string> editsOf(Reader& reader, Field field)
{
    std::map<qint64, std::string> edits;
    Statement q = reader.db().prepare("SELECT subject, value FROM cell WHERE kind = 8 AND slot = ? "
                                      "AND value IS NOT NULL");
    q.bind(int(field));
    while (q.step())
        edits[q.integer(0)] = q.string(1);
    return edits;
}

/// Of a record from before years and journals stood beside it.
void readFacet(Reader& reader, ReportFacet& facet)
{
    Statement q = reader.db().prepare("SELECT year, journal FROM record_text WHERE id = ?");
    q.bind(facet.report);
    if (!q.step())
        return;
    facet.year = int(q.integer(0));
    facet.journal = journalKey(q.text(1));
}

/// Gathers the entries of one report after another; accession numbers count once per source.
class Gathering {
public:
    explicit Gathering(Reader& reader) : m_reader(reader), m_first(firstOfName(reader.catalog().sources)) { }
    void add(qint64 record, qint64 origin, qint64 accession)
    {
        const SourceId source = m_reader.catalog().sourceOf(record, origin);
        m_entries[source.value].insert(accession ? std::pair(accession, qint64(0)) : std::pair(qint64(0), record));
    }
    /// The report's own row, which the index of joined records does not hold.
    void addOwn(qint64 report)
    {
        Statement q = m_reader.db().prepare("SELECT origin, accession_key FROM record WHERE id = ?");
        q.bind(report);
        if (q.step())
            add(report, q.integer(0), q.integer(1));
    }
    [[nodiscard]] SharedReport take(qint64 report)
    {
        SharedReport shared;
        shared.report = report;
        std::set<qint64> names;
        for (const auto& [source, entries] : m_entries) {
            shared.entries[source] = qint64(entries.size());
            names.insert(m_first[source]);
        }
        shared.sources.assign(names.begin(), names.end());
        m_entries.clear();
        return shared;
    }

private:
    Reader& m_reader;
    std::map<qint64, qint64> m_first;
    std::map<qint64, std::set<std::pair<qint64, qint64>>> m_entries;
};

/// Records by source, all of the live imports.
std::map<qint64, qint64> recordsBySource(Reader& reader)
{
    std::map<qint64, qint64> counts;
    for (const RunInfo& info : reader.catalog().runs) {
        const RecordRange live = info.live();
        if (live.empty())
            continue;
        if (info.run.sources.size() == 1) {
            counts[info.run.sources.front().value] += live.records();
            continue;
        }
        Statement q = reader.db().prepare("SELECT origin, count(*) FROM record WHERE id BETWEEN ? AND ? "
                                          "GROUP BY origin");
        q.bind(live.first, live.last);
        while (q.step())
            counts[reader.catalog().sourceOf(info.first, q.integer(0)).value] += q.integer(1);
    }
    return counts;
}

std::map<qint64, qint64> joinedBySource(Reader& reader)
{
    std::map<qint64, qint64> counts;
    std::set<qint64> own;
    const auto count = [&](qint64 record, qint64 origin) {
        if (reader.catalog().isLive(record))
            ++counts[reader.catalog().sourceOf(record, origin).value];
    };
    Statement q = reader.db().prepare("SELECT id, origin, report FROM record WHERE report <> id ORDER BY report");
    qint64 last = 0;
    while (q.step()) {
        count(q.integer(0), q.integer(1));
        if (q.integer(2) == last)
            continue;
        last = q.integer(2);
        Statement row = reader.db().prepare("SELECT origin FROM record WHERE id = ?");
        row.bind(last);
        if (row.step())
            count(last, row.integer(0));
    }
    return counts;
}

void sortOnce(std::vector<qint64>& ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// Adds the records of one source (by its first number) that are reports of their own; `joined` are the reports of
/// more than one record.
void addUnshared(Reader& reader, qint64 source, std::vector<qint64> joined, std::vector<qint64>& reports)
{
    const std::vector<qint64> others = joinedRecords(reader);
    joined.insert(joined.end(), others.begin(), others.end());
    sortOnce(joined);
    for (const auto& [id, first] : firstOfName(reader.catalog().sources)) {
        if (first != source)
            continue;
        for (const qint64 record : recordsOf(reader, SourceId(id))) {
            if (!std::binary_search(joined.begin(), joined.end(), record))
                reports.push_back(record);
        }
    }
}

} // namespace

std::map<qint64, qint64> firstOfName(const std::vector<Source>& sources)
{
    std::map<QString, qint64> byName;
    std::map<qint64, qint64> first{{0, 0}};
    for (const Source& source : sources)
        first[source.id.value] = byName.try_emplace(source.name.toCaseFolded(), source.id.value).first->second;
    return first;
}

qint64 journalKey(std::string_view name)
{
    const std::string plain = plainName(name);
    return plain.empty() ? 0 : qint64(hash64(plain));
}

void visitFacets(Reader& reader, const std::function<void(const ReportFacet&)>& visit)
{
    const auto years = editsOf(reader, Field::Year);
    const auto journals = editsOf(reader, Field::Journal);
    for (const RunInfo& info : reader.catalog().runs) {
        const RecordRange live = info.live();
        if (live.empty())
            continue;
        Statement q = reader.db().prepare("SELECT id, year, journal FROM record WHERE id BETWEEN ? AND ? "
                                          "AND report = id");
        q.bind(live.first, live.last);
        while (q.step()) {
            ReportFacet facet{q.integer(0), int(q.integer(1)), q.integer(2)};
            if (q.isNull(1))
                readFacet(reader, facet);
            if (const auto edit = years.find(facet.report); edit != years.end())
                facet.year = std::atoi(edit->second.c_str());
            if (const auto edit = journals.find(facet.report); edit != journals.end())
                facet.journal = journalKey(edit->second);
            visit(facet);
        }
    }
}

std::string journalOf(Reader& reader, qint64 record)
{
    if (const Value edit = cellValue(reader, ChangeKind::Field, record, qint64(Field::Journal));
        std::holds_alternative<std::string>(edit))
        return std::get<std::string>(edit);
    Statement q = reader.db().prepare("SELECT journal FROM record_text WHERE id = ?");
    q.bind(record);
    return q.step() ? q.string(0) : std::string();
}

void visitShared(Reader& reader, const std::function<void(const SharedReport&)>& visit)
{
    Gathering gathering(reader);
    qint64 report = 0;
    Statement q = reader.db().prepare("SELECT id, origin, accession_key, report FROM record WHERE report <> id "
                                      "ORDER BY report");
    while (q.step()) {
        if (report && q.integer(3) != report)
            visit(gathering.take(report));
        if (q.integer(3) != report) {
            report = q.integer(3);
            gathering.addOwn(report);
        }
        gathering.add(q.integer(0), q.integer(1), q.integer(2));
    }
    if (report)
        visit(gathering.take(report));
}

std::map<SourceSet, qint64> countBySources(Reader& reader)
{
    std::map<SourceSet, qint64> counts;
    auto first = firstOfName(reader.catalog().sources);
    for (const auto& [source, n] : recordsBySource(reader))
        counts[{first[source]}] += n;
    for (const auto& [source, n] : joinedBySource(reader))
        counts[{first[source]}] -= n;
    visitShared(reader, [&](const SharedReport& shared) { ++counts[shared.sources]; });
    std::erase_if(counts, [](const auto& entry) { return entry.second == 0; });
    return counts;
}

std::vector<qint64> reportsOfSources(Reader& reader, const SourceSet& sources)
{
    std::vector<qint64> reports;
    std::vector<qint64> joined;
    visitShared(reader, [&](const SharedReport& shared) {
        joined.push_back(shared.report);
        if (shared.sources == sources)
            reports.push_back(shared.report);
    });
    if (sources.size() == 1)
        addUnshared(reader, sources.front(), std::move(joined), reports);
    sortOnce(reports);
    return reports;
}

std::vector<qint64> knownReports(Reader& reader, Stage stage)
{
    std::vector<qint64> reports;
    for (const MarkRow& row : ownMarks(reader, ChangeKind::Vote, int(stage))) {
        const auto* packed = std::get_if<qint64>(&row.value);
        if (packed && (*packed & 7))
            reports.push_back(reportOf(reader, row.subject));
    }
    Statement q = reader.db().prepare("SELECT r.report FROM opened o JOIN record r ON r.id = o.subject "
                                      "WHERE o.stage = ?");
    q.bind(int(stage));
    while (q.step())
        reports.push_back(q.integer(0));
    sortOnce(reports);
    return reports;
}

std::map<qint64, qint64> voteStamps(Reader& reader, ReviewerId reviewer, Stage stage)
{
    std::map<qint64, std::pair<qint64, bool>> latest; // by report: stamp, and whether it says anything
    Statement q = reader.db().prepare("SELECT r.report, m.stamp, m.value & 7, m.subject FROM visible_mark m "
                                      "JOIN record r ON r.id = m.subject WHERE m.author = ? AND m.kind = 11 "
                                      "AND m.slot = ?");
    q.bind(reviewer, int(stage));
    while (q.step()) {
        auto& [stamp, says] = latest[q.integer(0)];
        if (q.integer(1) < stamp || !reader.catalog().isLive(q.integer(3)))
            continue;
        stamp = q.integer(1);
        says = q.integer(2) != 0;
    }
    std::map<qint64, qint64> stamps;
    for (const auto& [report, vote] : latest) {
        if (vote.second)
            stamps[report] = vote.first;
    }
    return stamps;
}

std::vector<qint64> labelledReports(Reader& reader, LabelId label)
{
    std::vector<qint64> reports;
    Statement q
        = reader.db().prepare("SELECT r.report, m.subject FROM visible_mark m JOIN record r ON r.id = m.subject "
                              "WHERE m.author = ? AND m.kind = 13 AND m.slot = ? AND m.value = 1");
    const auto add = [&](ReviewerId reviewer, qint64 slot) {
        q.bind(reviewer, slot);
        while (q.step()) {
            if (reader.catalog().isLive(q.integer(1)))
                reports.push_back(q.integer(0));
        }
        q.reset();
    };
    for (const LabelId any : reader.catalog().allOf(label)) {
        for (const Reviewer& reviewer : reader.catalog().reviewers) {
            for (const Stage stage : {Stage::Title, Stage::Fulltext})
                add(reviewer.id, stageSlot(any.value, stage));
        }
    }
    sortOnce(reports);
    return reports;
}

} // namespace winnow::store
