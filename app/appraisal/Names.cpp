// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Names.h"

#include <algorithm>

namespace winnow::appraisal {
namespace {

/// Tells of names that come a second time. Case does not count: tables and people do not keep it.
class Register {
public:
    explicit Register(std::vector<Finding>& findings) : m_findings(findings) { }

    void add(const QString& name, const QString& place)
    {
        const QString key = name.toCaseFolded();
        const auto found = m_places.constFind(key);
        if (found != m_places.constEnd())
            m_findings.push_back({Flaw::TwiceTheSame, place, {name, *found}});
        else
            m_places.insert(key, place);
    }

private:
    QHash<QString, QString> m_places;
    std::vector<Finding>& m_findings;
};

QString place(const char* list, std::size_t index)
{
    return QStringLiteral("%1[%2]").arg(QLatin1String(list)).arg(index);
}

class NameCheck {
public:
    explicit NameCheck(const Instrument& instrument) : m_instrument(instrument) { }

    std::vector<Finding> all()
    {
        lists();
        for (const Domain& domain : m_instrument.domains)
            one(domain);
        for (const QString& variant : variantIds(m_instrument))
            within(variant);
        translations();
        return std::move(m_findings);
    }

private:
    void lists()
    {
        Register variants(m_findings), scales(m_findings), sets(m_findings), directions(m_findings);
        for (std::size_t i = 0; i < m_instrument.variants.size(); ++i)
            variants.add(m_instrument.variants[i].id, place("variants", i));
        for (std::size_t i = 0; i < m_instrument.directions.size(); ++i)
            directions.add(m_instrument.directions[i].name, place("directions", i));
        for (std::size_t i = 0; i < m_instrument.answerSets.size(); ++i) {
            const AnswerSet& set = m_instrument.answerSets[i];
            sets.add(set.id, place("answer_sets", i));
            answers(set.answers, set.id, place("answer_sets", i));
        }
        for (std::size_t i = 0; i < m_instrument.scales.size(); ++i) {
            scales.add(m_instrument.scales[i].id, place("scales", i));
            Register levels(m_findings);
            for (std::size_t j = 0; j < m_instrument.scales[i].levels.size(); ++j)
                levels.add(m_instrument.scales[i].levels[j].name,
                           place("scales", i) + QLatin1Char('.') + place("levels", j));
        }
    }

    void answers(const std::vector<Answer>& answers, const QString& of, const QString& at)
    {
        if (answers.empty())
            m_findings.push_back({Flaw::NothingToAnswer, at, {of}});
        Register codes(m_findings);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const QString here = at + QLatin1Char('.') + place("answers", i);
            codes.add(answers[i].code, here);
            for (const QString& also : answers[i].also)
                codes.add(also, here);
        }
    }

    void variants(const QStringList& ids, const QString& at)
    {
        for (const QString& id : ids) {
            if (m_instrument.variants.empty() || !variantIds(m_instrument).contains(id))
                m_findings.push_back({Flaw::UnknownVariant, at, {id}});
        }
    }

    void scale(const QString& id, const QString& at)
    {
        if (!findScale(m_instrument, id))
            m_findings.push_back({Flaw::UnknownScale, at, {id}});
    }

    void one(const Domain& domain)
    {
        variants(domain.variants, placeOf(m_instrument, domain, QStringLiteral("variants")));
        if (domain.judged())
            scale(domain.scale, placeOf(m_instrument, domain, QStringLiteral("scale")));
        else if (!domain.rules.empty())
            m_findings.push_back({Flaw::NoScale, placeOf(m_instrument, domain, QStringLiteral("rules")), {}});
        otherwise(domain, domain.rules, false);
        if (domain.applicability) {
            scale(domain.applicability->scale, placeOf(m_instrument, domain, QStringLiteral("applicability.scale")));
            otherwise(domain, domain.applicability->rules, true);
        }
        for (const Item& item : domain.items)
            one(domain, item);
    }

    void one(const Domain& domain, const Item& item)
    {
        variants(item.variants, placeOf(m_instrument, domain, item, QStringLiteral("variants")));
        const bool known = item.answerSet.isEmpty()
            || std::any_of(m_instrument.answerSets.begin(), m_instrument.answerSets.end(),
                           [&item](const AnswerSet& set) { return set.id == item.answerSet; });
        if (!known)
            m_findings.push_back(
                {Flaw::UnknownSet, placeOf(m_instrument, domain, item, QStringLiteral("answers")), {item.answerSet}});
        else if (item.answerSet.isEmpty())
            answers(item.answers, item.id, placeOf(m_instrument, domain, item));
    }

    void otherwise(const Domain& domain, const std::vector<Rule>& rules, bool applicability)
    {
        QString first;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (rules[i].when)
                continue;
            const QString at = placeOfRule(m_instrument, domain, applicability, i);
            if (!first.isEmpty())
                m_findings.push_back({Flaw::TwoOtherwise, at, {first}});
            first = first.isEmpty() ? at : first;
        }
    }

    /// Items and domains share their names: rules speak of both.
    void within(const QString& variant)
    {
        Register ids(m_findings);
        for (const Domain* domain : domainsOf(m_instrument, variant)) {
            ids.add(domain->id, placeOf(m_instrument, *domain));
            for (const Item* item : itemsOf(*domain, variant))
                ids.add(item->id, placeOf(m_instrument, *domain, *item));
        }
    }

    void translations()
    {
        const std::map<QString, QString> keys = textKeys(m_instrument);
        Register languages(m_findings);
        for (std::size_t i = 0; i < m_instrument.translations.size(); ++i) {
            const Translation& translation = m_instrument.translations[i];
            languages.add(translation.language, place("translations", i));
            for (const auto& [key, text] : translation.texts) {
                if (!keys.contains(key))
                    m_findings.push_back({Flaw::UnknownText, place("translations", i), {key}});
            }
        }
    }

    const Instrument& m_instrument;
    std::vector<Finding> m_findings;
};

/// The first question that `from` waits for and that waits itself.
int waitsFor(const Program& program, int from, const std::vector<bool>& free)
{
    std::vector<const Node*> nodes{&*program.questions()[std::size_t(from)].askedIf};
    while (!nodes.empty()) {
        const Node* node = nodes.back();
        nodes.pop_back();
        for (const Node::Member& member : node->of) {
            if (!free[std::size_t(member.variable)])
                return member.variable;
        }
        for (const Node& part : node->parts)
            nodes.push_back(&part);
    }
    return from;
}

} // namespace

std::vector<Finding> checkNames(const Instrument& instrument)
{
    return NameCheck(instrument).all();
}

std::vector<Finding> checkCycles(const Program& program)
{
    std::vector<bool> free(program.questions().size(), false);
    for (const int question : program.order())
        free[std::size_t(question)] = true;
    const auto stuck = std::find(free.begin(), free.end(), false);
    if (stuck == free.end())
        return {};
    // Whoever is stuck waits for somebody who is: going on long enough ends inside a circle.
    int at = int(stuck - free.begin());
    std::vector<int> path;
    while (std::find(path.begin(), path.end(), at) == path.end()) {
        path.push_back(at);
        at = waitsFor(program, at, free);
    }
    QStringList circle;
    for (auto it = std::find(path.begin(), path.end(), at); it != path.end(); ++it)
        circle.append(program.questions()[std::size_t(*it)].item->id);
    constexpr qsizetype shown = 10;
    if (circle.size() > shown)
        circle = circle.mid(0, shown) << QString(QChar(0x2026));
    const Program::Question& first = program.questions()[std::size_t(at)];
    circle.append(first.item->id);
    const QString place = placeOf(program.instrument(), *first.domain, *first.item, QStringLiteral("asked_if"));
    return {{Flaw::Cycle, place, {circle.join(QStringLiteral(" → "))}}};
}

} // namespace winnow::appraisal
