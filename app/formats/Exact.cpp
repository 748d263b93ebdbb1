// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Exact.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace winnow::formats {
namespace {

using std::string_view;
using Cells = std::vector<std::string>;

constexpr string_view escapedChars("\\|\n\r\t\v\f\0", 8);
constexpr string_view escapeCodes = "\\pnrtvf0";

char codeOf(char c)
{
    const auto at = escapedChars.find(c);
    return at == string_view::npos ? '\0' : escapeCodes[at];
}

char charOf(char code)
{
    if (code == 's')
        return ' ';
    if (code == 'o' || code == 'c')
        return code == 'o' ? '{' : '}';
    const auto at = escapeCodes.find(code);
    return at == string_view::npos ? code : escapedChars[at];
}

constexpr string_view hexDigits = "0123456789ABCDEF";

/// XML has no way to write one, nor has Excel.
bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20;
}

/// What the escape that begins at `i` stands for; `i` is moved to its last character.
char unescaped(string_view text, std::size_t& i)
{
    const char code = text[++i];
    const auto high = code == 'x' && i + 2 < text.size() ? hexDigits.find(text[i + 1]) : npos;
    const auto low = high != npos ? hexDigits.find(text[i + 2]) : npos;
    if (low == npos)
        return charOf(code);
    i += 2;
    return static_cast<char>(high * 16 + low);
}

void appendEscaped(std::string& line, string_view cell)
{
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool edge = i == 0 || i + 1 == cell.size();
        if (cell[i] == ' ' && edge) {
            line += "\\s";
        } else if (const char code = codeOf(cell[i]); code != '\0') {
            line += '\\';
            line += code;
        } else if (isControl(cell[i])) {
            line += "\\x";
            line += hexDigits[static_cast<unsigned char>(cell[i]) >> 4];
            line += hexDigits[cell[i] & 15];
        } else {
            line += cell[i];
        }
    }
}

struct TextField {
    string_view name;
    std::string Record::*member;
};

constexpr std::array textFields{
    TextField{"title", &Record::title},
    TextField{"abstract", &Record::abstract},
    TextField{"journal", &Record::journal},
    TextField{"volume", &Record::volume},
    TextField{"issue", &Record::issue},
    TextField{"pages", &Record::pages},
    TextField{"doi", &Record::doi},
    TextField{"pmid", &Record::pmid},
    TextField{"pmcid", &Record::pmcid},
    TextField{"nct", &Record::nct},
    TextField{"issn", &Record::issn},
    TextField{"isbn", &Record::isbn},
    TextField{"language", &Record::language},
    TextField{"type", &Record::type},
    TextField{"url", &Record::url},
    TextField{"source_id", &Record::sourceId},
    TextField{"database", &Record::database},
    TextField{"winnow_id", &Record::winnowId},
    TextField{"winnow_number", &Record::winnowNumber},
};

constexpr string_view numberSign = "Winnow #";

bool isShortNumber(string_view text)
{
    return allDigits(text) && text.size() <= 18 && text.front() != '0';
}

constexpr std::array<string_view, 4> kinds{"vote", "decision", "note", "label"};

std::string packAuthorList(const std::vector<Author>& authors)
{
    std::vector<string_view> cells{"exact", "authors"};
    for (const Author& a : authors)
        cells.insert(cells.end(), {a.family, a.given, a.suffix, a.collective ? "collective" : "person"});
    return packCells(cells);
}

std::string packExtra(const Record& record)
{
    std::vector<string_view> cells{"exact", "extra"};
    for (const auto& [tag, value] : record.extra)
        cells.insert(cells.end(), {tag, value});
    return packCells(cells);
}

std::string packMarkList(const std::vector<CarriedMark>& marks)
{
    std::vector<string_view> cells{"exact", "marks"};
    for (const CarriedMark& m : marks)
        cells.insert(cells.end(), {kinds[static_cast<std::size_t>(m.kind)], m.stage, m.person, m.value, m.reason});
    return packCells(cells);
}

/// kind, stage, person, value, reason; the last ones may be missing.
bool markFrom(const Cells& cells, std::size_t at, CarriedMark& mark)
{
    const auto kind = std::find(kinds.begin(), kinds.end(), cells[at]);
    if (kind == kinds.end())
        return false;
    const auto cell = [&](std::size_t i) { return at + i < cells.size() ? cells[at + i] : std::string(); };
    mark = {static_cast<CarriedMark::Kind>(kind - kinds.begin()), cell(2), cell(1), cell(3), cell(4)};
    return true;
}

bool applyExactList(Record& record, const Cells& cells)
{
    if (cells[1] == "keywords") {
        record.keywords.assign(cells.begin() + 2, cells.end());
    } else if (cells[1] == "authors") {
        record.authors.clear();
        for (std::size_t i = 2; i + 3 < cells.size(); i += 4)
            record.authors.push_back({cells[i], cells[i + 1], cells[i + 2], cells[i + 3] == "collective"});
    } else if (cells[1] == "extra") {
        record.extra.clear();
        for (std::size_t i = 2; i + 1 < cells.size(); i += 2)
            record.extra.emplace_back(cells[i], cells[i + 1]);
    } else if (cells[1] == "marks") {
        record.marks.clear();
        CarriedMark mark;
        for (std::size_t i = 2; i + 4 < cells.size(); i += 5) {
            if (markFrom(cells, i, mark))
                record.marks.push_back(mark);
        }
    } else {
        return false;
    }
    return true;
}

bool applyExact(Record& record, const Cells& cells)
{
    if (cells.size() < 2)
        return false;
    if (applyExactList(record, cells))
        return true;
    const std::string value = cells.size() > 2 ? cells[2] : std::string();
    if (cells[1] == "year") {
        record.year = 0;
        std::from_chars(value.data(), value.data() + value.size(), record.year);
        return true;
    }
    const auto field
        = std::find_if(textFields.begin(), textFields.end(), [&](const TextField& f) { return f.name == cells[1]; });
    if (field == textFields.end())
        return false;
    record.*(field->member) = value;
    return true;
}

} // namespace

std::string packCells(const std::vector<string_view>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += " | ";
        appendEscaped(line, cells[i]);
    }
    return line;
}

std::vector<std::string> unpackCells(string_view line)
{
    Cells cells;
    while (true) {
        const auto bar = line.find('|'); // a bar in a text is "\p", so every bar parts two cells
        string_view piece = trimmed(line.substr(0, bar));
        std::string cell;
        cell.reserve(piece.size());
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const bool escape = piece[i] == '\\' && i + 1 < piece.size();
            cell += escape ? unescaped(piece, i) : piece[i];
        }
        cells.push_back(std::move(cell));
        if (bar == string_view::npos)
            return cells;
        line.remove_prefix(bar + 1);
    }
}

std::string packMark(const CarriedMark& m)
{
    std::vector<string_view> cells{kinds[static_cast<std::size_t>(m.kind)], m.stage, m.person, m.value};
    if (!m.reason.empty())
        cells.push_back(m.reason);
    return packCells(cells);
}

std::string numberLabel(const Record& record)
{
    return isShortNumber(record.winnowNumber) ? std::string(numberSign) + record.winnowNumber : std::string();
}

bool takeNumberLabel(Record& record, string_view label)
{
    if (!label.starts_with(numberSign) || !isShortNumber(label.substr(numberSign.size())))
        return false;
    record.winnowNumber = label.substr(numberSign.size());
    return true;
}

void appendNumber(const Record& record, std::vector<std::string>& lines)
{
    if (!record.winnowNumber.empty())
        lines.push_back(packCells({"number", record.winnowNumber}));
}

void appendOwn(const Record& record, std::vector<std::string>& lines)
{
    if (!record.winnowId.empty())
        lines.push_back(packCells({"id", record.winnowId}));
    for (const CarriedMark& mark : record.marks)
        lines.push_back(packMark(mark));
}

std::vector<std::string> packDifferences(const Record& wanted, const Record& got)
{
    std::vector<std::string> lines;
    for (const TextField& field : textFields) {
        if (wanted.*(field.member) != got.*(field.member))
            lines.push_back(packCells({"exact", field.name, wanted.*(field.member)}));
    }
    if (wanted.year != got.year)
        lines.push_back(packCells({"exact", "year", std::to_string(wanted.year)}));
    if (wanted.keywords != got.keywords) {
        std::vector<string_view> cells{"exact", "keywords"};
        cells.insert(cells.end(), wanted.keywords.begin(), wanted.keywords.end());
        lines.push_back(packCells(cells));
    }
    if (wanted.authors != got.authors)
        lines.push_back(packAuthorList(wanted.authors));
    if (wanted.extra != got.extra)
        lines.push_back(packExtra(wanted));
    if (wanted.marks != got.marks)
        lines.push_back(packMarkList(wanted.marks));
    return lines;
}

namespace {

/// Ends in a backslash that begins no escape.
bool goesOn(string_view line)
{
    const auto last = line.find_last_not_of('\\');
    return (line.size() - (last == npos ? 0 : last + 1)) % 2 == 1;
}

} // namespace

std::vector<std::string> cutLine(string_view line, std::size_t most)
{
    std::vector<std::string> cut;
    while (line.size() > most) {
        std::size_t end = most - 2; // room for both backslashes
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
            --end;
        end -= goesOn(line.substr(0, end)) ? 1 : 0;
        cut.push_back((cut.empty() ? "" : "\\") + std::string(line.substr(0, end)) + "\\");
        line.remove_prefix(end);
    }
    cut.push_back((cut.empty() ? "" : "\\") + std::string(line));
    return cut;
}

void applyLines(Record& record, const std::vector<string_view>& lines)
{
    std::string whole;
    bool more = false;
    for (string_view line : lines) {
        if (more && line.starts_with('\\'))
            line.remove_prefix(1);
        whole += line;
        more = goesOn(line);
        if (more) {
            whole.pop_back();
            continue;
        }
        applyLine(record, whole);
        whole.clear();
    }
}

bool applyLine(Record& record, string_view line)
{
    const Cells cells = unpackCells(line);
    CarriedMark mark;
    if (cells[0] == "exact")
        return applyExact(record, cells);
    if (cells[0] == "id" && cells.size() == 2) {
        record.winnowId = cells[1];
    } else if (cells[0] == "number" && cells.size() == 2) {
        record.winnowNumber = cells[1];
    } else if (cells[0] == "extra" && cells.size() == 3) {
        record.extra.emplace_back(cells[1], cells[2]);
    } else if (cells.size() >= 3 && markFrom(cells, 0, mark)) {
        record.marks.push_back(std::move(mark));
    } else {
        return false;
    }
    return true;
}

} // namespace winnow::formats
