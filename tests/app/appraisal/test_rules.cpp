// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Rule.h"
#include "support/Suite.h"

#include <random>

namespace suite_rules {

using namespace winnow::appraisal;

namespace {

QString rewritten(const QString& text)
{
    const auto reading = parseRule(text);
    return reading.value
        ? textOf(*reading.value)
        : QStringLiteral("%1: %2, not %3").arg(reading.misread.at).arg(reading.misread.expected, reading.misread.found);
}

/// Conditions of any shape, as the parser would make them.
class Dice {
public:
    explicit Dice(unsigned seed) : m_dice(seed) { }

    Rule rule()
    {
        Rule rule;
        if (number(8) != 0)
            rule.when = condition(0, Condition::Kind::Answer);
        rule.outcome = Rule::Outcome(number(3));
        if (rule.outcome != Rule::Outcome::Decide)
            rule.text = value();
        return rule;
    }

private:
    int number(int below) { return int(m_dice() % unsigned(below)); }
    QString pick(const std::vector<const char*>& list)
    {
        return QString::fromUtf8(list[std::size_t(number(int(list.size())))]);
    }
    QString id() { return pick({"1.1", "D1", "Q10", "9a", "item-3", "überblick", "is_it"}); }
    QString value()
    {
        return pick({"Y",
                     "PN",
                     "No",
                     "None",
                     "Some concerns",
                     "No information",
                     "Low (except for confounding)",
                     "a and b",
                     "is",
                     "x, y",
                     "say \"hi\"",
                     "back\\slash",
                     " padded ",
                     "any of it",
                     "you decide",
                     "NA",
                     "Nicht prüfbar",
                     "at least 2",
                     "if",
                     "ask"});
    }
    QStringList values()
    {
        QStringList list;
        for (int i = number(3); i >= 0; --i)
            list.append(value());
        return list;
    }

    Condition condition(int depth, Condition::Kind around)
    {
        const int shape = depth > 3 ? number(2) : number(4);
        if (shape == 1)
            return {.kind = Condition::Kind::Score, .score = score()};
        if (shape < 2)
            return {.answer = answer()};
        Condition whole{.kind = shape == 2 ? Condition::Kind::And : Condition::Kind::Or};
        if (whole.kind == around)
            return {.answer = answer()};
        for (int i = 1 + number(3); i >= 0; --i)
            whole.parts.push_back(condition(depth + 1, whole.kind));
        return whole;
    }

    AnswerTest answer()
    {
        AnswerTest test;
        test.howMany = HowMany(number(7));
        if (test.howMany >= HowMany::AtLeast)
            test.count = number(4);
        test.named = test.howMany == HowMany::One ? Named::Listed : Named(number(3));
        for (int i = test.howMany == HowMany::One ? 0 : number(4); test.named == Named::Listed && i >= 0; --i)
            test.ids.append(id());
        test.negated = number(4) == 0;
        test.values = values();
        return test;
    }

    ScoreTest score()
    {
        ScoreTest test;
        if (number(2) != 0)
            test.domain = id();
        const int shape = number(4);
        const double low = number(40) / 4.0 - 2;
        if (shape != 1)
            test.low = low;
        if (shape != 0)
            test.high = shape == 3 ? low + 1 + number(5) : low;
        return test;
    }

    std::mt19937 m_dice;
};

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsAsItWasWritten_data();
    void standsAsItWasWritten();
    void othersWaysToWriteIt_data();
    void othersWaysToWriteIt();
    void saysWhereItIsMisread_data();
    void saysWhereItIsMisread();
    void saysWhatItMeans();
    void writtenRulesReadTheSame();
    void anyTextIsReadOrRefused();
    void deepParenthesesAreRefused();
};

void TestRules::standsAsItWasWritten_data()
{
    QTest::addColumn<QString>("rule");
    for (const char* rule : {"if 1.2 is N or PN then High",
                             "if 1.2 is Y, PY or NI and 1.3 is not N then Some concerns",
                             "if 2.5 is N, PN or NI or 2.7 is Y then High",
                             "if (2.3 is NI or 2.4 is N) and 2.6 is Y or PY then Low",
                             "if any of 2.1 and 2.2 is Y then High",
                             "if all of 4.1, 4.2 and 4.3 are Y or PY then Low",
                             "if none of 5.2 and 5.3 is Y then Low",
                             "if no domain is High then Low",
                             "if any domain is High then High",
                             "if all items are Yes then Low",
                             "if at least 2 domains are Some concerns then ask \"Several? Really?\"",
                             "if at most 1 of 1, 3 and 5 is No then High",
                             "if exactly 1 of 6.2, 6.3 and 6.4 is Y then Serious",
                             "if score is at least 7.5 then Good",
                             "if score of S is between 3 and 4 and score of C is at most 0 then Poor",
                             "if score is 3 then Fair",
                             "otherwise you decide",
                             "if 1 is No or Yes then you decide",
                             "otherwise \"Low (except for concerns about uncontrolled confounding)\"",
                             "if 1 is \"a and b\" then \"or\""})
        QTest::newRow(rule) << QString::fromUtf8(rule);
}

void TestRules::standsAsItWasWritten()
{
    QFETCH(QString, rule);
    QCOMPARE(rewritten(rule), rule);
}

void TestRules::othersWaysToWriteIt_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("written");
    const QString plain = QStringLiteral("if 1.1 is Y or PY and 1.2 is N then High");
    QTest::newRow("capitals") << QStringLiteral("IF 1.1 IS Y OR PY AND 1.2 IS N THEN High") << plain;
    QTest::newRow("spaces") << QStringLiteral("  if  1.1 is Y or PY  and 1.2\tis N then   High ") << plain;
    QTest::newRow("commas") << QStringLiteral("if 1.1 is Y, PY, and 1.2 is N, then High") << plain;
    QTest::newRow("quotes") << QStringLiteral("if 1.1 is \"Y\" or \"PY\" and 1.2 is \"N\" then \"High\"") << plain;
    QTest::newRow("parentheses") << QStringLiteral("if ((1.1 is Y or PY) and (1.2 is N)) then High") << plain;
    QTest::newRow("nested") << QStringLiteral("if 1 is Y and (2 is Y and (3 is Y and 4 is Y)) then Low")
                            << QStringLiteral("if 1 is Y and 2 is Y and 3 is Y and 4 is Y then Low");
    QTest::newRow("none of") << QStringLiteral("if no of 1, 2 are Y then Low")
                             << QStringLiteral("if none of 1 and 2 is Y then Low");
}

void TestRules::othersWaysToWriteIt()
{
    QFETCH(QString, rule);
    QFETCH(QString, written);
    QCOMPARE(rewritten(rule), written);
}

void TestRules::saysWhereItIsMisread_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("found");
    QTest::newRow("nothing") << QStringLiteral("") << 1 << QStringLiteral("");
    QTest::newRow("no if") << QStringLiteral("1.2 is N then High") << 1 << QStringLiteral("1.2");
    QTest::newRow("no is") << QStringLiteral("if 1.2 N then High") << 8 << QStringLiteral("N");
    QTest::newRow("no answer") << QStringLiteral("if 1.2 is then High") << 11 << QStringLiteral("then");
    QTest::newRow("no then") << QStringLiteral("if 1.2 is N") << 12 << QStringLiteral("");
    QTest::newRow("no outcome") << QStringLiteral("if 1.2 is N then") << 17 << QStringLiteral("");
    QTest::newRow("open parenthesis") << QStringLiteral("if (1.2 is N then High") << 14 << QStringLiteral("then");
    QTest::newRow("open quote") << QStringLiteral("if 1.2 is \"N then High") << 11 << QStringLiteral("N then High");
    QTest::newRow("no number") << QStringLiteral("if score is at least many then High") << 22 << QStringLiteral("many");
    QTest::newRow("no count") << QStringLiteral("if at least two domains are High then High") << 13
                              << QStringLiteral("two");
    QTest::newRow("no group") << QStringLiteral("if at least 2 High then High") << 15 << QStringLiteral("High");
    QTest::newRow("kept word") << QStringLiteral("if then is N then High") << 4 << QStringLiteral("then");
    QTest::newRow("dangling and") << QStringLiteral("if 1 is N and then High") << 15 << QStringLiteral("then");
    QTest::newRow("question") << QStringLiteral("if 1 is N then ask why") << 20 << QStringLiteral("why");
    QTest::newRow("more") << QStringLiteral("if 1 is N then High then Low") << 21 << QStringLiteral("then");
    QTest::newRow("infinite") << QStringLiteral("if score is inf then High") << 13 << QStringLiteral("inf");
}

void TestRules::saysWhereItIsMisread()
{
    QFETCH(QString, rule);
    const auto reading = parseRule(rule);
    QVERIFY(!reading.value);
    QTEST(reading.misread.at, "at");
    QTEST(reading.misread.found, "found");
    QVERIFY(!reading.misread.expected.isEmpty());
}

void TestRules::saysWhatItMeans()
{
    const Rule rule
        = parseRule(QStringLiteral("if 1.2 is Y or PY or 1.1 is not N and no domain is High then Some concerns"))
              .value.value();
    QCOMPARE(rule.text, QStringLiteral("Some concerns"));
    QVERIFY(rule.when->kind == Condition::Kind::Or);
    QCOMPARE(rule.when->parts.size(), std::size_t(2));
    const AnswerTest& first = rule.when->parts[0].answer;
    QCOMPARE(first.ids, QStringList{QStringLiteral("1.2")});
    QCOMPARE(first.values, (QStringList{QStringLiteral("Y"), QStringLiteral("PY")}));
    QCOMPARE(first.mark.at, 4);
    QVERIFY(rule.when->parts[1].kind == Condition::Kind::And);
    QVERIFY(rule.when->parts[1].parts[0].answer.negated);
    QVERIFY(rule.when->parts[1].parts[1].answer.named == Named::Domains);
}

void TestRules::writtenRulesReadTheSame()
{
    Dice dice(20261126);
    for (int i = 0; i < 5000; ++i) {
        const Rule rule = dice.rule();
        const QString text = textOf(rule);
        const auto reading = parseRule(text);
        QVERIFY2(reading.value, qPrintable(text + QStringLiteral(" at %1").arg(reading.misread.at)));
        QVERIFY2(*reading.value == rule, qPrintable(text + QStringLiteral(" became ") + textOf(*reading.value)));
    }
}

/// Words of the language in any order: a rule, or a place within the text and what should stand there.
void TestRules::anyTextIsReadOrRefused()
{
    const std::vector<const char*> words{
        "if",      "then",  "is",        "are", "and",    "or",  "not",     "of", "any", "all",  "no", "at",
        "least",   "most",  "exactly",   "2",   "1.1",    "Y",   ",",       "(",  ")",   "\"",   "\\", "score",
        "domains", "items", "otherwise", "you", "decide", "ask", "between", "\n", "é",   "\"x\""};
    std::mt19937 dice(7);
    int read = 0;
    for (int i = 0; i < 50'000; ++i) {
        QStringList text;
        for (auto n = dice() % 14; n > 0; --n)
            text.append(QString::fromUtf8(words[dice() % words.size()]));
        const QString rule = QStringLiteral("if 1.1 is ") + text.join(QLatin1Char(' '));
        const auto reading = parseRule(rule);
        read += reading.value ? 1 : 0;
        if (reading.value)
            QCOMPARE(rewritten(textOf(*reading.value)), textOf(*reading.value));
        else
            QVERIFY(reading.misread.at >= 1 && reading.misread.at <= rule.size() + 1);
    }
    QVERIFY(read > 100);
}

void TestRules::deepParenthesesAreRefused()
{
    const QString rule = QStringLiteral("if ") + QString(100'000, QLatin1Char('(')) + QStringLiteral("1 is Y");
    QVERIFY(!parseRule(rule).value);
    QCOMPARE(parseRule(rule).misread.at, 16);
}

WINNOW_TEST(TestRules)

} // namespace suite_rules

#include "test_rules.moc"
