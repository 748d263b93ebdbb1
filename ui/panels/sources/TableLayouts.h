// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Imports.h"

namespace winnow::ui {

class Settings;

/// What people said of the columns of tables, kept for the next table with the same headings.
namespace layouts {

/// Headings of a table, as one short key.
[[nodiscard]] QString keyOf(const std::vector<TableColumn>& columns);
/// Empty: nobody said anything.
[[nodiscard]] ColumnNames remembered(const Settings& settings, const QString& key);
/// With no names, what was kept is forgotten.
void remember(Settings& settings, const QString& key, const ColumnNames& names);

} // namespace layouts
} // namespace winnow::ui
