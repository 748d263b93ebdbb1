// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/AppraisalPanel.h"

#include "appraisal/Designs.h"
#include "appraisal/Shipped.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/StudyPage.h"
#include "widgets/SearchField.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QComboBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

/// What the grid holds, and what stands beside it of the chosen line.
namespace winnow::ui {

/// Those that come with Winnow, then the project's own; what was chosen stays chosen.
void AppraisalPanel::listInstruments()
{
    std::vector<appraisal::Instrument> offered;
    for (const QString& id : appraisal::shippedIds())
        offered.push_back(*appraisal::findShipped(id));
    offered.insert(offered.end(), m_state.own.begin(), m_state.own.end());
    const bool first = m_offered.empty();
    if (offered == m_offered)
        return chooseWantedVersion();
    const std::vector<appraisal::Instrument> former = std::exchange(m_offered, std::move(offered));
    const int at = std::max(0, m_instrument->currentIndex());
    int before = 0;
    for (std::size_t i = 0; !first && i < m_offered.size(); ++i) {
        const appraisal::Instrument& chosen = former[std::size_t(at)];
        if (m_offered[i].id == chosen.id && m_offered[i].version == chosen.version)
            before = int(i);
    }
    m_instrument->clear();
    for (const appraisal::Instrument& one : m_offered) {
        const bool versions = std::count_if(m_offered.begin(), m_offered.end(),
                                            [&one](const auto& other) { return other.name == one.name; })
            > 1;
        const QString name = versions ? tr("%1, version %2").arg(one.name, one.version) : one.name;
        m_instrument->addItem(one.draft ? tr("%1 (draft)").arg(name) : name);
    }
    m_instrument->setCurrentIndex(before);
    if (m_wantedVersion)
        return chooseWantedVersion();
    if (!first)
        return chooseInstrument();
    // At first: the one that assessments were begun with.
    for (std::size_t i = 0; i < m_offered.size() && !m_state.views.empty(); ++i) {
        const auto used = std::find_if(m_state.kept.begin(), m_state.kept.end(), [&](const KeptInstrument& kept) {
            return kept.id == m_state.views.front().appraisal.instrument;
        });
        if (used != m_state.kept.end() && used->instrument == m_offered[i].id && used->version == m_offered[i].version)
            m_instrument->setCurrentIndex(int(i));
    }
    chooseInstrument();
}

void AppraisalPanel::chooseInstrument()
{
    const appraisal::Instrument& chosen = m_offered[std::size_t(std::max(0, m_instrument->currentIndex()))];
    m_instrument->setToolTip(m_instrument->currentText()); // names are long
    m_variant->clear();
    for (const appraisal::Variant& variant : chosen.variants)
        m_variant->addItem(variant.label.isEmpty() ? variant.id : variant.label, variant.id);
    m_variant->setVisible(chosen.variants.size() > 1 && !m_state.studies.empty());
    m_begin->setInstrument(chosen);
    m_studyPage->setDesigns(chosen.designs + chosen.cautions);
    chooseVariant();
}

void AppraisalPanel::chooseVariant()
{
    const appraisal::Instrument& chosen = m_offered[std::size_t(std::max(0, m_instrument->currentIndex()))];
    const QString variant
        = m_variant->currentIndex() < 0 ? appraisal::variantIds(chosen).value(0) : m_variant->currentData().toString();
    m_variant->setToolTip(m_variant->currentText());
    m_judge = std::make_shared<const appraisal::Judge>(chosen, variant);
    fillGrid();
    showView();
}

void AppraisalPanel::fillGrid(bool keepChosen)
{
    if (!m_judge)
        return;
    const GridRow* before = currentRow();
    const auto chosen = before && keepChosen ? std::optional(*before) : std::nullopt;
    const RecordId study = before ? before->study.record : RecordId();
    const AppraisalId wanted
        = m_wanted ? m_wanted : (before && before->view ? before->view->appraisal.id : AppraisalId());
    const int column = std::max(1, m_grid->currentIndex().column());
    std::vector<GridRow> rows = rowsShown(chosen);
    const QScopedValueRollback arranging(m_arranging, true);
    m_model->setRows(m_judge, std::move(rows));
    int row = wanted ? m_model->rowOf(wanted) : -1;
    for (int i = 0; row < 0 && i < m_model->rowCount(); ++i) {
        if (m_model->row(i)->study.record == study)
            row = i;
    }
    m_wanted = {};
    m_grid->setCurrentIndex(m_model->index(std::max(row, 0), std::min(column, m_model->columnCount() - 1)));
    showCurrent();
}

/// Studies with their assessments under the chosen instrument.
std::vector<GridRow> AppraisalPanel::rowsShown(const std::optional<GridRow>& chosen) const
{
    std::vector<GridRow> rows;
    const auto put = [&](GridRow row) {
        const bool same = chosen && chosen->study.record == row.study.record
            && (chosen->view ? chosen->view->appraisal.id : AppraisalId())
                == (row.view ? row.view->appraisal.id : AppraisalId());
        const bool wanted = row.view && row.view->appraisal.id == m_wanted;
        if (same || wanted || passes(row))
            rows.push_back(std::move(row));
    };
    const InstrumentId kept = keptId();
    for (const AppraisedStudy& one : m_state.studies) {
        bool begun = false;
        for (const AppraisalView& view : m_state.views) {
            const bool its
                = std::find(one.appraisals.begin(), one.appraisals.end(), view.appraisal.id) != one.appraisals.end();
            if (!its || !kept || view.appraisal.instrument != kept || view.appraisal.variant != m_judge->variant())
                continue;
            begun = true;
            put({one, view});
        }
        if (!begun)
            put({one, std::nullopt});
    }
    return rows;
}

bool AppraisalPanel::passes(const GridRow& row) const
{
    const QString wanted = m_search->text().simplified();
    if (!wanted.isEmpty() && !row.study.name.contains(wanted, Qt::CaseInsensitive)
        && !row.study.title.contains(wanted, Qt::CaseInsensitive))
        return false;
    const auto isGiven = [&] {
        const auto& people = row.view->appraisal.appraisers;
        return people.empty() || std::find(people.begin(), people.end(), m_context.project.me()) != people.end();
    };
    const auto isAgreed = [&] {
        return row.view->state == AppraisalState::Settled && m_judge->judge(row.view->consensus.filling()).complete();
    };
    switch (Filter(m_filter->currentIndex())) {
    case NotBegun: return !row.begunByMe();
    case ToDo: return !row.view || (isGiven() && !m_judge->judge(row.view->mine.filling()).complete());
    case ToAgree: return row.view && row.view->state != AppraisalState::Blind && !isAgreed();
    case Agreed: return row.view && isAgreed();
    default: return true;
    }
}

InstrumentId AppraisalPanel::keptId() const
{
    const auto kept = std::find_if(m_state.kept.begin(), m_state.kept.end(), [this](const KeptInstrument& one) {
        return m_judge && one.instrument == m_judge->instrument().id && one.version == m_judge->instrument().version;
    });
    return kept == m_state.kept.end() ? InstrumentId() : kept->id;
}

std::map<ReviewerId, QString> AppraisalPanel::names() const
{
    std::map<ReviewerId, QString> names;
    const auto review = m_context.project.review();
    for (const Reviewer& person : review->reviewers)
        names[person.id] = person.name;
    return names;
}

QString AppraisalPanel::currentDomain() const
{
    const appraisal::Domain* domain = m_model->domainAt(std::max(1, m_grid->currentIndex().column()));
    return domain ? domain->id : QString();
}

const GridRow* AppraisalPanel::currentRow() const
{
    return m_model->row(m_grid->currentIndex().row());
}

SheetKind AppraisalPanel::sheetKind() const
{
    return m_sheet->current() == 1 && m_sheet->isVisibleTo(this) ? SheetKind::Agreed : SheetKind::Mine;
}

void AppraisalPanel::showCurrent()
{
    const GridRow* row = currentRow();
    m_variant->setVisible(row && m_variant->count() > 1);
    const bool filling = row && row->view && !m_beginAnother && !m_aboutStudy && !m_carrying;
    const bool blind = !filling || row->view->state == AppraisalState::Blind;
    const bool results = m_judge && m_judge->instrument().judges == appraisal::Judges::Result;
    m_sheet->setVisible(filling && !blind);
    m_open->setVisible(filling && blind);
    m_another->setVisible(filling && results);
    m_copy->setVisible(filling && sheetKind() == SheetKind::Mine && row->study.appraisals.size() > 1);
    m_keep->setVisible(filling && row->view->state == AppraisalState::Reopened);
    m_study->setVisible(row && !m_aboutStudy && !m_carrying);
    m_notice->hide();
    if (m_carrying)
        return m_pages->setCurrentIndex(Carrying);
    if (!row)
        return m_pages->setCurrentIndex(Nothing);
    if (m_aboutStudy)
        return m_pages->setCurrentIndex(Study);
    if (filling)
        return showForm(*row);
    m_begin->setStudy(row->study.name,
                      m_judge ? appraisal::fitSentence(m_judge->instrument(), row->study.design) : QString());
    m_pages->setCurrentIndex(Begin);
}

void AppraisalPanel::showForm(const GridRow& row)
{
    m_form->setDomain(m_judge, currentDomain());
    m_form->show(*row.view, sheetKind(), names());
    m_form->setReadOnly(!whyNotFill(row).isEmpty());
    m_notice->setText(noticeOf(row));
    m_notice->setVisible(!m_notice->text().isEmpty());
    m_pages->setCurrentIndex(Filling);
}

QString AppraisalPanel::whyNotFill(const GridRow& row) const
{
    if (sheetKind() == SheetKind::Agreed)
        return m_context.whyNot(Right::Settle);
    const auto& people = row.view->appraisal.appraisers;
    const bool mine = people.empty() || std::find(people.begin(), people.end(), m_context.project.me()) != people.end();
    if (mine)
        return m_context.whyNot(Right::Vote);
    QStringList given;
    for (const auto& [id, name] : names()) {
        if (std::find(people.begin(), people.end(), id) != people.end())
            given << name;
    }
    return tr("This assessment was given to %1.").arg(given.join(tr(", ")));
}

/// What to know before one goes on: why it cannot be filled in, that it was reopened, that it was decided twice, that
/// the instrument does not suit the design.
QString AppraisalPanel::noticeOf(const GridRow& row) const
{
    QStringList lines{whyNotFill(row)};
    if (row.view->state == AppraisalState::Reopened)
        lines << tr("An answer was changed after the consensus, which is open again: agree anew, or keep it as it is.");
    if (row.view->state == AppraisalState::DecidedTwice)
        lines << tr("Two copies agreed on different things: %1. Agree on them again.")
                     .arg(row.view->clashing.join(tr(", ")));
    lines << appraisal::fitSentence(m_judge->instrument(), row.study.design);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace winnow::ui
