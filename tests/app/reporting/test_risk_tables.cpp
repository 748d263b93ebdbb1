// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/Docx.h"
#include "reporting/RiskTables.h"
#include "support/Suite.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <QBuffer>
#include <QXmlStreamReader>

namespace suite_risk_tables {

using namespace winnow::reporting;

namespace {

RiskTableText sample()
{
    const RiskCellText low{QStringLiteral("Low"), QStringLiteral("Low risk"), QStringLiteral("+"),
                           QStringLiteral("#02c100"), QStringLiteral("p. 3, \"sealed\"")};
    const RiskCellText high{
        QStringLiteral("High"), QStringLiteral("High risk"), QStringLiteral("×"), QStringLiteral("#bf0000"), {}};
    RiskTableText table;
    table.domains
        = {{QStringLiteral("D1"), QStringLiteral("Selection")}, {QStringLiteral("Overall"), QStringLiteral("Overall")}};
    table.overall = true;
    table.rows = {{QStringLiteral("Burt, 2019"), {}, 0, {low, low}}, {QStringLiteral("Ng 2020"), {}, 0, {{}, high}}};
    table.shares = {{QStringLiteral("D1"), QStringLiteral("Low risk"), 1, 1},
                    {QStringLiteral("Overall"), QStringLiteral("Low risk"), 0.5, 0.25}};
    return table;
}

QByteArray documentOf(QByteArray docx)
{
    QBuffer buffer(&docx);
    buffer.open(QIODevice::ReadOnly);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip) || !zip.setCurrentFile(QStringLiteral("word/document.xml")))
        return {};
    QuaZipFile file(&zip);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The texts of the cells, row by row: "a|b".
QStringList rowsOf(const QByteArray& xml, QString* error)
{
    QXmlStreamReader reader(xml);
    QStringList rows;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.qualifiedName() == u"w:tr")
            rows << QString();
        if (reader.isStartElement() && reader.qualifiedName() == u"w:t" && !rows.isEmpty())
            rows.last() += (rows.last().isEmpty() ? QString() : QStringLiteral("|")) + reader.readElementText();
    }
    *error = reader.errorString();
    return rows;
}

} // namespace

class TestRiskTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asRobvisReadsIt()
    {
        QCOMPARE(riskCsv(QStringLiteral("traffic-light"), sample(), false),
                 QByteArray("Study,D1,Overall\n\"Burt, 2019\",Low,Low\nNg 2020,NA,High\n"));
        RiskTableText table = sample();
        table.rows[0].weight = 62.5;
        QCOMPARE(riskCsv(QStringLiteral("traffic-light"), table, false),
                 QByteArray("Study,D1,Overall,Weight\n\"Burt, 2019\",Low,Low,62.5\nNg 2020,NA,High,0\n"));
    }

    void sharesAndSupport()
    {
        QCOMPARE(riskCsv(QStringLiteral("rob-summary"), sample(), true),
                 QByteArray("domain,judgement,percent_weighted\nD1,Low risk,100\nOverall,Low risk,25\n"));
        QCOMPARE(
            riskCsv(QStringLiteral("rob-table"), sample(), false),
            QByteArray("study,domain,judgement,support\n\"Burt, 2019\",D1,Low,\"p. 3, \"\"sealed\"\"\"\n"
                       "Ng 2020,D1,,\n\"Burt, 2019\",Overall,Low,\"p. 3, \"\"sealed\"\"\"\nNg 2020,Overall,High,\n"));
    }

    void wordDocument()
    {
        QString error;
        const QByteArray xml = documentOf(riskDocx(QStringLiteral("rob-table"), sample(), false));
        const QStringList rows = rowsOf(xml, &error);
        QCOMPARE(error, QString());
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows[1], QStringLiteral("Burt, 2019|+ Low risk|p. 3, \"sealed\""));
        QVERIFY(rows[2].startsWith(QStringLiteral("Ng 2020|–")));
        QVERIFY(xml.contains("w:fill=\"80E07F\"") || xml.contains("w:fill=\"80E0"));
    }

    /// A control character would make Word refuse the file; an empty table is one still.
    void hostileTexts()
    {
        RiskTableText table = sample();
        table.rows[0].study = QStringLiteral("<a>\u0001 & \"b\"\n]]>");
        QString error;
        QVERIFY(rowsOf(documentOf(riskDocx(QStringLiteral("traffic-light"), table, false)), &error)[1].startsWith(
            QStringLiteral("<a> & \"b\"|]]>")));
        QCOMPARE(error, QString());
        QVERIFY(!documentOf(riskDocx(QStringLiteral("rob-summary"), {}, false)).isEmpty());
    }
};

WINNOW_TEST(TestRiskTables)

} // namespace suite_risk_tables

#include "test_risk_tables.moc"
