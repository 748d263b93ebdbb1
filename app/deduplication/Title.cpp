// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Title.h"

#include "deduplication/Fields.h"
#include "deduplication/Normalise.h"

#include <algorithm>
#include <array>
#include <bit>

namespace winnow::deduplication {
namespace {

constexpr std::size_t longEnoughToContain = 25; // letters that say which document is meant
constexpr double nearRatio = 0.9;
constexpr double similarRatio = 0.8;
constexpr std::size_t block = 64;
constexpr std::size_t mostBlocks = 16;

/// Which letters stand where in a text of at most `Blocks` × 64 bytes: what the bit-parallel alignment looks up. Made
/// for the length, since most titles fit in one or two blocks and their table in a corner of the cache.
template <std::size_t Blocks> class Positions {
public:
    explicit Positions(std::string_view text) : m_text(text)
    {
        for (std::size_t i = 0; i < text.size(); ++i)
            s_masks[static_cast<unsigned char>(text[i])][i / block] |= std::uint64_t{1} << (i % block);
    }
    ~Positions()
    {
        for (const char c : m_text)
            s_masks[static_cast<unsigned char>(c)].fill(0);
    }
    Positions(const Positions&) = delete;
    Positions& operator=(const Positions&) = delete;

    [[nodiscard]] const std::array<std::uint64_t, Blocks>& of(char c) const
    {
        return s_masks[static_cast<unsigned char>(c)];
    }

private:
    static thread_local std::array<std::array<std::uint64_t, Blocks>, 256> s_masks;
    std::string_view m_text;
};
template <std::size_t Blocks>
thread_local std::array<std::array<std::uint64_t, Blocks>, 256> Positions<Blocks>::s_masks{};

/// `a` has at most `Blocks` × 64 bytes.
template <std::size_t Blocks> std::size_t commonSubsequence(std::string_view a, std::string_view b)
{
    const Positions<Blocks> positions(a);
    std::array<std::uint64_t, Blocks> open;
    open.fill(~std::uint64_t{0});
    for (const char c : b) {
        const auto& matches = positions.of(c);
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < Blocks; ++i) {
            const std::uint64_t v = open[i];
            const std::uint64_t u = v & matches[i];
            const std::uint64_t withCarry = v + carry;
            const std::uint64_t sum = withCarry + u;
            carry = std::uint64_t(withCarry < v || sum < u);
            open[i] = sum | (v & ~u);
        }
    }
    std::size_t length = 0;
    for (std::size_t i = 0; i < Blocks && i * block < a.size(); ++i) {
        const std::size_t bits = std::min(block, a.size() - i * block);
        const std::uint64_t inside = bits == block ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
        length += std::size_t(std::popcount(~open[i] & inside));
    }
    return length;
}

/// What both begin and end with is common for certain; only what lies between is aligned.
std::size_t commonSubsequence(std::string_view a, std::string_view b)
{
    const auto before = std::size_t(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    a.remove_prefix(before);
    b.remove_prefix(before);
    const auto after = std::size_t(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
    a.remove_suffix(after);
    b.remove_suffix(after);
    if (a.size() > b.size())
        std::swap(a, b);
    const std::size_t between = a.size() <= block ? commonSubsequence<1>(a, b)
        : a.size() <= 2 * block                   ? commonSubsequence<2>(a, b)
        : a.size() <= 4 * block                   ? commonSubsequence<4>(a, b)
                                                  : commonSubsequence<mostBlocks>(a, b);
    return before + between + after;
}

bool isSmall(std::string_view word)
{
    static constexpr std::array<std::string_view, 16> small{"a",  "an", "the", "of", "in", "on", "for", "and",
                                                            "to", "by", "at",  "as", "is", "de", "la",  "or"};
    return std::find(small.begin(), small.end(), word) != small.end();
}

bool isNumber(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Words whose single letter after them is a numeral: "part I", "type V".
bool counts(std::string_view word)
{
    static constexpr std::array<std::string_view, 13> heads{"part",    "pt",     "phase", "type",  "stage",
                                                            "grade",   "class",  "group", "study", "level",
                                                            "chapter", "series", "trial"};
    return std::find(heads.begin(), heads.end(), word) != heads.end();
}

std::string asNumber(std::string_view word, std::string_view before)
{
    const bool single = word == "i" || word == "v" || word == "x";
    if (word.empty() || word.size() > 6 || (single && !counts(before)) || isNumber(word))
        return std::string(word);
    const int number = numeral(word);
    return number > 0 ? std::to_string(number) : std::string(word);
}

LetterPairs letterPairs(std::string_view letters)
{
    LetterPairs pairs{};
    for (std::size_t i = 1; i < letters.size(); ++i) {
        const unsigned both = static_cast<unsigned char>(letters[i - 1]) * 31U + static_cast<unsigned char>(letters[i]);
        const unsigned bit = both * 0x9E3779B1U >> 24;
        pairs[bit / block] |= std::uint64_t{1} << (bit % block);
    }
    return pairs;
}

/// Too unequal in length for any alignment to reach `similarRatio`.
bool unequalLengths(const Title& a, const Title& b)
{
    const auto [shorter, longer]
        = std::minmax({a.letters.size(), b.letters.size()}); // a list: pairs of values, not of references
    return 2.0 * double(shorter) < similarRatio * double(shorter + longer);
}

bool contained(const Title& a, const Title& b)
{
    const Title& shorter = a.letters.size() <= b.letters.size() ? a : b;
    const Title& longer = &shorter == &a ? b : a;
    return shorter.letters.size() >= longEnoughToContain
        && (longer.words.starts_with(shorter.words) || longer.words.ends_with(shorter.words));
}

/// "micro array" in one and "microarray" in the other: the word stands there, grown together with its neighbour.
bool joinsUp(const std::vector<std::string_view>& words, std::size_t at, std::string_view letters)
{
    const auto stands = [&](const std::string& joined) {
        return joined.size() >= 4 && letters.find(joined) != std::string_view::npos;
    };
    const std::string word(words[at]);
    return (!isNumber(word) && stands(word)) || (at > 0 && stands(std::string(words[at - 1]) + word))
        || (at + 1 < words.size() && stands(word + std::string(words[at + 1])));
}

/// A word that has no counterpart in the other title, be it misspelt.
bool anyForeign(const std::vector<std::string_view>& words, const std::vector<std::string_view>& others,
                std::string_view letters)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto alike = [&](std::string_view other) { return sameWord(words[i], other); };
        const bool known = isSmall(words[i]) || std::find(others.begin(), others.end(), words[i]) != others.end()
            || joinsUp(words, i, letters) || std::any_of(others.begin(), others.end(), alike);
        if (!known)
            return true;
    }
    return false;
}

/// Every word of the one has its counterpart in the other, but for spelling.
bool wordsCorrespond(const Title& a, const Title& b)
{
    const auto left = splitAt(a.words, ' ');
    const auto right = splitAt(b.words, ' ');
    return !anyForeign(left, right, b.letters) && !anyForeign(right, left, a.letters);
}

std::string_view shortened(std::string_view text)
{
    return text.substr(0, block * mostBlocks);
}

/// The one says it with this beginning, the other with that: the sense is another.
bool opposed(std::string_view a, std::string_view b)
{
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array opposites{Pair{"hyper", "hypo"},    Pair{"inter", "intra"}, Pair{"pre", "post"},
                                          Pair{"pre", "peri"},      Pair{"micro", "macro"}, Pair{"uni", "bi"},
                                          Pair{"mono", "bi"},       Pair{"in", "de"},       Pair{"male", "female"},
                                          Pair{"males", "females"}, Pair{"endo", "exo"},    Pair{"supra", "infra"}};
    return std::any_of(opposites.begin(), opposites.end(), [&](const Pair& pair) {
        return (a.starts_with(pair.first) && b.starts_with(pair.second))
            || (b.starts_with(pair.first) && a.starts_with(pair.second));
    });
}

/// "un-" and the like before a word that is otherwise the same.
bool negated(std::string_view a, std::string_view b)
{
    const auto& longer = a.size() > b.size() ? a : b;
    const auto& shorter = a.size() > b.size() ? b : a;
    static constexpr std::array<std::string_view, 9> prefixes{"un", "in", "im", "non", "a", "an", "anti", "dis", "re"};
    return longer.ends_with(shorter)
        && std::find(prefixes.begin(), prefixes.end(), longer.substr(0, longer.size() - shorter.size()))
        != prefixes.end();
}

} // namespace

std::vector<std::string_view> splitAt(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (end > 0)
            parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Title titleOf(std::string_view written)
{
    Title title;
    const std::string folded = foldedWords(titleProper(written));
    std::string_view before;
    for (const std::string_view word : splitAt(folded, ' ')) {
        const std::string shown = asNumber(word, before);
        title.words += (title.words.empty() ? "" : " ") + shown;
        title.letters += shown;
        before = word;
    }
    title.pairs = letterPairs(title.letters);
    return title;
}

double alignment(std::string_view a, std::string_view b)
{
    a = shortened(a);
    b = shortened(b);
    if (a.empty() || b.empty())
        return a.empty() && b.empty() ? 1 : 0;
    return 2.0 * double(commonSubsequence(a, b)) / double(a.size() + b.size());
}

bool sameWord(std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    const bool digits = a.find_first_of("0123456789") != std::string_view::npos
        || b.find_first_of("0123456789") != std::string_view::npos;
    if (digits || std::min(a.size(), b.size()) < 4 || opposed(a, b) || negated(a, b))
        return false;
    return alignment(a, b) >= 0.8;
}

bool numbersDiffer(const Title& a, const Title& b)
{
    const auto numbersOnlyIn = [](const Title& one, const Title& other) {
        const auto words = splitAt(one.words, ' ');
        const auto others = splitAt(other.words, ' ');
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return isNumber(word) && std::find(others.begin(), others.end(), word) == others.end()
                && other.letters.find(word) == std::string::npos;
        });
    };
    return numbersOnlyIn(a, b) && numbersOnlyIn(b, a);
}

int countOf(const LetterPairs& pairs)
{
    int count = 0;
    for (const std::uint64_t bits : pairs)
        count += std::popcount(bits);
    return count;
}

int commonPairs(const LetterPairs& a, const LetterPairs& b)
{
    LetterPairs common{};
    for (std::size_t i = 0; i < common.size(); ++i)
        common[i] = a[i] & b[i];
    return countOf(common);
}

bool plainlyDifferent(int common, int fewer)
{
    return common * 2 < fewer;
}

Likeness likeness(const Title& a, const Title& b)
{
    if (a.letters.empty() || b.letters.empty())
        return Likeness::Missing;
    if (a.letters == b.letters)
        return Likeness::Equal;
    if (plainlyDifferent(commonPairs(a.pairs, b.pairs), std::min(countOf(a.pairs), countOf(b.pairs))))
        return Likeness::Different;
    if (contained(a, b))
        return Likeness::Contained;
    if (unequalLengths(a, b))
        return Likeness::Different;
    const double ratio = alignment(a.letters, b.letters);
    if (ratio >= nearRatio && !numbersDiffer(a, b) && wordsCorrespond(a, b))
        return Likeness::Near;
    return ratio >= similarRatio ? Likeness::Similar : Likeness::Different;
}

} // namespace winnow::deduplication
