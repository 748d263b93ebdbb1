// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "domain/Record.h"
#include "project/Online.h"

#include <functional>
#include <string>
#include <vector>

namespace winnow {

/// What a service says of records that are here already, by identifier: nothing is imported. Not for the window or the
/// command line.
struct LookUp {
    const char* way; ///< id of one of sources::waysOfFinding()
    std::vector<std::string> ids;
};

/// Hands out each record of each answer, on the caller's thread. Errors: SearchStopped, those of net::HttpClient and of
/// the service's answers; what came before has been handed out.
[[nodiscard]] Result<void> lookUp(Online& online, const LookUp& what, const JobContext& job,
                                  const std::function<void(const Record&)>& take);

/// One service that is asked about titles, one after the other.
struct TitleWay {
    const char* way; ///< id of a service
    net::Request (*request)(const QString& title, const sources::Access& access);
};

/// Hands out the answer to each title with its place among them. Errors: as lookUp(), those of `take` as the service's.
[[nodiscard]] Result<void> askTitles(Online& online, const TitleWay& how, const std::vector<QString>& titles,
                                     const JobContext& job,
                                     const std::function<Result<void>(size_t, const QByteArray&)>& take);

/// The records in one answer, by the reader of its format.
[[nodiscard]] Result<std::vector<Record>> recordsIn(const QByteArray& body, const QString& format);

} // namespace winnow
