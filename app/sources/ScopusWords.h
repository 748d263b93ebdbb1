// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Judgement.h"
#include "sources/PagedWalk.h"

#include <QDateTime>

/// What Scopus says beside its results: its errors come in four shapes, its reset times in three.
namespace winnow::sources {

[[nodiscard]] std::optional<net::Judgement> scopusWords(const net::Answer& answer);
[[nodiscard]] Objection scopusObjection(const net::Answer& answer);
/// X-RateLimit-Reset: seconds or milliseconds since 1970, or "YYYY-MM-DD hh:mm:ss". Not valid: none of these.
[[nodiscard]] QDateTime scopusReset(const QByteArray& header);

} // namespace winnow::sources
