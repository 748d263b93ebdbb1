// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TableRecord.h"

#include "formats/CheckedNumbers.h"
#include "formats/ColumnMap.h"
#include "formats/Entities.h"
#include "formats/Exact.h"
#include "formats/ForeignMarks.h"
#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

/// What data frames and the Lens write for "nothing".
bool meansNothing(string_view cell)
{
    return cell == "NA" || cell == "nan" || cell == "NaN" || cell == "N/A" || cell == "NULL" || cell == "[]";
}

/// Where " (2019) 12:3 (101-109)" and its like begins in a citation; npos: it is none.
std::size_t beforeYear(string_view source)
{
    const auto open = source.find(" (");
    const string_view rest = open == npos ? string_view() : source.substr(open + 2);
    const bool year = rest.size() > 5 && allDigits(rest.substr(0, 4)) && rest[4] == ')';
    return year ? open : npos;
}

class TableAssembler {
public:
    TableAssembler(const Columns& columns, const std::vector<string_view>& cells)
        : columns_(columns)
        , own_(columns.own())
    {
        const std::size_t count = std::max(columns.count(), cells.size());
        cells_.resize(count);
        used_.resize(count);
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells_[i] = meansNothing(trimmed(cells[i])) ? string_view() : trimmed(cells[i]);
    }

    Record take()
    {
        texts();
        people();
        dates();
        pages();
        identifiers();
        origin();
        if (own_)
            ownFields();
        else
            foreignMarks();
        keepRest();
        takeSerialNumbers(record_);
        if (own_)
            applyExact();
        return std::move(record_);
    }

private:
    /// The first cell of a role that is not empty; used up together with equal ones.
    string_view first(Role role)
    {
        string_view value;
        for (const std::size_t i : columns_.of(role)) {
            if (value.empty() && !used_[i])
                value = cells_[i];
            used_[i] = used_[i] || (!value.empty() && cells_[i] == value);
        }
        return value;
    }
    [[nodiscard]] string_view peek(Role role) const
    {
        for (const std::size_t i : columns_.of(role)) {
            if (!cells_[i].empty())
                return cells_[i];
        }
        return {};
    }

    /// Tables that were pages once have characters written as in HTML.
    static std::string plain(string_view cell) { return hasEntities(cell) ? withoutEntities(cell) : std::string(cell); }

    void texts()
    {
        record_.title = oneLine(plain(first(Role::Title)));
        record_.abstract = paragraphs(plain(first(Role::Abstract)));
        record_.journal = oneLine(plain(first(Role::Journal)));
        if (const auto names = valuesIn(record_.journal, "name"); record_.journal.starts_with("{'") && !names.empty())
            record_.journal = names.front(); // Semantic Scholar, by way of Python
        noZeros();
        record_.volume = first(Role::Volume);
        issue();
        record_.language = first(Role::Language);
        record_.url = first(Role::Url);
    }

    /// "IS" is the issue in Web of Science and the ISSN in Ovid.
    void issue()
    {
        for (const std::size_t i : columns_.of(Role::Issue)) {
            const string_view cell = cells_[i].substr(0, 9);
            if (cell.size() == 9 && !used_[i] && !issnOf(cell).empty())
                used_[i] = addSerialNumbers(record_, cells_[i]);
        }
        record_.issue = first(Role::Issue);
    }

    /// Publish or Perish writes 0 for every number that it does not know.
    void noZeros()
    {
        constexpr std::array numbers{Role::Volume, Role::Issue, Role::StartPage, Role::EndPage};
        if (!std::all_of(numbers.begin(), numbers.end(), [&](Role role) { return peek(role) == "0"; }))
            return;
        for (const Role role : numbers) {
            for (const std::size_t i : columns_.of(role))
                cells_[i] = {};
        }
    }

    void people()
    {
        record_.authors = authorsFromCell(plain(first(Role::Authors)));
        for (const std::size_t i : columns_.of(Role::Keywords)) {
            for (std::string& word : listFromCell(plain(cells_[i]), true))
                record_.keywords.push_back(std::move(word));
            used_[i] = true;
        }
    }

    void dates()
    {
        for (const Role role : {Role::Year, Role::Date}) {
            for (const std::size_t i : columns_.of(role)) {
                const int year = yearOf(cells_[i]);
                if (record_.year == 0)
                    record_.year = year;
                used_[i] = year != 0 && year == record_.year && cells_[i].size() >= 4
                    && cells_[i].substr(4).find_first_not_of("/.0 ") == string_view::npos;
            }
        }
    }

    /// Where both are there, "PG" is a number of pages (Web of Science), or else the whole range (ProQuest).
    void pages()
    {
        const string_view start = peek(Role::StartPage);
        const string_view range = peek(Role::Pages);
        const bool whole = range.size() > start.size() && range.starts_with(start) && !isDigit(range[start.size()]);
        if (start.empty() || (whole && peek(Role::EndPage).empty())) {
            record_.pages = first(Role::Pages);
            first(Role::StartPage);
            return;
        }
        record_.pages = first(Role::StartPage);
        const string_view end = first(Role::EndPage);
        if (end != record_.pages && record_.pages.find('-') == std::string::npos)
            appendItem(record_.pages, end, "-");
    }

    template <class Find> std::string findIn(Role role, Find find)
    {
        for (const std::size_t i : columns_.of(role)) {
            std::string id = find(cells_[i]);
            if (id.empty())
                continue;
            used_[i] = true;
            return id;
        }
        return {};
    }

    void identifiers()
    {
        record_.doi = findIn(Role::Doi, findDoi);
        record_.pmid = findIn(Role::Pmid, pmidOf);
        record_.pmcid = findIn(Role::Pmcid, pmcidOf);
        record_.nct = findIn(Role::Nct, findNct);
        for (const Role role : {Role::Issn, Role::Isbn}) {
            for (const std::size_t i : columns_.of(role))
                used_[i] = addSerialNumbers(record_, cells_[i]) && saysNothingMore(columns_.name(i));
        }
        for (const Role role : {Role::Url, Role::SourceId, Role::Doi}) {
            for (const std::size_t i : columns_.of(role))
                identify(cells_[i]);
        }
        if (own_)
            return;
        identifyCitation();
        identifyObject();
        for (const std::size_t i : columns_.of(Role::Remarks)) { // Zotero: "PMID: 123", one a line
            for (const string_view line : pieces(cells_[i], "\n"))
                identify(line);
        }
    }

    /// "ISSN" says no more than the field does; "Print ISSN" also says which one, and stays.
    static bool saysNothingMore(const std::string& heading)
    {
        const std::string name = lowered(heading);
        return name == "issn" || name == "issns" || name == "sn" || name == "isbn" || name == "isbns";
    }

    /// A column that cites the record itself, as PubMed's summaries have it.
    void identifyCitation()
    {
        for (std::size_t i = 0; i < columns_.count() && record_.doi.empty(); ++i) {
            const auto label = lowered(columns_.name(i)) == "citation" ? findNoCase(cells_[i], "doi:") : npos;
            if (label != npos)
                record_.doi = findDoi(cells_[i].substr(label));
        }
    }

    /// {'DOI': '10.1000/1', 'PubMed': '123'}: Semantic Scholar, by way of Python.
    void identifyObject()
    {
        const std::size_t at = columns_.find("externalIds");
        if (at == npos)
            return;
        const auto value = [&](string_view key) {
            const auto values = valuesIn(cells_[at], key);
            return values.empty() ? std::string() : values.front();
        };
        identify(value("DOI"));
        identify("PMID: " + value("PubMed"));
        identify("PMC" + value("PubMedCentral"));
    }

    void identify(string_view text)
    {
        if (record_.doi.empty())
            record_.doi = doiOfLink(text);
        if (record_.pmid.empty())
            record_.pmid = labelledPmid(text);
        if (record_.pmcid.empty() && text.size() < 200)
            record_.pmcid = pmcidOf(text);
        if (record_.nct.empty())
            record_.nct = nctOf(text);
    }

    void origin()
    {
        if (!allDigits(peek(Role::Type))) // JabRef's is a number that nobody knows
            record_.type = typeWord(first(Role::Type));
        record_.sourceId = first(Role::SourceId);
        record_.database = first(Role::Database);
        const bool named = peek(Role::Source).size() < 60 && namesDatabase(peek(Role::Source));
        if (record_.database.empty() && named) // Scopus says "Scopus" there; others a citation
            record_.database = first(Role::Source);
        if (own_)
            return;
        if (!named && !columns_.has(Role::Journal))
            journalOf(first(Role::Source));
        if (columns_.registry())
            registered();
        if (record_.pmid.empty() && holdsPmids(record_.database)) // Ovid
            record_.pmid = pmidOf(record_.sourceId);
        if (record_.sourceId.empty())
            record_.sourceId = record_.pmid;
    }

    /// CENTRAL and Publish or Perish have the journal in the column "Source", Embase a citation.
    void journalOf(string_view source)
    {
        record_.journal = oneLine(source);
        const auto citation = beforeYear(record_.journal);
        if (citation == npos)
            return;
        record_.extra.emplace_back("source", record_.journal);
        record_.journal.resize(citation);
    }

    /// A trial, of ClinicalTrials.gov or, where its number is of another register, of the ICTRP.
    void registered()
    {
        const std::string number = record_.nct.empty() ? std::string(first(Role::Nct)) : record_.nct;
        if (number.empty())
            return;
        if (record_.type.empty())
            record_.type = "Registry entry";
        if (record_.database.empty())
            record_.database = record_.nct.empty() ? "ICTRP" : "ClinicalTrials.gov";
        if (record_.sourceId.empty())
            record_.sourceId = number;
    }

    void ownFields()
    {
        record_.winnowId = first(Role::WinnowId);
        record_.winnowNumber = first(Role::WinnowNumber);
        decision("title", Role::DecisionTitle, Role::ReasonTitle);
        decision("fulltext", Role::DecisionFulltext, Role::ReasonFulltext);
        for (const Role role : {Role::Votes, Role::Labels, Role::Notes, Role::Extra})
            applyLines(role);
        for (const std::size_t i : columns_.of(Role::Exact))
            used_[i] = true; // has the last word, behind all others
    }

    void decision(const char* stage, Role value, Role reason)
    {
        const string_view decided = first(value);
        const string_view why = first(reason);
        if (!decided.empty())
            record_.marks.push_back({CarriedMark::Kind::Decision, {}, stage, std::string(decided), std::string(why)});
    }

    /// Of other tools: what each person said stands in a column under that person's name. The cells are kept as well.
    void foreignMarks()
    {
        const std::string why(peek(Role::Reason));
        for (const std::size_t i : columns_.of(Role::Vote))
            said(CarriedMark::Kind::Vote, columns_.name(i), i, why);
        for (const std::size_t i : columns_.of(Role::Decision))
            said(CarriedMark::Kind::Decision, {}, i, why);
        for (const std::size_t i : columns_.of(Role::Note)) {
            if (!cells_[i].empty())
                record_.marks.push_back(
                    {CarriedMark::Kind::Note, columns_.name(i), stageOf(columns_.name(i)), std::string(cells_[i]), {}});
        }
        for (const std::size_t i : columns_.of(Role::Label)) {
            for (std::string& label : listFromCell(cells_[i], true))
                record_.marks.push_back({CarriedMark::Kind::Label, {}, {}, std::move(label), {}});
        }
    }

    void said(CarriedMark::Kind kind, const std::string& person, std::size_t column, const std::string& why)
    {
        const std::string verdict(verdictOf(cells_[column], columns_.minusExcludes()));
        if (!verdict.empty())
            record_.marks.push_back(
                {kind, person, stageOf(columns_.name(column)), verdict, verdict == "exclude" ? why : std::string()});
    }

    /// As far as the heading says it.
    static std::string stageOf(string_view heading)
    {
        const std::string plain = plainName(heading);
        if (plain.find("fulltext") != npos || plain.find("final") != npos)
            return "fulltext";
        return plain.find("abstract") != npos || plain.find("title") != npos ? "title" : "";
    }

    void applyLines(Role role)
    {
        for (const std::size_t i : columns_.of(role)) {
            for (const string_view line : pieces(cells_[i], "\n"))
                applyLine(record_, line);
            used_[i] = true;
        }
    }

    /// Cells behind the last column go on with what the exact column could not hold.
    void applyExact()
    {
        std::vector<string_view> lines;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto& columns = columns_.of(Role::Exact);
            if (i < columns_.count() && std::find(columns.begin(), columns.end(), i) == columns.end())
                continue;
            for (const string_view line : pieces(cells_[i], "\n"))
                lines.push_back(line);
        }
        formats::applyLines(record_, lines);
    }

    void keepRest()
    {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (own_ && i >= columns_.count())
                return;
            if (used_[i] || cells_[i].empty())
                continue;
            std::string name = i < columns_.count() ? columns_.name(i) : std::string();
            if (name.empty())
                name = "column " + std::to_string(i + 1);
            record_.extra.emplace_back(std::move(name), std::string(cells_[i]));
        }
    }

    const Columns& columns_;
    const bool own_;
    std::vector<string_view> cells_;
    std::vector<char> used_;
    Record record_;
};

} // namespace

Record tableRecord(const Columns& columns, const std::vector<string_view>& cells)
{
    return TableAssembler(columns, cells).take();
}

} // namespace winnow::formats
