// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Progress.h"
#include "cli/Output.h"
#include "cli/ProgressLine.h"
#include "project/Project.h"

#include <QJsonObject>

#include <memory>

namespace winnow::cli {

/// What a command is handed: where its answer goes, how to stop, and the way to a project.
class Context {
public:
    Context(bool json, Output& out, ProgressLine& progress, std::stop_token stop, const Clock& clock)
        : m_json(json)
        , m_out(out)
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_clock(clock)
    {
    }

    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] Output& out() { return m_out; }
    /// Progress and stop token for one job.
    [[nodiscard]] JobContext job();
    [[nodiscard]] bool cancelled() const { return m_stop.stop_requested(); }

    /// The project, looked at or acted on by `as`; by nobody if empty. UnknownReviewer, and what Project::open says.
    [[nodiscard]] Result<std::unique_ptr<Project>> open(const QString& path, Project::Access access, const QString& as);

    /// The answer: the object with --json, else the text for people (a line end is added if it has none).
    void answer(const QJsonObject& object, const QString& text);
    /// One line on standard error, for what went wrong while the rest goes on.
    void complain(const Error& error);

private:
    bool m_json;
    Output& m_out;
    ProgressLine& m_progress;
    std::stop_token m_stop;
    const Clock& m_clock;
};

/// For commands where nobody has to decide: the lead acts, else the first reviewer, else nobody.
void actAsLead(Project& project);

} // namespace winnow::cli
