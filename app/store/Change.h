// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Hash.h"
#include "domain/Ids.h"
#include "domain/Review.h"

#include <QString>

#include <compare>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace winnow::store {

/// What a change speaks of. Numbers stand in project files: append only, never renumber.
enum class ChangeKind : int {
    Setting = 1, ///< subject 0, slot SettingSlot
    Reviewer = 2, ///< subject reviewer, slot ReviewerSlot
    Criterion = 3,
    Reason = 4,
    Label = 5,
    Source = 6,
    Run = 7, ///< subject run, slot RunSlot; live = no takes an import back
    Field = 8, ///< subject record, slot Field: an edit
    PairAuto = 9, ///< subject and slot are records (smaller id first): 1 same, above bit 2 packPair() with the rule
    PairJudged = 10, ///< the same from a person: 1 same, 2 different; stands above PairAuto
    Vote = 11, ///< personal; slot stage; value packVote()
    Note = 12, ///< personal; slot stage; value text
    Tag = 13, ///< personal; slot label*4 + stage; value 1
    CriterionTick = 14, ///< personal; slot criterion*4 + stage; value Tick
    Opened = 15, ///< subject record, slot stage: votes disclosed; the first one counts; cannot be undone
    Resolution = 16, ///< subject record, slot stage; value packResolution()
    Retrieval = 17, ///< subject record; value JSON [state, note, date]
    SetAside = 18, ///< subject record; value JSON [by, text]
    Classified = 19, ///< subject record; value Classification
    StudyMember = 20, ///< subject record; value study
    Study = 21,
    Declared = 22, ///< subject 0, slot DeclaredBox; value JSON [number, why]
    Assigned = 23, ///< subject record, slot reviewer*4 + stage; 1: by hand to that person, and to the others so named
    PilotMember = 24, ///< subject record, slot stage; value the round's number
    PilotRound = 25, ///< subject 0, slot round*4 + stage; value JSON [state, size, seed, why]
    Rescreened = 26, ///< subject record, slot stage; value a stamp: votes and resolutions up to it are history
    Protocol = 27, ///< subject 0, slot a random number; value JSON [date, text, stage, reason, reports]
    Referred = 30, ///< subject record, slot stage; value the reviewer who settles it while the others comment
    PairDoubtful = 35, ///< subject and slot as PairAuto: for a person to judge; value packPair()
    Compared = 36, ///< subject and slot are runs (smaller uid first): duplicates among them were looked for
    Instrument = 50, ///< subject instrument, named after its JSON: the same in every copy; slot InstrumentSlot
    Appraised = 51, ///< subject appraisal, named after what its slots AppraisedSlot say: written once
    Appraiser = 52, ///< subject appraisal, slot reviewer*4 + full text; 1: is to appraise it
    Answered = 53, ///< personal; subject appraisal, slot keySlot(); value JSON [key, answer, support, quotes]
    Judged = 54, ///< personal; subject appraisal, slot keySlot(); value JSON [key, judgement, reason]
    AppraisalOpened = 55, ///< subject appraisal; 1: what appraisers said is disclosed; cannot be undone
    Settled = 56, ///< subject appraisal, slot keySlot(); value JSON [key, value, note, seen …]: the consensus
    StudyDesign = 60, ///< subject record, slot 0; value a word: the study that it reports is of that design
    Search = 70, ///< subject 0, slot a random number that names it; value JSON: packSearch of project/SearchLog.h
    FilledFrom = 71, ///< subject record, slot Field; value the service that the text of the field is from
    Notice = 72, ///< subject record, slot NoticeKind; value JSON [where, who says so, when]; none: no longer
    NoticesChecked = 73, ///< subject 0, slot 0; value JSON [when, records, services …]
    FulltextAt = 75, ///< subject record; value JSON of project/FreeTexts.h: where its full text may be read freely
    SearchBlock = 80, ///< subject 0, slot a random number that names it; value JSON [name, position, terms, headings]
    SearchDraft = 81, ///< subject 0, slot keySlot(id of the database); value JSON: the query that is planned there
    AbstractLicence = 82, ///< subject 0, slot keySlot(id of the database); its id: the team may pass on its abstracts
};

enum class SettingSlot : int {
    Title = 1,
    Question = 2,
    TitleVotes = 3,
    FulltextVotes = 4,
    TitleMajority = 5,
    FulltextMajority = 6,
    FulltextReasonRule = 7,
    TitleAllocation = 8, ///< JSON [dealt, per report, shared percent, seed as text]
    FulltextAllocation = 9,
    TitleResolving = 10, ///< ResolveRule
    FulltextResolving = 11,
    PilotPlanned = 12,
    Population = 13,
    Intervention = 14,
    Comparator = 15,
    Outcomes = 16,
};
enum class ReviewerSlot : int { Name = 1, Roles = 2, Retired = 3, TitleShare = 4, FulltextShare = 5 };
enum class CriterionSlot : int { Text = 1, Include = 2, Position = 3, Removed = 4, MergedInto = 5 };
enum class ReasonSlot : int { Text = 1, Stage = 2, Position = 3, Key = 4, MergedInto = 5, Removed = 6 };
enum class LabelSlot : int { Name = 1, Removed = 2, MergedInto = 3 };
enum class SourceSlot : int { Name = 1, Kind = 2 };
enum class StudySlot : int { Name = 1 };
/// SourceOfOrigin + n is the source of the n-th database named in the file.
enum class RunSlot : int {
    Live = 1,
    Platform = 2,
    Searched = 3,
    Strategy = 4,
    Hits = 5,
    RemovedBefore = 6,
    Columns = 7, ///< what a person said of a table's columns: formats::packColumns
    Mends = 8, ///< text "hash line line …": these entries of that import, mended by hand
    SeenAtTitle = 9, ///< 1: votes that came with the file were cast in sight of others', so no agreement is computed
    SeenAtFulltext = 10,
    Search
    = 20, ///< text: the name of the search that it came with, hexadecimal; part of what the import is named after
    Base = 40, ///< human number of its first record, claimed at import
    SourceOfOrigin = 100,
};

enum class InstrumentSlot : int { Text = 1 };
/// Study: the uid of the study's first record. Instrument: an entity. The rest are texts, empty where
/// the instrument judges the study as a whole.
enum class AppraisedSlot : int {
    Study = 1,
    Instrument = 2,
    Variant = 3,
    Comparison = 4,
    Outcome = 5,
    Measure = 6,
    Time = 7
};

/// What an entity is. Its uid is random, except a run's, which is its hash and zeros, and that of an instrument or
/// appraisal, which is the hash of what it says.
enum class EntityType : int { Reviewer = 1, Criterion, Reason, Label, Source, Run, Study, Instrument, Appraisal };

/// How the parts of a change travel: a local number must become a uid at the door of the file.
enum class Ref : int { None, Entity, Record, EntityAndStage };

struct KindSpec {
    ChangeKind kind;
    const char* name; ///< for the audit trail
    Ref subject;
    Ref slot;
    bool personal;
};

[[nodiscard]] const KindSpec* specOf(ChangeKind kind);
[[nodiscard]] inline bool isPersonal(ChangeKind kind)
{
    const KindSpec* spec = specOf(kind);
    return spec && spec->personal;
}

using Value = std::variant<std::monostate, qint64, std::string>;

/// One thing that an action asks to be so.
struct Edit {
    ChangeKind kind;
    qint64 subject = 0;
    qint64 slot = 0;
    Value value;

    bool operator==(const Edit&) const = default;
};

/// Orders all changes of all copies. `replica` is the random number of the session that made it.
struct ChangeId {
    qint64 stamp = 0;
    qint64 replica = 0;

    auto operator<=>(const ChangeId&) const = default;
    explicit operator bool() const { return stamp != 0; }
};

/// A change as one row of the log, with local numbers (replica included).
struct Change {
    ChangeId id;
    qint64 seq = 0;
    qint64 wall = 0;
    ReviewerId author;
    Edit edit;
    qint64 step = 0;
    ChangeId undoes;
};

struct VoteValue {
    Verdict verdict = Verdict::None;
    ReasonId reason;

    bool operator==(const VoteValue&) const = default;
};
[[nodiscard]] constexpr qint64 packVote(VoteValue vote)
{
    return qint64(vote.verdict) | vote.reason.value << 3;
}
[[nodiscard]] constexpr VoteValue unpackVote(qint64 value)
{
    return {Verdict(value & 7), ReasonId(value >> 3)};
}

/// The score of a pair in thousandths, and the number of the rule or doubt that goes with it.
struct PairValue {
    int permille = 0;
    int why = 0;

    bool operator==(const PairValue&) const = default;
};
[[nodiscard]] constexpr qint64 packPair(PairValue pair)
{
    return qint64(pair.why) | qint64(pair.permille) << 6;
}
[[nodiscard]] constexpr PairValue unpackPair(qint64 value)
{
    return {int(value >> 6), int(value & 63)};
}

[[nodiscard]] constexpr qint64 stageSlot(qint64 entity, Stage stage)
{
    return entity * 4 + int(stage);
}
[[nodiscard]] constexpr Stage slotStage(qint64 slot)
{
    return Stage(slot & 3);
}
[[nodiscard]] constexpr qint64 slotEntity(qint64 slot)
{
    return slot >> 2;
}

/// The slot of an item or a judgement of an appraisal, whose keys are texts: the same in every copy. Two keys of one
/// instrument meet once in some 10^15 times; each value says its key.
[[nodiscard]] constexpr qint64 keySlot(std::string_view key)
{
    return qint64(hash64(key) >> 1);
}
/// It discloses what people said, and so cannot be taken back.
[[nodiscard]] constexpr bool discloses(ChangeKind kind)
{
    return kind == ChangeKind::Opened || kind == ChangeKind::AppraisalOpened;
}

/// How a conflict was settled (rules.md B6); Imported: decided in another tool.
enum class ResolvedBy : int { Discussion = 1, ThirdPerson = 2, Rule = 3, Imported = 4 };

} // namespace winnow::store
