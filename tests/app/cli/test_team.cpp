// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Winnow.h"
#include "support/Suite.h"

namespace suite_team {

using namespace winnow::tests;

namespace {

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// `winnow WORDS…` with the project after the first word.
Run run(const QString& project, const char* text, const QStringList& more = {})
{
    QStringList all = words(text);
    all.insert(1, project);
    return call(all + more);
}

QJsonObject first(const Run& run, const char* list)
{
    return run.json()[QLatin1String(list)].toArray().at(0).toObject();
}

} // namespace

class CliTeam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void teamAddsRetiresAndSaysTheMethods()
    {
        const Bench bench;
        const QString project = bench.project();
        QCOMPARE(run(project, "team --add Cara=resolver --title-resolve resolvers --json").code, 0);
        QVERIFY(run(project, "log --json").out.contains("Resolver")); // a word, not the number that the file holds
        QCOMPARE(run(project, "team --as Ben --retire Ana").code, 1);
        const Run gone = run(project, "team --retire Ben --json");
        QCOMPARE(gone.code, 0);
        QCOMPARE(gone.json()[QLatin1String("people")].toArray().at(1)[QLatin1String("retired")].toBool(), true);
        QVERIFY(gone.json()[QLatin1String("methods")].toArray().at(0).toString().endsWith(
            QLatin1String("Disagreements were settled by Cara.")));
        const Run vote = run(project, "vote --as Ben --stage title --votes",
                             {bench.write(QStringLiteral("v.csv"), "id,vote\n#1,include\n")});
        QCOMPARE(vote.code, 1);
        QVERIFY(vote.err.contains("Ben has left this review"));
        QCOMPARE(run(project, "team --roles Ana=king").code, 1);
    }

    void listsRemoveAndMerge()
    {
        const Bench bench;
        const QString project = bench.project();
        const Run merged = run(project, "lists --stage fulltext --json --merge-reason",
                               {QStringLiteral("Not honey=Wrong population")});
        QCOMPARE(merged.code, 0);
        QCOMPARE(run(project, "lists --stage fulltext --remove-reason", {QStringLiteral("Wrong population")}).code, 0);
        QCOMPARE(run(project, "lists --stage fulltext --remove-reason", {QStringLiteral("Wrong population")}).code, 1);
        QCOMPARE(run(project, "lists --add-label Check --include Adults").code, 0);
        const QJsonObject now = run(project, "lists --remove-label check --json").json();
        QVERIFY(now[QLatin1String("labels")].toArray().isEmpty());
        QCOMPARE(now[QLatin1String("criteria")].toArray().size(), 1);
        QCOMPARE(run(project, "lists --add-reason X").code, 2);
    }

    void listsSaysWhatIsAlikeAndMergesIt()
    {
        const Bench bench;
        const QString project = bench.project();
        QCOMPARE(run(project, "lists --add-label Cohort --include Adults --include", {QStringLiteral("adults.")}).code,
                 0);
        const Run alike = run(project, "lists --json");
        QCOMPARE(alike.json()[QLatin1String("alike")].toArray().size(), 1);
        QCOMPARE(first(alike, "alike")[QLatin1String("list")].toString(), QStringLiteral("criterion"));
        QVERIFY(run(project, "lists").out.contains("alike  criterion"));
        const Run merged = run(project, "lists --json --merge-criterion", {QStringLiteral("adults.=Adults")});
        QCOMPARE(merged.code, 0);
        QCOMPARE(merged.json()[QLatin1String("criteria")].toArray().size(), 1);
        QVERIFY(merged.json()[QLatin1String("alike")].toArray().isEmpty());
        QCOMPARE(run(project, "lists --add-label Series --merge-label Series=Cohort").code, 0);
        QCOMPARE(run(project, "lists --json").json()[QLatin1String("labels")].toArray().size(), 1);
        QCOMPARE(run(project, "undo --as Ana").code, 0);
        QCOMPARE(run(project, "lists --json").json()[QLatin1String("labels")].toArray().size(), 2);
        QCOMPARE(run(project, "lists --merge-label Series=Nothing").code, 1);
        QCOMPARE(run(project, "lists --merge-label Cohort=Cohort").code, 1);
        QCOMPARE(run(project, "lists --merge-criterion Adults").code, 1);
    }

    void allocateDealsAndAssigns()
    {
        const Bench bench;
        const QString project = bench.project();
        const Run dealt = run(project, "allocate --stage title --share Ana=50 --share Ben=50 --json");
        QCOMPARE(dealt.code, 0);
        qint64 sum = 0;
        for (const QJsonValue& person : dealt.json()[QLatin1String("people")].toArray())
            sum += person[QLatin1String("reports")].toInteger();
        QCOMPARE(sum, 6);
        QCOMPARE(run(project, "allocate --stage title --per-report 9").code, 1);
        const QString ids = bench.write(QStringLiteral("ids.csv"), "id\n#1\n2\n#77\n");
        const Run byHand = run(project, "allocate --stage title --to Ben --json --ids", {ids});
        QCOMPARE(byHand.code, 0);
        QCOMPARE(byHand.json()[QLatin1String("applied")].toInteger(), 2);
        QCOMPARE(byHand.json()[QLatin1String("rejected")].toArray().size(), 1);
        QCOMPARE(byHand.json()[QLatin1String("by_hand")].toInteger(), 2);
        QCOMPARE(run(project, "allocate --stage title --everybody --json").json()[QLatin1String("dealt")].toBool(),
                 false);
    }

    void pilotIsToldApart()
    {
        const Bench bench;
        const QString project = bench.project();
        const QJsonObject round = first(run(project, "pilot --stage title --start 2 --seed 3 --json"), "rounds");
        QCOMPARE(round[QLatin1String("state")].toString(), QStringLiteral("running"));
        const QJsonArray reports = round[QLatin1String("reports")].toArray();
        QCOMPARE(reports.size(), 2);
        const QByteArray votes = "id,vote\n" + reports.at(0).toString().toUtf8() + ",include\n"
            + reports.at(1).toString().toUtf8() + ",exclude\n";
        const QString file = bench.write(QStringLiteral("v.csv"), votes);
        QCOMPARE(run(project, "pilot --stage title --open").code, 1);
        for (const char* name : {"Ana", "Ben"})
            QCOMPARE(
                run(project, "vote --stage title --json --votes", {file, QStringLiteral("--as"), QLatin1String(name)})
                    .json()[QLatin1String("applied")]
                    .toInteger(),
                2);
        QCOMPARE(run(project, "pilot --stage title --open --json").json()[QLatin1String("frozen")].toInteger(), 2);
        const Run agreement = run(project, "agreement --stage title --json");
        QVERIFY(agreement.json()[QLatin1String("pairs")].toArray().isEmpty());
        const QJsonArray pairs = first(agreement, "pilots")[QLatin1String("pairs")].toArray();
        QCOMPARE(pairs.at(0)[QLatin1String("n")].toInteger(), 2);
        QCOMPARE(pairs.at(0)[QLatin1String("kappa")].toDouble(), 1.0);
        QCOMPARE(first(run(project, "pilot --stage title --go --why fine --json"), "rounds")[QLatin1String("why")]
                     .toString(),
                 QStringLiteral("fine"));
        QVERIFY(run(project, "log").out.contains("Pilot round 1: go: fine"));
    }

    void rescreenPutsBackAndIsLogged()
    {
        const Bench bench;
        const QString project = bench.project();
        const QString file = bench.write(QStringLiteral("v.csv"), "id,vote\n#1,include\n");
        const QString full = bench.write(QStringLiteral("f.csv"), "id,vote,reason\n#1,exclude,Not honey\n");
        for (const char* name : {"Ana", "Ben"})
            QCOMPARE(
                run(project, "vote --stage title --votes", {file, QStringLiteral("--as"), QLatin1String(name)}).code,
                0);
        for (const char* name : {"Ana", "Ben"})
            QCOMPARE(
                run(project, "vote --stage fulltext --votes", {full, QStringLiteral("--as"), QLatin1String(name)}).code,
                0);
        const Run back
            = run(project, "rescreen --as Ana --stage fulltext --date 2026-05-03 --why wider --json --reason",
                  {QStringLiteral("Not honey")});
        QCOMPARE(back.code, 0);
        QCOMPARE(back.json()[QLatin1String("reports")].toInteger(), 1);
        const QJsonObject boxes = run(project, "prisma --json --out", {bench.path(QStringLiteral("f.csv"))})
                                      .json()[QLatin1String("boxes")]
                                      .toObject();
        QCOMPARE(boxes[QLatin1String("awaiting_assessment")].toInteger(), 1);
        QVERIFY(run(project, "log").out.contains("wider"));
        QCOMPARE(run(project, "check").code, 0);
        QCOMPARE(
            run(project, "rescreen --as Ana --stage fulltext --why again --reason", {QStringLiteral("Not honey")}).code,
            1);
    }

    void newTakesTheTeamsRules()
    {
        const Bench bench;
        const QString file = bench.path(QStringLiteral("n.winnow"));
        QCOMPARE(run(file,
                     "new --title T --reviewer Ana --reviewer Ben --resolver Cara --pilot 50 --include Adults "
                     "--population Adults --json")
                     .json()[QLatin1String("reviewers")]
                     .toArray()
                     .size(),
                 3);
        const QJsonArray methods = run(file, "team --json").json()[QLatin1String("methods")].toArray();
        QVERIFY(methods.at(2).toString().startsWith(QLatin1String("The criteria were piloted on 50 records")));
    }

    void numbersAreListedAndFound()
    {
        const Bench bench;
        const QString project = bench.project();
        const QJsonObject record = first(run(project, "records --json --where", {QStringLiteral("id=#5")}), "records");
        QCOMPARE(record[QLatin1String("number")].toInteger(), 5);
        QCOMPARE(record[QLatin1String("name")].toString(), QStringLiteral("Mara 2001"));
    }
};

WINNOW_TEST(CliTeam)

} // namespace suite_team

#include "test_team.moc"
