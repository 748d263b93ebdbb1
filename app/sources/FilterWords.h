// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Query.h"

#include <QLatin1String>

#include <span>

/// Languages and kinds of publication that a search can be narrowed to, and the words of each database for them.
namespace winnow::sources {

enum class FilterKind { Language, Type };

/// One of them. A database that has no word for it cannot filter by it.
struct FilterWord {
    FilterKind kind;
    const char* id; ///< as on the command line and in the project file
    const char* name; ///< for people; translated in the context "Words"
    const char* pubmed = "";
    const char* europePmc = "";
    const char* scopus = "";
    const char* openAlex = "";
    const char* crossref = "";
    const char* trials = "";
};

[[nodiscard]] std::span<const FilterWord> filterWords();
[[nodiscard]] const FilterWord* findFilterWord(FilterKind kind, QStringView id);
/// How this database says it; "" if it cannot.
[[nodiscard]] QString wordIn(const FilterWord& word, QLatin1String service);

/// The words of those that the database has, each in `pattern`.
[[nodiscard]] QStringList filterTexts(FilterKind kind, const QStringList& ids, QLatin1String service,
                                      const QString& pattern);
/// "(a OR b)", or "a" alone.
[[nodiscard]] QString anyOf(const QStringList& texts);
/// " AND (english[la] OR german[la]) AND review[pt]", for databases whose query holds the filters.
[[nodiscard]] QString filterClause(const Filters& filters, QLatin1String service);
/// Says which of the filters the database does not have.
void lackingFilters(const Filters& filters, QLatin1String service, const QString& name, QStringList& warnings);

} // namespace winnow::sources
