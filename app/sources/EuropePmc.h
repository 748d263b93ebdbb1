// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/PagedWalk.h"
#include "sources/Walk.h"

#include <memory>

/// Europe PMC, REST search: cursorMark.
namespace winnow::sources {

[[nodiscard]] net::Manners europePmcManners(const Access& access);
[[nodiscard]] QString europePmcAsSent(const Query& query, QStringList& warnings);
[[nodiscard]] std::unique_ptr<Walk> beginEuropePmc(const Query& query, const Access& access);

/// The two pure halves: what is asked for a page, and what an answer says.
[[nodiscard]] net::Request europePmcRequest(const PageAt& at, const Query& query, const Access& access);
[[nodiscard]] Result<Page> europePmcPage(const QByteArray& body);

} // namespace winnow::sources
