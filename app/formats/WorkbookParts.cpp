// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/WorkbookParts.h"

#include "formats/Text.h"
#include "formats/Xml.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace winnow::formats {
namespace {

using std::string_view;
using Token = XmlWalker::Token;

/// Built-in number formats that are dates; 18 to 21 and 45 to 47 are times of day.
bool isBuiltInDate(int format)
{
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36)
        || (format >= 50 && format <= 58);
}

/// A format code with a year or a day in it, outside of quoted text and colours in brackets.
bool isDateCode(string_view code)
{
    bool quoted = false;
    bool bracket = false;
    for (const char c : code) {
        quoted = quoted != (c == '"');
        bracket = c == '[' || (bracket && c != ']');
        if (!quoted && !bracket && (lower(c) == 'y' || lower(c) == 'd'))
            return true;
    }
    return false;
}

int numberOf(string_view text)
{
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

std::vector<std::pair<std::string, std::string>> workbookSheets(string_view workbookXml)
{
    std::vector<std::pair<std::string, std::string>> sheets;
    XmlWalker walker(workbookXml);
    for (Token token = walker.next(); token != Token::Finished; token = walker.next()) {
        if (token == Token::Start && walker.name() == "sheet")
            sheets.emplace_back(walker.attribute("name"), walker.attribute("r:id"));
    }
    return sheets;
}

std::vector<std::pair<std::string, std::string>> workbookRelations(string_view relsXml)
{
    std::vector<std::pair<std::string, std::string>> relations;
    XmlWalker walker(relsXml);
    for (Token token = walker.next(); token != Token::Finished; token = walker.next()) {
        if (token != Token::Start || walker.name() != "Relationship")
            continue;
        std::string target = walker.attribute("Target");
        if (target.starts_with("/xl/"))
            target.erase(0, 4);
        relations.emplace_back(walker.attribute("Id"), std::move(target));
    }
    return relations;
}

std::vector<std::string> sharedStrings(string_view xml)
{
    std::vector<std::string> strings;
    XmlWalker walker(xml);
    bool text = false;
    bool phonetic = false;
    for (Token token = walker.next(); token != Token::Finished; token = walker.next()) {
        if (token == Token::Text) {
            if (text && !phonetic && !strings.empty())
                walker.appendText(strings.back());
            continue;
        }
        const bool start = token == Token::Start;
        if (walker.name() == "si" && start)
            strings.emplace_back();
        else if (walker.name() == "t")
            text = start;
        else if (walker.name() == "rPh")
            phonetic = start;
    }
    return strings;
}

std::vector<bool> dateFormats(string_view stylesXml)
{
    std::set<int> own;
    std::vector<bool> dates;
    bool cells = false;
    XmlWalker walker(stylesXml);
    for (Token token = walker.next(); token != Token::Finished; token = walker.next()) {
        if (token == Token::Text)
            continue;
        const bool start = token == Token::Start;
        if (walker.name() == "numFmt" && start && isDateCode(walker.attribute("formatCode")))
            own.insert(numberOf(walker.attribute("numFmtId")));
        else if (walker.name() == "cellXfs")
            cells = start;
        else if (walker.name() == "xf" && start && cells) {
            const int format = numberOf(walker.attribute("numFmtId"));
            dates.push_back(isBuiltInDate(format) || own.count(format) > 0);
        }
    }
    return dates;
}

} // namespace winnow::formats
