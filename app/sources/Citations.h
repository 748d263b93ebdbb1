// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/Walk.h"

#include <deque>
#include <memory>

/// Citation searching over OpenAlex: from reports that are known to what they cite and to what cites them (backward and
/// forward; TARCiS, Hirt 2024, doi 10.1136/bmj-2023-078384). First the reports are looked up, then the works that they
/// cite, by number, then those that cite them, by filter.
namespace winnow::sources {

struct Chase {
    bool references = true; ///< what the reports cite
    bool citing = true; ///< what cites them
    std::vector<std::string> seeds; ///< "doi:10.1/a", "pmid:12"

    bool operator==(const Chase&) const = default;
};
/// As a query's text: "references citing: doi:10.1/a pmid:12".
[[nodiscard]] QString chaseText(const Chase& chase);
[[nodiscard]] Chase chaseIn(const QString& text);

/// A work as OpenAlex lists it.
struct CitedWork {
    std::string id; ///< "W12"
    std::string doi;
    std::string pmid;
    std::vector<std::string> references;

    bool operator==(const CitedWork&) const = default;
};
struct CitedPage {
    qint64 total = -1;
    QString cursor; ///< of the next page; empty: there is none
    std::vector<CitedWork> works;

    bool operator==(const CitedPage&) const = default;
};
/// Errors: AnswerUnreadable.
[[nodiscard]] Result<CitedPage> citedPage(const QByteArray& body);

class ChaseWalk final : public Walk {
public:
    ChaseWalk(const Query& query, Access access);

    [[nodiscard]] std::optional<net::Request> next() const override;
    [[nodiscard]] std::optional<net::Judgement> ownWords(const net::Answer& answer) const override;
    Result<bool> take(const net::Answer& answer) override;
    [[nodiscard]] Summary summary() const override;

    static constexpr size_t batch = 50; ///< values of one filter
    static constexpr qint64 pageSize = 100;
    static constexpr qint64 mostByPage = 10'000; ///< works that pages reach without a key

private:
    /// One filter to be asked for, to its last page.
    struct Part {
        enum class What { Seeds, References, Citing };
        What what = What::Seeds;
        QString filter;
        qint64 declared = 0; ///< of references: as many as are asked for
    };
    void takeSeeds(const CitedPage& page);
    void planWorks();
    void turn(const CitedPage& page);
    void endPart();
    [[nodiscard]] QStringList warnings() const;

    Query m_query;
    Access m_access;
    Chase m_chase;
    std::deque<Part> m_parts; ///< the first one is asked for
    QString m_cursor;
    qint64 m_page = 1;
    qint64 m_partTotal = -1;
    qint64 m_declared = 0; ///< of the parts so far
    qint64 m_capped = 0;
    std::vector<std::string> m_known; ///< of the seeds, as they were asked for
    std::vector<std::string> m_works; ///< numbers of the seeds
    std::vector<std::string> m_references; ///< each once
    Deliveries m_delivered;
};

[[nodiscard]] QString chaseAsSent(const Query& query, QStringList& warnings);
[[nodiscard]] std::unique_ptr<Walk> beginChase(const Query& query, const Access& access);

} // namespace winnow::sources
