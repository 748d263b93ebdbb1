// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/SourcesPanel.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/FoundPage.h"
#include "panels/sources/ImportPage.h"
#include "panels/sources/UnreadablePage.h"
#include "widgets/Banner.h"

#include <QPointer>
#include <QStackedWidget>

/// What a person does to the sources: import, take back, mend.
namespace winnow::ui {

bool SourcesPanel::mayImport()
{
    const QString whyNot = m_context.whyNot(Right::Extend);
    if (!whyNot.isEmpty())
        m_banner->say(whyNot, Tone::Exclude);
    return whyNot.isEmpty();
}

void SourcesPanel::askForFiles()
{
    if (!mayImport())
        return;
    const FileQuestion question{tr("Import files"),
                                tr("Bibliographic files (*.ris *.nbib *.xml *.csv *.tsv *.tab *.txt *.xlsx *.json "
                                   "*.rdf *.gz *.zip);;All files (*)"),
                                {},
                                {},
                                {}};
    m_context.dialogs.openFiles(question, this, [this](const QStringList& files) { importFiles(files); });
}

void SourcesPanel::findMore()
{
    m_found->refresh();
    m_pages->setCurrentWidget(m_found);
    m_found->setFocus();
}

void SourcesPanel::importFiles(const QStringList& files)
{
    if (files.isEmpty() || !mayImport())
        return;
    m_pages->setCurrentWidget(m_import);
    m_import->addFiles(files);
}

void SourcesPanel::change(std::function<Result<void>()> work, std::function<void()> then)
{
    m_context.hands.over(this, std::move(work), [this, then = std::move(then)](const Result<void>& done) {
        if (!done)
            m_banner->say(words::sentence(done.error()), Tone::Exclude);
        else if (then)
            then();
        refresh();
    });
}

void SourcesPanel::takeBack(RunId run, bool back)
{
    const Run* entry = m_model->runAt(m_model->rowOf(run));
    if (!entry)
        return;
    if (!mayImport())
        return;
    const QString name = entry->fileName;
    const auto work = [project = &m_context.project, run, back](const JobContext& job) {
        return back ? Imports(*project).bringBack(run, job) : Imports(*project).takeBack(run, job);
    };
    const auto then = [this, run, back, name] {
        m_toRestore = run;
        m_banner->say(back ? tr("%1 is in the review again.").arg(name) : tr("%1 was taken back.").arg(name));
        if (!back)
            m_banner->offer(tr("Bring back"));
    };
    if (Imports::isLong(*entry))
        changeAsJob(back ? tr("bringing %1 back").arg(name) : tr("taking %1 back").arg(name), work, then);
    else
        change([work] { return work({}); }, then);
}

/// Votes go between; an error is told where all jobs end.
void SourcesPanel::changeAsJob(const QString& name, Jobs::Work work, const std::function<void()>& then)
{
    m_context.jobs.start(name, [self = QPointer(this), work = std::move(work), then](const JobContext& job) {
        Result<void> done = work(job);
        if (done && self)
            QMetaObject::invokeMethod(self.data(), [self, then] {
                then();
                self->refresh();
            });
        return done;
    });
}

void SourcesPanel::showUnreadable(RunId run, const QString& file)
{
    m_toMend = run;
    m_reading.over(
        this, [project = &m_context.project, run] { return Imports(*project).unreadable(run); },
        [this, file](const Result<std::vector<Unreadable>>& entries) {
            if (!entries)
                return m_banner->say(words::sentence(entries.error()), Tone::Exclude);
            m_cameFrom = m_pages->currentWidget();
            m_pages->setCurrentWidget(m_unreadable);
            m_unreadable->show(file, *entries, m_context.whyNot(Right::Extend));
        });
}

void SourcesPanel::mend(qint64 line, const QString& text)
{
    const std::vector<MendedEntry> entries{{line, text.toStdString()}};
    m_context.hands.over(
        this,
        [project = &m_context.project, run = m_toMend, entries] { return Imports(*project).mend(run, entries, {}); },
        [this, line](const Result<MendReport>& report) {
            if (!report)
                return m_unreadable->setFailure(report.error());
            if (!report->still.empty())
                return m_unreadable->setStillUnreadable(line, report->still.front().why);
            m_unreadable->setMended(line, report->records);
            m_import->setUnreadable(m_toMend, m_unreadable->model()->rowCount());
            refresh();
            m_context.jobs.start(tr("preparing find"), [project = &m_context.project](const JobContext& context) {
                return Imports(*project).buildFindIndex(context);
            });
        });
}

} // namespace winnow::ui
