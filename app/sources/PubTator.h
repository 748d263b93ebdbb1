// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Entity.h"
#include "net/HttpClient.h"
#include "sources/Service.h"

#include <string>
#include <vector>

/// PubTator 3 (Wei 2024, doi 10.1093/nar/gkae235): what the titles and abstracts of PubMed, and open full texts, speak
/// of, as machines see it. Facts: /publications/export/biocjson, some hundred PMIDs to a request, three requests a
/// second; what it lacks is missing from the answer.
namespace winnow::sources {

/// An entity of a text, and the words that stand for it there, each once.
struct Mentioned {
    Entity entity;
    std::vector<std::string> words;

    bool operator==(const Mentioned&) const = default;
};
struct Annotated {
    std::string pmid;
    std::vector<Mentioned> entities; ///< those with an identifier, in the order in which they come

    bool operator==(const Annotated&) const = default;
};

[[nodiscard]] const Service& pubtator();
[[nodiscard]] net::Request annotationsRequest(const std::vector<std::string>& pmids, bool fulltext,
                                              const Access& access);
/// Errors: AnswerUnreadable.
[[nodiscard]] Result<std::vector<Annotated>> annotationsIn(const QByteArray& body);

inline constexpr size_t annotationBatch = 100;

} // namespace winnow::sources
