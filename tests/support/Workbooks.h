// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QList>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace winnow::test {

using Sheet = QList<QByteArray>; ///< rows, cells parted by bars; an empty cell is left out

inline QByteArray sheetXml(const Sheet& rows)
{
    QByteArray xml = "<worksheet><sheetData>";
    for (int row = 0; row < rows.size(); ++row) {
        xml += "<row r=\"" + QByteArray::number(row + 1) + "\">";
        const auto cells = rows[row].split('|');
        for (int i = 0; i < cells.size(); ++i) {
            if (!cells[i].isEmpty())
                xml += "<c r=\"" + QByteArray(1, char('A' + i)) + QByteArray::number(row + 1)
                    + "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>";
        }
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

/// A workbook as Excel would write it, of texts only.
inline QByteArray workbook(const QList<Sheet>& sheets)
{
    QByteArray book = "<workbook><sheets>";
    QByteArray relations = "<Relationships>";
    QBuffer buffer;
    QuaZip zip(&buffer);
    zip.open(QuaZip::mdCreate);
    const auto add = [&](const QByteArray& name, const QByteArray& content) {
        QuaZipFile file(&zip);
        file.open(QIODevice::WriteOnly, QuaZipNewInfo(QString::fromLatin1("xl/" + name)));
        file.write(content);
        file.close();
    };
    for (int i = 0; i < sheets.size(); ++i) {
        const QByteArray n = QByteArray::number(i + 1);
        book += "<sheet name=\"Sheet " + n + "\" r:id=\"r" + n + "\"/>";
        relations += "<Relationship Id=\"r" + n + "\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        add("worksheets/sheet" + n + ".xml", sheetXml(sheets[i]));
    }
    add("workbook.xml", book + "</sheets></workbook>");
    add("_rels/workbook.xml.rels", relations + "</Relationships>");
    zip.close();
    return buffer.data();
}

} // namespace winnow::test
