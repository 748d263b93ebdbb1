// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/InstrumentJson.h"
#include "appraisal/Shipped.h"
#include "support/Suite.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <random>

namespace suite_broken {

using namespace winnow::appraisal;

namespace {

/// A small sound instrument to break.
const QByteArray sound = R"({
 "winnow_instrument": 1, "id": "mine", "version": "1", "name": "Mine", "judges": "study",
 "scales": [{"id": "s", "levels": [{"name": "Low"}, {"name": "High"}]}],
 "answer_sets": [{"id": "yn", "answers": [{"code": "Y"}, {"code": "N"}]}],
 "domains": [
  {"id": "D1", "label": "First", "scale": "s", "rules": ["if 1.2 is N then High", "if 1.2 is NA or Y then Low"],
   "items": [{"id": "1.1", "question": "So?", "answers": "yn"},
             {"id": "1.2", "question": "And so?", "answers": "yn", "asked_if": "1.1 is Y"}]},
  {"id": "overall", "label": "All", "scale": "s", "rules": ["if any domain is High then High", "otherwise Low"]}
 ]})";

struct Break {
    const char* name;
    QByteArray from, to;
    const char* flaw;
    const char* place;
};

const std::vector<Break>& breaks()
{
    static const std::vector<Break> all{
        {"a circle of one", "1.1 is Y", "1.2 is Y", "cycle", "domains[0].items[1].asked_if"},
        {"a circle of two", R"("So?", "answers": "yn")", R"("So?", "answers": "yn", "asked_if": "1.2 is N")", "cycle",
         "domains[0].items[0].asked_if"},
        {"unknown item in a condition", "1.1 is Y", "1.9 is Y", "unknown-item", "domains[0].items[1].asked_if"},
        {"unknown item in a rule", "if 1.2 is N", "if 1.7 is N", "unknown-item", "domains[0].rules[0]"},
        {"unknown answer", "1.1 is Y", "1.1 is yes", "unknown-answer", "domains[0].items[1].asked_if"},
        {"unknown level", "then High\", \"if 1.2", "then Highest\", \"if 1.2", "unknown-level", "domains[0].rules[0]"},
        {"unknown scale", R"("label": "First", "scale": "s")", R"("label": "First", "scale": "t")", "unknown-scale",
         "domains[0].scale"},
        {"unknown set", R"("So?", "answers": "yn")", R"("So?", "answers": "no")", "unknown-set",
         "domains[0].items[0].answers"},
        {"unknown variant", R"("label": "First",)", R"("label": "First", "variants": ["v"],)", "unknown-variant",
         "domains[0].variants"},
        {"rules that disagree", "if 1.2 is NA or Y then Low", "if 1.1 is Y then Low", "contradiction",
         "domains[0].rules[1]"},
        {"rules that disagree in overall", "otherwise Low", "if D1 is High then Low", "contradiction",
         "domains[1].rules[1]"},
        {"a rule that decides twice", "if 1.2 is NA or Y then Low", "if 1.2 is N then you decide", "contradiction",
         "domains[0].rules[1]"},
        {"two otherwise", "if 1.2 is N then High", "otherwise High\", \"otherwise Low", "two-otherwise",
         "domains[0].rules[1]"},
        {"rule that cannot be read", "is NA or Y then Low", "is NA or Y thn Low", "rule-unreadable",
         "domains[0].rules[1]"},
        {"rules without a scale", R"("label": "First", "scale": "s")", R"("label": "First")", "no-scale",
         "domains[0].rules"},
        {"a domain that looks at another", "if 1.2 is N then High", "if any domain is High then High",
         "domain-from-domain", "domains[0].rules[0]"},
        {"overall that looks at itself", "if any domain is High", "if overall is High", "domain-from-domain",
         "domains[1].rules[0]"},
        {"a score without points", "if 1.2 is N then", "if score is at least 3 then", "no-score",
         "domains[0].rules[0]"},
        {"a score of nothing", "if 1.2 is N then", "if score of D7 is 3 then", "unknown-domain", "domains[0].rules[0]"},
        {"the same id twice", R"("id": "1.2")", R"("id": "1.1")", "twice-the-same", "domains[0].items[1]"},
        {"an item called as a domain", R"("id": "1.2")", R"("id": "d1")", "twice-the-same", "domains[0].items[1]"},
        {"two overall", R"("id": "D1")", R"("id": "overall")", "twice-the-same", "domains[1]"},
        {"the same answer twice", R"({"code": "N"})", R"({"code": "y"})", "twice-the-same",
         "answer_sets[0].answers[1]"},
        {"no answers", R"("And so?", "answers": "yn")", R"("And so?")", "nothing-to-answer", "domains[0].items[1]"},
        {"no levels", R"([{"name": "Low"}, {"name": "High"}])", "[]", "missing", "scales[0]"},
        {"no domains", R"("domains")", R"("Domains")", "unknown-key", ""},
        {"no version", R"("version": "1", )", "", "missing", ""},
        {"unknown key", R"("question": "So?")", R"("question": "So?", "questoin": "x")", "unknown-key",
         "domains[0].items[0]"},
        {"a number for a text", R"("question": "So?")", R"("question": 7)", "wrong-type",
         "domains[0].items[0].question"},
        {"an object for a list", R"("scales": [{)", R"("variants": {}, "scales": [{)", "wrong-type", "variants"},
        {"null", R"("question": "So?")", R"("question": null)", "wrong-type", "domains[0].items[0].question"},
        {"empty", R"("question": "So?")", R"("question": "  ")", "empty-text", "domains[0].items[0].question"},
        {"unit", R"("judges": "study")", R"("judges": "trial")", "unknown-word", "judges"},
        {"id with a space", R"("id": "1.1")", R"("id": "1 1")", "bad-id", "domains[0].items[0].id"},
        {"id that is markup", R"("id": "1.1")", R"("id": "<b>")", "bad-id", "domains[0].items[0].id"},
        {"id that rules keep", R"("id": "1.1")", R"("id": "then")", "kept-word", "domains[0].items[0].id"},
        {"colour", R"({"name": "Low"})", R"({"name": "Low", "colour": "red"})", "bad-colour",
         "scales[0].levels[0].colour"},
        {"link that runs", R"("judges")", R"("link": "javascript:alert", "judges")", "bad-link", "link"},
        {"link to a file", R"("judges")", R"("guidance": "file:///etc/passwd", "judges")", "bad-link", "guidance"},
        {"writing that turns", R"("So?")", R"("So\u202eton?")", "hostile-text", "domains[0].items[0].question"},
        {"nul", R"("So?")", R"("So\u0000?")", "hostile-text", "domains[0].items[0].question"},
        {"half a character", R"("So?")", R"("So\ud83d?")", "hostile-text", "domains[0].items[0].question"},
        {"escape", R"("name": "Mine")", R"("name": "\u001b[31mMine")", "hostile-text", "name"},
        {"indent", R"("question": "So?")", R"("question": "So?", "indent": 9)", "bad-number",
         "domains[0].items[0].indent"},
        {"newer", R"("winnow_instrument": 1)", R"("winnow_instrument": 2)", "newer-schema", "winnow_instrument"},
        {"something else", R"("winnow_instrument": 1)", R"("x": 1)", "not-an-instrument", ""},
        {"cut off", R"("otherwise Low"]})", "", "not-json", ""},
    };
    return all;
}

const Finding* find(const Reading& reading, const char* flaw)
{
    for (const Finding& finding : reading.findings) {
        if (wordOf(finding.flaw) == QLatin1String(flaw))
            return &finding;
    }
    return nullptr;
}

QByteArray withItems(int count, const std::function<QJsonObject(int)>& item, const QStringList& rules = {})
{
    QJsonObject top = QJsonDocument::fromJson(sound).object();
    QJsonArray items;
    for (int i = 0; i < count; ++i)
        items.append(item(i));
    const QJsonObject domain{{QStringLiteral("id"), QStringLiteral("D1")},
                             {QStringLiteral("label"), QStringLiteral("First")},
                             {QStringLiteral("scale"), QStringLiteral("s")},
                             {QStringLiteral("items"), items},
                             {QStringLiteral("rules"), QJsonArray::fromStringList(rules)}};
    top[QLatin1String("domains")] = QJsonArray{domain};
    return QJsonDocument(top).toJson(QJsonDocument::Compact);
}

QJsonObject plainItem(int i)
{
    return {{QStringLiteral("id"), QStringLiteral("i%1").arg(i)},
            {QStringLiteral("question"), QStringLiteral("So?")},
            {QStringLiteral("answers"), QStringLiteral("yn")}};
}

} // namespace

class TestBroken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSoundOneIsSound();
    void namesThePlace_data();
    void namesThePlace();
    void saysWhatWasAnswered();
    void tellsOfGapsAndWhatIsNeverReached();
    void tenThousandItems();
    void longCircle();
    void manyRulesOverManyItems();
    void whatIsNoJson();
    void hugeTexts();
    void anyBytes();
};

void TestBroken::theSoundOneIsSound()
{
    const Reading reading = readInstrument(sound);
    QVERIFY(reading.instrument);
    QVERIFY(reading.findings.empty());
}

void TestBroken::namesThePlace_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < breaks().size(); ++i)
        QTest::newRow(breaks()[i].name) << int(i);
}

void TestBroken::namesThePlace()
{
    QFETCH(int, row);
    const Break& one = breaks()[std::size_t(row)];
    QVERIFY(sound.contains(one.from));
    QByteArray json = sound;
    json.replace(one.from, one.to);
    const Reading reading = readInstrument(json);
    const Finding* finding = find(reading, one.flaw);
    QVERIFY(!reading.instrument);
    QVERIFY2(finding, reading.findings.empty() ? "" : qPrintable(sentence(reading.findings[0])));
    QCOMPARE(finding->place, QString::fromLatin1(one.place));
    QVERIFY(sentence(*finding).startsWith(finding->place));
    QVERIFY(!sentence(*finding).contains(QLatin1Char('%')));
}

void TestBroken::saysWhatWasAnswered()
{
    QByteArray json = sound;
    json.replace("if 1.2 is NA or Y then Low", "if 1.1 is Y then Low");
    const Reading reading = readInstrument(json);
    QCOMPARE(sentence(*find(reading, "contradiction")),
             QStringLiteral("domains[0].rules[1]: this rule says “Low” and domains[0].rules[0] says “High” when "
                            "1.1 = Y, 1.2 = N; make one of them narrower"));
    json = sound;
    json.replace("1.1 is Y", "1.9 is Y");
    QCOMPARE(sentence(*find(readInstrument(json), "unknown-item")),
             QStringLiteral("domains[0].items[1].asked_if: at character 1 there is no item or domain “1.9” to look at "
                            "in this variant; correct the id"));
}

void TestBroken::tellsOfGapsAndWhatIsNeverReached()
{
    QByteArray json = sound;
    json.replace("if 1.2 is NA or Y then Low", "if 1.2 is Y then Low");
    Reading reading = readInstrument(json);
    QVERIFY(reading.instrument);
    QCOMPARE(sentence(*find(reading, "gap")),
             QStringLiteral("domains[0]: no rule speaks of 1 of 3 combinations, such as 1.1 = N; the appraiser judges "
                            "alone there; add a rule or an “otherwise” if that is not meant"));
    json.replace("if 1.2 is Y then Low", "if 1.2 is Y and 1.1 is N then Low");
    reading = readInstrument(json);
    QCOMPARE(find(reading, "never-holds")->place, QStringLiteral("domains[0].rules[1]"));
    json = sound;
    json.replace("1.1 is Y", "1.1 is Y and 1.1 is N");
    reading = readInstrument(json);
    QCOMPARE(find(reading, "never-asked")->place, QStringLiteral("domains[0].items[1].asked_if"));
}

void TestBroken::tenThousandItems()
{
    QElapsedTimer timer;
    timer.start();
    const Reading reading = readInstrument(withItems(10'000, plainItem));
    QVERIFY(!reading.instrument);
    const Finding& finding = *find(reading, "too-many");
    QCOMPARE(sentence(finding),
             QStringLiteral("domains[0].items: there are 10000 and there may be 1000; take some out"));
    QVERIFY(timer.elapsed() < 5000);
}

/// A thousand conditions, each waiting for the next, the last for the first.
void TestBroken::longCircle()
{
    const Reading reading = readInstrument(withItems(1000, [](int i) {
        QJsonObject item = plainItem(i);
        item[QLatin1String("asked_if")] = QStringLiteral("i%1 is Y").arg((i + 1) % 1000);
        return item;
    }));
    QVERIFY(!reading.instrument);
    const QString told = sentence(*find(reading, "cycle"));
    QVERIFY2(told.contains(QStringLiteral("i0 → i1 → ")), qPrintable(told));
}

/// Far too many combinations to try, and rules that look at all of them: said, and quick.
void TestBroken::manyRulesOverManyItems()
{
    QStringList rules;
    for (int i = 0; i < 300; ++i)
        rules.append(QStringLiteral("if at least %1 items are Y and i%2 is N then %3")
                         .arg(i)
                         .arg(i)
                         .arg(i % 2 ? QStringLiteral("High") : QStringLiteral("Low")));
    QElapsedTimer timer;
    timer.start();
    const Reading reading = readInstrument(withItems(1000, plainItem, rules));
    QVERIFY(!reading.instrument);
    QVERIFY(find(reading, "contradiction"));
    QVERIFY(find(reading, "sampled"));
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void TestBroken::whatIsNoJson()
{
    const Reading reading = readInstrument("{\n  \"winnow_instrument\": 1,\n  \"id\": oops\n}");
    QVERIFY(sentence(*find(reading, "not-json")).contains(QLatin1String("line 3, character")));
    QVERIFY(find(readInstrument({}), "not-json"));
    QVERIFY(find(readInstrument(QByteArray(100'000, '[')), "not-json"));
    QVERIFY(find(readInstrument("[]"), "not-an-instrument"));
    QVERIFY(find(readInstrument("\xff\xfe{"), "not-json"));
}

void TestBroken::hugeTexts()
{
    QVERIFY(find(readInstrument(QByteArray(3 * 1024 * 1024, ' ')), "too-large"));
    QByteArray json = sound;
    json.replace("So?", QByteArray(5000, 'a'));
    QCOMPARE(find(readInstrument(json), "long-text")->place, QStringLiteral("domains[0].items[0].question"));
    json = sound;
    json.replace("if 1.2 is N then High", QByteArray("if ").append(3000, '(').append("1.2 is N then High"));
    QVERIFY(find(readInstrument(json), "rule-unreadable"));
}

/// Shipped instruments with bytes changed, dropped and doubled: an instrument, or sentences that say why not.
void TestBroken::anyBytes()
{
    std::mt19937 dice(20);
    int refused = 0;
    for (const QString& id : shippedIds()) {
        if (id == QLatin1String("amstar-2"))
            continue; // its check is the slow one
        const QByteArray whole = writeInstrument(*findShipped(id));
        for (int i = 0; i < 40; ++i) {
            QByteArray json = whole;
            for (auto n = 1 + dice() % 3; n > 0; --n) {
                const auto at = qsizetype(dice() % unsigned(json.size() - 50));
                switch (dice() % 4) {
                case 0: json[at] = char(dice()); break;
                case 1: json.remove(at, 1 + qsizetype(dice() % 40)); break;
                case 2: json.insert(at, json.mid(at, qsizetype(dice() % 40))); break;
                default: json[at] = "\"{}[],:0NY "[dice() % 11]; break;
                }
            }
            const Reading reading = readInstrument(json);
            QCOMPARE(reading.instrument.has_value(), !hasFault(reading.findings));
            for (const Finding& finding : reading.findings)
                QVERIFY(!sentence(finding).isEmpty());
            refused += reading.instrument ? 0 : 1;
        }
    }
    QVERIFY(refused > 100);
}

WINNOW_TEST(TestBroken)

} // namespace suite_broken

#include "test_broken.moc"
