// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/TableColumns.h"

#include <string>
#include <string_view>

namespace winnow::formats {

/// A heading that some program gives a column, and what such a column holds.
struct Synonym {
    std::string_view name; ///< letters and digits only, lower case
    Role role;
    int rank = 0; ///< 0 best; where a table has several columns of one role
};

/// By its plainName; nullptr: nobody is known to write it.
[[nodiscard]] const Synonym* meaningOf(const std::string& plain);

} // namespace winnow::formats
