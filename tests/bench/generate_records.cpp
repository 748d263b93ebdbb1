// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BenchRecords.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <memory>
#include <numeric>

namespace winnow::bench {
namespace {

constexpr std::size_t vocabularySize = 40000;
constexpr std::size_t shortWords = 3000; // the frequent ones; from here on frequencies fall with the square of the rank
constexpr int firstYear = 1990;
constexpr int years = 36;

std::vector<std::string> makeWords()
{
    std::vector<std::string> words;
    words.insert(words.end(), functionWords.begin(), functionWords.end());
    words.insert(words.end(), trialWords.begin(), trialWords.end());
    Dice dice(20260101);
    const auto pick = [&](const std::vector<std::string_view>& from) {
        return std::string(from[dice.below(std::uint32_t(from.size()))]);
    };
    while (words.size() < shortWords)
        words.push_back(pick(wordMiddles) + pick(wordEnds));
    while (words.size() < vocabularySize)
        words.push_back(pick(wordBegins) + pick(wordMiddles) + pick(wordEnds));
    return words;
}

std::string capital(std::string word)
{
    word[0] = char(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
}

const Vocabulary& vocabulary()
{
    static const Vocabulary words;
    return words;
}

std::string sentence(Dice& dice)
{
    std::string text = capital(vocabulary().draw(dice));
    for (std::uint32_t left = 10 + dice.below(23); left > 0; --left) {
        text += dice.chance(0.06) ? ", " : " ";
        if (dice.chance(0.04))
            text += std::to_string(dice.below(1000)) + (dice.chance(0.4) ? "." + std::to_string(dice.below(100)) : "");
        else
            text += vocabulary().draw(dice);
    }
    return text + ".";
}

std::string abstractOf(Dice& dice)
{
    static constexpr const char* heads[] = {"BACKGROUND: ", "METHODS: ", "RESULTS: ", "CONCLUSIONS: "};
    const bool structured = dice.chance(0.5);
    std::string text;
    for (int part = 0; part < 4; ++part) {
        if (structured)
            text += heads[part];
        for (std::uint32_t left = 1 + dice.below(3); left > 0; --left)
            text += sentence(dice) + ' ';
    }
    text.pop_back();
    return text;
}

std::string titleOf(Dice& dice)
{
    std::string text = capital(vocabulary().drawContent(dice));
    for (std::uint32_t left = 5 + dice.below(12); left > 0; --left)
        text += ' ' + (dice.chance(0.35) ? vocabulary().draw(dice) : vocabulary().drawContent(dice));
    if (dice.chance(0.2))
        text += ": a " + vocabulary().drawContent(dice) + " trial";
    return text;
}

/// What both formats tell of a record.
struct Entry {
    std::string title, abstract, journal, volume, issue, pages, doi, number;
    std::vector<std::pair<std::string, std::string>> authors; ///< family, given
    std::vector<std::string> keywords;
    int year = 0;
};

Entry makeEntry(std::uint64_t seed, std::uint64_t index)
{
    Dice dice(seed * 0x9e3779b97f4a7c15ULL ^ index * 0xd1342543de82ef95ULL);
    Entry e;
    e.title = titleOf(dice);
    e.year = firstYear + int(dice.below(years));
    for (std::uint32_t left = 1 + dice.below(8); left > 0; --left) {
        std::string given(1, char('A' + dice.below(26)));
        given += '.';
        if (dice.chance(0.4))
            given += std::string(" ") + char('A' + dice.below(26)) + '.';
        e.authors.emplace_back(familyNames[dice.below(std::uint32_t(familyNames.size()))], given);
    }
    e.journal = std::string(journalForms[dice.below(std::uint32_t(journalForms.size()))])
        + std::string(journalFields[dice.below(std::uint32_t(journalFields.size()))]);
    e.volume = std::to_string(1 + dice.below(120));
    e.issue = std::to_string(1 + dice.below(12));
    const std::uint32_t page = 1 + dice.below(1800);
    e.pages = std::to_string(page) + '-' + std::to_string(page + 2 + dice.below(14));
    e.number = std::to_string(10000000 + seed % 20 * 4000000 + index);
    if (dice.chance(0.9))
        e.doi = "10." + std::to_string(1000 + dice.below(400)) + "/w" + std::to_string(seed) + '.'
            + std::to_string(e.year) + '.' + std::to_string(index);
    for (std::uint32_t left = dice.below(8); left > 0; --left)
        e.keywords.push_back(vocabulary().drawContent(dice));
    if (dice.chance(0.875))
        e.abstract = abstractOf(dice);
    return e;
}

void line(std::string& out, std::string_view tag, std::string_view text)
{
    if (!text.empty())
        ((out += tag) += text) += '\n';
}

void appendRis(std::string& out, const Entry& e)
{
    line(out, "TY  - ", "JOUR");
    line(out, "TI  - ", e.title);
    for (const auto& [family, given] : e.authors)
        line(out, "AU  - ", family + ", " + given);
    line(out, "PY  - ", std::to_string(e.year));
    line(out, "T2  - ", e.journal);
    line(out, "VL  - ", e.volume);
    line(out, "IS  - ", e.issue);
    line(out, "SP  - ", e.pages.substr(0, e.pages.find('-')));
    line(out, "EP  - ", e.pages.substr(e.pages.find('-') + 1));
    line(out, "DO  - ", e.doi);
    line(out, "AN  - ", "W" + e.number);
    line(out, "AB  - ", e.abstract);
    for (const std::string& word : e.keywords)
        line(out, "KW  - ", word);
    line(out, "LA  - ", "English");
    line(out, "UR  - ", "https://example.org/record/" + e.number);
    out += "ER  - \n\n";
}

/// MEDLINE wraps at some 80 columns and goes on behind six blanks.
void wrapped(std::string& out, std::string_view tag, std::string_view text)
{
    out += tag;
    while (text.size() > 84) {
        const std::size_t cut = text.substr(0, 84).rfind(' ');
        if (cut == std::string_view::npos || cut == 0)
            break;
        (out += text.substr(0, cut)) += "\n      ";
        text.remove_prefix(cut + 1);
    }
    (out += text) += '\n';
}

void appendNbib(std::string& out, const Entry& e)
{
    line(out, "PMID- ", e.number);
    line(out, "OWN - ", "NLM");
    line(out, "STAT- ", "MEDLINE");
    line(out, "VI  - ", e.volume);
    line(out, "IP  - ", e.issue);
    line(out, "DP  - ", std::to_string(e.year) + " Jan");
    wrapped(out, "TI  - ", e.title + '.');
    line(out, "PG  - ", e.pages);
    if (!e.doi.empty())
        line(out, "LID - ", e.doi + " [doi]");
    if (!e.abstract.empty())
        wrapped(out, "AB  - ", e.abstract);
    for (const auto& [family, given] : e.authors) {
        line(out, "FAU - ", family + ", " + given);
        line(out, "AU  - ", family + ' ' + given.substr(0, 1));
    }
    line(out, "LA  - ", "eng");
    line(out, "PT  - ", "Journal Article");
    line(out, "JT  - ", e.journal);
    for (const std::string& word : e.keywords)
        line(out, "OT  - ", word);
    out += '\n';
}

} // namespace

std::uint64_t Dice::next()
{
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
    return z ^ z >> 31;
}

/// Walker's alias method: one draw costs two table look-ups, whatever the size of the vocabulary.
Vocabulary::Vocabulary() : m_words(makeWords()), m_cut(m_words.size()), m_other(m_words.size())
{
    const std::size_t n = m_words.size();
    std::vector<double> weight(n);
    for (std::size_t rank = 0; rank < n; ++rank)
        weight[rank] = 1.0 / (double(rank) + 2.7) * std::min(1.0, double(shortWords) / double(rank + 1));
    const double scale = double(n) / std::accumulate(weight.begin(), weight.end(), 0.0);
    std::vector<std::uint32_t> small, large;
    for (std::size_t i = 0; i < n; ++i)
        ((weight[i] *= scale) < 1.0 ? small : large).push_back(std::uint32_t(i));
    while (!small.empty() && !large.empty()) {
        const std::uint32_t s = small.back();
        const std::uint32_t l = large.back();
        small.pop_back();
        m_cut[s] = weight[s];
        m_other[s] = l;
        weight[l] -= 1.0 - weight[s];
        if (weight[l] < 1.0) {
            large.pop_back();
            small.push_back(l);
        }
    }
    for (const std::uint32_t i : large)
        m_cut[i] = 1.0;
    for (const std::uint32_t i : small)
        m_cut[i] = 1.0;
}

const std::string& Vocabulary::draw(Dice& dice) const
{
    const std::uint32_t i = dice.below(std::uint32_t(m_words.size()));
    return m_words[dice.chance(m_cut[i]) ? i : m_other[i]];
}

const std::string& Vocabulary::drawContent(Dice& dice) const
{
    const std::string* word = &draw(dice);
    while (word < &m_words[functionWords.size()])
        word = &draw(dice);
    return *word;
}

void RecordMaker::append(std::string& out, std::uint64_t index, Shape shape) const
{
    const Entry entry = makeEntry(m_seed, index);
    if (shape == Shape::Ris)
        appendRis(out, entry);
    else
        appendNbib(out, entry);
}

std::string RecordMaker::title(std::uint64_t index) const
{
    return makeEntry(m_seed, index).title;
}

std::int64_t writeFile(const std::string& path, const FileRequest& request)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), std::fclose);
    if (!file)
        return -1;
    const RecordMaker own(request.seed);
    const RecordMaker other(request.overlapWith);
    Dice dice(request.seed ^ 0x5eed);
    std::int64_t written = 0;
    std::string block;
    const auto flush = [&] {
        written += std::int64_t(block.size());
        const bool ok = std::fwrite(block.data(), 1, block.size(), file.get()) == block.size();
        block.clear();
        return ok;
    };
    for (std::uint64_t i = 0; i < request.records; ++i) {
        const bool shared = request.overlapWith != 0 && dice.chance(request.overlap);
        (shared ? other : own).append(block, i, request.shape);
        if (block.size() > (1U << 20) && !flush())
            return -1;
    }
    return flush() && std::fflush(file.get()) == 0 ? written : -1;
}

} // namespace winnow::bench
