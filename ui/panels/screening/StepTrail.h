// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Screening.h"

#include <vector>

namespace winnow::ui {

/// A vote as it stood before and after a step.
struct VoteChange {
    RecordId report;
    MyVote before;
    MyVote after;
};
using VoteChanges = std::vector<VoteChange>;

/// What I did in this room since it was opened, as far as undo and redo must show at once. The project's log is what
/// counts: a trail that does not fit what it says is dropped, and the votes are read anew in any case.
class StepTrail {
public:
    void did(VoteChanges step)
    {
        m_done.push_back(std::move(step));
        m_undone.clear();
    }
    /// The changes of the step that was just undone, if it is the trail's last one and speaks of `record`.
    [[nodiscard]] const VoteChanges* undid(RecordId record) { return move(m_done, m_undone, record); }
    [[nodiscard]] const VoteChanges* redid(RecordId record) { return move(m_undone, m_done, record); }

private:
    const VoteChanges* move(std::vector<VoteChanges>& from, std::vector<VoteChanges>& to, RecordId record)
    {
        const bool fits = !from.empty() && !from.back().empty()
            && (from.back().front().report == record || (from.back().size() > 1 && !record));
        if (!fits) {
            m_done.clear();
            m_undone.clear();
            return nullptr;
        }
        to.push_back(std::move(from.back()));
        from.pop_back();
        return &to.back();
    }

    std::vector<VoteChanges> m_done;
    std::vector<VoteChanges> m_undone;
};

} // namespace winnow::ui
