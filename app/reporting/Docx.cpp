// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/Docx.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <QBuffer>
#include <QXmlStreamWriter>

#include <numeric>

namespace winnow::reporting {
namespace {

constexpr int tableWidth = 9600; // twentieths of a point: an A4 page between its margins

const char* const contentTypes
    = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";
const char* const relations
    = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";

/// XML 1.0 has no place for other control characters, and a file with one is refused as broken.
QString allowed(const QString& text)
{
    QString kept;
    for (const QChar c : text) {
        if (c == u'\t' || (c >= u' ' && c != QChar(0xfffe) && c != QChar(0xffff)))
            kept += c;
    }
    return kept;
}

class Writing {
public:
    explicit Writing(QByteArray& bytes) : m_xml(&bytes) { }

    void write(const DocxDocument& document)
    {
        m_xml.writeStartDocument(QStringLiteral("1.0"), true);
        m_xml.writeStartElement(QStringLiteral("w:document"));
        m_xml.writeAttribute(QStringLiteral("xmlns:w"),
                             QStringLiteral("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));
        m_xml.writeStartElement(QStringLiteral("w:body"));
        paragraph(document.title, true, 28);
        for (const DocxTable& table : document.tables) {
            if (!table.caption.isEmpty())
                paragraph(table.caption, true, 22);
            write(table);
            paragraph({}, false, 18); // two tables with nothing between them become one
        }
        if (!document.note.isEmpty())
            paragraph(document.note, false, 18);
        m_xml.writeEndDocument();
    }

private:
    void empty(const char* name, std::initializer_list<std::pair<const char*, QString>> attributes)
    {
        m_xml.writeEmptyElement(QLatin1String(name));
        for (const auto& [key, value] : attributes)
            m_xml.writeAttribute(QLatin1String(key), value);
    }

    /// `size` in half points.
    void paragraph(const QString& text, bool bold, int size)
    {
        m_xml.writeStartElement(QStringLiteral("w:p"));
        m_xml.writeStartElement(QStringLiteral("w:r"));
        m_xml.writeStartElement(QStringLiteral("w:rPr"));
        if (bold)
            m_xml.writeEmptyElement(QStringLiteral("w:b"));
        empty("w:sz", {{"w:val", QString::number(size)}});
        m_xml.writeEndElement();
        m_xml.writeStartElement(QStringLiteral("w:t"));
        m_xml.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
        m_xml.writeCharacters(allowed(text));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void write(const DocxTable& table)
    {
        m_xml.writeStartElement(QStringLiteral("w:tbl"));
        m_xml.writeStartElement(QStringLiteral("w:tblPr"));
        empty("w:tblW", {{"w:w", QString::number(tableWidth)}, {"w:type", QStringLiteral("dxa")}});
        m_xml.writeStartElement(QStringLiteral("w:tblBorders"));
        for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
            empty(side,
                  {{"w:val", QStringLiteral("single")},
                   {"w:sz", QStringLiteral("4")},
                   {"w:space", QStringLiteral("0")},
                   {"w:color", QStringLiteral("9A9A9A")}});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        const int whole = std::max(1, std::accumulate(table.widths.begin(), table.widths.end(), 0));
        m_xml.writeStartElement(QStringLiteral("w:tblGrid"));
        for (const int width : table.widths)
            empty("w:gridCol", {{"w:w", QString::number(tableWidth * width / whole)}});
        m_xml.writeEndElement();
        row(table.head, true);
        for (const DocxRow& one : table.rows)
            row(one, false);
        m_xml.writeEndElement();
    }

    void row(const DocxRow& cells, bool head)
    {
        m_xml.writeStartElement(QStringLiteral("w:tr"));
        m_xml.writeStartElement(QStringLiteral("w:trPr"));
        m_xml.writeEmptyElement(QStringLiteral("w:cantSplit"));
        if (head)
            m_xml.writeEmptyElement(QStringLiteral("w:tblHeader"));
        m_xml.writeEndElement();
        for (const DocxCell& cell : cells)
            write(cell, head);
        m_xml.writeEndElement();
    }

    void write(const DocxCell& cell, bool head)
    {
        m_xml.writeStartElement(QStringLiteral("w:tc"));
        m_xml.writeStartElement(QStringLiteral("w:tcPr"));
        const QString shade = head ? QStringLiteral("#dcdcdc") : cell.shade;
        if (!shade.isEmpty())
            empty("w:shd",
                  {{"w:val", QStringLiteral("clear")},
                   {"w:color", QStringLiteral("auto")},
                   {"w:fill", shade.mid(1).toUpper()}});
        m_xml.writeEndElement();
        for (const QString& line : cell.text.split(QLatin1Char('\n')))
            paragraph(line, cell.bold || head, 18);
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
};

void addPart(QuaZip& zip, const char* name, const QByteArray& bytes)
{
    QuaZipFile part(&zip);
    if (part.open(QIODevice::WriteOnly, QuaZipNewInfo(QLatin1String(name))))
        part.write(bytes);
}

} // namespace

QByteArray docxBytes(const DocxDocument& document)
{
    QByteArray xml;
    Writing(xml).write(document);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QuaZip zip(&buffer);
    zip.setAutoClose(false);
    if (!zip.open(QuaZip::mdCreate))
        return {};
    addPart(zip, "[Content_Types].xml", contentTypes);
    addPart(zip, "_rels/.rels", relations);
    addPart(zip, "word/document.xml", xml);
    zip.close();
    return bytes;
}

} // namespace winnow::reporting
