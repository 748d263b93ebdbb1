// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"
#include "net/HttpClient.h"
#include "sources/Walk.h"

#include <QStringView>

#include <memory>
#include <span>

namespace winnow::sources {

enum class Key { None, Optional, Required };

/// One database or register that Winnow can search itself. All of them stand in registry.cpp, one line each.
struct Service {
    const char* id; ///< as in `--database` and in the project file
    const char* name; ///< of the source in the review
    const char* platform; ///< through which it was searched, as PRISMA-S asks
    const char* variable; ///< the D of WINNOW_<D>_URL and WINNOW_<D>_KEY
    const char* base;
    const char* format; ///< which reader reads its answers
    SourceKind kind;
    Key key;
    const char* credit; ///< what its terms want to be said
    const char* example; ///< of its syntax
    net::Manners (*manners)(const Access& access);
    /// The query with the text that the filters add, and in `warnings` the filters that the service does not have.
    QString (*asSent)(const Query& query, QStringList& warnings);
    std::unique_ptr<Walk> (*begin)(const Query& query, const Access& access);
    /// What stands beside the query in the address, for services that filter so: "filter=type:article".
    QString (*besides)(const Query& query) = nullptr;
    /// Its terms let abstracts be passed on only by those whose licence says so.
    bool abstractsNeedLicence = false;
    const char* asked = nullptr; ///< who is asked, where the source is not the service itself (waysOfFinding())
};

/// The query as it goes out, with all that its filters add.
[[nodiscard]] QString wholeQuery(const Service& service, const Query& query, QStringList& warnings);

[[nodiscard]] std::span<const Service> registry();
/// What is found otherwise than by words: by identifier and by citation. Their sources are other methods (rules.md A3).
[[nodiscard]] std::span<const Service> waysOfFinding();
/// Of both, by id or name, whatever the case; nullptr: Winnow cannot search it.
[[nodiscard]] const Service* findService(QStringView name);
/// Who is asked, for people.
[[nodiscard]] QString askedName(const Service& service);
/// As the documentation says, or as WINNOW_<D>_URL, WINNOW_<D>_KEY, WINNOW_<D>_INSTTOKEN and WINNOW_EMAIL say.
[[nodiscard]] Access accessFromEnvironment(const Service& service);

} // namespace winnow::sources
