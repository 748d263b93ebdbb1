// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/RiskTables.h"

#include "reporting/Docx.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace winnow::reporting {
namespace {

QString csvCell(QString cell)
{
    if (!cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n') && !cell.contains(u'\r'))
        return cell;
    cell.replace(QStringLiteral("\""), QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

QByteArray csvOf(const std::vector<QStringList>& lines)
{
    QString csv;
    for (const QStringList& line : lines) {
        QStringList cells;
        for (const QString& cell : line)
            cells << csvCell(cell);
        csv += cells.join(u',') + u'\n';
    }
    return csv.toUtf8();
}

bool hasWeights(const RiskTableText& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [](const RiskRowText& row) { return row.weight > 0; });
}

std::vector<QStringList> robvisLines(const RiskTableText& table)
{
    QStringList head{QStringLiteral("Study")};
    for (const RiskDomainText& domain : table.domains)
        head << domain.code;
    const bool weights = hasWeights(table);
    if (weights)
        head << QStringLiteral("Weight");
    std::vector<QStringList> lines{head};
    for (const RiskRowText& row : table.rows) {
        QStringList line{row.study};
        for (const RiskCellText& cell : row.cells)
            line << (cell.name.isEmpty() ? QStringLiteral("NA") : cell.name); // robvis loses an empty cell
        if (weights)
            line << QString::number(row.weight);
        lines.push_back(line);
    }
    return lines;
}

QString percentOf(const RiskShareText& share, bool weighted)
{
    return QString::number(std::round((weighted ? share.weighted : share.share) * 1000) / 10);
}

std::vector<QStringList> summaryLines(const RiskTableText& table, bool weighted)
{
    std::vector<QStringList> lines{{QStringLiteral("domain"), QStringLiteral("judgement"),
                                    weighted ? QStringLiteral("percent_weighted") : QStringLiteral("percent")}};
    for (const RiskShareText& share : table.shares)
        lines.push_back({share.domain, share.level, percentOf(share, weighted)});
    return lines;
}

std::vector<QStringList> supportLines(const RiskTableText& table)
{
    std::vector<QStringList> lines{
        {QStringLiteral("study"), QStringLiteral("domain"), QStringLiteral("judgement"), QStringLiteral("support")}};
    for (std::size_t domain = 0; domain < table.domains.size(); ++domain) {
        for (const RiskRowText& row : table.rows)
            lines.push_back({row.study, table.domains[domain].code, row.cells[domain].name, row.cells[domain].support});
    }
    return lines;
}

/// Text on it is black; a dark disc's colour is made lighter, so that the word stays legible.
QString tint(const QString& colour)
{
    if (colour.isEmpty())
        return {};
    QString light = QStringLiteral("#");
    for (int i = 1; i < 7; i += 2)
        light += QStringLiteral("%1").arg((colour.mid(i, 2).toInt(nullptr, 16) + 255) / 2, 2, 16, QLatin1Char('0'));
    return light;
}

DocxCell judgementCell(const RiskCellText& cell, bool words)
{
    if (cell.label.isEmpty())
        return {QStringLiteral("–"), false, {}};
    return {words ? cell.symbol + QLatin1Char(' ') + cell.label : cell.symbol, true, tint(cell.colour)};
}

DocxTable lightsTable(const RiskTableText& table)
{
    DocxTable lights{{}, {4}, {{QStringLiteral("Study"), true, {}}}, {}};
    for (const RiskDomainText& domain : table.domains) {
        lights.widths.push_back(1);
        lights.head.push_back({domain.code, true, {}});
    }
    QString group;
    for (const RiskRowText& row : table.rows) {
        if (row.group != group && !row.group.isEmpty()) {
            DocxRow heading(table.domains.size() + 1);
            heading[0] = {row.group, true, {}};
            lights.rows.push_back(heading);
        }
        group = row.group;
        DocxRow line{{row.study, false, {}}};
        for (const RiskCellText& cell : row.cells)
            line.push_back(judgementCell(cell, false));
        lights.rows.push_back(line);
    }
    return lights;
}

/// What the codes over the columns and the symbols mean.
QString captionsOf(const RiskTableText& table)
{
    QStringList parts;
    for (const RiskDomainText& domain : table.domains) {
        if (domain.code != domain.label)
            parts << domain.code + QStringLiteral(": ") + domain.label;
    }
    QStringList symbols;
    for (const RiskRowText& row : table.rows) {
        for (const RiskCellText& cell : row.cells) {
            const QString meaning = cell.symbol + QLatin1Char(' ') + cell.label;
            if (!cell.label.isEmpty() && !symbols.contains(meaning))
                symbols << meaning;
        }
    }
    return (parts + symbols).join(QStringLiteral("; "));
}

DocxTable summaryTable(const RiskTableText& table, bool weighted)
{
    DocxTable summary{{},
                      {3, 3, 1},
                      {{QStringLiteral("Domain"), true, {}},
                       {QStringLiteral("Judgement"), true, {}},
                       {QStringLiteral("%"), true, {}}},
                      {}};
    for (const RiskShareText& share : table.shares)
        summary.rows.push_back(
            {{share.domain, false, {}}, {share.level, false, {}}, {percentOf(share, weighted), false, {}}});
    return summary;
}

std::vector<DocxTable> supportTables(const RiskTableText& table)
{
    std::vector<DocxTable> tables;
    for (std::size_t domain = 0; domain < table.domains.size(); ++domain) {
        const auto& [code, label] = table.domains[domain];
        DocxTable one{code == label ? label : code + QStringLiteral(": ") + label,
                      {2, 2, 5},
                      {{QStringLiteral("Study"), true, {}},
                       {QStringLiteral("Judgement"), true, {}},
                       {QStringLiteral("Support for the judgement"), true, {}}},
                      {}};
        for (const RiskRowText& row : table.rows)
            one.rows.push_back({{row.study, false, {}},
                                judgementCell(row.cells[domain], true),
                                {row.cells[domain].support, false, {}}});
        tables.push_back(std::move(one));
    }
    return tables;
}

} // namespace

QByteArray riskCsv(const QString& kind, const RiskTableText& table, bool weighted)
{
    if (kind == QLatin1String("rob-summary"))
        return csvOf(summaryLines(table, weighted));
    return csvOf(kind == QLatin1String("rob-table") ? supportLines(table) : robvisLines(table));
}

QByteArray riskDocx(const QString& kind, const RiskTableText& table, bool weighted)
{
    DocxDocument document{QStringLiteral("Risk of bias"), {}, table.note};
    if (kind == QLatin1String("rob-table")) {
        document.tables = supportTables(table);
    } else if (kind == QLatin1String("rob-summary")) {
        document.tables = {summaryTable(table, weighted)};
    } else {
        document.tables = {lightsTable(table)};
        const QString captions = captionsOf(table);
        document.note = table.note.isEmpty() ? captions : captions + QStringLiteral(". ") + table.note;
    }
    return docxBytes(document);
}

} // namespace winnow::reporting
