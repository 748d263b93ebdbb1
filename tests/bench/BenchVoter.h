// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchProject.h"

#include <chrono>
#include <thread>

namespace winnow::bench {

/// Somebody who goes on voting, over and over through the same reports.
class Voter {
public:
    Voter(Project& project, std::vector<RecordId> reports, std::chrono::milliseconds pause)
        : m_project(project)
        , m_reports(std::move(reports))
        , m_pause(pause)
        , m_thread([this](const std::stop_token& stop) { vote(stop); })
    {
    }
    /// The latencies of all votes.
    Samples finish()
    {
        m_thread.request_stop();
        m_thread.join();
        return m_latency;
    }

private:
    void vote(const std::stop_token& stop)
    {
        Screening screening(m_project, Stage::Title);
        for (std::size_t i = 0; !stop.stop_requested(); ++i) {
            const Verdict verdict = i / m_reports.size() % 2 ? Verdict::Include : Verdict::Exclude;
            const Stopwatch watch;
            orGiveUp(screening.vote({m_reports[i % m_reports.size()], verdict, {}, {}}));
            m_latency.add(watch.ms());
            std::this_thread::sleep_for(m_pause);
        }
    }
    Project& m_project;
    std::vector<RecordId> m_reports;
    std::chrono::milliseconds m_pause;
    Samples m_latency;
    std::jthread m_thread; // last: starts when all else stands
};

} // namespace winnow::bench
