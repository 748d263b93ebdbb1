// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/BooleanSplit.h"

#include <QStringList>

namespace winnow::sources {
namespace {

/// Where `word` stands alone at `at`.
bool wordAt(const QString& text, qsizetype at, QLatin1String word)
{
    const auto apart = [&](qsizetype i) {
        return i < 0 || i >= text.size() || text[i].isSpace() || text[i] == QLatin1Char('(')
            || text[i] == QLatin1Char(')');
    };
    return QStringView(text).mid(at, word.size()) == word && apart(at - 1) && apart(at + word.size());
}

/// The operands of an operator outside of brackets and quotation marks; one if it does not stand there.
QStringList operands(const QString& text, QLatin1String word)
{
    QStringList parts;
    int depth = 0;
    bool quoted = false;
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        if (quoted)
            continue;
        depth += (c == QLatin1Char('(') || c == QLatin1Char('[')) - (c == QLatin1Char(')') || c == QLatin1Char(']'));
        if (depth == 0 && wordAt(text, i, word)) {
            parts.append(text.mid(from, i - from).trimmed());
            from = i + word.size();
            i = from - 1;
        }
    }
    parts.append(text.mid(from).trimmed());
    return parts;
}

/// Without brackets around the whole.
QString bare(QString text)
{
    text = text.trimmed();
    while (text.startsWith(QLatin1Char('(')) && text.endsWith(QLatin1Char(')'))) {
        int depth = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            depth += (text[i] == QLatin1Char('(')) - (text[i] == QLatin1Char(')'));
            if (depth == 0 && i < text.size() - 1)
                return text;
        }
        text = text.mid(1, text.size() - 2).trimmed();
    }
    return text;
}

std::pair<QString, QString> halved(const QStringList& alternatives)
{
    const qsizetype half = (alternatives.size() + 1) / 2;
    const QString with = QStringLiteral(" OR ");
    return {alternatives.mid(0, half).join(with), alternatives.mid(half).join(with)};
}

QString bracketed(const QString& text)
{
    return operands(text, QLatin1String("OR")).size() > 1 ? QLatin1Char('(') + text + QLatin1Char(')') : text;
}

} // namespace

std::optional<std::pair<QString, QString>> splitBoolean(const QString& query)
{
    const QString text = bare(query);
    const QStringList both = operands(text, QLatin1String("AND"));
    const QStringList alternatives = operands(text, QLatin1String("OR"));
    if (operands(text, QLatin1String("NOT")).size() > 1 || (both.size() > 1 && alternatives.size() > 1))
        return std::nullopt; // which of them binds is the service's own rule
    if (alternatives.size() > 1)
        return halved(alternatives);
    qsizetype longest = -1;
    qsizetype most = 1;
    for (qsizetype i = 0; i < both.size() && both.size() > 1; ++i) {
        const qsizetype n = operands(bare(both[i]), QLatin1String("OR")).size();
        const bool mixed = operands(bare(both[i]), QLatin1String("AND")).size() > 1
            || operands(bare(both[i]), QLatin1String("NOT")).size() > 1;
        if (n > most && !mixed) {
            most = n;
            longest = i;
        }
    }
    if (longest < 0)
        return std::nullopt;
    const auto [first, second] = halved(operands(bare(both[longest]), QLatin1String("OR")));
    QStringList one = both;
    QStringList other = both;
    one[longest] = bracketed(first);
    other[longest] = bracketed(second);
    const QString with = QStringLiteral(" AND ");
    return std::pair(one.join(with), other.join(with));
}

} // namespace winnow::sources
