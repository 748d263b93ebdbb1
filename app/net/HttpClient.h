// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "net/HostQueues.h"
#include "net/Judgement.h"
#include "net/Pause.h"
#include "net/Wire.h"

#include <functional>
#include <stop_token>

namespace winnow::net {

/// One exchange with a server, as something that is handed in.
class Transport {
public:
    virtual ~Transport() = default;
    /// Blocks until the answer is there, the service has been silent for `silence` ms, or `stop`.
    virtual Outcome exchange(const Request& request, qint64 silence, const std::stop_token& stop) = 0;
};

/// How a service wants to be asked.
struct Manners {
    qint64 spacing = 1000; ///< ms between the ends of two requests
    qint64 silence = 60'000; ///< ms without a byte before it counts as timed out
    int tries = 5;
    qint64 longestWait = 600'000; ///< ms; a service that asks for more has its quota spent
    /// The pace that an answer asks for, in ms between two requests, where the service says it with each; -1: not said.
    qint64 (*pace)(const Answer& answer) = nullptr;
};

/// A polite client: one request at a time for each host, spaced as the service documents; Retry-After is kept to; what
/// may have been bad luck is tried again after a growing pause. For the threads of jobs: it blocks. Errors speak of the
/// host by its name and hold neither keys nor addresses.
class HttpClient {
public:
    struct Parts {
        Transport& transport;
        HostQueues& queues;
        Pause& pause;
        const Clock& clock;
        std::function<double()> chance; ///< 0 … 1
    };
    explicit HttpClient(Parts parts) : m_parts(std::move(parts)) { }

    void setManners(const Manners& manners) { m_manners = manners; }
    /// Told of every wait of a second or more, on the thread that asks.
    void setWaitingSink(WaitingSink sink) { m_waiting = std::move(sink); }

    /// Errors: Cancelled, those of judge(), and what `own` finds.
    Result<Answer> ask(const Request& request, const std::stop_token& stop, const OwnWords& own = {});

private:
    [[nodiscard]] Judgement judged(const Outcome& outcome, const Request& request, const OwnWords& own) const;
    [[nodiscard]] qint64 spacingAfter(const Answer& answer) const;
    [[nodiscard]] qint64 waitAfter(const Outcome& outcome, int tries) const;
    bool waitFor(HostQueues::Turn& turn, const QString& host, Waiting::Why why, const std::stop_token& stop);

    Parts m_parts;
    Manners m_manners;
    WaitingSink m_waiting;
};

} // namespace winnow::net
