// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/Suite.h"

namespace suite_sharing {

using namespace winnow::tests;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

constexpr char entries[] = "TY  - JOUR\nTI  - One\nAU  - Lima, Ana\nER  - \n\nTY  - JOUR\nTI  - Two\nER  - \n";

} // namespace

/// Two people, no server, by the command line alone (rules.md E).
class TestSharing : public QObject {
    Q_OBJECT

private:
    Bench bench;

    QString newReview(const char* name, const char* title) const
    {
        const QString path = bench.path(QLatin1String(name));
        const Run made = call(words("new") << path << QStringLiteral("--title") << QLatin1String(title)
                                           << words("--reviewer Ana --reviewer Ben"));
        if (made.code != 0)
            qFatal("no review: %s", made.err.constData());
        return path;
    }
    QString votes(const QString& project, const char* verdict) const
    {
        QByteArray table = "id,vote\n";
        const QJsonArray records
            = call(words("records") << project << QStringLiteral("--json")).json()[QLatin1String("records")].toArray();
        for (const QJsonValue& record : records)
            table += record[QLatin1String("id")].toString().toUtf8() + ',' + verdict + '\n';
        return bench.write(QStringLiteral("v.csv"), table);
    }

private Q_SLOTS:
    void theStory()
    {
        const QString ana = newReview("ana.winnow", "Walking");
        QCOMPARE(call(words("import") << ana << bench.write(QStringLiteral("a.ris"), entries)).code, 0);
        const QString start = bench.path(QStringLiteral("start.winnowz"));
        const Run shared = call(words("share") << ana << words("--start-for Ben --json --out") << start);
        QCOMPARE(shared.code, 0);
        QCOMPARE(shared.json()[QLatin1String("out")].toString(), start);
        QVERIFY(shared.json()[QLatin1String("changes")].toInteger() > 5);
        QCOMPARE(shared.json()[QLatin1String("bytes")].toInteger(), QFileInfo(start).size());

        const QString ben = bench.path(QStringLiteral("ben.winnow"));
        const Run accepted = call(words("accept") << start << words("--json --out") << ben);
        QCOMPARE(accepted.code, 0);
        QCOMPARE(accepted.json()[QLatin1String("reviewer")].toString(), QStringLiteral("Ben"));
        QCOMPARE(call(words("accept") << start << words("--out") << ben).code, 1);
        QCOMPARE(call(words("vote") << ben << words("--as Ben --stage title --votes") << votes(ben, "exclude")).code,
                 0);
        const QString work = bench.path(QStringLiteral("ben.winnowz"));
        QCOMPARE(call(words("share") << ben << words("--as Ben --out") << work).code, 0);

        QVERIFY(call(words("merge") << ana << work << words("--dry-run")).out.contains("Check code as it is: "));
        const Run look = call(words("merge") << ana << work << words("--dry-run --json"));
        QCOMPARE(look.code, 0);
        QCOMPARE(look.json()[QLatin1String("added")].toInteger(-1), 2);
        const Run merged = call(words("merge") << ana << work << work << QStringLiteral("--json"));
        QCOMPARE(merged.code, 0);
        QCOMPARE(merged.json()[QLatin1String("added")].toInteger(-1), 2);
        QVERIFY(merged.json()[QLatin1String("already")].toInteger() > 2);
        QCOMPARE(merged.json()[QLatin1String("conflicts")].toInteger(-1), 0);
        QVERIFY(call(words("merge") << ana << work).out.contains("nothing new"));

        // Hidden until opened, and told in the log that something came.
        const QJsonObject log = call(words("log") << ana << QStringLiteral("--json")).json();
        for (const QJsonValue& change : log[QLatin1String("changes")].toArray())
            QVERIFY(change[QLatin1String("kind")].toString() != QLatin1String("vote"));
        const QJsonObject in = log[QLatin1String("bring_ins")][0].toObject();
        QCOMPARE(in[QLatin1String("from")].toString(), QStringLiteral("Ben"));
        QVERIFY(in[QLatin1String("live")].toBool());

        const QString number = QString::number(in[QLatin1String("bring_in")].toInteger());
        QCOMPARE(call(words("undo") << ana << words("--as Ana --bring-in") << number).code, 0);
        QCOMPARE(call(words("merge") << ana << work << words("--dry-run --json"))
                     .json()[QLatin1String("added")]
                     .toInteger(-1),
                 2);
        QCOMPARE(call(words("undo") << ana << words("--as Ana --redo --bring-in") << number).code, 0);
        QCOMPARE(call(words("undo") << ana << words("--as Ana --bring-in 99")).code, 1);
        QCOMPARE(call(words("check") << ana).code, 0);

        // The other way round as a copy of the project; then both show one code.
        const Run back = call(words("merge") << ben << ana << QStringLiteral("--json"));
        QCOMPARE(back.code, 0);
        const Run again = call(words("merge") << ana << ben << QStringLiteral("--json"));
        QCOMPARE(again.json()[QLatin1String("check_code")].toString(),
                 back.json()[QLatin1String("check_code")].toString());
        QCOMPARE(again.json()[QLatin1String("check_code")].toString().size(), 9);
    }

    /// A cloud folder's “conflicted copy” is told of, and can be brought in.
    void aConflictedCopy()
    {
        const QString ana = newReview("c.winnow", "Walking");
        QCOMPARE(call(words("import") << ana << bench.write(QStringLiteral("c.ris"), entries)).code, 0);
        const QString copy = bench.path(QStringLiteral("c (conflicted copy 2026-05-03).winnow"));
        QVERIFY(QFile::copy(ana, copy)); // at rest it is one file
        QCOMPARE(call(words("vote") << copy << words("--as Ana --stage title --votes") << votes(copy, "include")).code,
                 0);
        const QJsonArray warnings
            = call(words("check") << ana << QStringLiteral("--json")).json()[QLatin1String("warnings")].toArray();
        QCOMPARE(warnings.size(), 1);
        QCOMPARE(warnings[0][QLatin1String("what")].toString(), QStringLiteral("conflicted-copy"));
        const Run merged = call(words("merge") << ana << copy << QStringLiteral("--json"));
        QCOMPARE(merged.json()[QLatin1String("added")].toInteger(-1), 2);
        QCOMPARE(call(words("check") << ana).code, 0);
    }

    void whatIsRefused()
    {
        const QString ana = newReview("a2.winnow", "Walking");
        const QString other = newReview("b2.winnow", "Swimming");
        const QString work = bench.path(QStringLiteral("o.winnowz"));
        QCOMPARE(call(words("share") << other << words("--as Ben --out") << work).code, 0);
        const Run foreign = call(words("merge") << ana << work);
        QCOMPARE(foreign.code, 1);
        QCOMPARE(foreign.errorLines().size(), 1);
        QVERIFY(foreign.errorLines().front().contains(QStringLiteral("Swimming")));
        QVERIFY(foreign.errorLines().front().contains(QStringLiteral("Walking")));
        QCOMPARE(call(words("merge") << ana << bench.write(QStringLiteral("t.winnowz"), "text")).code, 1);
        QCOMPARE(call(words("merge") << ana << bench.path(QStringLiteral("none.winnowz"))).code, 1);
        QCOMPARE(call(words("merge") << ana).code, 2);
        QCOMPARE(call(words("share") << ana << words("--start-for Zoe --out") << work).code, 1);
        QCOMPARE(call(words("share") << ana << words("--out") << work).code, 1);
        QCOMPARE(call(words("share") << ana << words("--conflicts-for Ben --as Ana --out") << work).code, 1);
        QCOMPARE(call(words("accept") << work << words("--out") << bench.path(QStringLiteral("n.winnow"))).code, 1);
        QVERIFY(!QFile::exists(bench.path(QStringLiteral("n.winnow"))));
    }
};

WINNOW_TEST(TestSharing)

} // namespace suite_sharing

#include "test_sharing.moc"
