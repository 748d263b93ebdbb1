// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QStringList>

namespace winnow {

/// What the methods section says of how a review was screened.
struct MethodsFacts {
    ReviewSettings settings;
    int screeners = 0; ///< people who are asked to vote
    QStringList resolvers; ///< people named to settle conflicts
    std::vector<PilotRound> pilots; ///< rounds held, by stage and number
    std::vector<ProtocolChange> protocol; ///< by date

    bool operator==(const MethodsFacts&) const = default;
};

namespace words {

/// How many votes a report gets and from whom, at one stage: one or two sentences.
[[nodiscard]] QString screeningSentence(Stage stage, const MethodsFacts& facts);
/// How conflicts of one stage are settled.
[[nodiscard]] QString resolvingSentence(Stage stage, const MethodsFacts& facts);
/// Planned while none was held; empty without either.
[[nodiscard]] QString pilotSentence(const MethodsFacts& facts);
[[nodiscard]] QString protocolSentence(const ProtocolChange& change);
/// All of it, a paragraph for each part, to be copied into the paper.
[[nodiscard]] QStringList methodsSection(const MethodsFacts& facts);

} // namespace words
} // namespace winnow
