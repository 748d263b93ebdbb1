// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QString>

#include <memory>

namespace winnow::store {

/// Who has a project open for writing.
struct Holder {
    QString user;
    QString host;
    QDateTime since;

    bool operator==(const Holder&) const = default;
};

/// The sidecar file that says who writes to a project. Held by flock as well, so that a killed process on this machine
/// leaves nothing behind; one left by another machine is believed, however old it is.
class ProjectLock {
public:
    /// ProjectHeld (context: who) when somebody else has it.
    static Result<std::unique_ptr<ProjectLock>> take(const QString& projectPath, const QDateTime& now);
    ~ProjectLock();
    ProjectLock(const ProjectLock&) = delete;
    ProjectLock& operator=(const ProjectLock&) = delete;

    [[nodiscard]] static QString pathFor(const QString& projectPath);

private:
    ProjectLock(int descriptor, QString path) : m_descriptor(descriptor), m_path(std::move(path)) { }
    int m_descriptor;
    QString m_path;
};

} // namespace winnow::store
