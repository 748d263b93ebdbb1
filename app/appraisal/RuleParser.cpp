// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/RuleTokens.h"

#include <QCoreApplication>

namespace winnow::appraisal {
namespace {

constexpr int deepest = 12; ///< parentheses in parentheses

QString tr(const char* text)
{
    return QCoreApplication::translate("Appraisal", text);
}

/// Reads by going down the grammar in Rule.h. The first fault ends it: what follows one seldom means anything.
class Parser {
public:
    explicit Parser(const QString& text) : m_tokens(tokensOf(text)) { }

    std::optional<Rule> rule();
    std::optional<Condition> whole();
    [[nodiscard]] const Misread& misread() const { return m_misread; }

private:
    [[nodiscard]] const RuleToken& now() const { return m_tokens[m_at]; }
    [[nodiscard]] const RuleToken& ahead(std::size_t n) const
    {
        return m_tokens[std::min(m_at + n, m_tokens.size() - 1)];
    }
    bool take(const char* word);
    bool takeComma();
    std::nullopt_t failed(const QString& expected);
    bool refused(const QString& expected)
    {
        failed(expected);
        return false;
    }

    bool outcome(Rule& rule);
    std::optional<Condition> condition(int depth);
    std::optional<Condition> conjunction(int depth);
    std::optional<Condition> chain(Condition::Kind kind, const char* word, int depth);
    std::optional<Condition> part(Condition::Kind kind, int depth);
    std::optional<Condition> primary(int depth);
    std::optional<Condition> answerTest();
    std::optional<Condition> scoreTest();
    bool who(AnswerTest& test);
    bool group(AnswerTest& test);
    bool ids(QStringList& ids);
    bool values(QStringList& values);
    bool amount(ScoreTest& test);
    bool takeBe();
    [[nodiscard]] bool joins(const char* word) const;
    [[nodiscard]] bool startsTest(std::size_t n) const;
    std::optional<QString> id();
    std::optional<QString> value();
    std::optional<double> number();
    bool count(int& n);

    std::vector<RuleToken> m_tokens;
    std::size_t m_at = 0;
    Misread m_misread;
};

bool Parser::take(const char* word)
{
    if (!now().is(word))
        return false;
    ++m_at;
    return true;
}

std::nullopt_t Parser::failed(const QString& expected)
{
    if (m_misread.at == 0)
        m_misread = {now().at, now().text, expected};
    return std::nullopt;
}

std::optional<Rule> Parser::rule()
{
    Rule rule;
    if (take("if")) {
        rule.when = condition(0);
        if (!rule.when)
            return std::nullopt;
        if (now().kind == RuleToken::Kind::Comma && ahead(1).is("then"))
            ++m_at;
        if (!take("then"))
            return failed(tr(QT_TRANSLATE_NOOP("Appraisal", "“and”, “or” or “then”")));
    } else if (!take("otherwise")) {
        return failed(tr(QT_TRANSLATE_NOOP("Appraisal", "“if” or “otherwise”")));
    }
    if (!outcome(rule))
        return std::nullopt;
    if (now().kind != RuleToken::Kind::End)
        return failed(tr(QT_TRANSLATE_NOOP("Appraisal", "the end of the rule")));
    return rule;
}

std::optional<Condition> Parser::whole()
{
    auto whole = condition(0);
    if (whole && now().kind != RuleToken::Kind::End)
        return failed(tr(QT_TRANSLATE_NOOP("Appraisal", "“and”, “or” or the end")));
    return whole;
}

bool Parser::outcome(Rule& rule)
{
    if (now().is("you") && ahead(1).is("decide")) {
        m_at += 2;
        rule.outcome = Rule::Outcome::Decide;
        return true;
    }
    if (now().is("ask")) {
        ++m_at;
        if (now().kind != RuleToken::Kind::Quoted || now().text.isEmpty())
            return refused(tr(QT_TRANSLATE_NOOP("Appraisal", "a question in quotes")));
        rule.outcome = Rule::Outcome::Ask;
        rule.text = now().text;
        ++m_at;
        return true;
    }
    const auto level = value();
    if (!level)
        return refused(tr(QT_TRANSLATE_NOOP("Appraisal", "a judgement, “you decide” or “ask”")));
    rule.text = *level;
    return true;
}

std::optional<Condition> Parser::condition(int depth)
{
    return chain(Condition::Kind::Or, "or", depth);
}

std::optional<Condition> Parser::conjunction(int depth)
{
    return chain(Condition::Kind::And, "and", depth);
}

/// A comma may stand before the word that joins.
bool Parser::joins(const char* word) const
{
    return now().is(word) || (now().kind == RuleToken::Kind::Comma && ahead(1).is(word));
}

std::optional<Condition> Parser::part(Condition::Kind kind, int depth)
{
    return kind == Condition::Kind::Or ? conjunction(depth) : primary(depth);
}

/// Parts of the same kind in parentheses become parts of the whole, so that there is one value for one meaning.
std::optional<Condition> Parser::chain(Condition::Kind kind, const char* word, int depth)
{
    Condition whole{.kind = kind};
    for (;;) {
        auto next = part(kind, depth);
        if (!next)
            return std::nullopt;
        if (next->kind == kind)
            whole.parts.insert(whole.parts.end(), next->parts.begin(), next->parts.end());
        else
            whole.parts.push_back(std::move(*next));
        if (!joins(word))
            break;
        takeComma();
        take(word);
    }
    if (whole.parts.size() == 1)
        return Condition(std::move(whole.parts.front()));
    return whole;
}

std::optional<Condition> Parser::primary(int depth)
{
    if (now().kind != RuleToken::Kind::Open)
        return now().is("score") ? scoreTest() : answerTest();
    if (depth >= deepest)
        return failed(tr(QT_TRANSLATE_NOOP("Appraisal", "fewer parentheses")));
    ++m_at;
    auto inner = condition(depth + 1);
    if (!inner)
        return std::nullopt;
    if (now().kind != RuleToken::Kind::Close)
        return failed(tr(QT_TRANSLATE_NOOP("Appraisal", "“and”, “or” or “)”")));
    ++m_at;
    return inner;
}

std::optional<Condition> Parser::answerTest()
{
    Condition condition;
    AnswerTest& test = condition.answer;
    test.mark.at = now().at;
    if (!who(test) || !takeBe())
        return std::nullopt;
    test.negated = take("not");
    if (!values(test.values))
        return std::nullopt;
    return condition;
}

std::optional<Condition> Parser::scoreTest()
{
    Condition condition{.kind = Condition::Kind::Score};
    condition.score.mark.at = now().at;
    take("score");
    if (take("of")) {
        const auto domain = id();
        if (!domain)
            return std::nullopt;
        condition.score.domain = *domain;
    }
    if (!takeBe() || !amount(condition.score))
        return std::nullopt;
    return condition;
}

bool Parser::takeBe()
{
    if (take("is") || take("are"))
        return true;
    return refused(tr(QT_TRANSLATE_NOOP("Appraisal", "“is” or “are”")));
}

bool Parser::who(AnswerTest& test)
{
    if (!startsGroup(m_tokens, m_at)) {
        const auto one = id();
        if (one)
            test.ids = {*one};
        return one.has_value();
    }
    if (take("any")) {
        test.howMany = HowMany::Any;
    } else if (take("all")) {
        test.howMany = HowMany::All;
    } else if (take("no") || take("none")) {
        test.howMany = HowMany::No;
    } else {
        const bool exactly = take("exactly");
        if (!exactly)
            take("at");
        test.howMany = exactly ? HowMany::Exactly : take("most") ? HowMany::AtMost : HowMany::AtLeast;
        take("least");
        if (!count(test.count))
            return false;
    }
    return group(test);
}

bool Parser::group(AnswerTest& test)
{
    if (take("of"))
        return ids(test.ids);
    if (take("items") || take("item")) {
        test.named = Named::Items;
        return true;
    }
    if (take("domains") || take("domain")) {
        test.named = Named::Domains;
        return true;
    }
    return refused(tr(QT_TRANSLATE_NOOP("Appraisal", "“of”, “items” or “domains”")));
}

bool Parser::ids(QStringList& ids)
{
    for (;;) {
        const auto next = id();
        if (!next)
            return false;
        ids.append(*next);
        const bool comma = takeComma();
        if (!take("and") && !take("or") && !comma)
            return true;
    }
}

bool Parser::takeComma()
{
    if (now().kind != RuleToken::Kind::Comma)
        return false;
    ++m_at;
    return true;
}

/// A word behind "or" or a comma is one more value, unless a test begins there.
bool Parser::startsTest(std::size_t n) const
{
    const RuleToken& token = ahead(n);
    return token.kind == RuleToken::Kind::Open || token.is("score") || startsGroup(m_tokens, m_at + n)
        || ahead(n + 1).is("is") || ahead(n + 1).is("are");
}

bool Parser::values(QStringList& values)
{
    for (;;) {
        const auto next = value();
        if (!next)
            return refused(tr(QT_TRANSLATE_NOOP("Appraisal", "an answer or a judgement")));
        values.append(*next);
        const bool comma = now().kind == RuleToken::Kind::Comma;
        const bool another = now().is("or")
            ? !startsTest(1)
            : comma && !ahead(1).is("and") && !ahead(1).is("or") && !ahead(1).is("then") && !startsTest(1);
        if (!another)
            return true;
        ++m_at;
    }
}

bool Parser::amount(ScoreTest& test)
{
    const bool atLeast = now().is("at") && ahead(1).is("least");
    const bool atMost = now().is("at") && ahead(1).is("most");
    const bool between = take("between");
    m_at += atLeast || atMost ? 2 : 0;
    const auto first = number();
    if (!first)
        return false;
    auto second = first;
    if (between) {
        if (!take("and"))
            return refused(tr(QT_TRANSLATE_NOOP("Appraisal", "“and”")));
        second = number();
        if (!second)
            return false;
    }
    if (!atMost)
        test.low = first;
    if (!atLeast)
        test.high = second;
    return true;
}

std::optional<QString> Parser::id()
{
    const RuleToken token = now();
    if (token.kind != RuleToken::Kind::Word || isKeptWord(token.text))
        return failed(tr(QT_TRANSLATE_NOOP("Appraisal", "the id of an item or a domain")));
    ++m_at;
    return token.text;
}

/// A quoted text, or the words up to one that the language keeps.
std::optional<QString> Parser::value()
{
    if (now().kind == RuleToken::Kind::Quoted)
        return now().text.isEmpty() ? std::nullopt : std::optional(m_tokens[m_at++].text);
    QStringList words;
    while (now().kind == RuleToken::Kind::Word && !endsValue(now()))
        words.append(m_tokens[m_at++].text);
    if (words.isEmpty())
        return std::nullopt;
    return words.join(QLatin1Char(' '));
}

std::optional<double> Parser::number()
{
    bool good = false;
    const double n = now().kind == RuleToken::Kind::Word ? now().text.toDouble(&good) : 0;
    if (!good || !(std::abs(n) < 1e6))
        return failed(tr(QT_TRANSLATE_NOOP("Appraisal", "a number")));
    ++m_at;
    return n;
}

bool Parser::count(int& n)
{
    bool good = false;
    n = now().text.toInt(&good);
    if (!good || n < 0 || n > 10'000)
        return refused(tr(QT_TRANSLATE_NOOP("Appraisal", "a whole number")));
    ++m_at;
    return true;
}

} // namespace

RuleReading<Rule> parseRule(const QString& text)
{
    Parser parser(text);
    auto rule = parser.rule();
    return {std::move(rule), parser.misread()};
}

RuleReading<Condition> parseCondition(const QString& text)
{
    Parser parser(text);
    auto condition = parser.whole();
    return {std::move(condition), parser.misread()};
}

} // namespace winnow::appraisal
