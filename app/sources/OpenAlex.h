// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/PagedWalk.h"
#include "sources/Walk.h"

#include <memory>

/// OpenAlex, works: cursor with a key, else pages up to 10,000 records.
namespace winnow::sources {

[[nodiscard]] net::Manners openAlexManners(const Access& access);
[[nodiscard]] QString openAlexAsSent(const Query& query, QStringList& warnings);
[[nodiscard]] QString openAlexBesides(const Query& query);
[[nodiscard]] std::unique_ptr<Walk> beginOpenAlex(const Query& query, const Access& access);

/// The two pure halves: what is asked for a page, and what an answer says.
[[nodiscard]] net::Request openAlexRequest(const PageAt& at, const Query& query, const Access& access);
[[nodiscard]] Result<Page> openAlexPage(const QByteArray& body);

} // namespace winnow::sources
