// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TableDialect.h"

#include "formats/TableRows.h"

#include <QBuffer>

namespace winnow::formats {
namespace {

constexpr int rowsToLookAt = 40;
constexpr std::size_t bytesToLookAt = 256 * 1024;

/// The best header that this delimiter finds; false if none.
bool tryDelimiter(QBuffer& buffer, char delimiter, Dialect& dialect)
{
    buffer.seek(0);
    TextInput input(buffer, makeDecoder(QStringLiteral("utf-8")));
    TableRows rows(input, delimiter);
    Row row;
    bool found = false;
    for (int i = 0; i < rowsToLookAt && rows.next(row); ++i) {
        if (found && row.cells.size() * 2 >= dialect.columns.count() && !row.blank()) {
            dialect.hasRows = true;
            return true;
        }
        Columns columns(row.cells);
        if (found || !columns.has(Role::Title) || row.mended)
            continue;
        dialect = {delimiter, i, std::move(columns), false};
        found = true;
    }
    return found;
}

} // namespace

bool findDialect(std::string_view head, Dialect& dialect)
{
    head = head.substr(0, bytesToLookAt);
    QByteArray bytes(head.data(), qsizetype(head.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    bool found = false;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        Dialect candidate;
        if (!tryDelimiter(buffer, delimiter, candidate))
            continue;
        if (!found || candidate.columns.recognised() > dialect.columns.recognised())
            dialect = std::move(candidate);
        found = true;
    }
    return found;
}

} // namespace winnow::formats
