// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace winnow::ui {

class ProgressLine;
class Theme;

/// A job in the status bar: what, a thin bar, percent, time left, Cancel. Hidden while there is no job.
class ProgressPill final : public QWidget {
    Q_OBJECT
public:
    explicit ProgressPill(const Theme& theme, QWidget* parent = nullptr);

    /// Shows the pill; `nowMs` is the clock's time, for the time left.
    void start(const QString& what, qint64 nowMs);
    /// Progress of that job. An empty `what` keeps the text; an unknown total shows the count instead of percent.
    void report(const Progress& progress, qint64 nowMs);
    void finish();
    /// Jobs that cannot be stopped have no Cancel.
    void setCancellable(bool on);

    [[nodiscard]] QString percentText() const;
    [[nodiscard]] QString timeLeftText() const;
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }

Q_SIGNALS:
    /// Said once per job; the button then waits, greyed out, until finish().
    void cancelRequested();

private:
    const Theme& m_theme;
    qint64 m_startedAt = 0;
    QLabel* m_what;
    ProgressLine* m_line;
    QLabel* m_percent;
    QLabel* m_left;
    QPushButton* m_cancel;
};

/// "about 2 min left" from how long `done` of `total` took; empty in the first two seconds or when it cannot be known.
[[nodiscard]] QString timeLeft(qint64 done, qint64 total, qint64 elapsedMs);

} // namespace winnow::ui
