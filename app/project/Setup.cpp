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

Result<void> append(Project& project, Edits edits)
{
    return change(project, [&project, edits = std::move(edits)](WriteScope& scope) -> Result<void> {
        scope.append(actor(scope.catalog(), project.me()), edits);
        return {};
    });
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
    return append(m_project, edits);
}

Result<ReviewerId> Setup::addReviewer(const QString& name, Roles roles)
{
    ReviewerId id;
    const auto added = change(m_project, [&](WriteScope& scope) -> Result<void> {
        if (auto ok = requireName(name, scope.catalog().reviewer(name.trimmed())); !ok)
            return ok;
        Edits edits;
        id = ReviewerId(addReviewerTo(scope, edits, name.trimmed(), roles));
        scope.append(actor(scope.catalog(), m_project.me()), edits);
        return {};
    });
    if (!added)
        return Failure(added.error());
    return id;
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
    return append(m_project, edits);
}

Result<CriterionId> Setup::addCriterion(bool include, const QString& words)
{
    CriterionId id;
    const auto added = change(m_project, [&](WriteScope& scope) -> Result<void> {
        if (auto ok = requireName(words, false); !ok)
            return ok;
        Edits edits;
        id = CriterionId(addCriterionTo(scope, edits, include, words, qint64(scope.catalog().criteria.size())));
        scope.append(actor(scope.catalog(), m_project.me()), edits);
        return {};
    });
    if (!added)
        return Failure(added.error());
    return id;
}

Result<void> Setup::editCriterion(const Criterion& criterion)
{
    const qint64 id = criterion.id.value;
    return append(m_project,
                  {edit(ChangeKind::Criterion, id, CriterionSlot::Text, text(criterion.text)),
                   edit(ChangeKind::Criterion, id, CriterionSlot::Include, qint64(criterion.include)),
                   edit(ChangeKind::Criterion, id, CriterionSlot::Position, qint64(criterion.position))});
}

Result<ReasonId> Setup::addReason(Stage stage, const QString& words)
{
    ReasonId id;
    const auto added = change(m_project, [&](WriteScope& scope) -> Result<void> {
        if (auto ok = requireName(words, scope.catalog().reason(stage, words.trimmed())); !ok)
            return ok;
        Edits edits;
        const auto order = scope.catalog().reasonOrder(stage);
        const Reason* last = order.empty() ? nullptr : scope.catalog().reason(order.back());
        id = ReasonId(addReasonTo(scope, edits, stage, words.trimmed(), last ? last->position + 1 : 0,
                                  firstFreeKey(scope.catalog().reasons, stage)));
        scope.append(actor(scope.catalog(), m_project.me()), edits);
        return {};
    });
    if (!added)
        return Failure(added.error());
    return id;
}

Result<void> Setup::renameReason(ReasonId reason, const QString& words)
{
    if (auto ok = requireName(words, false); !ok)
        return ok;
    return append(m_project, {edit(ChangeKind::Reason, reason.value, ReasonSlot::Text, text(words.trimmed()))});
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
    return append(m_project, edits);
}

Result<void> Setup::mergeReason(ReasonId from, ReasonId into)
{
    const auto catalog = m_project.store().catalog();
    const Reason* a = catalog->reason(from);
    const Reason* b = catalog->reason(into);
    if (!a || !b || a->id == b->id || a->stage != b->stage)
        return fail(ErrorCode::UnknownReason);
    return append(m_project, {edit(ChangeKind::Reason, from.value, ReasonSlot::MergedInto, into.value)});
}

Result<LabelId> Setup::addLabel(const QString& name)
{
    LabelId id;
    const auto added = change(m_project, [&](WriteScope& scope) -> Result<void> {
        if (auto ok = requireName(name, scope.catalog().label(name.trimmed())); !ok)
            return ok;
        id = LabelId(scope.newEntity(EntityType::Label));
        scope.append(actor(scope.catalog(), m_project.me()),
                     {edit(ChangeKind::Label, id.value, LabelSlot::Name, text(name.trimmed()))});
        return {};
    });
    if (!added)
        return Failure(added.error());
    return id;
}

Result<void> Setup::renameLabel(LabelId label, const QString& name)
{
    if (auto ok = requireName(name, false); !ok)
        return ok;
    return append(m_project, {edit(ChangeKind::Label, label.value, LabelSlot::Name, text(name.trimmed()))});
}

Result<void> Setup::setSourceKind(SourceId source, SourceKind kind)
{
    return append(m_project, {edit(ChangeKind::Source, source.value, SourceSlot::Kind, qint64(kind))});
}

Result<void> Setup::renameSource(SourceId source, const QString& name)
{
    if (auto ok = requireName(name, false); !ok)
        return ok;
    return append(m_project, {edit(ChangeKind::Source, source.value, SourceSlot::Name, text(name.trimmed()))});
}

} // namespace winnow
