// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Setup.h"

#include "project/Writing.h"

#include <algorithm>
#include <set>

namespace winnow {
namespace {

using store::ChangeKind;
using store::CriterionSlot;
using store::Edit;
using store::EntityType;
using store::LabelSlot;
using store::ReasonSlot;
using store::ReviewerSlot;
using store::SettingSlot;
using store::SourceSlot;
using store::Value;
using store::WriteScope;

using Edits = std::vector<Edit>;

/// Only what differs becomes a change, so that two people who set different things do not undo each other's.
void addSettings(Edits& edits, const ReviewSettings& now, const ReviewSettings& wanted)
{
    const auto add = [&](SettingSlot slot, Value before, Value after) {
        if (before != after)
            edits.push_back(edit(ChangeKind::Setting, 0, slot, std::move(after)));
    };
    add(SettingSlot::Title, text(now.title), text(wanted.title));
    add(SettingSlot::Question, text(now.question), text(wanted.question));
    add(SettingSlot::TitleVotes, qint64(now.titleStage.votesNeeded), qint64(wanted.titleStage.votesNeeded));
    add(SettingSlot::FulltextVotes, qint64(now.fulltextStage.votesNeeded), qint64(wanted.fulltextStage.votesNeeded));
    add(SettingSlot::TitleMajority, qint64(now.titleStage.majority), qint64(wanted.titleStage.majority));
    add(SettingSlot::FulltextMajority, qint64(now.fulltextStage.majority), qint64(wanted.fulltextStage.majority));
    add(SettingSlot::FulltextReasonRule, qint64(now.fulltextStage.reasons), qint64(wanted.fulltextStage.reasons));
    add(SettingSlot::TitleResolving, qint64(now.titleStage.resolving), qint64(wanted.titleStage.resolving));
    add(SettingSlot::FulltextResolving, qint64(now.fulltextStage.resolving), qint64(wanted.fulltextStage.resolving));
    add(SettingSlot::PilotPlanned, qint64(now.pilotPlanned), qint64(wanted.pilotPlanned));
    add(SettingSlot::Population, text(now.pico.population), text(wanted.pico.population));
    add(SettingSlot::Intervention, text(now.pico.intervention), text(wanted.pico.intervention));
    add(SettingSlot::Comparator, text(now.pico.comparator), text(wanted.pico.comparator));
    add(SettingSlot::Outcomes, text(now.pico.outcomes), text(wanted.pico.outcomes));
    add(SettingSlot::TitleAllocation, packed(now.titleStage.allocation), packed(wanted.titleStage.allocation));
    add(SettingSlot::FulltextAllocation, packed(now.fulltextStage.allocation), packed(wanted.fulltextStage.allocation));
}

qint64 addReviewerTo(WriteScope& scope, Edits& edits, const QString& name, Roles roles)
{
    const qint64 id = scope.newEntity(EntityType::Reviewer);
    edits.push_back(edit(ChangeKind::Reviewer, id, ReviewerSlot::Name, text(name)));
    edits.push_back(edit(ChangeKind::Reviewer, id, ReviewerSlot::Roles, qint64(roles)));
    return id;
}

qint64 addCriterionTo(WriteScope& scope, Edits& edits, bool include, const QString& words, qint64 position)
{
    const qint64 id = scope.newEntity(EntityType::Criterion);
    edits.push_back(edit(ChangeKind::Criterion, id, CriterionSlot::Text, text(words)));
    edits.push_back(edit(ChangeKind::Criterion, id, CriterionSlot::Include, qint64(include)));
    edits.push_back(edit(ChangeKind::Criterion, id, CriterionSlot::Position, position));
    return id;
}

qint64 addReasonTo(WriteScope& scope, Edits& edits, Stage stage, const QString& words, qint64 position, qint64 key)
{
    const qint64 id = scope.newEntity(EntityType::Reason);
    edits.push_back(edit(ChangeKind::Reason, id, ReasonSlot::Text, text(words)));
    edits.push_back(edit(ChangeKind::Reason, id, ReasonSlot::Stage, qint64(stage)));
    edits.push_back(edit(ChangeKind::Reason, id, ReasonSlot::Position, position));
    edits.push_back(edit(ChangeKind::Reason, id, ReasonSlot::Key, key));
    return id;
}

void addReasonsTo(WriteScope& scope, Edits& edits, Stage stage, const QStringList& texts)
{
    for (qint64 i = 0; i < texts.size(); ++i)
        addReasonTo(scope, edits, stage, texts[i], i, i < 9 ? i + 1 : 0);
}

QStringList usualReasons()
{
    return {QStringLiteral("Wrong population"),   QStringLiteral("Wrong intervention"),
            QStringLiteral("Wrong comparator"),   QStringLiteral("Wrong outcome"),
            QStringLiteral("Wrong study design"), QStringLiteral("Wrong publication type")};
}

int firstFreeKey(const std::vector<Reason>& reasons, Stage stage)
{
    std::set<int> taken;
    for (const Reason& r : reasons) {
        if (r.stage == stage)
            taken.insert(r.key);
    }
    for (int key = 1; key <= 9; ++key) {
        if (!taken.contains(key))
            return key;
    }
    return 0;
}

Result<void> requireName(const QString& name, bool taken)
{
    if (name.trimmed().isEmpty() || taken)
        return fail(ErrorCode::BadInput, name);
    return {};
}

/// By who acts, if that person has the right; no right: by that person, whoever it is.
Result<void> append(Project& project, Edits edits, std::optional<Right> right)
{
    return change(project, [&project, right, edits = std::move(edits)](WriteScope& scope) -> Result<void> {
        const auto by = right ? acting(scope.catalog(), project.me(), *right) : Result<ReviewerId>(project.me());
        if (!by)
            return Failure(by.error());
        scope.append(*by, edits);
        return {};
    });
}

/// One new entry of a list, by who may add to it; `add` says what is wrong, or gives its edits.
template <class Id, class Add> Result<Id> added(Project& project, Add add)
{
    Id id;
    const auto written = change(project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), project.me(), Right::Extend);
        if (!by)
            return Failure(by.error());
        Edits edits;
        if (auto ok = add(scope, edits, id); !ok)
            return ok;
        scope.append(*by, edits);
        return {};
    });
    if (!written)
        return Failure(written.error());
    return id;
}

} // namespace

Result<void> Setup::begin(const NewReview& review)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        Edits edits;
        ReviewSettings wanted;
        wanted.title = review.title;
        wanted.question = review.question;
        wanted.titleStage.votesNeeded = review.titleVotes;
        wanted.fulltextStage.votesNeeded = review.fulltextVotes;
        wanted.titleStage.resolving = review.titleResolving;
        wanted.fulltextStage.resolving = review.fulltextResolving;
        wanted.titleStage.allocation = review.titleAllocation;
        wanted.pico = review.pico;
        wanted.pilotPlanned = review.pilotPlanned;
        addSettings(edits, {}, wanted);
        ReviewerId first;
        for (const Reviewer& reviewer : review.reviewers) {
            const ReviewerId id(addReviewerTo(scope, edits, reviewer.name.trimmed(), reviewer.roles));
            first = first ? first : id;
        }
        qint64 position = 0;
        for (const Criterion& criterion : review.criteria)
            addCriterionTo(scope, edits, criterion.include, criterion.text, position++);
        addReasonsTo(scope, edits, Stage::Title, review.titleReasons.isEmpty() ? usualReasons() : review.titleReasons);
        addReasonsTo(scope, edits, Stage::Fulltext,
                     review.fulltextReasons.isEmpty() ? usualReasons() : review.fulltextReasons);
        scope.append(first, edits);
        return {};
    });
}

Result<void> Setup::save(const ReviewSettings& settings)
{
    if (settings.titleStage.votesNeeded < 1 || settings.fulltextStage.votesNeeded < 1)
        return fail(ErrorCode::BadInput, QString::number(settings.titleStage.votesNeeded));
    Edits edits;
    addSettings(edits, m_project.store().catalog()->settings, settings);
    return append(m_project, edits, Right::Lead);
}

Result<ReviewerId> Setup::addReviewer(const QString& name, Roles roles)
{
    return added<ReviewerId>(m_project, [&](WriteScope& scope, Edits& edits, ReviewerId& id) -> Result<void> {
        if (auto ok = requireName(name, scope.catalog().reviewer(name.trimmed())); !ok)
            return ok;
        // Whoever may add to the lists may name one more reviewer; roles beyond that are the lead's to give.
        if (roles != Roles(Role::Reviewer)) {
            if (const auto by = acting(scope.catalog(), m_project.me(), Right::Lead); !by)
                return Failure(by.error());
        }
        id = ReviewerId(addReviewerTo(scope, edits, name.trimmed(), roles));
        return {};
    });
}

Result<void> Setup::editReviewer(const Reviewer& reviewer)
{
    const auto catalog = m_project.store().catalog();
    const Reviewer* before = catalog->reviewer(reviewer.id);
    const Reviewer* named = catalog->reviewer(reviewer.name.trimmed());
    if (!before)
        return fail(ErrorCode::UnknownReviewer, reviewer.name);
    if (auto ok = requireName(reviewer.name, named && named->id != reviewer.id); !ok)
        return ok;
    Edits edits;
    if (before->name != reviewer.name.trimmed())
        edits.push_back(
            edit(ChangeKind::Reviewer, reviewer.id.value, ReviewerSlot::Name, text(reviewer.name.trimmed())));
    if (before->roles != reviewer.roles)
        edits.push_back(edit(ChangeKind::Reviewer, reviewer.id.value, ReviewerSlot::Roles, qint64(reviewer.roles)));
    // A name is its bearer's own; roles are the lead's to give.
    const bool ownName = reviewer.id == m_project.me() && before->roles == reviewer.roles && !before->retired;
    return append(m_project, edits, ownName ? std::optional<Right>() : Right::Lead);
}

Result<void> Setup::retire(ReviewerId reviewer, bool gone)
{
    const auto catalog = m_project.store().catalog();
    const Reviewer* before = catalog->reviewer(reviewer);
    if (!before)
        return fail(ErrorCode::UnknownReviewer);
    if (before->retired == gone)
        return {};
    return append(m_project, {edit(ChangeKind::Reviewer, reviewer.value, ReviewerSlot::Retired, qint64(gone))},
                  Right::Lead);
}

Result<CriterionId> Setup::addCriterion(bool include, const QString& words)
{
    return added<CriterionId>(m_project, [&](WriteScope& scope, Edits& edits, CriterionId& id) -> Result<void> {
        if (auto ok = requireName(words, false); !ok)
            return ok;
        const auto& criteria = scope.catalog().criteria;
        const qint64 position = criteria.empty() ? 0 : criteria.back().position + 1;
        id = CriterionId(addCriterionTo(scope, edits, include, words, position));
        return {};
    });
}

Result<void> Setup::editCriterion(const Criterion& criterion)
{
    const qint64 id = criterion.id.value;
    return append(m_project,
                  {edit(ChangeKind::Criterion, id, CriterionSlot::Text, text(criterion.text)),
                   edit(ChangeKind::Criterion, id, CriterionSlot::Include, qint64(criterion.include)),
                   edit(ChangeKind::Criterion, id, CriterionSlot::Position, qint64(criterion.position))},
                  Right::Extend);
}

Result<void> Setup::removeCriterion(CriterionId criterion)
{
    return append(m_project, {edit(ChangeKind::Criterion, criterion.value, CriterionSlot::Removed, qint64(1))},
                  Right::Lead);
}

Result<ReasonId> Setup::addReason(Stage stage, const QString& words)
{
    return added<ReasonId>(m_project, [&](WriteScope& scope, Edits& edits, ReasonId& id) -> Result<void> {
        if (auto ok = requireName(words, scope.catalog().reason(stage, words.trimmed())); !ok)
            return ok;
        const auto order = scope.catalog().reasonOrder(stage);
        const Reason* last = order.empty() ? nullptr : scope.catalog().reason(order.back());
        id = ReasonId(addReasonTo(scope, edits, stage, words.trimmed(), last ? last->position + 1 : 0,
                                  firstFreeKey(scope.catalog().reasons, stage)));
        return {};
    });
}

Result<void> Setup::renameReason(ReasonId reason, const QString& words)
{
    if (auto ok = requireName(words, false); !ok)
        return ok;
    return append(m_project, {edit(ChangeKind::Reason, reason.value, ReasonSlot::Text, text(words.trimmed()))},
                  Right::Extend);
}

Result<void> Setup::moveReason(ReasonId reason, int position)
{
    const auto catalog = m_project.store().catalog();
    const Reason* moved = catalog->reason(reason);
    if (!moved)
        return fail(ErrorCode::UnknownReason);
    std::vector<ReasonId> order = catalog->reasonOrder(moved->stage);
    std::erase(order, moved->id);
    order.insert(order.begin() + std::clamp<int>(position, 0, int(order.size())), moved->id);
    Edits edits;
    for (size_t i = 0; i < order.size(); ++i) {
        if (catalog->reason(order[i])->position != int(i))
            edits.push_back(edit(ChangeKind::Reason, order[i].value, ReasonSlot::Position, qint64(i)));
    }
    return append(m_project, edits, Right::Extend);
}

Result<void> Setup::mergeReason(ReasonId from, ReasonId into)
{
    const auto catalog = m_project.store().catalog();
    const Reason* a = catalog->reason(from);
    const Reason* b = catalog->reason(into);
    if (!a || !b || a->id == b->id || a->stage != b->stage)
        return fail(ErrorCode::UnknownReason);
    return append(m_project, {edit(ChangeKind::Reason, from.value, ReasonSlot::MergedInto, into.value)}, Right::Lead);
}

Result<void> Setup::removeReason(ReasonId reason)
{
    const auto catalog = m_project.store().catalog();
    const Reason* known = catalog->reason(reason);
    if (!known || known->removed)
        return fail(ErrorCode::UnknownReason);
    return append(m_project, {edit(ChangeKind::Reason, known->id.value, ReasonSlot::Removed, qint64(1))}, Right::Lead);
}

Result<LabelId> Setup::addLabel(const QString& name)
{
    return added<LabelId>(m_project, [&](WriteScope& scope, Edits& edits, LabelId& id) -> Result<void> {
        if (auto ok = requireName(name, scope.catalog().label(name.trimmed())); !ok)
            return ok;
        id = LabelId(scope.newEntity(EntityType::Label));
        edits.push_back(edit(ChangeKind::Label, id.value, LabelSlot::Name, text(name.trimmed())));
        return {};
    });
}

Result<void> Setup::renameLabel(LabelId label, const QString& name)
{
    if (auto ok = requireName(name, false); !ok)
        return ok;
    return append(m_project, {edit(ChangeKind::Label, label.value, LabelSlot::Name, text(name.trimmed()))},
                  Right::Extend);
}

Result<void> Setup::removeLabel(LabelId label)
{
    const auto catalog = m_project.store().catalog();
    const Label* known = catalog->label(label);
    if (!known)
        return fail(ErrorCode::UnknownLabel);
    return append(m_project, {edit(ChangeKind::Label, known->id.value, LabelSlot::Removed, qint64(1))}, Right::Lead);
}

Result<void> Setup::setSourceKind(SourceId source, SourceKind kind)
{
    return append(m_project, {edit(ChangeKind::Source, source.value, SourceSlot::Kind, qint64(kind))}, Right::Extend);
}

Result<void> Setup::renameSource(SourceId source, const QString& name)
{
    if (auto ok = requireName(name, false); !ok)
        return ok;
    return append(m_project, {edit(ChangeKind::Source, source.value, SourceSlot::Name, text(name.trimmed()))},
                  Right::Extend);
}

} // namespace winnow
