// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

#include <QFile>

namespace suite_risk_figures {

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

/// One that nobody has seen, in a file: no line of code knows it.
const QByteArray unseenInstrument = R"({
 "winnow_instrument": 1, "id": "bees", "version": "1", "name": "Bee scale", "judges": "study",
 "designs": ["animal"],
 "scales": [{"id": "s", "levels": [{"name": "Fine"}, {"name": "Sticky"}]}],
 "score_label": "Drops",
 "domains": [
  {"id": "H", "label": "Honey", "scale": "s", "rules": ["if 1 is No then Sticky", "if 1 is Yes then Fine"],
   "items": [{"id": "1", "question": "Was it honey?", "answers": [{"code": "Yes", "points": 2}, {"code": "No", "points": 0}]},
             {"id": "2", "question": "Which?", "asked_if": "1 is Yes",
              "answers": [{"code": "Linden", "points": 0.5}, {"code": "Other", "points": 0}]}]},
  {"id": "overall", "label": "All", "scale": "s", "rules": ["if any domain is Sticky then Sticky", "otherwise Fine"]}
 ]})";

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

    /// Loaded, filled, judged, plotted and exported, and all of it taken back in one step.
    void oneThatNobodyHasSeen()
    {
        const QString file = bench.write(QStringLiteral("bees.json"), unseenInstrument);
        const QByteArray answers = "study,item,answer,support,quote,page\n" + ids[0].toUtf8()
            + ",1,Yes,seen,\"golden, thick\",7\n" + ids[0].toUtf8() + ",2,Linden,,,\n" + ids[1].toUtf8() + ",1,No,,,\n";
        const Run run = call(words("appraise")
                             << p << words("--json --as Ana --instrument") << file << QStringLiteral("--answers")
                             << bench.write(QStringLiteral("bees.csv"), answers));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("applied")].toInt(), 3);
        const auto draw = [&](const char* kind, const char* name) {
            const QString out = bench.path(QLatin1String(name));
            const Run drawn = call(words("figure") << p << words("--as Ana --instrument bees --kind")
                                                   << QLatin1String(kind) << QStringLiteral("--out") << out);
            return drawn.code == 0 ? contents(out) : drawn.err;
        };
        const QByteArray table = draw("traffic-light", "bees-lights.csv");
        QVERIFY2(table.startsWith("Study,H,Overall\n"), table.constData());
        QVERIFY(table.contains(",Fine,Fine\n"));
        QVERIFY(table.contains(",Sticky,Sticky\n"));
        QVERIFY(draw("traffic-light", "bees.svg").contains("Honey"));
        QVERIFY(draw("rob-summary", "bees-sum.svg").contains("Sticky"));
        const QByteArray support = draw("rob-table", "bees-table.csv");
        QVERIFY2(support.contains("golden, thick") && support.contains("(p. 7)"), support.constData());
        QVERIFY(draw("rob-table", "bees.docx").startsWith("PK"));
        QCOMPARE(call(words("undo") << p << words("--as Ana")).code, 0);
        QVERIFY(draw("traffic-light", "bees-gone.csv").contains("nothing in this review was assessed with it"));
    }

    /// MINORS, NOS, JBI, IHE, AMSTAR 2 and TESTEX judge no domain: their items are plotted, and the sum.
    void plotsOfChecklists_data()
    {
        QTest::addColumn<QString>("instrument");
        QTest::addColumn<QByteArray>("answers"); ///< item,answer|…
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("line"); ///< behind the study's name
        QTest::newRow("MINORS") << QStringLiteral("minors") << QByteArray("M1,2|M2,1|M3,0|M4,2|M5,0|M6,2|M7,2|M8,0")
                                << QByteArray("Study,M1,M2,M3,M4,M5,M6,M7,M8,Points")
                                << QByteArray("2 of 2,1 of 2,0 of 2,2 of 2,0 of 2,2 of 2,2 of 2,0 of 2,9/16");
        QTest::newRow("NOS") << QStringLiteral("nos-cohort") << QByteArray("S1,a|S2,c|S3,a|S4,a|O1,b|O2,a|O3,a")
                             << QByteArray("Study,S1,S2,S3,S4,C1,O1,O2,O3,Stars")
                             << QByteArray("1 of 1,0 of 1,1 of 1,1 of 1,NA,1 of 1,1 of 1,1 of 1,6/9");
        QTest::newRow("JBI") << QStringLiteral("jbi-case-series")
                             << QByteArray("Q1,Yes|Q2,No|Q3,Unclear|overall,Include")
                             << QByteArray("Study,Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9,Q10,Overall")
                             << QByteArray("Yes,No,Unclear,NA,NA,NA,NA,NA,NA,NA,Low"); // as robvis calls it
    }
    void plotsOfChecklists()
    {
        QFETCH(QString, instrument);
        QFETCH(QByteArray, answers);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, line);
        QByteArray table = "study,item,answer\n";
        for (const QByteArray& answer : answers.split('|'))
            table += ids[0].toUtf8() + ',' + answer + '\n';
        const Run run = call(words("appraise")
                             << p << words("--json --as Ana --instrument") << instrument << QStringLiteral("--answers")
                             << bench.write(instrument + QStringLiteral(".csv"), table));
        QVERIFY2(run.json()[QLatin1String("rejected")].toArray().isEmpty(), run.out.constData());
        for (const char* kind : {"traffic-light", "rob-summary", "rob-table"}) {
            for (const char* suffix : {"csv", "svg", "docx"}) {
                const QString out = bench.path(
                    QStringLiteral("%1-%2.%3").arg(instrument, QLatin1String(kind), QLatin1String(suffix)));
                const Run drawn = call(words("figure") << p << words("--as Ana --kind") << QLatin1String(kind)
                                                       << QStringLiteral("--instrument") << instrument
                                                       << QStringLiteral("--out") << out);
                QVERIFY2(drawn.code == 0, drawn.err.constData());
                if (QLatin1String(kind) != QLatin1String("traffic-light")
                    || QLatin1String(suffix) != QLatin1String("csv"))
                    continue;
                const QList<QByteArray> lines = contents(out).split('\n');
                QCOMPARE(lines[0], head);
                QVERIFY2(lines[1].contains(QByteArray(',' + line)), lines[1].constData());
            }
        }
    }

    /// rules.md G1: what the team said of designs warns, groups the plot, and is taken back.
    void designsAndAppraisers()
    {
        const QString designs = bench.write(QStringLiteral("designs.csv"),
                                            "study,design\n" + ids[0].toUtf8() + ",cohort\n" + ids[1].toUtf8()
                                                + ",randomised\nghost,cohort\n");
        const Run said
            = call(words("appraise") << p << words("--json --instrument rob2 --as Ana --designs") << designs);
        QCOMPARE(said.code, 0);
        QCOMPARE(said.json()[QLatin1String("designs")].toInt(), 2);
        QCOMPARE(said.json()[QLatin1String("rejected")].toArray().size(), 1);
        const QJsonArray warnings = said.json()[QLatin1String("warnings")].toArray();
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings[0].toString().contains(QLatin1String("made for: randomised")));
        const QString out = bench.path(QStringLiteral("by-design.svg"));
        QCOMPARE(draw("traffic-light --as Ana --by-design", out).code, 0);
        QVERIFY(contents(out).contains("cohort"));
        QVERIFY(contents(out).contains("Design not said"));

        const QString people
            = bench.write(QStringLiteral("people.csv"),
                          "study,appraiser\n" + ids[2].toUtf8() + ",Ben\n" + ids[2].toUtf8() + ",Nobody\n");
        const Run given
            = call(words("appraise") << p << words("--json --instrument syrcle --as Ana --appraisers") << people);
        QCOMPARE(given.code, 0);
        QCOMPARE(given.json()[QLatin1String("given")].toInt(), 1);
        QCOMPARE(given.json()[QLatin1String("rejected")].toArray().size(), 1);
        const QString table
            = bench.write(QStringLiteral("not-mine.csv"), "study,item,answer\n" + ids[2].toUtf8() + ",1,Yes\n");
        const Run refused
            = call(words("appraise") << p << words("--json --instrument syrcle --as Ana --answers") << table);
        QCOMPARE(refused.json()[QLatin1String("applied")].toInt(), 0);
        QVERIFY(refused.json()[QLatin1String("rejected")][0][QLatin1String("why")].toString().contains(
            QLatin1String("Ben")));
    }

    void copiesBetweenOutcomes()
    {
        const Run run = call(words("appraise") << p
                                               << words("--json --instrument rob2 --as Ana --outcome Relapse "
                                                        "--copy-from death --domain D1"));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("copied")].toInt(), 3);
        const QString out = bench.path(QStringLiteral("relapse.csv"));
        QCOMPARE(draw("traffic-light --as Ana --outcome Relapse", out).code, 0);
        QVERIFY2(contents(out).contains(",High,NA,NA,NA,NA,"), contents(out).constData());
        QCOMPARE(call(words("appraise") << p << words("--instrument rob2 --as Ana --copy-from death")).code, 2);
    }

    void wrongUse()
    {
        const QString out = bench.path(QStringLiteral("wrong.svg"));
        QCOMPARE(call(words("figure") << p << words("--kind traffic-light --out") << out).code, 1);
        QCOMPARE(call(words("figure") << p << words("--kind traffic-light --instrument robis --out") << out).code, 1);
        QCOMPARE(call(words("figure") << p << words("--kind flow --out") << bench.path(QStringLiteral("f.docx"))).code,
                 1);
        QCOMPARE(draw("traffic-light --order size", out).code, 2);
        QVERIFY(!QFile::exists(out));
    }
};

WINNOW_TEST(TestRiskFigures)

} // namespace suite_risk_figures

#include "test_risk_figures.moc"
