// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace winnow::cli {

/// Appends text (UTF-8) as a JSON string. For answers that are written as they are read: a million records must not
/// stand in memory as one QJsonObject.
void appendJson(std::string& out, std::string_view text);

} // namespace winnow::cli
