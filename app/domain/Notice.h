// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace winnow {

/// What was published about a publication afterwards. The numbers stand in the change log: append only; a smaller one
/// weighs more.
enum class NoticeKind : int { Retraction = 1, Concern = 2, Correction = 3 };

struct Notice {
    NoticeKind kind = NoticeKind::Retraction;
    std::string reference; ///< where it was published, as the source writes it; may be empty

    bool operator==(const Notice&) const = default;
};

/// What a record says of itself, in whatever words its source has (the elements and tags of PubMed, `updated-by` of
/// Crossref, `is_retracted` of OpenAlex, the comments of Europe PMC); the weightiest first, one of each kind. The
/// notice of a retraction is not retracted, and says nothing here.
[[nodiscard]] std::vector<Notice> noticesOf(const Record& record);

namespace words {
/// "retracted", "expression of concern", "corrected".
[[nodiscard]] QString wordOf(NoticeKind kind);
/// Machine words: "retraction", "concern", "correction".
[[nodiscard]] QString idOf(NoticeKind kind);
} // namespace words

} // namespace winnow
