// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Judge.h"

#include <algorithm>

namespace winnow::appraisal {
namespace {

/// One thing that can be said, and the ways to say it, the surest first.
struct Choice {
    QString value;
    QStringList spellings;
};

std::vector<Choice> choicesOfItem(const Instrument& instrument, const Item& item)
{
    std::vector<Choice> choices;
    for (const Answer& answer : answersOf(instrument, item))
        choices.push_back({answer.code, QStringList{answer.code} + answer.also + QStringList{answer.label}});
    return choices;
}

std::vector<Choice> choicesOfScale(const Instrument& instrument, const QString& id)
{
    std::vector<Choice> choices;
    const Scale* scale = findScale(instrument, id);
    for (std::size_t i = 0; scale && i < scale->levels.size(); ++i) {
        const Level& level = scale->levels[i];
        choices.push_back({level.name, {level.name, level.label, level.exportAs}});
    }
    return choices;
}

std::vector<Choice> choices(const Instrument& instrument, const QString& variant, const QString& key)
{
    if (const Item* item = findItem(instrument, variant, key))
        return choicesOfItem(instrument, *item);
    const Domain* domain = findDomain(instrument, variant, key.section(QLatin1Char(':'), 0, 0));
    if (!domain)
        return {};
    if (key == domain->id)
        return choicesOfScale(instrument, domain->scale);
    if (key == applicabilityKey(domain->id) && domain->applicability)
        return choicesOfScale(instrument, domain->applicability->scale);
    std::vector<Choice> directions;
    if (key == directionKey(domain->id) && domain->direction) {
        for (const Direction& direction : instrument.directions)
            directions.push_back({direction.name, {direction.name, direction.label}});
    }
    return directions;
}

} // namespace

std::optional<QString> understand(const Instrument& instrument, const QString& variant, const QString& key,
                                  const QString& text)
{
    const std::vector<Choice> all = choices(instrument, variant, key);
    const QString said = text.simplified();
    qsizetype ways = 0;
    for (const Choice& choice : all)
        ways = std::max(ways, choice.spellings.size());
    for (qsizetype way = 0; way < ways; ++way) {
        for (const Choice& choice : all) {
            if (choice.spellings.value(way).compare(said, Qt::CaseInsensitive) == 0 && !said.isEmpty())
                return choice.value;
        }
    }
    return std::nullopt;
}

QStringList choicesFor(const Instrument& instrument, const QString& variant, const QString& key)
{
    QStringList values;
    for (const Choice& choice : choices(instrument, variant, key))
        values.append(choice.value);
    return values;
}

} // namespace winnow::appraisal
