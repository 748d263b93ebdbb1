// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace winnow::sources {

/// What narrows a search beside its own words. Each service says which text it adds (Service::asSent).
struct Filters {
    QDate from; ///< published (registered) on that day or later
    QDate to;
    bool humans = false;
    QStringList languages = {}; ///< ids of FilterWords.h; any of them
    QStringList types = {}; ///< kinds of publication, ids of FilterWords.h; any of them

    bool operator==(const Filters&) const = default;
};

/// A search in the database's own syntax.
struct Query {
    QString text;
    Filters filters;
    qint64 limit = 0; ///< records to be fetched at most; 0: all
    QDate today; ///< the last day that the search can know of
    bool countOnly = false;

    bool operator==(const Query&) const = default;
};

/// Where a service stands and who asks. Nothing of it is ever kept in a project.
struct Access {
    QString base; ///< without a slash at its end
    QString key;
    QString institution; ///< Scopus: the institution's token
    QString email; ///< of the reviewer, for services that want to be able to write before they block

    bool operator==(const Access&) const = default;
};

/// Records that the source declared and that did not come, and why.
struct Gap {
    enum class Why {
        Limit, ///< the reviewer's own
        ServiceLimit, ///< the service gives out no more for one search
        NotDelivered, ///< the source left them out of its answers
        Stopped, ///< the fetching ended before
    };
    Why why = Why::NotDelivered;
    qint64 records = 0;
    std::vector<std::string> ids; ///< those that are known

    bool operator==(const Gap&) const = default;
};

/// What is known of a search so far.
struct Summary {
    qint64 hits = -1; ///< declared by the source; -1: not yet
    qint64 records = 0; ///< distinct accession numbers that came
    qint64 repeats = 0; ///< that came a second time
    QString translated; ///< the query as the database understood it, if it says so
    QStringList warnings; ///< in plain words
    std::vector<Gap> gaps;

    bool operator==(const Summary&) const = default;
};

} // namespace winnow::sources
