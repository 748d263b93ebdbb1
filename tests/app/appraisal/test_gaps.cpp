// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Check.h"
#include "appraisal/InstrumentJson.h"
#include "appraisal/Judge.h"
#include "appraisal/Shipped.h"
#include "support/Suite.h"

namespace suite_gaps {

using namespace winnow::appraisal;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// A domain of `count` questions with the five usual answers, the second one asked if the first one is N.
Instrument domainOf(int count, const QStringList& rules)
{
    QStringList items;
    for (int i = 1; i <= count; ++i)
        items << s(R"({"id": "%1", "question": "So?", "answers": "a"%2})")
                     .arg(i)
                     .arg(i == 2 ? s(R"(, "asked_if": "1 is N")") : QString());
    QStringList quoted;
    for (const QString& rule : rules)
        quoted << QLatin1Char('"') + rule + QLatin1Char('"');
    const QString json = s(R"({"winnow_instrument": 1, "id": "x", "version": "1", "name": "X", "judges": "study",
             "answer_sets": [{"id": "a", "answers": [{"code": "Y"}, {"code": "PY"}, {"code": "PN"}, {"code": "N"},
                                                     {"code": "NI"}]}],
             "scales": [{"id": "s", "levels": [{"name": "Low"}, {"name": "High"}]}],
             "domains": [{"id": "D", "label": "D", "scale": "s", "rules": [%1], "items": [%2]}]})")
                             .arg(quoted.join(s(", ")), items.join(s(", ")));
    const Reading reading = readInstrument(json.toUtf8());
    if (!reading.instrument)
        qFatal("%s", qPrintable(reading.findings.empty() ? json : sentence(reading.findings.front())));
    return *reading.instrument;
}

const Coverage& only(const Check& check)
{
    if (check.coverage.size() != 1)
        qFatal("not one domain");
    return check.coverage.front();
}

QStringList told(const Coverage& coverage)
{
    QStringList lines;
    for (const Undecided& gap : coverage.undecided)
        lines << (gap.when ? textOf(*gap.when) : s("any")) + s(": %1").arg(gap.combinations);
    return lines;
}

} // namespace

class GapsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIsNamedWithAllThatIsAlike();
    void madeRulesTheyLeaveNothingOpen();
    void theFirstHundredsAreKeptAndAllAreCounted();
    void drawnOnesAreKeptOnce();
    void shippedOnesHaveNone();
};

void GapsTest::eachIsNamedWithAllThatIsAlike()
{
    const Check check
        = winnow::appraisal::check(domainOf(2, {s("if 1 is Y or PY then Low"), s("if 2 is N then High")}));
    const Coverage& coverage = only(check);
    QCOMPARE(coverage.combinations, 9.0); // 1 is Y, PY, PN or NI without the second one; N with five answers
    QCOMPARE(told(coverage), (QStringList{s("1 is PN or NI: 2"), s("1 is N and 2 is Y, PY, PN or NI: 4")}));
    QCOMPARE(coverage.undecidedGroups, 2);
}

void GapsTest::madeRulesTheyLeaveNothingOpen()
{
    QStringList rules{s("if 1 is Y and 3 is Y then Low"), s("if 2 is N and 3 is PN then High")};
    const Check before = check(domainOf(3, rules));
    QVERIFY(!only(before).undecided.empty());
    for (const Undecided& gap : only(before).undecided)
        rules << textOf(Rule{gap.when, Rule::Outcome::Judge, s("High")});
    const Check after = check(domainOf(3, rules));
    QCOMPARE(told(only(after)), QStringList());
    QVERIFY(!hasFault(after.findings)); // none of them speaks of what another rule decides
}

void GapsTest::theFirstHundredsAreKeptAndAllAreCounted()
{
    // Rules that name every answer of five questions: 5 × 5 × 5 × 5 groups at the least, less one for each rule.
    QStringList rules;
    for (const char* answer : {"Y", "PY", "PN", "N"})
        rules << s("if 1 is %1 and 3 is %1 and 4 is %1 and 5 is %1 then Low").arg(s(answer));
    const Check check = winnow::appraisal::check(domainOf(5, rules));
    const Coverage& coverage = only(check);
    QVERIFY(!coverage.sampled);
    QCOMPARE(coverage.undecidedGroups, 5 * 5 * 5 * 5 - 4);
    QCOMPARE(coverage.undecided.size(), undecidedKept);
}

void GapsTest::drawnOnesAreKeptOnce()
{
    QStringList rules;
    for (const char* answer : {"Y", "PY", "PN", "N"}) {
        QStringList tests;
        for (int i = 1; i <= 12; ++i)
            tests << s("%1 is %2").arg(i).arg(s(answer));
        rules << s("if %1 then Low").arg(tests.join(s(" and ")));
    }
    const Check check = winnow::appraisal::check(domainOf(12, rules));
    const Coverage& coverage = only(check);
    QVERIFY(coverage.sampled);
    QCOMPARE(coverage.undecided.size(), undecidedKept);
    QVERIFY(coverage.undecidedGroups <= coverage.tried);
    QStringList lines;
    for (const Undecided& gap : coverage.undecided)
        lines << textOf(*gap.when);
    QCOMPARE(lines.removeDuplicates(), 0);
}

void GapsTest::shippedOnesHaveNone()
{
    for (const QString& id : shippedIds()) {
        const Check check = winnow::appraisal::check(*findShipped(id));
        const bool gap = std::any_of(check.findings.begin(), check.findings.end(),
                                     [](const Finding& finding) { return finding.flaw == Flaw::Gap; });
        const bool listed = std::any_of(check.coverage.begin(), check.coverage.end(),
                                        [](const Coverage& one) { return !one.undecided.empty(); });
        QVERIFY2(gap == listed, qPrintable(id));
    }
}

WINNOW_TEST(GapsTest)

} // namespace suite_gaps

#include "test_gaps.moc"
