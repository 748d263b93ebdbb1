// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deduplication/Cases.h"
#include "deduplication/Find.h"
#include "deduplication/Glance.h"
#include "support/Suite.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

namespace suite_find {

using namespace winnow;
using namespace winnow::deduplication;

namespace {

std::vector<Traits> traitsOfAll(const std::vector<Record>& records)
{
    std::vector<Traits> traits;
    for (const Record& record : records)
        traits.push_back(traitsOf(record));
    return traits;
}

Found find(const std::vector<Record>& records, const Known& known = {}, double threshold = certainScore)
{
    return findDuplicates(traitsOfAll(records), known, threshold, {}).value();
}

/// The sets of records that hang together, each as the sorted numbers that `name` gives them.
std::set<std::vector<std::size_t>> partition(std::size_t n, const std::vector<FoundPair>& pairs,
                                             const std::vector<std::size_t>& name)
{
    std::vector<std::size_t> group(n);
    std::iota(group.begin(), group.end(), std::size_t{0});
    for (const FoundPair& pair : pairs) {
        const std::size_t from = group[pair.b], to = group[pair.a];
        std::replace(group.begin(), group.end(), from, to);
    }
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < n; ++i)
        members[group[i]].push_back(name[i]);
    std::set<std::vector<std::size_t>> sets;
    for (auto& [_, set] : members) {
        std::sort(set.begin(), set.end());
        sets.insert(set);
    }
    return sets;
}

/// Copies, near copies and look-alikes, mixed by dice.
std::vector<Record> mixture(std::mt19937& dice, std::size_t n)
{
    static const std::vector<Change> changes{
        [](Record&) {},
        [](Record& r) { r.pages.clear(); },
        [](Record& r) { r.volume.clear(); },
        [](Record& r) { r.year = 2018; },
        [](Record& r) { r.title += ": a randomised trial"; },
        [](Record& r) { r.title = "Effect of nonmyeloablative transplantatin on disease progression"; },
        [](Record& r) { r.pages = "301-310"; },
        [](Record& r) { r.title = "Erratum: " + r.title; },
        [](Record& r) { r.authors.resize(1); },
        [](Record& r) { r.journal = "Neurology"; },
        [](Record& r) { r.doi.clear(); },
        [](Record& r) { r.pmid.clear(); },
        [](Record& r) { r.doi = "10.1/other"; },
        [](Record& r) { r.type = "Preprint"; },
    };
    std::vector<Record> records;
    for (std::size_t i = 0; i < n; ++i) {
        Record r = dice() % 3 ? withoutNumbers() : article();
        for (unsigned left = dice() % 3; left > 0; --left)
            changes[dice() % changes.size()](r);
        if (dice() % 4 == 0)
            r.title = "Vitamin D and the risk of fracture in postmenopausal women";
        records.push_back(std::move(r));
    }
    return records;
}

} // namespace

class TestFind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingFromNothing()
    {
        QVERIFY(find({}).joined.empty());
        QVERIFY(find({Record(), Record()}).joined.empty());
        QVERIFY(find({Record(), Record()}).doubtful.empty());
    }
    void noPossiblePairIsLostAtAGlance()
    {
        std::mt19937 dice(11);
        const auto traits = traitsOfAll(mixture(dice, 300));
        std::size_t passedOver = 0;
        for (const Traits& a : traits) {
            for (const Traits& b : traits) {
                const bool worth = worthComparing(glanceOf(a), glanceOf(b));
                QCOMPARE(worthComparing(glanceOf(b), glanceOf(a)), worth);
                passedOver += !worth;
                QVERIFY(worth || !judge(compare(a, b)).possible);
            }
        }
        QVERIFY(passedOver > 0);
    }
    void aPageWithinTheOthersIsWorthALook()
    {
        const auto worth = [](const char* pages, const char* title) {
            const Traits other = traitsOf(withoutNumbers([&](Record& r) { r.pages = pages, r.title = title; }));
            return worthComparing(glanceOf(traitsOf(withoutNumbers())), glanceOf(other));
        };
        const char* similar = "Effect of nonmyeloablative grafting on the progress of the disease";
        QVERIFY(worth("170", similar));
        QVERIFY(worth("165-174", "Vitamin D and the risk of fracture"));
        QVERIFY(!worth("900", "Vitamin D and the risk of fracture"));
        QVERIFY(worth("900", "Effect of nonmyeloablative transplantation"));
    }
    void theRuleIsTold()
    {
        const Found found = find({article(), withoutNumbers([](Record& r) { r.pages = "165"; }), article()});
        QCOMPARE(found.joined.size(), std::size_t(2));
        QCOMPARE(found.joined[0].rule == Rule::Pmid || found.joined[1].rule == Rule::Pmid, true);
        QVERIFY(found.doubtful.empty());
    }
    void orderDoesNotMatter()
    {
        std::mt19937 dice(5);
        for (int round = 0; round < 60; ++round) {
            const auto records = mixture(dice, 14);
            std::vector<std::size_t> names(records.size());
            std::iota(names.begin(), names.end(), std::size_t{0});
            const Found plain = find(records);
            const auto before = partition(records.size(), plain.joined, names);
            std::shuffle(names.begin(), names.end(), dice);
            std::vector<Record> shuffled;
            for (const std::size_t name : names)
                shuffled.push_back(records[name]);
            const Found again = find(shuffled);
            // Equal records change places freely: compare what the sets hold, not which of the equals.
            const auto contents = [&](const std::set<std::vector<std::size_t>>& sets) {
                std::multiset<std::multiset<std::uint64_t>> all;
                for (const auto& set : sets) {
                    std::multiset<std::uint64_t> hashes;
                    for (const std::size_t at : set)
                        hashes.insert(contentHash(traitsOf(records[at])));
                    all.insert(hashes);
                }
                return all;
            };
            QCOMPARE(contents(partition(records.size(), again.joined, names)), contents(before));
            QCOMPARE(again.doubtful.size(), plain.doubtful.size());
        }
    }
    void noTwoOfAReportExcludeEachOther()
    {
        std::mt19937 dice(6);
        for (int round = 0; round < 60; ++round) {
            const auto traits = traitsOfAll(mixture(dice, 14));
            std::vector<std::size_t> names(traits.size());
            std::iota(names.begin(), names.end(), std::size_t{0});
            const Found found = findDuplicates(traits, {}, certainScore, {}).value();
            for (const auto& set : partition(traits.size(), found.joined, names)) {
                for (const std::size_t a : set) {
                    for (const std::size_t b : set)
                        QVERIFY(a == b || !excludes(compare(traits[a], traits[b])));
                }
            }
        }
    }
    void twiceChangesNothing()
    {
        std::mt19937 dice(7);
        const auto records = mixture(dice, 30);
        const Found first = find(records);
        Known known;
        for (const FoundPair& pair : first.joined)
            known.same.emplace_back(pair.a, pair.b);
        const Found second = find(records, known);
        QVERIFY(second.joined.empty());
        QCOMPARE(second.doubtful.size(), first.doubtful.size());
    }
    void farEndsOfAChainStayApart()
    {
        // a ~ b ~ c, but a and c begin on different pages.
        const Record a = withoutNumbers([](Record& r) { r.pages = "165-174"; });
        const Record b = withoutNumbers([](Record& r) { r.pages.clear(); });
        const Record c = withoutNumbers([](Record& r) { r.pages = "301-310"; });
        const Found found = find({a, b, c});
        QCOMPARE(found.joined.size(), std::size_t(1));
        QCOMPARE(found.doubtful.size(), std::size_t(1)); // one question for two reports
    }
    void aPersonsWordStands()
    {
        Known known;
        known.different = {{0, 1}};
        const Found apart = find({article(), article()}, known);
        QVERIFY(apart.joined.empty());
        QVERIFY(apart.doubtful.empty()); // and is not asked for again
        const Found third = find({article(), article(), article()}, known);
        QCOMPARE(third.joined.size(), std::size_t(1)); // with one of them, never with both
    }
    void onlyWhatIsNew()
    {
        Known known;
        known.isNew = [](std::uint32_t, std::uint32_t b) { return b == 2; };
        const Found found = find({article(), article(), article()}, known);
        QCOMPARE(found.joined.size(), std::size_t(1));
        QCOMPARE(found.joined[0].b, 2U);
    }
    void thresholdJoinsMoreOrLess()
    {
        const std::vector<Record> records{withoutNumbers(), withoutNumbers([](Record& r) { r.pages = "301-310"; })};
        QVERIFY(find(records).joined.empty());
        const Found lower = find(records, {}, 0.3);
        QCOMPARE(lower.joined.size(), std::size_t(1));
        QCOMPARE(lower.joined[0].rule, Rule::Score);
        const Found higher = find({article(), article()}, {}, 1.0);
        QVERIFY(higher.joined.empty());
        QCOMPARE(higher.doubtful.size(), std::size_t(1));
    }
    void manyEqualTitlesAreStillCompared()
    {
        std::vector<Record> records;
        for (int i = 0; i < 500; ++i)
            records.push_back(withoutNumbers([i](Record& r) {
                r.title = "Editorial", r.pages = std::to_string(10 * i + 1), r.volume = std::to_string(i % 7);
            }));
        records.push_back(records[250]);
        const Found found = find(records);
        QCOMPARE(found.joined.size(), std::size_t(1));
        QCOMPARE(found.joined[0].b, 500U);
        QVERIFY(found.compared < 500 * 100); // not each with each
    }
    void equalsMakeOneReport()
    {
        const Found found = find(std::vector<Record>(1000, article()));
        QCOMPARE(found.joined.size(), std::size_t(999));
        QVERIFY(found.compared < 2000);
    }
    void cancelled()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto found
            = findDuplicates(traitsOfAll({article(), withoutNumbers()}), {}, certainScore, {stop.get_token(), {}});
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
    }
};

WINNOW_TEST(TestFind)

} // namespace suite_find

#include "test_find.moc"
