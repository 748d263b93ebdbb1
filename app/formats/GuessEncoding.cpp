// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Encoding.h"
#include "formats/Text.h"
#include "formats/Utf8.h"
#include "formats/Workbook.h"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::formats {
namespace {

constexpr std::size_t chunkSize = std::size_t(1) << 18; // stays in the cache
constexpr std::size_t enoughSample = 64 * 1024;
/// So many valid sequences of UTF-8, and so many times more of them than of other bytes, do not come by chance.
constexpr std::size_t enoughSequences = 2000;

/// What reading through the file has found so far.
struct Evidence {
    std::size_t multibyte = 0;
    std::size_t invalid = 0;
    std::size_t lineFeeds = 0;
    std::size_t returns = 0;
    std::string sample; ///< the bytes beyond ASCII with some text around them

    [[nodiscard]] bool mostlyUtf8() const { return multibyte > 2 * invalid; }
    [[nodiscard]] bool decided() const
    {
        return sample.size() >= enoughSample || (multibyte >= enoughSequences && mostlyUtf8());
    }
};

bool beyondAscii(char c)
{
    return (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Keeps the surroundings of bytes beyond ASCII: guessers drown in plain English.
void collectSample(std::string_view chunk, std::string& sample)
{
    constexpr std::size_t around = 12;
    std::size_t at = 0;
    std::size_t kept = 0;
    while (sample.size() < enoughSample) {
        const auto found = std::find_if(chunk.begin() + static_cast<std::ptrdiff_t>(at), chunk.end(), beyondAscii);
        if (found == chunk.end())
            return;
        at = static_cast<std::size_t>(found - chunk.begin());
        const std::size_t from = std::max(kept, at > around ? at - around : 0);
        if (from > kept && !sample.empty())
            sample += ' ';
        std::size_t last = at;
        std::size_t end = at;
        for (; end < chunk.size() && end - last < around; ++end)
            last = beyondAscii(chunk[end]) ? end : last;
        sample += chunk.substr(from, end - from);
        at = kept = end;
    }
}

/// Adds a piece; answers how many bytes at its end belong to a sequence that goes on in the next one.
std::size_t study(std::string_view chunk, Evidence& evidence)
{
    const Utf8Count count = countUtf8(chunk);
    evidence.multibyte += count.multibyte;
    evidence.invalid += count.invalid;
    if (count.invalid > 0 || count.multibyte > 0) {
        evidence.lineFeeds += static_cast<std::size_t>(std::count(chunk.begin(), chunk.end(), '\n'));
        evidence.returns += static_cast<std::size_t>(std::count(chunk.begin(), chunk.end(), '\r'));
        collectSample(chunk, evidence.sample);
    }
    return count.tail;
}

/// Text in UTF-16 without a mark has a zero in every other byte wherever it is ASCII.
QString unmarkedUtf16(std::string_view head)
{
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i)
        zeros[i % 2] += head[i] == '\0' ? 1 : 0;
    const std::size_t half = head.size() / 2;
    if (half < 4)
        return {};
    if (zeros[1] > half * 6 / 10 && zeros[0] * 10 < zeros[1])
        return QStringLiteral("utf-16le");
    if (zeros[0] > half * 6 / 10 && zeros[1] * 10 < zeros[0])
        return QStringLiteral("utf-16be");
    return {};
}

QString marked(std::string_view head)
{
    if (head.starts_with("\xEF\xBB\xBF"))
        return QStringLiteral("utf-8");
    if (head.starts_with("\xFF\xFE"))
        return QStringLiteral("utf-16le");
    return head.starts_with("\xFE\xFF") ? QStringLiteral("utf-16be") : QString();
}

std::string uchardetSays(std::string_view sample)
{
    auto* const guesser = uchardet_new();
    uchardet_handle_data(guesser, sample.data(), sample.size());
    uchardet_data_end(guesser);
    const std::string name = lowered(uchardet_get_charset(guesser));
    uchardet_delete(guesser);
    return name;
}

/// The bytes of the small letters with accents that Western European languages use most.
constexpr std::string_view macLetters
    = "\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A"
      "\x9B\x9C\x9D\x9E\x9F\xBE\xBF\xA7";
constexpr std::string_view windowsLetters
    = "\xDF\xE0\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF1\xF2"
      "\xF3\xF4\xF5\xF6\xF8\xF9\xFA\xFB\xFC\xFD\xFF";

/// Letters inside words speak; quotation marks and dashes stand at their ends. 0x92 before s or t is the apostrophe
/// of Windows ("patient’s"), which MacRoman would read as í.
bool looksMacRoman(std::string_view sample, bool crLines)
{
    long mac = crLines ? 1 : 0;
    long windows = 0;
    for (std::size_t i = 1; i + 1 < sample.size(); ++i) {
        const char c = sample[i];
        if (!beyondAscii(c) || !isLetter(sample[i - 1]))
            continue;
        const bool apostrophe = c == '\x92' && (sample[i + 1] == 's' || sample[i + 1] == 't');
        const bool inside = isLower(sample[i + 1]) || beyondAscii(sample[i + 1]);
        mac += inside && !apostrophe && macLetters.find(c) != std::string_view::npos ? 1 : 0;
        windows += apostrophe || (inside && windowsLetters.find(c) != std::string_view::npos) ? 1 : 0;
    }
    return mac > windows;
}

bool convertsWhole(std::string_view sample, const QString& encoding)
{
    const auto decoder = makeDecoder(encoding);
    if (!decoder)
        return false;
    std::string text;
    decoder->append(sample, text);
    const auto bad = [&] {
        std::size_t n = 0;
        for (auto at = text.find("\xEF\xBF\xBD"); at != std::string::npos; at = text.find("\xEF\xBF\xBD", at + 3))
            ++n;
        return n;
    };
    return bad() * 200 <= sample.size(); // the sample is cut here and there
}

QString westernOr(const std::string& guess, std::string_view sample, bool crLines)
{
    static constexpr std::array<std::string_view, 10> otherScripts{
        "windows-1251", "koi8-r",       "iso-8859-5",   "mac-cyrillic", "windows-1253",
        "iso-8859-7",   "windows-1256", "windows-1255", "iso-8859-8",   "tis-620"};
    const auto high = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), beyondAscii));
    if (std::find(otherScripts.begin(), otherScripts.end(), guess) != otherScripts.end() && high * 2 > sample.size())
        return QString::fromLatin1(guess.data(), qsizetype(guess.size()));
    if (looksMacRoman(sample, crLines))
        return QStringLiteral("macintosh");
    const bool central
        = guess == "windows-1250" || guess == "iso-8859-2" || guess == "windows-1254" || guess == "windows-1257";
    if (central && high >= 100) // shorter samples are taken for Central European at random
        return QString::fromLatin1(guess.data(), qsizetype(guess.size()));
    return QStringLiteral("windows-1252");
}

QString fromBytes(const Evidence& evidence)
{
    static constexpr std::array<std::string_view, 8> doubleByte{"gb18030",   "gb2312", "gbk",    "big5",
                                                                "shift_jis", "euc-jp", "euc-kr", "uhc"};
    const std::string guess = uchardetSays(evidence.sample);
    if (std::find(doubleByte.begin(), doubleByte.end(), guess) != doubleByte.end()) {
        const QString name = guess.starts_with("gb") ? QStringLiteral("gb18030")
                                                     : QString::fromLatin1(guess.data(), qsizetype(guess.size()));
        if (convertsWhole(evidence.sample, name))
            return name;
    }
    return westernOr(guess, evidence.sample, evidence.returns > evidence.lineFeeds * 2);
}

/// Less for a file of some lines.
std::size_t pieceSize(const QIODevice& file)
{
    return std::clamp<std::size_t>(static_cast<std::size_t>(file.bytesAvailable()), 4096, chunkSize);
}

QString guessFrom(QIODevice& file, std::string& chunk)
{
    Evidence evidence;
    std::size_t tail = study(chunk, evidence);
    while (!evidence.decided()) {
        std::string next(pieceSize(file), '\0');
        const qint64 n = file.read(next.data(), qint64(next.size()));
        if (n <= 0)
            break;
        chunk.erase(0, chunk.size() - tail);
        chunk.append(next, 0, static_cast<std::size_t>(n));
        tail = study(chunk, evidence);
    }
    if (evidence.invalid == 0 || evidence.mostlyUtf8())
        return QStringLiteral("utf-8");
    return fromBytes(evidence);
}

} // namespace

QString guessEncoding(QIODevice& file)
{
    file.seek(0);
    std::string chunk(pieceSize(file), '\0');
    chunk.resize(static_cast<std::size_t>(std::max<qint64>(0, file.read(chunk.data(), qint64(chunk.size())))));
    QString encoding = isWorkbook(chunk) ? QString::fromLatin1(workbookEncoding.data()) : marked(chunk);
    if (encoding.isEmpty())
        encoding = unmarkedUtf16(std::string_view(chunk).substr(0, 65536));
    if (encoding.isEmpty())
        encoding = guessFrom(file, chunk);
    file.seek(0);
    return encoding;
}

} // namespace winnow::formats
