// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// The LaTeX that stands in bibliographies, as plain text and back.
namespace winnow::formats {

/// Accents, letters, ligatures, dashes, quotation marks, symbols and simple maths become Unicode (NFC); braces and
/// commands of appearance go, what they enclose stays. Never fails; time is linear, whatever is nested in what.
[[nodiscard]] std::string fromLatex(std::string_view latex);
/// For addresses and file names: only \_ \% \& \# \~ and braces are undone.
[[nodiscard]] std::string fromLatexVerbatim(std::string_view latex);
/// Text that fromLatex turns back into `text`, with balanced braces. Letters beyond ASCII stay as they are (UTF-8).
[[nodiscard]] std::string toLatex(std::string_view text);

} // namespace winnow::formats
