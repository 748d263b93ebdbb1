// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/conflicts/ConflictsPanel.h"

#include "models/ConflictsModel.h"
#include "panels/conflicts/ResolveBar.h"
#include "project/Records.h"
#include "widgets/Banner.h"

#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>

#include <span>

/// What a person does with a conflict, and the keys for it.
namespace winnow::ui {

void ConflictsPanel::resolve(Verdict verdict, ReasonId reason)
{
    if (!m_current || !m_bar->mayResolve())
        return;
    m_context.hands.over(
        this,
        [project = &m_context.project, stage = m_stage, how = m_bar->how(),
         decision = Conflicts::Decision{m_current, verdict, reason}]() -> Result<void> {
            const auto outcome = Conflicts(*project, stage).resolve(std::span(&decision, 1), how);
            if (!outcome)
                return Failure(outcome.error());
            return outcome->rejected.empty() ? Result<void>() : Result<void>(Failure(outcome->rejected.front().error));
        },
        [this, report = m_current, verdict](const Result<void>& done) {
            if (!done)
                return m_bar->banner()->say(words::sentence(done.error()), Tone::Exclude);
            afterResolving(report, verdict);
        });
}

void ConflictsPanel::afterResolving(RecordId report, Verdict verdict)
{
    ++m_settlings;
    m_model->setSettled(report, verdict);
    m_bar->banner()->say(tr("Settled: %1.").arg(words::name(verdict)));
    m_bar->banner()->offer(tr("undo"), m_context.keys.keyText(Action::Undo));
    const int next = m_model->nextUnsettled(m_model->rowOf(report));
    if (next >= 0 && report == m_current)
        m_list->setCurrentIndex(m_model->index(next));
    else if (next < 0)
        m_bar->banner()->say(tr("All opened conflicts of this stage are settled."));
}

void ConflictsPanel::undo()
{
    m_context.hands.over(
        this,
        [project = &m_context.project, stage = m_stage] {
            return History(*project).undo([stage](const History::Step& step) {
                return step.kind == QLatin1String("resolution") && step.stage == stage;
            });
        },
        [this](const Result<History::Step>& undone) {
            if (!undone)
                return m_bar->banner()->say(words::sentence(undone.error()), Tone::Exclude);
            const auto view = Records(m_context.project).record(undone->record);
            const RecordId report = view ? view->report : undone->record;
            m_model->setSettled(report, Verdict::None);
            if (const int row = m_model->rowOf(report); row >= 0)
                m_list->setCurrentIndex(m_model->index(row));
            m_bar->banner()->say(tr("Undone."));
        });
}

void ConflictsPanel::move(int by)
{
    const int row = m_list->currentIndex().row() + by;
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

bool ConflictsPanel::act(QKeyEvent* event)
{
    if (m_pages->currentIndex() != Opened)
        return false;
    const auto action = m_context.keys.actionFor(*event);
    if (!action)
        return false;
    if (const int digit = Keys::reasonDigit(*action)) {
        openCard(size_t(digit) - 1);
        return true;
    }
    switch (*action) {
    case Action::Include: resolve(Verdict::Include, {}); return true;
    case Action::Exclude: m_bar->openReasons(); return true;
    case Action::Undo: undo(); return true;
    case Action::Next: move(1); return true;
    case Action::Previous: move(-1); return true;
    case Action::NextUnvoted:
        if (const int next = m_model->nextUnsettled(m_list->currentIndex().row()); next >= 0)
            m_list->setCurrentIndex(m_model->index(next));
        return true;
    default: return false;
    }
}

bool ConflictsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (act(key))
            return true;
        return key->text().size() == 1 && key->text().at(0).isPrint(); // no type-ahead
    }
    return Panel::eventFilter(watched, event);
}

void ConflictsPanel::keyPressEvent(QKeyEvent* event)
{
    if (!act(event))
        Panel::keyPressEvent(event);
}

} // namespace winnow::ui
