// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Names.h"
#include "formats/Text.h"
#include "formats/Utf8.h"

#include <QString>

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

bool isPythonList(string_view cell)
{
    return cell.size() >= 4 && cell.starts_with('[') && cell.ends_with(']') && (cell[1] == '\'' || cell[1] == '"');
}

/// ['Marx, Karl', "O'Neil, J"]
std::vector<std::string> pythonList(string_view cell)
{
    std::vector<std::string> items;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        const char quote = cell[i];
        if (quote != '\'' && quote != '"')
            continue;
        std::string item;
        for (++i; i + 1 < cell.size() && cell[i] != quote; ++i) {
            if (cell[i] == '\\' && i + 2 < cell.size())
                ++i;
            item += cell[i];
        }
        if (const auto plain = trimmed(item); !plain.empty())
            items.emplace_back(plain);
    }
    return items;
}

bool isListOfObjects(string_view cell)
{
    return cell.starts_with("[{") && cell.ends_with("}]");
}

/// The text in quotes that begins at `at`, which is moved behind it.
std::string quotedAt(string_view text, std::size_t& at)
{
    std::string value;
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote; ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            ++at;
        value += text[at];
    }
    ++at;
    return value;
}

bool isFullName(string_view text)
{
    return text.find(' ') != npos;
}
bool areFullNames(const std::vector<string_view>& parts)
{
    return std::all_of(parts.begin(), parts.end(), isFullName);
}

/// "Lim SM, Lau Y": every part is a name with initials behind it, none has a dot.
bool isMedlineList(const std::vector<string_view>& parts)
{
    return areFullNames(parts)
        && std::none_of(parts.begin(), parts.end(), [](string_view part) { return part.find('.') != npos; });
}

bool isAscii(char c)
{
    return (static_cast<unsigned char>(c) & 0x80) == 0;
}
QChar letterAt(string_view text, std::size_t at)
{
    const int length = sequenceLength(text, at); // continuing bytes begin no letter
    const QString letter = length < 2 ? QString() : QString::fromUtf8(text.data() + at, length);
    return letter.isEmpty() ? QChar(u' ') : letter.front(); // a byte order mark is dropped
}
bool beginsWithCapital(string_view text)
{
    return isUpper(text[0]) || (!isAscii(text[0]) && letterAt(text, 0).isUpper());
}
bool endsInSmall(string_view text)
{
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80)
        --last;
    return isLower(text[last]) || (!isAscii(text[last]) && letterAt(text, last).isLower());
}

/// Springer writes "Ana LimaBob BurtJan van der Berg". Where a small letter meets a capital, one name ends, unless
/// that would leave half a name ("McDonald", "DeVries").
std::vector<string_view> gluedNames(string_view cell)
{
    static constexpr std::array<string_view, 14> beginnings{"mc",  "mac", "de", "la",   "le",    "di",     "du",
                                                            "van", "von", "al", "fitz", "vande", "vander", "del"};
    std::vector<string_view> names;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < cell.size(); ++i) {
        if (!beginsWithCapital(cell.substr(i)) || !endsInSmall(cell.substr(0, i)))
            continue;
        const string_view before = cell.substr(begin, i - begin);
        const std::string word = lowered(before.substr(before.find_last_of(" -'") + 1)); // npos + 1 is 0
        if (std::find(beginnings.begin(), beginnings.end(), word) != beginnings.end())
            continue;
        names.push_back(trimmed(before));
        begin = i;
    }
    names.push_back(trimmed(cell.substr(begin)));
    return areFullNames(names) ? names : std::vector<string_view>{cell};
}

void appendEach(std::vector<Author>& authors, const std::vector<string_view>& names)
{
    for (const string_view name : names)
        authors.push_back(authorFrom(name));
}

/// What ends a list that was cut short, and is nobody.
bool saysMore(string_view name)
{
    return name == "..." || name == "\xE2\x80\xA6" || name == "others" || startsWithNoCase(name, "et al");
}

/// "A.", "J.-P.", "A. B.", "AB"
bool areOnlyInitials(string_view name)
{
    return name.size() < 10 && std::all_of(name.begin(), name.end(), [](char c) {
               return isUpper(c) || !isAscii(c) || c == '.' || c == '-' || c == ' ';
           });
}

/// Names parted by commas, where a comma may also stand within a name.
std::vector<Author> fromCommas(string_view cell)
{
    auto parts = pieces(cell, ",");
    for (string_view& part : parts)
        part = trimmed(part.starts_with("& ") ? part.substr(2) : part); // "Lima, A., & Burt, B."
    std::erase_if(parts, saysMore);
    std::vector<Author> authors;
    if (parts.size() <= 1 || (parts.size() == 2 && !areFullNames(parts))) {
        appendEach(authors, parts.size() == 1 ? gluedNames(parts[0]) : std::vector<string_view>{cell});
        return authors;
    }
    bool given = true;
    bool families = true;
    for (std::size_t i = 0; i < parts.size(); i += 2) {
        families = families && !isFullName(parts[i]);
        given = given && i + 1 < parts.size() && areOnlyInitials(parts[i + 1]) && !areOnlyInitials(parts[i]);
    }
    const bool pairs = parts.size() % 2 == 0 && (families || given);
    for (std::size_t i = 0; i < parts.size(); i += pairs ? 2 : 1) {
        if (pairs)
            authors.push_back({std::string(parts[i]), std::string(parts[i + 1]), {}, false});
        else
            authors.push_back(authorFrom(parts[i]));
    }
    return authors;
}

/// Names parted by " and ", the last two of them or all: "Ana Lima, Bob Burt and Carl Dee", "Lima, A., Burt, B. and
/// Dee, C.", "Lima, Ana and Burt, Bob".
std::vector<Author> fromAnds(string_view cell)
{
    const auto names = pieces(cell, " and ");
    const bool lastIsWhole = names.size() == 2 && names[1].find(',') == npos;
    std::vector<Author> authors;
    for (const string_view name : names) {
        const auto parts = pieces(name, ",");
        const bool several = parts.size() > 3 || (lastIsWhole && parts.size() > 1 && areFullNames(parts));
        if (saysMore(name))
            continue;
        for (Author& author : several ? fromCommas(name) : std::vector<Author>{authorFrom(name)})
            authors.push_back(std::move(author));
    }
    return authors;
}

/// PubMed ends the list as a sentence ("Lim SM, Lau Y.") and puts groups behind a semicolon.
string_view withoutStop(string_view cell)
{
    if (!cell.ends_with('.') || cell.find(',') == npos)
        return cell;
    const string_view rest = cell.substr(0, cell.size() - 1);
    return isMedlineList(pieces(rest.substr(0, rest.find(';')), ",")) ? rest : cell;
}

} // namespace

std::vector<std::string> valuesIn(string_view cell, string_view key)
{
    std::vector<std::string> values;
    bool wanted = false;
    for (std::size_t at = cell.find_first_of("'\""); at < cell.size(); at = cell.find_first_of("'\"", at)) {
        std::string text = quotedAt(cell, at);
        const bool name = trimmed(cell.substr(std::min(at, cell.size()))).starts_with(':');
        const bool value = wanted && !name;
        wanted = name && text == key;
        if (value)
            values.push_back(std::move(text));
    }
    return values;
}

std::vector<Author> authorsFromCell(string_view cell)
{
    cell = withoutStop(trimmed(cell));
    std::vector<Author> authors;
    if (cell.empty() || saysNobody(cell))
        return authors;
    if (isListOfObjects(cell)) { // Semantic Scholar, by way of Python
        for (const std::string& name : valuesIn(cell, "name"))
            authors.push_back(authorFrom(name));
        if (!authors.empty())
            return authors;
    }
    if (!isPythonList(cell) && cell.find_first_of(";|\n") == npos) {
        return cell.find(" and ") == npos ? fromCommas(cell) : fromAnds(cell);
    }
    for (const std::string& name : listFromCell(cell, false)) {
        if (saysMore(name))
            continue;
        const auto parts = pieces(name, ",");
        if (parts.size() > 1 && isMedlineList(parts))
            appendEach(authors, parts);
        else
            authors.push_back(authorFrom(name));
    }
    return authors;
}

std::vector<std::string> listFromCell(string_view cell, bool commas)
{
    cell = trimmed(cell);
    if (isPythonList(cell))
        return pythonList(cell);
    std::vector<std::string> items;
    const string_view separator = cell.find(';') != npos ? ";"
        : cell.find('|') != npos                         ? "|"
        : cell.find('\n') != npos                        ? "\n"
        : commas                                         ? ", "
                                                         : ";";
    for (const string_view item : pieces(cell, separator))
        items.emplace_back(item);
    return items;
}

} // namespace winnow::formats
