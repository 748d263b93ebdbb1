// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Judge.h"

#include <QJsonArray>
#include <QJsonObject>

namespace winnow::cli {

/// One judgement as the answer of a command has it: "domain", "judgement" (null: none; without a scale the score as
/// text), "score" and "of" where there are points, "unanswered" where something is still to be answered.
[[nodiscard]] QJsonArray judgementsJson(const appraisal::Judged& judged, const QJsonObject& head);

} // namespace winnow::cli
