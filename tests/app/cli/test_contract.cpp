// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

namespace suite_contract {

using namespace winnow::tests;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool has(const QJsonObject& object, const char* keys)
{
    for (const QString& key : words(keys)) {
        if (!object.contains(key)) {
            qWarning("no key %s", qPrintable(key));
            return false;
        }
    }
    return true;
}

} // namespace

/// Keys and exit codes of the command-line contract, one command after another.
class TestContract : public QObject {
    Q_OBJECT

private:
    Bench bench;

    /// A table of one column "id" and more, for the ids of `project`.
    QString table(const QByteArray& header, const QList<QByteArray>& rows) const
    {
        return bench.write(QStringLiteral("t.csv"), header + '\n' + rows.join('\n') + '\n');
    }

private Q_SLOTS:
    void create()
    {
        const QString file = bench.path(QStringLiteral("new.winnow"));
        const Run run = call(words("new") << file << words("--title T --reviewer Ana --reviewer Ben --json"));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("project")].toString(), file);
        QCOMPARE(run.json()[QLatin1String("reviewers")].toArray(),
                 (QJsonArray{QStringLiteral("Ana"), QStringLiteral("Ben")}));
        QVERIFY(run.err.isEmpty());
        const Run again = call(words("new") << file << words("--title T"));
        QCOMPARE(again.code, 1);
        QCOMPARE(again.errorLines().size(), 1);
        QCOMPARE(call(words("new") << bench.path(QStringLiteral("bare.winnow")) << words("--title t")).code, 0);
    }

    void importKeys()
    {
        const QString p = bench.path(QStringLiteral("i.winnow"));
        QCOMPARE(call(words("new") << p << words("--title T")).code, 0);
        const QString good = bench.write(QStringLiteral("g.ris"),
                                         "TY  - JOUR\nTI  - A\nER  - \n\nTY  - JOUR\nER  - \n\n"
                                         "TY  - JOUR\nTI  - B\nER  - \n");
        const Run run = call(words("import") << p << good
                                             << words("--source Scopus --arm databases --platform X --searched "
                                                      "2026-05-03 --hits 7 --removed-before 2 --json"));
        QCOMPARE(run.code, 0);
        QVERIFY(has(run.json(), "files records seconds"));
        const QJsonObject file = run.json()[QLatin1String("files")][0].toObject();
        QVERIFY(has(file, "file format encoding records already_here repeats unreadable"));
        QCOMPARE(file[QLatin1String("file")].toString(), good);
        QCOMPARE(file[QLatin1String("format")].toString(), QStringLiteral("ris"));
        QCOMPARE(file[QLatin1String("records")].toInt(), 2);
        const QJsonObject bad = file[QLatin1String("unreadable")][0].toObject();
        QCOMPARE(bad[QLatin1String("line")].toInt(), 5);
        QVERIFY(bad[QLatin1String("text")].toString().startsWith(QLatin1String("TY  - JOUR")));
        QVERIFY(!bad[QLatin1String("why")].toString().isEmpty());
    }

    void severalFilesOneBad()
    {
        const QString p = bench.path(QStringLiteral("s.winnow"));
        QCOMPARE(call(words("new") << p << words("--title T")).code, 0);
        const Run run = call(words("import")
                             << p << bench.ris(QStringLiteral("1.ris"), 3, "s") << bench.path(QStringLiteral("no.ris"))
                             << bench.ris(QStringLiteral("2.ris"), 2, "t") << QStringLiteral("--json"));
        QCOMPARE(run.code, 1);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY(run.errorLines().first().contains(QLatin1String("no.ris")));
        QCOMPARE(run.json()[QLatin1String("files")].toArray().size(), 2);
        QCOMPARE(run.json()[QLatin1String("records")].toInt(), 5);
        QCOMPARE(idsOf(p).size(), 5);
    }

    void formatsAndHelp()
    {
        const Run run = call(words("formats --json"));
        QCOMPARE(run.code, 0);
        bool ris = false;
        for (const QJsonValue& format : run.json()[QLatin1String("formats")].toArray()) {
            QVERIFY(has(format.toObject(), "id name extensions reads writes"));
            ris = ris
                || (format[QLatin1String("id")].toString() == QLatin1String("ris")
                    && format[QLatin1String("writes")].toBool());
        }
        QVERIFY(ris);
        for (const char* line : {"help", "--help", "--version", "vote --help", "import --help"}) {
            const Run help = call(words(line));
            QCOMPARE(help.code, 0);
            QVERIFY(!help.out.isEmpty());
            QVERIFY(help.err.isEmpty());
        }
    }

    void recordKeysAndFields()
    {
        const QString p = bench.project();
        const Run run = call(words("records") << p << QStringLiteral("--json"));
        QCOMPARE(run.code, 0);
        const QJsonArray records = run.json()[QLatin1String("records")].toArray();
        QCOMPARE(records.size(), 6);
        const QJsonObject first = records[0].toObject();
        QVERIFY(has(
            first,
            "id source_id report source title abstract authors year journal volume issue pages doi pmid pmcid nct issn "
            "isbn keywords language type url extra"));
        QCOMPARE(first[QLatin1String("title")].toString(), QStringLiteral("Trial 1 of sour honey, aa"));
        QCOMPARE(first[QLatin1String("year")].toInt(), 2001);
        QCOMPARE(first[QLatin1String("source")].toString(), QStringLiteral("PubMed"));
        QCOMPARE(first[QLatin1String("source_id")].toString(), QStringLiteral("aa1"));
        QCOMPARE(first[QLatin1String("report")], first[QLatin1String("id")]);
        QCOMPARE(first[QLatin1String("authors")][0].toString(), QStringLiteral("Mara, Lea"));
        QCOMPARE(first[QLatin1String("volume")].toString(), QString());
        QVERIFY(first[QLatin1String("volume")].isString());
        QCOMPARE(first[QLatin1String("extra")][QLatin1String("C1")].toString(), QStringLiteral("first\nsecond"));

        const Run some = call(words("records") << p << words("--json --fields id,year --limit 2"));
        QCOMPARE(some.json()[QLatin1String("records")].toArray().size(), 2);
        QCOMPARE(some.json()[QLatin1String("records")][0].toObject().keys(), words("id year"));
        const auto count = [&](const char* where) {
            return idsOf(p, {QStringLiteral("--where"), QString::fromUtf8(where)}).size();
        };
        QCOMPARE(count("year>=2002 and source=pubmed"), 3);
        QCOMPARE(count("title~\"trial 1\""), 2);
        QCOMPARE(count("doi=10.5555/BB.2"), 1);
        QCOMPARE(count("place=awaiting-screening"), 6);
        QCOMPARE(count("box=database_results/PubMed"), 4);
        QCOMPARE(count("source=Nothing"), 0);
        const QString id = first[QLatin1String("id")].toString();
        QCOMPARE(idsOf(p, {QStringLiteral("--where"), QStringLiteral("id=") + id}), QStringList{id});
        QCOMPARE(call(words("records") << p << words("--limit 1")).out.count('\n'), 1);
    }

    void rawText()
    {
        const QString p = bench.project(QStringLiteral("raw.winnow"));
        const QString id = idsOf(p).first();
        const Run run = call(words("raw") << p << id);
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.startsWith("TY  - JOUR\nTI  - Trial 1 of sour honey, aa"));
        QCOMPARE(call(words("raw") << p << QStringLiteral("no-1")).code, 1);
    }

    void dedupeAndJudge()
    {
        const QString p = bench.project(QStringLiteral("d.winnow"));
        QCOMPARE(call(words("import")
                      << p
                      << bench.write(QStringLiteral("dup.ris"),
                                     "TY  - JOUR\nTI  - Trial 1 of sour honey, aa\nPY  - 2001\nDO  - 10.5555/aa.1\n"
                                     "AU  - Mara, L.\nER  - \n")
                      << words("--source Scopus"))
                     .code,
                 0);
        const Run dry = call(words("dedupe") << p << words("--dry-run --json"));
        QVERIFY(has(dry.json(), "records reports joined doubtful seconds"));
        const Run run = call(words("dedupe") << p << words("--threshold 0.9 --json"));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("records")].toInt(), 7);
        QCOMPARE(run.json()[QLatin1String("reports")].toInt(), 6);
        QCOMPARE(run.json()[QLatin1String("joined")].toInt(), 1);
        QCOMPARE(dry.json()[QLatin1String("joined")].toInt(), 1);

        const QStringList ids = idsOf(p);
        const QByteArray a = ids[0].toUtf8();
        const QByteArray b = ids[6].toUtf8();
        const QString pairs = table("same,b,a", {"no," + b + ',' + a, "yes,nowhere-1," + a, "perhaps," + b + ',' + a});
        const Run judged = call(words("judge") << p << words("--as Ana --json --pairs") << pairs);
        QCOMPARE(judged.code, 0);
        QCOMPARE(judged.json()[QLatin1String("same")].toInt(), 0);
        QCOMPARE(judged.json()[QLatin1String("different")].toInt(), 1);
        QCOMPARE(judged.json()[QLatin1String("rejected")].toArray().size(), 2);
        const Run left = call(words("pairs") << p << QStringLiteral("--json"));
        QCOMPARE(left.code, 0);
        QVERIFY(has(left.json(), "pairs contradictions"));
        QVERIFY(left.json()[QLatin1String("pairs")].toArray().isEmpty());
        QCOMPARE(call(words("pairs") << p).out, QByteArray("No doubtful pairs.\n"));
        QCOMPARE(call(words("status") << p << QStringLiteral("--json")).json()[QLatin1String("reports")].toInt(), 7);
    }

    void figuresAndExports()
    {
        const QString p = bench.project(QStringLiteral("f.winnow"));
        for (const char* type : {"svg", "pdf", "png", "csv", "json"}) {
            const QString out = bench.path(QStringLiteral("flow.") + QLatin1String(type));
            const Run run = call(words("prisma") << p << QStringLiteral("--out") << out << QStringLiteral("--json"));
            QCOMPARE(run.code, 0);
            QVERIFY(has(run.json(), "out interim boxes"));
            QCOMPARE(run.json()[QLatin1String("interim")].toBool(), true);
            QVERIFY(QFileInfo(out).size() > 200);
            QVERIFY(run.err.isEmpty());
        }
        const QString figure = bench.path(QStringLiteral("k.svg"));
        QCOMPARE(call(words("figure") << p << words("--kind flow --json --out") << figure)
                     .json()[QLatin1String("out")]
                     .toString(),
                 figure);
        QCOMPARE(call(words("figure") << p << words("--kind flow --out x.csv")).code, 1);
        QCOMPARE(call(words("figure") << p << words("--kind moon --out x.svg")).code, 2);
        for (const char* type : {"ris", "csv"}) {
            const QString out = bench.path(QStringLiteral("out.") + QLatin1String(type));
            const Run run = call(words("export") << p << words("--set unscreened --json --out") << out);
            QCOMPARE(run.code, 0);
            QCOMPARE(run.json()[QLatin1String("records")].toInt(), 6);
            QCOMPARE(run.json()[QLatin1String("out")].toString(), out);
        }
        const Run strange
            = call(words("export") << p << QStringLiteral("--out") << bench.path(QStringLiteral("x.odt")));
        QCOMPARE(strange.code, 1);
        QCOMPARE(strange.errorLines().size(), 1);
        // Our own export back into its project adds nothing.
        const Run back
            = call(words("import") << p << bench.path(QStringLiteral("out.ris")) << QStringLiteral("--json"));
        QCOMPARE(back.json()[QLatin1String("records")].toInt(), 0);
        QCOMPARE(back.json()[QLatin1String("files")][0][QLatin1String("already_here")].toInt(), 6);
    }

    void wrongCommandLines_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line :
             {"vote p.winnow --as A --stage title", "vote p.winnow --as A --stage nowhere --votes x", "new x.winnow",
              "new x.winnow --title T --mode triple", "import p.winnow", "records p.winnow --where colour=red",
              "records p.winnow --fields id,colour", "records p.winnow --limit -1", "status", "status p q",
              "conflicts p.winnow --stage title --open", "log p.winnow --since soon", "dedupe p --threshold 2",
              "import p.winnow f --searched today", "prisma p --nonsense", "nonsense"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void wrongCommandLines()
    {
        QFETCH(QString, line);
        const Run run = call(words(line.toUtf8().constData()));
        QCOMPARE(run.code, 2);
        QCOMPARE(run.errorLines().size(), 1);
        QVERIFY(run.out.isEmpty());
    }

    void progressInLines()
    {
        const QString p = bench.project(QStringLiteral("pr.winnow"));
        const QString big = bench.ris(QStringLiteral("big.ris"), 3000, "big");
        const Run quiet = call(words("import") << p << big << QStringLiteral("--json"));
        QVERIFY(quiet.err.isEmpty());
        const Run loud = call(words("import")
                              << p << bench.ris(QStringLiteral("big2.ris"), 3000, "bog") << words("--json --progress"));
        QVERIFY(!loud.errorLines().isEmpty());
        QCOMPARE(loud.json()[QLatin1String("records")].toInt(), 3000);
    }
};

WINNOW_TEST(TestContract)

} // namespace suite_contract

#include "test_contract.moc"
