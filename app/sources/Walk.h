// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Hash.h"
#include "base/Result.h"
#include "net/Judgement.h"
#include "net/Wire.h"
#include "sources/Query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace winnow::sources {

/// One search on its way through one service: says what to ask next, and learns from each answer. It asks nobody
/// itself, and what it does follows from the query and the answers alone: a search that was interrupted is resumed by
/// handing the kept answers to a new walk.
class Walk {
public:
    virtual ~Walk() = default;

    /// None: there is nothing left to ask.
    [[nodiscard]] virtual std::optional<net::Request> next() const = 0;
    /// What the service says in its own words. The answers of which this says that they are good can be taken.
    [[nodiscard]] virtual std::optional<net::Judgement> ownWords(const net::Answer& answer) const = 0;
    /// Learns from the answer to next(). True: there are records in it. Errors: QueryRefused, AnswerUnreadable.
    virtual Result<bool> take(const net::Answer& answer) = 0;
    /// What is known so far. At the end, every record that was declared has come or stands in a gap.
    [[nodiscard]] virtual Summary summary() const = 0;
};

/// Accession numbers, counted once. Kept as their hashes: a search may deliver a hundred thousand.
class Deliveries {
public:
    void add(const std::vector<std::string>& ids);
    [[nodiscard]] bool has(const std::string& id) const { return m_ids.contains(hash64(id)); }
    [[nodiscard]] qint64 records() const { return qint64(m_ids.size()); }
    [[nodiscard]] qint64 repeats() const { return m_repeats; }

private:
    std::unordered_set<std::uint64_t> m_ids;
    qint64 m_repeats = 0;
};

} // namespace winnow::sources
