// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Protocol.h"

#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/StageCells.h"

#include <QRandomGenerator>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

/// Known by a random number, so that changes made in two copies stand beside each other.
Edit protocolEdit(const ProtocolChange& c)
{
    const auto slot = qint64(QRandomGenerator::system()->generate64() >> 2);
    return {ChangeKind::Protocol, 0, slot,
            packed(QJsonArray{c.date.toString(Qt::ISODate), c.text, int(c.stage), c.reason, c.reports})};
}

Place excludedAt(Stage stage)
{
    return stage == Stage::Title ? Place::TitleExcluded : Place::FulltextExcluded;
}

} // namespace

Result<void> Protocol::note(Stage stage, const QDate& date, const QString& why)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        if (why.trimmed().isEmpty() || !date.isValid())
            return fail(ErrorCode::BadInput, why);
        scope.append(*by, {protocolEdit({0, date, why.trimmed(), stage, {}, 0})});
        return {};
    });
}

Result<qint64> Protocol::rescreen(ReasonId reason, const QDate& date, const QString& why)
{
    const auto catalog = m_project.store().catalog();
    const Reason* known = catalog->reason(reason);
    if (!known)
        return fail(ErrorCode::UnknownReason);
    const Stage stage = known->stage;
    const ProtocolChange said{0, date, why.trimmed(), stage, known->text, 0};
    const auto excluded = m_project.store().read(
        [&](store::Reader& reader) { return store::reportsAt(reader, {excludedAt(stage)}, reason); });
    if (!excluded)
        return Failure(excluded.error());
    qint64 reports = 0;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        std::vector<Edit> edits;
        const qint64 cut = store::latestStamp(scope.db());
        for (const qint64 report : *excluded) {
            if (scope.placeOf(report) != excludedAt(stage))
                continue;
            ++reports;
            for (const qint64 member : store::membersOf(scope.db(), report))
                edits.push_back({ChangeKind::Rescreened, member, int(stage), cut});
        }
        if (said.text.isEmpty() || !date.isValid() || reports == 0)
            return fail(ErrorCode::BadInput, said.text.isEmpty() ? QString() : said.reason);
        ProtocolChange protocol = said;
        protocol.reports = reports;
        edits.insert(edits.begin(), protocolEdit(protocol));
        scope.append(*by, std::move(edits));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return reports;
}

} // namespace winnow
