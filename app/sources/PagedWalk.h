// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Walk.h"

#include <QString>

/// Services that hand out the records of a search page by page: what to ask for a page and how to read it are two pure
/// functions; the walking is the same for all of them.
namespace winnow::sources {

/// A page that is to be asked for.
struct PageAt {
    QString query; ///< with the filters
    QString cursor; ///< of the service; empty: the first page
    qint64 start = 0; ///< records before it
    qint64 size = 0;
    bool byOffset = false; ///< by `start`, since the service does not let this access use cursors
    bool plain = false; ///< without what this access may not see

    bool operator==(const PageAt&) const = default;
};

/// A page as it came.
struct Page {
    qint64 total = -1; ///< -1: not said
    QString cursor; ///< of the next page; empty: there is none
    std::vector<std::string> ids; ///< accession numbers, in order

    bool operator==(const Page&) const = default;
};

/// What a service answered instead of a page, and that another request may mend.
enum class Objection { None, TooComplicated, NoCursor, NotThisView };

struct PagedService {
    qint64 pageSize = 100;
    qint64 mostByOffset = 10'000; ///< records that can be reached by offset
    bool cursors = true; ///< no: by offset from the beginning
    net::Request (*request)(const PageAt& at, const Query& query, const Access& access) = nullptr;
    /// Errors: AnswerUnreadable.
    Result<Page> (*read)(const QByteArray& body) = nullptr;
    std::optional<net::Judgement> (*ownWords)(const net::Answer& answer) = nullptr;
    Objection (*objection)(const net::Answer& answer) = nullptr;
};

class PagedWalk final : public Walk {
public:
    PagedWalk(const PagedService& service, Query query, Access access, QString sent, QStringList warnings);

    [[nodiscard]] std::optional<net::Request> next() const override;
    [[nodiscard]] std::optional<net::Judgement> ownWords(const net::Answer& answer) const override;
    Result<bool> take(const net::Answer& answer) override;
    [[nodiscard]] Summary summary() const override;

private:
    [[nodiscard]] qint64 wanted() const;
    Result<bool> object(Objection objection);
    void noteTotal(qint64 total);
    void turn(const Page& page);
    void endPart();

    PagedService m_service;
    Query m_query;
    Access m_access;
    QStringList m_warnings;
    std::vector<QString> m_parts; ///< the query, or simpler ones of which it is made
    size_t m_part = 0;
    PageAt m_at;
    qint64 m_partTotal = -1;
    qint64 m_totals = 0; ///< of the parts that ended
    bool m_split = false;
    bool m_changed = false; ///< the declared total did
    bool m_capped = false; ///< the service gives out no more
    Deliveries m_delivered;
};

} // namespace winnow::sources
