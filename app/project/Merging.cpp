// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Merging.h"

#include "project/Setup.h"
#include "project/Writing.h"

#include <map>
#include <utility>

namespace winnow {
namespace {

using store::ChangeKind;
using List = AlikeEntries::List;

/// By the lead, looked at and written in one transaction; `refused` says why it cannot be.
template <class Refused>
Result<void> mergeEntry(Project& project, Refused refused, store::Edit (*made)(qint64, qint64), qint64 from,
                        qint64 into)
{
    return change(project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        if (Result<void> ok = refused(scope.catalog()); !ok)
            return ok;
        scope.append(*by, {made(from, into)});
        return {};
    });
}

const Criterion* criterionOf(const store::Catalog& catalog, CriterionId id)
{
    for (const Criterion& criterion : catalog.criteria) {
        if (criterion.id == catalog.effective(id))
            return &criterion;
    }
    return nullptr;
}

QString folded(const QString& text)
{
    QString plain = text.simplified().toCaseFolded();
    while (!plain.isEmpty() && plain.back().isPunct())
        plain.chop(1);
    return plain;
}

/// Of each kind and wording the first one, and then those that look like it.
class Looking {
public:
    void take(List list, int kind, qint64 id, const QString& text)
    {
        const QString plain = folded(text);
        if (plain.isEmpty())
            return;
        const auto [first, isFirst] = m_first.try_emplace({list, kind, plain}, id, text);
        if (!isFirst)
            found.push_back({list, id, first->second.first, text, first->second.second});
    }
    std::vector<AlikeEntries> found;

private:
    std::map<std::tuple<List, int, QString>, std::pair<qint64, QString>> m_first;
};

} // namespace

Result<void> Merging::reasons(ReasonId from, ReasonId into)
{
    return Setup(m_project).mergeReason(from, into);
}

Result<void> Merging::labels(LabelId from, LabelId into)
{
    const auto refused = [&](const store::Catalog& catalog) -> Result<void> {
        const Label* a = catalog.label(from);
        const Label* b = catalog.label(into);
        return a && b && a->id != b->id ? Result<void>() : fail(ErrorCode::UnknownLabel, b ? b->name : QString());
    };
    return mergeEntry(
        m_project, refused,
        [](qint64 a, qint64 b) { return edit(ChangeKind::Label, a, store::LabelSlot::MergedInto, store::Value(b)); },
        m_project.store().catalog()->effective(from).value, into.value);
}

Result<void> Merging::criteria(CriterionId from, CriterionId into)
{
    const auto refused = [&](const store::Catalog& catalog) -> Result<void> {
        const Criterion* a = criterionOf(catalog, from);
        const Criterion* b = criterionOf(catalog, into);
        if (a && b && a->id != b->id && a->include == b->include)
            return {};
        return fail(ErrorCode::BadInput, b ? b->text : QString());
    };
    return mergeEntry(
        m_project, refused,
        [](qint64 a, qint64 b) {
            return edit(ChangeKind::Criterion, a, store::CriterionSlot::MergedInto, store::Value(b));
        },
        m_project.store().catalog()->effective(from).value, into.value);
}

Result<void> Merging::alike(const AlikeEntries& entries)
{
    switch (entries.list) {
    case List::Reasons: return reasons(ReasonId(entries.from), ReasonId(entries.into));
    case List::Labels: return labels(LabelId(entries.from), LabelId(entries.into));
    case List::Criteria: break;
    }
    return criteria(CriterionId(entries.from), CriterionId(entries.into));
}

std::vector<AlikeEntries> Merging::look() const
{
    const auto catalog = m_project.store().catalog();
    Looking looking;
    for (const Reason& reason : catalog->reasons)
        looking.take(List::Reasons, int(reason.stage), reason.id.value, reason.text);
    std::map<std::string, const Label*> labels; // in the order of their 128-bit numbers
    for (const Label& label : catalog->labels)
        labels[catalog->uids.at(label.id.value)] = &label;
    for (const auto& [uid, label] : labels)
        looking.take(List::Labels, 0, label->id.value, label->name);
    for (const Criterion& criterion : catalog->criteria)
        looking.take(List::Criteria, int(criterion.include), criterion.id.value, criterion.text);
    return looking.found;
}

} // namespace winnow
