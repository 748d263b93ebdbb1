// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <string_view>
#include <vector>

/// Whether what a service says is of the work that a record here speaks of. Pure; not for the window or the command
/// line.
namespace winnow {

/// Word for word, whatever the case, signs and markup.
[[nodiscard]] bool sameTitle(std::string_view a, std::string_view b);
/// A record that was asked for by its identifier: some are shared by all abstracts of a supplement, and some are
/// mistyped. Where either has no title the identifier is believed.
[[nodiscard]] bool titlesMayAgree(const Record& a, const Record& b);

/// Of what a service gave for the title of `ours`, the one work that it is; nullptr: none, or several that could be.
/// The titles are the same word for word; so are the families of the first authors, and the years but for one (online
/// and in print), as far as `ours` has them. With neither, a title of few words ("Editorial") is nobody's. A preprint
/// or a conference abstract of the same title is another report (rules.md A2).
[[nodiscard]] const Record* theWork(const Record& ours, const std::vector<Record>& said);

} // namespace winnow
