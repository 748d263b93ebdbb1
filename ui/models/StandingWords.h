// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Sharing.h"

#include <QStringList>

namespace winnow::ui {

/// "12 changes of yours wait to be sent. You last sent your work on 24 Nov 2026 10:42."
[[nodiscard]] QString sendingWords(const WorkToSend& work);
/// What is lacking here of a stage, one line a person: "Ben: 120 of 203 votes are here; last heard of on …". Empty when
/// nothing is.
[[nodiscard]] QStringList neededWords(const StillNeeded& needed, const Review& review, ReviewerId me);

} // namespace winnow::ui
