// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/AppraisalPanel.h"

#include "domain/Words.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/JudgementRow.h"
#include "project/Records.h"
#include "widgets/Banner.h"
#include "widgets/Segmented.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>

#include <utility>

/// What a person does with an assessment, and the keys for it.
namespace winnow::ui {

namespace {

/// What is undone here: a room undoes what was done in it.
bool isOfAppraising(const History::Step& step)
{
    return step.kind.startsWith(QLatin1String("appraisal")) || step.kind == QLatin1String("appraiser")
        || step.kind == QLatin1String("instrument");
}

/// What all appraisers have said alike and is not agreed on yet, with what is agreed on now: one step.
std::map<QString, Said> agreeing(const AppraisalView& view, const QString& key, const Said& said)
{
    std::map<QString, Said> agreed{{key, said}};
    std::vector<AppraisalSheet> all = view.others;
    if (!view.mine.empty())
        all.push_back(view.mine);
    if (all.empty())
        return agreed;
    for (const auto& [item, answer] : all.front().answers) {
        const bool alike = std::all_of(all.begin(), all.end(), [&item = item, &answer = answer](const auto& sheet) {
            const auto other = sheet.answers.find(item);
            return other != sheet.answers.end() && other->second.value == answer.value;
        });
        if (alike && !view.consensus.answers.contains(item) && !agreed.contains(item))
            agreed[item] = {answer.value, {}, {}};
    }
    return agreed;
}

} // namespace

void AppraisalPanel::begin()
{
    const GridRow* row = currentRow();
    if (!row || !m_judge)
        return;
    write(
        [project = &m_context.project, study = row->study.record, judge = m_judge,
         result = m_begin->result()]() -> Result<AppraisalId> {
            Appraisals appraisals(*project);
            const auto kept = appraisals.keep(judge->instrument());
            if (!kept)
                return Failure(kept.error());
            return appraisals.begin({study, *kept, judge->variant(), result});
        },
        [this](const Result<AppraisalId>& id) {
            if (!id)
                return m_banner->say(words::sentence(id.error()), Tone::Exclude);
            m_beginAnother = false;
            m_wanted = *id;
            m_grid->setFocus();
            refresh();
        });
}

void AppraisalPanel::say(const QString& key, const Said& said)
{
    const GridRow* row = currentRow();
    if (!row || !row->view)
        return;
    const AppraisalId id = row->view->appraisal.id;
    if (sheetKind() == SheetKind::Agreed)
        return settle(id, key, said);
    showSaid(key, said);
    write(
        [project = &m_context.project, id, key, said]() -> Result<AppraisalView> {
            Appraisals appraisals(*project);
            if (auto done = appraisals.say(id, {{key, said}}); !done)
                return Failure(done.error());
            return appraisals.view(id);
        },
        [this, sent = m_sent + 1](const Result<AppraisalView>& view) {
            if (sent == m_sent || !view)
                takeView(view);
        });
}

/// The next key finds the form as it then stands: questions that are skipped now, the next open one.
void AppraisalPanel::showSaid(const QString& key, const Said& said)
{
    AppraisalView view = *currentRow()->view;
    const bool item = appraisal::findItem(m_judge->instrument(), m_judge->variant(), key) != nullptr;
    AppraisalSheet& sheet = sheetKind() == SheetKind::Mine ? view.mine : view.consensus;
    auto& part = item ? sheet.answers : sheet.judgements;
    if (said.value.isEmpty())
        part.erase(key);
    else
        part[key] = said;
    keepView(view);
    showCurrent();
}

/// Filters and orders work on what was read: it says the same as the row at once.
void AppraisalPanel::keepView(const AppraisalView& view)
{
    for (AppraisalView& known : m_state.views) {
        if (known.appraisal.id == view.appraisal.id)
            known = view;
    }
    if (const int row = m_model->rowOf(view.appraisal.id); row >= 0)
        m_model->setView(row, view);
}

void AppraisalPanel::settle(AppraisalId id, const QString& key, const Said& said)
{
    const std::map<QString, Said> agreed = agreeing(*currentRow()->view, key, said);
    showSaid(key, said);
    write(
        [project = &m_context.project, id, agreed]() -> Result<AppraisalView> {
            Appraisals appraisals(*project);
            if (auto done = appraisals.settle(id, agreed); !done)
                return Failure(done.error());
            return appraisals.view(id);
        },
        [this, sent = m_sent + 1](const Result<AppraisalView>& view) {
            if (sent == m_sent || !view)
                takeView(view);
        });
}

void AppraisalPanel::askOpen()
{
    const GridRow* row = currentRow();
    if (!row || !row->view)
        return;
    const AppraisalId id = row->view->appraisal.id;
    const Confirmation question{tr("Compare the assessments of %1?").arg(row->study.name),
                                tr("What each appraiser has said is frozen for agreement and may be seen from now on. "
                                   "This cannot be undone."),
                                tr("Compare")};
    m_context.dialogs.confirm(question, this, [this, id] {
        write(
            [project = &m_context.project, id]() -> Result<AppraisalView> {
                Appraisals appraisals(*project);
                if (auto opened = appraisals.open(id); !opened)
                    return Failure(opened.error());
                return appraisals.view(id);
            },
            [this](const Result<AppraisalView>& view) {
                if (view)
                    m_sheet->setCurrent(1);
                takeView(view);
                if (view)
                    m_form->focusItem({}); // what was pressed is gone
            });
    });
}

/// What was refused is shown as it stands, with why.
void AppraisalPanel::takeView(const Result<AppraisalView>& view)
{
    if (!view) {
        m_banner->say(words::sentence(view.error()), Tone::Exclude);
        return refresh();
    }
    keepView(*view);
    m_banner->clear();
    showCurrent();
}

void AppraisalPanel::goTo(const QString& domain, const QString& item)
{
    if (const int column = m_model->columnOf(domain); column > 0)
        m_grid->setCurrentIndex(m_model->index(m_grid->currentIndex().row(), column));
    m_form->focusItem(item);
}

/// The next open question, around the end; if none is open, the judgement of the next domain.
void AppraisalPanel::goOn()
{
    const GridRow* row = currentRow();
    if (!row || !row->view)
        return;
    const AppraisalSheet& sheet = sheetKind() == SheetKind::Mine ? row->view->mine : row->view->consensus;
    const appraisal::Judged judged = m_judge->judge(sheet.filling());
    QString from;
    for (const ItemRow* item : m_form->items()) {
        if (item->isAncestorOf(QApplication::focusWidget()))
            from = item->item();
    }
    const QString next = from.isEmpty() ? judged.next : judged.nextAfter(from);
    if (const appraisal::ItemState* state = judged.item(next))
        return goTo(state->domain, next);
    for (const appraisal::Domain* domain : appraisal::domainsOf(m_judge->instrument(), m_judge->variant())) {
        for (const QString& key : {domain->id, appraisal::applicabilityKey(domain->id)}) {
            const appraisal::Outcome* outcome = judged.outcome(key);
            if (outcome && outcome->judgement().isEmpty())
                return goTo(domain->id, key);
        }
    }
    m_banner->say(tr("All is answered and judged."));
    m_grid->setFocus();
}

void AppraisalPanel::undo(bool redo)
{
    write([project = &m_context.project,
           redo] { return redo ? History(*project).redo(isOfAppraising) : History(*project).undo(isOfAppraising); },
          [this, redo](const Result<History::Step>& step) {
              if (!step)
                  return m_banner->say(words::sentence(step.error()), Tone::Exclude);
              m_banner->say(redo ? tr("Done again.") : tr("Undone."));
              refresh();
          });
}

void AppraisalPanel::keyPressEvent(QKeyEvent* event)
{
    const auto action = m_context.keys.actionFor(*event, Keys::Room::Pairs);
    const bool inForm = m_form->isAncestorOf(window()->focusWidget());
    if (inForm && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return goOn();
    if (event->key() == Qt::Key_Escape && m_grid->isVisible() && !m_grid->hasFocus()) {
        if (std::exchange(m_beginAnother, false))
            showCurrent();
        return m_grid->setFocus(); // from wherever one is
    }
    const bool pages = event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp;
    if (pages && event->modifiers() == Qt::ControlModifier && m_view->isVisible())
        return turnView(event->key() == Qt::Key_PageDown ? 1 : -1);
    if (action == Action::Undo || action == Action::Redo)
        return undo(action == Action::Redo);
    if (action == Action::Find)
        return find();
    Panel::keyPressEvent(event);
}

} // namespace winnow::ui
