// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/PagedWalk.h"
#include "sources/Walk.h"

#include <memory>

/// ClinicalTrials.gov, API v2: page tokens; a query that is too complicated for it is split.
namespace winnow::sources {

[[nodiscard]] net::Manners clinicalTrialsManners(const Access& access);
[[nodiscard]] QString clinicalTrialsAsSent(const Query& query, QStringList& warnings);
[[nodiscard]] QString clinicalTrialsBesides(const Query& query);
[[nodiscard]] std::unique_ptr<Walk> beginClinicalTrials(const Query& query, const Access& access);

/// The two pure halves: what is asked for a page, and what an answer says.
[[nodiscard]] net::Request clinicalTrialsRequest(const PageAt& at, const Query& query, const Access& access);
[[nodiscard]] Result<Page> clinicalTrialsPage(const QByteArray& body);

} // namespace winnow::sources
