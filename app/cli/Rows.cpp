// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Rows.h"

#include "domain/Words.h"

#include <algorithm>

namespace winnow::cli {

void Rejections::add(qint64 line, const QString& why)
{
    m_items.push_back({line, why});
}

void Rejections::add(qint64 line, const Error& error)
{
    add(line, words::sentence(error));
}

void Rejections::add(const Screening::BulkOutcome& outcome, const std::vector<RowRef>& rows)
{
    for (const Screening::Rejected& rejected : outcome.rejected) {
        const RowRef& row = rows[rejected.index];
        Error error = rejected.error;
        if (error.context.isEmpty())
            error.context = row.id;
        add(row.line, error);
    }
}

std::vector<Rejections::Item> Rejections::sorted() const
{
    std::vector<Item> items = m_items;
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.line < b.line; });
    return items;
}

QJsonArray Rejections::json() const
{
    QJsonArray array;
    for (const Item& item : sorted())
        array.append(QJsonObject{{QStringLiteral("line"), item.line}, {QStringLiteral("why"), item.why}});
    return array;
}

QString Rejections::text() const
{
    if (m_items.empty())
        return {};
    QString text = QStringLiteral("; lines not applied: %1\n").arg(m_items.size());
    for (const Item& item : sorted())
        text += QStringLiteral("  line %1: %2\n").arg(item.line).arg(item.why);
    return text;
}

Result<void> readRows(Context& context, const QString& file, const QStringList& needed, const QStringList& optional,
                      Rejections& rejections, const std::function<void(const NamedTable&)>& take)
{
    const auto table = NamedTable::open(file, needed, optional);
    if (!table)
        return Failure(table.error());
    while ((*table)->next()) {
        if (context.cancelled())
            return fail(ErrorCode::Cancelled, file);
        if ((*table)->broken())
            rejections.add((*table)->line(), QStringLiteral("A quote is opened in this line and never closed."));
        else
            take(**table);
    }
    return {};
}

RecordId recordIn(const Records& records, const NamedTable& table, int column, Rejections& rejections)
{
    const QString id = table.cell(column);
    const RecordId record = id.isEmpty() ? RecordId() : records.fromUid(id);
    if (id.isEmpty())
        rejections.add(table.line(), QStringLiteral("The line names no record."));
    else if (!record)
        rejections.add(table.line(), Error{ErrorCode::UnknownRecord, id, {}});
    return record;
}

void answerApplied(Context& context, qint64 applied, const Rejections& rejections, QJsonObject more)
{
    more[QStringLiteral("applied")] = applied;
    more[QStringLiteral("rejected")] = rejections.json();
    context.answer(more, QStringLiteral("Applied: %1%2").arg(applied).arg(rejections.text()));
}

ReasonId findReason(const Review& review, Stage stage, const QString& text)
{
    for (const Reason& reason : review.reasonsOf(stage)) {
        if (reason.text.compare(text, Qt::CaseInsensitive) == 0)
            return reason.id;
    }
    return {};
}

} // namespace winnow::cli
