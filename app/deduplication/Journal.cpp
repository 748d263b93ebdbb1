// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Journal.h"

#include "deduplication/Normalise.h"
#include "deduplication/Title.h"

#include <algorithm>
#include <array>
#include <vector>

namespace winnow::deduplication {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t mostNames = 3;

std::string nameOf(std::string_view written)
{
    static constexpr std::array<std::string_view, 14> small{"of", "the", "and", "for", "in",  "et",  "de",
                                                            "la", "der", "und", "d",   "des", "fur", "on"};
    const auto end = written.find_first_of(":([", 1);
    std::string name;
    const std::string folded = foldedWords(written.substr(0, end));
    for (const std::string_view word : splitAt(folded, ' ')) {
        if (std::find(small.begin(), small.end(), word) == small.end())
            name += (name.empty() ? "" : " ") + std::string(word);
    }
    return name;
}

bool abbreviates(std::string_view a, std::string_view b)
{
    if (a.starts_with(b) || b.starts_with(a))
        return true;
    // "Natl" for "National", "Jpn" for "Japanese": first letter, then letters in order.
    const std::string_view shorter = a.size() < b.size() ? a : b;
    const std::string_view longer = a.size() < b.size() ? b : a;
    if (shorter.front() != longer.front() || shorter.size() < 2 || shorter.size() > 6 || longer.size() < 7)
        return false;
    std::size_t at = 0;
    for (const char c : longer)
        at += at < shorter.size() && shorter[at] == c;
    return at == shorter.size();
}

bool isAcronym(const Words& one, const Words& many)
{
    if (one.size() != 1 || many.size() < 2 || one[0].size() < 2 || one[0].size() > many.size())
        return false;
    for (std::size_t i = 0; i < one[0].size(); ++i) {
        if (many[i].front() != one[0][i])
            return false;
    }
    return true;
}

JournalMatch matchNames(std::string_view a, std::string_view b)
{
    if (a == b)
        return JournalMatch::Same;
    const Words left = splitAt(a, ' ');
    const Words right = splitAt(b, ' ');
    if (isAcronym(left, right) || isAcronym(right, left))
        return JournalMatch::Same;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (!abbreviates(left[i], right[i]))
            return alignment(a, b) >= 0.92 ? JournalMatch::Same : JournalMatch::Different;
    }
    return left.size() == right.size() ? JournalMatch::Same : JournalMatch::Maybe;
}

} // namespace

std::string journalNames(std::string_view written)
{
    std::string names;
    std::size_t count = 0;
    for (const std::string_view part : splitAt(written, '=')) {
        const std::string name = count < mostNames ? nameOf(part) : std::string();
        if (!name.empty()) {
            names += (names.empty() ? "" : "\n") + name;
            ++count;
        }
    }
    return names;
}

JournalMatch matchJournals(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty())
        return JournalMatch::Missing;
    JournalMatch best = JournalMatch::Different;
    for (const std::string_view left : splitAt(a, '\n')) {
        for (const std::string_view right : splitAt(b, '\n'))
            best = std::max(best, matchNames(left, right));
    }
    return best;
}

} // namespace winnow::deduplication
