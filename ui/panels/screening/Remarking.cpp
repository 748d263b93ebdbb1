// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/Remarking.h"

#include "domain/Words.h"
#include "project/Setup.h"

#include <QDateTime>
#include <QLocale>

namespace winnow::ui {

namespace {

using Outcome = Result<Screening::BulkOutcome>;

/// The answer of a call that speaks of `n` reports at once.
Outcome whole(const Result<void>& result, std::size_t n)
{
    if (!result)
        return Failure(result.error());
    return Screening::BulkOutcome{qint64(n), {}};
}

QString number(qint64 n)
{
    return QLocale().toString(n);
}

} // namespace

Remarking::Remarking(const PanelContext& context, Stage stage, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_stage(stage)
{
}

bool Remarking::may(Right right)
{
    const QString why = m_context.whyNot(right);
    if (!why.isEmpty())
        Q_EMIT failed(why);
    return why.isEmpty();
}

bool Remarking::wasMine()
{
    if (m_expected == 0)
        return false;
    --m_expected;
    return true;
}

void Remarking::run(Right right, const RecordIds& reports, std::function<Outcome(Project&)> work,
                    std::function<void(const Screening::BulkOutcome&)> done)
{
    if (reports.empty() || !may(right))
        return;
    ++m_underway;
    ++m_expected;
    m_context.hands.over(
        this, [project = &m_context.project, work = std::move(work)] { return work(*project); },
        [this, reports, done = std::move(done)](const Outcome& outcome) {
            if (--m_underway == 0)
                m_expected = 0; // a commit is told of before the answer comes
            Q_EMIT changed(reports);
            if (!outcome)
                return Q_EMIT failed(words::sentence(outcome.error()));
            if (outcome->applied > 0)
                done(*outcome);
            if (!outcome->rejected.empty())
                Q_EMIT failed(words::sentence(outcome->rejected.front().error));
        });
}

void Remarking::note(RecordId report, const QString& text)
{
    run(
        Right::Vote, {report},
        [stage = m_stage, report, text](Project& p) { return whole(Screening(p, stage).note(report, text), 1); },
        [this](const auto&) { Q_EMIT said(tr("Note saved"), true); });
}

void Remarking::tick(RecordId report, CriterionId criterion, Tick tick)
{
    run(
        Right::Vote, {report},
        [stage = m_stage, report, criterion, tick](Project& p) {
            return whole(Screening(p, stage).tick(report, criterion, tick), 1);
        },
        [](const auto&) {});
}

void Remarking::label(const RecordIds& reports, LabelId label, bool on)
{
    const std::shared_ptr<const Review> review = m_context.project.review();
    const Label* known = review->label(label);
    const QString name = known ? known->name : QString();
    run(
        Right::Vote, reports,
        [stage = m_stage, reports, label, on](Project& p) {
            return whole(Screening(p, stage).label(reports, label, on), reports.size());
        },
        [this, on, name, n = reports.size()](const auto&) {
            if (n == 1)
                Q_EMIT said(on ? tr("Labelled “%1”").arg(name) : tr("Label “%1” taken off").arg(name), true);
            else
                Q_EMIT said((on ? tr("%1 records labelled “%2”") : tr("Label “%2” taken off %1 records"))
                                .arg(number(qint64(n)), name),
                            true);
        });
}

void Remarking::labelNamed(const RecordIds& reports, const QString& name)
{
    const QString wanted = name.simplified();
    const std::shared_ptr<const Review> review = m_context.project.review();
    if (wanted.isEmpty())
        return;
    if (const Label* known = review->label(wanted))
        return label(reports, known->id, true);
    run(
        Right::Vote, reports,
        [stage = m_stage, reports, wanted](Project& p) -> Outcome {
            const Result<LabelId> added = Setup(p).addLabel(wanted);
            if (!added)
                return Failure(added.error());
            return whole(Screening(p, stage).label(reports, *added, true), reports.size());
        },
        [this, wanted](const auto&) { Q_EMIT said(tr("Labelled “%1”, a new label of the team").arg(wanted), true); });
}

void Remarking::setAside(const RecordIds& reports, const SetAside& how)
{
    run(
        Right::Work, reports, [reports, how](Project& p) { return winnow::Reports(p).setAside(reports, how); },
        [this, reports, how](const Screening::BulkOutcome& outcome) {
            RecordIds gone = reports;
            for (const Screening::Rejected& rejected : outcome.rejected)
                gone[rejected.index] = {};
            std::erase(gone, RecordId());
            Q_EMIT left(gone);
            Q_EMIT said(outcome.applied == 1
                            ? tr("Removed before screening — %1").arg(how.text)
                            : tr("%1 records removed before screening — %2").arg(number(outcome.applied), how.text),
                        true);
        });
}

void Remarking::retrieve(const RecordIds& reports, RetrievalState state)
{
    state.date = QDateTime::fromMSecsSinceEpoch(m_context.project.clock().now()).date();
    run(
        Right::Work, reports,
        [reports, state](Project& p) {
            std::vector<winnow::Reports::RetrievalRequest> requests;
            for (const RecordId report : reports)
                requests.push_back({report, state});
            return winnow::Reports(p).setRetrieval(requests);
        },
        [this, state](const Screening::BulkOutcome& outcome) {
            const QString name = words::name(state.state);
            Q_EMIT said(outcome.applied == 1 ? tr("Full text: %1").arg(name.toLower())
                                             : tr("%1 full texts: %2").arg(number(outcome.applied), name.toLower()),
                        true);
        });
}

void Remarking::classify(const RecordIds& reports, Classification classification)
{
    run(
        Right::Vote, reports,
        [reports, classification](Project& p) { return winnow::Reports(p).classify(reports, classification); },
        [this, classification](const Screening::BulkOutcome& outcome) {
            const bool none = classification == Classification::None;
            const QString name = words::name(classification);
            if (none)
                Q_EMIT said(tr("Classification taken off"), true);
            else
                Q_EMIT said(outcome.applied == 1 ? name : tr("%1 records: %2").arg(number(outcome.applied), name),
                            true);
        });
}

void Remarking::group(const RecordIds& reports, const QString& study)
{
    const QString name = study.simplified();
    run(
        Right::Vote, reports,
        [reports, name](Project& p) {
            std::vector<winnow::Reports::GroupRequest> requests;
            for (const RecordId report : reports)
                requests.push_back({report, name});
            return winnow::Reports(p).group(requests);
        },
        [this, name](const Screening::BulkOutcome& outcome) {
            if (name.isEmpty())
                Q_EMIT said(tr("A study of its own again"), true);
            else
                Q_EMIT said(outcome.applied == 1 ? tr("Grouped with %1").arg(name)
                                                 : tr("%1 reports grouped with %2").arg(number(outcome.applied), name),
                            true);
        });
}

} // namespace winnow::ui
