// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/JobLine.h"

#include "base/Clock.h"
#include "shell/Notices.h"
#include "widgets/ProgressPill.h"

#include <algorithm>

namespace winnow::ui {

JobLine::JobLine(ProgressPill& pill, Notices& notices, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_pill(pill)
    , m_notices(notices)
    , m_clock(clock)
{
    connect(&pill, &ProgressPill::cancelRequested, this, [this] {
        if (!m_running.empty() && m_running.front().jobs)
            m_running.front().jobs->cancel(m_running.front().job);
    });
}

void JobLine::follow(Jobs& jobs, bool speaks)
{
    connect(&jobs, &Jobs::started, this, [this, &jobs](int job, const QString& name) { begin(jobs, job, name); });
    connect(&jobs, &Jobs::progressed, this, [this, &jobs](int job, const Progress& progress) {
        if (isFirst(jobs, job))
            m_pill.report(progress, m_clock.now());
    });
    connect(&jobs, &Jobs::ended, this, [this, &jobs, speaks](int job, Outcome outcome, const Error& error) {
        const QString name = nameOf(jobs, job);
        end(jobs, job);
        if (outcome != Outcome::Failed || !speaks)
            return;
        m_notices.report(error);
        m_failure = {name, m_notices.text()};
    });
    connect(&jobs, &QObject::destroyed, this, [this] {
        std::erase_if(m_running, [](const Running& one) { return !one.jobs; });
        showFirst();
    });
}

bool JobLine::isFirst(const Jobs& jobs, int job) const
{
    return !m_running.empty() && m_running.front().jobs == &jobs && m_running.front().job == job;
}

QString JobLine::nameOf(const Jobs& jobs, int job) const
{
    const auto running = std::find_if(m_running.begin(), m_running.end(),
                                      [&](const Running& one) { return one.jobs == &jobs && one.job == job; });
    return running == m_running.end() ? QString() : running->name;
}

void JobLine::begin(Jobs& jobs, int job, const QString& name)
{
    if (name == m_failure.job && m_notices.text() == m_failure.said)
        m_notices.clear();
    m_running.push_back({&jobs, job, name});
    if (m_running.size() == 1)
        showFirst();
}

void JobLine::end(Jobs& jobs, int job)
{
    const bool shown = isFirst(jobs, job);
    std::erase_if(m_running, [&](const Running& one) { return one.jobs == &jobs && one.job == job; });
    if (shown)
        showFirst();
}

void JobLine::showFirst()
{
    if (m_running.empty())
        m_pill.finish();
    else
        m_pill.start(m_running.front().name, m_clock.now());
}

} // namespace winnow::ui
