// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/PagedWalk.h"
#include "sources/Walk.h"

#include <memory>

/// Crossref, works: cursor.
namespace winnow::sources {

[[nodiscard]] net::Manners crossrefManners(const Access& access);
[[nodiscard]] QString crossrefAsSent(const Query& query, QStringList& warnings);
[[nodiscard]] qint64 crossrefPace(const net::Answer& answer);
[[nodiscard]] QString crossrefBesides(const Query& query);
[[nodiscard]] std::unique_ptr<Walk> beginCrossref(const Query& query, const Access& access);

/// The two pure halves: what is asked for a page, and what an answer says.
[[nodiscard]] net::Request crossrefRequest(const PageAt& at, const Query& query, const Access& access);
[[nodiscard]] Result<Page> crossrefPage(const QByteArray& body);

} // namespace winnow::sources
