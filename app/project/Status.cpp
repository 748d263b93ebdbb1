// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Flow.h"

#include "project/Writing.h"
#include "store/Reports.h"
#include "store/Trail.h"

#include <map>

namespace winnow {
namespace {

StageStatus stageStatus(store::Reader& reader, Stage stage)
{
    using enum Place;
    StageStatus status;
    status.stage = stage;
    const bool title = stage == Stage::Title;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Places))) {
        const auto place = Place(key[1]);
        if (reached(place, stage))
            status.reports += n;
        if (title ? place == AwaitingScreening : place == Sought || place == Requested || place == AwaitingAssessment)
            status.pending += n;
        if (title ? place == TitleConflict : place == FulltextConflict || place == ReasonsDiffer)
            status.conflicts += n;
        if (title ? passedTitle(place) : place == Included)
            status.included += n;
        if (place == (title ? TitleExcluded : FulltextExcluded))
            status.excluded += n;
    }
    std::map<qint64, qint64> votes;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Voted))) {
        if (key[1] == int(stage))
            votes[key[0]] += n;
    }
    for (const Reviewer& reviewer : reader.catalog().reviewers)
        status.votes.emplace_back(reviewer.id, votes[reviewer.id.value]);
    return status;
}

Status wholeStatus(store::Reader& reader)
{
    Status status;
    status.stages = {stageStatus(reader, Stage::Title), stageStatus(reader, Stage::Fulltext)};
    std::map<qint64, qint64> bySource;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Identified)))
        bySource[key[1]] += n;
    for (const Source& source : reader.catalog().sources)
        status.sources.push_back({source.name, bySource[source.id.value]});
    for (const store::RunInfo& info : reader.catalog().runs)
        status.records += info.live().records();
    for (const auto& [_, n] : store::tallies(reader, int(store::Dim::Places)))
        status.reports += n;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Studies)))
        status.studies += key[0] == 0 ? n : n > 0;
    return status;
}

} // namespace

Result<Status> statusOf(Project& project)
{
    return project.store().read(wholeStatus);
}

} // namespace winnow
