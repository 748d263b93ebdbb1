// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow::ui {

/// What the log calls a kind of step (History::Step::kind), in words for people: "vote", "import of a file".
[[nodiscard]] QString nameOfStep(const QString& kind);

} // namespace winnow::ui
