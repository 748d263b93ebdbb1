// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Prisma.h"
#include "store/Reader.h"

#include <QStringList>

namespace winnow {

/// The numbers of the flow diagram from the tallies, the imports' "removed before" and the declared numbers.
[[nodiscard]] FlowCounts flowCountsFrom(store::Reader& reader);

/// Boxes that may be declared (rules.md A8). Their places in this list stand in project files: append only.
/// `duplicates` are those removed before import, beside what each import says of itself.
[[nodiscard]] const QStringList& declarableBoxList();

} // namespace winnow
