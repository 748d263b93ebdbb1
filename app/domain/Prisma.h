// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace winnow {

/// A name with a number: one database, one reason.
struct NamedCount {
    QString name;
    qint64 n = 0;

    bool operator==(const NamedCount&) const = default;
};

/// One column of the flow from "sought for retrieval" down. Units: reports (rules.md A4, A6).
struct FlowColumn {
    qint64 sought = 0;
    qint64 notRetrieved = 0;
    qint64 assessed = 0; ///< in hand: sought − notRetrieved − awaitingRetrieval
    std::vector<NamedCount> excluded; ///< by reason, in the team's order or by frequency
    qint64 included = 0;
    qint64 awaitingRetrieval = 0;
    qint64 awaitingAssessment = 0; ///< votes missing, in conflict, or reason open
    qint64 awaitingClassification = 0;
    qint64 ongoing = 0;

    bool operator==(const FlowColumn&) const = default;
    [[nodiscard]] qint64 excludedTotal() const;
};

/// Numbers that a person declared because Winnow cannot compute them (rules.md A8), by PRISMA key.
struct Declared {
    QString box;
    qint64 number = 0;
    QString why;
    QString by;
    qint64 at = 0;

    bool operator==(const Declared&) const = default;
};

/// Everything the PRISMA 2020 flow diagram shows. Computed, never typed, except `declared`.
/// Units: records down to `titleExcluded`, then reports, then studies.
struct FlowCounts {
    std::vector<NamedCount> databases; ///< identified, per source
    std::vector<NamedCount> registers;
    qint64 websites = 0;
    qint64 organisations = 0;
    qint64 citations = 0;
    qint64 otherMethods = 0; ///< experts, hand searching: "other"
    qint64 duplicates = 0;
    qint64 removedAutomation = 0;
    qint64 removedOther = 0;
    qint64 screened = 0; ///< identified − removed; includes awaitingScreening
    qint64 titleExcluded = 0;
    qint64 awaitingScreening = 0; ///< votes missing or in conflict
    qint64 notReadStopped = 0;
    FlowColumn main; ///< databases and registers
    FlowColumn other; ///< other methods
    qint64 newStudies = 0;
    qint64 newReports = 0;
    qint64 previousStudies = 0;
    qint64 previousReports = 0;
    std::vector<Declared> declared;

    bool operator==(const FlowCounts&) const = default;
    [[nodiscard]] qint64 identifiedDatabases() const;
    [[nodiscard]] qint64 identifiedRegisters() const;
    [[nodiscard]] qint64 identifiedOther() const;
    /// Something is pending anywhere: a figure exported now is stamped interim (rules.md A4).
    [[nodiscard]] bool interim() const;
    [[nodiscard]] bool isDeclared(const QString& box) const;
};

/// Names the identities of PRISMA (facts/prisma.md, 1–12) that do not hold; empty when all numbers add up.
[[nodiscard]] std::vector<QString> brokenIdentities(const FlowCounts& counts);

} // namespace winnow
