// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow::deduplication {

/// The text without its markup: character entities decoded (also those encoded twice), then tags such as <i>, <sub>,
/// <inf> or <mml:math> cut. A "<" of a comparison ("p <0.05") stays.
[[nodiscard]] QString withoutMarkup(const QString& text);

} // namespace winnow::deduplication
