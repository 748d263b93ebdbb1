// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/DuplicatesPanel.h"

#include "domain/Words.h"
#include "models/RecordsModel.h"
#include "panels/duplicates/AcceptRow.h"
#include "panels/duplicates/PairSide.h"
#include "panels/duplicates/Parting.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

/// What a person does with a pair, and the keys for it.
namespace winnow::ui {

namespace {

/// What is undone here: a room undoes what was done in it.
bool isOfPairs(const History::Step& step)
{
    static const QStringList kinds{QStringLiteral("join"),          QStringLiteral("judgement"),
                                   QStringLiteral("doubtful pair"), QStringLiteral("compared"),
                                   QStringLiteral("study"),         QStringLiteral("study name")};
    return kinds.contains(step.kind);
}

} // namespace

void DuplicatesPanel::perform(std::function<Result<int>()> work, const QString& done)
{
    m_context.hands.over(this, std::move(work), [this, done](const Result<int>& steps) {
        if (!steps)
            return m_banner->say(words::sentence(steps.error()), Tone::Exclude);
        m_steps = *steps;
        choose(); // at once: the next key finds its button as the pair stands now
        m_banner->say(done);
        m_banner->offer(tr("undo"), m_context.keys.keyText(Action::Undo));
        readLists();
    });
}

/// A key that the role does not allow says so, as the button's tooltip does.
bool DuplicatesPanel::mayChange()
{
    const QString whyNot = m_context.whyNot(Right::Work);
    if (!whyNot.isEmpty())
        m_banner->say(whyNot, Tone::Exclude);
    return whyNot.isEmpty();
}

void DuplicatesPanel::judge(bool same)
{
    const ShownPair pair = current();
    if (!pair.record || !mayChange() || !m_side->mayJudge(same))
        return;
    const bool whole = m_list == PairList::Joined && !same;
    if (m_list == PairList::Joined && !same)
        m_parted[pair.record] = pair.partner;
    else if (m_list == PairList::Joined)
        m_parted.erase(pair.record);
    perform(
        [project = &m_context.project, pair, same, whole]() -> Result<int> {
            if (whole)
                return partFromReport(*project, pair.record);
            const auto judged = Duplicates(*project).judge(pair.partner, pair.record, same);
            return judged ? Result<int>(1) : Result<int>(Failure(judged.error()));
        },
        same ? tr("Same: joined.") : tr("Different: two reports."));
}

void DuplicatesPanel::link()
{
    const ShownPair pair = current();
    if (!pair.record || !mayChange() || !m_side->mayLink())
        return;
    perform(
        [project = &m_context.project, pair]() -> Result<int> {
            const auto linked = Duplicates(*project).link(pair.partner, pair.record);
            return linked ? Result<int>(1) : Result<int>(Failure(linked.error()));
        },
        tr("Two reports of one study."));
}

void DuplicatesPanel::acceptAbove(double score)
{
    perform(
        [project = &m_context.project, score]() -> Result<int> {
            const auto accepted = Duplicates(*project).acceptAbove(score);
            return accepted ? Result<int>(1) : Result<int>(Failure(accepted.error()));
        },
        tr("Joined %1.").arg(m_accept->above()));
    m_focusList = true;
}

void DuplicatesPanel::sayUndone()
{
    m_parted.clear();
    sayFound({});
    m_banner->say(tr("Undone."));
    readLists();
}

/// What a run joined takes a while: that is a job. All else is undone at once.
void DuplicatesPanel::undo()
{
    m_context.hands.over(
        this, [project = &m_context.project] { return History(*project).nextToUndo(); },
        [this](const Result<History::Step>& next) {
            if (!next || !History::isLong(*next))
                undoSteps();
            else if (!running())
                undoRun();
        });
}

void DuplicatesPanel::undoSteps()
{
    m_context.hands.over(
        this,
        [project = &m_context.project, steps = std::exchange(m_steps, 1)] {
            auto undone = History(*project).undo(isOfPairs);
            for (int step = 1; step < steps && undone; ++step)
                undone = History(*project).undo(isOfPairs);
            return undone;
        },
        [this](const Result<History::Step>& undone) {
            if (!undone)
                return m_banner->say(words::sentence(undone.error()), Tone::Exclude);
            sayUndone();
        });
}

void DuplicatesPanel::undoRun()
{
    m_result.reset();
    m_job = m_context.jobs.start(tr("undoing joins"),
                                 [project = &m_context.project](const JobContext& job) -> Result<void> {
                                     const auto undone = History(*project).undo(isOfPairs, job);
                                     return undone ? Result<void>() : Result<void>(Failure(undone.error()));
                                 });
    m_find->setEnabled(false);
    sayFound(tr("Undoing …"));
}

void DuplicatesPanel::goTo(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, 0));
}

bool DuplicatesPanel::act(QKeyEvent* event)
{
    const auto action = m_context.keys.actionFor(*event, Keys::Room::Pairs);
    if (!action || m_pages->currentIndex() != 0)
        return false;
    const int row = m_table->currentIndex().row();
    switch (*action) {
    case Action::Same: judge(true); return true;
    case Action::Different: judge(false); return true;
    case Action::LinkStudy: link(); return true;
    case Action::Undo: undo(); return true;
    case Action::Skip:
    case Action::Next: goTo(row + 1); return true;
    case Action::Previous: goTo(row - 1); return true;
    default: return false;
    }
}

bool DuplicatesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && act(static_cast<QKeyEvent*>(event)))
        return true;
    return Panel::eventFilter(watched, event);
}

void DuplicatesPanel::keyPressEvent(QKeyEvent* event)
{
    if (!act(event))
        Panel::keyPressEvent(event);
}

} // namespace winnow::ui
