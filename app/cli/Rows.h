// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Context.h"
#include "project/NamedTable.h"
#include "project/Records.h"
#include "project/Screening.h"

#include <QJsonArray>

#include <functional>
#include <vector>

/// What commands that read a table of decisions have in common: `rejected[]` in the answer.
namespace winnow::cli {

/// Where a request came from: its line, and the record it names.
struct RowRef {
    qint64 line = 0;
    QString id;
};

/// The lines of a table that were not applied, and why, as sentences.
class Rejections {
public:
    void add(qint64 line, const QString& why);
    void add(qint64 line, const Error& error);
    /// What a use case refused; `rows[i]` is where its request i stood.
    void add(const Screening::BulkOutcome& outcome, const std::vector<RowRef>& rows);

    [[nodiscard]] QJsonArray json() const; ///< by line
    /// "; 2 lines were not applied:" and a line for each; empty if there are none.
    [[nodiscard]] QString text() const;

private:
    struct Item {
        qint64 line;
        QString why;
    };
    [[nodiscard]] std::vector<Item> sorted() const;
    std::vector<Item> m_items;
};

/// Reads a whole table, handing each good row to `take`. Rows whose quotes never close are rejected.
/// Cancelled, and what NamedTable::open says.
[[nodiscard]] Result<void> readRows(Context& context, const QString& file, const QStringList& needed,
                                    const QStringList& optional, Rejections& rejections,
                                    const std::function<void(const NamedTable&)>& take);

/// The record that a cell names by its id; none was rejected.
[[nodiscard]] RecordId recordIn(const Records& records, const NamedTable& table, int column, Rejections& rejections);

/// "applied" and "rejected" as answer.
void answerApplied(Context& context, qint64 applied, const Rejections& rejections, QJsonObject more = {});

/// The reason of a stage by its text, whatever the case; none if the team has no such reason.
[[nodiscard]] ReasonId findReason(const Review& review, Stage stage, const QString& text);

} // namespace winnow::cli
