// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Exchange.h"
#include "support/RandomHistory.h"
#include "support/StateDump.h"

namespace winnow::test {

/// Several copies of one project in one folder, each with its own clock and its own random history.
class Copies {
public:
    Copies(int n, quint32 seed, const NewReview& review);

    struct Copy {
        std::unique_ptr<FixedClock> clock;
        std::unique_ptr<Project> project;
        std::unique_ptr<RandomHistory> history;
        QStringList told; ///< what was done, for messages
    };
    std::vector<Copy> all;
    QTemporaryDir dir;

    /// `n` random acts in one copy.
    void act(size_t copy, int n);
    /// Brings all changes of one copy into another; imports the files they speak of first.
    Result<qint64> send(size_t from, size_t to);
    /// Everything everywhere, in a random order and more than once.
    Result<void> sendAll(std::mt19937& random);
    [[nodiscard]] Lines state(size_t copy) const { return sharedState(all[copy].project->path()); }
    /// What broke in the store, with all that was done.
    [[nodiscard]] QString broken() const;
    [[nodiscard]] QString story() const;
};

/// Leaves out the syncs, which only cost time where no power is cut.
void withoutSync(Project& project);

} // namespace winnow::test
