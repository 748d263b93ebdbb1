// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace winnow::sources {

/// Something in a query that is wrong, or that the database may read otherwise than it was meant.
struct QueryRemark {
    qsizetype at = 0; ///< where in the text
    qsizetype length = 0;
    bool wrong = false; ///< no: it can be asked so
    QString sentence;

    bool operator==(const QueryRemark&) const = default;
};

/// What can be said of a query before anybody is asked, in the order of the text. Nobody is kept from asking by it: the
/// database has the last word.
[[nodiscard]] std::vector<QueryRemark> checkQuery(const QString& text, QStringView service);

} // namespace winnow::sources
