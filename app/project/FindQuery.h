// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "store/Reader.h"

#include <QString>

#include <span>
#include <vector>

namespace winnow {

/// What a person types as an FTS5 expression: every word must be there, the last one as a beginning while it is being
/// typed. Nothing that is typed can be a syntax error. Empty: no words.
[[nodiscard]] std::string findExpression(const QString& typed);

/// Reports that match, in the order of `within` (of import when it is empty or sorted by number), the first `limit`.
/// Words in "quotes" stand side by side in one field.
/// Notes and labels of the viewer are searched too.
[[nodiscard]] std::vector<RecordId> findIn(store::Reader& reader, const QString& typed,
                                           std::span<const RecordId> within, qint64 limit);

} // namespace winnow
