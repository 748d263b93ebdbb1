// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <stop_token>

namespace winnow {

/// How far a job is. `total` is 0 while unknown; the unit is the job's own (bytes, records).
struct Progress {
    qint64 done = 0;
    qint64 total = 0;
    QString what;
};

using ProgressSink = std::function<void(const Progress&)>;

/// What a job is handed: how to say how far it is, and how to be told to stop.
struct JobContext {
    std::stop_token stop;
    ProgressSink progress;

    [[nodiscard]] bool cancelled() const { return stop.stop_requested(); }
    void report(qint64 done, qint64 total, const QString& what = {}) const
    {
        if (progress)
            progress({done, total, what});
    }
};

} // namespace winnow
