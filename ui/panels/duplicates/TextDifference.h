// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace winnow::ui {

/// Which characters of two texts differ: true for each character of `left` without a partner in `right`, in order
/// (longest common subsequence between what they begin and end with alike). Where less than half agrees, or more than
/// 600 characters are left on both sides, whole words are told apart instead.
[[nodiscard]] std::vector<bool> differingCharacters(const QString& left, const QString& right);

} // namespace winnow::ui
