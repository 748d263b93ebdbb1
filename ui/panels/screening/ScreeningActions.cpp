// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/ScreeningPanel.h"

#include "panels/screening/NoteField.h"
#include "panels/screening/PickPopover.h"
#include "panels/screening/QueueList.h"
#include "panels/screening/Reader.h"
#include "panels/screening/RecordLinks.h"
#include "panels/screening/ScreeningTools.h"
#include "panels/screening/SidePanel.h"
#include "panels/screening/VoteBar.h"
#include "widgets/Chip.h"
#include "widgets/EmptyState.h"
#include "widgets/SearchField.h"
#include "widgets/VoteButton.h"

#include <QAction>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

/// What keys and buttons do in the room.
namespace winnow::ui {

namespace {

/// From so many on, a vote for all of them is asked about first: Ctrl+A is easily pressed.
constexpr std::size_t askFrom = 100;

} // namespace

bool ScreeningPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // What is a key of this room is not the menu's while the room has the focus; help is the window's.
        const std::optional<Action> action = m_context.keys.actionFor(static_cast<QKeyEvent&>(*event));
        if (action && *action != Action::Help) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && keyPressed(watched, static_cast<const QKeyEvent&>(*event)))
        return true;
    return Panel::eventFilter(watched, event);
}

bool ScreeningPanel::keyPressed(QObject* watched, const QKeyEvent& event)
{
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    auto* button = qobject_cast<QAbstractButton*>(watched);
    if (button && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && !event.isAutoRepeat()) {
        button->click();
        return true;
    }
    if (plain && event.key() == Qt::Key_Space && !button) {
        m_reader->scrollPage(event.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if (event.key() == Qt::Key_F5) {
        m_desk.load();
        return true;
    }
    if (plain && event.key() == Qt::Key_Escape) {
        if (m_list->several())
            m_list->clearMarks();
        else if (!m_tools->find()->text().isEmpty())
            m_tools->find()->clear();
        return true;
    }
    const std::optional<Action> action = m_context.keys.actionFor(event);
    if (!action)
        return false;
    if (*action == Action::NextUnvoted && watched == m_reader && m_reader->onLink())
        return false;
    if (*action == Action::SelectAll && watched == m_reader)
        return false;
    return act(*action);
}

bool ScreeningPanel::act(Action action)
{
    if (const int digit = Keys::reasonDigit(action); digit > 0) {
        voteWithDigit(digit);
        return true;
    }
    switch (action) {
    case Action::Include: vote(Verdict::Include); return true;
    case Action::Maybe: vote(Verdict::Maybe); return true;
    case Action::Exclude: vote(Verdict::Exclude); return true;
    case Action::Undo: m_voting.undo(); return true;
    case Action::Redo: m_voting.redo(); return true;
    case Action::Note: m_side->note()->setFocus(Qt::ShortcutFocusReason); return true;
    case Action::Label: openLabels(); return true;
    case Action::OpenDoi:
    case Action::OpenPubmed:
    case Action::OpenFulltext:
    case Action::OpenLibrary: openLink(action); return true;
    case Action::ZoomIn: zoom(1); return true;
    case Action::ZoomOut: zoom(-1); return true;
    case Action::ZoomReset: zoom(0); return true;
    default: return actOnQueue(action);
    }
}

bool ScreeningPanel::actOnQueue(Action action)
{
    switch (action) {
    case Action::Next: move(1); return true;
    case Action::Previous: move(-1); return true;
    case Action::NextUnvoted: goOn(); return true;
    case Action::First: move(-m_desk.model().rowCount()); return true;
    case Action::Last: move(m_desk.model().rowCount()); return true;
    case Action::Find: find(); return true;
    case Action::LastVotes: toggleLastVotes(); return true;
    case Action::ToggleList: toggleList(); return true;
    case Action::ToggleSelect: m_list->toggleMark(); return true;
    case Action::SelectAll: m_list->selectAll(); return true;
    default: return false;
    }
}

void ScreeningPanel::vote(Verdict verdict, ReasonId reason)
{
    if (const QString why = m_voting.whyNot(); !why.isEmpty())
        return m_bar->warn(why);
    const std::vector<RecordId> reports = target();
    if (reports.empty())
        return;
    if (verdict == Verdict::Exclude && !reason && m_stage == Stage::Fulltext)
        return openReasons();
    if (reports.size() < askFrom)
        return castVote(reports, verdict, reason);
    const QString n = QLocale().toString(qint64(reports.size()));
    const bool out = verdict == Verdict::Exclude;
    const QString verb = out          ? tr("Exclude %1 records").arg(n)
        : verdict == Verdict::Include ? tr("Include %1 records").arg(n)
                                      : tr("Mark %1 records maybe").arg(n);
    m_context.dialogs.confirm(
        {verb + QLatin1Char('?'), tr("Your votes on them are one step: undo takes all back."), verb}, this,
        [this, reports, verdict, reason] { castVote(reports, verdict, reason); });
}

void ScreeningPanel::castVote(const std::vector<RecordId>& reports, Verdict verdict, ReasonId reason)
{
    m_voting.vote(reports, verdict, reason);
    if (m_stage == Stage::Fulltext) {
        for (const RecordId report : reports)
            m_ahead.forget(report); // reading it made it received
    }
    if (m_list->several())
        m_list->clearMarks();
    if (m_context.settings.flag(Setting::AutoAdvance))
        goOn();
    else
        refreshVerdict();
}

void ScreeningPanel::voteWithDigit(int digit)
{
    const std::shared_ptr<const Review> review = m_context.project.review();
    for (const Reason& reason : review->reasonsOf(m_stage)) {
        if (reason.key == digit)
            return vote(Verdict::Exclude, reason.id);
    }
    m_bar->warn(tr("No reason of this stage has the key %1.").arg(digit));
}

void ScreeningPanel::openReasons()
{
    if (const QString why = m_voting.whyNot(); !why.isEmpty())
        return m_bar->warn(why);
    if (target().empty())
        return;
    PickPopover::Offer offer;
    offer.title = m_stage == Stage::Title ? tr("Exclude with a reason") : tr("Why is it excluded?");
    offer.placeholder = tr("Type to narrow, or press a digit");
    offer.none = tr("The team has no reasons for this stage yet: add them under Team.");
    const std::shared_ptr<const Review> review = m_context.project.review();
    const ReasonId mine = m_current ? m_desk.model().vote(m_current).reason : ReasonId();
    for (const Reason& reason : review->reasonsOf(m_stage))
        offer.items.push_back({reason.id.value, reason.text, reason.key, reason.id == mine});
    m_pickingLabels = false;
    const VoteButton* button = m_bar->button(Verdict::Exclude);
    m_popover->open(offer, QRect(button->mapTo(this, QPoint(0, 0)), button->size()));
}

void ScreeningPanel::openLabels()
{
    if (const QString why = m_voting.whyNot(); !why.isEmpty())
        return m_bar->warn(why);
    if (target().empty())
        return;
    PickPopover::Offer offer;
    offer.title = tr("Set or take off a label");
    offer.placeholder = tr("Type a name");
    offer.addVerb = tr("New label “%1”");
    const std::shared_ptr<const Review> review = m_context.project.review();
    const QStringList mine = m_side->labels()->texts();
    for (const Label& label : review->labels)
        offer.items.push_back({label.id.value, label.name, 0, !m_list->several() && mine.contains(label.name)});
    m_pickingLabels = true;
    const QWidget* row = m_side->labels();
    m_popover->open(offer, QRect(row->mapTo(this, QPoint(0, 0)), row->size()));
}

void ScreeningPanel::openLink(Action action)
{
    if (!m_current)
        return;
    const QString library = m_context.settings.text(Setting::LibraryLink);
    if (action == Action::OpenLibrary && library.isEmpty())
        return askLibrary();
    const QUrl url = linkFor(action, m_reader->record(), library);
    if (!url.isEmpty())
        return openUrl(url);
    m_bar->say(action == Action::OpenDoi ? tr("This record has no DOI.")
                                         : tr("This record has no link to a full text."),
               false);
}

void ScreeningPanel::openUrl(const QUrl& url)
{
    if (!QDesktopServices::openUrl(url))
        m_bar->warn(tr("The browser could not be opened for %1.").arg(url.toDisplayString()));
}

void ScreeningPanel::askLibrary()
{
    m_context.dialogs.askText(
        {tr("My library"),
         tr("Address of its link resolver (OpenURL), such as https://resolver.example.org/openurl"),
         {}},
        this, [this](const QString& address) {
            if (address.trimmed().isEmpty())
                return;
            m_context.settings.set(Setting::LibraryLink, address.trimmed());
            openLink(Action::OpenLibrary);
        });
}

void ScreeningPanel::setAside()
{
    const std::vector<RecordId> reports = target();
    if (reports.empty())
        return;
    const QString what = reports.size() == 1 ? tr("Why is this record removed before anybody screens it?")
                                             : tr("Why are these %1 records removed before anybody screens them?")
                                                   .arg(QLocale().toString(qint64(reports.size())));
    m_context.dialogs.choose(
        {tr("Remove before screening"), what, {tr("An automation tool marked it ineligible"), tr("Another reason")}, 0},
        this, [this, reports](int which) {
            const bool tool = which == 0;
            m_context.dialogs.askText(
                {tr("Remove before screening"), tool ? tr("Which tool?") : tr("Which reason?"), {}}, this,
                [this, reports, tool](const QString& text) {
                    m_remarking.setAside(reports, {tool ? SetAside::By::Automation : SetAside::By::Other, text});
                });
        });
}

void ScreeningPanel::toggleList()
{
    const bool on = m_list->isHidden();
    if (!on && m_list->hasFocus())
        m_reader->setFocus();
    m_list->setVisible(on);
    const QString scope
        = m_stage == Stage::Title ? QStringLiteral("screening-title") : QStringLiteral("screening-fulltext");
    m_context.settings.set(Setting::ListShown, on, scope);
    if (on && m_list->row() >= 0)
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void ScreeningPanel::toggleLastVotes()
{
    const QueueFilter now = m_desk.request().filter;
    if (now.kind == QueueFilter::Kind::LastVotes)
        return m_desk.setFilter(m_beforeLastVotes);
    m_beforeLastVotes = now;
    m_desk.setFilter({QueueFilter::Kind::LastVotes, {}});
}

void ScreeningPanel::zoom(int step)
{
    m_context.theme.zoomReading(step);
    m_context.settings.set(Setting::ReadingSize, m_context.theme.readingSize());
}

/// The page of keys is the window's; its action carries the keys that are bound to it.
void ScreeningPanel::askHelp()
{
    const std::vector<QKeySequence> keys = m_context.keys.bindings(Action::Help);
    for (QAction* action : window()->findChildren<QAction*>()) {
        for (const QKeySequence& key : keys) {
            if (action->shortcuts().contains(key))
                return action->trigger();
        }
    }
}

void ScreeningPanel::stepOn(bool other)
{
    const bool title = m_stage == Stage::Title;
    switch (m_nothing) {
    case Nothing::Loading: break;
    case Nothing::EmptyStage: Q_EMIT go(title ? Workspace::Sources : Workspace::Screening); break;
    case Nothing::NoFit: m_desk.setFilter({QueueFilter::Kind::All, {}}); break;
    case Nothing::NotFound: m_tools->find()->clear(); break;
    case Nothing::Done:
        if (m_progress.left > 0)
            m_desk.setFilter({QueueFilter::Kind::Unscreened, {}});
        else if (other)
            Q_EMIT go(title ? Workspace::Fulltexts : Workspace::Report);
        else
            Q_EMIT go(Workspace::Conflicts);
        break;
    }
}

void ScreeningPanel::leaveField()
{
    if (m_pages->currentWidget() == m_reader)
        m_reader->setFocus(Qt::OtherFocusReason);
    else if (m_empty->stepButton()->isVisibleTo(this))
        m_empty->stepButton()->setFocus(Qt::OtherFocusReason);
    else
        m_pages->setFocus(Qt::OtherFocusReason); // until there is something to read
}

} // namespace winnow::ui
