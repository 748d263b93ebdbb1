// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace winnow {

/// A number that names one thing of one kind within one project file. Ids of different kinds do not convert.
/// Zero means "none". Local ids never leave the file: what travels is the 128-bit `Uid`.
template <class Tag> struct Id {
    qint64 value = 0;

    constexpr Id() = default;
    constexpr explicit Id(qint64 v) : value(v) { }
    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

} // namespace winnow

template <class Tag> struct std::hash<winnow::Id<Tag>> {
    std::size_t operator()(winnow::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.value); }
};
