// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/duplicates/PairQueue.h"

namespace winnow::ui {

/// What a search found, as one sentence.
[[nodiscard]] QString foundSentence(const DedupeReport& report);

/// What an empty list says. `looked`: a search has been made.
struct EmptyList {
    QString title;
    QString sentence;
};
[[nodiscard]] EmptyList emptyList(PairList list, bool looked);

} // namespace winnow::ui
