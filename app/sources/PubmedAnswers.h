// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

/// What the E-utilities answer, read. Pure.
namespace winnow::sources {

/// eSearchResult.
struct PubmedFound {
    qint64 count = -1;
    std::vector<std::string> ids;
    QString webEnv;
    QString queryKey;
    QString translation;
    QStringList warnings; ///< in plain words
    QString error; ///< what it says instead

    bool operator==(const PubmedFound&) const = default;
};
[[nodiscard]] Result<PubmedFound> pubmedFound(const QByteArray& xml);

/// Accession numbers of the articles and books of a PubmedArticleSet, in order, and not of what they cite.
[[nodiscard]] std::vector<std::string> pubmedIds(const QByteArray& xml);
/// What <ERROR> holds; "" if there is none.
[[nodiscard]] QString pubmedError(const QByteArray& body);

} // namespace winnow::sources
