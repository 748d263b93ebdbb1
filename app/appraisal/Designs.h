// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Instrument.h"

/// Whether an instrument suits the design of a study (rules.md G1).
namespace winnow::appraisal {

enum class Fit {
    NotKnown, ///< nobody has said what the study is, or the instrument takes any
    Made, ///< the instrument is made for it
    WithCare, ///< its guidance has something of its own to say about it
    NotMade,
};

/// Designs of studies as instruments and reviews name them, in the order to offer them.
[[nodiscard]] const QStringList& studyDesigns();
[[nodiscard]] Fit fitOf(const Instrument& instrument, const QString& design);
/// One sentence that warns; empty where there is nothing to warn of.
[[nodiscard]] QString fitSentence(const Instrument& instrument, const QString& design);

} // namespace winnow::appraisal
