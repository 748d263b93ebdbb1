// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/AppraisalPanel.h"

#include "domain/Words.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/VersionPage.h"
#include "project/Instruments.h"
#include "widgets/Banner.h"
#include "widgets/Segmented.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>

#include <algorithm>

/// What is read beside the window, and what is there to go to a newer version of an instrument.
namespace winnow::ui {

void AppraisalPanel::refresh()
{
    // What is on its way to the file is shown already; only another person is shown something else at once.
    const ReviewerId me = m_context.project.me();
    m_stale = m_unsaved > 0;
    if (m_stale && me == m_shownTo)
        return;
    ++m_readings;
    m_reading.over(
        this,
        [project = &m_context.project]() -> Result<State> {
            const Appraisals appraisals(*project);
            auto studies = studiesToAppraise(*project);
            auto views = appraisals.views();
            auto kept = appraisals.instruments();
            if (!studies || !views || !kept)
                return Failure(!studies ? studies.error() : !views ? views.error() : kept.error());
            auto own = ownInstruments(*project);
            auto moves = own ? movesToNewest(*project, *studies, *views) : Failure(own.error());
            if (!moves)
                return Failure(moves.error());
            State state{std::move(*studies), std::move(*views), std::move(*kept), std::move(*own), std::move(*moves)};
            return state;
        },
        [this, me, sent = m_sent](const Result<State>& state) {
            --m_readings;
            if (!state)
                return m_banner->say(words::sentence(state.error()), Tone::Exclude);
            if (sent == m_sent || me != m_shownTo)
                take(*state);
            if (sent != m_sent)
                refresh(); // something was said since
        });
}

void AppraisalPanel::take(State state)
{
    m_state = std::move(state);
    m_shownTo = m_context.project.me();
    const bool any = !m_state.studies.empty();
    m_instrument->setVisible(any);
    m_view->setVisible(any);
    listInstruments();
    fillGrid();
    showView();
    if (m_carrying && movesHere())
        m_versionPage->show(*movesHere());
    else if (m_carrying)
        leaveVersions(); // somebody else was quicker
    if (any && isVisible() && m_view->current() == Assessing && !isAncestorOf(QApplication::focusWidget()))
        m_grid->setFocus();
}

const VersionMoves* AppraisalPanel::movesHere() const
{
    const auto found = std::find_if(m_state.moves.begin(), m_state.moves.end(), [this](const VersionMoves& one) {
        return m_judge && one.to.id == m_judge->instrument().id;
    });
    return found == m_state.moves.end() ? nullptr : &*found;
}

/// Whoever looks at either version is told, once for each.
void AppraisalPanel::showNewer()
{
    const VersionMoves* here = m_view->current() == Assessing ? movesHere() : nullptr;
    const QString text = !here ? QString()
                               : tr("Assessments under an older version of %1: %2. Their answers can go to version %3.")
                                     .arg(here->to.name)
                                     .arg(here->moves.size())
                                     .arg(here->to.version);
    if (text == m_newer->text())
        return;
    m_newer->say(text, Tone::Maybe);
    if (here)
        m_newer->offer(tr("Carry answers over…"));
}

void AppraisalPanel::showVersions()
{
    const VersionMoves* here = movesHere();
    if (!here)
        return;
    m_carrying = true;
    m_versionPage->show(*here);
    showCurrent();
    m_versionPage->focusList();
}

void AppraisalPanel::leaveVersions()
{
    m_carrying = false;
    showCurrent();
    m_grid->setFocus();
}

/// Behind it the newer version is chosen, with the first of them.
void AppraisalPanel::carryOver(const std::vector<AppraisalId>& from)
{
    const VersionMoves* here = movesHere();
    if (!here || from.empty())
        return;
    m_carrying = false;
    write([project = &m_context.project, to = here->to, from] { return moveTo(*project, to, from); },
          [this, to = here->to](const Result<Moved>& moved) {
              if (!moved) {
                  m_banner->say(words::sentence(moved.error()), Tone::Exclude);
                  return refresh();
              }
              m_wantedVersion = {to.id, to.version};
              m_wanted = moved->appraisals.front();
              m_banner->say(tr("%1 answers and judgements carried over to version %2 (Ctrl+Z takes them back).")
                                .arg(moved->said + moved->agreed)
                                .arg(to.version));
              refresh();
          });
    m_grid->setFocus();
}

void AppraisalPanel::chooseWantedVersion()
{
    if (!m_wantedVersion)
        return;
    const auto [id, version] = *std::exchange(m_wantedVersion, std::nullopt);
    for (std::size_t i = 0; i < m_offered.size(); ++i) {
        if (m_offered[i].id == id && m_offered[i].version == version)
            m_instrument->setCurrentIndex(int(i));
    }
    chooseInstrument();
}

} // namespace winnow::ui
