// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/InstrumentJson.h"
#include "appraisal/Schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace winnow::appraisal {
namespace {

// QJsonObject sorts its keys, so that the same instrument is always the same bytes.

void put(QJsonObject& object, const char* key, const QString& text)
{
    if (!text.isEmpty())
        object[QLatin1String(key)] = text;
}

void put(QJsonObject& object, const char* key, const QStringList& words)
{
    if (!words.isEmpty())
        object[QLatin1String(key)] = QJsonArray::fromStringList(words);
}

template <class T, class Write>
void put(QJsonObject& object, const char* key, const std::vector<T>& list, const Write& write)
{
    QJsonArray array;
    for (const T& one : list)
        array.append(write(one));
    if (!array.isEmpty())
        object[QLatin1String(key)] = array;
}

/// A label only where it says more than the name.
void putLabel(QJsonObject& object, const QString& label, const QString& name)
{
    if (label != name)
        put(object, "label", label);
}

QJsonObject json(const Answer& answer)
{
    QJsonObject object{{QStringLiteral("code"), answer.code}};
    putLabel(object, answer.label, answer.code);
    if (answer.points)
        object[QLatin1String("points")] = *answer.points;
    put(object, "also", answer.also);
    return object;
}

QJsonObject json(const AnswerSet& set)
{
    QJsonObject object{{QStringLiteral("id"), set.id}};
    put(object, "answers", set.answers, [](const Answer& answer) { return json(answer); });
    return object;
}

QJsonObject json(const Level& level)
{
    QJsonObject object{{QStringLiteral("name"), level.name}};
    putLabel(object, level.label, level.name);
    put(object, "colour", level.colour);
    put(object, "safe_colour", level.safeColour);
    put(object, "symbol", level.symbol);
    put(object, "export_as", level.exportAs);
    if (!level.ordered)
        object[QLatin1String("ordered")] = false;
    return object;
}

QJsonObject json(const Scale& scale)
{
    QJsonObject object{{QStringLiteral("id"), scale.id}};
    put(object, "levels", scale.levels, [](const Level& level) { return json(level); });
    return object;
}

QJsonObject json(const Direction& direction)
{
    QJsonObject object{{QStringLiteral("name"), direction.name}};
    putLabel(object, direction.label, direction.name);
    return object;
}

QJsonObject json(const Variant& variant)
{
    QJsonObject object{{QStringLiteral("id"), variant.id}, {QStringLiteral("label"), variant.label}};
    put(object, "help", variant.help);
    return object;
}

QJsonObject json(const Item& item)
{
    QJsonObject object{{QStringLiteral("id"), item.id}, {QStringLiteral("question"), item.question}};
    put(object, "help", item.help);
    put(object, "variants", item.variants);
    put(object, "answers", item.answerSet);
    put(object, "answers", item.answers, [](const Answer& answer) { return json(answer); });
    if (item.askedIf)
        put(object, "asked_if", textOf(*item.askedIf));
    if (item.indent != 0)
        object[QLatin1String("indent")] = item.indent;
    return object;
}

void putRules(QJsonObject& object, const std::vector<Rule>& rules)
{
    put(object, "rules", rules, [](const Rule& rule) { return textOf(rule); });
}

QJsonObject json(const Applicability& applicability)
{
    QJsonObject object{{QStringLiteral("question"), applicability.question},
                       {QStringLiteral("scale"), applicability.scale}};
    put(object, "help", applicability.help);
    putRules(object, applicability.rules);
    return object;
}

QJsonObject json(const Domain& domain)
{
    QJsonObject object{{QStringLiteral("id"), domain.id}, {QStringLiteral("label"), domain.label}};
    put(object, "help", domain.help);
    put(object, "variants", domain.variants);
    put(object, "scale", domain.scale);
    put(object, "items", domain.items, [](const Item& item) { return json(item); });
    putRules(object, domain.rules);
    if (domain.direction)
        object[QLatin1String("direction")] = true;
    if (domain.applicability)
        object[QLatin1String("applicability")] = json(*domain.applicability);
    return object;
}

QJsonObject json(const Translation& translation)
{
    QJsonObject texts;
    for (const auto& [key, text] : translation.texts)
        texts[key] = text;
    return {{QStringLiteral("language"), translation.language}, {QStringLiteral("texts"), texts}};
}

void putHead(QJsonObject& object, const Instrument& instrument)
{
    object[QLatin1String("winnow_instrument")] = schemaVersion;
    put(object, "id", instrument.id);
    put(object, "version", instrument.version);
    put(object, "name", instrument.name);
    put(object, "language", instrument.language);
    if (instrument.draft)
        object[QLatin1String("draft")] = true;
    put(object, "judges", wordOf(instrument.judges));
    put(object, "designs", instrument.designs);
    put(object, "cautions", instrument.cautions);
    put(object, "citation", instrument.citation);
    put(object, "link", instrument.link);
    put(object, "guidance", instrument.guidance);
    put(object, "licence", instrument.licence);
    put(object, "help", instrument.help);
    put(object, "score_label", instrument.scoreLabel);
    put(object, "score_symbol", instrument.scoreSymbol);
}

} // namespace

QString wordOf(Judges judges)
{
    return judges == Judges::Study ? QStringLiteral("study") : QStringLiteral("result");
}

std::optional<Judges> unitOf(const QString& word)
{
    for (const Judges judges : {Judges::Study, Judges::Result}) {
        if (word == wordOf(judges))
            return judges;
    }
    return std::nullopt;
}

QByteArray writeInstrument(const Instrument& instrument)
{
    QJsonObject object;
    putHead(object, instrument);
    const auto write = [](const auto& one) { return json(one); };
    put(object, "variants", instrument.variants, write);
    put(object, "scales", instrument.scales, write);
    put(object, "directions", instrument.directions, write);
    put(object, "answer_sets", instrument.answerSets, write);
    put(object, "domains", instrument.domains, write);
    put(object, "translations", instrument.translations, write);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace winnow::appraisal
