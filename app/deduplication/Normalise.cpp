// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Normalise.h"

#include "base/Hash.h"
#include "deduplication/Markup.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace winnow::deduplication {
namespace {

// What the ASCII path does with a byte: 0 drops it, `Unsure` needs a closer look, anything else is what it becomes.
constexpr unsigned char Unsure = 0x80;
constexpr std::array<unsigned char, 256> asciiTable = [] {
    std::array<unsigned char, 256> table{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool unsure = c >= 0x80 || c == '<' || c == '&';
        table[c] = static_cast<unsigned char>(upper ? c + 32 : kept ? c : unsure ? Unsure : 0);
    }
    return table;
}();

/// "A & B" and "p < 0.05" are plain text; "&amp;", "<i>" and every byte beyond ASCII are not.
bool plainSign(std::string_view text, std::size_t i)
{
    if (static_cast<unsigned char>(text[i]) >= 0x80)
        return false;
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    return next == ' ' || next == '=' || (text[i] == '<' && next >= '0' && next <= '9');
}

/// What stands between two words in the result: nothing, or one blank.
enum class Between { Nothing, Blank };

/// Apostrophes, and the question mark that a lost letter leaves behind, part no words.
bool staysInWord(char32_t c)
{
    return c == U'\'' || c == U'?' || c == U'\u2019' || c == U'\u2018' || c == U'`' || c == U'\u00b4';
}

std::optional<std::string> asciiKey(std::string_view text, Between between)
{
    std::string key(text.size(), '\0');
    char* end = key.data();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = asciiTable[static_cast<unsigned char>(text[i])];
        if (c == Unsure && !plainSign(text, i)) [[unlikely]]
            return std::nullopt;
        if (c != 0 && c != Unsure)
            *end++ = static_cast<char>(c);
        else if (between == Between::Blank && end != key.data() && end[-1] != ' '
                 && !staysInWord(static_cast<unsigned char>(text[i])))
            *end++ = ' ';
    }
    key.resize(std::size_t(end - key.data()));
    return key;
}

/// Letters that NFKD leaves whole, after case folding, and the Greek alphabet from alpha (final sigma has its place).
QLatin1String spelled(char32_t c)
{
    static constexpr std::array greek{"alpha",   "beta", "gamma", "delta",  "epsilon", "zeta", "eta",
                                      "theta",   "iota", "kappa", "lambda", "mu",      "nu",   "xi",
                                      "omicron", "pi",   "rho",   "sigma",  "sigma",   "tau",  "upsilon",
                                      "phi",     "chi",  "psi",   "omega"};
    if (c >= U'α' && c <= U'ω')
        return QLatin1String(greek[c - U'α']);
    switch (c) {
    case U'æ': return QLatin1String("ae");
    case U'œ': return QLatin1String("oe");
    case U'ø': return QLatin1String("o");
    case U'ß': return QLatin1String("ss");
    case U'ł': return QLatin1String("l");
    case U'đ':
    case U'ð': return QLatin1String("d");
    case U'þ': return QLatin1String("th");
    case U'ħ': return QLatin1String("h");
    case U'ŧ': return QLatin1String("t");
    case U'ı': return QLatin1String("i");
    default: return {};
    }
}

/// Half rings and raised commas, which transliterations write for an apostrophe, count as letters in Unicode.
bool isSpacingModifier(char32_t c)
{
    return c >= 0x02b0 && c <= 0x02ff;
}

/// Marks of a decomposed letter, soft hyphens and their like stand within a word.
bool partsWords(char32_t c)
{
    const bool within = QChar::isMark(c) || QChar::category(c) == QChar::Other_Format || isSpacingModifier(c);
    return !within && !staysInWord(c);
}

void appendKey(QString& key, char32_t c, Between between)
{
    const unsigned char kept = c < 0x80 ? asciiTable[c] : 0;
    if (kept != 0 && kept != Unsure)
        key += QLatin1Char(static_cast<char>(kept));
    else if (const QLatin1String word = spelled(c); !word.isEmpty())
        key += word;
    else if (const int digit = QChar::digitValue(c); digit >= 0)
        key += QChar(u'0' + digit);
    else if (QChar::isLetterOrNumber(c) && !isSpacingModifier(c))
        key += QStringView(QChar::fromUcs4(c));
    else if (between == Between::Blank && !key.isEmpty() && !key.endsWith(u' ') && partsWords(c))
        key += u' ';
}

std::string unicodeKey(std::string_view text, Between between)
{
    QString plain = withoutMarkup(QString::fromUtf8(text.data(), qsizetype(text.size())));
    plain.remove(u'™').remove(u'℠'); // NFKD would make letters of them
    const QString folded = plain.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString key;
    key.reserve(folded.size());
    const auto characters = folded.toUcs4();
    for (const uint c : characters)
        appendKey(key, c, between);
    // Marks are gone by now; this only puts Hangul syllables together again.
    return key.normalized(QString::NormalizationForm_C).toStdString();
}

bool isInitials(std::string_view word)
{
    const auto initial = [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '-'; };
    const auto letters = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return letters >= 1 && letters <= 3 && std::all_of(word.begin(), word.end(), initial);
}

std::uint64_t keyOfText(const std::string& text)
{
    const std::uint64_t hash = hash64(text);
    return hash ? hash : 1; // 0 means "no key"
}

std::uint64_t titleHash(const Record& record, const std::string& title)
{
    const std::string family = record.authors.empty() ? std::string() : familyKey(record.authors.front());
    if (title.empty() || record.year == 0 || family.empty())
        return 0;
    return keyOfText(title + '\x1f' + std::to_string(record.year) + '\x1f' + family);
}

bool startsWithNoCase(std::string_view text, std::string_view lower)
{
    return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char l, char t) {
               return l == (t >= 'A' && t <= 'Z' ? t + 32 : t);
           });
}

/// What databases append to a title in brackets: "[Review]", "[33 refs]", "(Structured abstract)".
bool isNote(std::string_view text)
{
    static constexpr std::array<std::string_view, 12> notes{"corrected",
                                                            "review",
                                                            "abstract",
                                                            "structured abstract",
                                                            "meeting abstract",
                                                            "conference abstract",
                                                            "congress abstract",
                                                            "poster",
                                                            "provisional abstract",
                                                            "letter",
                                                            "article in",
                                                            "electronic resource"};
    const auto starts = [&](std::string_view note) { return startsWithNoCase(text, note); };
    const auto digits = text.find_first_not_of("0123456789");
    const bool references
        = digits > 0 && (digits == std::string_view::npos || startsWithNoCase(text.substr(digits), " ref"));
    return references || std::any_of(notes.begin(), notes.end(), starts);
}

/// Notes that may hold brackets of their own, or be cut short: "[Erratum appears in …", "[see comments]".
std::optional<std::size_t> appendedRemark(std::string_view title)
{
    static constexpr std::array<std::string_view, 8> remarks{
        "[see comment",   "[comment in",  "[erratum",       "[published erratum",
        "[retraction in", "[republished", "[corrected and", "[summary for patients"};
    for (auto open = title.find('[', 1); open != std::string_view::npos; open = title.find('[', open + 1)) {
        const auto starts = [&](std::string_view remark) { return startsWithNoCase(title.substr(open), remark); };
        if (std::any_of(remarks.begin(), remarks.end(), starts))
            return open;
    }
    return std::nullopt;
}

/// Where the note begins that a database appended to the title.
std::optional<std::size_t> appendedNote(std::string_view title)
{
    const auto close = title.find_last_not_of(" .");
    if (close == std::string_view::npos || (title[close] != ']' && title[close] != ')'))
        return std::nullopt;
    const auto open = title.rfind(title[close] == ']' ? '[' : '(', close);
    if (open == std::string_view::npos || open == 0 || !isNote(title.substr(open + 1, close - open - 1)))
        return std::nullopt;
    return open;
}

/// "[Translated title] LA: Chi": the language, left over from another field.
std::string_view withoutLanguage(std::string_view title)
{
    constexpr std::string_view tag = "] LA: ";
    const auto at = title.rfind(tag);
    const bool atEnd = at != std::string_view::npos && title.front() == '[' && title.size() - at <= tag.size() + 4;
    return atEnd ? title.substr(0, at + 1) : title;
}

/// "RETRACTED: …" and "Retracted article: …" are put before the title of the article itself.
std::string_view withoutRetracted(std::string_view title)
{
    for (const std::string_view mark : {"retracted:", "retracted article:"}) {
        if (startsWithNoCase(title, mark))
            return title.substr(mark.size());
    }
    return title;
}

} // namespace

std::string titleKey(std::string_view title)
{
    auto key = asciiKey(title, Between::Nothing);
    return key ? *std::move(key) : unicodeKey(title, Between::Nothing);
}

std::string foldedWords(std::string_view text)
{
    auto ascii = asciiKey(text, Between::Blank);
    std::string words = ascii ? *std::move(ascii) : unicodeKey(text, Between::Blank);
    if (words.ends_with(' '))
        words.pop_back();
    return words;
}

std::string_view familyProper(const Author& author)
{
    const std::string_view family = author.family;
    const auto space = family.rfind(' ');
    const bool initials = !author.collective && author.given.empty() && space != std::string_view::npos
        && isInitials(family.substr(space + 1));
    return initials ? family.substr(0, space) : family;
}

std::string familyKey(const Author& author)
{
    return titleKey(familyProper(author));
}

std::string_view titleProper(std::string_view title)
{
    title = title.substr(0, title.find("<ORIGINAL>")); // EMBASE: the original after its translation
    title = withoutLanguage(title);
    if (const auto remark = appendedRemark(title))
        title = title.substr(0, *remark);
    while (const auto note = appendedNote(title))
        title = title.substr(0, *note);
    return withoutRetracted(title);
}

bool isTranslation(std::string_view titleProper)
{
    const auto first = titleProper.find_first_not_of(' ');
    const auto last = titleProper.find_last_not_of(" .");
    return first != std::string_view::npos && titleProper[first] == '[' && titleProper[last] == ']'
        && titleProper.find(']') == last;
}

RecordKeys keysOf(const Record& record)
{
    const std::string title = titleKey(titleProper(record.title));
    RecordKeys keys;
    keys.doi = record.doi.empty() ? 0 : keyOfText(record.doi);
    keys.pmid = record.pmid.empty() ? 0 : keyOfText(record.pmid);
    keys.title = titleHash(record, title);
    keys.accession = record.sourceId.empty() ? 0 : keyOfText(record.sourceId + '\x1f' + title);
    return keys;
}

} // namespace winnow::deduplication
