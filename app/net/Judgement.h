// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "net/Wire.h"

#include <functional>
#include <optional>

namespace winnow::net {

/// What to do with what came: take it, ask again, or give up. `error` says what it comes to when no asking helps.
struct Judgement {
    enum class What { Good, Again, Failed };
    What what = What::Good;
    ErrorCode error = ErrorCode::ServiceFailed;
    QString detail;

    bool operator==(const Judgement&) const = default;
};

/// What a service says in its own words, such as an error that comes with status 200. None: as judge() says.
using OwnWords = std::function<std::optional<Judgement>(const Answer&)>;

/// By status, trouble and kind of body. Asked again: 429, 500, 502, 503, 504, time-outs and answers that are cut off;
/// never any other 4xx.
[[nodiscard]] Judgement judge(const Outcome& outcome, Content content);

/// A web page, whatever its content type says.
[[nodiscard]] bool isWebPage(const Answer& answer);

} // namespace winnow::net
