// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/AppraisalPanel.h"

#include "domain/Words.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/QuoteList.h"
#include "panels/appraisal/StudyPage.h"
#include "project/AnswerTable.h"
#include "widgets/Banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>

/// What the people of a team settle about a study beside its answers, and what they carry from one to another.
namespace winnow::ui {

void AppraisalPanel::act(const std::function<Result<QString>()>& work)
{
    write(work, [this](const Result<QString>& said) {
        m_banner->say(said ? *said : words::sentence(said.error()), said ? Tone::Neutral : Tone::Exclude);
        refresh();
    });
}

void AppraisalPanel::showStudy()
{
    const GridRow* row = currentRow();
    if (!row)
        return;
    m_aboutStudy = true;
    const auto review = m_context.project.review();
    m_studyPage->show(row->study.name, row->study.design, review->reviewers,
                      row->view ? row->view->appraisal.appraisers : std::vector<ReviewerId>(), m_model->rowCount(),
                      m_context.whyNot(Right::Lead));
    showCurrent();
    m_studyPage->design()->setFocus();
}

void AppraisalPanel::leaveStudy()
{
    m_aboutStudy = false;
    showCurrent();
    m_grid->setFocus();
}

void AppraisalPanel::sayDesign(const QString& design)
{
    const GridRow* row = currentRow();
    if (!row)
        return;
    act([project = &m_context.project, study = row->study.record, name = row->study.name, design]() -> Result<QString> {
        if (auto said = setDesigns(*project, {{study, design}}); !said)
            return Failure(said.error());
        return design.isEmpty() ? tr("The design of %1 is not said any more.").arg(name)
                                : tr("%1 is of the design “%2”.").arg(name, design);
    });
}

/// An instrument for studies begins what is not begun; of results, nobody knows yet which ones there will be.
void AppraisalPanel::assign(const std::vector<ReviewerId>& people, bool allShown)
{
    std::vector<AppraisalId> begun;
    Appraisals::Batch batch;
    batch.variant = m_judge->variant();
    const bool ofStudies = m_judge->instrument().judges == appraisal::Judges::Study;
    const int first = allShown ? 0 : m_grid->currentIndex().row();
    const int last = allShown ? m_model->rowCount() - 1 : first;
    int passed = 0;
    for (int i = std::max(0, first); i <= last; ++i) {
        const GridRow* row = m_model->row(i);
        if (row && row->view)
            begun.push_back(row->view->appraisal.id);
        else if (row && ofStudies)
            batch.studies.emplace_back(row->study.record, std::map<QString, Said>());
        else
            ++passed;
    }
    m_aboutStudy = false;
    act([project = &m_context.project, judge = m_judge, people, begun, batch, passed]() mutable -> Result<QString> {
        Appraisals appraisals(*project);
        if (!batch.studies.empty()) {
            const auto kept = appraisals.keep(judge->instrument());
            if (!kept)
                return Failure(kept.error());
            batch.instrument = *kept;
            const auto made = appraisals.sayAll(batch);
            if (!made)
                return Failure(made.error());
            begun.insert(begun.end(), made->appraisals.begin(), made->appraisals.end());
        }
        if (auto given = appraisals.assign(begun, people); !given)
            return Failure(given.error());
        const QString done = tr("%1 assessments given.").arg(begun.size());
        return passed == 0
            ? done
            : QString(done + QLatin1Char(' ') + tr("%1 studies have no result yet that could be given.").arg(passed));
    });
    m_grid->setFocus();
}

/// Of which result, and whether all of it.
void AppraisalPanel::askCopy()
{
    const GridRow* row = currentRow();
    if (!row || !row->view)
        return;
    Choice question{tr("Copy what I have said"), tr("Where nothing is said yet, from"), {}, 0};
    std::vector<std::pair<AppraisalId, QString>> sources;
    const appraisal::Domain* domain = m_model->domainAt(std::max(1, m_grid->currentIndex().column()));
    for (const AppraisalView& view : m_state.views) {
        const auto kept = std::find_if(m_state.kept.begin(), m_state.kept.end(), [&view](const KeptInstrument& one) {
            return one.id == view.appraisal.instrument;
        });
        const auto& its = row->study.appraisals;
        if (view.mine.empty() || view.appraisal.id == row->view->appraisal.id || kept == m_state.kept.end()
            || kept->instrument != m_judge->instrument().id
            || std::find(its.begin(), its.end(), view.appraisal.id) == its.end())
            continue;
        QStringList name{resultText(view.appraisal.result),
                         kept->id == row->view->appraisal.instrument ? QString() : tr("version %1").arg(kept->version),
                         view.appraisal.variant == row->view->appraisal.variant ? QString() : view.appraisal.variant};
        name.removeAll(QString());
        if (domain) {
            question.options << tr("%1: %2 alone").arg(name.join(tr(", ")), domain->label);
            sources.emplace_back(view.appraisal.id, domain->id);
        }
        question.options << tr("%1: all domains").arg(name.join(tr(", ")));
        sources.emplace_back(view.appraisal.id, QString());
    }
    if (sources.empty())
        return m_banner->say(tr("I have said nothing yet of another result of this study."));
    m_context.dialogs.choose(question, this, [this, sources, to = row->view->appraisal.id](int chosen) {
        copy(sources[std::size_t(chosen)].first, to, sources[std::size_t(chosen)].second);
    });
}

void AppraisalPanel::copy(AppraisalId from, AppraisalId to, const QString& domain)
{
    act([project = &m_context.project, from, to, domain]() -> Result<QString> {
        const auto copied = Appraisals(*project).copy(from, to, domain);
        if (!copied)
            return Failure(copied.error());
        QStringList told{tr("%1 answers and judgements copied.").arg(copied->said)};
        for (const appraisal::Lost& lost : copied->lost)
            told << appraisal::sentence(lost);
        return told.join(QStringLiteral(" · "));
    });
}

/// Says again what was agreed on, behind the answer that was changed.
void AppraisalPanel::keepConsensus()
{
    const GridRow* row = currentRow();
    if (!row || !row->view)
        return;
    std::map<QString, Said> agreed = row->view->consensus.answers;
    agreed.insert(row->view->consensus.judgements.begin(), row->view->consensus.judgements.end());
    m_grid->setFocus(); // what was pressed goes
    act([project = &m_context.project, id = row->view->appraisal.id, agreed]() -> Result<QString> {
        if (auto settled = Appraisals(*project).settle(id, agreed); !settled)
            return Failure(settled.error());
        return tr("The consensus stands.");
    });
}

/// The passage is tied to the file's content, so that it is found wherever the file lies.
void AppraisalPanel::askFile(QuoteList* quotes)
{
    const FileQuestion question{tr("File of the passage"), tr("Full texts (*.pdf);;All files (*)"), {}, {}, {}};
    m_context.dialogs.openFile(question, quotes, [this, quotes](const QString& path) {
        m_reading.over(
            quotes, [path] { return hashOfFile(path); },
            [this, quotes, path](const Result<QString>& hash) {
                if (!hash)
                    return m_banner->say(words::sentence(hash.error()), Tone::Exclude);
                quotes->setFile(*hash, QFileInfo(path).fileName());
                quotes->text()->setFocus();
            });
    });
}

/// A table says nothing of which result it is about: that is asked, where the instrument judges results.
void AppraisalPanel::askImport()
{
    const FileQuestion question{
        tr("Answers or judgements of studies"), tr("Tables (*.csv *.tsv *.txt);;All files (*)"), {}, {}, {}};
    m_context.dialogs.openFile(question, this, [this](const QString& path) {
        if (m_judge->instrument().judges == appraisal::Judges::Study)
            return importTable(path, {});
        const GridRow* row = currentRow();
        const ResultOf before = row && row->view ? row->view->appraisal.result : ResultOf();
        const TextQuestion which{tr("Which result is judged?"), tr("Outcome"), before.outcome};
        m_context.dialogs.askText(which, this, [this, path, before](const QString& outcome) {
            ResultOf result = before;
            if (outcome != before.outcome)
                result = {.outcome = outcome};
            importTable(path, result);
        });
    });
}

void AppraisalPanel::importTable(const QString& path, const ResultOf& result)
{
    act([project = &m_context.project, judge = m_judge, path, result]() -> Result<QString> {
        AnswerTable table(judge->instrument(), judge->variant());
        if (auto read = table.read(path); !read)
            return Failure(read.error());
        const auto kept = Appraisals(*project).keep(judge->instrument());
        if (!kept)
            return Failure(kept.error());
        const auto done = applyAnswers(*project, table, {*kept, judge->variant(), result, {}, false, false});
        if (!done)
            return Failure(done.error());
        const QString told
            = tr("%1 answers and judgements of %2 studies.").arg(done->applied).arg(done->appraisals.size());
        if (done->refused.empty())
            return told;
        const RefusedLine& first = done->refused.front();
        return QString(
            told + QLatin1Char(' ')
            + tr("Left out: %1, the first in line %2: %3").arg(done->refused.size()).arg(first.line).arg(first.why));
    });
}

} // namespace winnow::ui
