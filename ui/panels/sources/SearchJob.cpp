// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/SearchJob.h"

#include "project/Imports.h"

namespace winnow::ui {

SearchJob::SearchJob(PanelContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&context.jobs, &Jobs::progressed, this, [this](int job, const Progress& progress) {
        if (job == m_job)
            Q_EMIT progressed(progress);
    });
    connect(&context.jobs, &Jobs::ended, this, [this](int job, Outcome outcome, const Error& error) {
        if (job == m_job)
            onEnded(outcome, error);
    });
}

void SearchJob::start(const QString& name, Kind kind, Work work)
{
    m_kind = kind;
    m_cancelled = false;
    m_reports = std::make_shared<std::vector<SearchReport>>();
    m_job = m_context.jobs.start(name,
                                 [project = &m_context.project, online = m_online, reports = m_reports,
                                  work = std::move(work)](const JobContext& job) -> Result<void> {
                                     Searches searches(*project, *online);
                                     auto made = work(searches, job);
                                     if (!made)
                                         return Failure(made.error());
                                     *reports = std::move(*made);
                                     return {};
                                 });
    Q_EMIT began();
}

void SearchJob::pause()
{
    m_context.jobs.cancel(m_job);
}

void SearchJob::cancel()
{
    m_cancelled = true;
    m_context.jobs.cancel(m_job);
}

void SearchJob::onEnded(Outcome outcome, const Error& error)
{
    m_job = 0;
    const bool cancelled = m_cancelled && outcome != Outcome::Done;
    if (m_kind == Kind::Fetch)
        m_context.jobs.start(tr("preparing find"), [project = &m_context.project](const JobContext& job) {
            return Imports(*project).buildFindIndex(job);
        });
    Q_EMIT ended(*m_reports, outcome == Outcome::Done ? nullptr : &error, cancelled);
}

} // namespace winnow::ui
