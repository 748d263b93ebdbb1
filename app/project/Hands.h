// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>
#include <type_traits>

namespace winnow {

class Project;

/// Carries single changes from the window to the write lane one after another, so that the window never waits for a
/// disk. The answer comes back on the thread that the hands live on; nothing is called once `context`, which lives
/// there too, is gone.
class Hands {
public:
    Hands() { m_pool.setMaxThreadCount(1); }
    ~Hands() { finish(); }
    Hands(const Hands&) = delete;
    Hands& operator=(const Hands&) = delete;

    /// Waits until all that was handed over is written: as long as a durable change takes. For what must not come
    /// between, as another person who sits down: the answers arrive later as ever.
    void finish() { m_pool.waitForDone(); }

    template <class Work, class Done> void over(QObject* context, Work work, Done done)
    {
        m_pool.start(
            [this, context = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
                auto result = std::make_shared<std::invoke_result_t<Work>>(work());
                // Whether the context still lives is asked on its own thread: here it could go between question and
                // call.
                QMetaObject::invokeMethod(
                    &m_home,
                    [context, done = std::move(done), result] {
                        if (context)
                            done(*result);
                    },
                    Qt::QueuedConnection);
            });
    }

private:
    QObject m_home; ///< what answers are sent to
    QThreadPool m_pool;
};

/// How a job ended: three different things.
enum class Outcome { Done, Cancelled, Failed };

/// Runs long work beside the window. Progress and the end arrive as signals on this object's thread.
class Jobs : public QObject {
    Q_OBJECT

public:
    using Work = std::function<Result<void>(const JobContext&)>;

    /// `project`: what the jobs work on; each is by the person who started it, whoever sits down meanwhile.
    explicit Jobs(const Project* project = nullptr);
    ~Jobs() override; ///< cancels what runs and waits for it

    /// Jobs run one after another in the order they were started; `name` is for the status bar.
    int start(const QString& name, Work work);
    void cancel(int job);
    [[nodiscard]] bool busy() const { return !m_running.empty(); }

Q_SIGNALS:
    void started(int job, const QString& name);
    void progressed(int job, const winnow::Progress& progress);
    void ended(int job, winnow::Outcome outcome, const winnow::Error& error);

private:
    const Project* m_project;
    QThreadPool m_pool;
    std::map<int, std::stop_source> m_running;
    int m_last = 0;
};

} // namespace winnow
