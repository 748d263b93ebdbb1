// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Check.h"
#include "appraisal/Judge.h"
#include "appraisal/Shipped.h"
#include "support/Suite.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace suite_rob2 {

using namespace winnow::appraisal;

namespace {

struct Table {
    const char* file; ///< without .csv
    const char* variant;
    const char* domain;
    qint64 rows; ///< as ../shared/facts/instruments.md counts them
};

/// Every answer set that can be reached, and its judgement, from the figures of the guidance (Sterne et al. 2019).
constexpr std::array tables{
    Table{"rob2-D1", "assignment", "D1", 125},           Table{"rob2-D2-assignment", "assignment", "D2", 13'277},
    Table{"rob2-D2-adhering", "adhering", "D2", 20'988}, Table{"rob2-D3", "adhering", "D3", 110},
    Table{"rob2-D4", "assignment", "D4", 493},           Table{"rob2-D5", "adhering", "D5", 125},
};

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

/// Lines of a table without quotes, its header first.
std::vector<QStringList> linesOf(const QString& path)
{
    std::vector<QStringList> lines;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd())
            lines.push_back(QString::fromUtf8(file.readLine().trimmed()).split(QLatin1Char(',')));
    }
    return lines;
}

QString tableAt(const char* name)
{
    return QStringLiteral(WINNOW_SHARED "/facts/rob2/") + latin(name) + QStringLiteral(".csv");
}

/// A row is a domain's name, an answer for each item of the header, and the judgement.
Filling fillingOf(const QStringList& header, const QStringList& row)
{
    Filling filling;
    for (qsizetype i = 1; i + 1 < row.size(); ++i)
        filling.answers[header[i]] = row[i];
    return filling;
}

} // namespace

class TestRob2 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsTogether();
    void everyCombinationIsTried();
    void everyRowOfTheTables();
    void everyOverallJudgement();
    void sample_data();
    void sample();
    void asksWhatTheAnswersCallFor();
    void isSureAsSoonAsItCanBe();
    void asksAboutSeveralConcerns();
};

void TestRob2::holdsTogether()
{
    const Instrument* rob2 = findShipped(QStringLiteral("ROB2"));
    QVERIFY(rob2);
    for (const Finding& finding : check(*rob2).findings)
        QFAIL(qPrintable(sentence(finding)));
}

/// The check goes through exactly the answer sets that the tables list, in groups.
void TestRob2::everyCombinationIsTried()
{
    const Check found = check(*findShipped(QStringLiteral("rob2")));
    for (const Table& table : tables) {
        const auto one = std::find_if(found.coverage.begin(), found.coverage.end(), [&table](const Coverage& c) {
            return c.variant == latin(table.variant) && c.domain == latin(table.domain);
        });
        QVERIFY(one != found.coverage.end());
        QCOMPARE(qint64(one->combinations), table.rows);
        QVERIFY(!one->sampled);
        QVERIFY(one->tried < table.rows);
    }
}

void TestRob2::everyRowOfTheTables()
{
    if (!QFile::exists(tableAt("rob2-D1")))
        QSKIP("the tables of all answer sets are not here; the sample below is");
    const Instrument& rob2 = *findShipped(QStringLiteral("rob2"));
    for (const Table& table : tables) {
        const Judge judge(rob2, latin(table.variant));
        const std::vector<QStringList> lines = linesOf(tableAt(table.file));
        QCOMPARE(qint64(lines.size()) - 1, table.rows);
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const Judged judged = judge.judge(fillingOf(lines[0], lines[i]));
            const Outcome& outcome = *judged.outcome(latin(table.domain));
            QVERIFY2(outcome.proposed == lines[i].back() && outcome.open.isEmpty(),
                     qPrintable(lines[i].join(QLatin1Char(' ')) + QStringLiteral(" was judged ") + outcome.proposed));
        }
    }
}

void TestRob2::everyOverallJudgement()
{
    const std::vector<QStringList> lines = linesOf(tableAt("rob2-overall"));
    if (lines.empty())
        QSKIP("the table of all overall judgements is not here");
    QCOMPARE(lines.size(), std::size_t(244));
    const Judge judge(*findShipped(QStringLiteral("rob2")), QStringLiteral("assignment"));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        Filling filling;
        for (qsizetype domain = 0; domain < 5; ++domain)
            filling.judgements[lines[0][domain]] = lines[i][domain];
        const Outcome overall = *judge.judge(filling).outcome(overallId);
        QVERIFY2(overall.proposed == lines[i][5], qPrintable(lines[i].join(QLatin1Char(' '))));
        QCOMPARE(!overall.questions.isEmpty(), lines[i][7].startsWith(QLatin1String("reviewer may raise")));
    }
}

void TestRob2::sample_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("answers");
    QTest::addColumn<QString>("judgement");
    const std::vector<QStringList> lines = linesOf(QStringLiteral(WINNOW_TEST_DATA "/appraisal/rob2-sample.csv"));
    QVERIFY(lines.size() > 40);
    for (std::size_t i = 1; i < lines.size(); ++i)
        QTest::newRow(qPrintable(lines[i].join(QLatin1Char(' '))))
            << lines[i][0] << lines[i][1] << lines[i][2] << lines[i][3];
}

void TestRob2::sample()
{
    QFETCH(QString, variant);
    QFETCH(QString, domain);
    QFETCH(QString, answers);
    Filling filling;
    for (const QString& answer : answers.split(QLatin1Char(' ')))
        filling.answers[answer.section(QLatin1Char('='), 0, 0)] = answer.section(QLatin1Char('='), 1);
    const Judged judged = Judge(*findShipped(QStringLiteral("rob2")), variant).judge(filling);
    QTEST(judged.outcome(domain)->proposed, "judgement");
}

void TestRob2::asksWhatTheAnswersCallFor()
{
    const Judge judge(*findShipped(QStringLiteral("rob2")), QStringLiteral("assignment"));
    Filling filling;
    QCOMPARE(judge.judge(filling).next, QStringLiteral("1.1"));
    QVERIFY(judge.judge(filling).item(QStringLiteral("2.3"))->asked == Asked::NotYet);
    filling.answers[QStringLiteral("2.1")] = QStringLiteral("PY");
    QVERIFY(judge.judge(filling).item(QStringLiteral("2.3"))->asked == Asked::Yes);
    filling.answers[QStringLiteral("2.1")] = QStringLiteral("N");
    QVERIFY(judge.judge(filling).item(QStringLiteral("2.3"))->asked == Asked::NotYet);
    filling.answers[QStringLiteral("2.2")] = QStringLiteral("PN");
    filling.answers[QStringLiteral("2.3")] = QStringLiteral("Y");
    const Judged judged = judge.judge(filling);
    QVERIFY(judged.item(QStringLiteral("2.3"))->asked == Asked::No);
    QVERIFY(judged.item(QStringLiteral("2.3"))->answer.isEmpty());
    QCOMPARE(judged.nextAfter(QStringLiteral("2.1")), QStringLiteral("2.6"));
    QCOMPARE(judged.nextAfter(QStringLiteral("5.3")), QStringLiteral("1.1"));
    QVERIFY(!judged.complete());
}

void TestRob2::isSureAsSoonAsItCanBe()
{
    const Judge judge(*findShipped(QStringLiteral("rob2")), QStringLiteral("assignment"));
    Filling filling;
    filling.answers[QStringLiteral("1.2")] = QStringLiteral("N");
    Judged judged = judge.judge(filling);
    QCOMPARE(judged.outcome(QStringLiteral("D1"))->proposed, QStringLiteral("High"));
    QCOMPARE(judged.outcome(QStringLiteral("D1"))->open, (QStringList{QStringLiteral("1.1"), QStringLiteral("1.3")}));
    QCOMPARE(judged.outcome(overallId)->proposed, QStringLiteral("High"));
    QVERIFY(judged.outcome(QStringLiteral("D3"))->ground == Ground::Unanswered);
    filling.judgements[QStringLiteral("D1")] = QStringLiteral("Some concerns");
    judged = judge.judge(filling);
    QVERIFY(judged.outcome(QStringLiteral("D1"))->overruled());
    QCOMPARE(judged.outcome(QStringLiteral("D1"))->judgement(), QStringLiteral("Some concerns"));
    QVERIFY(judged.outcome(overallId)->proposed.isEmpty());
}

void TestRob2::asksAboutSeveralConcerns()
{
    const Judge judge(*findShipped(QStringLiteral("rob2")), QStringLiteral("adhering"));
    Filling filling;
    for (const char* domain : {"D1", "D2", "D3", "D4", "D5"})
        filling.judgements[latin(domain)] = QStringLiteral("Some concerns");
    QCOMPARE(judge.judge(filling).outcome(overallId)->proposed, QStringLiteral("Some concerns"));
    QCOMPARE(judge.judge(filling).outcome(overallId)->questions.size(), 1);
    filling.judgements[QStringLiteral("D1")] = QStringLiteral("High");
    QVERIFY(judge.judge(filling).outcome(overallId)->questions.isEmpty());
}

WINNOW_TEST(TestRob2)

} // namespace suite_rob2

#include "test_rob2.moc"
