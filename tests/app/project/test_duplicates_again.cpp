// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Pairs.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <random>

namespace suite_duplicates_again {

using namespace winnow;
using namespace winnow::test;

namespace {

/// Copies, near copies and look-alikes of some documents, mixed by dice; many share the beginning of a title.
QByteArray mixture(std::mt19937& dice, int n)
{
    static const std::array titles{"Stem cells in relapsing multiple sclerosis", "Vitamin D and the risk of fracture",
                                   "Editorial", "A randomised trial of walking after a stroke",
                                   "A randomised trial of dancing after a stroke"};
    static const std::array authors{"Burt, Richard", "Smith, Ann", "Lima, Ana"};
    const auto pick = [&](unsigned below) { return int(dice() % below); };
    QByteArray file;
    for (int i = 0; i < n; ++i) {
        QByteArray title = titles[std::size_t(pick(titles.size()))];
        if (pick(6) == 0)
            title += ": part " + QByteArray::number(1 + pick(2));
        const int page = 100 + 40 * pick(8);
        file += "TY  - JOUR\nTI  - " + title + "\nAU  - " + authors[std::size_t(pick(authors.size()))] + "\nPY  - "
            + QByteArray::number(2017 + pick(3)) + "\n";
        if (pick(4))
            file += "T2  - Neurology\nVL  - " + QByteArray::number(10 + pick(3)) + "\n";
        if (pick(3))
            file += "SP  - " + QByteArray::number(page) + "\nEP  - " + QByteArray::number(page + 9) + "\n";
        if (pick(3) == 0)
            file += "DO  - 10.1000/" + QByteArray::number(pick(20)) + "\n";
        file += "ER  - \n\n";
    }
    return file;
}

/// Everything that a search comes to: clusters by record, the queue, and what the log says of joins.
QStringList result(Desk& desk)
{
    QStringList lines;
    const auto joined = desk.project->store().read([](store::Reader& reader) { return store::joinedPairs(reader); });
    for (const auto& [report, id] : *joined)
        lines << QStringLiteral("%1 is %2").arg(id).arg(report);
    const auto queue = Duplicates(*desk.project).queue();
    for (const DoubtfulPair& pair : *queue)
        lines
            << QStringLiteral("%1 ? %2 %3 %4").arg(pair.a.value).arg(pair.b.value).arg(pair.score).arg(int(pair.doubt));
    const auto entries = History(*desk.project).entries(0, 100'000);
    for (const LogEntry& entry : *entries)
        lines << entry.kind + QLatin1Char(' ') + entry.subject + QLatin1Char(' ') + entry.value;
    return lines;
}

void forgetKeys(Desk& desk)
{
    const auto forgotten = desk.project->store().write(store::Priority::Bulk, [](store::WriteScope& scope) {
        scope.db().execute("DELETE FROM block_keys");
        return Result<void>();
    });
    QVERIFY(forgotten);
}

qint64 keptChunks(Desk& desk)
{
    return desk.project->store().laneForTests().databaseForTests().number("SELECT count(*) FROM block_keys");
}

} // namespace

/// A search after another import reads only what shares a key with something new, and comes to the same as one that
/// reads everything.
class DuplicatesAgainTest : public QObject {
    Q_OBJECT

private:
    /// The same story twice; `whole`: nothing is kept from one search to the next.
    static QStringList story(quint32 seed, bool whole)
    {
        std::mt19937 dice(seed);
        Desk desk;
        desk.as("Ana");
        int records = 0;
        for (int part = 0; part < 4; ++part) {
            const int n = part == 0 ? 90 : 1 + int(dice() % 12);
            const QString name = QStringLiteral("part%1.ris").arg(part);
            if (!desk.import(qPrintable(name), mixture(dice, n), "PubMed"))
                qFatal("no import");
            records += n;
            if (whole)
                forgetKeys(desk);
            if (!Duplicates(*desk.project).find({}))
                qFatal("no search");
            const auto some = [&] { return desk.record(1 + int(dice() % unsigned(records))); };
            for (int i = 0; i < 3; ++i) {
                const RecordId a = some();
                const RecordId b = some();
                if (!(a == b))
                    (void)Duplicates(*desk.project).judge(a, b, dice() % 2);
                (void)Records(*desk.project).edit(some(), Field::Title, dice() % 2 ? "Editorial" : "Another title");
            }
            if (dice() % 3 == 0)
                (void)History(*desk.project).undo(); // an edit
        }
        (void)Duplicates(*desk.project).find({});
        if (desk.faults() != QString())
            qFatal("%s", qPrintable(desk.faults()));
        return result(desk);
    }

private Q_SLOTS:
    void comesToTheSameAsReadingEverything_data()
    {
        QTest::addColumn<quint32>("seed");
        const int wanted = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = 1; seed <= quint32(wanted ? wanted : 25); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void comesToTheSameAsReadingEverything()
    {
        QFETCH(quint32, seed);
        const QStringList narrow = story(seed, false);
        QVERIFY(narrow.size() > 60);
        QCOMPARE(narrow, story(seed, true));
    }
    /// Documents that cannot be mistaken for one another: in whatever parts they come, the same are joined.
    void inAnySplit()
    {
        const auto joined = [](const std::vector<int>& parts) {
            Desk desk;
            desk.as("Ana");
            int next = 0;
            for (std::size_t part = 0; part < parts.size(); ++part) {
                std::vector<Entry> entries;
                std::vector<QByteArray> texts;
                for (int i = 0; i < parts[part]; ++i, ++next) {
                    texts.push_back("Title of number " + QByteArray::number(next * 7 % 40 * 1000));
                    texts.push_back("10.1000/" + QByteArray::number(next * 7 % 40));
                    texts.push_back("A" + QByteArray::number(next));
                }
                for (std::size_t i = 0; i < texts.size(); i += 3)
                    entries.push_back(
                        {texts[i].constData(), "Lima, Ana", 2019, texts[i + 1].constData(), texts[i + 2].constData()});
                const QString name = QStringLiteral("part%1.ris").arg(part);
                if (!desk.import(qPrintable(name), entries) || !Duplicates(*desk.project).find({}))
                    qFatal("no import");
            }
            const auto pairs
                = desk.project->store().read([](store::Reader& reader) { return store::joinedPairs(reader); });
            const auto catalog = desk.project->store().catalog();
            std::map<qint64, std::set<qint64>> sets;
            for (const auto& [report, id] : *pairs)
                sets[report].insert({catalog->numberOf(report), catalog->numberOf(id)});
            std::set<std::set<qint64>> result;
            for (const auto& [_, set] : sets)
                result.insert(set);
            return result;
        };
        const auto whole = joined({100});
        QCOMPARE(whole.size(), std::size_t(40));
        QVERIFY(joined({60, 40}) == whole);
        QVERIFY(joined({1, 50, 1, 48}) == whole);
        QVERIFY(joined({20, 20, 20, 20, 20}) == whole);
    }
    void keysAreKeptOfWhatWasRead()
    {
        Desk desk;
        desk.as("Ana");
        std::mt19937 dice(3);
        MUST(desk.import("a.ris", mixture(dice, 1500), "PubMed"));
        QCOMPARE(keptChunks(desk), 0);
        MUST(Duplicates(*desk.project).find({}, {DedupeOptions::usual, true}));
        QCOMPARE(keptChunks(desk), 0); // it only counted
        MUST(Duplicates(*desk.project).find({}));
        QCOMPARE(keptChunks(desk), 2); // of a thousand each
        MUST(desk.import("b.ris", mixture(dice, 3), "Scopus"));
        MUST(Duplicates(*desk.project).find({}));
        QCOMPARE(keptChunks(desk), 3);
        MUST(repair(*desk.project, {}));
        QCOMPARE(keptChunks(desk), 0); // derived: made anew
    }
    void brokenKeysAreMadeAnew()
    {
        const auto searched = [](const char* damage) {
            std::mt19937 dice(5);
            Desk desk;
            desk.as("Ana");
            if (!desk.import("a.ris", mixture(dice, 60), "PubMed") || !Duplicates(*desk.project).find({}))
                qFatal("no search");
            if (!desk.import("b.ris", mixture(dice, 20), "Scopus"))
                qFatal("no import");
            const auto damaged = desk.project->store().write(store::Priority::Bulk, [damage](store::WriteScope& scope) {
                scope.db().execute(damage);
                return Result<void>();
            });
            if (!damaged || !Duplicates(*desk.project).find({}))
                qFatal("no search");
            return result(desk);
        };
        const QStringList whole = searched("SELECT 1");
        for (const char* damage :
             {"UPDATE block_keys SET keys = substr(keys, 1, 100)", "UPDATE block_keys SET keys = x'ff'",
              "UPDATE block_keys SET keys = keys || x'0101000000'", "UPDATE block_keys SET version = 0",
              "UPDATE block_keys SET first = first + 7", "UPDATE block_keys SET first = 100000"})
            QCOMPARE(searched(damage), whole);
    }
};

WINNOW_TEST(DuplicatesAgainTest)

} // namespace suite_duplicates_again

#include "test_duplicates_again.moc"
