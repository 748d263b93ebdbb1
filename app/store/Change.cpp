// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Change.h"

#include <algorithm>
#include <array>

namespace winnow::store {

const KindSpec* specOf(ChangeKind kind)
{
    using enum ChangeKind;
    static constexpr std::array specs{
        KindSpec{Setting, "setting", Ref::None, Ref::None, false},
        KindSpec{Reviewer, "reviewer", Ref::Entity, Ref::None, false},
        KindSpec{Criterion, "criterion", Ref::Entity, Ref::None, false},
        KindSpec{Reason, "reason", Ref::Entity, Ref::None, false},
        KindSpec{Label, "label", Ref::Entity, Ref::None, false},
        KindSpec{Source, "source", Ref::Entity, Ref::None, false},
        KindSpec{Run, "import", Ref::Entity, Ref::None, false},
        KindSpec{Field, "field", Ref::Record, Ref::None, false},
        KindSpec{PairAuto, "join", Ref::Record, Ref::Record, false},
        KindSpec{PairJudged, "judgement", Ref::Record, Ref::Record, false},
        KindSpec{Vote, "vote", Ref::Record, Ref::None, true},
        KindSpec{Note, "note", Ref::Record, Ref::None, true},
        KindSpec{Tag, "labelled", Ref::Record, Ref::EntityAndStage, true},
        KindSpec{CriterionTick, "tick", Ref::Record, Ref::EntityAndStage, true},
        KindSpec{Opened, "opened", Ref::Record, Ref::None, false},
        KindSpec{Resolution, "resolution", Ref::Record, Ref::None, false},
        KindSpec{Retrieval, "retrieval", Ref::Record, Ref::None, false},
        KindSpec{SetAside, "set aside", Ref::Record, Ref::None, false},
        KindSpec{Classified, "classified", Ref::Record, Ref::None, false},
        KindSpec{StudyMember, "study", Ref::Record, Ref::None, false},
        KindSpec{Study, "study name", Ref::Entity, Ref::None, false},
        KindSpec{Declared, "declared", Ref::None, Ref::None, false},
        KindSpec{Referred, "referred", Ref::Record, Ref::None, false},
        KindSpec{Assigned, "assigned", Ref::Record, Ref::EntityAndStage, false},
        KindSpec{PilotMember, "pilot record", Ref::Record, Ref::None, false},
        KindSpec{ChangeKind::PilotRound, "pilot round", Ref::None, Ref::None, false},
        KindSpec{Rescreened, "screened again", Ref::Record, Ref::None, false},
        KindSpec{Protocol, "protocol change", Ref::None, Ref::None, false},
        KindSpec{PairDoubtful, "doubtful pair", Ref::Record, Ref::Record, false},
        KindSpec{Compared, "compared", Ref::Entity, Ref::Entity, false},
        KindSpec{Instrument, "instrument", Ref::Entity, Ref::None, false},
        KindSpec{Appraised, "appraisal", Ref::Entity, Ref::None, false},
        KindSpec{Appraiser, "appraiser", Ref::Entity, Ref::EntityAndStage, false},
        KindSpec{Answered, "appraisal answer", Ref::Entity, Ref::None, true},
        KindSpec{Judged, "appraisal judgement", Ref::Entity, Ref::None, true},
        KindSpec{AppraisalOpened, "appraisal opened", Ref::Entity, Ref::None, false},
        KindSpec{Settled, "appraisal consensus", Ref::Entity, Ref::None, false},
        KindSpec{StudyDesign, "appraisal design", Ref::Record, Ref::None, false},
        KindSpec{Search, "search", Ref::None, Ref::None, false},
        KindSpec{FilledFrom, "filled from", Ref::Record, Ref::None, false},
        KindSpec{Notice, "notice", Ref::Record, Ref::None, false},
        KindSpec{NoticesChecked, "notices checked", Ref::None, Ref::None, false},
        KindSpec{FulltextAt, "free full text", Ref::Record, Ref::None, false},
        KindSpec{SearchBlock, "search block", Ref::None, Ref::None, false},
        KindSpec{SearchDraft, "search query", Ref::None, Ref::None, false},
        KindSpec{AbstractLicence, "licence of abstracts", Ref::None, Ref::None, false},
    };
    const auto found = std::find_if(specs.begin(), specs.end(), [&](const KindSpec& s) { return s.kind == kind; });
    return found == specs.end() ? nullptr : &*found;
}

} // namespace winnow::store
