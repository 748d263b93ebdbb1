// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Blocks.h"

#include "base/Hash.h"
#include "deduplication/Glance.h"
#include "deduplication/Names.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>

namespace winnow::deduplication {
namespace {

constexpr std::size_t largest = 40; // records with one key that are all compared with each other
constexpr std::size_t neighbours = 20;
constexpr std::size_t endLetters = 24; // of a title's beginning and end
constexpr std::size_t wordSamples = 3;

struct Keyed {
    std::uint64_t key = 0;
    std::uint32_t record = 0;
    auto operator<=>(const Keyed&) const = default;
};

enum class Key : std::uint64_t { Doi = 1, Pmid, Title, Begin, End, Words, AuthorPage, Place, Abstract, Trial };

std::uint64_t salted(Key kind, std::uint64_t hash)
{
    const std::uint64_t mixed = (hash ^ std::uint64_t(kind) << 56) * 0x9e3779b97f4a7c15ULL;
    return mixed ^ mixed >> 31;
}

std::uint64_t salted(Key kind, std::string_view text)
{
    return salted(kind, hash64(text));
}

/// The two words of the title with the smallest hashes: the same for titles that share most of their words (Broder
/// 1997, "On the resemblance and containment of documents"). `sample` chooses the hash.
std::uint64_t wordSample(const std::vector<std::string_view>& words, std::uint64_t sample)
{
    std::uint64_t smallest = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t second = smallest;
    for (const std::string_view word : words) {
        if (word.size() < 4)
            continue;
        const std::uint64_t hash = salted(Key(100 + sample), word);
        if (hash < smallest) {
            second = smallest;
            smallest = hash;
        } else if (hash > smallest && hash < second) {
            second = hash;
        }
    }
    return second == std::numeric_limits<std::uint64_t>::max() ? 0 : smallest * 31 + second;
}

class Keys {
public:
    explicit Keys(std::vector<Keyed>& out) : m_out(out) { }

    void add(std::uint32_t record, const Traits& t)
    {
        m_record = record;
        text(Key::Doi, t.doi);
        text(Key::Pmid, t.pmid);
        titleKeys(t.title);
        const std::string author = firstAuthorKey(t.authors);
        const std::string page = t.pages.first.empty() ? t.pages.last : t.pages.first;
        if (!author.empty() && !page.empty())
            text(Key::AuthorPage, author + '\x1f' + page);
        if (!t.volume.empty() && !page.empty() && t.year != 0)
            text(Key::Place, t.volume + '\x1f' + page + '\x1f' + std::to_string(t.year));
        if (t.abstract != 0)
            m_out.push_back({salted(Key::Abstract, t.abstract), record});
    }

private:
    void text(Key kind, std::string_view value)
    {
        if (!value.empty())
            m_out.push_back({salted(kind, value), m_record});
    }
    void titleKeys(const Title& title)
    {
        const std::string_view letters = title.letters;
        text(Key::Title, letters);
        if (letters.size() > endLetters) {
            text(Key::Begin, letters.substr(0, endLetters));
            text(Key::End, letters.substr(letters.size() - endLetters));
        }
        const auto words = splitAt(title.words, ' ');
        for (std::size_t sample = 0; sample < wordSamples; ++sample) {
            if (const std::uint64_t hash = wordSample(words, sample))
                m_out.push_back({salted(Key::Words, hash + sample), m_record});
        }
    }

    std::vector<Keyed>& m_out;
    std::uint32_t m_record = 0;
};

/// Sorts by key, in time that grows with the number of keys and no faster: dealt out by the upper bits first (keys are
/// hashes, so the heaps are even), each heap is sorted within the processor's cache.
void sortByKey(std::vector<Keyed>& keyed)
{
    constexpr std::size_t heapSize = 2048;
    const int bits = std::max(1, int(std::bit_width(keyed.size() / heapSize)));
    const auto heapOf = [bits](const Keyed& k) { return std::size_t(k.key >> (64 - bits)); };
    std::vector<std::size_t> ends((std::size_t{1} << bits) + 1);
    for (const Keyed& k : keyed)
        ++ends[heapOf(k) + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<Keyed> dealt(keyed.size());
    for (const Keyed& k : keyed)
        dealt[ends[heapOf(k)]++] = k;
    std::size_t from = 0;
    for (const std::size_t end : ends) { // now the ends of the heaps; the last one twice
        std::sort(dealt.begin() + std::ptrdiff_t(from), dealt.begin() + std::ptrdiff_t(end));
        from = end;
    }
    keyed.swap(dealt);
}

/// By what too large a set is parted.
using SecondKeys = std::array<std::uint64_t, 4>;

SecondKeys secondKeys(const Traits& t)
{
    const std::string year = std::to_string(t.year);
    return {salted(Key::AuthorPage, firstAuthorKey(t.authors)), salted(Key::Place, t.volume + '\x1f' + t.pages.first),
            salted(Key::Title, t.title.letters + '\x1f' + year), salted(Key::Trial, t.doi.empty() ? t.nct : t.doi)};
}

/// The first eight letters of a title, as a number that sorts like them.
std::uint64_t beginningOf(const Traits& t)
{
    std::uint64_t beginning = 0;
    for (std::size_t i = 0; i < 8; ++i)
        beginning = beginning << 8 | (i < t.title.letters.size() ? static_cast<unsigned char>(t.title.letters[i]) : 0);
    return beginning;
}

class PairFinder {
public:
    PairFinder(std::span<const Traits> traits, const Wanted& wanted) : m_traits(traits), m_wanted(wanted)
    {
        m_glances.reserve(traits.size());
        for (const Traits& t : traits)
            m_glances.push_back(glanceOf(t));
    }

    void addSet(std::span<const Keyed> set)
    {
        if (set.size() <= largest)
            return addAll(set);
        std::vector<SecondKeys> keys;
        keys.reserve(set.size());
        for (const Keyed& keyed : set)
            keys.push_back(secondKeys(m_traits[keyed.record]));
        for (std::size_t which = 0; which < SecondKeys().size(); ++which)
            addParts(set, keys, which);
    }

    std::vector<Pair> pairs()
    {
        makeUnique();
        return std::move(m_pairs);
    }

private:
    void add(std::uint32_t a, std::uint32_t b)
    {
        if (!worthComparing(m_glances[a], m_glances[b]) || !m_wanted(a, b))
            return;
        m_pairs.emplace_back(std::min(a, b), std::max(a, b));
        constexpr std::size_t atOnce = std::size_t{1} << 24;
        if (m_pairs.size() >= std::max(atOnce, 2 * m_distinct)) {
            makeUnique();
            m_distinct = m_pairs.size();
        }
    }

    void addAll(std::span<const Keyed> set)
    {
        for (std::size_t i = 0; i < set.size(); ++i) {
            for (std::size_t j = i + 1; j < set.size(); ++j)
                add(set[i].record, set[j].record);
        }
    }

    void addParts(std::span<const Keyed> set, const std::vector<SecondKeys>& keys, std::size_t which)
    {
        std::vector<Keyed> parts;
        parts.reserve(set.size());
        for (std::size_t i = 0; i < set.size(); ++i)
            parts.push_back({keys[i][which], set[i].record});
        std::sort(parts.begin(), parts.end());
        for (std::size_t from = 0, to = 0; from < parts.size(); from = to) {
            while (to < parts.size() && parts[to].key == parts[from].key)
                ++to;
            const auto part = std::span(parts).subspan(from, to - from);
            part.size() <= largest ? addAll(part) : addNeighbours(part);
        }
    }

    void addNeighbours(std::span<Keyed> set)
    {
        const auto place = [&](const Keyed& k) {
            const Traits& t = m_traits[k.record];
            return std::tie(t.title.letters, t.year, t.volume, t.pages.first, t.authors, t.doi, t.pmid);
        };
        for (Keyed& keyed : set)
            keyed.key = beginningOf(m_traits[keyed.record]); // decides nearly always, without a look at the records
        std::sort(set.begin(), set.end(),
                  [&](const Keyed& x, const Keyed& y) { return x.key != y.key ? x.key < y.key : place(x) < place(y); });
        for (std::size_t i = 0; i < set.size(); ++i) {
            for (std::size_t j = i + 1; j < std::min(set.size(), i + 1 + neighbours); ++j)
                add(set[i].record, set[j].record);
        }
    }

    void makeUnique()
    {
        std::sort(m_pairs.begin(), m_pairs.end());
        m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
    }

    std::span<const Traits> m_traits;
    const Wanted& m_wanted;
    std::vector<Glance> m_glances;
    std::vector<Pair> m_pairs;
    std::size_t m_distinct = 0;
};

} // namespace

std::vector<Pair> candidatePairs(std::span<const Traits> traits, std::span<const std::uint32_t> which,
                                 const Wanted& wanted)
{
    std::vector<Keyed> keyed;
    keyed.reserve(which.size() * 9);
    Keys keys(keyed);
    for (const std::uint32_t record : which)
        keys.add(record, traits[record]);
    sortByKey(keyed);
    PairFinder finder(traits, wanted);
    for (std::size_t from = 0, to = 0; from < keyed.size(); from = to) {
        while (to < keyed.size() && keyed[to].key == keyed[from].key)
            ++to;
        if (to - from > 1)
            finder.addSet(std::span(keyed).subspan(from, to - from));
    }
    return finder.pairs();
}

std::vector<std::uint64_t> keysOf(const Traits& traits)
{
    std::vector<Keyed> keyed;
    Keys(keyed).add(0, traits);
    std::vector<std::uint64_t> keys;
    for (const Keyed& k : keyed)
        keys.push_back(k.key);
    return keys;
}

std::uint64_t contentHash(const Traits& t)
{
    std::string all = t.title.words;
    for (const std::string* text :
         {&t.authors, &t.journal, &t.doi, &t.pmid, &t.nct, &t.volume, &t.issue, &t.pages.first, &t.pages.last})
        (all += '\x1f') += *text;
    for (const int number : {t.year, t.part, int(t.notices), int(t.kind), int(t.pages.partial), int(t.translated)})
        all += '\x1f' + std::to_string(number);
    return hash64(all) ^ t.abstract * 0x9e3779b97f4a7c15ULL;
}

} // namespace winnow::deduplication
