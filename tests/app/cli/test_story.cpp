// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

namespace suite_story {

using namespace winnow::tests;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

qint64 number(const QJsonObject& boxes, const char* key)
{
    return boxes[QLatin1String(key)].toInteger(-1);
}

QJsonObject boxesOf(const QString& project)
{
    return call(words("prisma") << project << QStringLiteral("--json")).json()[QLatin1String("boxes")].toObject();
}

/// The identities of the PRISMA 2020 flow, pending counts included (rules.md A4).
void addUp(const QJsonObject& b)
{
    QCOMPARE(number(b, "records_screened"),
             number(b, "database_results") + number(b, "register_results") - number(b, "duplicates")
                 - number(b, "excluded_automatic") - number(b, "excluded_other"));
    QCOMPARE(number(b, "dbr_sought_reports"),
             number(b, "records_screened") - number(b, "records_excluded") - number(b, "awaiting_screening")
                 - number(b, "not_read_stopped"));
    QCOMPARE(number(b, "dbr_assessed"),
             number(b, "dbr_sought_reports") - number(b, "dbr_notretrieved_reports") - number(b, "awaiting_retrieval"));
    const QJsonObject reasons = b[QLatin1String("dbr_excluded_list")].toObject();
    qint64 excluded = 0;
    for (const QJsonValue& n : reasons)
        excluded += n.toInteger();
    QCOMPARE(excluded, number(b, "dbr_excluded"));
    QCOMPARE(number(b, "new_reports"),
             number(b, "dbr_assessed") - excluded - number(b, "awaiting_assessment")
                 - number(b, "awaiting_classification") - number(b, "ongoing"));
    QVERIFY(number(b, "new_studies") <= number(b, "new_reports"));
}

} // namespace

/// From an empty file to the PRISMA figure by the command line alone.
class TestStory : public QObject {
    Q_OBJECT

private:
    Bench bench;

    QString table(const QByteArray& header, const QList<QByteArray>& rows) const
    {
        return bench.write(QStringLiteral("t.csv"), header + '\n' + rows.join('\n') + '\n');
    }

    void vote(const QString& p, const char* who, const char* stage, const QByteArray& header,
              const QList<QByteArray>& rows) const
    {
        const Run run
            = call(words("vote") << p << words("--json --as") << QString::fromLatin1(who) << QStringLiteral("--stage")
                                 << QString::fromLatin1(stage) << QStringLiteral("--votes") << table(header, rows));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("applied")].toInt(), int(rows.size()));
    }

private Q_SLOTS:
    void theExample()
    {
        const QString p = bench.path(QStringLiteral("demo.winnow"));
        const Run demo = call(words("demo") << p << QStringLiteral("--json"));
        QCOMPARE(demo.err, QByteArray());
        QCOMPARE(demo.code, 0);
        QCOMPARE(demo.json()[QLatin1String("project")].toString(), p);
        const QJsonObject boxes = boxesOf(p);
        addUp(boxes);
        QCOMPARE(number(boxes, "database_results"), 180); // 70 PubMed, 110 Scopus
        QCOMPARE(number(boxes, "register_results"), 60);
        QCOMPARE(number(boxes, "duplicates"), 40); // 41 works in both, one of which waits to be judged
        QCOMPARE(number(boxes, "dbr_notretrieved_reports"), 3);
        QCOMPARE(number(boxes, "awaiting_retrieval"), 2);
        QCOMPARE(number(boxes, "ongoing"), 6);
        QCOMPARE(number(boxes, "awaiting_classification"), 2);
        QCOMPARE(number(boxes, "awaiting_screening"), 14); // left open on purpose
        QCOMPARE(call(words("check") << p).code, 0);
        const QJsonObject pair = call(words("agreement") << p << words("--stage title --json"))
                                     .json()[QLatin1String("pairs")][0]
                                     .toObject();
        for (const char* key : {"a", "b", "n", "table", "percent", "kappa", "kappa_low", "kappa_high", "pabak", "ac1"})
            QVERIFY(pair.contains(QLatin1String(key)));
        QCOMPARE(pair[QLatin1String("n")].toInt(), 200);

        const QString svg = bench.path(QStringLiteral("flow.svg"));
        QCOMPARE(call(words("prisma") << p << QStringLiteral("--out") << svg).code, 0);
        QVERIFY(Bench::read(svg).contains("<svg"));
        const QString csv = bench.path(QStringLiteral("flow.csv"));
        QCOMPARE(call(words("prisma") << p << QStringLiteral("--out") << csv).code, 0);
        QVERIFY(Bench::read(csv).contains("records_screened"));
        const QString json = bench.path(QStringLiteral("flow.json"));
        QCOMPARE(call(words("prisma") << p << QStringLiteral("--out") << json).code, 0);
        QVERIFY(QJsonDocument::fromJson(Bench::read(json)).isObject());
        QCOMPARE(call(words("demo") << p).code, 1); // never over a file that is there
        addUp(boxesOf(p));
    }

    void theSameExampleTwice()
    {
        const QString a = bench.path(QStringLiteral("one.winnow"));
        const QString b = bench.path(QStringLiteral("two.winnow"));
        QCOMPARE(call(words("demo") << a).code, 0);
        QCOMPARE(call(words("demo") << b).code, 0);
        QCOMPARE(idsOf(a), idsOf(b)); // the same files make the same ids (rules.md D3)
        QCOMPARE(boxesOf(a), boxesOf(b));
    }

    void twoReviewers()
    {
        const QString p = bench.project();
        const QStringList ids = idsOf(p);
        const auto id = [&](int i) { return ids[i].toUtf8(); };
        vote(p, "Ana", "title", "id,vote",
             {id(0) + ",include", id(1) + ",include", id(2) + ",exclude", id(3) + ",include", id(4) + ",maybe"});
        vote(p, "Ben", "title", "id,vote",
             {id(0) + ",include", id(1) + ",maybe", id(2) + ",exclude", id(3) + ",exclude", id(4) + ",include"});
        addUp(boxesOf(p));
        const Run conflicts = call(words("conflicts") << p << words("--stage title --json"));
        QCOMPARE(conflicts.code, 0);
        QCOMPARE(conflicts.json()[QLatin1String("conflicts")].toArray().size(), 1);
        QCOMPARE(conflicts.json()[QLatin1String("conflicts")][0][QLatin1String("report")].toString(), ids[3]);
        QCOMPARE(conflicts.json()[QLatin1String("conflicts")][0][QLatin1String("kind")].toString(),
                 QStringLiteral("votes"));
        QVERIFY(!conflicts.out.contains("exclude")); // how each voted stays hidden

        const QString settle = table("id,vote,reason", {id(3) + ",include,", id(0) + ",exclude,"});
        const auto resolve = [&] {
            return call(words("resolve") << p << words("--as Ana --stage title --json --decisions") << settle);
        };
        QCOMPARE(resolve().json()[QLatin1String("rejected")].toArray().size(), 2); // nothing is opened yet
        const Run opened = call(words("conflicts") << p << words("--stage title --open --as Ana --json"));
        QCOMPARE(opened.code, 0);
        QCOMPARE(opened.json()[QLatin1String("frozen")].toInt(), 5);
        const QJsonArray votes = opened.json()[QLatin1String("conflicts")][0][QLatin1String("votes")].toArray();
        QCOMPARE(votes.size(), 2);
        const Run resolved = resolve();
        QCOMPARE(resolved.code, 0);
        QCOMPARE(resolved.json()[QLatin1String("applied")].toInt(), 1);
        QCOMPARE(resolved.json()[QLatin1String("rejected")][0][QLatin1String("line")].toInt(), 3);
        const QJsonObject pair = call(words("agreement") << p << words("--stage title --json"))
                                     .json()[QLatin1String("pairs")][0]
                                     .toObject();
        QCOMPARE(pair[QLatin1String("n")].toInt(), 5);
        QCOMPARE(pair[QLatin1String("percent")].toDouble(), 0.8);
        QCOMPARE(pair[QLatin1String("table")].toArray(),
                 (pair[QLatin1String("a")].toString() == QLatin1String("Ana")
                      ? QJsonArray{QJsonArray{3, 1}, QJsonArray{0, 1}}
                      : QJsonArray{QJsonArray{3, 0}, QJsonArray{1, 1}}));

        for (const char* who : {"Ana", "Ben"})
            vote(p, who, "title", "id,vote", {id(5) + ",exclude"});
        QCOMPARE(call(words("retrieval") << p << words("--as Ana --states")
                                         << table("id,state",
                                                  {id(0) + ",received", id(1) + ",received", id(3) + ",received",
                                                   id(4) + ",not-retrieved"}))
                     .code,
                 0);
        vote(p, "Ana", "fulltext", "id,vote,reason",
             {id(0) + ",include,", id(1) + ",exclude,Wrong population", id(3) + ",include,"});
        vote(p, "Ben", "fulltext", "id,vote,reason",
             {id(0) + ",include,", id(1) + ",exclude,Wrong population", id(3) + ",include,"});
        QCOMPARE(call(words("study") << p << words("--as Ana --groups")
                                     << table("report,study", {id(0) + ",Bees", id(3) + ",Bees"}))
                     .code,
                 0);
        const QJsonObject boxes = boxesOf(p);
        addUp(boxes);
        QCOMPARE(number(boxes, "records_screened"), 6);
        QCOMPARE(number(boxes, "records_excluded"), 2);
        QCOMPARE(number(boxes, "dbr_sought_reports"), 4);
        QCOMPARE(number(boxes, "dbr_notretrieved_reports"), 1);
        QCOMPARE(number(boxes, "dbr_assessed"), 3);
        QCOMPARE(number(boxes, "dbr_excluded"), 1);
        QCOMPARE(number(boxes, "new_reports"), 2);
        QCOMPARE(number(boxes, "new_studies"), 1);
        const QString svg = bench.path(QStringLiteral("final.svg"));
        const Run prisma = call(words("prisma") << p << QStringLiteral("--json --out").split(QLatin1Char(' ')) << svg);
        QCOMPARE(prisma.json()[QLatin1String("interim")].toBool(), false);
        QVERIFY(Bench::read(svg).contains("Wrong population"));
        const QString out = bench.path(QStringLiteral("included.ris"));
        QCOMPARE(call(words("export") << p << words("--set included --json --out") << out)
                     .json()[QLatin1String("records")]
                     .toInt(),
                 2);
    }

    /// Undisclosed votes are nobody's business (rules.md C1, C3).
    void blind()
    {
        const QString p = bench.project(QStringLiteral("blind.winnow"));
        const QStringList ids = idsOf(p);
        vote(p, "Ana", "title", "id,vote,note", {ids[0].toUtf8() + ",include,apiary-alpha"});
        vote(p, "Ben", "title", "id,vote,note", {ids[0].toUtf8() + ",exclude,hive-beta"});
        const auto shown = [&](const QStringList& as) {
            QByteArray all;
            for (const char* command : {"log", "records", "status", "prisma"})
                all += call(words(command) << p << QStringLiteral("--json") << as).out;
            all += call(words("conflicts") << p << words("--stage title --json") << as).out;
            all += call(words("agreement") << p << words("--stage title --json") << as).out;
            for (const char* type : {"ris", "csv"}) {
                const QString out = bench.path(QStringLiteral("blind.") + QLatin1String(type));
                all += call(words("export") << p << QStringLiteral("--out") << out << as).out;
                all += Bench::read(out); // only now: it is written by then
            }
            return all;
        };
        const QByteArray nobody = shown({});
        QVERIFY(!nobody.contains("apiary-alpha"));
        QVERIFY(!nobody.contains("hive-beta"));
        QVERIFY(!nobody.contains("\"kind\":\"vote\""));
        const QByteArray ana = shown(words("--as Ana"));
        QVERIFY(ana.contains("apiary-alpha"));
        QVERIFY(!ana.contains("hive-beta"));
        const QByteArray ben = shown(words("--as Ben"));
        QVERIFY(ben.contains("hive-beta"));
        QVERIFY(!ben.contains("apiary-alpha"));
        for (const QJsonValue& change :
             call(words("log") << p << words("--as Ana --json")).json()[QLatin1String("changes")].toArray()) {
            if (change[QLatin1String("kind")].toString() == QLatin1String("vote"))
                QCOMPARE(change[QLatin1String("by")].toString(), QStringLiteral("Ana"));
        }
        // Opening the batch discloses them.
        QCOMPARE(call(words("conflicts") << p << words("--stage title --open --as Ana")).code, 0);
        QVERIFY(shown({}).contains("hive-beta"));
    }

    /// Two of three have decided: the third is told by no list, filter, click or export before the own vote.
    void decidedWithoutMe()
    {
        const QString p = bench.path(QStringLiteral("three.winnow"));
        QCOMPARE(call(words("new") << p << words("--title T --reviewer Ana --reviewer Ben --reviewer Cara")).code, 0);
        QCOMPARE(call(words("import") << p << bench.ris(QStringLiteral("three.ris"), 3, "three")).code, 0);
        const QStringList ids = idsOf(p);
        for (const char* who : {"Ana", "Ben"})
            vote(p, who, "title", "id,vote", {ids[0].toUtf8() + ",exclude", ids[1].toUtf8() + ",include"});
        const auto excluded = [&](const char* as) {
            return call(words("records") << p << words("--json --where box=records_excluded --as")
                                         << QString::fromLatin1(as))
                .json();
        };
        QCOMPARE(excluded("Ana")[QLatin1String("records")].toArray().size(), 1);
        QVERIFY(!excluded("Ana").contains(QLatin1String("withheld")));
        QCOMPARE(excluded("Cara")[QLatin1String("records")].toArray().size(), 0);
        QCOMPARE(excluded("Cara")[QLatin1String("withheld")].toInt(), 1);
        const QByteArray seen = call(words("records") << p << words("--json --as Cara")).out;
        QVERIFY2(!seen.contains("excluded") && !seen.contains("sought"), seen.constData());
        const QString out = bench.path(QStringLiteral("cara.csv"));
        QCOMPARE(call(words("export") << p << words("--set excluded --as Cara --out") << out).code, 0);
        QVERIFY(!Bench::read(out).contains("Trial 1"));
        vote(p, "Cara", "title", "id,vote", {ids[0].toUtf8() + ",maybe"});
        QCOMPARE(excluded("Cara")[QLatin1String("records")].toArray().size(), 0); // now it is a conflict
        QVERIFY(!excluded("Cara").contains(QLatin1String("withheld")));
    }

    void votesThatAFileCarries()
    {
        const QString p = bench.path(QStringLiteral("carry.winnow"));
        QCOMPARE(call(words("new") << p << words("--title T --reviewer Ana --reviewer Ben")).code, 0);
        const QString from = bench.project(QStringLiteral("from.winnow"));
        const QByteArray id = idsOf(from).first().toUtf8();
        vote(from, "Ana", "title", "id,vote", {id + ",include"});
        const QString file = bench.path(QStringLiteral("carried.ris"));
        QCOMPARE(call(words("export") << from << words("--as Ana --out") << file).code, 0);
        const Run unknown = call(words("import") << p << file << words("--votes-as Zoe"));
        QCOMPARE(unknown.code, 1);
        QCOMPARE(unknown.errorLines().size(), 1);
        const QString map = table("person,reviewer", {"Ana,Ben"});
        const Run run
            = call(words("import") << p << file << QStringLiteral("--votes-as") << map << QStringLiteral("--json"));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("records")].toInt(), 6);
        bool found = false;
        for (const QJsonValue& stage :
             call(words("status") << p << QStringLiteral("--json")).json()[QLatin1String("stages")].toArray()) {
            for (const QJsonValue& votes : stage[QLatin1String("votes")].toArray())
                found = found
                    || (votes[QLatin1String("reviewer")].toString() == QLatin1String("Ben")
                        && votes[QLatin1String("votes")].toInt() == 1);
        }
        QVERIFY(found);
    }
};

WINNOW_TEST(TestStory)

} // namespace suite_story

#include "test_story.moc"
