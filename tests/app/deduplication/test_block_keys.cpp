// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deduplication/Cases.h"
#include "deduplication/BlockKeys.h"
#include "deduplication/Blocks.h"
#include "support/Suite.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace suite_block_keys {

using namespace winnow;
using namespace winnow::deduplication;

using KeyList = std::vector<std::uint32_t>;

/// The kept keys: what they are, how they are packed, and which records they lead to.
class BlockKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalRecordsHaveEqualKeys()
    {
        QCOMPARE(blockKeys(traitsOf(article())), blockKeys(traitsOf(article())));
        QVERIFY(blockKeys(traitsOf(article())).size() >= 7);
    }
    void everyRecordHasOne()
    {
        Record record;
        record.year = 2019;
        QCOMPARE(blockKeys(traitsOf(record)).size(), std::size_t(1));
        QCOMPARE(blockKeys(traitsOf({})).size(), std::size_t(1));
        QVERIFY(blockKeys(traitsOf(record)) != blockKeys(traitsOf({})));
    }
    void everyPairThatIsComparedSharesOne()
    {
        std::vector<Traits> traits;
        for (const Change& change : std::vector<Change>{
                 [](Record&) {}, [](Record& r) { r.doi.clear(); }, [](Record& r) { r.title = "Something else"; },
                 [](Record& r) { r.title += ": a trial"; }, [](Record& r) { r.pmid.clear(), r.doi = "10.1/other"; }})
            traits.push_back(traitsOf(article(change)));
        std::vector<std::uint32_t> all(traits.size());
        std::iota(all.begin(), all.end(), 0U);
        const auto pairs = candidatePairs(traits, all, [](std::uint32_t, std::uint32_t) { return true; });
        QVERIFY(pairs.size() > 5);
        for (const auto& [a, b] : pairs) {
            const KeyList left = blockKeys(traits[a]);
            const KeyList right = blockKeys(traits[b]);
            KeyList common;
            std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(common));
            QVERIFY(!common.empty());
        }
    }
    void packedAndUnpacked()
    {
        KeyPacker packer;
        packer.add(KeyList{7, 0xffffffffU});
        packer.add(KeyList{});
        packer.add(KeyList{1});
        const std::string bytes = packer.take();
        QCOMPARE(bytes.size(), std::size_t(15));
        std::map<std::size_t, KeyList> seen;
        QVERIFY(unpackKeys(bytes, [&](std::size_t i, std::span<const std::uint32_t> keys) {
            seen[i] = KeyList(keys.begin(), keys.end());
        }));
        QCOMPARE(seen, (std::map<std::size_t, KeyList>{{0, {7, 0xffffffffU}}, {1, {}}, {2, {1}}}));
        QVERIFY(packer.take().empty());
    }
    void brokenBytesAreNoKeys()
    {
        const auto nothing = [](std::size_t, std::span<const std::uint32_t>) {};
        QVERIFY(unpackKeys({}, nothing));
        QVERIFY(!unpackKeys(std::string_view("\x02\x01\x00\x00\x00", 5), nothing));
        QVERIFY(!unpackKeys(std::string_view("\xff", 1), nothing));
    }
    void worthReadingIsWhatSharesAKeyWithSomethingNew()
    {
        const std::uint32_t fresh = 3;
        const auto holdsNew = [fresh](std::span<const std::uint32_t> set) {
            return std::find(set.begin(), set.end(), fresh) != set.end();
        };
        KeyTable table;
        table.add(0, KeyList{10, 20});
        table.add(1, KeyList{20, 30});
        table.add(2, KeyList{30, 40});
        table.add(fresh, KeyList{40, 10, 50});
        QCOMPARE(table.worthReading(holdsNew), (KeyList{0, 2, 3}));
        table.add(0, KeyList{10});
        table.add(fresh, KeyList{11});
        QCOMPARE(table.worthReading(holdsNew), KeyList()); // alone with its key
    }
};

WINNOW_TEST(BlockKeysTest)

} // namespace suite_block_keys

#include "test_block_keys.moc"
