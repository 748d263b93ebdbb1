// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Finding.h"
#include "appraisal/Instrument.h"
#include "appraisal/Versions.h"

#include <QJsonObject>

/// Instruments as the command line tells them.
namespace winnow::cli {

/// What names it: id, version, name, variants, where it is from.
[[nodiscard]] QJsonObject instrumentHead(const appraisal::Instrument& instrument);
/// One line of a list.
[[nodiscard]] QString instrumentLine(const appraisal::Instrument& instrument);
/// The form as text: domains, questions, when they are asked, rules.
[[nodiscard]] QString instrumentText(const appraisal::Instrument& instrument);

[[nodiscard]] QJsonObject findingJson(const appraisal::Finding& finding);
[[nodiscard]] QJsonObject differenceJson(const appraisal::Difference& difference);
/// Its place, then what stood there and what stands there now.
[[nodiscard]] QString differenceText(const appraisal::Difference& difference);

} // namespace winnow::cli
