// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/SerialNumbers.h"

#include "formats/CheckedNumbers.h"
#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr string_view separator = "; ";
constexpr std::size_t longest = 4096; ///< such fields are short; a limit keeps time linear whatever comes

bool isOneOf(string_view name, std::initializer_list<string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool holdsSerialNumbers(string_view name)
{
    return isOneOf(name, {"SN", "BN", "EI", "IB", "%@", "identifier"}) || containsNoCase(name, "issn")
        || containsNoCase(name, "isbn");
}

/// "Electronic ISSN" says more than that the field holds one.
bool saysNoMore(string_view name)
{
    return isOneOf(name, {"SN", "BN", "%@", "identifier"}) || isOneOf(lowered(name), {"issn", "isbn"});
}

/// "ISSN 1234-5679", as Zotero labels what is an identifier of any kind.
bool isLabel(string_view word)
{
    return isOneOf(lowered(word), {"issn", "issn:", "isbn", "isbn:"});
}

bool isNumber(string_view word)
{
    const auto digits = std::size_t(std::count_if(word.begin(), word.end(), [](char c) { return c != '-'; }));
    return digits == 8 ? !issnOf(word).empty() : (digits == 10 || digits == 13) && !isbnOf(word).empty();
}

bool onlyNumbers(string_view value)
{
    constexpr string_view between = "; ,\n\t\r";
    bool any = false;
    while (!value.empty()) {
        const auto end = std::min(value.find_first_of(between), value.size());
        const string_view word = value.substr(0, end);
        if (!word.empty() && !isLabel(word) && !isNumber(word))
            return false;
        any = any || isNumber(word);
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return any;
}

bool isListed(string_view list, string_view number)
{
    const auto all = pieces(list, separator);
    return std::find(all.begin(), all.end(), number) != all.end();
}

void add(std::string& list, const std::vector<std::string>& numbers)
{
    for (const std::string& number : numbers) {
        if (!isListed(list, number))
            appendItem(list, number, separator);
    }
}

} // namespace

bool addSerialNumbers(Record& record, string_view value)
{
    add(record.issn, issnsOf(value));
    add(record.isbn, isbnsOf(value));
    return value.size() <= longest && onlyNumbers(value);
}

void takeSerialNumbers(Record& record, string_view also)
{
    std::erase_if(record.extra, [&](const auto& field) {
        const auto& [name, value] = field;
        const bool holds = (!also.empty() && name == also) || holdsSerialNumbers(name);
        const bool identifier = name != "identifier" || isLabel(string_view(value).substr(0, 4));
        return holds && identifier && addSerialNumbers(record, value) && (name == also || saysNoMore(name));
    });
}

std::vector<std::string> unsaidNumbers(string_view numbers, const Record& record, string_view name)
{
    if (numbers.empty())
        return {};
    Record said;
    for (const auto& [tag, value] : record.extra) {
        if (lowered(tag) == lowered(name))
            addSerialNumbers(said, value);
    }
    std::vector<std::string> unsaid;
    for (const string_view number : pieces(numbers, separator)) {
        if (!isListed(said.issn, number) && !isListed(said.isbn, number))
            unsaid.emplace_back(number);
    }
    return unsaid;
}

std::string unsaidList(string_view numbers, const Record& record, string_view name)
{
    std::string list;
    for (const std::string& number : unsaidNumbers(numbers, record, name))
        appendItem(list, number, separator);
    return list;
}

} // namespace winnow::formats
