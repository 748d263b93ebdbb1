// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftTable.h"

namespace winnow::ui {

/// Answers as a table of the draft, of a set or of one question. `rename` gives an answer another code, everywhere.
[[nodiscard]] std::vector<DraftTable::Column> answerColumns();
[[nodiscard]] DraftTable::Access
answerAccess(const std::function<std::vector<appraisal::Answer>*(appraisal::InstrumentDraft&)>& answers,
             const std::function<bool(appraisal::InstrumentDraft&, int row, const QString& code)>& rename);

/// The levels of the scale at `place` among the scales.
[[nodiscard]] std::vector<DraftTable::Column> levelColumns();
[[nodiscard]] DraftTable::Access levelAccess(std::size_t place);

} // namespace winnow::ui
