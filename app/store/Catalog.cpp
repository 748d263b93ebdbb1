// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Catalog.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace winnow::store {
namespace {

using Slots = std::map<qint64, Value>;
using Subjects = std::map<qint64, Slots>;

Subjects cellsOf(Database& db, ChangeKind kind)
{
    Subjects subjects;
    Statement q = db.prepare("SELECT subject, slot, value FROM cell WHERE kind = ? AND value IS NOT NULL");
    q.bind(int(kind));
    while (q.step()) {
        Value value = q.isText(2) ? Value(q.string(2)) : Value(q.integer(2));
        subjects[q.integer(0)][q.integer(1)] = std::move(value);
    }
    return subjects;
}

template <class Slot> qint64 number(const Slots& values, Slot slot, qint64 fallback = 0)
{
    const auto found = values.find(qint64(slot));
    const auto* value = found == values.end() ? nullptr : std::get_if<qint64>(&found->second);
    return value ? *value : fallback;
}

template <class Slot> QString text(const Slots& values, Slot slot)
{
    const auto found = values.find(qint64(slot));
    const auto* value = found == values.end() ? nullptr : std::get_if<std::string>(&found->second);
    return value ? QString::fromStdString(*value) : QString();
}

ReviewSettings settingsFrom(const Slots& values)
{
    ReviewSettings s;
    s.title = text(values, SettingSlot::Title);
    s.question = text(values, SettingSlot::Question);
    s.titleStage.votesNeeded = int(number(values, SettingSlot::TitleVotes, 2));
    s.fulltextStage.votesNeeded = int(number(values, SettingSlot::FulltextVotes, 2));
    s.titleStage.majority = number(values, SettingSlot::TitleMajority) != 0;
    s.fulltextStage.majority = number(values, SettingSlot::FulltextMajority) != 0;
    s.fulltextStage.reasons = ReasonRule(number(values, SettingSlot::FulltextReasonRule));
    return s;
}

void loadLists(Database& db, Catalog& c)
{
    for (const auto& [id, v] : cellsOf(db, ChangeKind::Reviewer))
        c.reviewers.push_back({ReviewerId(id), text(v, ReviewerSlot::Name),
                               Roles(int(number(v, ReviewerSlot::Roles, qint64(Role::Reviewer))))});
    for (const auto& [id, v] : cellsOf(db, ChangeKind::Criterion))
        c.criteria.push_back({CriterionId(id), number(v, CriterionSlot::Include, 1) != 0, text(v, CriterionSlot::Text),
                              int(number(v, CriterionSlot::Position))});
    for (const auto& [id, v] : cellsOf(db, ChangeKind::Label)) {
        if (!number(v, LabelSlot::Removed))
            c.labels.push_back({LabelId(id), text(v, LabelSlot::Name)});
    }
    for (const auto& [id, v] : cellsOf(db, ChangeKind::Study))
        c.studies.push_back({StudyId(id), text(v, StudySlot::Name)});
    for (const auto& [id, v] : cellsOf(db, ChangeKind::Source)) {
        const Source source{SourceId(id), text(v, SourceSlot::Name),
                            SourceKind(number(v, SourceSlot::Kind, qint64(SourceKind::Database)))};
        c.sources.push_back(source);
        c.sourceKinds[id] = source.kind;
    }
    std::sort(c.criteria.begin(), c.criteria.end(), [&](const Criterion& a, const Criterion& b) {
        return std::tie(a.position, c.uids[a.id.value]) < std::tie(b.position, c.uids[b.id.value]);
    });
}

void loadReasons(Database& db, Catalog& c)
{
    const Subjects reasons = cellsOf(db, ChangeKind::Reason);
    for (const auto& [id, v] : reasons) {
        if (const qint64 into = number(v, ReasonSlot::MergedInto))
            c.mergedReasons[id] = into;
    }
    for (const auto& [id, v] : reasons) {
        // Of reasons that were merged in a ring, in two copies, the one that stands for all stays in the list.
        if (c.effective(ReasonId(id)).value == id && !number(v, ReasonSlot::Removed))
            c.reasons.push_back({ReasonId(id), Stage(number(v, ReasonSlot::Stage, 1)), text(v, ReasonSlot::Text),
                                 int(number(v, ReasonSlot::Position)), int(number(v, ReasonSlot::Key))});
    }
    std::sort(c.reasons.begin(), c.reasons.end(), [&](const Reason& a, const Reason& b) {
        return std::tie(a.position, c.uids[a.id.value]) < std::tie(b.position, c.uids[b.id.value]);
    });
}

std::vector<std::string> lines(const std::string& text)
{
    std::vector<std::string> parts(1);
    for (const char ch : text) {
        if (ch == '\n')
            parts.emplace_back();
        else
            parts.back() += ch;
    }
    return parts;
}

/// "hash line line …"
void applyMends(RunInfo& info, const QString& packed)
{
    const QStringList parts = packed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return;
    info.mends = QByteArray::fromHex(parts.front().toLatin1()).toStdString();
    for (qsizetype i = 1; i < parts.size(); ++i)
        info.mendedLines.push_back(parts[i].toLongLong());
}

/// An entry that was mended and came in is not unreadable any more.
void countMended(Catalog& c)
{
    for (RunInfo& run : c.runs) {
        for (const RunInfo* mending : c.mendingsOf(run)) {
            if (mending->run.live)
                run.run.unreadable -= qint64(mending->mendedLines.size());
        }
    }
}

void applyRunCells(RunInfo& info, const Slots& v)
{
    Run& run = info.run;
    run.live = number(v, RunSlot::Live) != 0;
    run.details.platform = text(v, RunSlot::Platform);
    run.details.searched = QDate::fromString(text(v, RunSlot::Searched), Qt::ISODate);
    run.details.strategy = text(v, RunSlot::Strategy);
    run.details.hits = number(v, RunSlot::Hits, -1);
    run.details.removedBefore = number(v, RunSlot::RemovedBefore);
    info.columns = text(v, RunSlot::Columns).toStdString();
    applyMends(info, text(v, RunSlot::Mends));
    if (number(v, RunSlot::SeenAtTitle))
        info.seenAt.push_back(Stage::Title);
    if (number(v, RunSlot::SeenAtFulltext))
        info.seenAt.push_back(Stage::Fulltext);
    for (size_t origin = 0; origin < info.origins.size(); ++origin)
        run.sources.emplace_back(number(v, qint64(RunSlot::SourceOfOrigin) + qint64(origin)));
}

void loadRuns(Database& db, Catalog& c)
{
    const Subjects cells = cellsOf(db, ChangeKind::Run);
    std::map<qint64, qint64> authors;
    Statement by = db.prepare("SELECT subject, author FROM cell WHERE kind = 7 AND slot = 1");
    while (by.step())
        authors[by.integer(0)] = by.integer(1);
    Statement q
        = db.prepare("SELECT id, hash, file_name, format, encoding, first_record, records, unreadable, origins, "
                     "at, bytes FROM run WHERE loaded = 1 ORDER BY first_record, records");
    while (q.step()) {
        RunInfo info;
        info.run.id = RunId(q.integer(0));
        info.hash = std::string(q.blob(1));
        info.run.fileName = q.qstring(2);
        info.run.format = q.qstring(3);
        info.run.encoding = q.qstring(4);
        info.first = q.integer(5);
        info.run.records = q.integer(6);
        info.run.unreadable = q.integer(7);
        info.origins = lines(q.string(8));
        info.run.at = q.integer(9);
        info.bytes = q.integer(10);
        info.run.by = ReviewerId(authors[info.run.id.value]);
        const auto values = cells.find(info.run.id.value);
        applyRunCells(info, values == cells.end() ? Slots() : values->second);
        c.runs.push_back(std::move(info));
    }
}

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

Catalog loadCatalog(Database& db)
{
    Catalog c;
    Statement uid = db.prepare("SELECT value FROM meta WHERE key = 'project'");
    if (uid.step())
        c.projectUid = uid.string(0);
    Statement entities = db.prepare("SELECT id, uid FROM entity");
    while (entities.step())
        c.uids[entities.integer(0)] = std::string(entities.blob(1));
    const Subjects settings = cellsOf(db, ChangeKind::Setting);
    c.settings = settingsFrom(settings.empty() ? Slots() : settings.begin()->second);
    loadLists(db, c);
    loadReasons(db, c);
    loadRuns(db, c);
    countMended(c);
    return c;
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
    return info && info->run.live;
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

ReasonId Catalog::effective(ReasonId reason) const
{
    // Two copies may have merged A into B and B into A: stop at the smallest of such a ring, in any order of arrival.
    ReasonId current = reason;
    ReasonId smallest = reason;
    for (size_t hops = 0; hops <= mergedReasons.size(); ++hops) {
        const auto next = mergedReasons.find(current.value);
        if (next == mergedReasons.end())
            return current;
        current = ReasonId(next->second);
        if (uids.at(current.value) < uids.at(smallest.value))
            smallest = current;
    }
    return smallest;
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
    return findIn(reasons, [wanted = effective(id)](const Reason& r) { return r.id == wanted; });
}

const Label* Catalog::label(QStringView name) const
{
    return findIn(labels, [&](const Label& l) { return sameName(l.name, name); });
}

const Label* Catalog::label(LabelId id) const
{
    return findIn(labels, [&](const Label& l) { return l.id == id; });
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

} // namespace winnow::store
