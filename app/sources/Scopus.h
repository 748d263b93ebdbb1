// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/PagedWalk.h"
#include "sources/Walk.h"

#include <memory>

/// Scopus Search API: COMPLETE view and cursor where the access includes them, else STANDARD and 5,000 records.
namespace winnow::sources {

[[nodiscard]] net::Manners scopusManners(const Access& access);
[[nodiscard]] QString scopusAsSent(const Query& query, QStringList& warnings);
[[nodiscard]] std::unique_ptr<Walk> beginScopus(const Query& query, const Access& access);

/// The two pure halves: what is asked for a page, and what an answer says.
[[nodiscard]] net::Request scopusRequest(const PageAt& at, const Query& query, const Access& access);
[[nodiscard]] Result<Page> scopusPage(const QByteArray& body);

} // namespace winnow::sources
