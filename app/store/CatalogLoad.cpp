// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Catalog.h"

#include "store/Replicas.h"

#include <QJsonArray>
#include <QJsonDocument>

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

QJsonArray arrayIn(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text ? QJsonDocument::fromJson(QByteArray::fromStdString(*text)).array() : QJsonArray();
}

Allocation allocationIn(const Slots& values, SettingSlot slot)
{
    const auto found = values.find(qint64(slot));
    const QJsonArray a = found == values.end() ? QJsonArray() : arrayIn(found->second);
    if (a.size() != 4)
        return {};
    return {a[0].toInt() != 0, std::max(1, a[1].toInt()), std::clamp(a[2].toInt(), 0, 100),
            a[3].toString().toULongLong()};
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
    s.titleStage.resolving = ResolveRule(number(values, SettingSlot::TitleResolving));
    s.fulltextStage.resolving = ResolveRule(number(values, SettingSlot::FulltextResolving));
    s.pilotPlanned = int(number(values, SettingSlot::PilotPlanned));
    s.pico = {text(values, SettingSlot::Population), text(values, SettingSlot::Intervention),
              text(values, SettingSlot::Comparator), text(values, SettingSlot::Outcomes)};
    s.titleStage.allocation = allocationIn(values, SettingSlot::TitleAllocation);
    s.fulltextStage.allocation = allocationIn(values, SettingSlot::FulltextAllocation);
    return s;
}

void loadLists(Database& db, Catalog& c)
{
    for (const auto& [id, v] : cellsOf(db, ChangeKind::Reviewer))
        c.reviewers.push_back({ReviewerId(id), text(v, ReviewerSlot::Name),
                               Roles(int(number(v, ReviewerSlot::Roles, qint64(Role::Reviewer)))),
                               number(v, ReviewerSlot::Retired) != 0, int(number(v, ReviewerSlot::TitleShare, 100)),
                               int(number(v, ReviewerSlot::FulltextShare, 100))});
    for (const auto& [id, v] : cellsOf(db, ChangeKind::Study))
        c.studies.push_back({StudyId(id), text(v, StudySlot::Name)});
    for (const auto& [id, v] : cellsOf(db, ChangeKind::Source)) {
        const Source source{SourceId(id), text(v, SourceSlot::Name),
                            SourceKind(number(v, SourceSlot::Kind, qint64(SourceKind::Database)))};
        c.sources.push_back(source);
        c.sourceKinds[id] = source.kind;
    }
}

/// What was merged into something that is not there counts as not merged. Of entries that were merged in a ring, in two
/// copies, the one that stands for all stays in the list.
template <class Slot> void loadMerged(Catalog& c, const Subjects& entries, Slot slot)
{
    for (const auto& [id, v] : entries) {
        if (const qint64 into = number(v, slot); into && entries.contains(into))
            c.merged[id] = into;
    }
}

void loadLabels(Database& db, Catalog& c)
{
    const Subjects labels = cellsOf(db, ChangeKind::Label);
    loadMerged(c, labels, LabelSlot::MergedInto);
    for (const auto& [id, v] : labels) {
        if (c.effective(LabelId(id)).value != id || number(v, LabelSlot::Removed))
            c.formerNames[id] = text(v, LabelSlot::Name);
        else
            c.labels.push_back({LabelId(id), text(v, LabelSlot::Name)});
    }
}

void loadCriteria(Database& db, Catalog& c)
{
    const Subjects criteria = cellsOf(db, ChangeKind::Criterion);
    loadMerged(c, criteria, CriterionSlot::MergedInto);
    for (const auto& [id, v] : criteria) {
        if (c.effective(CriterionId(id)).value != id || number(v, CriterionSlot::Removed))
            c.formerNames[id] = text(v, CriterionSlot::Text);
        else
            c.criteria.push_back({CriterionId(id), number(v, CriterionSlot::Include, 1) != 0,
                                  text(v, CriterionSlot::Text), int(number(v, CriterionSlot::Position))});
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
            c.merged[id] = into;
    }
    for (const auto& [id, v] : reasons) {
        if (c.effective(ReasonId(id)).value != id) {
            c.formerNames[id] = text(v, ReasonSlot::Text);
            continue;
        }
        const Reason reason{ReasonId(id),
                            Stage(number(v, ReasonSlot::Stage, 1)),
                            text(v, ReasonSlot::Text),
                            int(number(v, ReasonSlot::Position)),
                            int(number(v, ReasonSlot::Key)),
                            number(v, ReasonSlot::Removed) != 0};
        (reason.removed ? c.formerReasons : c.reasons).push_back(reason);
    }
    for (std::vector<Reason>* list : {&c.reasons, &c.formerReasons}) {
        std::sort(list->begin(), list->end(), [&](const Reason& a, const Reason& b) {
            return std::tie(a.position, c.uids[a.id.value]) < std::tie(b.position, c.uids[b.id.value]);
        });
    }
}

void loadPilots(Database& db, Catalog& c)
{
    Statement q = db.prepare("SELECT slot, value FROM cell WHERE kind = ? AND subject = 0 AND value IS NOT NULL");
    q.bind(int(ChangeKind::PilotRound));
    while (q.step()) {
        const QJsonArray a = arrayIn(Value(q.string(1)));
        c.pilots.push_back({slotStage(q.integer(0)), int(slotEntity(q.integer(0))), a.at(1).toInt(),
                            a.at(2).toString().toULongLong(), winnow::PilotRound::State(a.at(0).toInt()),
                            a.at(3).toString()});
    }
    std::sort(c.pilots.begin(), c.pilots.end(), [](const winnow::PilotRound& a, const winnow::PilotRound& b) {
        return std::tie(a.stage, a.number) < std::tie(b.stage, b.number);
    });
}

void loadProtocol(Database& db, Catalog& c)
{
    Statement q = db.prepare("SELECT slot, value FROM cell WHERE kind = ? AND subject = 0 AND value IS NOT NULL");
    q.bind(int(ChangeKind::Protocol));
    while (q.step()) {
        const QJsonArray a = arrayIn(Value(q.string(1)));
        c.protocol.push_back({q.integer(0), QDate::fromString(a.at(0).toString(), Qt::ISODate), a.at(1).toString(),
                              a.at(2).toInt() == int(Stage::Fulltext) ? Stage::Fulltext : Stage::Title,
                              a.at(3).toString(), a.at(4).toInteger()});
    }
    std::sort(c.protocol.begin(), c.protocol.end(), [](const ProtocolChange& a, const ProtocolChange& b) {
        return std::tie(a.date, a.id) < std::tie(b.date, b.id);
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
    info.search = text(v, RunSlot::Search).toStdString();
    if (number(v, RunSlot::SeenAtTitle))
        info.seenAt.push_back(Stage::Title);
    if (number(v, RunSlot::SeenAtFulltext))
        info.seenAt.push_back(Stage::Fulltext);
    // Files of before wrote no empty name at the beginning, where records name no database of their own.
    if (v.contains(qint64(RunSlot::SourceOfOrigin) + qint64(info.origins.size())))
        info.origins.insert(info.origins.begin(), std::string());
    for (size_t origin = 0; origin < info.origins.size(); ++origin)
        run.sources.emplace_back(number(v, qint64(RunSlot::SourceOfOrigin) + qint64(origin)));
    // Undone in one copy while another brought it back: without its sources nothing of it could be counted (rules.md
    // A1). Bringing it back again gives it new ones.
    run.live = run.live && std::all_of(run.sources.begin(), run.sources.end(), [](SourceId s) { return bool(s); });
}

void loadTurning(Database& db, Catalog& c)
{
    Statement q = db.prepare("SELECT run, boundary, below, leaving FROM run_turning");
    while (q.step()) {
        for (RunInfo& info : c.runs) {
            if (info.run.id.value == q.integer(0))
                info.turning = {q.integer(1), q.integer(2) != 0, q.integer(3) != 0};
        }
    }
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

/// Of an import's claim to a first number: how old it is (an older one keeps it), and what it claims.
struct Claim {
    ChangeId id;
    qint64 base = 0;
};

std::map<qint64, Claim> claims(Database& db)
{
    const Replicas replicas(db);
    std::map<qint64, Claim> byRun;
    Statement q = db.prepare("SELECT subject, value, stamp, replica FROM cell WHERE kind = ? AND slot = ? "
                             "AND value IS NOT NULL");
    q.bind(int(ChangeKind::Run), int(RunSlot::Base));
    while (q.step())
        byRun[q.integer(0)] = {replicas.global(q.integer(2), q.integer(3)), q.integer(1)};
    return byRun;
}

bool overlaps(const RunInfo& a, const RunInfo& b)
{
    return a.base && b.base && a.base < b.base + b.run.records && b.base < a.base + a.run.records;
}

/// Gives each run the numbers that it claimed where they are free, in the order of the claims; the others (two copies
/// imported different files apart, or nobody claimed) come after all, in the same order.
void numberRuns(Database& db, Catalog& c)
{
    auto claimed = claims(db);
    std::vector<RunInfo*> order;
    for (RunInfo& info : c.runs)
        order.push_back(&info);
    const auto rank = [&](const RunInfo* info) {
        const Claim& claim = claimed[info->run.id.value];
        return std::tuple(claim.base <= 0, claim.id, info->hash);
    };
    std::sort(order.begin(), order.end(), [&](RunInfo* a, RunInfo* b) { return rank(a) < rank(b); });
    for (RunInfo* info : order) {
        info->base = std::max<qint64>(0, claimed[info->run.id.value].base);
        const bool taken = std::any_of(c.runs.begin(), c.runs.end(),
                                       [&](const RunInfo& other) { return &other != info && overlaps(other, *info); });
        if (taken)
            info->base = 0;
    }
    for (RunInfo* info : order) {
        if (!info->base)
            info->base = c.freeBase();
    }
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
    loadLabels(db, c);
    loadCriteria(db, c);
    loadPilots(db, c);
    loadProtocol(db, c);
    loadRuns(db, c);
    loadTurning(db, c);
    countMended(c);
    numberRuns(db, c);
    return c;
}

} // namespace winnow::store
