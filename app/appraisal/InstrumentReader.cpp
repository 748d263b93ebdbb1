// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/InstrumentJson.h"

#include "appraisal/Check.h"
#include "appraisal/JsonPlace.h"
#include "appraisal/Schema.h"

#include <QJsonDocument>

namespace winnow::appraisal {
namespace {

using Need = JsonPlace::Need;

class InstrumentReader {
public:
    Instrument all(JsonPlace& json);

private:
    void head(JsonPlace& json);
    void lists(JsonPlace& json);
    Answer answer(JsonPlace& json);
    Level level(JsonPlace& json);
    Domain domain(JsonPlace& json);
    Item item(JsonPlace& json);
    void answers(JsonPlace& json, Item& item);
    Applicability applicability(JsonPlace& json);
    std::vector<Rule> rules(JsonPlace& json);
    void translations(JsonPlace& json);
    void misread(JsonPlace& json, const QString& part, const Misread& misread);

    Instrument m_instrument;
    qsizetype m_items = 0;
};

Instrument InstrumentReader::all(JsonPlace& json)
{
    head(json);
    lists(json);
    json.each("domains", limits::domains, [this](JsonPlace& inner) { m_instrument.domains.push_back(domain(inner)); });
    if (m_items > limits::items)
        json.tell(Flaw::TooMany, QStringLiteral("domains[…].items"),
                  {QString::number(m_items), QString::number(limits::items)});
    translations(json);
    if (m_instrument.domains.empty())
        json.tell(Flaw::Missing, {}, {QStringLiteral("domains")});
    return std::move(m_instrument);
}

void InstrumentReader::head(JsonPlace& json)
{
    (void)json.number("winnow_instrument", 1, schemaVersion);
    Instrument& i = m_instrument;
    i.id = json.id("id");
    i.version = json.text("version", Need::Must, limits::nameLength);
    i.name = json.text("name", Need::Must, limits::nameLength);
    if (json.has("language"))
        i.language = json.text("language", Need::May, limits::idLength);
    i.draft = json.flag("draft", false);
    const QString judges = json.text("judges", Need::Must, limits::nameLength);
    const auto unit = unitOf(judges);
    if (unit)
        i.judges = *unit;
    else if (!judges.isEmpty())
        json.tell(Flaw::UnknownWord, QStringLiteral("judges"), {judges, QStringLiteral("study, result")});
    i.designs = json.words("designs", limits::nameLength, limits::words);
    i.cautions = json.words("cautions", limits::nameLength, limits::words);
    i.citation = json.prose("citation");
    i.link = json.link("link");
    i.guidance = json.link("guidance");
    i.licence = json.prose("licence");
    i.help = json.prose("help");
    i.scoreLabel = json.text("score_label", Need::May, limits::nameLength);
    i.scoreSymbol = json.text("score_symbol", Need::May, limits::idLength);
}

void InstrumentReader::lists(JsonPlace& json)
{
    json.each("variants", limits::variants, [this](JsonPlace& inner) {
        Variant variant{inner.id("id"), inner.text("label", Need::Must, limits::textLength), inner.prose("help")};
        m_instrument.variants.push_back(std::move(variant));
    });
    json.each("scales", limits::scales, [this](JsonPlace& inner) {
        Scale scale{inner.id("id"), {}};
        inner.each("levels", limits::levels, [&](JsonPlace& one) { scale.levels.push_back(level(one)); });
        if (scale.levels.empty())
            inner.tell(Flaw::Missing, {}, {QStringLiteral("levels")});
        m_instrument.scales.push_back(std::move(scale));
    });
    json.each("directions", limits::levels, [this](JsonPlace& inner) {
        Direction direction{inner.text("name", Need::Must, limits::nameLength), {}};
        direction.label = inner.has("label") ? inner.text("label", Need::May, limits::textLength) : direction.name;
        m_instrument.directions.push_back(std::move(direction));
    });
    json.each("answer_sets", limits::answerSets, [this](JsonPlace& inner) {
        AnswerSet set{inner.id("id"), {}};
        inner.each("answers", limits::answers, [&](JsonPlace& one) { set.answers.push_back(answer(one)); });
        m_instrument.answerSets.push_back(std::move(set));
    });
}

Answer InstrumentReader::answer(JsonPlace& json)
{
    Answer answer;
    answer.code = json.text("code", Need::Must, limits::idLength);
    answer.label = json.has("label") ? json.text("label", Need::May, limits::textLength) : answer.code;
    answer.points = json.number("points", -1000, 1000);
    answer.also = json.words("also", limits::nameLength, limits::words);
    return answer;
}

Level InstrumentReader::level(JsonPlace& json)
{
    Level level;
    level.name = json.text("name", Need::Must, limits::nameLength);
    level.label = json.has("label") ? json.text("label", Need::May, limits::textLength) : level.name;
    level.colour = json.colour("colour");
    level.safeColour = json.colour("safe_colour");
    level.symbol = json.text("symbol", Need::May, 2);
    level.exportAs = json.text("export_as", Need::May, limits::nameLength);
    level.ordered = json.flag("ordered", true);
    return level;
}

Domain InstrumentReader::domain(JsonPlace& json)
{
    Domain domain;
    domain.id = json.id("id");
    domain.label = json.text("label", Need::Must, limits::textLength);
    domain.help = json.prose("help");
    domain.variants = json.words("variants", limits::idLength, limits::words);
    domain.scale = json.text("scale", Need::May, limits::idLength);
    domain.direction = json.flag("direction", false);
    json.one("applicability", [&](JsonPlace& inner) { domain.applicability = applicability(inner); });
    domain.rules = rules(json);
    json.each("items", limits::items, [&](JsonPlace& inner) { domain.items.push_back(item(inner)); });
    m_items += qsizetype(domain.items.size());
    return domain;
}

Applicability InstrumentReader::applicability(JsonPlace& json)
{
    Applicability applicability;
    applicability.question = json.text("question", Need::Must, limits::textLength);
    applicability.help = json.prose("help");
    applicability.scale = json.text("scale", Need::Must, limits::idLength);
    applicability.rules = rules(json);
    return applicability;
}

Item InstrumentReader::item(JsonPlace& json)
{
    Item item;
    item.id = json.id("id");
    item.question = json.text("question", Need::Must, limits::textLength);
    item.help = json.prose("help");
    item.variants = json.words("variants", limits::idLength, limits::words);
    item.indent = int(json.number("indent", 0, 4).value_or(0));
    answers(json, item);
    const QString condition = json.text("asked_if", Need::May, limits::textLength);
    if (condition.isEmpty())
        return item;
    const auto reading = parseCondition(condition);
    item.askedIf = reading.value;
    if (!reading.value)
        misread(json, QStringLiteral("asked_if"), reading.misread);
    return item;
}

/// The name of a set, or answers of its own.
void InstrumentReader::answers(JsonPlace& json, Item& item)
{
    if (json.isText("answers"))
        item.answerSet = json.text("answers", Need::Must, limits::idLength);
    else
        json.each("answers", limits::answers, [&](JsonPlace& one) { item.answers.push_back(answer(one)); });
}

std::vector<Rule> InstrumentReader::rules(JsonPlace& json)
{
    std::vector<Rule> rules;
    const QStringList texts = json.words("rules", limits::textLength, limits::rules);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const auto reading = parseRule(texts[i]);
        if (reading.value)
            rules.push_back(*reading.value);
        else
            misread(json, QStringLiteral("rules[%1]").arg(i), reading.misread);
    }
    return rules;
}

void InstrumentReader::misread(JsonPlace& json, const QString& part, const Misread& misread)
{
    json.tell(Flaw::RuleUnreadable, part, {QString::number(misread.at), misread.found, misread.expected});
}

void InstrumentReader::translations(JsonPlace& json)
{
    json.each("translations", limits::levels, [this](JsonPlace& inner) {
        Translation translation{inner.text("language", Need::Must, limits::idLength), {}};
        inner.one("texts", [&](JsonPlace& texts) {
            texts.eachText([&](const QString& key, const QString& text) { translation.texts[key] = text; });
        });
        m_instrument.translations.push_back(std::move(translation));
    });
}

Finding notJson(const QByteArray& json, const QJsonParseError& error)
{
    const QByteArray before = json.left(error.offset);
    const auto line = before.count('\n') + 1;
    const auto column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    return {Flaw::NotJson, {}, {QString::number(line), QString::number(column), error.errorString()}};
}

} // namespace

Reading readInstrument(const QByteArray& json)
{
    if (json.size() > limits::bytes)
        return {std::nullopt, {{Flaw::TooLarge, {}, {QString::number(json.size()), QString::number(limits::bytes)}}}};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return {std::nullopt, {notJson(json, error)}};
    const QJsonValue schema = document.object().value(QLatin1String("winnow_instrument"));
    if (!schema.isDouble())
        return {std::nullopt, {{Flaw::NotAnInstrument, {}, {}}}};
    if (schema.toDouble() > schemaVersion)
        return {std::nullopt,
                {{Flaw::NewerSchema,
                  QStringLiteral("winnow_instrument"),
                  {QString::number(schema.toDouble()), QString::number(schemaVersion)}}}};
    Reading reading;
    JsonPlace top(document.object(), {}, reading.findings);
    Instrument instrument = InstrumentReader().all(top);
    top.finish();
    if (hasFault(reading.findings))
        return reading;
    reading.findings = check(instrument).findings;
    if (!hasFault(reading.findings))
        reading.instrument = std::move(instrument);
    return reading;
}

std::optional<Instrument> readAsFarAsItGoes(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.left(limits::bytes)).object();
    if (object.value(QLatin1String("winnow_instrument")).toInt() != schemaVersion)
        return std::nullopt;
    std::vector<Finding> untold;
    JsonPlace top(object, {}, untold);
    return InstrumentReader().all(top);
}

} // namespace winnow::appraisal
