// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

namespace suite_chart {

using namespace winnow::tests;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// `winnow chart`: every kind writes its table, says how many rows it has, and refuses what it cannot do.
class TestChart : public QObject {
    Q_OBJECT

private:
    Bench bench;

    QByteArray chart(const QString& project, const char* kind, const QStringList& more = {})
    {
        const QString out = bench.path(QStringLiteral("chart.csv"));
        const Run run = call(words("chart") << project << QStringLiteral("--kind") << QString::fromLatin1(kind)
                                            << QStringLiteral("--out") << out << QStringLiteral("--json") << more);
        const QByteArray csv = Bench::read(out);
        if (run.code != 0 || run.json()[QLatin1String("out")].toString() != out
            || run.json()[QLatin1String("rows")].toInt() != csv.count('\n') - 1)
            return "wrong answer: " + run.out + run.err;
        return csv;
    }

private Q_SLOTS:
    void tables()
    {
        const QString p = bench.project(QStringLiteral("c.winnow"));
        QCOMPARE(chart(p, "sources"),
                 QByteArray("source,kind,records,alone\nPubMed,databases,4,4\nClinicalTrials.gov,registers,2,2\n"));
        QCOMPARE(chart(p, "overlap"), QByteArray("sources,count,reports\nPubMed,1,4\nClinicalTrials.gov,1,2\n"));
        QCOMPARE(chart(p, "years"), QByteArray("year,reports\n2001,2\n2002,2\n2003,1\n2004,1\n"));
        QCOMPARE(chart(p, "journals"), QByteArray("journal,reports\nJournal of Honey,6\n"));
        QCOMPARE(chart(p, "progress"), QByteArray("day,reviewer,stage,votes\n"));
        QCOMPARE(chart(p, "reasons"), QByteArray("stage,reason,reports\n"));
        QCOMPARE(chart(p, "labels"), QByteArray("label,reports\n"));
        QCOMPARE(chart(p, "entities"), QByteArray("type,name,id,records\n"));
        QVERIFY(chart(p, "agreement").startsWith("stage,a,b,n,both_include,only_a,only_b,both_exclude,percent,kappa,"));
    }

    void votesByDayNameNoVotes()
    {
        const QString p = bench.project(QStringLiteral("v.winnow"));
        const QStringList ids = idsOf(p);
        QCOMPARE(call(words("vote") << p << words("--as Ana --stage title --votes")
                                    << bench.write(QStringLiteral("v.csv"),
                                                   "id,vote\n" + ids[0].toUtf8() + ",include\n" + ids[1].toUtf8()
                                                       + ",exclude\n"))
                     .code,
                 0);
        const QByteArray nobody = chart(p, "progress");
        QVERIFY2(nobody.contains(",Ana,title,2\n"), nobody.constData());
        QVERIFY(!nobody.contains("clude"));
        QCOMPARE(chart(p, "progress", words("--as Ben")), nobody);
    }

    void refusals()
    {
        const QString p = bench.project(QStringLiteral("r.winnow"));
        QCOMPARE(call(words("chart") << p << words("--kind moon --out x.csv")).code, 2);
        QCOMPARE(call(words("chart") << p << words("--kind years --out x.svg")).code, 2);
        QCOMPARE(call(words("chart") << p << words("--kind years")).code, 2);
        const Run nowhere
            = call(words("chart") << p << words("--kind years --out") << bench.path(QStringLiteral("no/such/x.csv")));
        QCOMPARE(nowhere.code, 1);
        QCOMPARE(nowhere.errorLines().size(), 1);
        const Run zoe
            = call(words("chart") << p << words("--kind years --as Zoe --out") << bench.path(QStringLiteral("x.csv")));
        QCOMPARE(zoe.code, 1);
        QVERIFY(zoe.err.contains("Zoe"));
        const Run people
            = call(words("chart") << p << words("--kind YEARS --out") << bench.path(QStringLiteral("y.csv")));
        QCOMPARE(people.code, 0);
        QVERIFY(people.out.startsWith("Wrote 4 rows"));
    }
};

WINNOW_TEST(TestChart)

} // namespace suite_chart

#include "test_chart.moc"
