// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/InstrumentDraft.h"

#include "appraisal/InstrumentJson.h"
#include "appraisal/Usual.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace winnow::appraisal {
namespace {

QStringList written(const std::vector<Rule>& rules)
{
    QStringList lines;
    for (const Rule& rule : rules)
        lines.append(textOf(rule));
    return lines;
}

std::vector<Rule> readableRules(const QStringList& lines)
{
    std::vector<Rule> rules;
    for (const QString& line : lines) {
        if (auto reading = parseRule(line); reading.value)
            rules.push_back(std::move(*reading.value));
    }
    return rules;
}

QJsonArray ruleLines(const QStringList& lines)
{
    QJsonArray array;
    for (const QString& line : lines) {
        if (!line.trimmed().isEmpty())
            array.append(line);
    }
    return array;
}

QStringList linesIn(const QJsonValue& rules)
{
    QStringList lines;
    for (const QJsonValue rule : rules.toArray())
        lines.append(rule.toString());
    return lines;
}

void putRules(QJsonObject& object, const QStringList& lines)
{
    if (const QJsonArray rules = ruleLines(lines); !rules.isEmpty())
        object[QLatin1String("rules")] = rules;
    else
        object.remove(QLatin1String("rules"));
}

/// The domain as it was written, with rules and conditions as they stand.
QJsonObject patched(QJsonObject object, const DraftDomain& domain)
{
    putRules(object, domain.rules);
    QJsonObject applicability = object.value(QLatin1String("applicability")).toObject();
    if (!applicability.isEmpty()) {
        putRules(applicability, domain.applicabilityRules);
        object[QLatin1String("applicability")] = applicability;
    }
    QJsonArray items = object.value(QLatin1String("items")).toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString condition = domain.items[std::size_t(i)].askedIf.trimmed();
        if (condition.isEmpty())
            continue;
        QJsonObject item = items[i].toObject();
        item[QLatin1String("asked_if")] = condition;
        items[i] = item;
    }
    if (!items.isEmpty())
        object[QLatin1String("items")] = items;
    return object;
}

} // namespace

InstrumentDraft draftOf(const Instrument& instrument)
{
    InstrumentDraft draft{.head = instrument};
    draft.head.domains.clear();
    for (const Domain& domain : instrument.domains) {
        DraftDomain one{.key = ++draft.lastKey, .domain = domain};
        one.rules = written(domain.rules);
        if (one.domain.applicability) {
            one.applicabilityRules = written(one.domain.applicability->rules);
            one.domain.applicability->rules.clear();
        }
        for (const Item& item : domain.items) {
            one.items.push_back({++draft.lastKey, item, item.askedIf ? textOf(*item.askedIf) : QString()});
            one.items.back().item.askedIf.reset();
        }
        one.domain.items.clear();
        one.domain.rules.clear();
        draft.domains.push_back(std::move(one));
    }
    return draft;
}

InstrumentDraft blankDraft()
{
    InstrumentDraft draft;
    Instrument& head = draft.head;
    head.id = QStringLiteral("own-instrument");
    head.version = QStringLiteral("1");
    head.scales = {usualScales().front()};
    head.answerSets = {usualAnswers().front()};
    return draft;
}

InstrumentDraft duplicateOf(const Instrument& instrument, const QString& id, const QString& name)
{
    InstrumentDraft draft = draftOf(instrument);
    draft.head.id = id;
    draft.head.version = QStringLiteral("1");
    draft.head.name = name;
    return draft;
}

QByteArray writeDraft(const InstrumentDraft& draft)
{
    Instrument plain = draft.head;
    for (const DraftDomain& domain : draft.domains) {
        plain.domains.push_back(domain.domain);
        for (const DraftItem& item : domain.items)
            plain.domains.back().items.push_back(item.item);
    }
    QJsonObject object = QJsonDocument::fromJson(writeInstrument(plain)).object();
    QJsonArray domains = object.value(QLatin1String("domains")).toArray();
    for (qsizetype i = 0; i < domains.size(); ++i)
        domains[i] = patched(domains[i].toObject(), draft.domains[std::size_t(i)]);
    if (!domains.isEmpty())
        object[QLatin1String("domains")] = domains;
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

std::optional<InstrumentDraft> readDraft(const QByteArray& json)
{
    const std::optional<Instrument> instrument = readAsFarAsItGoes(json);
    if (!instrument)
        return std::nullopt;
    InstrumentDraft draft = draftOf(*instrument);
    const QJsonArray domains = QJsonDocument::fromJson(json).object().value(QLatin1String("domains")).toArray();
    // Rules and conditions as they are written; where the text is so broken that its lists are other ones than what was
    // understood, those that could be read have to do.
    for (std::size_t i = 0; domains.size() == qsizetype(draft.domains.size()) && i < draft.domains.size(); ++i) {
        const QJsonObject domain = domains[qsizetype(i)].toObject();
        DraftDomain& one = draft.domains[i];
        one.rules = linesIn(domain.value(QLatin1String("rules")));
        one.applicabilityRules = linesIn(domain.value(QLatin1String("applicability"))[QLatin1String("rules")]);
        const QJsonArray items = domain.value(QLatin1String("items")).toArray();
        for (std::size_t j = 0; items.size() == qsizetype(one.items.size()) && j < one.items.size(); ++j)
            one.items[j].askedIf = items[qsizetype(j)][QLatin1String("asked_if")].toString();
    }
    return draft;
}

Instrument readable(const InstrumentDraft& draft)
{
    Instrument instrument = draft.head;
    for (const DraftDomain& domain : draft.domains) {
        Domain one = domain.domain;
        one.rules = readableRules(domain.rules);
        if (one.applicability)
            one.applicability->rules = readableRules(domain.applicabilityRules);
        for (const DraftItem& item : domain.items) {
            one.items.push_back(item.item);
            if (!item.askedIf.trimmed().isEmpty())
                one.items.back().askedIf = parseCondition(item.askedIf).value;
        }
        instrument.domains.push_back(std::move(one));
    }
    return instrument;
}

const DraftDomain* findDomain(const InstrumentDraft& draft, int key)
{
    const auto found = std::find_if(draft.domains.begin(), draft.domains.end(),
                                    [key](const DraftDomain& domain) { return key != 0 && domain.key == key; });
    return found == draft.domains.end() ? nullptr : &*found;
}

const DraftDomain* domainAround(const InstrumentDraft& draft, int key)
{
    for (const DraftDomain& domain : draft.domains) {
        const bool within = std::any_of(domain.items.begin(), domain.items.end(),
                                        [key](const DraftItem& item) { return item.key == key; });
        if (key != 0 && (domain.key == key || within))
            return &domain;
    }
    return nullptr;
}

const DraftItem* findItem(const InstrumentDraft& draft, int key)
{
    const DraftDomain* domain = domainAround(draft, key);
    if (!domain || domain->key == key)
        return nullptr;
    return &*std::find_if(domain->items.begin(), domain->items.end(),
                          [key](const DraftItem& item) { return item.key == key; });
}

// The same in a draft that may be changed.

DraftDomain* findDomain(InstrumentDraft& draft, int key)
{
    return const_cast<DraftDomain*>(findDomain(std::as_const(draft), key));
}

DraftItem* findItem(InstrumentDraft& draft, int key)
{
    return const_cast<DraftItem*>(findItem(std::as_const(draft), key));
}

DraftDomain* domainAround(InstrumentDraft& draft, int key)
{
    return const_cast<DraftDomain*>(domainAround(std::as_const(draft), key));
}

} // namespace winnow::appraisal
