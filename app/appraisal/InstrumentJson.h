// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Finding.h"
#include "appraisal/Instrument.h"

#include <QByteArray>

namespace winnow::appraisal {

/// What came out of a text. The findings of a text without faults are those that are only worth knowing.
struct Reading {
    std::optional<Instrument> instrument; ///< none: there are faults
    std::vector<Finding> findings;
};

/// Reads an instrument from JSON (resources/instruments/README.md describes it) and checks it (Check.h). Strict: an
/// unknown key is a fault, nothing is guessed. Whatever the text holds, the answer comes quickly and names the place.
[[nodiscard]] Reading readInstrument(const QByteArray& json);

/// What can be understood of a text that has faults; none: it is no instrument's at all.
[[nodiscard]] std::optional<Instrument> readAsFarAsItGoes(const QByteArray& json);

/// Reading it gives the same instrument again, and writing that the same bytes.
[[nodiscard]] QByteArray writeInstrument(const Instrument& instrument);

/// What a text may hold at most; beyond it is a fault that says so.
namespace limits {
inline constexpr qsizetype bytes = 2 * 1024 * 1024;
inline constexpr qsizetype variants = 20;
inline constexpr qsizetype scales = 20;
inline constexpr qsizetype levels = 20;
inline constexpr qsizetype answerSets = 200;
inline constexpr qsizetype answers = 50;
inline constexpr qsizetype domains = 100;
inline constexpr qsizetype items = 1000; ///< in all domains together
inline constexpr qsizetype rules = 300; ///< of a domain
inline constexpr qsizetype words = 200; ///< of a list of plain words
inline constexpr qsizetype idLength = 40;
inline constexpr qsizetype nameLength = 120;
inline constexpr qsizetype textLength = 4000;
} // namespace limits

} // namespace winnow::appraisal
