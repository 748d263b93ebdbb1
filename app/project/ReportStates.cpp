// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Screening.h"

#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/Trail.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

/// One step for many reports: those that cannot be changed are told, the rest is applied.
template <class Request, class IdOf, class AddEdits>
Result<Screening::BulkOutcome> applyEach(Project& project, Right right, std::span<const Request> requests, IdOf idOf,
                                         AddEdits addEdits)
{
    Screening::BulkOutcome outcome;
    const auto written = change(project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), project.me(), right);
        if (!by)
            return Failure(by.error());
        std::vector<Edit> edits;
        for (size_t i = 0; i < requests.size(); ++i) {
            const qint64 report = scope.reportOf(idOf(requests[i]).value);
            Result<void> ok = report && scope.catalog().isLive(report)
                ? Result<void>(addEdits(scope, requests[i], report, edits))
                : Result<void>(fail(ErrorCode::UnknownRecord));
            if (ok)
                ++outcome.applied;
            else
                outcome.rejected.push_back({i, ok.error()});
        }
        scope.append(*by, std::move(edits));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return outcome;
}

RecordId itself(RecordId id)
{
    return id;
}

} // namespace

Result<Screening::BulkOutcome> Reports::setAside(std::span<const RecordId> records, const SetAside& how)
{
    if (how.by != SetAside::By::None && how.text.trimmed().isEmpty())
        return fail(ErrorCode::ReasonRequired);
    const store::Value value
        = how.by == SetAside::By::None ? store::Value() : packed({int(how.by), how.text.trimmed()});
    return applyEach(m_project, Right::Work, records, itself,
                     [&](WriteScope&, RecordId, qint64 report, std::vector<Edit>& edits) -> Result<void> {
                         edits.push_back({ChangeKind::SetAside, report, 0, value});
                         return {};
                     });
}

Result<Screening::BulkOutcome> Reports::setRetrieval(std::span<const RetrievalRequest> requests)
{
    return applyEach(
        m_project, Right::Work, requests, [](const RetrievalRequest& r) { return r.record; },
        [&](WriteScope& scope, const RetrievalRequest& r, qint64 report, std::vector<Edit>& edits) -> Result<void> {
            if (!passedTitle(scope.placeOf(report)))
                return fail(ErrorCode::StageNotReached);
            edits.push_back({ChangeKind::Retrieval, report, 0,
                             packed({int(r.state.state), r.state.note, r.state.date.toString(Qt::ISODate)})});
            return {};
        });
}

Result<RetrievalState> Reports::retrieval(RecordId record) const
{
    return m_project.store().read([&](store::Reader& reader) -> Result<RetrievalState> {
        const auto row = store::recordRow(reader, record.value);
        if (!row)
            return fail(ErrorCode::UnknownRecord);
        const store::Value value = store::cellValue(reader, ChangeKind::Retrieval, row->report, 0);
        const auto* json = std::get_if<std::string>(&value);
        if (!json)
            return RetrievalState();
        const QJsonArray a = QJsonDocument::fromJson(QByteArray::fromStdString(*json)).array();
        return RetrievalState{Retrieval(a.at(0).toInt()), a.at(1).toString(),
                              QDate::fromString(a.at(2).toString(), Qt::ISODate)};
    });
}

Result<Screening::BulkOutcome> Reports::classify(std::span<const RecordId> records, Classification classification)
{
    return applyEach(m_project, Right::Vote, records, itself,
                     [&](WriteScope& scope, RecordId, qint64 report, std::vector<Edit>& edits) -> Result<void> {
                         if (!passedTitle(scope.placeOf(report)))
                             return fail(ErrorCode::StageNotReached);
                         edits.push_back({ChangeKind::Classified, report, 0, qint64(classification)});
                         return {};
                     });
}

Result<Screening::BulkOutcome> Reports::group(std::span<const GroupRequest> requests)
{
    std::map<QString, qint64> made;
    const auto studyOf = [&](WriteScope& scope, const QString& name, std::vector<Edit>& edits) -> qint64 {
        if (name.isEmpty())
            return 0;
        if (const Study* known = scope.catalog().study(name))
            return known->id.value;
        qint64& id = made[name.toLower()];
        if (!id) {
            id = scope.newEntity(store::EntityType::Study);
            edits.push_back(edit(ChangeKind::Study, id, store::StudySlot::Name, text(name)));
        }
        return id;
    };
    return applyEach(
        m_project, Right::Vote, requests, [](const GroupRequest& r) { return r.report; },
        [&](WriteScope& scope, const GroupRequest& r, qint64 report, std::vector<Edit>& edits) -> Result<void> {
            const qint64 study = studyOf(scope, r.study.trimmed(), edits);
            edits.push_back({ChangeKind::StudyMember, report, 0, study});
            return {};
        });
}

} // namespace winnow
