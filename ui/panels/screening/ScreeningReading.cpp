// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/ScreeningPanel.h"

#include "domain/Words.h"
#include "panels/screening/NoteField.h"
#include "panels/screening/QueueList.h"
#include "panels/screening/Reader.h"
#include "panels/screening/ScreeningTools.h"
#include "panels/screening/SidePanel.h"
#include "panels/screening/VoteBar.h"
#include "widgets/EmptyState.h"

#include <QApplication>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

/// What the room shows: the record being read, the pages that stand in for it, and how they follow the project.
namespace winnow::ui {

namespace {

/// As many records as are read ahead of me; at 20 s each that is minutes of reading.
constexpr int readAhead = 20;

} // namespace

void ScreeningPanel::showRow(int row)
{
    const RecordId record = m_desk.model().record(row);
    if (!record || record == m_current)
        return;
    const Result<std::shared_ptr<const ReadPage>> page = m_ahead.page(record);
    m_current = record;
    if (!page) {
        m_reader->clearRecord();
        m_side->clearPage();
        m_pages->setCurrentWidget(m_reader);
        return m_bar->warn(words::sentence(page.error()));
    }
    const bool focus = focusIsHere();
    m_reader->showRecord((*page)->view.record, !m_context.settings.text(Setting::LibraryLink).isEmpty(),
                         (*page)->view.number, findingsOf((*page)->notices, (*page)->entities, (*page)->free));
    m_side->showPage(**page);
    m_pages->setCurrentWidget(m_reader);
    if (focus)
        m_reader->setFocus();
    refreshVerdict();
    prepareNext();
}

/// The focus is where reading is done, or nowhere: a page that takes the reader's place takes it along.
bool ScreeningPanel::focusIsHere() const
{
    const QWidget* focus = QApplication::focusWidget();
    return isVisible() && (!focus || focus == this || focus == m_pages || m_pages->isAncestorOf(focus));
}

void ScreeningPanel::prepareNext()
{
    const QueueModel& model = m_desk.model();
    std::vector<RecordId> next;
    const int from = m_list->row();
    int row = from;
    for (int i = 0; i < readAhead; ++i) {
        const int unvoted = model.nextUnvoted(row);
        if (unvoted < 0 || (unvoted <= row && i > 0))
            break;
        next.push_back(model.record(unvoted));
        row = unvoted;
    }
    next.insert(next.begin() + std::min<std::ptrdiff_t>(1, std::ptrdiff_t(next.size())),
                {model.record(from + 1), model.record(from - 1)});
    m_ahead.prepare(std::move(next));
}

void ScreeningPanel::refreshVerdict()
{
    const QString why = m_voting.whyNot();
    m_bar->setVoting(why.isEmpty() && m_current, m_current ? why : QString());
    m_bar->setVerdict(m_current ? m_desk.model().vote(m_current).verdict : Verdict::None);
    if (m_nothing == Nothing::Done && !m_current && m_desk.model().nextUnvoted(-1) >= 0)
        goTo(m_desk.model().nextUnvoted(-1)); // something came back: the last vote failed or was undone
}

void ScreeningPanel::goTo(int row)
{
    if (row < 0)
        return showNothing(m_desk.atStage() == 0 ? Nothing::EmptyStage : Nothing::NoFit);
    m_list->setRow(row);
    showRow(row);
}

void ScreeningPanel::goOn()
{
    const int next = m_desk.model().nextUnvoted(m_list->row());
    if (next < 0)
        return showNothing(Nothing::Done);
    goTo(next);
}

void ScreeningPanel::move(int rows)
{
    const int last = m_desk.model().rowCount() - 1;
    if (last < 0)
        return;
    // From the page that says all is done, the way back leads to the record that was there before it.
    if (!m_current)
        return goTo(std::clamp(m_list->row(), 0, last));
    goTo(std::clamp(m_list->row() + rows, 0, last));
}

void ScreeningPanel::queueShown(const Progressed& progress)
{
    m_progress = progress;
    m_stale = false;
    m_tools->setProgress(progress);
    m_tools->setStale(false);
    m_tools->setBusy(false);
    m_tools->setFound({});
    const QueueModel& model = m_desk.model();
    const RecordId before = m_current;
    const RecordId wanted = m_wanted ? m_wanted : m_current ? m_current : m_desk.place();
    const bool insist = bool(m_wanted);
    m_wanted = {};
    m_current = {};
    int row = model.rowOf(wanted);
    if (row < 0 && insist && m_desk.request().filter.kind != QueueFilter::Kind::All) {
        m_wanted = wanted;
        return m_desk.setFilter({QueueFilter::Kind::All, {}});
    }
    if (row < 0)
        row = std::max(model.nextUnvoted(-1), model.rowCount() > 0 ? 0 : -1);
    if (model.rowCount() == 0) {
        const bool unscreened = m_desk.request().filter.kind == QueueFilter::Kind::Unscreened;
        return showNothing(m_desk.atStage() == 0 ? Nothing::EmptyStage : unscreened ? Nothing::Done : Nothing::NoFit);
    }
    if (model.record(row) != before)
        m_ahead.forgetAll();
    goTo(row);
}

void ScreeningPanel::queueNarrowed(const QString& said)
{
    m_tools->setFound(said);
    const QueueModel& model = m_desk.model();
    if (model.rowCount() == 0)
        return showNothing(Nothing::NotFound);
    const int row = std::max(0, model.rowOf(m_current ? m_current : m_desk.place()));
    m_list->setRow(row);
    showRow(row);
}

void ScreeningPanel::sayDone()
{
    const qint64 left = m_progress.left;
    if (left > 0) {
        m_empty->setTitle(tr("Nothing left in this list"));
        m_empty->setSentence(
            left == 1 ? tr("You have voted on everything in it; one record of this stage still waits for you.")
                      : tr("You have voted on everything in it; %1 records of this stage still wait for you.")
                            .arg(QLocale().toString(left)));
        m_empty->setStep(tr("Show what is unscreened"));
        m_empty->setOtherStep({});
        return;
    }
    m_empty->setTitle(tr("All done"));
    m_empty->setSentence(tr("You have voted on all %1 records of this stage. Where you and others disagree is settled "
                            "under Conflicts.")
                             .arg(QLocale().toString(m_desk.atStage())));
    m_empty->setStep(tr("Go to conflicts"));
    m_empty->setOtherStep(m_stage == Stage::Title ? tr("Go to full texts") : tr("Go to the report"));
}

void ScreeningPanel::showNothing(Nothing what)
{
    m_nothing = what;
    m_current = {};
    m_side->clearPage();
    const QString n = QLocale().toString(m_desk.atStage());
    const bool title = m_stage == Stage::Title;
    m_empty->setSign(what == Nothing::Done ? Sign::Ok : what == Nothing::NotFound ? Sign::Find : Sign::Screening);
    m_empty->setOtherStep({});
    m_empty->setStep({});
    switch (what) {
    case Nothing::Loading:
        m_empty->setTitle(tr("Reading the queue"));
        m_empty->setSentence({});
        break;
    case Nothing::EmptyStage:
        m_empty->setTitle(title ? tr("Nothing to screen yet") : tr("No full texts yet"));
        m_empty->setSentence(title ? tr("Records appear here as soon as a search result has been imported.")
                                   : tr("Reports appear here when they have passed title and abstract."));
        m_empty->setStep(title ? tr("Import records") : tr("Screen titles and abstracts"));
        break;
    case Nothing::NoFit:
        m_empty->setTitle(tr("No record fits"));
        m_empty->setSentence(tr("None of the %1 records of this stage is in this list.").arg(n));
        m_empty->setStep(tr("Show all records"));
        break;
    case Nothing::NotFound:
        m_empty->setTitle(tr("Nothing found"));
        m_empty->setSentence(tr("No record of this list holds the words “%1”.").arg(m_desk.words()));
        m_empty->setStep(tr("Back to the whole list"));
        break;
    case Nothing::Done: sayDone(); break;
    }
    const bool focus = focusIsHere();
    m_pages->setCurrentWidget(m_empty);
    if (focus && what != Nothing::Loading)
        m_empty->stepButton()->setFocus();
    m_bar->setVoting(false);
    m_bar->setVerdict(Verdict::None);
}

void ScreeningPanel::readAgain(const std::vector<RecordId>& reports)
{
    for (const RecordId report : reports)
        m_ahead.forget(report);
    if (std::find(reports.begin(), reports.end(), m_current) == reports.end())
        return;
    if (const Result<std::shared_ptr<const ReadPage>> page = m_ahead.page(m_current)) {
        m_side->showPage(**page);
        m_reader->setFindings(findingsOf((*page)->notices, (*page)->entities, (*page)->free));
    }
}

void ScreeningPanel::refreshLists()
{
    const std::shared_ptr<const Review> review = m_context.project.review();
    m_side->setReview(review, m_context.project.me());
    m_tools->setWritable(m_context.whyNot(Right::Work));
    m_side->setWritable(m_voting.whyNot(), m_context.whyNot(Right::Work));
    m_tools->setRequest(m_desk.request(), review->labels);
    refreshVerdict();
}

void ScreeningPanel::projectChanged(const QList<qint64>& reports, bool lists)
{
    if (lists)
        refreshLists();
    if (m_voting.wasMine() || m_remarking.wasMine() || !m_desk.loaded())
        return;
    std::vector<RecordId> touched;
    for (const qint64 report : reports)
        touched.emplace_back(report);
    if (lists)
        m_ahead.forgetAll();
    readAgain(touched);
    m_voting.readVotes();
    const Result<Progressed> now = Screening(m_context.project, m_stage).progress();
    m_stale = now && now->done + now->left != m_desk.atStage();
    m_tools->setStale(m_stale);
    // An empty room fills by itself; what somebody reads is never taken from under the eyes.
    if (m_stale && m_nothing == Nothing::EmptyStage && !m_current)
        m_desk.load();
}

void ScreeningPanel::jump(RecordId record, bool other)
{
    if (other)
        m_ahead.forgetAll();
    else
        m_ahead.forget(record);
    if (!record)
        return readAgain({m_current});
    // A vote stands on one of the records that make up the report.
    if (const Result<std::shared_ptr<const ReadPage>> page = m_ahead.page(record))
        record = (*page)->view.report;
    const int row = m_desk.model().rowOf(record);
    if (row < 0) {
        m_wanted = record;
        return m_desk.load();
    }
    if (record == m_current)
        readAgain({record});
    else
        goTo(row);
    refreshVerdict();
}

std::vector<RecordId> ScreeningPanel::target() const
{
    if (m_list->several())
        return m_list->chosen();
    return m_current ? std::vector<RecordId>{m_current} : std::vector<RecordId>();
}

} // namespace winnow::ui
