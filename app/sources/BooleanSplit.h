// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace winnow::sources {

/// Two simpler queries that together find what `query` finds: its alternatives (OR) halved, or those of the longest
/// bracket that is joined to the rest by AND. None: it has no alternatives, or NOT stands where it would change its
/// meaning.
[[nodiscard]] std::optional<std::pair<QString, QString>> splitBoolean(const QString& query);

} // namespace winnow::sources
