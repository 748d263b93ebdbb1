// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// What Ovid's exports have in common, be they tagged as MEDLINE or RIS, or labelled.
namespace winnow::formats {

/// "<12>" or "<12. >" alone on a line: the number of the entry that follows.
[[nodiscard]] bool isOvidNumber(std::string_view line);

struct OvidSource {
    std::string journal;
    std::string volume;
    std::string issue;
    std::string pages;
};

/// The parts of a source: "Pediatrics. 147(4):12-19, 2021 04.", "Journal of Examples. Vol.12(3), Mar 2019, pp. 1-9.",
/// "BMC Proceedings. Conference: 2nd Example Conference. Spain. 12 (3) (pp 1-9), 2018." All are empty where no volume
/// is found: a book's source says where it appeared in many ways.
[[nodiscard]] OvidSource ovidSource(std::string_view source);

} // namespace winnow::formats
