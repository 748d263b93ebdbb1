// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>

namespace winnow::bench {

/// The most memory that is the program's own, unlike mapped pages of files, which the system lends and takes back:
/// looked at every few milliseconds as long as this lives.
class OwnMemory {
public:
    OwnMemory() : m_thread([this](const std::stop_token& stop) { watch(stop); }) { }
    [[nodiscard]] static double now()
    {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("RssAnon:"))
                return std::strtod(line.c_str() + 8, nullptr) / 1024;
        }
        return 0;
    }
    [[nodiscard]] double most() const { return std::max(m_most.load(), now()); }

private:
    void watch(const std::stop_token& stop)
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any wake;
        while (!stop.stop_requested()) {
            m_most = std::max(m_most.load(), now());
            wake.wait_for(lock, stop, std::chrono::milliseconds(5), [] { return false; });
        }
    }
    std::atomic<double> m_most = 0;
    std::jthread m_thread;
};

} // namespace winnow::bench
