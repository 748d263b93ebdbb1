// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"
#include "project/SearchLog.h"

#include <vector>

namespace winnow {

/// The appendix of searches that PRISMA-S asks for (Rethlefsen 2021, doi 10.1186/s13643-020-01542-z), as Markdown:
/// for each search and each imported file the source and platform, the date, the strategy as it was sent, limits and
/// filters, what the database understood, hits and records, and what did not come and why. Nothing is in it that was
/// not said or seen: what is not known is named as such.
/// `files`: imports that came with no search from here.
[[nodiscard]] QString searchAppendix(const Review& review, const std::vector<SearchRecord>& searches,
                                     const std::vector<Run>& files);
/// Imports that count and came with no search from here.
[[nodiscard]] std::vector<Run> importedFiles(const Project& project);

/// Searches as JSON, so that a coauthor can repeat them: what was asked and what came of it, without the answers.
[[nodiscard]] QByteArray searchesToJson(const std::vector<SearchRecord>& searches);
/// Errors: BadInput (no such file of ours).
[[nodiscard]] Result<std::vector<SearchRecord>> searchesFromJson(const QByteArray& json);

} // namespace winnow
