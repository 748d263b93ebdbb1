// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Prisma.h"

namespace winnow::test {

/// 12 April 2026, 12:00 UTC.
inline constexpr qint64 aprilNoon = 1775995200000;

/// A finished review by databases and registers; all numbers add up.
inline FlowCounts typicalFlow()
{
    FlowCounts c;
    c.databases = {{QStringLiteral("PubMed"), 1204}, {QStringLiteral("Scopus"), 1688}};
    c.registers = {{QStringLiteral("ClinicalTrials.gov"), 212}};
    c.duplicates = 794;
    c.screened = 2310;
    c.titleExcluded = 2214;
    c.main.sought = 96;
    c.main.notRetrieved = 4;
    c.main.assessed = 92;
    c.main.excluded = {{QStringLiteral("Outcome not measured"), 12},
                       {QStringLiteral("Wrong population"), 21},
                       {QStringLiteral("No cell therapy"), 14},
                       {QStringLiteral("Not in humans"), 7}};
    c.main.included = 38;
    c.newStudies = 29;
    c.newReports = 38;
    return c;
}

/// The same with other methods.
inline FlowCounts otherMethodsFlow()
{
    FlowCounts c = typicalFlow();
    c.websites = 5;
    c.organisations = 2;
    c.citations = 8;
    c.otherMethods = 3;
    c.other.sought = 12;
    c.other.notRetrieved = 1;
    c.other.assessed = 11;
    c.other.excluded = {{QStringLiteral("Wrong design"), 6}, {QStringLiteral("Not in humans"), 2}};
    c.other.included = 3;
    c.newStudies = 31;
    c.newReports = 41;
    return c;
}

/// Half way: something pending everywhere, a declared number, records unread after a stopping rule.
inline FlowCounts interimFlow()
{
    FlowCounts c = otherMethodsFlow();
    c.titleExcluded = 1500;
    c.awaitingScreening = 414;
    c.notReadStopped = 300;
    c.main.sought = 96;
    c.main.awaitingRetrieval = 10;
    c.main.assessed = 82;
    c.main.awaitingAssessment = 9;
    c.main.awaitingClassification = 2;
    c.main.ongoing = 1;
    c.main.included = 16;
    c.other.sought = 14;
    c.other.awaitingRetrieval = 2;
    c.other.awaitingAssessment = 1;
    c.other.included = 2;
    c.newReports = 18;
    c.newStudies = 15;
    c.declared = {
        {QStringLiteral("duplicates"), 300, QStringLiteral("de-duplicated in EndNote before import, 100% by hand"),
         QStringLiteral("Ana"), aprilNoon},
        {QStringLiteral("website_results"), 5, QStringLiteral("looked at by hand"), QStringLiteral("Ben"), aprilNoon}};
    return c;
}

/// Twenty databases, twelve reasons, one of 200 letters, one word without a break, numbers of ten digits.
inline FlowCounts extremeFlow()
{
    FlowCounts c = interimFlow();
    c.databases.clear();
    for (int i = 1; i <= 20; ++i)
        c.databases.push_back({QStringLiteral("Database %1 on a platform with a longish name").arg(i), 1234567890LL});
    c.main.excluded.clear();
    for (int i = 1; i <= 10; ++i)
        c.main.excluded.push_back({QStringLiteral("Reason %1").arg(i), i});
    c.main.excluded.push_back(
        {QStringLiteral("the population is not the one of the question ").repeated(5).left(200), 3});
    c.main.excluded.push_back({QString(90, u'W'), 12345678901LL});
    c.other.excluded.push_back({QStringLiteral("人群不符合纳入标准").repeated(8), 1});
    c.registers.push_back({QStringLiteral("<Register> & \"Sons\""), 7});
    c.duplicates = 9876543210LL;
    return c;
}

} // namespace winnow::test
