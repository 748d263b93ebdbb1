// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Prisma.h"

#include <algorithm>
#include <numeric>

namespace winnow {
namespace {

qint64 sum(const std::vector<NamedCount>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64{0},
                           [](qint64 n, const NamedCount& c) { return n + c.n; });
}

bool pending(const FlowColumn& column)
{
    return column.awaitingRetrieval || column.awaitingAssessment;
}

bool negative(const std::vector<NamedCount>& counts)
{
    return std::any_of(counts.begin(), counts.end(), [](const NamedCount& c) { return c.n < 0; });
}

bool negative(const FlowColumn& c)
{
    return negative(c.excluded)
        || std::min({c.sought, c.notRetrieved, c.assessed, c.included, c.awaitingRetrieval, c.awaitingAssessment,
                     c.awaitingClassification, c.ongoing})
        < 0;
}

void checkColumn(const FlowColumn& c, const QString& name, std::vector<QString>& broken)
{
    if (c.assessed != c.sought - c.notRetrieved - c.awaitingRetrieval)
        broken.push_back(name + QStringLiteral("_assessed"));
    if (c.included != c.assessed - c.excludedTotal() - c.awaitingAssessment - c.awaitingClassification - c.ongoing)
        broken.push_back(name + QStringLiteral("_included"));
    if (negative(c))
        broken.push_back(name + QStringLiteral("_negative"));
}

} // namespace

qint64 FlowColumn::excludedTotal() const
{
    return sum(excluded);
}
qint64 FlowCounts::identifiedDatabases() const
{
    return sum(databases);
}
qint64 FlowCounts::identifiedRegisters() const
{
    return sum(registers);
}
qint64 FlowCounts::identifiedOther() const
{
    return websites + organisations + citations + otherMethods;
}

bool FlowCounts::interim() const
{
    return awaitingScreening > 0 || pending(main) || pending(other);
}

bool FlowCounts::isDeclared(const QString& box) const
{
    return std::any_of(declared.begin(), declared.end(), [&](const Declared& d) { return d.box == box; });
}

std::vector<QString> brokenIdentities(const FlowCounts& c)
{
    std::vector<QString> broken;
    const qint64 identified = c.identifiedDatabases() + c.identifiedRegisters();
    if (c.screened != identified - c.duplicates - c.removedAutomation - c.removedOther)
        broken.push_back(QStringLiteral("records_screened"));
    if (c.main.sought != c.screened - c.titleExcluded - c.awaitingScreening - c.notReadStopped)
        broken.push_back(QStringLiteral("dbr_sought_reports"));
    checkColumn(c.main, QStringLiteral("dbr"), broken);
    checkColumn(c.other, QStringLiteral("other"), broken);
    if (c.other.sought > c.identifiedOther())
        broken.push_back(QStringLiteral("other_sought_reports"));
    if (c.newReports != c.main.included + c.other.included)
        broken.push_back(QStringLiteral("new_reports"));
    if (c.newStudies > c.newReports || (c.newStudies == 0) != (c.newReports == 0))
        broken.push_back(QStringLiteral("new_studies"));
    if (negative(c.databases) || negative(c.registers) || c.identifiedOther() < 0
        || std::min({c.notReadStopped, c.duplicates, c.removedAutomation, c.removedOther, c.screened, c.titleExcluded,
                     c.awaitingScreening, c.newStudies, c.newReports})
            < 0)
        broken.push_back(QStringLiteral("negative"));
    return broken;
}

} // namespace winnow
