// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/Service.h"

#include <optional>
#include <string>

/// Unpaywall (Piwowar 2018, doi 10.7717/peerj.4375): where a work may be read freely, and under which licence. One DOI
/// to a request, 100,000 a day; it wants the address of who asks, and answers 422 to a made-up one, 404 to a DOI that
/// it does not know.
namespace winnow::sources {

/// A place where a full text may be read.
struct FreePlace {
    QString url; ///< its page
    QString pdf; ///< the file; may be empty
    QString licence; ///< "cc-by"; empty: nothing is said of copying
    QString version; ///< "publishedVersion", "acceptedVersion", "submittedVersion"

    bool operator==(const FreePlace&) const = default;
};

[[nodiscard]] const Service& unpaywall();
[[nodiscard]] net::Request freePlaceRequest(const std::string& doi, const Access& access);
/// An unknown DOI is an answer, too: there is no such place.
[[nodiscard]] std::optional<net::Judgement> unpaywallWords(const net::Answer& answer);
/// None: it may be read nowhere. Errors: AnswerUnreadable.
[[nodiscard]] Result<std::optional<FreePlace>> freePlaceIn(const net::Answer& answer);

/// Whether who may read it may also keep a copy: Creative Commons and the public domain.
[[nodiscard]] bool allowsCopies(const QString& licence);
/// "CC BY-NC 4.0" and "cc by-nc" as "cc-by-nc".
[[nodiscard]] QString licenceId(const QString& written);

} // namespace winnow::sources
