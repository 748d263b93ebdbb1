// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Names.h"

#include "deduplication/Normalise.h"
#include "deduplication/Title.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace winnow::deduplication {
namespace {

constexpr std::size_t mostAuthors = 20;

bool isParticle(std::string_view word)
{
    static constexpr std::array<std::string_view, 30> particles{
        "van", "von", "der", "den", "de", "del", "della", "di",  "da",  "la", "le", "el",  "al", "st",  "ter",
        "ten", "bin", "ibn", "dos", "do", "du",  "das",   "zum", "zur", "jr", "sr", "iii", "dr", "abu", "ben"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// Bytes of the first character of a UTF-8 text.
std::size_t firstCharacter(std::string_view text)
{
    std::size_t end = std::min<std::size_t>(text.size(), 1);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return end;
}

std::string nameOf(const Author& author)
{
    if (author.collective)
        return "=" + titleKey(author.family);
    const std::string folded = foldedWords(familyProper(author));
    std::string name;
    for (const std::string_view word : splitAt(folded, ' ')) {
        if (!isParticle(word) && word.size() > 1)
            name += (name.empty() ? "" : " ") + std::string(word);
    }
    if (name.empty())
        name = folded; // "Le", "Ben": a family name after all
    const std::string given = titleKey(author.given);
    return name + '\t' + given.substr(0, firstCharacter(given));
}

struct Name {
    std::string_view family;
    std::string_view initial;
    bool collective = false;
};

std::vector<Name> namesIn(const std::string& names)
{
    std::vector<Name> list;
    for (const std::string_view line : splitAt(names, '\n')) {
        const auto tab = std::min(line.find('\t'), line.size());
        list.push_back({line.substr(0, tab), line.substr(std::min(tab + 1, line.size())), line.front() == '='});
    }
    return list;
}

bool sameFamilyWord(std::string_view a, std::string_view b)
{
    // A letter lost or garbled on the way ("Mu?oz"), or another transliteration.
    return a == b || (std::min(a.size(), b.size()) >= 4 && alignment(a, b) >= 0.8);
}

bool sameFamily(const Name& a, const Name& b)
{
    if (a.family == b.family)
        return true;
    for (const std::string_view left : splitAt(a.family, ' ')) {
        for (const std::string_view right : splitAt(b.family, ' ')) {
            if (sameFamilyWord(left, right))
                return true;
        }
    }
    return false;
}

/// "Tong, H" and "Hua, T": family and given name the other way round.
bool swapped(const Name& a, const Name& b)
{
    return !a.initial.empty() && !b.initial.empty() && a.family.starts_with(b.initial)
        && b.family.starts_with(a.initial);
}

bool initialsDiffer(const Name& a, const Name& b)
{
    return !a.initial.empty() && !b.initial.empty() && a.initial != b.initial;
}

} // namespace

std::string authorNames(const std::vector<Author>& authors)
{
    std::string names;
    for (std::size_t i = 0; i < std::min(authors.size(), mostAuthors); ++i) {
        const std::string name = nameOf(authors[i]);
        if (name.size() > 1)
            names += name + '\n';
    }
    return names;
}

AuthorMatch matchAuthors(const std::string& a, const std::string& b)
{
    const auto left = namesIn(a);
    const auto right = namesIn(b);
    if (left.empty() || right.empty() || left.front().collective != right.front().collective)
        return AuthorMatch::Missing; // a group against its members says nothing
    if (a == b)
        return AuthorMatch::Same;
    const auto& shorter = left.size() <= right.size() ? left : right;
    const auto& longer = left.size() <= right.size() ? right : left;
    std::size_t found = 0;
    for (const Name& name : shorter)
        found += std::any_of(longer.begin(), longer.end(), [&](const Name& other) { return sameFamily(name, other); });
    const bool first = sameFamily(left.front(), right.front());
    if (shorter.size() == 1 && longer.size() == 1 && first && initialsDiffer(left.front(), right.front()))
        return AuthorMatch::Partly;
    if (first && found * 2 >= shorter.size())
        return AuthorMatch::Same;
    const bool moved = shorter.size() >= 3 && found * 3 >= shorter.size() * 2;
    if (moved || (shorter.size() >= 2 && found > 0 && swapped(left.front(), right.front())))
        return AuthorMatch::Same;
    return found > 0 || swapped(left.front(), right.front()) ? AuthorMatch::Partly : AuthorMatch::Different;
}

std::string firstAuthorKey(const std::string& names)
{
    const std::string_view line = std::string_view(names).substr(0, names.find('\n'));
    const std::string_view family = line.substr(0, line.find('\t'));
    const auto blank = family.rfind(' ');
    return std::string(blank == std::string_view::npos ? family : family.substr(blank + 1));
}

} // namespace winnow::deduplication
