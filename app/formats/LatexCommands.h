// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace winnow::formats {

/// The combining mark of an accent command ("'" of \'e, "c" of \c{c}, "hat" of \hat{x}); "" if the command is none.
[[nodiscard]] std::string_view latexAccent(std::string_view command);
/// The letter or symbol that a command stands for; "" if it is none ("\emph" and its like).
[[nodiscard]] std::string_view latexSymbol(std::string_view command);
/// The Unicode superscript or subscript of an ASCII character; "" if there is none.
[[nodiscard]] std::string_view raised(char c);
[[nodiscard]] std::string_view sunk(char c);

} // namespace winnow::formats
