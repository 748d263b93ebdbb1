// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Exact.h"
#include "formats/TableCells.h"
#include "formats/Text.h"
#include "formats/Xlsx.h"
#include "formats/Xml.h"

#include <QFile>
#include <QTemporaryDir>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>
#include <iterator>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::size_t mostUnits = 32767; ///< UTF-16 units in a cell of Excel
constexpr std::size_t mostBytes = 32000; ///< in a cell of our lines; never more units than bytes
constexpr int mostSheetRows = 1048576; ///< of a sheet
constexpr std::size_t mostSheetColumns = 16384;

constexpr string_view prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
#define WINNOW_SHEET_SPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define WINNOW_PART_SPACE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WINNOW_PACKAGE_SPACE "http://schemas.openxmlformats.org/package/2006/"
#define WINNOW_SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

/// Frozen header; title, abstract and authors wide.
constexpr string_view sheetOpening
    = "<worksheet xmlns=\"" WINNOW_SHEET_SPACE "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" "
      "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"3\" "
      "max=\"5\" width=\"50\" customWidth=\"1\"/></cols><sheetData>";
/// Cell format 1 is bold.
constexpr string_view styles
    = "<styleSheet xmlns=\"" WINNOW_SHEET_SPACE "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"
      "</font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill "
      "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">"
      "<border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf "
      "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf "
      "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" "
      "fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle "
      "name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
constexpr string_view packageRelations
    = "<Relationships xmlns=\"" WINNOW_PACKAGE_SPACE "relationships\"><Relationship Id=\"rId1\" "
      "Type=\"" WINNOW_PART_SPACE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

/// As much of a text as a cell of Excel can hold.
string_view cutToCell(string_view text)
{
    std::size_t units = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
        if (units > mostUnits)
            return text.substr(0, i);
    }
    return text;
}

/// The lines in as few cells as hold them.
std::vector<std::string> inCells(const std::vector<std::string>& lines)
{
    std::vector<std::string> cells(1);
    for (const std::string& line : lines) {
        for (const std::string& piece : cutLine(line, mostBytes)) {
            if (cells.back().size() + 1 + piece.size() > mostBytes)
                cells.emplace_back();
            appendItem(cells.back(), piece, "\n");
        }
    }
    return cells;
}

/// 27 → "AB"
std::string columnName(std::size_t column)
{
    std::string name;
    for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
    return name;
}

/// What Excel would take for an escape, such as "_x000B_", is escaped itself.
std::string escaped(const std::string& text)
{
    std::string out;
    std::size_t from = 0;
    for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        const bool hex = at + 6 < text.size() && text[at + 6] == '_'
            && text.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + 6;
        if (!hex)
            continue;
        out.append(text, from, at - from);
        out += "_x005F";
        from = at;
    }
    return out.append(text, from);
}

/// Sheets are packed as they come, into a temporary file: memory does not grow with them until the end. Written here
/// and not with a library: libxlsxwriter calls functions of minizip that QuaZip has under the same names, with other
/// structures behind them. In one program it writes through QuaZip's and crashes, or, linked first, QuaZip reads
/// through minizip's (seen with 1.1.4 and 1.4); apart they are kept only by RTLD_DEEPBIND, which the sanitizers refuse.
class XlsxWriter final : public RecordWriter {
public:
    void begin(std::string&) override
    {
        zip_.setZipName(folder_.filePath(QStringLiteral("table.xlsx")));
        if (!zip_.open(QuaZip::mdCreate))
            note("cannot be packed");
        openSheet();
    }

    void write(const Record& record, std::string&) override
    {
        if (row_ >= mostSheetRows) {
            closeSheet();
            openSheet();
        }
        std::vector<std::string> cells = tableCells(record);
        for (std::string& cell : cells) {
            cell.resize(cutToCell(cell).size());
            std::replace_if(
                cell.begin(), cell.end(),
                [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }, ' ');
        }
        std::vector<std::string> exact = inCells(exactLines(record, cells));
        cells.insert(cells.end(), std::make_move_iterator(exact.begin()), std::make_move_iterator(exact.end()));
        writeRow(cells, false);
    }

    void end(std::string& out) override
    {
        closeSheet();
        part("xl/workbook.xml", workbook());
        part("xl/_rels/workbook.xml.rels", workbookRelations());
        part("xl/styles.xml", std::string(styles));
        part("_rels/.rels", std::string(packageRelations));
        part("[Content_Types].xml", contentTypes());
        zip_.close();
        QFile file(zip_.getZipName());
        if (zip_.getZipError() != 0 || !file.open(QIODevice::ReadOnly))
            return note(file.errorString().toStdString());
        out += file.readAll().toStdString();
    }

    [[nodiscard]] std::string failure() const override { return failure_; }

private:
    void note(const std::string& why)
    {
        if (failure_.empty())
            failure_ = why;
    }
    void put(string_view text)
    {
        if (file_.write(text.data(), qint64(text.size())) != qint64(text.size()))
            note(file_.errorString().toStdString());
    }
    void openPart(const std::string& name)
    {
        if (!file_.open(QIODevice::WriteOnly, QuaZipNewInfo(QString::fromStdString(name))))
            note(file_.errorString().toStdString());
        put(prologue);
    }
    void part(const std::string& name, const std::string& xml)
    {
        openPart(name);
        put(xml);
        file_.close();
    }

    void openSheet()
    {
        openPart("xl/worksheets/sheet" + std::to_string(++sheets_) + ".xml");
        put(sheetOpening);
        row_ = 0;
        writeRow(std::vector<std::string>(tableHeader.begin(), tableHeader.end()), true);
    }
    void closeSheet()
    {
        put("</sheetData></worksheet>");
        file_.close();
    }

    /// Years as numbers, so that they sort and filter; everything else as text, so that Excel makes nothing of it.
    void writeRow(const std::vector<std::string>& cells, bool header)
    {
        const std::string number = std::to_string(++row_);
        std::string xml = "<row r=\"" + number + "\">";
        for (std::size_t i = 0; i < std::min(cells.size(), mostSheetColumns); ++i) {
            if (cells[i].empty())
                continue;
            xml += "<c r=\"" + columnName(i) + number + "\"";
            if (!header && i < tableHeader.size() && tableHeader[i] == "year") {
                xml += "><v>" + cells[i] + "</v></c>";
                continue;
            }
            xml += header ? " s=\"1\"" : "";
            xml += " t=\"inlineStr\"><is><t xml:space=\"preserve\">";
            appendXmlEscaped(xml, escaped(cells[i]));
            xml += "</t></is></c>";
        }
        put(xml + "</row>\n");
    }

    [[nodiscard]] std::string workbook() const
    {
        std::string xml = "<workbook xmlns=\"" WINNOW_SHEET_SPACE "\" xmlns:r=\"" WINNOW_PART_SPACE "\"><sheets>";
        for (int i = 1; i <= sheets_; ++i) {
            const std::string n = std::to_string(i);
            xml += "<sheet name=\"Records" + (i > 1 ? " " + n : std::string()) + "\" sheetId=\"" + n + "\" r:id=\"rId"
                + n + "\"/>";
        }
        return xml + "</sheets></workbook>";
    }
    [[nodiscard]] std::string workbookRelations() const
    {
        std::string xml = "<Relationships xmlns=\"" WINNOW_PACKAGE_SPACE "relationships\">";
        for (int i = 1; i <= sheets_; ++i) {
            const std::string n = std::to_string(i);
            xml += "<Relationship Id=\"rId" + n
                + "\" Type=\"" WINNOW_PART_SPACE "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        }
        return xml
            + "<Relationship Id=\"rIdStyles\" Type=\"" WINNOW_PART_SPACE
              "/styles\" Target=\"styles.xml\"/></Relationships>";
    }
    [[nodiscard]] std::string contentTypes() const
    {
        std::string xml = "<Types xmlns=\"" WINNOW_PACKAGE_SPACE
                          "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-"
                          "package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                          "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" WINNOW_SHEET_TYPE
                          "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" WINNOW_SHEET_TYPE
                          "styles+xml\"/>";
        for (int i = 1; i <= sheets_; ++i)
            xml += "<Override PartName=\"/xl/worksheets/sheet" + std::to_string(i)
                + ".xml\" ContentType=\"" WINNOW_SHEET_TYPE "worksheet+xml\"/>";
        return xml + "</Types>";
    }

    QTemporaryDir folder_;
    QuaZip zip_;
    QuaZipFile file_{&zip_};
    int sheets_ = 0;
    int row_ = 0; ///< of the sheet, from 1
    std::string failure_;
};

} // namespace

std::unique_ptr<RecordWriter> makeXlsxWriter()
{
    return std::make_unique<XlsxWriter>();
}

} // namespace winnow::formats
