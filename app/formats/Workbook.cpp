// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Workbook.h"

#include "formats/Archive.h"
#include "formats/Text.h"
#include "formats/WorkbookParts.h"

#include <QBuffer>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

/// The whole of a part; "" if it is not there or would unpack to too much.
std::string part(QuaZip& zip, const std::string& name)
{
    if (!zip.setCurrentFile(QStringLiteral("xl/") + QString::fromStdString(name)))
        return {};
    QuaZipFileInfo64 info;
    QuaZipFile file(&zip);
    if (!zip.getCurrentFileInfo(&info) || !file.open(QIODevice::ReadOnly))
        return {};
    if (tooLarge(qint64(info.uncompressedSize), qint64(info.compressedSize)))
        return {};
    return file.readAll().toStdString();
}

std::string targetOf(const std::vector<std::pair<std::string, std::string>>& relations, string_view id)
{
    const auto found = std::find_if(relations.begin(), relations.end(), [&](const auto& r) { return r.first == id; });
    return found == relations.end() ? std::string() : found->second;
}

} // namespace

bool isWorkbook(string_view head)
{
    return head.starts_with("PK\x03\x04")
        && (head.find("xl/workbook.xml") != npos || head.find("xl/worksheets/") != npos
            || head.find("xl/sharedStrings.xml") != npos || head.find("xl/_rels/") != npos);
}

void appendWorkbookText(string_view xlsx, std::string& out)
{
    QByteArray bytes = QByteArray::fromRawData(xlsx.data(), qsizetype(xlsx.size()));
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip))
        return;
    const std::string workbook = part(zip, "workbook.xml");
    const auto relations = workbookRelations(part(zip, "_rels/workbook.xml.rels"));
    const auto strings = sharedStrings(part(zip, "sharedStrings.xml"));
    const auto dates = dateFormats(part(zip, "styles.xml"));
    const bool since1904 = workbook.find("date1904=\"1\"") != npos || workbook.find("date1904=\"true\"") != npos;
    for (const auto& [name, id] : workbookSheets(workbook)) {
        ((out += sheetMark) += oneLine(name)) += '\n';
        appendSheet(part(zip, targetOf(relations, id)), strings, dates, since1904, out);
    }
}

} // namespace winnow::formats
