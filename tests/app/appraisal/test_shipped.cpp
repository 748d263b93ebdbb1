// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Check.h"
#include "appraisal/Designs.h"
#include "appraisal/InstrumentJson.h"
#include "appraisal/Judge.h"
#include "appraisal/Shipped.h"
#include "support/Suite.h"

#include <QFile>

namespace suite_shipped {

using namespace winnow::appraisal;

namespace {

const QString cases = QStringLiteral(WINNOW_TEST_DATA "/appraisal/cases/");

struct Case {
    QString name, variant, answers, key, expected;
};

/// Columns case, variant, answers, key, expected, source; the last one alone may be quoted.
std::vector<Case> casesOf(const QString& instrument)
{
    std::vector<Case> all;
    QFile file(cases + instrument + QStringLiteral(".csv"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    file.readLine();
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine().trimmed()).split(QLatin1Char(','));
        if (cells.size() >= 6 && !cells[5].isEmpty())
            all.push_back({cells[0], cells[1], cells[2], cells[3], cells[4]});
    }
    return all;
}

/// "all=Yes; 4=No": by item, domain or key; "all" is every item that knows the answer, else its first one.
Filling fillingOf(const Instrument& instrument, const QString& variant, const QString& text)
{
    Filling filling;
    for (const QString& part : text.split(QLatin1Char(';'))) {
        const QString key = part.section(QLatin1Char('='), 0, 0).trimmed();
        const QString said = part.section(QLatin1Char('='), 1);
        for (const Domain* domain : domainsOf(instrument, variant)) {
            for (const Item* item : itemsOf(*domain, variant)) {
                const auto answer = understand(instrument, variant, item->id, said);
                if (key == QLatin1String("all") && answer)
                    filling.answers[item->id] = *answer;
            }
        }
        const auto answer = understand(instrument, variant, key, said);
        if (answer)
            (findItem(instrument, variant, key) ? filling.answers : filling.judgements)[key] = *answer;
        else if (key != QLatin1String("all"))
            qWarning("%s is not understood", qPrintable(part));
    }
    return filling;
}

QString outcomeOf(const Judged& judged, const QString& key)
{
    if (key.startsWith(QLatin1String("points "))) {
        const auto points = judged.points.find(key.mid(7));
        return points == judged.points.end()
            ? QStringLiteral("none")
            : QStringLiteral("%1 of %2").arg(points->second.got).arg(points->second.most);
    }
    const Outcome* outcome = judged.outcome(key);
    if (!outcome)
        return QStringLiteral("no such outcome");
    if (outcome->judgement().isEmpty())
        return outcome->ground == Ground::Appraiser ? QStringLiteral("-")
            : outcome->ground == Ground::Unanswered ? QStringLiteral("?")
                                                    : QStringLiteral("a fault");
    return outcome->judgement();
}

} // namespace

class TestShipped : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void holdsTogether_data();
    void holdsTogether();
    void saysWhoseItIs_data();
    void saysWhoseItIs();
    void isWrittenAsItWasRead_data();
    void isWrittenAsItWasRead();
    void warnsOfDesigns();
    void seventeenAreThere();
    void itemsAreCounted_data();
    void itemsAreCounted();

private:
    static void eachInstrument()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : shippedIds())
            QTest::newRow(qPrintable(id)) << id;
    }
};

void TestShipped::cases_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("row");
    for (const QString& id : shippedIds()) {
        const std::vector<Case> all = casesOf(id);
        QVERIFY2(!all.empty(), qPrintable(id + QStringLiteral(" has no cases")));
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(id + QStringLiteral(": ") + all[i].name)) << id << int(i);
    }
}

void TestShipped::cases()
{
    QFETCH(QString, id);
    QFETCH(int, row);
    const Case one = casesOf(id)[std::size_t(row)];
    const Instrument& instrument = *findShipped(id);
    QVERIFY(variantIds(instrument).contains(one.variant));
    const Judged judged = Judge(instrument, one.variant).judge(fillingOf(instrument, one.variant, one.answers));
    QCOMPARE(outcomeOf(judged, one.key), one.expected);
}

void TestShipped::holdsTogether_data()
{
    eachInstrument();
}

/// Nothing is open by accident, nothing is out of reach, and all of it was tried.
void TestShipped::holdsTogether()
{
    QFETCH(QString, id);
    const Instrument* instrument = findShipped(id);
    QVERIFY(instrument);
    QCOMPARE(instrument->id, id);
    const Check found = check(*instrument);
    for (const Finding& finding : found.findings)
        QFAIL(qPrintable(sentence(finding)));
    for (const Coverage& coverage : found.coverage)
        QVERIFY(!coverage.sampled && coverage.tried > 0);
}

void TestShipped::saysWhoseItIs_data()
{
    eachInstrument();
}

void TestShipped::saysWhoseItIs()
{
    QFETCH(QString, id);
    const Instrument& instrument = *findShipped(id);
    QVERIFY(!instrument.citation.isEmpty() && !instrument.licence.isEmpty());
    QVERIFY(instrument.guidance.startsWith(QLatin1String("https://")));
    QVERIFY(instrument.link.startsWith(QLatin1String("https://")));
    QVERIFY(instrument.help.contains(QLatin1String("does not replace the official guidance")));
    QCOMPARE(instrument.draft, id == QLatin1String("robins-i-v2"));
    QCOMPARE(instrument.judges == Judges::Result,
             id == QLatin1String("rob2") || id.startsWith(QLatin1String("robins-i")));
    for (const Domain& domain : instrument.domains) {
        for (const Item& item : domain.items)
            QVERIFY2(item.question.endsWith(QLatin1Char('?')), qPrintable(item.question));
    }
    for (const Scale& scale : instrument.scales) {
        for (const Level& level : scale.levels)
            QVERIFY(!level.colour.isEmpty() && !level.safeColour.isEmpty() && !level.symbol.isEmpty());
    }
}

void TestShipped::isWrittenAsItWasRead_data()
{
    eachInstrument();
}

void TestShipped::isWrittenAsItWasRead()
{
    QFETCH(QString, id);
    const Instrument& instrument = *findShipped(id);
    const QByteArray written = writeInstrument(instrument);
    const Reading reading = readInstrument(written);
    QVERIFY(reading.instrument);
    QVERIFY(*reading.instrument == instrument);
    QCOMPARE(writeInstrument(*reading.instrument), written);
}

/// rules.md G1: RoB 2 is for randomised trials, and takes some of them with care.
void TestShipped::warnsOfDesigns()
{
    const auto fit = [](const char* instrument, const char* design) {
        return int(fitOf(*findShipped(QLatin1String(instrument)), QLatin1String(design)));
    };
    QCOMPARE(fit("rob2", "randomised"), int(Fit::Made));
    QCOMPARE(fit("rob2", " Randomised "), int(Fit::Made));
    QCOMPARE(fit("rob2", "cluster"), int(Fit::WithCare));
    QCOMPARE(fit("rob2", "crossover"), int(Fit::WithCare));
    QCOMPARE(fit("rob2", "cohort"), int(Fit::NotMade));
    QCOMPARE(fit("rob2", ""), int(Fit::NotKnown));
    QCOMPARE(fit("robins-i-2016", "case-control"), int(Fit::Made)); // a kind of non-randomised study
    QCOMPARE(fit("robins-i-2016", "single-arm"), int(Fit::NotMade));
    QCOMPARE(fit("minors", "single-arm"), int(Fit::Made));
    QCOMPARE(fit("nos-cohort", "non-randomised"), int(Fit::WithCare)); // perhaps it is a cohort
    QCOMPARE(fit("jbi-rct", "cluster"), int(Fit::Made));
    const Instrument& rob2 = *findShipped(QStringLiteral("rob2"));
    QVERIFY(fitSentence(rob2, QStringLiteral("cohort")).contains(QStringLiteral("made for: randomised")));
    QVERIFY(fitSentence(rob2, QStringLiteral("randomised")).isEmpty());
    for (const QString& id : shippedIds()) {
        for (const QString& design : findShipped(id)->designs + findShipped(id)->cautions)
            QVERIFY2(studyDesigns().contains(design), qPrintable(design));
    }
}

void TestShipped::seventeenAreThere()
{
    QCOMPARE(shippedIds().size(), 17);
    QVERIFY(!findShipped(QStringLiteral("rob3")));
    QCOMPARE(findShipped(QStringLiteral("RobIs"))->id, QStringLiteral("robis"));
}

/// As ../shared/facts/instruments.md counts them.
void TestShipped::itemsAreCounted_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("items");
    const auto row = [](const char* id, const char* variant, int items) {
        QTest::addRow("%s %s", id, variant) << QString::fromLatin1(id) << QString::fromLatin1(variant) << items;
    };
    row("rob2", "assignment", 22);
    row("rob2", "adhering", 21);
    row("robins-i-2016", "assignment", 30);
    row("robins-i-2016", "adhering", 32);
    row("robins-i-v2", "itt", 38);
    row("robins-i-v2", "per-protocol", 39);
    row("quadas-2", "", 11);
    row("nos-cohort", "stars", 8);
    row("nos-case-control", "ahrq", 8);
    row("minors", "non-comparative", 8);
    row("minors", "comparative", 12);
    row("jbi-rct", "", 13);
    row("jbi-quasi-experimental", "", 9);
    row("jbi-cohort", "", 11);
    row("jbi-case-series", "", 10);
    row("amstar-2", "", 18);
    row("robis", "", 24);
    row("syrcle", "", 10);
    row("rob1", "", 7);
    row("ihe-case-series", "", 20);
    row("testex", "", 12);
}

void TestShipped::itemsAreCounted()
{
    QFETCH(QString, id);
    QFETCH(QString, variant);
    const Judged judged = Judge(*findShipped(id), variant).judge({});
    QTEST(int(judged.items.size()), "items");
}

WINNOW_TEST(TestShipped)

} // namespace suite_shipped

#include "test_shipped.moc"
