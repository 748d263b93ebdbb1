// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Versions.h"

#include "appraisal/Schema.h"

#include <QHash>

namespace winnow::appraisal {
namespace {

struct Fact {
    QString place;
    QString text;
};

QString told(const Answer& answer)
{
    QString text = answer.code;
    if (answer.label != answer.code)
        text += QLatin1String(": ") + answer.label;
    if (answer.points)
        text += QStringLiteral(" (%1)").arg(*answer.points);
    if (!answer.also.isEmpty())
        text += QLatin1String(" [") + answer.also.join(QLatin1String(", ")) + QLatin1Char(']');
    return text;
}

QString told(const Level& level)
{
    const QStringList parts{level.name,
                            level.label,
                            level.colour,
                            level.safeColour,
                            level.symbol,
                            level.exportAs,
                            level.ordered ? QString() : QStringLiteral("unordered")};
    return parts.join(QLatin1String(" | "));
}

QString told(const Rule& rule)
{
    return textOf(rule);
}

template <class T> QString told(const std::vector<T>& list)
{
    QStringList lines;
    for (const T& one : list)
        lines.append(told(one));
    return lines.join(QLatin1Char('\n'));
}

QString in(const QStringList& variants)
{
    return variants.isEmpty() ? QString() : QLatin1String(" in ") + variants.join(QLatin1String(", "));
}

/// All that an instrument says, as lines with a place: two versions differ where these do.
class Facts {
public:
    explicit Facts(const Instrument& instrument)
    {
        head(instrument);
        for (const Domain& domain : instrument.domains)
            one(domain);
        for (const Translation& translation : instrument.translations) {
            for (const auto& [key, text] : translation.texts)
                add(QStringLiteral("translation %1: %2").arg(translation.language, key), text);
        }
    }

    std::vector<Fact> list;
    QHash<QString, QString> texts;

private:
    void add(const QString& place, const QString& text)
    {
        if (text.isEmpty())
            return;
        list.push_back({place, text});
        texts.insert(place, text);
    }

    void head(const Instrument& i)
    {
        const QString comma = QStringLiteral(", ");
        add(QStringLiteral("id"), i.id);
        add(QStringLiteral("version"), i.version);
        add(QStringLiteral("name"), i.name);
        add(QStringLiteral("language"), i.language);
        add(QStringLiteral("draft"), i.draft ? QStringLiteral("yes") : QString());
        add(QStringLiteral("judges"), wordOf(i.judges));
        add(QStringLiteral("designs"), i.designs.join(comma));
        add(QStringLiteral("cautions"), i.cautions.join(comma));
        add(QStringLiteral("citation"), i.citation);
        add(QStringLiteral("link"), i.link);
        add(QStringLiteral("guidance"), i.guidance);
        add(QStringLiteral("licence"), i.licence);
        add(QStringLiteral("help"), i.help);
        add(QStringLiteral("score label"), i.scoreLabel);
        add(QStringLiteral("score symbol"), i.scoreSymbol);
        for (const Variant& variant : i.variants) {
            add(QLatin1String("variant ") + variant.id, variant.label);
            add(QLatin1String("variant ") + variant.id + QLatin1String(": help"), variant.help);
        }
        for (const Scale& scale : i.scales)
            add(QLatin1String("scale ") + scale.id, told(scale.levels));
        for (const Direction& direction : i.directions)
            add(QLatin1String("direction ") + direction.name, direction.label);
        for (const AnswerSet& set : i.answerSets)
            add(QLatin1String("answers ") + set.id, told(set.answers));
    }

    void one(const Domain& domain)
    {
        const QString name = QLatin1String("domain ") + domain.id + in(domain.variants);
        const auto part
            = [&name](const char* what) -> QString { return name + QLatin1String(": ") + QLatin1String(what); };
        add(name, domain.label);
        add(part("help"), domain.help);
        add(part("scale"), domain.scale);
        add(part("direction"), domain.direction ? QStringLiteral("yes") : QString());
        add(part("rules"), told(domain.rules));
        if (domain.applicability) {
            add(part("applicability"), domain.applicability->question);
            add(part("applicability help"), domain.applicability->help);
            add(part("applicability scale"), domain.applicability->scale);
            add(part("applicability rules"), told(domain.applicability->rules));
        }
        for (const Item& item : domain.items)
            one(domain, item);
    }

    void one(const Domain& domain, const Item& item)
    {
        const QString name
            = QLatin1String("item ") + item.id + in(item.variants.isEmpty() ? domain.variants : item.variants);
        const auto part
            = [&name](const char* what) -> QString { return name + QLatin1String(": ") + QLatin1String(what); };
        add(name, item.question);
        add(part("domain"), domain.id);
        add(part("help"), item.help);
        add(part("answers"), item.answerSet.isEmpty() ? told(item.answers) : item.answerSet);
        add(part("asked if"), item.askedIf ? textOf(*item.askedIf) : QString());
        add(part("indent"), item.indent != 0 ? QString::number(item.indent) : QString());
    }
};

} // namespace

std::vector<Difference> compare(const Instrument& before, const Instrument& after)
{
    const Facts old(before);
    const Facts now(after);
    std::vector<Difference> differences;
    for (const Fact& fact : now.list) {
        const auto was = old.texts.constFind(fact.place);
        if (was == old.texts.constEnd())
            differences.push_back({Difference::Kind::Added, fact.place, {}, fact.text});
        else if (*was != fact.text)
            differences.push_back({Difference::Kind::Changed, fact.place, *was, fact.text});
    }
    for (const Fact& fact : old.list) {
        if (!now.texts.contains(fact.place))
            differences.push_back({Difference::Kind::Removed, fact.place, fact.text, {}});
    }
    return differences;
}

} // namespace winnow::appraisal
