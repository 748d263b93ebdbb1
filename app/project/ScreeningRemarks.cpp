// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Screening.h"
#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/StageCells.h"
#include "store/Trail.h"

#include <algorithm>
#include <map>
#include <set>

/// What a reviewer says of a report beside the vote: notes, labels, criteria ticked.
namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

/// The last one of each criterion, on any record of the report and for any criterion that was merged into it.
class OwnTicks {
public:
    explicit OwnTicks(const store::Catalog& catalog) : m_catalog(catalog) { }
    void add(const store::MarkRow& row)
    {
        const auto* tick = std::get_if<qint64>(&row.value);
        if (!tick)
            return; // taken back
        auto& latest = m_latest[m_catalog.effective(CriterionId(store::slotEntity(row.slot))).value];
        latest = std::max(latest, std::pair(row.stamp, *tick));
    }
    [[nodiscard]] std::unordered_map<qint64, Tick> latest() const
    {
        std::unordered_map<qint64, Tick> ticks;
        for (const auto& [criterion, told] : m_latest)
            ticks[criterion] = Tick(told.second);
        return ticks;
    }

private:
    const store::Catalog& m_catalog;
    std::map<qint64, std::pair<qint64, qint64>> m_latest; ///< by criterion: stamp and tick
};

template <class T> void sortOnce(std::vector<T>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Takes a label off wherever its owner put it on a report: at either stage (it shows at both), on any of its records,
/// and by the name of any label that was merged into it.
void takeOff(WriteScope& scope, ReviewerId by, qint64 report, LabelId label, std::vector<Edit>& edits)
{
    for (const qint64 member : store::membersOf(scope.db(), report)) {
        for (const store::OwnMark& mark : store::marksBy(scope.db(), by, member, ChangeKind::Tag)) {
            if (mark.value && scope.catalog().effective(LabelId(store::slotEntity(mark.slot))) == label)
                edits.push_back({ChangeKind::Tag, member, mark.slot, qint64(0)});
        }
    }
}

/// Ticks a criterion in place of what was ticked before, on any record of the report and for any criterion that was
/// merged into it. In the order in which that was said, so that undoing restores the last word as the last.
void tickInPlace(WriteScope& scope, ReviewerId by, qint64 report, qint64 slot, Tick tick, std::vector<Edit>& edits)
{
    const auto standing = [&](qint64 at) {
        return store::stageSlot(scope.catalog().effective(CriterionId(store::slotEntity(at))).value,
                                store::slotStage(at));
    };
    std::vector<std::pair<qint64, Edit>> said{{0, {ChangeKind::CriterionTick, report, slot, qint64(tick)}}};
    for (const qint64 member : store::membersOf(scope.db(), report)) {
        for (const store::OwnMark& mark : store::marksBy(scope.db(), by, member, ChangeKind::CriterionTick)) {
            if (member == report && mark.slot == slot)
                said.front().first = mark.stamp;
            else if (standing(mark.slot) == slot)
                said.push_back({mark.stamp, {ChangeKind::CriterionTick, member, mark.slot, {}}});
        }
    }
    std::stable_sort(said.begin(), said.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [stamp, edit] : said)
        edits.push_back(std::move(edit));
}

} // namespace

Result<Remarks> Screening::remarks(RecordId report) const
{
    return m_project.store().read([&](store::Reader& reader) {
        Remarks remarks;
        std::set<qint64> verdicts;
        OwnTicks ticks(reader.catalog());
        const ReviewerId me = reader.viewer();
        for (const qint64 member : store::reportMembers(reader, store::reportOf(reader, report.value))) {
            for (const store::MarkRow& row : store::marksOn(reader, member, ChangeKind::Note)) {
                const auto* words = std::get_if<std::string>(&row.value);
                if (words && !words->empty() && row.slot == int(m_stage))
                    remarks.notes.insert(row.author == me ? remarks.notes.begin() : remarks.notes.end(),
                                         {row.author, QString::fromStdString(*words)});
            }
            for (const store::MarkRow& row : store::marksOn(reader, member, ChangeKind::Tag)) {
                const auto* on = std::get_if<qint64>(&row.value);
                const LabelId label = reader.catalog().effective(LabelId(store::slotEntity(row.slot)));
                if (on && *on && row.author == me)
                    remarks.labels.push_back(label);
                else if (on && *on)
                    remarks.others.emplace_back(label, row.author);
            }
            for (const store::MarkRow& row : store::marksOn(reader, member, ChangeKind::CriterionTick)) {
                if (row.author == me && store::slotStage(row.slot) == m_stage)
                    ticks.add(row);
            }
            for (const store::MarkRow& row : store::marksOn(reader, member, ChangeKind::Vote)) {
                const auto* packed = std::get_if<qint64>(&row.value);
                if (packed && row.author == me && row.slot == int(m_stage) && (*packed & 7)
                    && row.stamp > store::cutOf(reader.db(), member, m_stage))
                    verdicts.insert(*packed & 7);
            }
        }
        remarks.ticks = ticks.latest();
        sortOnce(remarks.labels);
        sortOnce(remarks.others);
        remarks.votedTwice = verdicts.size() > 1;
        return remarks;
    });
}

Result<void> Screening::note(RecordId report, const QString& words)
{
    return mark({&report, 1}, [&](WriteScope&, ReviewerId, std::vector<Edit>& edits, qint64 id) {
        edits.push_back({ChangeKind::Note, id, int(m_stage), text(words)});
    });
}

Result<void> Screening::label(std::span<const RecordId> reports, LabelId label, bool on)
{
    return mark(reports, [&](WriteScope& scope, ReviewerId by, std::vector<Edit>& edits, qint64 id) {
        const LabelId standing = scope.catalog().effective(label);
        if (on)
            edits.push_back({ChangeKind::Tag, id, store::stageSlot(standing.value, m_stage), qint64(1)});
        else
            takeOff(scope, by, id, standing, edits);
    });
}

Result<void> Screening::tick(RecordId report, CriterionId criterion, Tick tick)
{
    return mark({&report, 1}, [&](WriteScope& scope, ReviewerId by, std::vector<Edit>& edits, qint64 id) {
        const CriterionId standing = scope.catalog().effective(criterion);
        tickInPlace(scope, by, id, store::stageSlot(standing.value, m_stage), tick, edits);
    });
}

template <class AddEdits> Result<void> Screening::mark(std::span<const RecordId> reports, AddEdits addEdits)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Vote);
        if (!by)
            return Failure(by.error());
        std::vector<Edit> edits;
        for (const RecordId report : reports) {
            const qint64 id = scope.reportOf(report.value);
            if (!id)
                return fail(ErrorCode::UnknownRecord);
            addEdits(scope, *by, edits, id);
        }
        scope.append(*by, std::move(edits));
        return {};
    });
}

namespace {

std::vector<RecordId> markedReports(store::Reader& reader, ChangeKind kind, std::span<const qint64> slots)
{
    std::set<RecordId> ids;
    for (const qint64 slot : slots) {
        for (const store::MarkRow& row : store::ownMarks(reader, kind, slot)) {
            const auto* number = std::get_if<qint64>(&row.value);
            const auto* words = std::get_if<std::string>(&row.value);
            if ((number && *number) || (words && !words->empty()))
                ids.insert(RecordId(store::reportOf(reader, row.subject)));
        }
    }
    return {ids.begin(), ids.end()};
}

} // namespace

Result<std::vector<RecordId>> Screening::labelled(LabelId label) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<qint64> slots;
        for (const LabelId any : reader.catalog().allOf(reader.catalog().effective(label)))
            slots.push_back(store::stageSlot(any.value, m_stage));
        return markedReports(reader, ChangeKind::Tag, slots);
    });
}

Result<std::vector<RecordId>> Screening::noted() const
{
    return m_project.store().read([slot = qint64(m_stage)](store::Reader& reader) {
        return markedReports(reader, ChangeKind::Note, {&slot, 1});
    });
}

} // namespace winnow
