// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Sharing.h"

#include <functional>

namespace winnow::ui {

/// Runs a job over Sharing. `done`, or `otherwise` if it failed or was cancelled, is called on the window's thread
/// unless `owner` is gone by then; what went wrong is said by those who watch the jobs.
inline void runSharing(PanelContext& context, QObject* owner, const QString& name,
                       std::function<Result<void>(Sharing&, const JobContext&)> work, std::function<void()> done,
                       std::function<void()> otherwise = {})
{
    const int job
        = context.jobs.start(name, [&project = context.project, work = std::move(work)](const JobContext& running) {
              Sharing sharing(project);
              return work(sharing, running);
          });
    auto* once = new QObject(owner);
    QObject::connect(&context.jobs, &Jobs::ended, once,
                     [once, job, done = std::move(done), otherwise = std::move(otherwise)](int ended, Outcome outcome) {
                         if (ended != job)
                             return;
                         once->deleteLater();
                         if (outcome == Outcome::Done)
                             done();
                         else if (otherwise)
                             otherwise();
                     });
}

} // namespace winnow::ui
