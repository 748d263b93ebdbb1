// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/charts/Kinds.h"

#include <algorithm>

namespace winnow {

std::span<const ChartKind> chartKinds()
{
    static const std::vector<ChartKind> kinds{
        charts::progress(), charts::agreement(), charts::sources(), charts::overlap(),  charts::years(),
        charts::journals(), charts::reasons(),   charts::labels(),  charts::entities(),
    };
    return kinds;
}

const ChartKind* chartKind(QStringView id)
{
    for (const ChartKind& kind : chartKinds()) {
        if (id.compare(QLatin1String(kind.id), Qt::CaseInsensitive) == 0)
            return &kind;
    }
    return nullptr;
}

namespace charts {

std::vector<RecordId> asRecords(const std::vector<qint64>& numbers)
{
    std::vector<RecordId> ids;
    ids.reserve(numbers.size());
    for (const qint64 n : numbers)
        ids.emplace_back(n);
    return ids;
}

ChartRecords toldOf(const std::vector<qint64>& reports, const std::vector<qint64>& known)
{
    ChartRecords records;
    for (const qint64 report : reports) {
        if (std::binary_search(known.begin(), known.end(), report))
            records.ids.emplace_back(report);
        else
            ++records.hidden;
    }
    return records;
}

void sortByCount(std::vector<ChartMark>& marks)
{
    std::sort(marks.begin(), marks.end(), [](const ChartMark& a, const ChartMark& b) {
        return a.count() != b.count() ? a.count() > b.count() : a.names < b.names;
    });
}

} // namespace charts
} // namespace winnow
