// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <QHash>

namespace winnow {

/// "Burt 2019"; "Burt" without a year, "#1204" without an author: how people call a report (rules.md D2).
[[nodiscard]] QString shortName(const RecordBrief& brief);

/// The short names of all reports that have passed title and abstract, by report. Those called the same get a letter,
/// "Burt 2019a", in the order of their 128-bit ids: the same in every copy of the project.
[[nodiscard]] Result<QHash<qint64, QString>> shortNames(Project& project);

/// a, b … z, aa, ab …
[[nodiscard]] QString nameSuffix(int index);

} // namespace winnow
