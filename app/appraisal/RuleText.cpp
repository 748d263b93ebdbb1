// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/RuleTokens.h"

namespace winnow::appraisal {
namespace {

/// "a", "a or b", "a, b or c".
QString list(const QStringList& words, QLatin1StringView last)
{
    if (words.size() < 2)
        return words.join(QString());
    return words.mid(0, words.size() - 1).join(QLatin1String(", ")) + QLatin1Char(' ') + last + QLatin1Char(' ')
        + words.back();
}

QString values(const QStringList& values)
{
    QStringList written;
    for (const QString& value : values)
        written.append(quotedIfNeeded(value));
    return list(written, QLatin1StringView("or"));
}

QString number(double n)
{
    return QString::number(n, 'g', 12);
}

QString howMany(const AnswerTest& test)
{
    switch (test.howMany) {
    case HowMany::One: break;
    case HowMany::Any: return QStringLiteral("any");
    case HowMany::All: return QStringLiteral("all");
    case HowMany::No: return test.named == Named::Listed ? QStringLiteral("none") : QStringLiteral("no");
    case HowMany::AtLeast: return QStringLiteral("at least %1").arg(test.count);
    case HowMany::AtMost: return QStringLiteral("at most %1").arg(test.count);
    case HowMany::Exactly: return QStringLiteral("exactly %1").arg(test.count);
    }
    return {};
}

bool several(const AnswerTest& test)
{
    const bool counted
        = test.howMany == HowMany::AtLeast || test.howMany == HowMany::AtMost || test.howMany == HowMany::Exactly;
    return test.howMany == HowMany::All || (counted && test.count != 1);
}

QString who(const AnswerTest& test)
{
    const QLatin1StringView be(several(test) ? " are" : " is");
    if (test.howMany == HowMany::One)
        return test.ids.value(0) + be;
    if (test.named == Named::Listed)
        return howMany(test) + QLatin1String(" of ") + list(test.ids, QLatin1StringView("and")) + be;
    const QLatin1StringView one(test.named == Named::Items ? " item" : " domain");
    return howMany(test) + one + QLatin1String(several(test) ? "s" : "") + be;
}

QString textOf(const AnswerTest& test)
{
    return who(test) + QLatin1String(test.negated ? " not " : " ") + values(test.values);
}

QString textOf(const ScoreTest& test)
{
    QString text = QStringLiteral("score");
    if (!test.domain.isEmpty())
        text += QLatin1String(" of ") + test.domain;
    text += QLatin1String(" is ");
    if (test.low && test.high && *test.low != *test.high)
        return text + QStringLiteral("between %1 and %2").arg(number(*test.low), number(*test.high));
    if (test.low && test.high)
        return text + number(*test.low);
    return text
        + (test.low ? QLatin1String("at least ") + number(*test.low)
                    : QLatin1String("at most ") + number(test.high.value_or(0)));
}

QString outcome(const Rule& rule)
{
    switch (rule.outcome) {
    case Rule::Outcome::Judge: return quotedIfNeeded(rule.text);
    case Rule::Outcome::Decide: return QStringLiteral("you decide");
    case Rule::Outcome::Ask: break;
    }
    QString question = rule.text;
    question.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1String("ask \"") + question + QLatin1Char('"');
}

} // namespace

QString textOf(const Condition& condition)
{
    if (condition.kind == Condition::Kind::Answer)
        return textOf(condition.answer);
    if (condition.kind == Condition::Kind::Score)
        return textOf(condition.score);
    const bool all = condition.kind == Condition::Kind::And;
    QStringList parts;
    for (const Condition& part : condition.parts) {
        const QString text = textOf(part);
        parts.append(all && part.kind == Condition::Kind::Or ? QLatin1Char('(') + text + QLatin1Char(')') : text);
    }
    return parts.join(QLatin1String(all ? " and " : " or "));
}

QString textOf(const Rule& rule)
{
    if (!rule.when)
        return QLatin1String("otherwise ") + outcome(rule);
    return QLatin1String("if ") + textOf(*rule.when) + QLatin1String(" then ") + outcome(rule);
}

} // namespace winnow::appraisal
