// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CheckedNumbers.h"

#include "formats/Text.h"

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::size_t longestField = 4096; ///< such fields are short; a limit keeps time linear whatever comes

int digitValue(char c)
{
    return c == 'X' ? 10 : c - '0';
}

/// Weights go down to 1 at the last digit; the sum is a multiple of 11 (ISO 3297, ISO 2108 before 2007).
bool checksEleven(string_view digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += digitValue(digits[i]) * int(digits.size() - i);
    return sum % 11 == 0;
}

/// Runs of digits with hyphens or blanks between them, X as the last one, each as digits alone.
std::vector<std::string> numberRuns(string_view text)
{
    std::vector<std::string> runs;
    std::string run;
    const auto flush = [&] {
        if (run.size() >= 8)
            runs.push_back(run);
        run.clear();
    };
    text = wholeWords(text, longestField);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool x = upper(text[i]) == 'X' && !run.empty();
        const bool between = (text[i] == '-' || text[i] == ' ') && !run.empty();
        if (isDigit(text[i]) || x)
            run += upper(text[i]);
        else if (!between || (text[i] == ' ' && (run.size() == 8 || (run.size() == 10 && checksEleven(run)))))
            flush();
        if (x || run.size() == 13)
            flush();
    }
    flush();
    return runs;
}

/// The check digit of twelve digits of an EAN, weights 1 and 3 in turn.
char eanDigit(string_view twelve)
{
    int sum = 0;
    for (std::size_t i = 0; i < 12; ++i)
        sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return char('0' + (10 - sum % 10) % 10);
}

} // namespace

std::vector<std::string> issnsOf(string_view text)
{
    std::vector<std::string> issns;
    for (const std::string& run : numberRuns(text)) {
        if (run.size() == 8 && checksEleven(run))
            issns.push_back(run.substr(0, 4) + "-" + run.substr(4));
    }
    return issns;
}

std::vector<std::string> isbnsOf(string_view text)
{
    std::vector<std::string> isbns;
    for (const std::string& run : numberRuns(text)) {
        const bool ean = run.size() == 13 && (run.starts_with("978") || run.starts_with("979"));
        if (ean && run.find('X') == npos && run[12] == eanDigit(run)) {
            isbns.push_back(run);
        } else if (run.size() == 10 && checksEleven(run)) {
            const std::string twelve = "978" + run.substr(0, 9);
            isbns.push_back(twelve + eanDigit(twelve));
        }
    }
    return isbns;
}

std::string issnOf(string_view text)
{
    const auto issns = issnsOf(text);
    return issns.empty() ? std::string() : issns.front();
}

std::string isbnOf(string_view text)
{
    const auto isbns = isbnsOf(text);
    return isbns.empty() ? std::string() : isbns.front();
}

} // namespace winnow::formats
