// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Query.h"
#include "store/Change.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace winnow {

/// An answer of the service. If it is kept, its bytes stand in the kept source file of the import, one behind the
/// other.
struct AnswerNote {
    qint64 at = 0; ///< ms since 1970
    QString address; ///< without keys and e-mail addresses
    int status = 200;
    qint64 bytes = 0;
    QString hash; ///< SHA-256, hexadecimal
    bool kept = true; ///< it stands in the file: others hold no records, or say how to ask otherwise

    bool operator==(const AnswerNote&) const = default;
};

/// One search as the log keeps it: what PRISMA-S asks for, and what is needed to repeat it.
struct SearchRecord {
    QString name; ///< a random number, hexadecimal: the same in every copy
    QString database; ///< id of the service
    QString source; ///< name of the source in the review
    QString platform;
    sources::Query query;
    QString sent; ///< with the text that the filters add
    QString translated;
    qint64 began = 0; ///< ms since 1970
    qint64 ended = 0;
    qint64 hits = -1; ///< declared
    qint64 delivered = 0; ///< distinct accession numbers that came
    qint64 records = 0; ///< came in
    qint64 fresh = 0; ///< of these not delivered by this source before
    qint64 known = 0; ///< left out: delivered before, and the same
    qint64 changed = 0; ///< delivered before, and not what they were
    qint64 unreadable = 0;
    bool complete = false;
    QString by; ///< who searched
    QString of; ///< name of the search that this repeats or goes on with
    QStringList warnings;
    QStringList changedIds; ///< accession numbers
    QStringList retractedIds;
    std::vector<sources::Gap> gaps;
    std::vector<AnswerNote> answers;

    bool operator==(const SearchRecord&) const = default;
};

[[nodiscard]] std::string packSearch(const SearchRecord& search);
/// What is not there keeps its default: the file may be from elsewhere.
[[nodiscard]] SearchRecord unpackSearch(qint64 number, const std::string& packed);
[[nodiscard]] store::Edit searchEdit(const SearchRecord& search);

[[nodiscard]] QString newSearchName();
[[nodiscard]] qint64 searchNumber(const QString& name);

} // namespace winnow
