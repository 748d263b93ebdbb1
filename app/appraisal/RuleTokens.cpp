// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/RuleTokens.h"

#include <algorithm>
#include <array>

namespace winnow::appraisal {
namespace {

/// Words that end a value that is written without quotes.
constexpr std::array enders{"and", "or", "then", "is", "are", "if", "otherwise"};
/// Words that no id may be, because tests begin with them or stand around them.
constexpr std::array keepers{"and", "or",  "then", "is",    "are",    "if",      "otherwise", "not",     "of",
                             "any", "all", "no",   "none",  "at",     "least",   "most",      "exactly", "between",
                             "you", "ask", "item", "items", "domain", "domains", "score",     "decide"};

bool oneOf(const auto& words, QStringView word)
{
    return std::any_of(words.begin(), words.end(), [word](const char* other) {
        return word.compare(QLatin1String(other), Qt::CaseInsensitive) == 0;
    });
}

bool isSign(QChar c)
{
    return c == QLatin1Char(',') || c == QLatin1Char('(') || c == QLatin1Char(')') || c == QLatin1Char('"');
}

RuleToken::Kind kindOf(QChar sign)
{
    if (sign == QLatin1Char(','))
        return RuleToken::Kind::Comma;
    return sign == QLatin1Char('(') ? RuleToken::Kind::Open : RuleToken::Kind::Close;
}

/// Reads a quoted text that begins at `at`, and moves behind it. Inside, \" is a quote and \\ a backslash.
RuleToken quoted(const QString& text, qsizetype& at)
{
    RuleToken token{RuleToken::Kind::Quoted, {}, int(at) + 1};
    for (++at; at < text.size() && text[at] != QLatin1Char('"'); ++at) {
        if (text[at] == QLatin1Char('\\') && at + 1 < text.size())
            ++at;
        token.text += text[at];
    }
    if (at >= text.size())
        token.kind = RuleToken::Kind::Broken;
    ++at;
    return token;
}

RuleToken word(const QString& text, qsizetype& at)
{
    const qsizetype start = at;
    while (at < text.size() && !text[at].isSpace() && !isSign(text[at]))
        ++at;
    return {RuleToken::Kind::Word, text.mid(start, at - start), int(start) + 1};
}

} // namespace

bool isKeptWord(QStringView word)
{
    return oneOf(keepers, word);
}

std::vector<RuleToken> tokensOf(const QString& text)
{
    std::vector<RuleToken> tokens;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
        } else if (text[at] == QLatin1Char('"')) {
            tokens.push_back(quoted(text, at));
        } else if (isSign(text[at])) {
            tokens.push_back({kindOf(text[at]), text.mid(at, 1), int(at) + 1});
            ++at;
        } else {
            tokens.push_back(word(text, at));
        }
    }
    tokens.push_back({RuleToken::Kind::End, {}, int(text.size()) + 1});
    return tokens;
}

bool startsGroup(const std::vector<RuleToken>& tokens, std::size_t at)
{
    if (at + 1 >= tokens.size())
        return false;
    const RuleToken& first = tokens[at];
    const RuleToken& second = tokens[at + 1];
    if (first.is("at"))
        return second.is("least") || second.is("most");
    if (first.is("exactly"))
        return true;
    const bool several = first.is("any") || first.is("all") || first.is("no") || first.is("none");
    return several
        && (second.is("of") || second.is("item") || second.is("items") || second.is("domain") || second.is("domains"));
}

bool endsValue(const RuleToken& token)
{
    return oneOf(enders, token.text);
}

QString quotedIfNeeded(const QString& value)
{
    const std::vector<RuleToken> tokens = tokensOf(value);
    // "No" and "None" are answers as often as they are words of the language; what follows them tells.
    const bool plain = std::all_of(tokens.begin(), tokens.end() - 1, [](const RuleToken& token) {
        return token.kind == RuleToken::Kind::Word && (!isKeptWord(token.text) || token.is("no") || token.is("none"));
    });
    if (plain && tokens.size() > 1 && value == value.simplified())
        return value;
    QString text = value;
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace winnow::appraisal
