// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/TableColumns.h"

#include <string>

namespace winnow::formats {

/// What a column holds that some program gives a heading.
struct Synonym {
    Role role;
    int rank = 0; ///< 0 best; where a table has several columns of one role
};

/// By its plainName; nullptr: nobody is known to write it.
[[nodiscard]] const Synonym* meaningOf(const std::string& plain);

} // namespace winnow::formats
