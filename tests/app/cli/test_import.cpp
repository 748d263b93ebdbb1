// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

namespace suite_import {

using namespace winnow::tests;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

const QByteArray rayyan = "key,title,notes\n"
                          "r1,One,\"RAYYAN-INCLUSION: {\"\"Lea\"\"=>\"\"Included\"\", \"\"Bo\"\"=>\"\"Excluded\"\"} | "
                          "RAYYAN-EXCLUSION-REASONS: wrong population,Not honey\"\n";

} // namespace

/// `import` and `mend`: how a file is read, whose the votes in it are, and entries mended afterwards.
class TestImport : public QObject {
    Q_OBJECT

private:
    Bench bench;

    QString fresh(const char* name) const
    {
        const QString file = bench.path(QString::fromLatin1(name));
        const Run run = call(words("new") << file << words("--title T --reviewer Ana --reviewer Ben --title-reason X")
                                          << QStringLiteral("--title-reason") << QStringLiteral("Not honey"));
        if (run.code != 0)
            qFatal("%s", run.err.constData());
        return file;
    }
    static QJsonObject fileOf(const Run& run) { return run.json()[QLatin1String("files")][0].toObject(); }
    static QStringList titles(const QString& project)
    {
        QStringList titles;
        const Run run = call(words("records") << project << words("--json --fields title"));
        for (const QJsonValue& record : run.json()[QLatin1String("records")].toArray())
            titles << record[QLatin1String("title")].toString();
        return titles;
    }

private Q_SLOTS:
    void encodingAndFormat()
    {
        const QString p = fresh("e.winnow");
        const QString file = bench.write(QStringLiteral("e.txt"), "TY  - JOUR\nTI  - Caf\x8E\nER  - \n");
        const Run run = call(words("import") << p << file << words("--format ris --encoding MacRoman --json"));
        QCOMPARE(run.code, 0);
        QCOMPARE(fileOf(run)[QLatin1String("encoding")].toString(), QStringLiteral("macintosh"));
        QCOMPARE(titles(p), QStringList{QStringLiteral("Café")});
        const Run bad = call(words("import") << p << file << words("--encoding klingon"));
        QCOMPARE(bad.code, 1);
        QCOMPARE(bad.errorLines().size(), 1);
        QVERIFY(bad.errorLines().first().contains(QLatin1String("klingon")));
    }

    void columns()
    {
        const QString p = fresh("c.winnow");
        const QString file = bench.write(QStringLiteral("c.csv"), "Nr;Was;Wer\n1;Eins;Lima, Ana\n");
        QCOMPARE(call(words("import") << p << file).code, 1);
        const QString map = bench.write(QStringLiteral("map.csv"), "column,field\nWas,title\nWer,Authors\n");
        const Run run
            = call(words("import") << p << file << QStringLiteral("--columns") << map << QStringLiteral("--json"));
        QCOMPARE(run.code, 0);
        QCOMPARE(titles(p), QStringList{QStringLiteral("Eins")});
        const QString wrong = bench.write(QStringLiteral("w.csv"), "column,field\nWas,heading\n");
        const Run refused = call(words("import") << p << file << QStringLiteral("--columns") << wrong);
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.errorLines().first().contains(QLatin1String("heading")));
        const QString absent = bench.write(QStringLiteral("a.csv"), "column,field\nWhat,title\n");
        QCOMPARE(call(words("import") << p << file << QStringLiteral("--columns") << absent).code, 1);
    }

    void votesOfNamedPeople()
    {
        const QString p = fresh("v.winnow");
        const QString file = bench.write(QStringLiteral("r.csv"), rayyan);
        const Run untold = call(words("import") << p << file << QStringLiteral("--json"));
        QCOMPARE(untold.code, 0);
        QCOMPARE(fileOf(untold)[QLatin1String("unknown_people")].toArray(),
                 (QJsonArray{QStringLiteral("Bo"), QStringLiteral("Lea")}));
        const QString map = bench.write(QStringLiteral("who.csv"),
                                        "person,reviewer,stage,blind\nLea,Ana,title,yes\nBo,Ben,title,no\n");
        const Run told
            = call(words("import") << p << file << QStringLiteral("--votes-as") << map << QStringLiteral("--json"));
        QCOMPARE(told.code, 0);
        QCOMPARE(fileOf(told)[QLatin1String("marks")].toInt(), 2);
        QVERIFY(fileOf(told)[QLatin1String("unknown_people")].toArray().isEmpty());
        const Run opened = call(words("conflicts") << p << words("--stage title --open --as Ana --json"));
        QCOMPARE(opened.json()[QLatin1String("conflicts")].toArray().size(), 1);
        const Run agreement = call(words("agreement") << p << words("--stage title --json"));
        QVERIFY(agreement.json()[QLatin1String("pairs")].toArray().isEmpty()); // one of them saw the other's
        for (const char* bad : {"person,reviewer\nLea,Nobody\n", "person,reviewer,stage\nLea,Ana,third\n",
                                "person,reviewer,blind\nLea,Ana,perhaps\n"}) {
            const QString wrong = bench.write(QStringLiteral("bad.csv"), bad);
            const Run run = call(words("import") << p << file << QStringLiteral("--votes-as") << wrong);
            QCOMPARE(run.code, 1);
            QCOMPARE(run.errorLines().size(), 1);
        }
    }

    void everybodyAsOne()
    {
        const QString file = bench.write(QStringLiteral("l.csv"), "title,included\nOne,1\nTwo,0\n");
        for (const char* stage : {"title", "fulltext"}) {
            const QString p = fresh(stage);
            const Run run = call(words("import") << p << file << words("--votes-as Ana --not-blind --json --stage")
                                                 << QString::fromLatin1(stage));
            QCOMPARE(run.code, 0);
            QCOMPARE(fileOf(run)[QLatin1String("marks")].toInt(), 2);
            const Run status = call(words("status") << p << words("--as Ana --json"));
            const QJsonArray stages = status.json()[QLatin1String("stages")].toArray();
            const bool title = qstrcmp(stage, "title") == 0; // at full text nobody has got there yet
            QCOMPARE(stages[0][QLatin1String("votes")][0][QLatin1String("votes")].toInt(), title ? 2 : 0);
        }
    }

    void aListOfFinalDecisions()
    {
        const QString p = fresh("f.winnow");
        const QString file = bench.write(QStringLiteral("x.csv"),
                                         "Title,Covidence #,Notes\n"
                                         "One,#1,Exclusion reason: Wrong design;\n");
        const Run run = call(words("import") << p << file << words("--list excluded --json"));
        QCOMPARE(run.code, 0);
        QCOMPARE(fileOf(run)[QLatin1String("marks")].toInt(), 2);
        const Run status = call(words("status") << p << QStringLiteral("--json"));
        QCOMPARE(status.json()[QLatin1String("stages")][1][QLatin1String("excluded")].toInt(), 1);
        QCOMPARE(call(words("import") << p << file << words("--list nonsense")).code, 2);
    }

    void mend()
    {
        const QString p = fresh("m.winnow");
        const QString file = bench.write(QStringLiteral("m.ris"),
                                         "TY  - JOUR\nTI  - One\nER  - \n\n"
                                         "TY  - JOUR\nDB  - Embase\nER  - \n");
        const Run in = call(words("import") << p << file << QStringLiteral("--json"));
        const QString run = fileOf(in)[QLatin1String("run")].toString();
        QCOMPARE(run.size(), 20);
        const Run listed = call(words("mend") << p << QStringLiteral("--run") << run << QStringLiteral("--json"));
        QCOMPARE(listed.code, 0);
        const QJsonObject entry = listed.json()[QLatin1String("unreadable")][0].toObject();
        QCOMPARE(entry[QLatin1String("line")].toInt(), 5);
        QCOMPARE(entry[QLatin1String("text")].toString(), QStringLiteral("TY  - JOUR\nDB  - Embase\nER  - "));
        const QString still = bench.write(QStringLiteral("s.csv"), "line,text\n5,\"TY  - JOUR\nER  - \"\n");
        const Run again = call(words("mend") << p << QStringLiteral("--run") << run << QStringLiteral("--entries")
                                             << still << QStringLiteral("--json"));
        QCOMPARE(again.code, 0);
        QCOMPARE(again.json()[QLatin1String("records")].toInt(), 0);
        QCOMPARE(again.json()[QLatin1String("unreadable")].toArray().size(), 1);
        const QString good
            = bench.write(QStringLiteral("g.csv"), "line,text\n5,\"TY  - JOUR\nTI  - Two\nAU  - Lima, Ana\nER  - \"\n");
        const Run mended = call(words("mend") << p << QStringLiteral("--run") << run << QStringLiteral("--entries")
                                              << good << QStringLiteral("--json"));
        QCOMPARE(mended.code, 0);
        QCOMPARE(mended.json()[QLatin1String("records")].toInt(), 1);
        QCOMPARE(titles(p), (QStringList{QStringLiteral("One"), QStringLiteral("Two")}));
        QVERIFY(call(words("mend") << p << QStringLiteral("--run") << run << QStringLiteral("--json"))
                    .json()[QLatin1String("unreadable")]
                    .toArray()
                    .isEmpty());
        for (const QStringList& wrong :
             {QStringList{QStringLiteral("--run"), QStringLiteral("00")},
              QStringList{QStringLiteral("--run"), run, QStringLiteral("--entries"), good}}) {
            const Run refused = call(words("mend") << p << wrong);
            QCOMPARE(refused.code, 1);
            QCOMPARE(refused.errorLines().size(), 1);
        }
    }
};

WINNOW_TEST(TestImport)

} // namespace suite_import

#include "test_import.moc"
