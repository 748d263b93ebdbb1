// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Plausible.h"

#include "store/Log.h"
#include "store/Resolutions.h"

#include <limits>

namespace winnow::store {
namespace {

constexpr size_t longestText = 4 << 20;

bool isNumber(const Value& value, qint64 from, qint64 to)
{
    const auto* number = std::get_if<qint64>(&value);
    return std::holds_alternative<std::monostate>(value) || (number && *number >= from && *number <= to);
}

bool isText(const Value& value)
{
    return std::holds_alternative<std::monostate>(value) || std::holds_alternative<std::string>(value);
}

bool isStage(qint64 slot)
{
    return slot == int(Stage::Title) || slot == int(Stage::Fulltext);
}

bool settingInRange(const Edit& e)
{
    switch (SettingSlot(e.slot)) {
    case SettingSlot::Title:
    case SettingSlot::Question: return isText(e.value);
    case SettingSlot::TitleVotes:
    case SettingSlot::FulltextVotes: return isNumber(e.value, 1, 99);
    case SettingSlot::TitleMajority:
    case SettingSlot::FulltextMajority:
    case SettingSlot::FulltextReasonRule: return isNumber(e.value, 0, 1);
    case SettingSlot::TitleAllocation:
    case SettingSlot::FulltextAllocation: return isText(e.value);
    case SettingSlot::TitleResolving:
    case SettingSlot::FulltextResolving: return isNumber(e.value, 0, int(ResolveRule::IncludeWins));
    case SettingSlot::PilotPlanned: return isNumber(e.value, 0, 1'000'000);
    case SettingSlot::Population:
    case SettingSlot::Intervention:
    case SettingSlot::Comparator:
    case SettingSlot::Outcomes: return isText(e.value);
    }
    return true; // a slot of a later version: kept, and read by nobody here
}

bool reviewerInRange(const Edit& e)
{
    switch (ReviewerSlot(e.slot)) {
    case ReviewerSlot::Name: return isText(e.value);
    case ReviewerSlot::Roles: return isNumber(e.value, 0, 1023);
    case ReviewerSlot::Retired: return isNumber(e.value, 0, 1);
    case ReviewerSlot::TitleShare:
    case ReviewerSlot::FulltextShare: return isNumber(e.value, 0, 1000);
    }
    return true;
}

bool reasonInRange(const Edit& e)
{
    switch (ReasonSlot(e.slot)) {
    case ReasonSlot::Text: return isText(e.value);
    case ReasonSlot::Stage: return isNumber(e.value, int(Stage::Title), int(Stage::Fulltext));
    case ReasonSlot::Position: return isNumber(e.value, 0, 1 << 30);
    case ReasonSlot::Key: return isNumber(e.value, 0, 9);
    case ReasonSlot::MergedInto: return isNumber(e.value, 0, std::numeric_limits<qint64>::max());
    case ReasonSlot::Removed: return isNumber(e.value, 0, 1);
    }
    return true;
}

bool resolutionInRange(const Edit& e)
{
    const auto* packed = std::get_if<std::string>(&e.value);
    if (!packed)
        return std::holds_alternative<std::monostate>(e.value);
    const ResolutionValue value = unpackResolution(*packed);
    return value.verdict >= Verdict::None && value.verdict <= Verdict::Maybe && value.how >= ResolvedBy::Discussion
        && value.how <= ResolvedBy::Imported;
}

bool editInRange(const Edit& e)
{
    switch (e.kind) {
    case ChangeKind::Setting: return e.subject == 0 && settingInRange(e);
    case ChangeKind::Reviewer: return reviewerInRange(e);
    case ChangeKind::Reason: return reasonInRange(e);
    case ChangeKind::Source: return e.slot != int(SourceSlot::Kind) || isNumber(e.value, 1, int(SourceKind::Other));
    case ChangeKind::FilledFrom:
    case ChangeKind::Field: return e.slot >= 1 && e.slot <= 99 && isText(e.value);
    case ChangeKind::Notice: return e.slot >= 1 && e.slot <= 99 && isText(e.value);
    case ChangeKind::PairAuto:
    case ChangeKind::PairJudged: return e.subject != e.slot && isNumber(e.value, 0, std::numeric_limits<qint64>::max());
    case ChangeKind::Vote: return isStage(e.slot);
    case ChangeKind::Note: return isStage(e.slot) && isText(e.value);
    case ChangeKind::Run:
        return e.slot != int(RunSlot::Base) || isNumber(e.value, 1, std::numeric_limits<qint64>::max() / 2);
    case ChangeKind::Assigned:
    case ChangeKind::Tag: return isNumber(e.value, 0, 1);
    case ChangeKind::PilotMember: return isStage(e.slot) && isNumber(e.value, 0, 1'000'000);
    case ChangeKind::PilotRound:
    case ChangeKind::Search:
    case ChangeKind::SearchBlock:
    case ChangeKind::SearchDraft:
    case ChangeKind::AbstractLicence:
    case ChangeKind::NoticesChecked:
    case ChangeKind::FulltextAt:
    case ChangeKind::Protocol: return isText(e.value);
    case ChangeKind::Rescreened: return isStage(e.slot) && isNumber(e.value, 0, std::numeric_limits<qint64>::max());
    case ChangeKind::CriterionTick: return isNumber(e.value, 0, int(Tick::Unclear));
    case ChangeKind::Opened:
    case ChangeKind::Referred: return isStage(e.slot);
    case ChangeKind::Resolution: return isStage(e.slot) && resolutionInRange(e);
    case ChangeKind::Retrieval:
    case ChangeKind::SetAside:
    case ChangeKind::Declared: return isText(e.value);
    case ChangeKind::Appraised:
        return e.slot == int(AppraisedSlot::Instrument) ? isNumber(e.value, 1, std::numeric_limits<qint64>::max())
                                                        : isText(e.value);
    case ChangeKind::Appraiser: return isNumber(e.value, 0, 1);
    case ChangeKind::AppraisalOpened: return e.slot == 0 && isNumber(e.value, 1, 1);
    case ChangeKind::StudyDesign: return e.slot == 0 && isText(e.value);
    case ChangeKind::Instrument:
    case ChangeKind::Answered:
    case ChangeKind::Judged:
    case ChangeKind::Settled: return isText(e.value);
    case ChangeKind::Classified: return isNumber(e.value, 0, int(Classification::Ongoing));
    default: return true;
    }
}

} // namespace

bool isPlausible(const Change& c)
{
    // Stamps up to the year 2200; a step begins before its changes and at the same session.
    constexpr qint64 latest = stampOf(7'258'118'400'000);
    if (c.id.stamp <= 0 || c.id.stamp > latest || c.step <= 0 || c.step > c.id.stamp || c.id.replica == 0)
        return false;
    if (c.undoes.stamp < 0 || c.undoes.stamp > latest || c.edit.subject < 0 || c.edit.slot < 0)
        return false;
    // What is screened again is what was said before: never a vote of times to come.
    const auto* number = std::get_if<qint64>(&c.edit.value);
    if (c.edit.kind == ChangeKind::Rescreened && number && *number >= c.id.stamp)
        return false;
    const auto* text = std::get_if<std::string>(&c.edit.value);
    return (!text || text->size() <= longestText) && editInRange(c.edit);
}

} // namespace winnow::store
