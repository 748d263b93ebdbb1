// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <string_view>

namespace winnow::formats {

/// First line of research notes that Winnow wrote.
inline constexpr std::string_view ownNotes = "Winnow:";

/// One <record>…</record> of EndNote XML, whole or broken off. Elements that have no place of their own are in `extra`
/// under their name, or "parent/name" where the name alone says little (pdf-urls/url).
[[nodiscard]] Record endnoteRecord(std::string_view xml);

} // namespace winnow::formats
