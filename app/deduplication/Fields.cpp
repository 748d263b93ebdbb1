// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Fields.h"

#include "deduplication/Normalise.h"
#include "domain/Review.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace winnow::deduplication {
namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

template <std::size_t N> bool containsAny(std::string_view text, const std::array<std::string_view, N>& parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return contains(text, part); });
}

/// The ASCII words of a text, in lower case.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (isLetter(c) || isDigit(c))
            words.back() += lower(c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string_view withoutLeading(std::string_view text, char c)
{
    const auto first = text.find_first_not_of(c);
    return first == std::string_view::npos ? text.substr(text.size()) : text.substr(first);
}

// Notices

enum Notice : std::uint8_t { Correction = 1, Retraction = 2, Comment = 4, Reply = 8, Protocol = protocolNotice };

std::uint8_t noticeOf(std::string_view word)
{
    static constexpr std::array<std::string_view, 7> corrections{
        "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections", "addendum"};
    static constexpr std::array<std::string_view, 3> comments{"comment", "comments", "commentary"};
    static constexpr std::array<std::string_view, 3> replies{"reply", "replies", "rejoinder"};
    const auto among = [&](const auto& list) { return std::find(list.begin(), list.end(), word) != list.end(); };
    if (among(corrections))
        return Correction;
    if (among(comments))
        return Comment;
    if (among(replies))
        return Reply;
    if (word == "protocol" || word == "rationale")
        return Protocol;
    return word == "retraction" || word == "withdrawn" ? Retraction : 0;
}

std::uint8_t noticesIn(const std::vector<std::string>& words)
{
    unsigned notices = 0;
    for (const std::string& word : words)
        notices |= noticeOf(word);
    const std::string first = words.empty() ? std::string() : words[0];
    const std::string second = words.size() < 2 ? std::string() : words[1];
    if ((first == "response" && second == "to") || first == "re")
        notices |= Reply;
    if (first == "expression" && words.size() > 2 && words[2] == "concern")
        notices |= Retraction;
    return static_cast<std::uint8_t>(notices);
}

// Numbered parts

} // namespace

int numeral(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> roman{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                            "vii", "viii", "ix",  "x",  "xi", "xii"};
    static constexpr std::array<std::string_view, 12> spelt{"one",   "two",   "three", "four", "five",   "six",
                                                            "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    for (std::size_t i = 0; i < roman.size(); ++i) {
        if (word == roman[i] || word == spelt[i])
            return int(i) + 1;
    }
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size() ? number : 0;
}

namespace {

int partIn(const std::vector<std::string>& words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const int number = words[i] == "part" || words[i] == "pt" ? numeral(words[i + 1]) : 0;
        if (number > 0)
            return number;
    }
    return 0;
}

// Kinds of documents

bool isPreprintDoi(std::string_view doi)
{
    static constexpr std::array<std::string_view, 7> prefixes{"10.21203/rs",      "10.20944/preprints", "10.2139/ssrn",
                                                              "10.48550/",        "10.31234/",          "10.31219/",
                                                              "10.36227/techrxiv"};
    // Cold Spring Harbor's journals share the prefix of bioRxiv, but only the preprints go on with a number.
    constexpr std::string_view coldSpring = "10.1101/";
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view p) { return doi.starts_with(p); })
        || (doi.starts_with(coldSpring) && doi.size() > coldSpring.size() && isDigit(doi[coldSpring.size()]));
}

bool isPreprint(const Record& record, std::string_view type)
{
    static constexpr std::array<std::string_view, 2> types{"preprint", "posted content"};
    static constexpr std::array<std::string_view, 7> servers{"biorxiv",  "medrxiv", "arxiv",   "researchsquare",
                                                             "psyarxiv", "ssrn",    "techrxiv"};
    return containsAny(type, types) || isPreprintDoi(record.doi) || containsAny(titleKey(record.journal), servers);
}

bool isRegistryEntry(const Record& record, std::string_view type)
{
    static constexpr std::array<std::string_view, 3> types{"registry", "clinical trial record", "trial registration"};
    static constexpr std::array<std::string_view, 3> sites{"clinicaltrials.gov", "trialsearch", "isrctn.com"};
    const bool siteAsJournal = record.journal.starts_with("http") && containsAny(record.journal, sites);
    return containsAny(type, types) || siteAsJournal
        || (record.journal.empty() && defaultKind(QString::fromStdString(record.database)) == SourceKind::Register);
}

} // namespace

std::uint8_t noticesOf(std::string_view title)
{
    return noticesIn(wordsOf(title));
}

int partNumber(std::string_view title)
{
    return partIn(wordsOf(title));
}

std::string firstPageOf(std::string_view pages)
{
    std::string text = lowered(pages);
    for (const std::string_view label : {"pages", "page", "pp", "pg", "p"}) {
        const auto after = text.find_first_not_of(". ", label.size());
        if (text.starts_with(label) && after != std::string::npos && (after > label.size() || isDigit(text[after]))) {
            text.erase(0, after);
            break;
        }
    }
    std::size_t letters = 0;
    while (letters < text.size() && isLetter(text[letters]))
        ++letters;
    const auto digits = std::string_view(text).substr(letters);
    std::size_t length = 0;
    while (length < digits.size() && isDigit(digits[length]))
        ++length;
    constexpr std::size_t longestPrefix = 4; // "S12", "CD001", "viii108": more letters are a remark such as "online 12"
    const std::string number(withoutLeading(digits.substr(0, length), '0'));
    if (number.empty() || letters > longestPrefix)
        return {};
    const auto rest = digits.substr(length);
    const bool suffixed = !rest.empty() && isLetter(rest[0]) && (rest.size() < 2 || !isLetter(rest[1])); // "123A-125A"
    return text.substr(0, letters) + number + std::string(rest.substr(0, suffixed ? 1 : 0));
}

std::string volumeKey(std::string_view volume)
{
    const auto first = std::find_if(volume.begin(), volume.end(), isDigit);
    if (first == volume.end())
        return titleKey(volume);
    const auto last = std::find_if_not(first, volume.end(), isDigit);
    return std::string(withoutLeading(std::string_view(first, last), '0'));
}

DocumentKind kindOf(const Record& record)
{
    static constexpr std::array<std::string_view, 4> abstracts{"conference abstract", "meeting abstract",
                                                               "congress abstract", "poster"};
    static constexpr std::array<std::string_view, 3> articles{"article", "review", "clinical trial"};
    const std::string type = lowered(record.type);
    if (isRegistryEntry(record, type))
        return DocumentKind::RegistryEntry;
    if (isPreprint(record, type))
        return DocumentKind::Preprint;
    if (containsAny(type, abstracts))
        return DocumentKind::ConferenceAbstract;
    return containsAny(type, articles) ? DocumentKind::Article : DocumentKind::Unknown;
}

} // namespace winnow::deduplication
