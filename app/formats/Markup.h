// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// The text of a piece of HTML or JATS, as abstracts of web services have it: paragraphs and headings on lines of their
/// own, entities decoded. A text without marks stays as it is.
[[nodiscard]] std::string withoutMarkup(std::string_view text);

} // namespace winnow::formats
