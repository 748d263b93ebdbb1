// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Record.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace winnow {
namespace {

std::string_view trimmed(std::string_view text)
{
    const auto space = [](unsigned char c) { return std::isspace(c) != 0; };
    while (!text.empty() && space(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && space(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

std::string joinLines(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        (text += text.empty() ? "" : "\n") += line;
    return text;
}

std::vector<std::string> nonEmptyLines(std::string_view text)
{
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n')) {
        if (!trimmed(line).empty())
            lines.emplace_back(trimmed(line));
    }
    return lines;
}

/// The plain text members of a Record by field; nullptr for those with a form of their own.
std::string Record::*plainMember(Field field)
{
    switch (field) {
    case Field::Title: return &Record::title;
    case Field::Abstract: return &Record::abstract;
    case Field::Journal: return &Record::journal;
    case Field::Volume: return &Record::volume;
    case Field::Issue: return &Record::issue;
    case Field::Pages: return &Record::pages;
    case Field::Doi: return &Record::doi;
    case Field::Pmid: return &Record::pmid;
    case Field::Pmcid: return &Record::pmcid;
    case Field::Nct: return &Record::nct;
    case Field::Issn: return &Record::issn;
    case Field::Isbn: return &Record::isbn;
    case Field::Language: return &Record::language;
    case Field::Type: return &Record::type;
    case Field::Url: return &Record::url;
    case Field::Authors:
    case Field::Year:
    case Field::Keywords: break;
    }
    return nullptr;
}

bool containsNoCase(std::string_view text, std::string_view needle)
{
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(), same) != text.end();
}

} // namespace

std::string displayName(const Author& author)
{
    std::string name = author.family;
    if (!author.given.empty())
        name += ", " + author.given;
    if (!author.suffix.empty())
        name += ", " + author.suffix;
    return name;
}

Author parseAuthor(std::string_view written)
{
    const auto parts = split(written, ',');
    Author author;
    author.family = trimmed(parts[0]);
    if (parts.size() > 1)
        author.given = trimmed(parts[1]);
    if (parts.size() > 2)
        author.suffix = trimmed(parts[2]);
    return author;
}

std::string packAuthors(const std::vector<Author>& authors)
{
    std::string packed;
    for (const Author& a : authors) {
        if (!packed.empty())
            packed += '\n';
        if (a.collective)
            packed += '=';
        packed += a.family;
        if (!a.given.empty() || !a.suffix.empty())
            packed += '\t' + a.given;
        if (!a.suffix.empty())
            packed += '\t' + a.suffix;
    }
    return packed;
}

std::vector<Author> unpackAuthors(std::string_view packed)
{
    std::vector<Author> authors;
    if (packed.empty())
        return authors;
    for (std::string_view line : split(packed, '\n')) {
        Author author;
        author.collective = line.starts_with('=');
        if (author.collective)
            line.remove_prefix(1);
        const auto parts = split(line, '\t');
        author.family = parts[0];
        if (parts.size() > 1)
            author.given = parts[1];
        if (parts.size() > 2)
            author.suffix = parts[2];
        authors.push_back(std::move(author));
    }
    return authors;
}

std::string fieldText(const Record& record, Field field)
{
    if (const auto member = plainMember(field))
        return record.*member;
    if (field == Field::Year)
        return record.year ? std::to_string(record.year) : std::string();
    if (field == Field::Keywords)
        return joinLines(record.keywords);
    std::vector<std::string> names;
    for (const Author& author : record.authors)
        names.push_back(displayName(author));
    return joinLines(names);
}

void setFieldText(Record& record, Field field, const std::string& text)
{
    if (const auto member = plainMember(field)) {
        record.*member = text;
    } else if (field == Field::Year) {
        record.year = 0;
        std::from_chars(text.data(), text.data() + text.size(), record.year);
    } else if (field == Field::Keywords) {
        record.keywords = nonEmptyLines(text);
    } else if (field == Field::Authors) {
        record.authors.clear();
        for (const std::string& line : nonEmptyLines(text))
            record.authors.push_back(parseAuthor(line));
    }
}

bool needsNoRetrieval(const Record& record)
{
    static constexpr std::array<std::string_view, 8> complete{
        "registry",         "clinical trial record", "trial registry", "conference abstract",
        "meeting abstract", "abstract only",         "poster",         "congress"};
    return std::any_of(complete.begin(), complete.end(),
                       [&](std::string_view type) { return containsNoCase(record.type, type); });
}

} // namespace winnow
