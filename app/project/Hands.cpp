// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Hands.h"

#include "base/Background.h"
#include "project/ActingAs.h"
#include "project/Project.h"

namespace winnow {

Jobs::Jobs(const Project* project) : m_project(project)
{
    m_pool.setMaxThreadCount(1);
    qRegisterMetaType<winnow::Progress>();
    qRegisterMetaType<winnow::Outcome>();
    qRegisterMetaType<winnow::Error>();
}

Jobs::~Jobs()
{
    for (auto& [_, source] : m_running)
        source.request_stop();
    m_pool.waitForDone();
}

int Jobs::start(const QString& name, Work work)
{
    const int job = ++m_last;
    const std::stop_source source;
    m_running.emplace(job, source);
    Q_EMIT started(job, name);
    const auto who = m_project ? std::optional(m_project->me()) : std::nullopt;
    m_pool.start([this, job, source, who, work = std::move(work)] {
        workInBackground();
        std::optional<ActingAs> acting;
        if (who)
            acting.emplace(*who);
        JobContext context;
        context.stop = source.get_token();
        context.progress = [this, job](const Progress& progress) {
            QMetaObject::invokeMethod(this, [this, job, progress] { Q_EMIT progressed(job, progress); });
        };
        const Result<void> result = context.cancelled() ? Result<void>(fail(ErrorCode::Cancelled)) : work(context);
        // A search that somebody paused has not failed.
        const bool cancelled = !result
            && (result.error().code == ErrorCode::Cancelled || result.error().code == ErrorCode::SearchStopped);
        const Outcome outcome = result ? Outcome::Done : cancelled ? Outcome::Cancelled : Outcome::Failed;
        const Error error = result ? Error() : result.error();
        QMetaObject::invokeMethod(this, [this, job, outcome, error] {
            m_running.erase(job);
            Q_EMIT ended(job, outcome, error);
        });
    });
    return job;
}

void Jobs::cancel(int job)
{
    if (const auto running = m_running.find(job); running != m_running.end())
        running->second.request_stop();
}

} // namespace winnow
