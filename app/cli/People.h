// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Context.h"

#include <QStringList>

#include <optional>

/// People and pairs on the command line: "Ana", "Ana=60", "Ana=lead,reviewer".
namespace winnow::cli {

[[nodiscard]] Result<ReviewerId> personNamed(const Review& review, const QString& name);

struct NamedValue {
    QString name;
    QString value;
};
/// Parts at the last "="; none if there is none or a side is empty.
[[nodiscard]] std::optional<NamedValue> parsePair(const QString& text);

/// "lead,reviewer"; none if one of them is no role.
[[nodiscard]] std::optional<Roles> parseRoles(const QString& text);
[[nodiscard]] QStringList rolesOf(Roles roles);

/// "#1204".
[[nodiscard]] QString numberText(qint64 number);

} // namespace winnow::cli
