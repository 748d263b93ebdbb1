// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Read.h"
#include "project/Imports.h"

namespace winnow {

// What a person said of a file, in the words of the readers.

[[nodiscard]] inline formats::ColumnMap columnMap(const ColumnNames& names)
{
    formats::ColumnMap map;
    for (auto it = names.begin(); it != names.end(); ++it)
        map.push_back({it.key().toStdString(), it.value().toStdString()});
    return map;
}

[[nodiscard]] inline formats::Told told(const Reading& reading)
{
    return {reading.format, reading.encoding, columnMap(reading.columns)};
}

} // namespace winnow
