// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Instrument.h"

#include <algorithm>

namespace winnow::appraisal {
namespace {

bool belongs(const QStringList& variants, const QString& variant)
{
    return variants.isEmpty() || variants.contains(variant);
}

template <class T> const T* byId(const std::vector<T>& all, const QString& id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool hasPoints(const std::vector<Answer>& answers)
{
    return std::any_of(answers.begin(), answers.end(), [](const Answer& answer) { return answer.points.has_value(); });
}

} // namespace

QStringList variantIds(const Instrument& instrument)
{
    QStringList ids;
    for (const Variant& variant : instrument.variants)
        ids.append(variant.id);
    return ids.isEmpty() ? QStringList{QString()} : ids;
}

std::vector<const Domain*> domainsOf(const Instrument& instrument, const QString& variant)
{
    std::vector<const Domain*> domains;
    for (const Domain& domain : instrument.domains) {
        if (belongs(domain.variants, variant))
            domains.push_back(&domain);
    }
    std::stable_partition(domains.begin(), domains.end(), [](const Domain* domain) { return !domain->isOverall(); });
    return domains;
}

std::vector<const Item*> itemsOf(const Domain& domain, const QString& variant)
{
    std::vector<const Item*> items;
    for (const Item& item : domain.items) {
        if (belongs(item.variants, variant))
            items.push_back(&item);
    }
    return items;
}

const Domain* findDomain(const Instrument& instrument, const QString& variant, const QString& id)
{
    for (const Domain& domain : instrument.domains) {
        if (domain.id == id && belongs(domain.variants, variant))
            return &domain;
    }
    return nullptr;
}

const Item* findItem(const Instrument& instrument, const QString& variant, const QString& id)
{
    for (const Domain& domain : instrument.domains) {
        if (!belongs(domain.variants, variant))
            continue;
        for (const Item& item : domain.items) {
            if (item.id == id && belongs(item.variants, variant))
                return &item;
        }
    }
    return nullptr;
}

const std::vector<Answer>& answersOf(const Instrument& instrument, const Item& item)
{
    if (item.answerSet.isEmpty())
        return item.answers;
    const AnswerSet* set = byId(instrument.answerSets, item.answerSet);
    return set ? set->answers : item.answers;
}

const Scale* findScale(const Instrument& instrument, const QString& id)
{
    return byId(instrument.scales, id);
}

const Level* findLevel(const Scale& scale, const QString& name)
{
    const auto found = std::find_if(scale.levels.begin(), scale.levels.end(),
                                    [&name](const Level& level) { return level.name == name; });
    return found == scale.levels.end() ? nullptr : &*found;
}

bool hasScore(const Instrument& instrument)
{
    for (const Domain& domain : instrument.domains) {
        for (const Item& item : domain.items) {
            if (hasPoints(answersOf(instrument, item)))
                return true;
        }
    }
    return false;
}

QString applicabilityKey(const QString& domain)
{
    return domain + QLatin1String(":applicability");
}

QString directionKey(const QString& domain)
{
    return domain + QLatin1String(":direction");
}

} // namespace winnow::appraisal
