// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AppraisalSheets.h"
#include "project/ShortNames.h"
#include "project/Writing.h"
#include "store/Pairs.h"
#include "store/RecordRows.h"

#include <algorithm>

namespace winnow {
namespace {

using store::Change;
using store::ChangeKind;

struct Log {
    std::vector<Change> answered, judged, settled, opened;
};

Log logOf(store::Reader& reader, AppraisalId id)
{
    return {store::appraisalChanges(reader, ChangeKind::Answered, id.value),
            store::appraisalChanges(reader, ChangeKind::Judged, id.value),
            store::appraisalChanges(reader, ChangeKind::Settled, id.value),
            store::appraisalChanges(reader, ChangeKind::AppraisalOpened, id.value)};
}

/// Answers as they were when the last thing was settled, and as they are now, say whether the consensus still stands:
/// a change that was undone since does not reopen it.
AppraisalState stateOf(const Log& log, const Consensus& consensus)
{
    if (log.opened.empty())
        return AppraisalState::Blind;
    if (!consensus.clashing.isEmpty())
        return AppraisalState::DecidedTwice;
    if (!consensus.last)
        return AppraisalState::Opened;
    const bool same = sheetsUpTo(log.answered, log.judged, consensus.last) == sheetsUpTo(log.answered, log.judged, {});
    return same ? AppraisalState::Settled : AppraisalState::Reopened;
}

Result<AppraisalView> viewIn(store::Reader& reader, const Appraisal& appraisal)
{
    const auto instrument = keptInstrument(reader.db(), appraisal.instrument);
    if (!instrument)
        return Failure(instrument.error());
    const Log log = logOf(reader, appraisal.id);
    const Consensus consensus = consensusOf(log.settled, *instrument, appraisal.variant);
    AppraisalView view{.appraisal = appraisal};
    view.state = stateOf(log, consensus);
    view.consensus = consensus.sheet;
    view.clashing = consensus.clashing;
    view.mine.by = reader.viewer();
    for (AppraisalSheet& sheet : sheetsUpTo(log.answered, log.judged, {})) {
        if (sheet.by == reader.viewer())
            view.mine = std::move(sheet);
        else
            view.others.push_back(std::move(sheet));
    }
    if (!log.opened.empty())
        view.independent = sheetsUpTo(log.answered, log.judged, log.opened.front().id);
    return view;
}

} // namespace

Result<AppraisalView> Appraisals::view(AppraisalId id) const
{
    const auto list = all();
    if (!list)
        return Failure(list.error());
    const auto here = std::find_if(list->begin(), list->end(), [id](const Appraisal& a) { return a.id == id; });
    if (here == list->end())
        return fail(ErrorCode::BadInput, {}, QStringLiteral("an appraisal that is not in this review"));
    return m_project.store().read([&](store::Reader& reader) { return viewIn(reader, *here); });
}

Result<std::vector<AppraisalView>> Appraisals::views() const
{
    const auto list = all();
    if (!list)
        return Failure(list.error());
    return m_project.store().read([&](store::Reader& reader) -> Result<std::vector<AppraisalView>> {
        std::vector<AppraisalView> views;
        for (const Appraisal& one : *list) {
            auto view = viewIn(reader, one);
            if (!view)
                return Failure(view.error());
            views.push_back(std::move(*view));
        }
        return views;
    });
}

Result<RecordId> Appraisals::studyNamed(const QString& name) const
{
    const QString said = name.simplified();
    const auto grouped = m_project.store().read([&said](store::Reader& reader) {
        const Study* study = reader.catalog().study(said);
        const auto reports = study ? store::reportsOfStudy(reader.db(), study->id.value) : std::vector<qint64>();
        return reports.empty() ? store::recordNamed(reader.catalog(), said) : RecordId(reports.front());
    });
    if (!grouped || *grouped)
        return grouped;
    const auto names = shortNames(m_project);
    if (!names)
        return Failure(names.error());
    for (auto it = names->begin(); it != names->end(); ++it) {
        if (it.value().compare(said, Qt::CaseInsensitive) == 0)
            return RecordId(it.key());
    }
    return fail(ErrorCode::UnknownRecord, name);
}

Result<QString> Appraisals::nameOfStudy(RecordId record) const
{
    const auto names = shortNames(m_project);
    if (!names)
        return Failure(names.error());
    return m_project.store().read([&](store::Reader& reader) {
        const qint64 report = store::reportOf(reader, record.value);
        const StudyId id(store::studyOf(reader.db(), report));
        for (const Study& study : reader.catalog().studies) {
            if (study.id == id)
                return study.name;
        }
        const auto named = names->constFind(report);
        return named != names->constEnd() ? *named : QStringLiteral("#%1").arg(reader.catalog().numberOf(record.value));
    });
}

AppraisalOutcome outcomeOf(const AppraisalView& view, const appraisal::Judge& judge)
{
    if (view.state != AppraisalState::Settled)
        return {judge.judge(view.mine.filling()), view.mine.by};
    return {judge.judge(view.consensus.filling()), {}};
}

} // namespace winnow
