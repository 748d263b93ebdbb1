// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/InstrumentDraft.h"

#include "appraisal/DraftNames.h"

#include <QSet>

#include <algorithm>

namespace winnow::appraisal {
namespace {

constexpr int deepestIndent = 4;

QSet<QString> idsOf(const InstrumentDraft& draft)
{
    QSet<QString> ids;
    for (const DraftDomain& domain : draft.domains) {
        ids.insert(domain.domain.id);
        for (const DraftItem& item : domain.items)
            ids.insert(item.item.id);
    }
    return ids;
}

/// The first of "stem1", "stem2" … from `from` on that nobody has.
QString freeId(const QSet<QString>& taken, const QString& stem, int from)
{
    for (int n = from;; ++n) {
        if (const QString id = stem + QString::number(n); !taken.contains(id))
            return id;
    }
}

/// "1.3" is "1." and 3; without a number at the end it is followed by a point, and 0.
std::pair<QString, int> stemOf(const QString& id)
{
    qsizetype at = id.size();
    while (at > 0 && id[at - 1].isDigit() && id.size() - at < 6)
        --at;
    return at == id.size() ? std::pair(id + QLatin1Char('.'), 0) : std::pair(id.left(at), id.mid(at).toInt());
}

QString freeIdBehind(const QSet<QString>& taken, const QString& id)
{
    const auto [stem, number] = stemOf(id);
    return freeId(taken, stem, number + 1);
}

/// Of the first item of a domain: "3.1" in "D3".
QString firstItemId(const InstrumentDraft& draft, const DraftDomain& domain)
{
    const auto [stem, number] = stemOf(domain.domain.id);
    const auto place = &domain - draft.domains.data() + 1;
    return freeId(idsOf(draft), QString::number(number > 0 ? number : int(place)) + QLatin1Char('.'), 1);
}

std::size_t placeOfItem(const DraftDomain& domain, int key)
{
    const auto found = std::find_if(domain.items.begin(), domain.items.end(),
                                    [key](const DraftItem& item) { return item.key == key; });
    return std::size_t(found - domain.items.begin());
}

std::size_t placeOfDomain(const InstrumentDraft& draft, int key)
{
    const auto found = std::find_if(draft.domains.begin(), draft.domains.end(),
                                    [key](const DraftDomain& domain) { return domain.key == key; });
    return std::size_t(found - draft.domains.begin());
}

template <class T> void shift(std::vector<T>& list, std::size_t from, std::size_t to)
{
    T moved = std::move(list[from]);
    list.erase(list.begin() + std::ptrdiff_t(from));
    list.insert(list.begin() + std::ptrdiff_t(to), std::move(moved));
}

/// Behind which one a new domain stands: the overall one stays last.
std::size_t placeForDomain(const InstrumentDraft& draft, int after)
{
    if (after != 0) {
        const std::size_t at = placeOfDomain(draft, after);
        if (at < draft.domains.size() && !draft.domains[at].domain.isOverall())
            return at + 1;
    }
    const auto overall = std::find_if(draft.domains.begin(), draft.domains.end(),
                                      [](const DraftDomain& domain) { return domain.domain.isOverall(); });
    return std::size_t(overall - draft.domains.begin());
}

int copyOfItem(InstrumentDraft& draft, int key)
{
    DraftItem copy = *findItem(draft, key);
    copy.key = ++draft.lastKey;
    copy.item.id = freeIdBehind(idsOf(draft), copy.item.id);
    DraftDomain& domain = *domainAround(draft, key);
    domain.items.insert(domain.items.begin() + std::ptrdiff_t(placeOfItem(domain, key) + 1), copy);
    return copy.key;
}

int copyOfDomain(InstrumentDraft& draft, const DraftDomain& from)
{
    DraftDomain copy = from;
    copy.key = ++draft.lastKey;
    QSet<QString> taken = idsOf(draft);
    std::map<QString, QString> names;
    const auto rename = [&](QString& id, const QString& fresh) {
        taken.insert(fresh);
        names[id] = fresh;
        id = fresh;
    };
    rename(copy.domain.id, freeIdBehind(taken, copy.domain.id));
    const int number = stemOf(copy.domain.id).second;
    for (DraftItem& item : copy.items) {
        item.key = ++draft.lastKey;
        rename(item.item.id, freeId(taken, QString::number(number) + QLatin1Char('.'), 1));
    }
    renameIds(copy, names);
    const std::size_t at = placeForDomain(draft, from.key);
    draft.domains.insert(draft.domains.begin() + std::ptrdiff_t(at), std::move(copy));
    return draft.domains[at].key;
}

} // namespace

int addDomain(InstrumentDraft& draft, int after)
{
    DraftDomain domain{.key = ++draft.lastKey};
    const bool overall = std::any_of(draft.domains.begin(), draft.domains.end(),
                                     [](const DraftDomain& one) { return one.domain.isOverall(); });
    domain.domain.id = freeId(idsOf(draft), QStringLiteral("D"), int(draft.domains.size()) + (overall ? 0 : 1));
    if (!draft.head.scales.empty())
        domain.domain.scale = draft.head.scales.front().id;
    const std::size_t at = placeForDomain(draft, after);
    draft.domains.insert(draft.domains.begin() + std::ptrdiff_t(at), std::move(domain));
    return draft.domains[at].key;
}

int addOverall(InstrumentDraft& draft)
{
    const bool there = std::any_of(draft.domains.begin(), draft.domains.end(),
                                   [](const DraftDomain& domain) { return domain.domain.isOverall(); });
    if (there)
        return 0;
    DraftDomain domain{.key = ++draft.lastKey};
    domain.domain.id = overallId;
    domain.domain.label = QStringLiteral("Overall");
    if (!draft.head.scales.empty())
        domain.domain.scale = draft.head.scales.front().id;
    draft.domains.push_back(std::move(domain));
    return draft.lastKey;
}

int addItem(InstrumentDraft& draft, int after)
{
    DraftDomain* domain = domainAround(draft, after);
    if (!domain)
        return 0;
    const bool behindItem = domain->key != after;
    const std::size_t at = behindItem ? placeOfItem(*domain, after) + 1 : domain->items.size();
    DraftItem item{.key = ++draft.lastKey, .item = {}, .askedIf = {}};
    if (at > 0) {
        const Item& before = domain->items[at - 1].item;
        item.item.id = freeIdBehind(idsOf(draft), before.id);
        item.item.answerSet = before.answerSet;
        item.item.answers = before.answers;
        item.item.indent = before.indent;
        item.item.variants = before.variants;
    } else {
        item.item.id = firstItemId(draft, *domain);
        if (!draft.head.answerSets.empty())
            item.item.answerSet = draft.head.answerSets.front().id;
    }
    domain->items.insert(domain->items.begin() + std::ptrdiff_t(at), item);
    return item.key;
}

int copyOf(InstrumentDraft& draft, int key)
{
    if (const DraftDomain* domain = findDomain(draft, key))
        return domain->domain.isOverall() ? 0 : copyOfDomain(draft, DraftDomain(*domain));
    return findItem(draft, key) ? copyOfItem(draft, key) : 0;
}

bool remove(InstrumentDraft& draft, int key)
{
    DraftDomain* domain = domainAround(draft, key);
    if (!domain)
        return false;
    if (domain->key == key)
        draft.domains.erase(draft.domains.begin() + std::ptrdiff_t(placeOfDomain(draft, key)));
    else
        domain->items.erase(domain->items.begin() + std::ptrdiff_t(placeOfItem(*domain, key)));
    dropTranslations(draft);
    return true;
}

bool moveTo(InstrumentDraft& draft, int key, int domain, int at)
{
    if (at < 0)
        return false;
    if (domain == 0) {
        const std::size_t from = placeOfDomain(draft, key);
        if (from >= draft.domains.size() || std::size_t(at) >= draft.domains.size() || from == std::size_t(at))
            return false;
        shift(draft.domains, from, std::size_t(at));
        return true;
    }
    DraftDomain* source = domainAround(draft, key);
    DraftDomain* target = findDomain(draft, domain);
    if (!source || !target || source->key == key)
        return false;
    const std::size_t from = placeOfItem(*source, key);
    const std::size_t room = target->items.size() - (source == target ? 1 : 0);
    if (std::size_t(at) > room || (source == target && from == std::size_t(at)))
        return false;
    DraftItem moved = source->items[from];
    source->items.erase(source->items.begin() + std::ptrdiff_t(from));
    target->items.insert(target->items.begin() + at, std::move(moved));
    return true;
}

bool moveBy(InstrumentDraft& draft, int key, int by)
{
    const DraftDomain* domain = domainAround(draft, key);
    if (!domain || by == 0)
        return false;
    const std::size_t place = placeOfDomain(draft, domain->key);
    if (domain->key == key)
        return moveTo(draft, key, 0, int(place) + by);
    const int at = int(placeOfItem(*domain, key)) + by;
    if (at >= 0 && at < int(domain->items.size()))
        return moveTo(draft, key, domain->key, at);
    const int next = int(place) + (by < 0 ? -1 : 1);
    if (next < 0 || next >= int(draft.domains.size()))
        return false;
    const DraftDomain& other = draft.domains[std::size_t(next)];
    return moveTo(draft, key, other.key, by < 0 ? int(other.items.size()) : 0);
}

bool indent(InstrumentDraft& draft, int key, int by)
{
    DraftItem* item = findItem(draft, key);
    if (!item)
        return false;
    const int indent = std::clamp(item->item.indent + by, 0, deepestIndent);
    const bool changed = indent != item->item.indent;
    item->item.indent = indent;
    return changed;
}

} // namespace winnow::appraisal
