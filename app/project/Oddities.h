// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Oddity.h"
#include "project/Project.h"

#include <QStringList>

#include <optional>

class QSettings;

namespace winnow {

/// What this laptop remembers of the project files that were opened on it; never part of a project (rules.md D1).
class LaptopMemory {
public:
    /// Keeps its notes in a group of its own. The settings must outlive it.
    explicit LaptopMemory(QSettings& settings) : m_settings(settings) { }

    struct Seen {
        QString path;
        qint64 newest = 0; ///< stamp of the newest change
        QDateTime at;
    };
    [[nodiscard]] std::optional<Seen> copy(const QString& copyUid) const;
    /// To be called when a project is closed, and after odditiesOf() when it is opened.
    void remember(const Project& project);

private:
    QSettings& m_settings;
};

/// What is odd about an opened project, the gravest first. `memory`: without one nothing is said about where a file
/// comes from.
Result<std::vector<Oddity>> odditiesOf(const Project& project, const LaptopMemory* memory);

/// The same file under another name in the same folder, as cloud folders make them when both sides were changed
/// (Dropbox, OneDrive, Nextcloud, Syncthing): names that begin alike, the same project and the same copy of it.
[[nodiscard]] QStringList conflictedCopies(const Project& project);

/// Makes a duplicated file a copy in its own right, so that it is not taken for the other one.
Result<void> becomeOwnCopy(Project& project);

} // namespace winnow
