// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

#include <QFile>

using namespace winnow::tests;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '));
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRiskFigures : public QObject {
    Q_OBJECT

    Bench bench;
    QString p;
    QStringList ids;

    Run draw(const char* options, const QString& out)
    {
        return call(words("figure") << p << words("--json --instrument rob2 --kind") << words(options)
                                    << QStringLiteral("--out") << out);
    }

private Q_SLOTS:
    void initTestCase()
    {
        p = bench.project(QStringLiteral("risk.winnow"));
        ids = idsOf(p);
        QVERIFY(ids.size() >= 3);
        const QByteArray table = "Study,D1,D2,D3,D4,D5,Overall,Weight\n" + ids[0].toUtf8()
            + ",Low,Some concerns,Low,Low,Low,Some concerns,40\n" + ids[1].toUtf8() + ",High,Low,NA,Low,Low,High,60\n"
            + ids[2].toUtf8() + ",Low,Wrong,Low,Low,Low,Low,1\n";
        const Run run
            = call(words("appraise") << p << words("--json --instrument rob2 --outcome Death --as Ana --answers")
                                     << bench.write(QStringLiteral("robvis.csv"), table));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("applied")].toInt(), 16);
        QCOMPARE(run.json()[QLatin1String("rejected")].toArray().size(), 1);
    }

    /// What came in as robvis' table goes out as one.
    void robvisRoundTrip()
    {
        const QString out = bench.path(QStringLiteral("out.csv"));
        QCOMPARE(draw("traffic-light --as Ana --order risk", out).code, 0);
        const QList<QByteArray> lines = contents(out).split('\n');
        QCOMPARE(lines[0], QByteArray("Study,D1,D2,D3,D4,D5,Overall"));
        QVERIFY2(lines[1].endsWith(",High,Low,NA,Low,Low,High"), lines[1].constData());
        QVERIFY2(lines[2].endsWith(",Low,Some concerns,Low,Low,Low,Some concerns"), lines[2].constData());
        QVERIFY2(lines[3].endsWith(",Low,NA,Low,Low,Low,Low"), lines[3].constData());
    }

    /// rules.md C3: nobody looking, nothing that is not agreed on is shown.
    void nobodySeesWhatIsNotAgreedOn()
    {
        const QString out = bench.path(QStringLiteral("nobody.csv"));
        QCOMPARE(draw("traffic-light", out).code, 0);
        QVERIFY(!contents(out).contains("High"));
        QVERIFY(contents(out).contains(",NA,NA,NA,NA,NA,NA"));
        QCOMPARE(draw("traffic-light --as Ben", out).code, 0);
        QVERIFY(!contents(out).contains("High"));
    }

    void everyKindInEveryFormat_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("suffix");
        QTest::addColumn<QByteArray>("start");
        for (const char* kind : {"traffic-light", "rob-summary", "rob-table"}) {
            QTest::addRow("%s svg", kind) << QByteArray(kind) << QByteArray("svg") << QByteArray("<?xml");
            QTest::addRow("%s pdf", kind) << QByteArray(kind) << QByteArray("pdf") << QByteArray("%PDF");
            QTest::addRow("%s png", kind) << QByteArray(kind) << QByteArray("png") << QByteArray("\x89PNG");
            QTest::addRow("%s csv", kind) << QByteArray(kind) << QByteArray("csv") << QByteArray("");
            QTest::addRow("%s docx", kind) << QByteArray(kind) << QByteArray("docx") << QByteArray("PK");
        }
    }
    void everyKindInEveryFormat()
    {
        QFETCH(QByteArray, options);
        QFETCH(QByteArray, suffix);
        QFETCH(QByteArray, start);
        const QString out = bench.path(QStringLiteral("figure.") + QString::fromLatin1(suffix));
        const Run run = draw(QByteArray(options + " --as Ana --palette colour-blind").constData(), out);
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("files")][0].toString(), out);
        QVERIFY(contents(out).size() > 50);
        QVERIFY(contents(out).startsWith(start));
        if (suffix == "svg")
            QVERIFY(!contents(out).contains("#02c100"));
    }

    void weightsComeFromTheMetaAnalysis()
    {
        const QString out = bench.path(QStringLiteral("weighted.csv"));
        QCOMPARE(draw("rob-summary --as Ana --weighted", out).code, 2);
        const Run listed = draw("rob-table --as Ana", bench.path(QStringLiteral("names.csv")));
        QCOMPARE(listed.code, 0);
        QStringList names;
        const QList<QByteArray> lines = contents(bench.path(QStringLiteral("names.csv"))).split('\n');
        for (int i = 1; i <= 3; ++i)
            names << QString::fromUtf8(lines[i]).section(QLatin1Char(','), 0, 0);
        QByteArray table = "study,weight,group\n" + names[0].toUtf8() + ",30,A\n" + names[1].toUtf8() + ",50,B\n";
        const auto weighted
            = [&] {
                  return call(words("figure")
                              << p << words("--json --instrument rob2 --kind rob-summary --as Ana --weighted --studies")
                              << bench.write(QStringLiteral("w.csv"), table) << QStringLiteral("--out") << out);
              };
        const Run missing = weighted();
        QCOMPARE(missing.code, 1);
        QVERIFY(missing.errorLines().first().contains(names[2]));
        table += names[2].toUtf8() + ",20,A\n";
        QCOMPARE(weighted().code, 0);
        QVERIFY(contents(out).startsWith("domain,judgement,percent_weighted\n"));
        table += names[2].toUtf8() + ",heavy,A\n";
        QVERIFY(weighted().errorLines().first().contains(QLatin1String("heavy")));
    }

    void wrongUse()
    {
        const QString out = bench.path(QStringLiteral("wrong.svg"));
        QCOMPARE(call(words("figure") << p << words("--kind traffic-light --out") << out).code, 1);
        QCOMPARE(call(words("figure") << p << words("--kind traffic-light --instrument syrcle --out") << out).code, 1);
        QCOMPARE(call(words("figure") << p << words("--kind flow --out") << bench.path(QStringLiteral("f.docx"))).code,
                 1);
        QCOMPARE(draw("traffic-light --order size", out).code, 2);
        QVERIFY(!QFile::exists(out));
    }
};

WINNOW_TEST(TestRiskFigures)
#include "test_risk_figures.moc"
