// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TableCells.h"

#include "formats/Exact.h"
#include "formats/TableRecord.h"
#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

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

} // namespace

std::vector<std::string> tableCells(const Record& r)
{
    std::vector<std::string> cells{r.winnowId,
                                   r.winnowNumber,
                                   r.title,
                                   r.abstract,
                                   joinedAuthors(r),
                                   r.year != 0 ? std::to_string(r.year) : std::string(),
                                   r.journal,
                                   r.volume,
                                   r.issue,
                                   r.pages,
                                   r.doi,
                                   r.pmid,
                                   r.pmcid,
                                   r.nct,
                                   r.issn,
                                   r.isbn,
                                   joinedKeywords(r),
                                   r.language,
                                   r.type,
                                   r.url,
                                   r.sourceId,
                                   r.database};
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

std::vector<std::string> exactLines(const Record& record, const std::vector<std::string>& cells)
{
    static const Columns columns(std::vector<string_view>(tableHeader.begin(), tableHeader.end()));
    return packDifferences(record, tableRecord(columns, std::vector<string_view>(cells.begin(), cells.end())));
}

} // namespace winnow::formats
