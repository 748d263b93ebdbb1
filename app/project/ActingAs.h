// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <optional>

namespace winnow {

/// While it lives, what its thread asks of any review is asked by one person, whoever sits down at the laptop
/// meanwhile: a search that Ana began stays Ana's. change() and decide() carry it over to the write lane.
class ActingAs final {
public:
    explicit ActingAs(ReviewerId who);
    ~ActingAs();
    ActingAs(const ActingAs&) = delete;
    ActingAs& operator=(const ActingAs&) = delete;

    /// Of the thread that asks; none: whoever sits there.
    [[nodiscard]] static std::optional<ReviewerId> here();

private:
    std::optional<ReviewerId> m_before;
};

} // namespace winnow
