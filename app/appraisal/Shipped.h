// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Instrument.h"

namespace winnow::appraisal {

/// The instruments that come with Winnow, by how often reviews use them. How to add one: its file in
/// resources/instruments, a line in instruments.qrc there and in Shipped.cpp.
[[nodiscard]] QStringList shippedIds();
/// nullptr: none of them has this id. Case does not count. Lives as long as the program.
[[nodiscard]] const Instrument* findShipped(const QString& id);
/// Word by word as it comes with Winnow, and so in our words.
[[nodiscard]] bool isShipped(const Instrument& instrument);

} // namespace winnow::appraisal
