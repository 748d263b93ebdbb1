// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"

#include <chrono>
#include <mutex>

namespace winnow::cli {

/// How far a job is, on standard error: a bar that is drawn over itself on a terminal, whole lines when asked for with
/// `--progress`, else nothing. May be told from any thread.
class ProgressLine {
public:
    enum class Mode { Silent, Bar, Lines };

    explicit ProgressLine(Mode mode) : m_mode(mode) { }
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// Lines when forced, a bar if standard error is a terminal.
    [[nodiscard]] static Mode modeFor(bool forced);

    void show(const Progress& progress);
    /// Takes the bar away, so that something else can be written there.
    void clear();

private:
    void draw(const Progress& progress);

    std::mutex m_mutex;
    Mode m_mode;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace winnow::cli
