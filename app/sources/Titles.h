// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "net/Wire.h"
#include "sources/Query.h"

#include <QString>

#include <vector>

/// A title, looked up: which works could be meant. Crossref ranks by words, so the first one need not be it.
namespace winnow::sources {

struct TitleMatch {
    QString title;
    QString firstAuthor; ///< family name
    QString journal;
    int year = 0;
    QString doi;

    bool operator==(const TitleMatch&) const = default;
};

[[nodiscard]] net::Request titleRequest(const QString& title, const Access& crossref);
/// In Europe PMC, among what PubMed has: works with these words in this order in their titles.
[[nodiscard]] net::Request europePmcTitleRequest(const QString& title, const Access& europePmc);
/// The best ones first; works without DOI or title are left out. Errors: AnswerUnreadable.
[[nodiscard]] Result<std::vector<TitleMatch>> titleMatches(const QByteArray& body);

} // namespace winnow::sources
