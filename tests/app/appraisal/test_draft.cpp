// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/DraftCheck.h"
#include "appraisal/DraftNames.h"
#include "appraisal/InstrumentJson.h"
#include "appraisal/Shipped.h"
#include "support/Suite.h"

namespace suite_draft {

using namespace winnow::appraisal;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// "D1: 1.1 >1.2 | D2: 2.1": domains with their questions, an arrow for each step that one is moved in.
QString shapeOf(const InstrumentDraft& draft)
{
    QStringList domains;
    for (const DraftDomain& domain : draft.domains) {
        QStringList words{domain.domain.id + QLatin1Char(':')};
        for (const DraftItem& item : domain.items)
            words << QString(item.item.indent, QLatin1Char('>')) + item.item.id;
        domains << words.join(QLatin1Char(' '));
    }
    return domains.join(QStringLiteral(" | "));
}

/// Two domains with questions 1.1, 1.2, 1.3 and 2.1, rules in the first one, and an overall judgement.
struct Two {
    Two()
    {
        draft.head.name = s("Two");
        d1 = addDomain(draft);
        d2 = addDomain(draft);
        overall = addOverall(draft);
        i11 = addItem(draft, d1);
        i12 = addItem(draft, d1);
        i13 = addItem(draft, i12);
        i21 = addItem(draft, d2);
        for (DraftDomain& domain : draft.domains) {
            domain.domain.label = s("A domain");
            for (DraftItem& item : domain.items)
                item.item.question = s("Was it so?");
        }
        findDomain(draft, d1)->rules
            = QStringList{s("if 1.1 is Y or PY then Low"), s("if 1.1 is N and 1.2 is N then High")};
        findDomain(draft, d2)->rules = QStringList{s("if 2.1 is Y then Low"), s("otherwise High")};
        findDomain(draft, overall)->rules
            = QStringList{s("if any domain is High then High"), s("if D1 is Low and D2 is Low then Low")};
        findItem(draft, i13)->askedIf = s("1.2 is Y");
    }
    QStringList& rules(int domain) { return findDomain(draft, domain)->rules; }

    InstrumentDraft draft = blankDraft();
    int d1 = 0, d2 = 0, overall = 0, i11 = 0, i12 = 0, i13 = 0, i21 = 0;
};

bool says(const Examination& examination, Flaw flaw, const char* text)
{
    for (const Remark& remark : examination.remarks) {
        if (remark.flaw == flaw && remark.text.contains(s(text)))
            return true;
    }
    return false;
}

} // namespace

class TestDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isBuiltFromNothing();
    void everyShippedOneComesBack();
    void idsAreFree();
    void partsMove();
    void partsAreCopiedAndRemoved();
    void namesAreCarried();
    void answersAndLevelsAreCarried();
    void translationsStayWithTheirTexts();
    void halfARuleIsKept();
    void gapsAndContradictionsAreTold();
    void tooManyAreSampled();
};

void TestDraft::isBuiltFromNothing()
{
    const Two two;
    QCOMPARE(shapeOf(two.draft), s("D1: 1.1 1.2 1.3 | D2: 2.1 | overall:"));
    QCOMPARE(two.draft.domains[0].domain.scale, s("risk"));
    QCOMPARE(two.draft.domains[0].items[2].item.answerSet, s("signalling"));
    const Reading reading = readInstrument(writeDraft(two.draft));
    QVERIFY2(reading.instrument, qPrintable(reading.instrument ? QString() : sentence(reading.findings.front())));
    QCOMPARE(*reading.instrument, readable(two.draft));
    QCOMPARE(reading.instrument->domains[0].items[2].askedIf->answer.ids, QStringList{s("1.2")});
}

/// Rules are written anew, and mean the same.
void TestDraft::everyShippedOneComesBack()
{
    for (const QString& id : shippedIds()) {
        const Instrument& instrument = *findShipped(id);
        const InstrumentDraft draft = draftOf(instrument);
        QCOMPARE(readable(draft), instrument);
        QVERIFY2(writeDraft(draft) == writeInstrument(instrument), qPrintable(id));
        QVERIFY2(examine(draft).sound(), qPrintable(id));
        QVERIFY2(readDraft(writeDraft(draft)) == draft, qPrintable(id));
    }
}

void TestDraft::idsAreFree()
{
    InstrumentDraft draft = blankDraft();
    const int first = addDomain(draft);
    QCOMPARE(findDomain(draft, addDomain(draft, first))->domain.id, s("D2"));
    QCOMPARE(findDomain(draft, addDomain(draft, first))->domain.id, s("D3"));
    QCOMPARE(shapeOf(draft), s("D1: | D3: | D2:"));
    const int item = addItem(draft, first);
    QVERIFY(renameNode(draft, item, s("start")));
    QCOMPARE(findItem(draft, addItem(draft, item))->item.id, s("start.1"));
    QCOMPARE(addItem(draft, 999), 0);
    QVERIFY(addOverall(draft) > 0);
    QCOMPARE(addOverall(draft), 0);
}

void TestDraft::partsMove()
{
    Two two;
    InstrumentDraft& draft = two.draft;
    QVERIFY(moveBy(draft, two.i11, 1));
    QCOMPARE(shapeOf(draft), s("D1: 1.2 1.1 1.3 | D2: 2.1 | overall:"));
    QVERIFY(moveBy(draft, two.i13, 1)); // on into the next domain
    QCOMPARE(shapeOf(draft), s("D1: 1.2 1.1 | D2: 1.3 2.1 | overall:"));
    QVERIFY(moveBy(draft, two.i13, -1));
    QCOMPARE(shapeOf(draft), s("D1: 1.2 1.1 1.3 | D2: 2.1 | overall:"));
    QVERIFY(moveTo(draft, two.i21, two.d1, 0));
    QCOMPARE(shapeOf(draft), s("D1: 2.1 1.2 1.1 1.3 | D2: | overall:"));
    QVERIFY(moveTo(draft, two.d2, 0, 0));
    QCOMPARE(shapeOf(draft), s("D2: | D1: 2.1 1.2 1.1 1.3 | overall:"));
    QVERIFY(!moveBy(draft, two.d2, -1));
    QVERIFY(!moveTo(draft, two.i21, two.d1, 4));
    QVERIFY(!moveTo(draft, two.i21, two.d1, 0)); // it is there
    QVERIFY(indent(draft, two.i21, 1));
    QVERIFY(!indent(draft, two.i12, -1));
    QCOMPARE(shapeOf(draft), s("D2: | D1: >2.1 1.2 1.1 1.3 | overall:"));
    for (int i = 0; i < 9; ++i)
        indent(draft, two.i21, 1);
    QCOMPARE(findItem(draft, two.i21)->item.indent, 4);
}

void TestDraft::partsAreCopiedAndRemoved()
{
    Two two;
    InstrumentDraft& draft = two.draft;
    const int copy = copyOf(draft, two.d1);
    QCOMPARE(shapeOf(draft), s("D1: 1.1 1.2 1.3 | D3: 3.1 3.2 3.3 | D2: 2.1 | overall:"));
    QCOMPARE(two.rules(copy), (QStringList{s("if 3.1 is Y or PY then Low"), s("if 3.1 is N and 3.2 is N then High")}));
    QCOMPARE(findDomain(draft, copy)->items[2].askedIf, s("3.2 is Y"));
    const int item = copyOf(draft, two.i11);
    QCOMPARE(findItem(draft, item)->item.id, s("1.4"));
    QCOMPARE(copyOf(draft, two.overall), 0);
    QVERIFY(remove(draft, copy));
    QVERIFY(remove(draft, two.i12));
    QVERIFY(!remove(draft, two.i12));
    QCOMPARE(shapeOf(draft), s("D1: 1.1 1.4 1.3 | D2: 2.1 | overall:"));
    QVERIFY(says(examine(draft), Flaw::UnknownId, "D1, rule 2: at character 17 there is no item or domain “1.2”"));
    QVERIFY(says(examine(draft), Flaw::UnknownId, "1.3, asked if"));
}

void TestDraft::namesAreCarried()
{
    Two two;
    QVERIFY(renameNode(two.draft, two.i12, s("1.2a")));
    QCOMPARE(two.rules(two.d1)[1], s("if 1.1 is N and 1.2a is N then High"));
    QCOMPARE(findItem(two.draft, two.i13)->askedIf, s("1.2a is Y"));
    QVERIFY(renameNode(two.draft, two.d1, s("Start")));
    QCOMPARE(two.rules(two.overall)[1], s("if Start is Low and D2 is Low then Low"));
    QVERIFY(!renameNode(two.draft, two.i12, s("1.1"))); // another one's
    QVERIFY(!renameNode(two.draft, two.i12, s("D2")));
    QVERIFY(!renameNode(two.draft, two.i12, {}));
    QVERIFY(examine(two.draft).sound());
}

void TestDraft::answersAndLevelsAreCarried()
{
    Two two;
    QVERIFY(renameAnswer(two.draft, s("signalling"), 0, s("Yes")));
    QCOMPARE(two.rules(two.d1)[0], s("if 1.1 is Yes or PY then Low"));
    QCOMPARE(findItem(two.draft, two.i13)->askedIf, s("1.2 is Yes"));
    QVERIFY(!renameAnswer(two.draft, s("signalling"), 1, s("N")));
    QVERIFY(renameLevel(two.draft, s("risk"), 2, s("Very high")));
    QCOMPARE(two.rules(two.d1)[1], s("if 1.1 is N and 1.2 is N then Very high"));
    QCOMPARE(two.rules(two.overall)[0], s("if any domain is Very high then Very high"));
    QCOMPARE(two.draft.head.scales[0].levels[2].label, s("High risk"));
    QVERIFY(renameScale(two.draft, s("risk"), s("bias")));
    QVERIFY(renameSet(two.draft, s("signalling"), s("five")));
    QCOMPARE(two.draft.domains[1].domain.scale, s("bias"));
    QCOMPARE(two.draft.domains[1].items[0].item.answerSet, s("five"));
    QVERIFY(examine(two.draft).sound());
}

void TestDraft::translationsStayWithTheirTexts()
{
    Two two;
    two.draft.head.translations
        = {{s("de"),
            {{s("item 1.2"), s("War es so?")}, {s("answer signalling Y"), s("Ja")}, {s("domain D2"), s("Zwei")}}}};
    renameNode(two.draft, two.i12, s("1.2a"));
    renameAnswer(two.draft, s("signalling"), 0, s("Yes"));
    const std::map<QString, QString>& texts = two.draft.head.translations[0].texts;
    QCOMPARE(texts.at(s("item 1.2a")), s("War es so?"));
    QCOMPARE(texts.at(s("answer signalling Yes")), s("Ja"));
    QCOMPARE(texts.size(), size_t(3));
    remove(two.draft, two.d2);
    QCOMPARE(texts.size(), size_t(2));
}

void TestDraft::halfARuleIsKept()
{
    Two two;
    two.rules(two.d1) << QString() << s("if 1.3 is");
    const Examination examination = examine(two.draft);
    QVERIFY(!examination.sound());
    QCOMPARE(examination.faults(), size_t(1));
    const Remark& remark = examination.remarks.front();
    QCOMPARE(remark.flaw, Flaw::RuleUnreadable);
    QCOMPARE(remark.key, two.d1);
    QCOMPARE(remark.part, s("rules"));
    QCOMPARE(remark.line, 3); // the empty line counts
    QCOMPARE(remark.at, 10);
    QVERIFY(remark.text.startsWith(s("D1, rule 4: the rule cannot be read at character 10")));
    QVERIFY(writeDraft(two.draft).contains("if 1.3 is\""));
    QCOMPARE(examination.readable.domains[0].rules.size(), size_t(2));
    // And it is there again when it is read from its file, without the empty line.
    const auto again = readDraft(writeDraft(two.draft));
    QVERIFY(again);
    QCOMPARE(again->domains[0].rules.back(), s("if 1.3 is"));
    QCOMPARE(again->domains[0].rules.size(), 3);
    QVERIFY(!readDraft("{}"));
    QVERIFY(!readDraft("not JSON"));
}

void TestDraft::gapsAndContradictionsAreTold()
{
    Two two;
    const Examination first = examine(two.draft);
    QVERIFY(first.sound());
    // 1.1 PN or NI with anything: 10; 1.1 N with 1.2 other than N: 4.
    QVERIFY(says(first, Flaw::Gap, "D1: no rule speaks of 14 of 25 combinations, such as"));
    QCOMPARE(coverageText(first, s("D1"), false), s("All 25 combinations of answers are tried."));
    two.rules(two.d1) << s("otherwise Some concerns") << s("if 1.1 is Y and 1.1 is N then Low");
    const Examination second = examine(two.draft);
    QVERIFY(!says(second, Flaw::Gap, "D1: no rule"));
    QVERIFY(says(second, Flaw::NeverHolds, "D1, rule 4: this rule never holds"));
    QVERIFY(second.sound());
    two.rules(two.d1)[1] = s("if any of 1.1 and 1.2 is N then High");
    const Examination third = examine(two.draft);
    // Y of 1.1 and N of 1.2 are Low by one rule and High by the other.
    QVERIFY(says(third, Flaw::Contradiction, "D1, rule 2: this rule says “High” and D1, rule 1 says “Low”"));
    QVERIFY(!third.sound());
    two.rules(two.d1) = QStringList{s("if 1.1 is Y or PY then Low"), s("otherwise High")};
    findItem(two.draft, two.i13)->askedIf = s("1.2 is Y and 1.2 is N");
    QVERIFY(says(examine(two.draft), Flaw::NeverAsked, "1.3, asked if"));
}

void TestDraft::tooManyAreSampled()
{
    InstrumentDraft draft = blankDraft();
    draft.head.name = s("Long");
    const int domain = addDomain(draft);
    findDomain(draft, domain)->domain.label = s("Many questions");
    QStringList tests;
    for (int i = 0; i < 20; ++i) {
        const int item = addItem(draft, domain);
        findItem(draft, item)->item.question = s("Was it so?");
        const QString id = findItem(draft, item)->item.id;
        tests << QStringLiteral("if %1 is Y then ask \"Why Y?\"").arg(id)
              << QStringLiteral("if %1 is N then ask \"Why N?\"").arg(id);
    }
    findDomain(draft, domain)->rules = tests << s("otherwise Low");
    const Examination examination = examine(draft);
    QVERIFY2(examination.sound(), qPrintable(examination.remarks.front().text));
    QVERIFY(says(examination, Flaw::Sampled, "D1: there are too many combinations to try them all"));
    QVERIFY(coverageText(examination, s("D1"), false).contains(s("are drawn and tried")));
}

WINNOW_TEST(TestDraft)

} // namespace suite_draft

#include "test_draft.moc"
