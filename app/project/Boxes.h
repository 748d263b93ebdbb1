// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/Reader.h"

#include <QString>

#include <vector>

namespace winnow {

/// The records behind a number of the flow diagram, by its key (figures/FlowFigure.h): exactly as many as it says,
/// declared parts excepted. Records above "screened", reports from there on. UnknownRecord for an unknown key.
[[nodiscard]] Result<std::vector<qint64>> recordsInBox(store::Reader& reader, const QString& key);

/// How many of them stand there, but are not shown to the viewer before their own vote (rules.md C1).
[[nodiscard]] Result<qint64> withheldFromBox(store::Reader& reader, const QString& key);
/// The records that count as identified in any of these sources (rules.md A1, A3): as many as the tally Identified
/// says.
[[nodiscard]] std::vector<qint64> recordsIdentified(store::Reader& reader, const std::vector<SourceId>& sources);

} // namespace winnow
