// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appraisal/RandomInstrument.h"
#include "appraisal/Check.h"
#include "appraisal/InstrumentJson.h"
#include "appraisal/Judge.h"
#include "appraisal/Versions.h"
#include "support/Suite.h"

#include <algorithm>

namespace suite_laws {

using namespace winnow::appraisal;

namespace {

bool has(const std::vector<Finding>& findings, Flaw flaw)
{
    return std::any_of(findings.begin(), findings.end(), [flaw](const Finding& f) { return f.flaw == flaw; });
}

/// Every way to fill in the items of a variant that are asked, one by one as a person would.
void eachFilling(const Judge& judge, const Filling& begun,
                 const std::function<void(const Filling&, const Judged&)>& see)
{
    const Judged judged = judge.judge(begun);
    if (judged.next.isEmpty()) {
        see(begun, judged);
        return;
    }
    const Item* item = findItem(judge.instrument(), judge.variant(), judged.next);
    for (const Answer& answer : answersOf(judge.instrument(), *item)) {
        Filling more = begun;
        more.answers[item->id] = answer.code;
        eachFilling(judge, more, see);
    }
}

std::size_t itemCount(const Instrument& instrument)
{
    std::size_t count = 0;
    for (const Domain& domain : instrument.domains)
        count += domain.items.size();
    return count;
}

} // namespace

/// Laws that hold for every instrument.
class TestLaws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writtenIsRead();
    void theCheckSeesWhatJudgingMeets();
    void orderOfRulesDoesNotMatter();
    void aProposalStands();
    void nothingChangesFromOneVersionToItself();
};

void TestLaws::writtenIsRead()
{
    int good = 0;
    for (unsigned seed = 1; seed <= 1200; ++seed) {
        const Instrument instrument = RandomInstrument(seed).make();
        const Reading reading = readInstrument(writeInstrument(instrument));
        const bool sound = !hasFault(check(instrument).findings);
        QCOMPARE(reading.instrument.has_value(), sound);
        if (!sound)
            continue;
        ++good;
        QVERIFY2(*reading.instrument == instrument, writeInstrument(instrument).constData());
    }
    QVERIFY2(good > 300, qPrintable(QString::number(good)));
}

/// Filling in every form by hand meets a clash if and only if the check tells of one, and gaps likewise.
void TestLaws::theCheckSeesWhatJudgingMeets()
{
    int clashes = 0, gaps = 0, sound = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        const Instrument instrument = RandomInstrument(seed).make();
        if (itemCount(instrument) > 7)
            continue;
        const std::vector<Finding> found = check(instrument).findings;
        bool clash = false, gap = false;
        for (const QString& variant : variantIds(instrument)) {
            eachFilling(Judge(instrument, variant), {}, [&](const Filling&, const Judged& judged) {
                for (const Outcome& outcome : judged.outcomes) {
                    clash = clash || outcome.ground == Ground::Clash;
                    gap = gap || outcome.ground == Ground::Gap;
                    QVERIFY(outcome.ground != Ground::Unanswered || outcome.key == overallId);
                }
            });
        }
        QVERIFY2(clash == has(found, Flaw::Contradiction), writeInstrument(instrument).constData());
        QVERIFY2(gap == has(found, Flaw::Gap), writeInstrument(instrument).constData());
        clashes += clash ? 1 : 0;
        gaps += gap ? 1 : 0;
        sound += clash || gap ? 0 : 1;
    }
    QVERIFY(clashes > 10 && gaps > 10 && sound > 10);
}

void TestLaws::orderOfRulesDoesNotMatter()
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        const Instrument instrument = RandomInstrument(seed).make();
        if (itemCount(instrument) > 6)
            continue;
        Instrument other = instrument;
        std::mt19937 dice(seed);
        for (Domain& domain : other.domains)
            std::shuffle(domain.rules.begin(), domain.rules.end(), dice);
        for (const QString& variant : variantIds(instrument)) {
            const Judge shuffled(other, variant);
            eachFilling(Judge(instrument, variant), {}, [&](const Filling& filling, const Judged& judged) {
                const Judged again = shuffled.judge(filling);
                for (std::size_t i = 0; i < judged.outcomes.size(); ++i) {
                    QCOMPARE(again.outcomes[i].proposed, judged.outcomes[i].proposed);
                    QVERIFY(again.outcomes[i].ground == judged.outcomes[i].ground);
                }
            });
        }
    }
}

/// What is proposed before all is answered is proposed when all is.
void TestLaws::aProposalStands()
{
    int early = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        RandomInstrument dice(seed);
        const Instrument instrument = dice.make();
        if (itemCount(instrument) > 6 || hasFault(check(instrument).findings))
            continue;
        const Judge judge(instrument, variantIds(instrument).front());
        eachFilling(judge, {}, [&](const Filling& whole, const Judged& final) {
            Filling part;
            for (const auto& [item, answer] : whole.answers) {
                if (dice.number(2) != 0)
                    part.answers[item] = answer;
            }
            const Judged before = judge.judge(part);
            for (std::size_t i = 0; i < before.outcomes.size(); ++i) {
                if (before.outcomes[i].ground != Ground::Rules)
                    continue;
                early += before.outcomes[i].open.isEmpty() ? 0 : 1;
                QCOMPARE(final.outcomes[i].proposed, before.outcomes[i].proposed);
            }
        });
    }
    QVERIFY(early > 100);
}

void TestLaws::nothingChangesFromOneVersionToItself()
{
    for (unsigned seed = 1; seed <= 100; ++seed) {
        const Instrument instrument = RandomInstrument(seed).make();
        QVERIFY(compare(instrument, instrument).empty());
        const QString variant = variantIds(instrument).front();
        Filling filling;
        for (const Item* item : itemsOf(instrument.domains[0], variant))
            filling.answers[item->id] = QStringLiteral("PY");
        filling.judgements[QStringLiteral("D0")] = QStringLiteral("High (very)");
        const Migration migration = migrate(filling, variant, instrument);
        QVERIFY(migration.lost.empty());
        QVERIFY(migration.filling == filling);
        QCOMPARE(migration.variant, variant);
    }
}

WINNOW_TEST(TestLaws)

} // namespace suite_laws

#include "test_laws.moc"
