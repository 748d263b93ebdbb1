// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Text.h"
#include "formats/Utf8.h"
#include "formats/WorkbookParts.h"
#include "formats/Xml.h"

#include <charconv>
#include <chrono>
#include <cmath>

namespace winnow::formats {
namespace {

using std::string_view;
using Token = XmlWalker::Token;

constexpr std::size_t mostColumns = 16384;
constexpr std::size_t mostRows = 1048576;

/// "AB12" → 27; npos if the reference names no column.
std::size_t columnOf(string_view reference)
{
    std::size_t column = 0;
    std::size_t letters = 0;
    while (letters < reference.size() && letters < 3 && isUpper(reference[letters]))
        column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A') + 1;
    return letters > 0 && column <= mostColumns ? column - 1 : npos;
}

std::size_t wholeNumber(string_view text)
{
    std::size_t number = npos;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : npos;
}

/// Whole numbers without exponent and point: Java writes the PMID 24000001 as 2.4000001E7.
std::string plainNumber(string_view written)
{
    double number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    const bool whole = error == std::errc() && end == written.data() + written.size() && number == std::floor(number)
        && std::abs(number) < 1e15;
    return whole ? std::to_string(static_cast<long long>(number)) : std::string(written);
}

std::string two(unsigned number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Days since the last day of 1899 (or since 1904-01-01); Excel has a 29 February 1900, which is no matter here.
std::string dateOf(string_view written, bool since1904)
{
    double days = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), days);
    if (error != std::errc() || end != written.data() + written.size() || days < 1 || days > 2958465)
        return std::string(written);
    using namespace std::chrono;
    const sys_days origin = since1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / 30);
    const year_month_day date(origin + std::chrono::days(static_cast<int>(std::floor(days))));
    return std::to_string(int(date.year())) + "-" + two(unsigned(date.month())) + "-" + two(unsigned(date.day()));
}

/// Excel writes characters that XML cannot hold as _x000B_.
void decodeEscapes(std::string& text)
{
    for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        unsigned unit = 0;
        const char* digits = text.data() + at + 2;
        if (at + 7 > text.size() || text[at + 6] != '_')
            continue;
        const auto [end, error] = std::from_chars(digits, digits + 4, unit, 16);
        if (error != std::errc() || end != digits + 4)
            continue;
        std::string character;
        appendCodePoint(character, char32_t(unit));
        text.replace(at, 7, character);
    }
}

class SheetWriter {
public:
    SheetWriter(string_view xml, const std::vector<std::string>& strings, const std::vector<bool>& dates,
                bool since1904, std::string& out)
        : walker_(xml)
        , strings_(strings)
        , dates_(dates)
        , since1904_(since1904)
        , out_(out)
        , longest_(out.size() + std::max<std::size_t>(std::size_t(64) << 20, xml.size() * 32))
    {
    }

    void run()
    {
        for (Token token = walker_.next(); token != Token::Finished && out_.size() < longest_; token = walker_.next()) {
            if (token == Token::Start)
                open();
            else if (token == Token::End)
                close();
            else if (inValue_)
                walker_.appendText(value_);
        }
        if (rowOpen_)
            out_ += '\n';
    }

private:
    void open()
    {
        const string_view name = walker_.name();
        if (name == "row")
            startRow();
        else if (name == "c")
            startCell();
        else if (name == "v" || (name == "t" && !phonetic_))
            inValue_ = true;
        else if (name == "rPh")
            phonetic_ = true;
    }
    void close()
    {
        const string_view name = walker_.name();
        if (name == "v" || name == "t")
            inValue_ = false;
        else if (name == "rPh")
            phonetic_ = false;
        else if (name == "c")
            endCell();
        else if (name == "row" && rowOpen_) {
            out_ += '\n';
            rowOpen_ = false;
        }
    }

    /// Rows that are left out in the file are empty lines, so that lines count as Excel's rows do.
    void startRow()
    {
        const std::size_t wanted = wholeNumber(walker_.attribute("r"));
        const bool ahead = wanted <= mostRows && wanted > row_ + 1;
        out_.append(ahead ? wanted - row_ - 1 : 0, '\n');
        row_ = ahead ? wanted : row_ + 1;
        column_ = 0;
        written_ = 0;
        rowOpen_ = true;
    }

    void startCell()
    {
        const std::size_t column = columnOf(walker_.attribute("r"));
        if (column != npos && column >= column_)
            column_ = column;
        type_ = walker_.attribute("t");
        style_ = wholeNumber(walker_.attribute("s"));
        value_.clear();
        inValue_ = phonetic_ = false;
    }

    void endCell()
    {
        if (const std::string text = cellText(); !text.empty() && column_ < mostColumns) {
            out_.append(column_ - written_, '\t');
            written_ = column_;
            append(text);
        }
        ++column_;
        value_.clear();
    }

    std::string cellText()
    {
        std::string text;
        if (type_ == "s") {
            const std::size_t index = wholeNumber(trimmed(value_));
            text = index < strings_.size() ? strings_[index] : std::string();
        } else if (type_ == "inlineStr" || type_ == "str") {
            text = std::move(value_);
        } else if (type_ == "e" || type_ == "b" || value_.empty()) {
            return type_ == "b" ? (value_ == "1" ? "TRUE" : "FALSE") : std::string();
        } else if (style_ < dates_.size() && dates_[style_]) {
            return dateOf(trimmed(value_), since1904_);
        } else {
            return plainNumber(trimmed(value_));
        }
        decodeEscapes(text);
        return text;
    }

    void append(const std::string& text)
    {
        const bool plain = text.find_first_of("\"\t\n=;,") == std::string::npos && trimmed(text).size() == text.size();
        out_ += plain ? "" : "\"";
        for (const char c : text) {
            const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
            out_ += c == '"' ? "\"" : "";
            out_ += control ? ' ' : c;
        }
        out_ += plain ? "" : "\"";
    }

    XmlWalker walker_;
    const std::vector<std::string>& strings_;
    const std::vector<bool>& dates_;
    bool since1904_;
    std::string& out_;
    std::size_t longest_; ///< few bytes can name a cell far to the right, row by row
    std::size_t row_ = 0; ///< of Excel, from 1; 0: none yet
    std::size_t column_ = 0;
    std::size_t written_ = 0; ///< tabs in this row
    bool rowOpen_ = false;
    bool inValue_ = false;
    bool phonetic_ = false;
    std::string type_;
    std::size_t style_ = npos;
    std::string value_;
};

} // namespace

void appendSheet(string_view sheetXml, const std::vector<std::string>& strings, const std::vector<bool>& dates,
                 bool since1904, std::string& out)
{
    SheetWriter(sheetXml, strings, dates, since1904, out).run();
}

} // namespace winnow::formats
