// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace winnow {

/// A situation of a project file that is no error but that its user should know of. Nothing is ever done about it
/// without being asked: each has a safe way out.
struct Oddity {
    enum class Kind {
        CoauthorsFile, ///< `name` works in it, not the one who opened it → make an own copy
        ConflictedCopy, ///< `file` beside it was made by a cloud folder → bring it in
        SecondCopy, ///< a duplicate of `file`, which is still there → both can be used and brought into each other
        OlderThanRemembered, ///< went back behind what this laptop has seen of it (`when`) → bring in what was sent
        TwoPeopleOneName, ///< `name` belongs to two people → rename one
        ClockBehind, ///< the newest change is dated `when`, ahead of this laptop's clock
        ClockAhead, ///< the clock stands more than a year after the newest change, of `when`
    };
    Kind kind = Kind::ConflictedCopy;
    QString file;
    QString name;
    QDateTime when;

    bool operator==(const Oddity&) const = default;
};

namespace words {

/// What it is, what it means for the data, what to do.
[[nodiscard]] QString sentence(const Oddity& oddity);
[[nodiscard]] QString wordOf(Oddity::Kind kind); ///< coauthors-file, conflicted-copy …

} // namespace words
} // namespace winnow
