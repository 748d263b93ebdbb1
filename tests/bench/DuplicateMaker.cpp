// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DuplicateMaker.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace winnow::bench {
namespace {

constexpr std::size_t recent = 4000;
constexpr double lookAlikes = 0.02;

std::string capital(std::string word)
{
    word[0] = char(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
}

/// "Journal of Clinical Trials": "J Clin Trials".
std::string abbreviated(const std::string& journal)
{
    std::string out;
    std::size_t at = 0;
    while (at < journal.size()) {
        const std::size_t end = std::min(journal.find(' ', at), journal.size());
        const std::string word = journal.substr(at, end - at);
        at = end + 1;
        if (word == "of" || word == "and" || word == "the" || word == "The" || word == "&")
            continue;
        out += (out.empty() ? "" : " ") + (word == "Journal" ? "J" : word.substr(0, 5));
    }
    return out;
}

/// "123-128": "123-8".
std::string shortRange(const std::string& pages)
{
    const auto dash = pages.find('-');
    if (dash == std::string::npos)
        return pages;
    const std::string first = pages.substr(0, dash);
    std::string last = pages.substr(dash + 1);
    for (std::size_t i = 0; first.size() == last.size() && i + 1 < first.size() && first[i] == last[0]; ++i)
        last.erase(0, 1);
    return first + '-' + last;
}

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    return text;
}

} // namespace

DuplicateMaker::DuplicateMaker(std::uint64_t seed, double share) : m_dice(seed), m_share(share) { }

std::string DuplicateMaker::number(std::uint32_t below)
{
    return std::to_string(1 + m_dice.below(below));
}

Record DuplicateMaker::fresh()
{
    Record r;
    r.title = capital(m_words.drawContent(m_dice));
    for (std::uint32_t left = 5 + m_dice.below(12); left > 0; --left)
        r.title += ' ' + (m_dice.chance(0.35) ? m_words.draw(m_dice) : m_words.drawContent(m_dice));
    if (m_dice.chance(0.2))
        r.title += ": a randomised controlled trial";
    if (m_dice.chance(0.003))
        r.title = m_dice.chance(0.5) ? "Editorial" : "In reply";
    for (std::uint32_t left = 1 + m_dice.below(8); left > 0; --left) {
        Author author;
        author.family = familyNames[m_dice.below(std::uint32_t(familyNames.size()))];
        author.given = capital(m_words.drawContent(m_dice));
        r.authors.push_back(author);
    }
    r.year = 1990 + int(m_dice.below(36));
    r.journal = std::string(journalForms[m_dice.below(std::uint32_t(journalForms.size()))])
        + std::string(journalFields[m_dice.below(std::uint32_t(journalFields.size()))]);
    r.volume = number(120);
    r.issue = number(12);
    const std::uint32_t page = 1 + m_dice.below(1800);
    r.pages = std::to_string(page) + '-' + std::to_string(page + 2 + m_dice.below(14));
    if (m_dice.chance(0.7))
        r.doi = "10." + std::to_string(1000 + m_dice.below(400)) + "/w." + std::to_string(m_dice.next() >> 20);
    if (m_dice.chance(0.5))
        r.pmid = std::to_string(10000000 + (m_dice.next() >> 36));
    if (m_dice.chance(0.8)) {
        for (std::uint32_t left = 90 + m_dice.below(120); left > 0; --left)
            r.abstract += m_words.draw(m_dice) + ' ';
    }
    r.type = "Journal Article";
    return r;
}

void DuplicateMaker::misspell(std::string& title)
{
    const std::size_t at = 1 + m_dice.below(std::uint32_t(std::max<std::size_t>(title.size(), 3) - 2));
    switch (m_dice.below(3)) {
    case 0: title.erase(at, 1); break;
    case 1: title.insert(at, 1, 'e'); break;
    default: std::swap(title[at], title[at - 1]); break;
    }
}

Record DuplicateMaker::copyOf(Record r)
{
    if (m_dice.chance(0.5))
        r.doi.clear();
    if (m_dice.chance(0.6))
        r.pmid.clear();
    if (m_dice.chance(0.4))
        r.journal = abbreviated(r.journal);
    if (m_dice.chance(0.5))
        r.pages = shortRange(r.pages);
    if (m_dice.chance(0.5)) {
        for (Author& author : r.authors)
            author.given = author.given.substr(0, 1) + ".";
    }
    if (m_dice.chance(0.1) && r.authors.size() > 3)
        r.authors.resize(3);
    if (m_dice.chance(0.06))
        misspell(r.title);
    if (m_dice.chance(0.05))
        r.title = upper(r.title);
    if (m_dice.chance(0.06))
        r.title += m_dice.chance(0.5) ? ". [Review] [32 refs]" : " [see comments]";
    if (m_dice.chance(0.04))
        r.title = '[' + r.title + ']';
    if (m_dice.chance(0.03))
        r.year += 1;
    if (m_dice.chance(0.06))
        r.pages.clear();
    if (m_dice.chance(0.04))
        r.volume.clear();
    if (m_dice.chance(0.03))
        std::swap(r.volume, r.issue);
    if (m_dice.chance(0.3))
        r.abstract.clear();
    if (m_dice.chance(0.1) && !r.abstract.empty())
        r.abstract += "Copyright The Publisher. All rights reserved.";
    return r;
}

Record DuplicateMaker::lookAlike(Record r)
{
    const Record other = fresh();
    const std::uint32_t kind = m_dice.below(5);
    r.doi = other.doi;
    r.pmid = other.pmid;
    r.pages = other.pages;
    r.volume = other.volume;
    if (kind == 0) {
        r.title += ": part II";
    } else if (kind == 1) {
        r.title = "Erratum: " + r.title;
    } else if (kind == 2) { // the same work at a conference
        r.journal = other.journal;
        r.type = "Conference Abstract";
        r.pages = 'S' + number(300);
        r.year -= 1;
    } else if (kind == 3) { // next year's update
        r.year += 1;
    } else { // another group under the same title
        r.authors = other.authors;
        r.journal = other.journal;
        r.year = other.year;
    }
    if (kind != 2)
        r.abstract = other.abstract;
    return r;
}

DuplicateMaker::Made DuplicateMaker::next()
{
    Made made;
    const bool again = !m_recent.empty();
    if (again && m_dice.chance(m_share)) {
        const Made& of = m_recent[m_dice.below(std::uint32_t(m_recent.size()))];
        return {copyOf(of.record), of.document};
    }
    const bool like = again && m_dice.chance(lookAlikes);
    made.record = like ? lookAlike(m_recent[m_dice.below(std::uint32_t(m_recent.size()))].record) : fresh();
    made.document = m_documents++;
    m_recent.push_back(made);
    if (m_recent.size() > recent)
        m_recent.pop_front();
    return made;
}

} // namespace winnow::bench
