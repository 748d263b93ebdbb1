// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/People.h"

#include "domain/Words.h"

#include <array>

namespace winnow::cli {

Result<ReviewerId> personNamed(const Review& review, const QString& name)
{
    const Reviewer* reviewer = review.reviewer(QStringView(name).trimmed());
    if (!reviewer)
        return fail(ErrorCode::UnknownReviewer, name);
    return reviewer->id;
}

std::optional<NamedValue> parsePair(const QString& text)
{
    const qsizetype at = text.lastIndexOf(QLatin1Char('='));
    if (at < 0)
        return std::nullopt;
    NamedValue pair{text.left(at).trimmed(), text.mid(at + 1).trimmed()};
    if (pair.name.isEmpty() || pair.value.isEmpty())
        return std::nullopt;
    return pair;
}

std::optional<Roles> parseRoles(const QString& text)
{
    Roles roles;
    for (const QString& word : text.split(QLatin1Char(','))) {
        const auto role = words::parseRole(word);
        if (!role)
            return std::nullopt;
        roles |= *role;
    }
    return roles;
}

QStringList rolesOf(Roles roles)
{
    QStringList names;
    for (const Role role : std::array{Role::Lead, Role::Reviewer, Role::Resolver, Role::Librarian, Role::Reader}) {
        if (roles & role)
            names << words::wordOf(role);
    }
    return names;
}

QString numberText(qint64 number)
{
    return QLatin1Char('#') + QString::number(number);
}

} // namespace winnow::cli
