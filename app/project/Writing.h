// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Rights.h"
#include "project/ActingAs.h"
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

/// Who acts, if that person may (domain/Rights.h).
[[nodiscard]] inline Result<ReviewerId> acting(const store::Catalog& catalog, ReviewerId me, Right right)
{
    if (const auto why = refusal(catalog.reviewers, me, right))
        return Failure(*why);
    return actor(catalog, me);
}

[[nodiscard]] inline Result<void> done(const Result<store::Committed>& committed)
{
    if (!committed)
        return Failure(committed.error());
    return {};
}

/// One transaction that a person waits for, by who acts on this thread.
[[nodiscard]] inline Result<void> change(Project& project, store::WriteWork work)
{
    return done(project.store().write(store::Priority::Person,
                                      [who = project.me(), work = std::move(work)](store::WriteScope& scope) {
                                          const ActingAs acting(who);
                                          return work(scope);
                                      }));
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
