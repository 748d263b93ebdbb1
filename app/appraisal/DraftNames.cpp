// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/DraftNames.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace winnow::appraisal {
namespace {

using Change = std::function<void(AnswerTest&)>;
using ScoreChange = std::function<void(ScoreTest&)>;

void eachTest(Condition& condition, const Change& answer, const ScoreChange& score)
{
    if (condition.kind == Condition::Kind::Answer)
        answer(condition.answer);
    if (condition.kind == Condition::Kind::Score)
        score(condition.score);
    for (Condition& part : condition.parts)
        eachTest(part, answer, score);
}

/// A text is written anew only where something in it has changed: what is kept stays as somebody typed it.
void inCondition(QString& text, const Change& answer, const ScoreChange& score)
{
    auto reading = parseCondition(text);
    if (!reading.value)
        return;
    Condition changed = *reading.value;
    eachTest(changed, answer, score);
    if (changed != *reading.value)
        text = textOf(changed);
}

void inRules(QStringList& lines, const Change& answer, const ScoreChange& score,
             const std::function<void(Rule&)>& outcome = {})
{
    for (QString& line : lines) {
        auto reading = parseRule(line);
        if (!reading.value)
            continue;
        Rule changed = *reading.value;
        if (changed.when)
            eachTest(*changed.when, answer, score);
        if (outcome)
            outcome(changed);
        if (changed != *reading.value)
            line = textOf(changed);
    }
}

void inDomain(DraftDomain& domain, const Change& answer, const ScoreChange& score)
{
    inRules(domain.rules, answer, score);
    inRules(domain.applicabilityRules, answer, score);
    for (DraftItem& item : domain.items)
        inCondition(item.askedIf, answer, score);
}

void nothing(ScoreTest&) { }

bool meet(const QStringList& a, const QStringList& b)
{
    return a.isEmpty() || b.isEmpty()
        || std::any_of(a.begin(), a.end(), [&b](const QString& one) { return b.contains(one); });
}

struct NodeName {
    int key;
    QString id;
    QStringList variants;
};

std::vector<NodeName> namesOf(const InstrumentDraft& draft)
{
    std::vector<NodeName> names;
    for (const DraftDomain& domain : draft.domains) {
        names.push_back({domain.key, domain.domain.id, domain.domain.variants});
        for (const DraftItem& item : domain.items)
            names.push_back(
                {item.key, item.item.id, item.item.variants.isEmpty() ? domain.domain.variants : item.item.variants});
    }
    return names;
}

bool namedBeside(const std::vector<NodeName>& names, int key, const QString& id, const QStringList& variants)
{
    return std::any_of(names.begin(), names.end(), [&](const NodeName& other) {
        return other.key != key && other.id == id && meet(other.variants, variants);
    });
}

template <class T> bool taken(const std::vector<T>& list, const QString& id)
{
    return std::any_of(list.begin(), list.end(), [&id](const T& one) { return one.id == id; });
}

void replace(QStringList& list, const QString& from, const QString& to)
{
    for (QString& one : list) {
        if (one == from)
            one = to;
    }
}

/// Every rule and condition that looks at an item which `speaks` is told.
void renameValues(InstrumentDraft& draft, const std::function<bool(const QString& id, const DraftDomain& in)>& speaks,
                  const QString& from, const QString& to)
{
    for (DraftDomain& domain : draft.domains) {
        const auto change = [&](AnswerTest& test) {
            QStringList ids = test.ids;
            if (test.named != Named::Listed)
                ids = {QString()};
            const bool named
                = std::any_of(ids.begin(), ids.end(), [&](const QString& id) { return speaks(id, domain); });
            if (named)
                replace(test.values, from, to);
        };
        inDomain(domain, change, nothing);
    }
}

} // namespace

void renameIds(DraftDomain& domain, const std::map<QString, QString>& names)
{
    const auto renamed = [&names](QString& id) {
        if (const auto found = names.find(id); found != names.end())
            id = found->second;
    };
    inDomain(
        domain, [&](AnswerTest& test) { std::for_each(test.ids.begin(), test.ids.end(), renamed); },
        [&](ScoreTest& test) { renamed(test.domain); });
}

void dropTranslations(InstrumentDraft& draft)
{
    if (draft.head.translations.empty())
        return;
    const QStringList keys = textKeysInOrder(readable(draft));
    const QSet<QString> here(keys.begin(), keys.end());
    for (Translation& translation : draft.head.translations)
        std::erase_if(translation.texts, [&here](const auto& text) { return !here.contains(text.first); });
}

void carryTranslations(const InstrumentDraft& before, InstrumentDraft& after)
{
    if (after.head.translations.empty())
        return;
    const QStringList old = textKeysInOrder(readable(before));
    const QStringList now = textKeysInOrder(readable(after));
    if (old.size() != now.size() || old == now)
        return;
    for (Translation& translation : after.head.translations) {
        std::map<QString, QString> texts;
        for (qsizetype i = 0; i < old.size(); ++i) {
            if (const auto found = translation.texts.find(old[i]); found != translation.texts.end())
                texts[now[i]] = found->second;
        }
        translation.texts = std::move(texts);
    }
}

bool renameNode(InstrumentDraft& draft, int key, const QString& id)
{
    const std::vector<NodeName> names = namesOf(draft);
    const auto self = std::find_if(names.begin(), names.end(), [key](const NodeName& one) { return one.key == key; });
    if (self == names.end() || id.isEmpty() || id == self->id || namedBeside(names, key, id, self->variants))
        return false;
    const InstrumentDraft before = draft;
    if (DraftDomain* domain = findDomain(draft, key))
        domain->domain.id = id;
    else
        findItem(draft, key)->item.id = id;
    for (DraftDomain& domain : draft.domains) {
        const QStringList& variants = domain.domain.variants;
        if (meet(variants, self->variants) && !namedBeside(names, key, self->id, variants))
            renameIds(domain, {{self->id, id}});
    }
    carryTranslations(before, draft);
    return true;
}

bool renameAnswer(InstrumentDraft& draft, const QString& set, std::size_t answer, const QString& code)
{
    const auto found = std::find_if(draft.head.answerSets.begin(), draft.head.answerSets.end(),
                                    [&set](const AnswerSet& one) { return one.id == set; });
    if (found == draft.head.answerSets.end() || answer >= found->answers.size() || code.isEmpty())
        return false;
    const bool there = std::any_of(found->answers.begin(), found->answers.end(),
                                   [&code](const Answer& one) { return one.code == code; });
    if (there)
        return false;
    const InstrumentDraft before = draft;
    Answer& one = found->answers[answer];
    const QString old = one.code;
    if (one.label == old)
        one.label = code;
    one.code = code;
    const auto uses = [&](const DraftDomain& domain, const QString& id) {
        return std::any_of(domain.items.begin(), domain.items.end(), [&](const DraftItem& item) {
            return (id.isEmpty() || item.item.id == id) && item.item.answerSet == set;
        });
    };
    renameValues(
        draft,
        [&](const QString& id, const DraftDomain& in) {
            return id.isEmpty() ? uses(in, {}) || in.domain.isOverall()
                                : std::any_of(before.domains.begin(), before.domains.end(),
                                              [&](const DraftDomain& domain) { return uses(domain, id); });
        },
        old, code);
    carryTranslations(before, draft);
    return true;
}

bool renameAnswer(InstrumentDraft& draft, int item, std::size_t answer, const QString& code)
{
    const InstrumentDraft before = draft;
    DraftItem* own = findItem(draft, item);
    if (!own || answer >= own->item.answers.size() || code.isEmpty())
        return false;
    const bool there = std::any_of(own->item.answers.begin(), own->item.answers.end(),
                                   [&code](const Answer& one) { return one.code == code; });
    if (there)
        return false;
    Answer& one = own->item.answers[answer];
    const QString old = one.code;
    if (one.label == old)
        one.label = code;
    one.code = code;
    renameValues(
        draft, [name = own->item.id](const QString& id, const DraftDomain&) { return id == name; }, old, code);
    carryTranslations(before, draft);
    return true;
}

bool renameLevel(InstrumentDraft& draft, const QString& scale, std::size_t level, const QString& name)
{
    const InstrumentDraft before = draft;
    const auto found = std::find_if(draft.head.scales.begin(), draft.head.scales.end(),
                                    [&scale](const Scale& one) { return one.id == scale; });
    if (found == draft.head.scales.end() || level >= found->levels.size() || name.isEmpty() || findLevel(*found, name))
        return false;
    Level& one = found->levels[level];
    const QString old = one.name;
    if (one.label == old)
        one.label = name;
    one.name = name;
    const auto judges = [&](const QString& id) {
        return std::any_of(draft.domains.begin(), draft.domains.end(), [&](const DraftDomain& domain) {
            const bool applicable = domain.domain.applicability && domain.domain.applicability->scale == scale;
            return (id.isEmpty() || domain.domain.id == id) && (domain.domain.scale == scale || applicable);
        });
    };
    const auto outcome = [&](Rule& rule) {
        if (rule.outcome == Rule::Outcome::Judge && rule.text == old)
            rule.text = name;
    };
    const auto untouched = [](AnswerTest&) {};
    for (DraftDomain& domain : draft.domains) {
        if (domain.domain.scale == scale)
            inRules(domain.rules, untouched, nothing, outcome);
        if (domain.domain.applicability && domain.domain.applicability->scale == scale)
            inRules(domain.applicabilityRules, untouched, nothing, outcome);
    }
    renameValues(
        draft, [&](const QString& id, const DraftDomain& in) { return in.domain.isOverall() && judges(id); }, old,
        name);
    carryTranslations(before, draft);
    return true;
}

bool renameSet(InstrumentDraft& draft, const QString& set, const QString& id)
{
    const InstrumentDraft before = draft;
    if (id.isEmpty() || taken(draft.head.answerSets, id) || !taken(draft.head.answerSets, set))
        return false;
    for (AnswerSet& one : draft.head.answerSets) {
        if (one.id == set)
            one.id = id;
    }
    for (DraftDomain& domain : draft.domains) {
        for (DraftItem& item : domain.items) {
            if (item.item.answerSet == set)
                item.item.answerSet = id;
        }
    }
    carryTranslations(before, draft);
    return true;
}

bool renameScale(InstrumentDraft& draft, const QString& scale, const QString& id)
{
    const InstrumentDraft before = draft;
    if (id.isEmpty() || taken(draft.head.scales, id) || !taken(draft.head.scales, scale))
        return false;
    for (Scale& one : draft.head.scales) {
        if (one.id == scale)
            one.id = id;
    }
    for (DraftDomain& domain : draft.domains) {
        if (domain.domain.scale == scale)
            domain.domain.scale = id;
        if (domain.domain.applicability && domain.domain.applicability->scale == scale)
            domain.domain.applicability->scale = id;
    }
    carryTranslations(before, draft);
    return true;
}

bool renameVariant(InstrumentDraft& draft, const QString& variant, const QString& id)
{
    const InstrumentDraft before = draft;
    if (id.isEmpty() || taken(draft.head.variants, id) || !taken(draft.head.variants, variant))
        return false;
    for (Variant& one : draft.head.variants) {
        if (one.id == variant)
            one.id = id;
    }
    for (DraftDomain& domain : draft.domains) {
        replace(domain.domain.variants, variant, id);
        for (DraftItem& item : domain.items)
            replace(item.item.variants, variant, id);
    }
    carryTranslations(before, draft);
    return true;
}

} // namespace winnow::appraisal
