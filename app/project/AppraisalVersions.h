// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/AppraisalStudies.h"

/// Assessments go to a newer version of their instrument. What was said stays under the older one as it is.
namespace winnow {

/// What of one assessment goes along: what I have said, by the ids of items and domains; and what was agreed on, once
/// the newer one is opened, too. Others carry over their own answers: nobody sees them before.
struct VersionMove {
    AppraisalId from;
    QString study; ///< its name
    ResultOf result = {};
    QString version = {}; ///< that it is of
    QString variant = {}; ///< in the newer version
    qint64 carried = 0; ///< my answers and judgements
    qint64 agreed = 0; ///< those that were agreed on
    std::vector<appraisal::Lost> lost = {}; ///< what has no place there
    QStringList open = {}; ///< items that are to be answered there
    QStringList reworded = {}; ///< items whose question reads otherwise there: their answers are to be looked at

    bool operator==(const VersionMove&) const = default;
};

/// Assessments under older versions from which there is something to carry, and of which I have said nothing under
/// this one; of several older ones the newest counts. By study.
[[nodiscard]] Result<std::vector<VersionMove>> movesTo(Project& project, const appraisal::Instrument& to,
                                                       const std::vector<AppraisedStudy>& studies,
                                                       const std::vector<AppraisalView>& views);

struct VersionMoves {
    appraisal::Instrument to;
    std::vector<VersionMove> moves; ///< never empty
};
/// The same for every instrument that assessments were begun with, and the newest version of it that there is.
[[nodiscard]] Result<std::vector<VersionMoves>>
movesToNewest(Project& project, const std::vector<AppraisedStudy>& studies, const std::vector<AppraisalView>& views);

struct Moved {
    std::vector<AppraisalId> appraisals; ///< under the newer version, in the order of those that were named
    qint64 said = 0; ///< answers and judgements of mine
    qint64 agreed = 0; ///< those that were agreed on
};
/// Begins them under that version where they are not begun, for the same appraisers, and carries over what has a place
/// there and is not said there yet: one step for all. Errors as Appraisals::begin and say.
[[nodiscard]] Result<Moved> moveTo(Project& project, const appraisal::Instrument& to,
                                   const std::vector<AppraisalId>& from);

} // namespace winnow
