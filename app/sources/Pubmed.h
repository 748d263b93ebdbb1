// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/PubmedAnswers.h"
#include "sources/Walk.h"

#include <deque>
#include <memory>

/// PubMed (E-utilities of NCBI): esearch for the numbers, efetch for the records. Past 9,999 records the search is cut
/// into slices by the day on which a record was created, since each record has one such day; a publication date may be
/// two. Facts: NBK25499, and what NCBI says to those who ask for more (errors of esearch).
namespace winnow::sources {

[[nodiscard]] net::Manners pubmedManners(const Access& access);
[[nodiscard]] QString pubmedAsSent(const Query& query, QStringList& warnings);
[[nodiscard]] std::unique_ptr<Walk> beginPubmed(const Query& query, const Access& access);

class PubmedWalk final : public Walk {
public:
    PubmedWalk(Query query, Access access);

    [[nodiscard]] std::optional<net::Request> next() const override;
    [[nodiscard]] std::optional<net::Judgement> ownWords(const net::Answer& answer) const override;
    Result<bool> take(const net::Answer& answer) override;
    [[nodiscard]] Summary summary() const override;

    static constexpr qint64 most = 9999; ///< records that one search gives out
    static constexpr qint64 batch = 200; ///< records of one answer

private:
    /// Records created from one day to another; the whole search has no days.
    struct Slice {
        QDate from;
        QDate to;
    };
    [[nodiscard]] QString sliceText(const Slice& slice) const;
    [[nodiscard]] net::Request search() const;
    [[nodiscard]] net::Request fetch() const;
    [[nodiscard]] qint64 fetchSize() const;
    Result<bool> takeFound(const net::Answer& answer);
    Result<bool> takeRecords(const net::Answer& answer);
    void halve(const Slice& slice);
    void beginFetching(PubmedFound&& found);
    void endSlice();

    Query m_query;
    Access m_access;
    QString m_sent;
    QStringList m_warnings;
    std::deque<Slice> m_slices; ///< the first one is searched or fetched
    bool m_fetching = false;
    PubmedFound m_found; ///< of the slice that is fetched
    qint64 m_toFetch = 0; ///< of that slice
    qint64 m_start = 0;
    bool m_byIds = false; ///< the history of the search is gone
    qint64 m_hits = -1;
    qint64 m_capped = 0; ///< beyond what the service gives out, created on one day
    QString m_translated;
    Deliveries m_delivered;
    std::vector<std::string> m_missing; ///< found and not delivered
};

} // namespace winnow::sources
