// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

/// What is wrong or worth knowing about an instrument, with the place in its JSON.
namespace winnow::appraisal {

enum class Flaw {
    // Faults: the instrument cannot be used.
    NotJson,
    TooLarge,
    NotAnInstrument,
    NewerSchema,
    WrongType,
    Missing,
    UnknownKey,
    UnknownWord,
    EmptyText,
    LongText,
    HostileText,
    BadId,
    KeptWord,
    TwiceTheSame,
    TooMany,
    BadColour,
    BadLink,
    BadNumber,
    NothingToAnswer,
    RuleUnreadable,
    UnknownVariant,
    UnknownSet,
    UnknownScale,
    UnknownId,
    UnknownAnswer,
    UnknownLevel,
    UnknownDomain,
    DomainFromDomain,
    TwoOtherwise,
    NoScale,
    NoScore,
    Cycle,
    Contradiction,
    // Worth knowing: it works all the same.
    Gap,
    NeverHolds,
    NeverAsked,
    Sampled,
    UnknownText,
};

struct Finding {
    Flaw flaw = Flaw::NotJson;
    QString place; ///< "domains[1].items[0].asked_if"; empty: the whole
    QStringList values; ///< what the sentence fills in

    bool operator==(const Finding&) const = default;
};

/// Whether it keeps the instrument from being used.
[[nodiscard]] bool isFault(Flaw flaw);
[[nodiscard]] bool hasFault(const std::vector<Finding>& findings);
/// Stable, for scripts: "unknown-item", "contradiction" …
[[nodiscard]] QString wordOf(Flaw flaw);
/// One line that begins with the place, says what is wrong there and what to do.
[[nodiscard]] QString sentence(const Finding& finding);

} // namespace winnow::appraisal
