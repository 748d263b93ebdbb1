// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace winnow::test {

/// Recomputes clusters, places, reasons and tallies of a project the slow and plain way, from what the fold holds of
/// single answers, and says what of it differs from what is stored; empty: nothing. Shares no code with app/store but
/// the reading of its tables and lists.
[[nodiscard]] QStringList naiveDifferences(const QString& path);

} // namespace winnow::test
