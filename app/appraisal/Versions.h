// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Instrument.h"
#include "appraisal/Judge.h"

/// Two versions of an instrument.
namespace winnow::appraisal {

/// An answer or judgement that the new version has no place for.
struct Lost {
    enum class Why { NoSuchVariant, NoSuchItem, NoSuchAnswer, NoSuchDomain, NoSuchLevel };
    QString key;
    QString value;
    Why why = Why::NoSuchItem;

    bool operator==(const Lost&) const = default;
};

struct Migration {
    QString variant;
    Filling filling;
    std::vector<Lost> lost; ///< items first, then judgements, each by key

    bool operator==(const Migration&) const = default;
};

/// Carries answers to another version, by the ids of items and domains. If that version has not the variant, its first
/// one is taken and said so.
[[nodiscard]] Migration migrate(const Filling& filling, const QString& variant, const Instrument& to);
/// One line for people: "1.3 = PY: the item is no longer there".
[[nodiscard]] QString sentence(const Lost& lost);

struct Difference {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString place; ///< "item 2.3 in adhering: help", "domain D2", "domain D1: rules"
    QString before;
    QString after;

    bool operator==(const Difference&) const = default;
};

/// What changed from one version to the other, in the order of the newer one; what is gone comes last.
[[nodiscard]] std::vector<Difference> compare(const Instrument& before, const Instrument& after);

} // namespace winnow::appraisal
