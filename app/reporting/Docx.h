// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// A Word document of a heading, tables and notes: as much of WordprocessingML (ECMA-376) as our tables need.
namespace winnow::reporting {

struct DocxCell {
    QString text; ///< "\n" parts paragraphs
    bool bold = false;
    QString shade; ///< "#rrggbb"; empty: none
};
using DocxRow = std::vector<DocxCell>;

struct DocxTable {
    QString caption; ///< over it; empty: none
    std::vector<int> widths; ///< of the columns, in parts of their sum
    DocxRow head; ///< comes again on each page
    std::vector<DocxRow> rows;
};

struct DocxDocument {
    QString title;
    std::vector<DocxTable> tables;
    QString note; ///< under them
};

[[nodiscard]] QByteArray docxBytes(const DocxDocument& document);

} // namespace winnow::reporting
