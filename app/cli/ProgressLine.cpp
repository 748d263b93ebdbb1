// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ProgressLine.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <unistd.h>

namespace winnow::cli {
namespace {

constexpr int barWidth = 30;
constexpr std::chrono::milliseconds barEvery{100};
constexpr std::chrono::milliseconds lineEvery{500};

double share(const Progress& progress)
{
    return progress.total > 0 ? std::clamp(double(progress.done) / double(progress.total), 0.0, 1.0) : 0.0;
}

std::string barOf(const Progress& progress)
{
    if (progress.total <= 0)
        return std::to_string(progress.done);
    const auto full = size_t(share(progress) * barWidth);
    return '[' + std::string(full, '#') + std::string(barWidth - full, '.') + "] "
        + std::to_string(int(share(progress) * 100)) + " %";
}

std::string lineOf(const Progress& progress)
{
    std::string line = std::to_string(progress.done);
    if (progress.total > 0)
        line += " of " + std::to_string(progress.total);
    return line;
}

} // namespace

ProgressLine::Mode ProgressLine::modeFor(bool forced)
{
    if (forced)
        return Mode::Lines;
    return ::isatty(STDERR_FILENO) ? Mode::Bar : Mode::Silent;
}

void ProgressLine::show(const Progress& progress)
{
    if (m_mode == Mode::Silent)
        return;
    const std::lock_guard guard(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    const bool ended = progress.total > 0 && progress.done >= progress.total;
    if (!ended && m_last.time_since_epoch().count() != 0 && now - m_last < (m_mode == Mode::Bar ? barEvery : lineEvery))
        return;
    m_last = now;
    draw(progress);
}

void ProgressLine::draw(const Progress& progress)
{
    const std::string what = progress.what.isEmpty() ? std::string() : progress.what.toStdString() + ": ";
    if (m_mode == Mode::Lines) {
        std::fprintf(stderr, "%s%s\n", what.c_str(), lineOf(progress).c_str());
        return;
    }
    std::fprintf(stderr, "\r\033[K%s%s", what.c_str(), barOf(progress).c_str());
    std::fflush(stderr);
    m_drawn = true;
}

void ProgressLine::clear()
{
    const std::lock_guard guard(m_mutex);
    if (m_drawn)
        std::fputs("\r\033[K", stderr);
    m_drawn = false;
}

} // namespace winnow::cli
