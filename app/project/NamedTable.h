// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/TableRows.h"
#include "formats/TextInput.h"

#include <QFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace winnow {

/// A table of decisions as scripts and people write it: a header line with the names of the columns in any order (case
/// does not count, columns nobody asked for are passed over), then one row each. Comma, semicolon or tab; quotes,
/// encoding and line ends as the table reader of app/formats takes them. Read row by row: any size.
class NamedTable {
public:
    /// Errors: FileMissing, IsDirectory, FileUnreadable, EmptyFile; BadInput names the column of `needed` that is not
    /// there. Columns of `optional` are empty throughout when they are missing.
    static Result<std::unique_ptr<NamedTable>> open(const QString& path, const QStringList& needed,
                                                    const QStringList& optional = {});

    /// The names in the header line, as they are written. Errors as those of `open`.
    static Result<QStringList> headerOf(const QString& path);

    /// The next row that is not blank; false at the end.
    [[nodiscard]] bool next();
    /// The cell of this row, without blanks at its ends. `column` counts through needed, then optional.
    [[nodiscard]] QString cell(int column) const;
    /// Where this row starts, from 1.
    [[nodiscard]] qint64 line() const { return m_row.span.line; }
    /// A quote is opened in this row and never closed.
    [[nodiscard]] bool broken() const { return m_row.cut; }

private:
    NamedTable() = default;
    Result<void> openFile(const QString& path);
    Result<void> readHeader(const QString& path, const QStringList& needed, const QStringList& optional);

    QFile m_file;
    std::unique_ptr<formats::TextInput> m_input;
    std::unique_ptr<formats::TableRows> m_rows;
    formats::Row m_row;
    std::vector<int> m_columns; ///< place in the row, -1: not there
};

} // namespace winnow
