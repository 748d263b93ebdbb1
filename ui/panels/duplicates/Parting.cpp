// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/Parting.h"

#include <algorithm>
#include <unordered_set>

namespace winnow::ui {

Result<int> partFromReport(Project& project, RecordId record)
{
    const auto view = Records(project).record(record);
    if (!view)
        return Failure(view.error());
    std::vector<RecordId> rest = view->members;
    std::erase(rest, record);
    int steps = 0;
    const auto judge = [&](RecordId a, RecordId b, bool same) -> Result<void> {
        auto judged = Duplicates(project).judge(a, b, same);
        steps += judged ? 1 : 0;
        return judged;
    };
    for (const RecordId member : rest) {
        if (const auto judged = judge(member, record, false); !judged)
            return Failure(judged.error());
    }
    for (const RecordId member : rest) {
        const auto now = Records(project).record(member);
        const auto first = Records(project).record(rest.front());
        if (!now || !first || now->report == first->report)
            continue;
        if (const auto judged = judge(rest.front(), member, true); !judged)
            return Failure(judged.error());
    }
    return steps;
}

Result<std::vector<RecordId>> joinedRecords(Project& project)
{
    auto all = Records(project).all();
    const auto reports = Records(project).reports();
    if (!all || !reports)
        return Failure(all ? reports.error() : all.error());
    const std::unordered_set<RecordId> heads(reports->begin(), reports->end());
    std::erase_if(*all, [&heads](RecordId id) { return heads.contains(id); });
    return all;
}

} // namespace winnow::ui
