// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Exact.h"
#include "formats/Table.h"
#include "formats/TableRecord.h"
#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 28> header{"winnow_id",
                                             "title",
                                             "abstract",
                                             "authors",
                                             "year",
                                             "journal",
                                             "volume",
                                             "issue",
                                             "pages",
                                             "doi",
                                             "pmid",
                                             "pmcid",
                                             "nct",
                                             "keywords",
                                             "language",
                                             "type",
                                             "url",
                                             "source_id",
                                             "database",
                                             "decision_title",
                                             "reason_title",
                                             "decision_fulltext",
                                             "reason_fulltext",
                                             "votes",
                                             "labels",
                                             "notes",
                                             "extra_fields",
                                             "winnow_exact"};

std::string joinedAuthors(const Record& record)
{
    std::string names;
    for (const Author& author : record.authors)
        appendItem(names, author.collective ? author.family + "," : displayName(author), "; ");
    return names;
}

std::string joinedKeywords(const Record& record)
{
    std::string words;
    for (const std::string& word : record.keywords)
        appendItem(words, word, "; ");
    return words;
}

/// The first decision of the team at a stage has columns of its own, so that people can sort by it.
const CarriedMark* teamDecision(const Record& record, string_view stage)
{
    for (const CarriedMark& mark : record.marks) {
        if (mark.kind == CarriedMark::Kind::Decision && mark.person.empty() && mark.stage == stage)
            return &mark;
    }
    return nullptr;
}

std::string markLines(const Record& record, std::initializer_list<CarriedMark::Kind> kinds)
{
    std::string lines;
    for (const CarriedMark& mark : record.marks) {
        const bool wanted = std::find(kinds.begin(), kinds.end(), mark.kind) != kinds.end();
        if (wanted && &mark != teamDecision(record, "title") && &mark != teamDecision(record, "fulltext"))
            appendItem(lines, packMark(mark), "\n");
    }
    return lines;
}

void appendDecision(std::vector<std::string>& cells, const CarriedMark* decision)
{
    cells.push_back(decision ? decision->value : std::string());
    cells.push_back(decision ? decision->reason : std::string());
}

std::vector<std::string> cellsOf(const Record& r)
{
    std::vector<std::string> cells{
        r.winnowId, r.title,  r.abstract, joinedAuthors(r),  r.year != 0 ? std::to_string(r.year) : std::string(),
        r.journal,  r.volume, r.issue,    r.pages,           r.doi,
        r.pmid,     r.pmcid,  r.nct,      joinedKeywords(r), r.language,
        r.type,     r.url,    r.sourceId, r.database};
    appendDecision(cells, teamDecision(r, "title"));
    appendDecision(cells, teamDecision(r, "fulltext"));
    cells.push_back(markLines(r, {CarriedMark::Kind::Vote, CarriedMark::Kind::Decision}));
    cells.push_back(markLines(r, {CarriedMark::Kind::Label}));
    cells.push_back(markLines(r, {CarriedMark::Kind::Note}));
    std::string extra;
    for (const auto& [tag, value] : r.extra)
        appendItem(extra, packCells({"extra", tag, value}), "\n");
    cells.push_back(std::move(extra));
    return cells;
}

/// Quoted where RFC 4180 asks for it, and at blanks at the ends. CR and NUL are left to the exact column.
void appendCell(std::string& out, string_view cell)
{
    const bool plain = cell.find_first_of("\",;\t\n=") == string_view::npos && trimmed(cell).size() == cell.size();
    out += plain ? "" : "\"";
    for (const char c : cell) {
        out += c == '"' ? "\"" : "";
        out += c == '\0' || c == '\r' ? ' ' : c;
    }
    out += plain ? "" : "\"";
}

class CsvWriter final : public RecordWriter {
public:
    CsvWriter() : columns_(std::vector<string_view>(header.begin(), header.end())) { }

    void begin(std::string& out) override
    {
        for (std::size_t i = 0; i < header.size(); ++i)
            (out += i > 0 ? "," : "") += header[i];
        out += '\n';
    }
    void end(std::string&) override { }

    void write(const Record& record, std::string& out) override
    {
        std::vector<std::string> cells = cellsOf(record);
        cells.push_back(exactLines(record, cells));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += i > 0 ? "," : "";
            appendCell(out, cells[i]);
        }
        out += '\n';
    }

private:
    /// What the reader would not get back from the other cells.
    [[nodiscard]] std::string exactLines(const Record& record, std::vector<std::string>& cells) const
    {
        std::vector<string_view> seen;
        for (std::string& cell : cells) {
            std::replace_if(
                cell.begin(), cell.end(), [](char c) { return c == '\r' || c == '\0'; }, ' ');
            seen.push_back(cell);
        }
        std::string lines;
        for (const std::string& line : packDifferences(record, tableRecord(columns_, seen)))
            appendItem(lines, line, "\n");
        return lines;
    }

    Columns columns_;
};

} // namespace

std::unique_ptr<RecordWriter> makeCsvWriter()
{
    return std::make_unique<CsvWriter>();
}

} // namespace winnow::formats
