// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

namespace suite_instrument {

using namespace winnow::tests;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '));
}

/// "case/domain" → judgement.
QMap<QString, QString> judgementsOf(const Run& run)
{
    QMap<QString, QString> map;
    for (const QJsonValue& one : run.json()[QLatin1String("judgements")].toArray())
        map[one[QLatin1String("case")].toString() + QLatin1Char('/') + one[QLatin1String("domain")].toString()]
            = one[QLatin1String("judgement")].toString();
    return map;
}

const QByteArray unseen = R"({
 "winnow_instrument": 1, "id": "bees", "version": "1", "name": "Bee scale", "judges": "study",
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

class TestInstrument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lists()
    {
        const Run run = call(words("instrument list --json"));
        QCOMPARE(run.code, 0);
        const QJsonArray list = run.json()[QLatin1String("instruments")].toArray();
        QCOMPARE(list.size(), 17);
        QCOMPARE(list[0][QLatin1String("id")].toString(), QStringLiteral("rob2"));
        QCOMPARE(list[0][QLatin1String("judges")].toString(), QStringLiteral("result"));
        QVERIFY(list[2][QLatin1String("draft")].toBool());
        QVERIFY(call(words("instrument list")).out.contains("Newcastle-Ottawa"));
    }

    void showsAndExports()
    {
        const Run run = call(words("instrument show QUADAS-2 --json"));
        QCOMPARE(run.code, 0);
        QVERIFY(run.json()[QLatin1String("findings")].toArray().isEmpty());
        QCOMPARE(run.json()[QLatin1String("instrument")][QLatin1String("id")].toString(), QStringLiteral("quadas-2"));
        QVERIFY(call(words("instrument show rob2")).out.contains("if 1.2 is N or PN then High"));

        const QString out = bench.path(QStringLiteral("quadas.json"));
        QCOMPARE(call(words("instrument export quadas-2 --out") << out).code, 0);
        QCOMPARE(call(QStringList{QStringLiteral("instrument"), QStringLiteral("show"), out}).code, 0);
        const Run again = call(words("instrument export quadas-2 --out") << out);
        QCOMPARE(again.code, 1);
        QVERIFY(again.errorLines().first().contains(QLatin1String("exists already")));
    }

    void judgesATable()
    {
        const QString table = bench.write(QStringLiteral("a.csv"),
                                          "item,answer,case\n1.1,Y,one\n1.2,PN,one\n1.3,NI,one\n1.2,Probably yes,two\n"
                                          "1.1,y,two\n1.3,PN,two\n3.1,N,three\n3.2,NI,three\n1.9,Y,three\n"
                                          "D1,Low,four\nD2,High,four\n1.1,NA,five\n");
        const Run run = call(words("instrument judge --instrument rob2 --json --answers") << table);
        QCOMPARE(run.code, 0);
        const auto judgements = judgementsOf(run);
        QCOMPARE(judgements[QStringLiteral("one/D1")], QStringLiteral("High"));
        QCOMPARE(judgements[QStringLiteral("one/overall")], QStringLiteral("High"));
        QVERIFY(!judgements.contains(QStringLiteral("one/D2")));
        QCOMPARE(judgements[QStringLiteral("two/D1")], QStringLiteral("Low"));
        QVERIFY(judgements[QStringLiteral("two/overall")].isEmpty());
        QCOMPARE(judgements[QStringLiteral("four/overall")], QStringLiteral("High"));
        QVERIFY(judgements[QStringLiteral("three/D3")].isEmpty());
        const QJsonArray rejected = run.json()[QLatin1String("rejected")].toArray();
        QCOMPARE(rejected.size(), 2);
        QCOMPARE(rejected[0][QLatin1String("line")].toInt(), 9);
        QCOMPARE(rejected[0][QLatin1String("why")].toString(),
                 QStringLiteral("“NI” is no answer to 3.2; it has Y, PY, PN, N."));
        QCOMPARE(rejected[1][QLatin1String("why")].toString(), QStringLiteral("RoB 2 has no item “1.9”."));
    }

    void variantsAndScores()
    {
        const QString table = bench.write(QStringLiteral("m.csv"), "case,item,answer\nx,M1,2\nx,M9,1\n");
        Run run = call(words("instrument judge --instrument minors --variant Comparative --json --answers") << table);
        QCOMPARE(judgementsOf(run)[QStringLiteral("x/overall")], QStringLiteral("3"));
        QCOMPARE(run.json()[QLatin1String("judgements")][0][QLatin1String("of")].toInt(), 24);
        run = call(words("instrument judge --instrument minors --json --answers") << table);
        QCOMPARE(judgementsOf(run)[QStringLiteral("x/overall")], QStringLiteral("2"));
        QCOMPARE(run.json()[QLatin1String("rejected")].toArray().size(), 1);
        run = call(words("instrument judge --instrument minors --variant paired --answers") << table);
        QCOMPARE(run.code, 1);
        QVERIFY(run.errorLines().first().contains(QLatin1String("variants of MINORS: non-comparative, comparative")));
    }

    void oneThatNobodyHasSeen()
    {
        const QString file = bench.write(QStringLiteral("bees.json"), unseen);
        const QString table = bench.write(QStringLiteral("b.csv"), "case,item,answer\nA,1,yes\nA,2,linden\nB,1,No\n");
        const Run run
            = call(words("instrument judge --json --instrument") << file << QStringLiteral("--answers") << table);
        QCOMPARE(run.code, 0);
        const auto judgements = judgementsOf(run);
        QCOMPARE(judgements[QStringLiteral("A/H")], QStringLiteral("Fine"));
        QCOMPARE(judgements[QStringLiteral("B/overall")], QStringLiteral("Sticky"));
        QCOMPARE(run.json()[QLatin1String("judgements")][0][QLatin1String("score")].toDouble(), 2.5);
    }

    /// From a file into a review, from there to assessments, to a file and to a comparison.
    void reviewsKeepTheirOwn()
    {
        const QString p = bench.project(QStringLiteral("own.winnow"));
        const QString file = bench.write(QStringLiteral("bees.json"), unseen);
        QByteArray other = unseen;
        other.replace("Was it honey?", "Was it really honey?");
        QCOMPARE(call(words("instrument list --json") << p).json()[QLatin1String("instruments")].toArray().size(), 17);
        QCOMPARE(call(words("instrument import") << file).code, 1); // no review named
        Run run = call(words("instrument import --json --as Ana") << p << file);
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("instruments")][0][QLatin1String("id")].toString(), QStringLiteral("bees"));
        const QJsonArray list
            = call(words("instrument list --json") << p).json()[QLatin1String("instruments")].toArray();
        QCOMPARE(list.size(), 18);
        QVERIFY(list[17][QLatin1String("own")].toBool());
        QVERIFY(call(words("instrument show bees") << p).out.contains("Was it honey?"));
        QCOMPARE(call(words("instrument show bees")).code, 1); // no review, no bees

        const QString changed = bench.write(QStringLiteral("bees2.json"), other);
        run = call(words("instrument import") << p << changed);
        QCOMPARE(run.code, 1);
        QVERIFY(run.errorLines().first().contains(QLatin1String("give this one another version, such as 2")));
        other.replace("\"version\": \"1\"", "\"version\": \"2\"");
        bench.write(QStringLiteral("bees2.json"), other);
        QCOMPARE(call(words("instrument import") << p << changed).code, 0);
        QVERIFY(call(words("instrument show bees") << p).out.contains("Was it really honey?")); // the newest

        run = call(words("instrument compare --json") << p << file << QStringLiteral("bees"));
        QCOMPARE(run.code, 0);
        const QJsonArray differences = run.json()[QLatin1String("differences")].toArray();
        QCOMPARE(differences.size(), 2);
        QCOMPARE(differences[1][QLatin1String("place")].toString(), QStringLiteral("item 1"));
        QCOMPARE(differences[1][QLatin1String("before")].toString(), QStringLiteral("Was it honey?"));
        run = call(words("instrument compare bees bees") << p);
        QCOMPARE(run.out.trimmed(), QByteArray("They say the same"));

        const QByteArray id = idsOf(p).first().toUtf8();
        const QString table = bench.write(QStringLiteral("own.csv"), "study,item,answer\n" + id + ",1,Yes\n");
        run = call(words("appraise --instrument bees --as Ana --answers") << table << p);
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("overall  Fine"));
        run = call(words("log") << p);
        QVERIFY(run.out.contains("Bee scale"));
    }

    /// What Ana said under the first version is there under the second one, and is told in detail.
    void answersGoToANewVersion()
    {
        const QString p = bench.project(QStringLiteral("versions.winnow"));
        const QString first = bench.write(QStringLiteral("one.json"), unseen);
        QByteArray changed = unseen;
        changed.replace("\"version\": \"1\"", "\"version\": \"2\"");
        changed.replace("\"Linden\"", "\"Lime\"");
        const QString second = bench.write(QStringLiteral("two.json"), changed);
        const QByteArray id = idsOf(p).first().toUtf8();
        const QString table
            = bench.write(QStringLiteral("v.csv"), "study,item,answer\n" + id + ",1,Yes\n" + id + ",2,Linden\n");
        QCOMPARE(
            call(words("appraise --as Ana --answers") << table << QStringLiteral("--instrument") << first << p).code,
            0);
        const QStringList carry = words("appraise --as Ana --carry-over --instrument") << second << p;
        Run run = call(QStringList(carry) << QStringLiteral("--json"));
        QCOMPARE(run.code, 0);
        const QJsonArray carried = run.json()[QLatin1String("carried_over")].toArray();
        QCOMPARE(carried.size(), 1);
        QCOMPARE(carried[0][QLatin1String("from_version")].toString(), QStringLiteral("1"));
        QCOMPARE(carried[0][QLatin1String("said")].toInt(), 1);
        QCOMPARE(carried[0][QLatin1String("lost")].toArray(),
                 QJsonArray{QStringLiteral("2 = Linden: the item has no such answer any more")});
        QCOMPARE(carried[0][QLatin1String("open")].toArray(), QJsonArray{QStringLiteral("2")});
        run = call(carry);
        QCOMPARE(run.code, 0);
        QVERIFY(!run.out.contains("carried over")); // it is there already
        QCOMPARE(call(words("undo --as Ana") << p).code, 0);
        run = call(carry);
        QVERIFY2(run.out.contains("from version 1: 1 carried over"), run.out.constData());
        QVERIFY(run.out.contains("to be answered: 2"));
        QCOMPARE(call(words("appraise --carry-over --instrument bees") << p).code, 2); // whose answers?
    }

    void brokenOnesNameThePlace()
    {
        QByteArray broken = unseen;
        broken.replace("if 1 is Yes then Fine", "if 1 is not Other then Fine");
        broken.replace("\"1 is Yes\"", "\"7 is Yes\"");
        const QString file = bench.write(QStringLiteral("broken.json"), broken);
        for (const char* line : {"instrument show", "instrument judge --answers /dev/null --instrument"}) {
            const Run run = call(words(line) << file);
            QCOMPARE(run.code, 1);
            QCOMPARE(run.errorLines().size(), 1);
            QVERIFY2(run.errorLines().first().contains(QLatin1String("domains[0].items[1].asked_if")),
                     run.err.constData());
        }
        const Run shown = call(words("instrument show --json") << file);
        QCOMPARE(shown.json()[QLatin1String("findings")][0][QLatin1String("kind")].toString(),
                 QStringLiteral("unknown-item"));
    }

    /// Two people, blind, then opened and agreed: all from the command line.
    /// A sum of nothing is no sum of 0, and an item of another variant is named as such.
    void tellsSumsOfThoseWhoAnswered()
    {
        const QString p = bench.project(QStringLiteral("sums.winnow"));
        const QByteArray id = idsOf(p).first().toUtf8();
        const QString table
            = bench.write(QStringLiteral("minors.csv"), "study,item,answer\n" + id + ",M1,2\n" + id + ",M9,2\n");
        Run run = call(words("appraise") << p << words("--instrument minors --as Ana --answers") << table);
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("  overall  2 of 16\n"));
        QVERIFY(run.out.contains("MINORS has no item “M9” in its variant "));
        run = call(words("appraise") << p << words("--instrument minors --as Ben"));
        QVERIFY(run.out.contains("  overall  – of 16\n"));
    }

    void appraisesResults()
    {
        const QString p = bench.project(QStringLiteral("appraise.winnow"));
        const QString first = idsOf(p).first();
        const auto appraise = [&](const char* who, const QByteArray& table, const QStringList& more = {}) {
            return call(words("appraise")
                        << p << words("--json --instrument rob2 --outcome Death --as") << QLatin1String(who)
                        << QStringLiteral("--answers")
                        << bench.write(QStringLiteral("s.csv"), "study,item,answer,support\n" + table) << more);
        };
        const auto final = [](const Run& run, const char* domain) -> QString {
            for (const QJsonValue& one : run.json()[QLatin1String("judgements")].toArray()) {
                if (one[QLatin1String("domain")].toString() == QLatin1String(domain))
                    return one[QLatin1String("final")].toString() + QLatin1Char('/')
                        + one[QLatin1String("by")].toString();
            }
            return QStringLiteral("no such domain");
        };
        const QByteArray id = first.toUtf8();
        const QByteArray low = "X,1.1,Y,p. 2\nX,1.2,Y\nX,1.3,N\nX,2.1,N\nX,2.2,N\nX,2.6,Y\nX,3.1,Y\nX,4.1,N\nX,4.2,N\n"
                               "X,4.3,N\nX,5.1,Y\nX,5.2,N\nX,5.3,N\n";
        const auto about = [&id](QByteArray table) { return table.replace("X,", QByteArray(id + ',')); };
        Run run = appraise("Ana", about(low));
        QCOMPARE(run.code, 0);
        QVERIFY(run.json()[QLatin1String("rejected")].toArray().isEmpty());
        QCOMPARE(run.json()[QLatin1String("applied")].toInt(), 13);
        QCOMPARE(final(run, "overall"), QStringLiteral("Low/Ana"));
        const QJsonObject judgement = run.json()[QLatin1String("judgements")][0].toObject();
        QCOMPARE(judgement[QLatin1String("outcome")].toString(), QStringLiteral("Death"));
        QCOMPARE(judgement[QLatin1String("proposed")].toString(), QStringLiteral("Low"));

        run = appraise("Ana", about("X,D1,High\nX,D9,Low\nghost,1.1,Y\n"));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("rejected")].toArray().size(), 3);
        QCOMPARE(final(run, "D1"), QStringLiteral("Low/Ana"));
        run = appraise("Ana", about("X,D1,Some concerns,odd weights\n"));
        QCOMPARE(final(run, "D1"), QStringLiteral("Some concerns/Ana"));

        QByteArray high = about(low);
        high.replace(QByteArray(id + ",1.2,Y"), QByteArray(id + ",1.2,N"));
        run = appraise("Ben", high);
        QCOMPARE(final(run, "overall"), QStringLiteral("High/Ben"));
        run = call(words("appraise") << p << words("--json --instrument rob2"));
        QCOMPARE(final(run, "overall"), QStringLiteral("/"));
        QVERIFY(!call(words("log") << p << words("--as Cara --json")).out.contains("odd weights"));
        QVERIFY(!call(words("log") << p << words("--json")).out.contains("odd weights"));

        run = appraise("Ben", about("X,1.2,PN\n"), words("--open"));
        QVERIFY(run.json()[QLatin1String("rejected")].toArray().isEmpty());
        QVERIFY(call(words("log") << p << words("--json")).out.contains("odd weights"));
        const QJsonArray agreement = run.json()[QLatin1String("agreement")].toArray();
        QCOMPARE(agreement.size(), 6);
        QCOMPARE(agreement[0][QLatin1String("domain")].toString(), QStringLiteral("D1"));
        QCOMPARE(agreement[0][QLatin1String("n")].toInt(), 1);
        QCOMPARE(agreement[0][QLatin1String("percent")].toDouble(), 0.0);
        QCOMPARE(agreement[1][QLatin1String("percent")].toDouble(), 1.0);
        run = appraise("Ana", about(low), words("--consensus"));
        QCOMPARE(final(run, "overall"), QStringLiteral("Low/consensus"));
        run = appraise("Ben", about("X,1.3,Y\n"));
        QCOMPARE(final(run, "overall"), QStringLiteral("High/Ben"));
        QCOMPARE(call(words("undo") << p << words("--as Ben")).code, 0);
        run = call(words("appraise") << p << words("--json --instrument rob2"));
        QCOMPARE(final(run, "overall"), QStringLiteral("Low/consensus"));
        QCOMPARE(call(words("check") << p).code, 0);
    }

    void appraisingNeedsAResult()
    {
        const QString p = bench.project(QStringLiteral("whole.winnow"));
        const QString table
            = bench.write(QStringLiteral("w.csv"), "study,item,answer\n" + idsOf(p).first().toUtf8() + ",1.1,Y\n");
        const Run run = call(words("appraise") << p << words("--instrument rob2 --as Ana --answers") << table);
        QCOMPARE(run.code, 1);
        QVERIFY(run.errorLines().first().contains(QLatin1String("an outcome must be named")));
        QCOMPARE(call(words("appraise") << p << words("--instrument rob2 --answers") << table).code, 2);
    }

    void wrongUse()
    {
        QCOMPARE(call(words("instrument")).code, 2);
        QCOMPARE(call(words("instrument melt")).code, 2);
        const QStringList failing{QStringLiteral("instrument show"),
                                  QStringLiteral("instrument show rob3"),
                                  QStringLiteral("instrument show no.json"),
                                  QStringLiteral("instrument export rob2"),
                                  QStringLiteral("instrument judge --instrument rob2"),
                                  QStringLiteral("instrument judge --instrument rob2 --answers no.csv")};
        for (const QString& line : failing) {
            const Run run = call(line.split(QLatin1Char(' ')));
            QVERIFY2(run.code == 1 && run.errorLines().size() == 1, qPrintable(line));
        }
    }

    /// Every answer set of RoB 2 through the command, some ten thousand cases at a time.
    void everyRowOfRob2()
    {
        const QString folder = QStringLiteral(WINNOW_SHARED "/facts/rob2/");
        if (!QFile::exists(folder + QStringLiteral("rob2-D1.csv")))
            QSKIP("the tables of all answer sets are not here");
        for (const char* name : {"D1", "D2-assignment", "D2-adhering", "D3", "D4", "D5"}) {
            const QList<QByteArray> lines
                = Bench::read(folder + QLatin1String("rob2-") + QLatin1String(name) + QLatin1String(".csv"))
                      .split('\n');
            const QList<QByteArray> header = lines[0].trimmed().split(',');
            QByteArray table = "case,item,answer\n";
            QMap<QString, QString> expected;
            for (qsizetype i = 1; i < lines.size(); ++i) {
                const QList<QByteArray> cells = lines[i].trimmed().split(',');
                for (qsizetype c = 1; c + 1 < cells.size(); ++c)
                    table += QByteArray::number(i) + ',' + header[c] + ',' + cells[c] + '\n';
                if (cells.size() > 1)
                    expected[QStringLiteral("%1/%2").arg(i).arg(QLatin1String(name).left(2))]
                        = QString::fromUtf8(cells.back());
            }
            const QString variant = QLatin1String(name).endsWith(QLatin1String("adhering"))
                ? QStringLiteral("adhering")
                : QStringLiteral("assignment");
            const Run run
                = call(words("instrument judge --instrument rob2 --json --variant")
                       << variant << QStringLiteral("--answers") << bench.write(QStringLiteral("t.csv"), table));
            QCOMPARE(run.code, 0);
            QVERIFY(run.json()[QLatin1String("rejected")].toArray().isEmpty());
            const auto judgements = judgementsOf(run);
            for (auto it = expected.begin(); it != expected.end(); ++it)
                QCOMPARE(judgements[it.key()], it.value());
        }
    }

private:
    Bench bench;
};

WINNOW_TEST(TestInstrument)

} // namespace suite_instrument

#include "test_instrument.moc"
