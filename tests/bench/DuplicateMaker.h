// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchRecords.h"
#include "domain/Record.h"

#include <cstdint>
#include <deque>

namespace winnow::bench {

/// Records as several databases would deliver them: a share of them are copies of an earlier one, written another way
/// (journal abbreviated, initials for names, page ranges cut, a year off, a misspelt or annotated title, fields
/// missing), and some are look-alikes that are other documents (part II, erratum, conference abstract, next year's
/// update, the same title by another group). The same seed gives the same records everywhere.
class DuplicateMaker {
public:
    /// `share` of the records are copies.
    DuplicateMaker(std::uint64_t seed, double share);

    struct Made {
        Record record;
        std::uint32_t document = 0;
    };
    [[nodiscard]] Made next();

private:
    [[nodiscard]] Record fresh();
    [[nodiscard]] Record copyOf(Record record);
    [[nodiscard]] Record lookAlike(Record record);
    void misspell(std::string& title);
    [[nodiscard]] std::string number(std::uint32_t below);

    Dice m_dice;
    double m_share;
    Vocabulary m_words;
    std::deque<Made> m_recent; ///< of which copies are made
    std::uint32_t m_documents = 0;
};

} // namespace winnow::bench
