// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/InstrumentJson.h"
#include "appraisal/Judge.h"
#include "appraisal/Shipped.h"
#include "appraisal/Versions.h"
#include "support/Suite.h"

namespace suite_versions {

using namespace winnow::appraisal;

namespace {

Filling filled(std::map<QString, QString> answers, std::map<QString, QString> judgements = {})
{
    return {std::move(answers), std::move(judgements)};
}

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesWhatHasAPlace();
    void saysWhatItCouldNotCarry();
    void tellsWhatChanged();
    void saysItInAnotherLanguage();
    void understandsHowTablesWrite();
};

void TestVersions::carriesWhatHasAPlace()
{
    const Filling filling = filled({{s("1.1"), s("Y")}, {s("2.6"), s("N")}},
                                   {{s("D1"), s("High")}, {s("D1:direction"), s("Unpredictable")}});
    const Migration migration = migrate(filling, s("assignment"), *findShipped(s("rob2")));
    QVERIFY(migration.filling == filling);
    QVERIFY(migration.lost.empty());
}

void TestVersions::saysWhatItCouldNotCarry()
{
    Instrument next = *findShipped(s("rob2"));
    next.version = s("next");
    next.domains[0].items.erase(next.domains[0].items.begin() + 2); // 1.3
    next.domains[0].items[0].answerSet.clear();
    next.domains[0].items[0].answers = {{s("N"), s("No"), {}, {}}};
    next.scales[0].levels.pop_back(); // High
    const Filling filling = filled({{s("1.1"), s("Y")}, {s("1.2"), s("PY")}, {s("1.3"), s("N")}},
                                   {{s("D1"), s("High")}, {s("D9"), s("Low")}, {s("D2"), s("Low")}});
    const Migration migration = migrate(filling, s("cluster"), next);
    QCOMPARE(migration.variant, s("assignment"));
    QVERIFY(migration.filling == filled({{s("1.2"), s("PY")}}, {{s("D2"), s("Low")}}));
    using Why = Lost::Why;
    const std::vector<Lost> lost{{{}, s("cluster"), Why::NoSuchVariant},
                                 {s("1.1"), s("Y"), Why::NoSuchAnswer},
                                 {s("1.3"), s("N"), Why::NoSuchItem},
                                 {s("D1"), s("High"), Why::NoSuchLevel},
                                 {s("D9"), s("Low"), Why::NoSuchDomain}};
    QVERIFY(migration.lost == lost);
    QCOMPARE(sentence(lost[2]), s("1.3 = N: the item is no longer there"));
}

void TestVersions::tellsWhatChanged()
{
    const Instrument& before = *findShipped(s("quadas-2"));
    Instrument after = before;
    after.version = s("2031");
    after.domains[0].items[1].question = s("Was it one group?");
    after.domains[0].rules.pop_back();
    after.domains[3].items.pop_back();
    after.domains[1].items.push_back({.id = s("2.3"),
                                      .question = s("And this?"),
                                      .help = {},
                                      .variants = {},
                                      .answerSet = s("ynu"),
                                      .answers = {},
                                      .askedIf = parseCondition(s("2.1 is Yes")).value});
    QStringList told;
    for (const Difference& difference : compare(before, after))
        told.append(QStringLiteral("%1 %2").arg(int(difference.kind)).arg(difference.place));
    const QStringList expected{
        s("2 version"),          s("2 domain D1: rules"),  s("2 item 1.2"),           s("0 item 2.3"),
        s("0 item 2.3: domain"), s("0 item 2.3: answers"), s("0 item 2.3: asked if"), s("1 item 4.4"),
        s("1 item 4.4: domain"), s("1 item 4.4: answers")};
    QCOMPARE(told, expected);
    const auto differences = compare(before, after);
    QCOMPARE(differences[2].before, before.domains[0].items[1].question);
    QCOMPARE(differences[2].after, s("Was it one group?"));
}

void TestVersions::saysItInAnotherLanguage()
{
    Instrument instrument = *findShipped(s("rob2"));
    instrument.translations = {{s("de"),
                                {{s("item 1.1"), s("Wurde zufällig zugeteilt?")},
                                 {s("item 2.6 in adhering"), s("Passt die Auswertung?")},
                                 {s("answer signalling PY"), s("Wahrscheinlich ja")},
                                 {s("level risk Low"), s("Geringes Risiko")},
                                 {s("no such text"), s("?")}}}};
    const Reading reading = readInstrument(writeInstrument(instrument));
    QVERIFY(reading.instrument);
    QCOMPARE(reading.findings.size(), std::size_t(1));
    QVERIFY(reading.findings[0].flaw == Flaw::UnknownText);
    const Instrument german = inLanguage(*reading.instrument, s("de"));
    QCOMPARE(findItem(german, s("assignment"), s("1.1"))->question, s("Wurde zufällig zugeteilt?"));
    QCOMPARE(findItem(german, s("adhering"), s("2.6"))->question, s("Passt die Auswertung?"));
    QVERIFY(findItem(german, s("assignment"), s("2.6"))->question != s("Passt die Auswertung?"));
    QCOMPARE(german.scales[0].levels[0].label, s("Geringes Risiko"));
    QCOMPARE(german.scales[0].levels[0].name, s("Low"));
    QVERIFY(inLanguage(instrument, s("fr")) == instrument);
    QCOMPARE(textKeys(instrument).size(), textKeys(german).size());
}

void TestVersions::understandsHowTablesWrite()
{
    const Instrument& rob2 = *findShipped(s("rob2"));
    const auto said = [&rob2](const char* key, const char* text) {
        return understand(rob2, s("assignment"), s(key), s(text)).value_or(s("not understood"));
    };
    QCOMPARE(said("1.1", " py "), s("PY"));
    QCOMPARE(said("1.1", "Probably  yes"), s("PY"));
    QCOMPARE(said("3.2", "NI"), s("not understood"));
    QCOMPARE(said("D1", "some concerns"), s("Some concerns"));
    QCOMPARE(said("D1", "High risk"), s("High"));
    QCOMPARE(said("D1:direction", "unpredictable"), s("Unpredictable"));
    QCOMPARE(said("D1:applicability", "Low concern"), s("not understood"));
    QCOMPARE(said("9.9", "Y"), s("not understood"));
    QCOMPARE(said("1.1", ""), s("not understood"));
    QCOMPARE(choicesFor(rob2, s("assignment"), s("3.2")), (QStringList{s("Y"), s("PY"), s("PN"), s("N")}));
    QVERIFY(choicesFor(rob2, s("assignment"), s("9.9")).isEmpty());
    const Instrument& nos = *findShipped(s("nos-cohort"));
    QCOMPARE(understand(nos, s("stars"), s("C1"), s("AB")).value(), s("a+b"));
}

WINNOW_TEST(TestVersions)

} // namespace suite_versions

#include "test_versions.moc"
