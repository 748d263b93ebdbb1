// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/FindQuery.h"
#include "store/RunFacts.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_find {

using namespace winnow;
using namespace winnow::test;

namespace {

const std::vector<Entry> library{
    {"Walking after stroke", "Lima, Ana", 2019, "10.1000/walk.1", "", "", "Gait was better."},
    {"Stroke without walking", "Burt, Ben", 2018, "", "", "", "Étude de la marche."},
    {"Dancing", "Müller-Lüdenscheidt, Eva", 2017, "", "", "", "Walking after a stroke of luck."},
};

} // namespace

/// Finding records as a person types.
class FindTest : public QObject {
    Q_OBJECT

private:
    static std::vector<qint64> found(Desk& desk, const QString& typed, qint64 limit = 10)
    {
        const auto ids = Records(*desk.project).find(typed, {}, limit);
        std::vector<qint64> numbers;
        if (!ids)
            return {-1, qint64(ids.error().code)};
        for (const RecordId id : *ids)
            numbers.push_back(id.value);
        return numbers;
    }
    using Ids = std::vector<qint64>;

private Q_SLOTS:
    void expressions()
    {
        QCOMPARE(findExpression(QString()), std::string());
        QCOMPARE(findExpression(QStringLiteral("  *\"( ")), std::string());
        QCOMPARE(findExpression(QStringLiteral("walk")), std::string("\"walk\"* "));
        QCOMPARE(findExpression(QStringLiteral("walk ")), std::string("\"walk\" "));
        QCOMPARE(findExpression(QStringLiteral("walk str")), std::string("\"walk\" \"str\"* "));
        QCOMPARE(findExpression(QStringLiteral("a AND NOT (b")), std::string("\"a\" \"AND\" \"NOT\" \"b\"* "));
    }

    /// Votes wait for the merging of the index: it is done in small portions, and only when it is asked for.
    void theIndexIsMergedByHand()
    {
        Desk desk;
        QByteArray many;
        for (int i = 0; i < 120; ++i)
            many += ris({{qPrintable(QStringLiteral("Title %1 of gait").arg(i))}});
        MUST(desk.import("a.ris", many));
        store::Store& store = desk.project->store();
        const auto write = [&](auto work) {
            return bool(store.write(store::Priority::Bulk, [&](store::WriteScope& scope) -> Result<void> {
                work(scope);
                return {};
            }));
        };
        const auto parts = [&] {
            return *store.read(
                [](store::Reader& reader) { return reader.db().number("SELECT count(DISTINCT segid) FROM find_idx"); });
        };
        QVERIFY(write(store::mergeFindByHand));
        for (int i = 0; i < 120; ++i)
            QVERIFY(write([](store::WriteScope& scope) { store::indexNext(scope, 1); }));
        QCOMPARE(parts(), 120);
        for (bool more = true; more;)
            QVERIFY(write([&](store::WriteScope& scope) { more = store::mergeFind(scope, 1); }));
        QVERIFY2(parts() < 12, qPrintable(QString::number(parts())));
        QCOMPARE(found(desk, QStringLiteral("gait"), 1000).size(), size_t(120));
        QCOMPARE(found(desk, QStringLiteral("title 77 ")), Ids{78});
        QVERIFY(Imports(*desk.project).findIndexComplete());
    }

    void wordsAndBeginnings()
    {
        Desk desk;
        MUST(desk.import("a.ris", library));
        QVERIFY(!Imports(*desk.project).findIndexComplete());
        MUST(Imports(*desk.project).buildFindIndex({}));
        QVERIFY(Imports(*desk.project).findIndexComplete());
        QCOMPARE(found(desk, QStringLiteral("walk")), (Ids{1, 2, 3}));
        QCOMPARE(found(desk, QStringLiteral("danc ")), Ids());
        QCOMPARE(found(desk, QStringLiteral("WALKING stroke")), (Ids{1, 2, 3}));
        QCOMPARE(found(desk, QStringLiteral("etude")), Ids{2});
        QCOMPARE(found(desk, QStringLiteral("mull")), Ids{3});
        QCOMPARE(found(desk, QStringLiteral("Müller-Lüdenscheidt")), Ids{3});
        QCOMPARE(found(desk, QStringLiteral("10.1000/walk.1")), Ids{1});
        QCOMPARE(found(desk, QStringLiteral("walk"), 2), (Ids{1, 2}));
        QCOMPARE(found(desk, QStringLiteral("nowhere")), Ids());
        QCOMPARE(found(desk, QString()), Ids());
    }

    void wordsInQuotesStandTogether()
    {
        Desk desk;
        MUST(desk.import("a.ris", library));
        MUST(Imports(*desk.project).buildFindIndex({}));
        QCOMPARE(found(desk, QStringLiteral("\"walking after\"")), (Ids{1, 3}));
        QCOMPARE(found(desk, QStringLiteral("\"Walking after stroke\"")), Ids{1});
        QCOMPARE(found(desk, QStringLiteral("\"after stroke\" gai")), Ids{1});
        QCOMPARE(found(desk, QStringLiteral("\"stroke walking\"")), Ids());
        QCOMPARE(found(desk, QStringLiteral("\"etude de la\"")), Ids{2});
        QCOMPARE(found(desk, QStringLiteral("\"stroke walki")), (Ids{1, 2, 3})); // not closed yet: words like any
    }

    /// What a person says on the telephone: with the sign that record alone, without it what else has the word, too.
    void shortNumbers()
    {
        Desk desk;
        MUST(desk.import("a.ris", library));
        MUST(desk.import("b.ris", {{"Three walks in 3 parks", "Day, Dan", 2016}}));
        MUST(Imports(*desk.project).buildFindIndex({}));
        QCOMPARE(found(desk, QStringLiteral("#3")), Ids{3});
        QCOMPARE(found(desk, QStringLiteral(" #4 ")), Ids{4});
        QCOMPARE(found(desk, QStringLiteral("3")), (Ids{3, 4}));
        QCOMPARE(found(desk, QStringLiteral("2")), Ids{2});
        QCOMPARE(found(desk, QStringLiteral("#5")), Ids());
        QCOMPARE(found(desk, QStringLiteral("#0")), Ids());
        QCOMPARE(found(desk, QStringLiteral("99999999999999999999")), Ids());
        const auto only = std::vector<RecordId>{RecordId(4), RecordId(1)};
        QCOMPARE(Records(*desk.project).find(QStringLiteral("3"), only, 10)->size(), size_t(1));
        QVERIFY(Records(*desk.project).find(QStringLiteral("#3"), only, 10)->empty());
    }

    void nothingTypedIsAnError()
    {
        Desk desk;
        MUST(desk.import("a.ris", library));
        MUST(Imports(*desk.project).buildFindIndex({}));
        for (char32_t c = 1; c < 0x3100; ++c) {
            if (c > 0x600 && c % 7)
                continue;
            const QString one = QString::fromUcs4(&c, 1);
            const QString typed = QStringLiteral("wal") + one + QStringLiteral("king ") + one;
            const auto ids = Records(*desk.project).find(typed, {}, 10);
            QVERIFY2(ids, qPrintable(QStringLiteral("U+%1 ").arg(uint(c), 4, 16) + outcome(ids)));
        }
        for (const char* typed :
             {"\"\"", "\"a\"\"b\"", "NEAR(a b)", "title:x", "^x", "a*b*", "- a", "{a b}", "😀", "a😀b", "中文 文"})
            MUST(Records(*desk.project).find(QString::fromUtf8(typed), {}, 10));
    }

    void withinAndItsOrder()
    {
        Desk desk;
        MUST(desk.import("a.ris", library));
        MUST(Imports(*desk.project).buildFindIndex({}));
        const std::vector<RecordId> sorted{RecordId(1), RecordId(3)};
        const std::vector<RecordId> own{RecordId(3), RecordId(1)};
        QCOMPARE(*Records(*desk.project).find(QStringLiteral("walk"), sorted, 10), sorted);
        QCOMPARE(*Records(*desk.project).find(QStringLiteral("walk"), own, 10), own);
        QCOMPARE(*Records(*desk.project).find(QStringLiteral("walk"), own, 1), std::vector<RecordId>{RecordId(3)});
    }

    void editsAreFoundAndRepairKeepsThem()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", library));
        MUST(Imports(*desk.project).buildFindIndex({}));
        MUST(Records(*desk.project).edit(RecordId(3), Field::Title, "Waltzing"));
        QCOMPARE(found(desk, QStringLiteral("waltz")), Ids{3});
        QCOMPARE(found(desk, QStringLiteral("dancing")), Ids());
        MUST(History(*desk.project).undo());
        QCOMPARE(found(desk, QStringLiteral("waltz")), Ids());
        MUST(History(*desk.project).redo());
        MUST(repair(*desk.project, {}));
        MUST(Imports(*desk.project).buildFindIndex({}));
        QCOMPARE(found(desk, QStringLiteral("waltz")), Ids{3});
        QCOMPARE(found(desk, QStringLiteral("dancing")), Ids());
        QCOMPARE(found(desk, QStringLiteral("stroke")), (Ids{1, 2, 3}));
    }
};

WINNOW_TEST(FindTest)

} // namespace suite_find

#include "test_find.moc"
