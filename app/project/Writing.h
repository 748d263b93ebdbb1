// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"
#include "store/Store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace winnow {

// What the use cases of this folder share. Not for the window or the command line.

/// Who a step is by: who acts, else the first person of the review.
[[nodiscard]] inline ReviewerId actor(const store::Catalog& catalog, ReviewerId me)
{
    return me || catalog.reviewers.empty() ? me : catalog.reviewers.front().id;
}

/// Who acts, if that person may: UnknownReviewer when nobody does, RoleForbids when the role does not allow it.
[[nodiscard]] inline Result<ReviewerId> actingReviewer(const store::Catalog& catalog, ReviewerId me,
                                                       bool (Reviewer::*may)() const)
{
    const Reviewer* reviewer = catalog.reviewer(me);
    if (!reviewer)
        return fail(ErrorCode::UnknownReviewer);
    if (reviewer->retired)
        return fail(ErrorCode::HasLeft, reviewer->name);
    if (!(reviewer->*may)())
        return fail(ErrorCode::RoleForbids, reviewer->name);
    return me;
}

[[nodiscard]] inline Result<void> done(const Result<store::Committed>& committed)
{
    if (!committed)
        return Failure(committed.error());
    return {};
}

/// Who acts, if that person leads: LeadOnly. A review without a lead is led by all; while nobody acts, as actor().
[[nodiscard]] inline Result<ReviewerId> actingLead(const store::Catalog& catalog, ReviewerId me)
{
    const Reviewer* reviewer = catalog.reviewer(me);
    if (!reviewer)
        return actor(catalog, me);
    if (reviewer->retired)
        return fail(ErrorCode::HasLeft, reviewer->name);
    const auto leads = [](const Reviewer& r) { return r.leads(); };
    if (!reviewer->leads() && std::any_of(catalog.reviewers.begin(), catalog.reviewers.end(), leads))
        return fail(ErrorCode::LeadOnly, reviewer->name);
    return me;
}

/// Who acts, if that person may add to the team's lists; while nobody acts, as actor().
[[nodiscard]] inline Result<ReviewerId> actingAdder(const store::Catalog& catalog, ReviewerId me)
{
    return catalog.reviewer(me) ? actingReviewer(catalog, me, &Reviewer::mayAdd)
                                : Result<ReviewerId>(actor(catalog, me));
}

/// One transaction that a person waits for.
[[nodiscard]] inline Result<void> change(Project& project, store::WriteWork work)
{
    return done(project.store().write(store::Priority::Person, std::move(work)));
}

[[nodiscard]] inline store::Value text(const QString& value)
{
    return store::Value(value.toStdString());
}

[[nodiscard]] inline store::Value packed(const QJsonArray& array)
{
    return store::Value(QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString());
}
[[nodiscard]] inline store::Value packed(const Allocation& a)
{
    return packed(QJsonArray{int(a.dealt), a.perReport, a.sharedPercent, QString::number(a.seed)});
}

template <class Slot>
[[nodiscard]] store::Edit edit(store::ChangeKind kind, qint64 subject, Slot slot, store::Value value)
{
    return {kind, subject, qint64(slot), std::move(value)};
}

} // namespace winnow
