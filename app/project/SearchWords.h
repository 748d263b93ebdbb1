// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Pause.h"
#include "sources/Query.h"

#include <QString>

/// What the window and the commands say of a search.
namespace winnow {

/// "limit", "service-limit", "not-delivered", "stopped".
[[nodiscard]] QString gapWord(sources::Gap::Why why);
/// By how many the fetched fall short of the declared, and why.
[[nodiscard]] QString gapSentence(const sources::Gap& gap);
/// "waiting 12 s as api.example.org asks"
[[nodiscard]] QString waitingSentence(const net::Waiting& waiting);

} // namespace winnow
