// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Catalog.h"

#include "base/Hash.h"

#include <algorithm>

namespace winnow::store {
namespace {

template <class List, class Match> auto* findIn(const List& list, Match match)
{
    const auto found = std::find_if(list.begin(), list.end(), match);
    return found == list.end() ? nullptr : &*found;
}

bool sameName(const QString& name, QStringView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

} // namespace

RecordRange RunInfo::live() const
{
    if (!turning)
        return run.live ? all() : RecordRange();
    const RecordRange below{first, turning->boundary};
    return turning->below ? below : RecordRange{turning->boundary + 1, all().last};
}

const RunInfo* Catalog::runOf(qint64 record) const
{
    auto after = std::upper_bound(runs.begin(), runs.end(), record,
                                  [](qint64 id, const RunInfo& info) { return id < info.first; });
    if (after == runs.begin())
        return nullptr;
    --after;
    return after->contains(record) ? &*after : nullptr;
}

const RunInfo* Catalog::run(RunId id) const
{
    return findIn(runs, [&](const RunInfo& r) { return r.run.id == id; });
}

std::vector<const RunInfo*> Catalog::mendingsOf(const RunInfo& run) const
{
    std::vector<const RunInfo*> mendings;
    for (const RunInfo& other : runs) {
        if (!other.mends.empty() && other.mends == run.hash)
            mendings.push_back(&other);
    }
    return mendings;
}

bool Catalog::isLive(qint64 record) const
{
    const RunInfo* info = runOf(record);
    return info && info->live().contains(record);
}

SourceId Catalog::sourceOf(qint64 record, qint64 origin) const
{
    const RunInfo* info = runOf(record);
    return info && size_t(origin) < info->run.sources.size() ? info->run.sources[size_t(origin)] : SourceId();
}

SourceKind Catalog::kindOf(SourceId source) const
{
    const auto found = sourceKinds.find(source.value);
    return found == sourceKinds.end() ? SourceKind::Database : found->second;
}

/// Two copies may have merged A into B and B into A: of such a ring the smallest stands for all, in any order of
/// arrival.
qint64 Catalog::standing(qint64 entity) const
{
    const auto next = [&](qint64 id) {
        const auto into = merged.find(id);
        return into == merged.end() ? id : into->second;
    };
    qint64 current = entity;
    for (size_t hops = 0; hops <= merged.size() && next(current) != current; ++hops)
        current = next(current);
    qint64 smallest = current;
    for (qint64 id = next(current); id != current; id = next(id)) {
        if (uids.at(id) < uids.at(smallest))
            smallest = id;
    }
    return smallest;
}

std::vector<LabelId> Catalog::allOf(LabelId label) const
{
    std::vector<LabelId> all{label};
    for (const auto& [from, into] : merged) {
        if (from != label.value && standing(from) == label.value)
            all.emplace_back(from);
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<ReasonId> Catalog::reasonOrder(Stage stage) const
{
    std::vector<ReasonId> order;
    for (const Reason& r : reasons) {
        if (r.stage == stage)
            order.push_back(r.id);
    }
    return order;
}

const PilotRound* Catalog::pilot(Stage stage) const
{
    const PilotRound* latest = nullptr;
    for (const PilotRound& round : pilots) {
        if (round.stage == stage && round.state != PilotRound::State::None)
            latest = &round;
    }
    return latest;
}

std::vector<ReasonId> Catalog::countedReasons(Stage stage) const
{
    std::vector<ReasonId> order = reasonOrder(stage);
    for (const Reason& r : formerReasons) {
        if (r.stage == stage)
            order.push_back(r.id);
    }
    return order;
}

bool Catalog::pilotHolds(Stage stage) const
{
    const PilotRound* round = pilot(stage);
    return round && round->state != PilotRound::State::Go;
}

std::vector<Screener> Catalog::screeners(Stage stage) const
{
    std::vector<const Reviewer*> people;
    for (const Reviewer& r : reviewers) {
        if (r.screens())
            people.push_back(&r);
    }
    std::sort(people.begin(), people.end(),
              [&](const Reviewer* a, const Reviewer* b) { return uids.at(a->id.value) < uids.at(b->id.value); });
    std::vector<Screener> screeners;
    for (const Reviewer* r : people)
        screeners.push_back({r->id, hash64(uids.at(r->id.value)), std::max(0, r->share(stage))});
    return screeners;
}

quint64 Catalog::scatterKey(qint64 record) const
{
    const RunInfo* info = runOf(record);
    return info ? scattered(hash64(info->hash) ^ quint64(record - info->first)) : 0;
}

qint64 Catalog::numberOf(qint64 record) const
{
    const RunInfo* info = runOf(record);
    return info ? info->base + record - info->first : 0;
}

qint64 Catalog::recordNumbered(qint64 number) const
{
    const RunInfo* info
        = findIn(runs, [&](const RunInfo& r) { return number >= r.base && number < r.base + r.run.records; });
    return info ? info->first + number - info->base : 0;
}

qint64 Catalog::freeBase() const
{
    qint64 free = 1;
    for (const RunInfo& info : runs)
        free = std::max(free, info.base ? info.base + info.run.records : 1);
    return free;
}

bool Catalog::uidLess(qint64 a, qint64 b) const
{
    const RunInfo* ra = runOf(a);
    const RunInfo* rb = runOf(b);
    if (ra == rb || !ra || !rb)
        return a < b;
    return ra->hash < rb->hash;
}

const Reviewer* Catalog::reviewer(QStringView name) const
{
    return findIn(reviewers, [&](const Reviewer& r) { return sameName(r.name, name); });
}

const Reviewer* Catalog::reviewer(ReviewerId id) const
{
    return findIn(reviewers, [&](const Reviewer& r) { return r.id == id; });
}

const Reason* Catalog::reason(Stage stage, QStringView text) const
{
    return findIn(reasons, [&](const Reason& r) { return r.stage == stage && sameName(r.text, text); });
}

const Reason* Catalog::reason(ReasonId id) const
{
    const auto wanted = [id = effective(id)](const Reason& r) { return r.id == id; };
    const Reason* found = findIn(reasons, wanted);
    return found ? found : findIn(formerReasons, wanted);
}

const Label* Catalog::label(QStringView name) const
{
    return findIn(labels, [&](const Label& l) { return sameName(l.name, name); });
}

const Label* Catalog::label(LabelId id) const
{
    return findIn(labels, [wanted = effective(id)](const Label& l) { return l.id == wanted; });
}

const Source* Catalog::source(QStringView name) const
{
    return findIn(sources, [&](const Source& s) { return sameName(s.name, name); });
}

const Source* Catalog::source(SourceId id) const
{
    return findIn(sources, [&](const Source& s) { return s.id == id; });
}

const Study* Catalog::study(QStringView name) const
{
    return findIn(studies, [&](const Study& s) { return sameName(s.name, name); });
}

QString recordUid(const Catalog& catalog, RecordId record)
{
    const RunInfo* info = catalog.runOf(record.value);
    if (!info)
        return {};
    const QByteArray hex = QByteArray::fromStdString(info->hash).toHex();
    return QString::fromLatin1(hex) + QLatin1Char('-') + QString::number(record.value - info->first + 1);
}

RecordId recordFromUid(const Catalog& catalog, QStringView text)
{
    const qsizetype dash = text.indexOf(QLatin1Char('-'));
    if (dash != 20)
        return {};
    const std::string hash = QByteArray::fromHex(text.left(dash).toLatin1()).toStdString();
    bool ok = false;
    const qint64 place = text.mid(dash + 1).toLongLong(&ok);
    const RunInfo* info = findIn(catalog.runs, [&](const RunInfo& r) { return r.hash == hash; });
    if (!ok || !info || place < 1 || place > info->run.records)
        return {};
    return RecordId(info->first + place - 1);
}

RecordId recordNamed(const Catalog& catalog, QStringView text)
{
    const QStringView bare = text.trimmed();
    const QStringView digits = bare.startsWith(QLatin1Char('#')) ? bare.mid(1) : bare;
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    return ok ? RecordId(catalog.recordNumbered(number)) : recordFromUid(catalog, bare);
}

} // namespace winnow::store
