// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

namespace winnow {

/// Changes of the protocol while the review runs (rules.md B8), each with its date and why, as the methods section
/// tells them. The lead's (LeadOnly).
class Protocol {
public:
    explicit Protocol(Project& project) : m_project(project) { }

    /// A change that needs no report to be read again. BadInput without a text.
    Result<void> note(Stage stage, const QDate& date, const QString& why);
    /// All that stand excluded for the reason go back to the queues of their voters, blind again. The votes and
    /// resolutions up to now are history: kept in the log, no longer counted. Returns how many reports. UnknownReason;
    /// BadInput without a text, or when nothing is excluded for it.
    Result<qint64> rescreen(ReasonId reason, const QDate& date, const QString& why);

private:
    Project& m_project;
};

} // namespace winnow
