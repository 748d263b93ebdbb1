// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Fold.h"

#include <limits>
#include <memory>
#include <span>

namespace winnow::store {

/// Rules and lists of the team; what is said of single reports is none of them.
[[nodiscard]] bool isOfTeam(ChangeKind kind);

/// Changes that all decisions hang on (votes needed, majority, who resolves, reasons, who gets what), in projects where
/// their work would keep votes waiting. Such a change stands in the log at once, but does not count yet: what it makes
/// of every report is worked out in portions, on the side of the rows that does not count (Side.h), while the earlier
/// rules stay in force and votes go on. One small commit then makes it live and turns the sides. A kill in between
/// leaves the earlier rules in force; the next opening goes on where it was left.
class RulesAhead {
public:
    RulesAhead(Database& db, Replicas& replicas, Reports& reports, Fold& fold);

    /// `before` is the state before the transaction. After Reports::begin() and Fold::begin().
    void begin(const Catalog& before);
    /// Whether such edits are to wait. Only steps that speak of nothing but the team's rules and lists do.
    [[nodiscard]] bool holds(std::span<const Edit> edits);
    /// From the commit on that makes the coming rules count, this change is live, or is not any more.
    void turn(qint64 seq, bool live);
    /// The change is as it is wanted to be.
    void drop(qint64 seq);
    /// Works out up to `limit` records more; when none is left, makes the coming rules count. False: nothing waits.
    bool work(qint64 limit);
    /// The next work() makes the coming rules count.
    [[nodiscard]] bool ready() const { return m_ready; }
    /// What was worked out is thrown away with the end of this transaction.
    void startAnew() { m_anew = true; }
    /// At the end of the transaction, with the state after it: settles the reports.
    void settle(const Catalog& after);
    /// The transaction was rolled back.
    void forget();

    [[nodiscard]] bool waits() const { return m_waits; }
    struct HowFar {
        qint64 done = 0;
        qint64 total = 0;
    };
    /// In records.
    [[nodiscard]] HowFar howFar() const { return {m_upto, m_last}; }

    /// Test seam: how many votes may be counted anew while somebody waits, and records worked out in one portion.
    void setLimits(qint64 votes, qint64 records)
    {
        m_atOnce = votes;
        m_mostInPortion = records;
    }

private:
    [[nodiscard]] bool isLong(Recount what, const Edit& edit);
    [[nodiscard]] bool someVoted(qint64 more);
    void read();
    void applyTurnings();
    [[nodiscard]] std::shared_ptr<const Catalog> comingRules();
    void advance(qint64 limit);
    void count();

    Database& m_db;
    Replicas& m_replicas;
    Reports& m_reports;
    Fold& m_fold;
    const Catalog* m_before = nullptr;
    std::shared_ptr<const Catalog> m_coming; ///< as it will be; null: not known, or nothing waits
    qint64 m_atOnce = 300;
    qint64 m_mostInPortion = std::numeric_limits<qint64>::max();
    qint64 m_upto = 0;
    qint64 m_last = 0;
    bool m_waits = false;
    bool m_ready = false;
    bool m_anew = false;
};

} // namespace winnow::store
