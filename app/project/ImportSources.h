// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Imports.h"
#include "store/WriteScope.h"

#include <string>
#include <vector>

/// Which source the records of a file are of.
namespace winnow {

/// What a file of this kind and name usually is an export of.
[[nodiscard]] QString guessSource(const QString& file, const QString& format);
/// Gives each origin of a run its source; those that the review does not have yet are made. `fallback`: for records
/// that name none.
[[nodiscard]] std::vector<store::Edit> sourceEdits(store::WriteScope& scope, RunId run, const ImportRequest& request,
                                                   const QString& fallback, const std::vector<std::string>& origins);
/// Of each origin the source that the review has by that name, or a negative number that stands for a new one.
[[nodiscard]] std::vector<qint64> sourcesOf(const store::Catalog& catalog, const ImportRequest& request,
                                            const QString& fallback, const std::vector<std::string>& origins);

} // namespace winnow
