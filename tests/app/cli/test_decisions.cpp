// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

namespace suite_decisions {

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

/// The commands that read a table of decisions, the log of them, and the way back: what the command-line contract
/// promises in `applied`, `rejected[]`, `changes[]` and `undone`.
class TestDecisions : public QObject {
    Q_OBJECT

private:
    Bench bench;

    /// A table of one column "id" and more, for the ids of `project`.
    QString table(const QByteArray& header, const QList<QByteArray>& rows) const
    {
        return bench.write(QStringLiteral("t.csv"), header + '\n' + rows.join('\n') + '\n');
    }

private Q_SLOTS:
    void votesAreRejectedLineByLine()
    {
        const QString p = bench.project(QStringLiteral("v.winnow"));
        const QStringList ids = idsOf(p);
        const auto id = [&](int i) { return ids[i].toUtf8(); };
        // Byte order mark, CRLF, a quoted cell over two lines, columns in any order, one that nobody asked for.
        const QByteArray title = "\xEF\xBB\xBFNote,VOTE,Colour,id\r\n\"two\nlines\",include,red," + id(0)
            + "\r\n,maybe,," + id(1) + "\r\n,exclude,," + id(2) + "\r\n,perhaps,," + id(3)
            + "\r\n,include,,nowhere-9\r\n";
        const Run run = call(words("vote") << p << words("--as Ana --stage title --json --votes")
                                           << bench.write(QStringLiteral("v.csv"), title));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[QLatin1String("applied")].toInt(), 3);
        const QJsonArray rejected = run.json()[QLatin1String("rejected")].toArray();
        QCOMPARE(rejected.size(), 2);
        QCOMPARE(rejected[0][QLatin1String("line")].toInt(), 6);
        QVERIFY(rejected[0][QLatin1String("why")].toString().contains(QLatin1String("perhaps")));
        QCOMPARE(rejected[1][QLatin1String("line")].toInt(), 7);
        QVERIFY(rejected[1][QLatin1String("why")].toString().contains(QLatin1String("nowhere-9")));

        const Run ben = call(words("vote") << p << words("--as ben --stage title --json --votes")
                                           << table("id;vote", {id(0) + ";include", id(1) + ";include"}));
        QCOMPARE(ben.json()[QLatin1String("applied")].toInt(), 2);
        const Run full = call(words("vote") << p << words("--as Ana --stage fulltext --json --votes")
                                            << table("id,vote,reason",
                                                     {id(0) + ",exclude,", id(1) + ",exclude,Too long",
                                                      id(2) + ",include,", id(0) + ",exclude,not honey"}));
        QCOMPARE(full.code, 0);
        QCOMPARE(full.json()[QLatin1String("applied")].toInt(), 1);
        const QJsonArray why = full.json()[QLatin1String("rejected")].toArray();
        QCOMPARE(why.size(), 3);
        QVERIFY2(why[0][QLatin1String("why")].toString().contains(QLatin1String("needs a reason")),
                 qPrintable(why[0][QLatin1String("why")].toString()));
        QVERIFY(why[0][QLatin1String("why")].toString().contains(ids[0]));
        QVERIFY(why[1][QLatin1String("why")].toString().contains(QLatin1String("Too long")));
        QVERIFY(why[2][QLatin1String("why")].toString().contains(QLatin1String("not reached")));

        const Run nobody = call(words("vote") << p << words("--as Zoe --stage title --votes") << table("id,vote", {}));
        QCOMPARE(nobody.code, 1);
        QCOMPARE(nobody.errorLines().size(), 1);
        QVERIFY(nobody.err.contains("Zoe"));
        const Run noColumn
            = call(words("vote") << p << words("--as Ana --stage title --votes") << table("id,verdict", {"x,include"}));
        QCOMPARE(noColumn.code, 1);
        QCOMPARE(noColumn.errorLines().size(), 1);
        QVERIFY(noColumn.err.contains("vote"));
    }

    void sharedStates()
    {
        const QString p = bench.project(QStringLiteral("w.winnow"));
        const QStringList ids = idsOf(p);
        const auto id = [&](int i) { return ids[i].toUtf8(); };
        const Run aside
            = call(words("set-aside") << p
                                      << words("--as Ana --remove-before automation --tool-or-reason RCT-filter "
                                               "--json --ids")
                                      << table("id", {id(5), "nowhere-1"}));
        QCOMPARE(aside.code, 0);
        QCOMPARE(aside.json()[QLatin1String("applied")].toInt(), 1);
        for (const char* who : {"Ana", "Ben"})
            QCOMPARE(
                call(words("vote") << p << words("--stage title --as") << QString::fromLatin1(who)
                                   << QStringLiteral("--votes")
                                   << table("id,vote", {id(0) + ",include", id(1) + ",include", id(2) + ",include"}))
                    .code,
                0);
        const Run got = call(words("retrieval") << p << words("--as Ana --json --states")
                                                << table("id,state,note,date",
                                                         {id(0) + ",received,,2026-05-03", id(1) + ",received,,",
                                                          id(2) + ",not-retrieved,no library has it,",
                                                          id(2) + ",lost,,", id(2) + ",received,,yesterday"}));
        QCOMPARE(got.code, 0);
        QCOMPARE(got.json()[QLatin1String("applied")].toInt(), 3);
        QCOMPARE(got.json()[QLatin1String("rejected")].toArray().size(), 2);
        const Run study = call(words("study") << p << words("--as Ana --json --groups")
                                              << table("report,study", {id(0) + ",Honey 1", id(1) + ",Honey 1"}));
        QCOMPARE(study.code, 0);
        QCOMPARE(study.json()[QLatin1String("studies")].toInt(), 1);
        const Run classified = call(words("classify") << p << words("--as Ana --json --states")
                                                      << table("id,state", {id(0) + ",ongoing", id(1) + ",maybe"}));
        QCOMPARE(classified.json()[QLatin1String("applied")].toInt(), 1);
        QCOMPARE(classified.json()[QLatin1String("rejected")].toArray().size(), 1);
        const Run status = call(words("status") << p << QStringLiteral("--json"));
        QCOMPARE(status.code, 0);
        QVERIFY(has(status.json(), "stages sources records reports studies"));
        const QJsonObject boxes
            = call(words("prisma") << p << QStringLiteral("--json")).json()[QLatin1String("boxes")].toObject();
        QCOMPARE(boxes[QLatin1String("records_screened")].toInt(), 5);
        QCOMPARE(boxes[QLatin1String("dbr_notretrieved_reports")].toInt(), 1);
        QCOMPARE(boxes[QLatin1String("ongoing")].toInt(), 1);
        QVERIFY(has(boxes,
                    "awaiting_screening awaiting_retrieval awaiting_assessment awaiting_classification ongoing "
                    "not_read_stopped"));
    }

    void declaredNumbers()
    {
        const QString p = bench.project(QStringLiteral("decl.winnow"));
        const Run computed
            = call(words("declare") << p << words("--as Ana --box records_screened --number 3 --why because"));
        QCOMPARE(computed.code, 1);
        const Run declared
            = call(words("declare") << p << words("--as Ana --box previous_studies --number 3 --why earlier --json"));
        QCOMPARE(declared.code, 0);
        QVERIFY(declared.json()[QLatin1String("boxes")].isObject());
        QCOMPARE(call(words("declare") << p << words("--as Ana --box previous_studies --number many --why x")).code, 2);
    }

    void logUndoCheck()
    {
        const QString p = bench.project(QStringLiteral("l.winnow"));
        const QStringList ids = idsOf(p);
        QCOMPARE(call(words("vote") << p << words("--as Ana --stage title --votes")
                                    << table("id,vote", {ids[0].toUtf8() + ",include"}))
                     .code,
                 0);
        const Run log = call(words("log") << p << words("--as Ana --json"));
        QCOMPARE(log.code, 0);
        const QJsonArray changes = log.json()[QLatin1String("changes")].toArray();
        QVERIFY(changes.size() > 3);
        const QJsonObject last = changes.last().toObject();
        QVERIFY(has(last, "id at by kind subject value"));
        QCOMPARE(last[QLatin1String("by")].toString(), QStringLiteral("Ana"));
        QCOMPARE(last[QLatin1String("subject")].toString(), ids[0]);
        QVERIFY(last[QLatin1String("at")].toString().endsWith(QLatin1Char('Z')));
        QCOMPARE(call(words("log") << p << words("--json --limit 2")).json()[QLatin1String("changes")].toArray().size(),
                 2);
        QCOMPARE(call(words("log") << p << words("--json --since 2999-01-01"))
                     .json()[QLatin1String("changes")]
                     .toArray()
                     .size(),
                 0);

        const Run undone = call(words("undo") << p << words("--as Ana --json"));
        QCOMPARE(undone.code, 0);
        QVERIFY(!undone.json()[QLatin1String("undone")].toString().isEmpty());
        QCOMPARE(call(words("undo") << p << words("--as Ana --redo --json")).code, 0);
        const Run named
            = call(words("undo") << p << words("--as Ana --json --change") << last[QLatin1String("id")].toString());
        QCOMPARE(named.code, 0); // its vote stands again since the redo
        QCOMPARE(call(words("undo") << p << words("--as Ben")).code, 1);
        QCOMPARE(call(words("undo") << p << words("--as Ana --redo --change x")).code, 2);

        const Run check = call(words("check") << p << QStringLiteral("--json"));
        QCOMPARE(check.code, 0);
        QCOMPARE(check.json()[QLatin1String("ok")].toBool(), true);
        QCOMPARE(check.json()[QLatin1String("problems")].toArray().size(), 0);
        QCOMPARE(call(words("check") << p << words("--repair")).code, 0);
    }
};

WINNOW_TEST(TestDecisions)

} // namespace suite_decisions

#include "test_decisions.moc"
