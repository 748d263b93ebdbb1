// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Read.h"

#include <QStringView>

#include <string_view>

/// A CSV file whose rows are fields and not records: a name, and behind it the value or values ("CSV, fields by row" of
/// Embase). Records are parted by blank rows, and each begins with its title.
namespace winnow::formats {

[[nodiscard]] int fieldRowsLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readFieldRows(TextInput& input, ReadSink& sink);

} // namespace winnow::formats
