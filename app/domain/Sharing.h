// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace winnow {

/// What a file between coauthors is for (rules.md E). Copy: another copy of the project itself.
enum class BundleKind { Start, Work, Conflicts, Copy };

/// What a bundle says of itself. Names are as its sender's copy has them.
struct BundleInfo {
    BundleKind kind = BundleKind::Work;
    QString projectUid;
    QString title;
    QString sender; ///< empty: nobody in particular
    QString senderUid; ///< the same person in every copy
    QString receiver; ///< empty: everybody
    QString receiverUid;
    QString copy; ///< the copy that it was made in
    QDateTime madeAt;
    qint64 changes = 0;
    qint64 imports = 0; ///< files of records that it carries
    qint64 bytes = 0;
    QString summary; ///< a sentence for whoever looks into the ZIP

    bool operator==(const BundleInfo&) const = default;
};

/// What a review should have before it is shared (rules.md E1): without it the work of several people does not fit
/// together well. Warned about, never refused.
enum class NotReady { Question, Criteria, Reasons, Imports, Duplicates, People };

} // namespace winnow
