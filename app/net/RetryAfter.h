// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace winnow::net {

/// How long a Retry-After header asks to wait, in ms: seconds, or a date of HTTP (RFC 9110, 10.2.3; also the two older
/// ways to write one), of which the past is 0. None: it says neither.
[[nodiscard]] std::optional<qint64> retryAfter(const QByteArray& header, qint64 now);

/// Before the n-th repetition (from 1): a second doubled each time, at most a minute, of which `chance` (0 … 1) leaves
/// half to all, so that many who failed together do not come back together.
[[nodiscard]] qint64 backoff(int repetition, double chance);

} // namespace winnow::net
