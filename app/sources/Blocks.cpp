// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Blocks.h"

#include "sources/Asking.h"
#include "sources/Service.h"
#include "sources/Syntax.h"

#include <algorithm>

namespace winnow::sources {
namespace {

/// What did not go into a database's words.
struct Losses {
    bool stars = false;
    bool headings = false;
};

/// A phrase is quoted; quotes that were typed are not doubled.
QString quoted(QString term)
{
    term.remove(QLatin1Char('"'));
    term = term.simplified();
    const bool phrase
        = std::any_of(term.begin(), term.end(), [](QChar c) { return !c.isLetterOrNumber() && c != QLatin1Char('*'); });
    return phrase ? QLatin1Char('"') + term + QLatin1Char('"') : term;
}

QString wordIn(const QString& term, const Syntax& syntax, Losses& losses)
{
    QString text = term;
    const bool phrase = term.simplified().contains(QLatin1Char(' '));
    if (text.contains(QLatin1Char('*')) && (!syntax.stars || (phrase && !syntax.starsInPhrases))) {
        text.remove(QLatin1Char('*'));
        losses.stars = true;
    }
    return QString::fromLatin1(syntax.word).arg(quoted(text));
}

QString blockIn(const Block& block, const Syntax& syntax, Losses& losses)
{
    QStringList parts;
    for (const QString& heading : block.headings) {
        const bool known = *syntax.heading != '\0';
        losses.headings = losses.headings || !known;
        parts << (known ? QString::fromLatin1(syntax.heading)
                              .arg(QLatin1Char('"') + heading.simplified() + QLatin1Char('"'))
                        : wordIn(heading, syntax, losses));
    }
    for (const QString& term : block.terms)
        parts << wordIn(term, syntax, losses);
    parts.removeDuplicates();
    const QString joined = parts.join(syntax.booleans ? QStringLiteral(" OR ") : QStringLiteral(" "));
    const QString pattern = QString::fromLatin1(syntax.alternatives);
    const bool alone = parts.size() == 1 && pattern == QLatin1String("(%1)");
    return alone ? joined : pattern.arg(joined);
}

void tellLosses(const Losses& losses, const Syntax& syntax, QStringList& warnings)
{
    const Service* service = findService(QString::fromLatin1(syntax.service));
    const QString name = service ? QString::fromUtf8(service->name) : QString();
    if (losses.stars)
        warnings << words(QT_TRANSLATE_NOOP("Words", "%1 does not know “*” everywhere it stood: it was left out."))
                        .arg(name);
    if (losses.headings)
        warnings
            << words(QT_TRANSLATE_NOOP("Words", "%1 has no subject headings: they are sought as words.")).arg(name);
    if (!syntax.booleans)
        warnings << words(QT_TRANSLATE_NOOP("Words", "%1 knows no AND and OR: the words stand beside each other."))
                        .arg(name);
}

} // namespace

QString written(const std::vector<Block>& blocks, QStringView service, QStringList& warnings)
{
    const Syntax* syntax = syntaxOf(service);
    if (!syntax)
        return {};
    Losses losses;
    QStringList parts;
    for (const Block& block : blocks) {
        if (!block.isEmpty())
            parts << blockIn(block, *syntax, losses);
    }
    if (!parts.isEmpty())
        tellLosses(losses, *syntax, warnings);
    return parts.join(syntax->booleans ? QStringLiteral("\nAND ") : QStringLiteral(" "));
}

} // namespace winnow::sources
