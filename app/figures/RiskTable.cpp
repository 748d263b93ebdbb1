// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/RiskTable.h"

#include <QCollator>

#include <algorithm>
#include <functional>
#include <map>

namespace winnow::figures {
namespace {

/// How often each level stands in a row, the worst first; levels outside of the order are the last and weigh least.
std::vector<int> badness(const RiskRow& row, std::size_t levels, bool overall)
{
    std::vector<int> counts(levels + 1, 0);
    for (std::size_t i = 0; i < row.levels.size(); ++i) {
        if (row.levels[i] == RiskRow::notJudged)
            continue;
        if (overall && i + 1 == row.levels.size())
            counts[0] = row.levels[i] + 1;
        else
            ++counts[levels - std::size_t(row.levels[i])];
    }
    return counts;
}

void sortWithin(std::vector<RiskRow>& rows, const std::function<bool(const RiskRow&, const RiskRow&)>& before)
{
    std::map<QString, std::size_t> groups;
    for (const RiskRow& row : rows)
        groups.emplace(row.group, groups.size());
    std::stable_sort(rows.begin(), rows.end(), [&](const RiskRow& a, const RiskRow& b) {
        const std::size_t groupA = groups.at(a.group);
        const std::size_t groupB = groups.at(b.group);
        return groupA != groupB ? groupA < groupB : before(a, b);
    });
}

} // namespace

RiskTable inOrder(RiskTable table, RiskOrder order)
{
    const std::size_t levels = table.levels.size();
    QCollator names;
    names.setNumericMode(true);
    names.setCaseSensitivity(Qt::CaseInsensitive);
    switch (order) {
    case RiskOrder::AsGiven: sortWithin(table.rows, [](const RiskRow&, const RiskRow&) { return false; }); break;
    case RiskOrder::Study:
        sortWithin(table.rows,
                   [&names](const RiskRow& a, const RiskRow& b) { return names.compare(a.name, b.name) < 0; });
        break;
    case RiskOrder::Year:
        sortWithin(table.rows, [](const RiskRow& a, const RiskRow& b) {
            return a.year != b.year && a.year != 0 && (b.year == 0 || a.year < b.year);
        });
        break;
    case RiskOrder::WorstFirst:
        sortWithin(table.rows, [&table, levels](const RiskRow& a, const RiskRow& b) {
            return badness(a, levels, table.overall) > badness(b, levels, table.overall);
        });
        break;
    }
    return table;
}

} // namespace winnow::figures
