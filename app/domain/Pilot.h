// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace winnow {

// Numbers of the enums in this file stand in project files: append only, never renumber.

enum class Stage : int { Title = 1, Fulltext = 2 };

/// A pilot round: the same few reports, drawn at random, for everybody; the others wait until the team says go.
struct PilotRound {
    enum class State : int { None = 0, Running = 1, Go = 2, Refine = 3 };
    Stage stage = Stage::Title;
    int number = 0; ///< 1 …
    int size = 0;
    quint64 seed = 0;
    State state = State::None;
    QString why; ///< said with go or refine

    bool operator==(const PilotRound&) const = default;
};

/// What was changed in the protocol while the review ran, for the methods section (rules.md B8).
struct ProtocolChange {
    qint64 id = 0;
    QDate date;
    QString text;
    Stage stage = Stage::Title;
    QString reason; ///< whose exclusions were screened again; empty: none were
    qint64 reports = 0; ///< how many

    bool operator==(const ProtocolChange&) const = default;
};

} // namespace winnow
