// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Hands.h"

#include <QObject>
#include <QPointer>

#include <deque>

namespace winnow {
class Clock;
}

namespace winnow::ui {

class Notices;
class ProgressPill;

/// Shows the job that runs in the status bar, cancels it, and says aloud only what went wrong or was stopped.
class JobLine final : public QObject {
    Q_OBJECT
public:
    JobLine(ProgressPill& pill, Notices& notices, const Clock& clock, QObject* parent = nullptr);

    /// Follows the jobs of one more owner until that is gone. `speaks`: failures are said in the strip; else their
    /// owner says them in better words.
    void follow(Jobs& jobs, bool speaks);

private:
    struct Running {
        QPointer<Jobs> jobs;
        int job = 0;
        QString name;
    };
    struct Failure {
        QString job;
        QString said;
    };
    void begin(Jobs& jobs, int job, const QString& name);
    void end(Jobs& jobs, int job);
    void showFirst();
    [[nodiscard]] QString nameOf(const Jobs& jobs, int job) const;
    [[nodiscard]] bool isFirst(const Jobs& jobs, int job) const;

    ProgressPill& m_pill;
    Notices& m_notices;
    const Clock& m_clock;
    std::deque<Running> m_running; ///< the first is shown
    Failure m_failure; ///< the last one said: no longer, once it is tried again
};

} // namespace winnow::ui
