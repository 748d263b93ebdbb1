// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Exact.h"
#include "deduplication/Groups.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace winnow;
using namespace winnow::deduplication;

namespace {

/// Records by id, and what was asked of them.
class Library {
public:
    Library& add(qint64 id, const Record& record)
    {
        m_records[id] = record;
        return *this;
    }
    std::vector<Candidate> candidates() const
    {
        std::vector<Candidate> all;
        for (const auto& [id, record] : m_records)
            all.push_back({id, keysOf(record)});
        return all;
    }
    LoadRecords loader()
    {
        return [this](std::span<const qint64> ids) -> Result<std::vector<Record>> {
            largestLoad = std::max(largestLoad, ids.size());
            std::vector<Record> records;
            for (const qint64 id : ids) {
                loaded.push_back(id);
                records.push_back(m_records.at(id));
            }
            return records;
        };
    }
    std::vector<JoinPair> pairs(bool reversed = false)
    {
        auto all = candidates();
        if (reversed)
            std::reverse(all.begin(), all.end());
        const auto result = exactPairs(all, loader(), {});
        return result ? *result : std::vector<JoinPair>{{-1, -1, Rule::Pmid}};
    }

    std::vector<qint64> loaded;
    std::size_t largestLoad = 0;

private:
    std::map<qint64, Record> m_records;
};

Record titled(const std::string& title, const std::string& doi = {}, const std::string& pmid = {})
{
    Record r;
    r.title = title;
    r.authors = {{"Burt", "R", "", false}};
    r.year = 2019;
    r.doi = doi;
    r.pmid = pmid;
    return r;
}

const std::string stem = "Stem cells in multiple sclerosis";

std::string numbered(int i)
{
    return "Abstract about quite another thing, number " + std::to_string(i);
}

} // namespace

namespace QTest {
template <> char* toString(const std::vector<JoinPair>& pairs)
{
    std::string text;
    for (const JoinPair& p : pairs)
        text += std::to_string(p.a) + "~" + std::to_string(p.b) + ":" + std::to_string(int(p.rule)) + " ";
    return qstrdup(text.c_str());
}
} // namespace QTest

using Pairs = std::vector<JoinPair>;

class TestExact : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingFromNothing()
    {
        QCOMPARE(Library().pairs(), Pairs());
        QCOMPARE(Library().add(1, titled(stem)).pairs(), Pairs());
        QCOMPARE(Library().add(1, Record()).add(2, Record()).pairs(), Pairs()); // no keys: never alike
    }
    void eachRuleJoins()
    {
        Library library;
        library.add(1, titled(stem, "10.1/a", "11")).add(2, titled(stem, "10.1/a")).add(3, titled(stem));
        library.add(4, titled(numbered(4), "", "44")).add(5, titled(numbered(4) + " and more", "", "44"));
        library.add(6, titled(numbered(6)));
        QCOMPARE(library.pairs(), (Pairs{{1, 2, Rule::Doi}, {1, 3, Rule::TitleYearAuthor}, {4, 5, Rule::Pmid}}));
        QCOMPARE(std::set<qint64>(library.loaded.begin(), library.loaded.end()), (std::set<qint64>{1, 2, 3, 4, 5}));
        QCOMPARE(library.loaded.size(), std::size_t(5));
    }
    void orderOfCandidatesDoesNotMatter()
    {
        Library library;
        for (int i = 1; i <= 30; ++i)
            library.add(i,
                        titled(numbered(i % 7), i % 3 ? "" : "10.1/" + std::to_string(i % 7),
                               i % 4 ? "" : std::to_string(i % 5)));
        QVERIFY(!library.pairs().empty());
        QCOMPARE(library.pairs(true), library.pairs());
    }
    void manyEqualRecordsMakeOneStar()
    {
        Library library;
        for (int i = 1; i <= 2000; ++i)
            library.add(i, titled(stem, "10.1/a"));
        const auto pairs = library.pairs();
        QCOMPARE(pairs.size(), std::size_t(1999));
        QVERIFY(std::all_of(pairs.begin(), pairs.end(), [](const JoinPair& p) { return p.a == 1; }));
        QVERIFY(library.largestLoad <= loadAtOnce);
        QCOMPARE(library.loaded.size(), std::size_t(2000));
    }
    void aContradictionKeepsApart()
    {
        Record other = titled(stem, "10.1/a");
        other.volume = "2";
        Record one = titled(stem, "10.1/a");
        one.volume = "1";
        QCOMPARE(Library().add(1, one).add(2, other).pairs(), Pairs());
    }
    void aChainIsNotClosedOverAContradiction()
    {
        // 1 and 3 have different PMIDs; 2 has none and fits both.
        Library library;
        library.add(1, titled(stem, "", "11")).add(2, titled(stem)).add(3, titled(stem, "", "33"));
        QCOMPARE(library.pairs(), (Pairs{{1, 2, Rule::TitleYearAuthor}}));
        // The same with the one between them last.
        Library later;
        later.add(1, titled(stem, "", "11")).add(2, titled(stem, "", "33")).add(3, titled(stem));
        QCOMPARE(later.pairs(), (Pairs{{1, 3, Rule::TitleYearAuthor}}));
    }
    void theStrongerRuleComesFirst()
    {
        // 3 is like 1 by title, but shares a DOI with 2, which contradicts 1.
        Library library;
        library.add(1, titled(stem, "", "11")).add(2, titled(stem, "10.1/b", "22")).add(3, titled(stem, "10.1/b"));
        QCOMPARE(library.pairs(), (Pairs{{2, 3, Rule::Doi}}));
    }
    void aChainOfDifferentKeysIsFollowed()
    {
        Library library;
        library.add(1, titled(stem, "", "11")).add(2, titled(stem + ": a trial", "10.1/a", "11"));
        library.add(3, titled(stem + ": a trial", "10.1/a"));
        QCOMPARE(library.pairs(), (Pairs{{1, 2, Rule::Pmid}, {2, 3, Rule::Doi}}));
        // Three titles on that DOI, however much alike, and it is no rule any more.
        library.add(4, titled(stem + ": a trial of cells", "10.1/a"));
        library.add(5, titled(stem + ": a trial of cells in adults", "10.1/a"));
        QCOMPARE(library.pairs(), (Pairs{{1, 2, Rule::Pmid}, {2, 3, Rule::TitleYearAuthor}}));
    }
    void twoLinkedPairsAreMergedOnlyIfAllFit()
    {
        // {1, 2} by PMID and {3, 4} by DOI; 1 ~ 3 by title, but 1 and 4 lie in different volumes.
        Record a = titled(stem, "", "11"), b = a, c = titled(stem, "10.1/c"), d = c;
        a.volume = "1";
        d.volume = "2";
        QCOMPARE(Library().add(1, a).add(2, b).add(3, c).add(4, d).pairs(),
                 (Pairs{{1, 2, Rule::Pmid}, {3, 4, Rule::Doi}}));
        d.volume = "1";
        QCOMPARE(Library().add(1, a).add(2, b).add(3, c).add(4, d).pairs(),
                 (Pairs{{1, 2, Rule::Pmid}, {1, 3, Rule::TitleYearAuthor}, {3, 4, Rule::Doi}}));
    }
    void supplementDoiJoinsNobody()
    {
        Library library;
        for (int i = 1; i <= 700; ++i)
            library.add(i, titled(numbered(i), "10.1/supplement"));
        library.add(701, titled(numbered(5) + ", longer", "10.1/supplement")); // would fit number 5 by DOI
        library.add(702, titled(numbered(7), "10.1/supplement")); // number 7 again, by title
        QCOMPARE(library.pairs(), (Pairs{{7, 702, Rule::TitleYearAuthor}}));
    }
    void twoTitlesOnOneDoiContradict()
    {
        QCOMPARE(Library().add(1, titled(numbered(1), "10.1/s")).add(2, titled(numbered(2), "10.1/s")).pairs(),
                 Pairs());
    }
    void pmidOnManyTitlesJoinsNobody()
    {
        Library library;
        library.add(1, titled(stem, "", "9")).add(2, titled(stem + ": a trial", "", "9"));
        library.add(3, titled(numbered(3), "", "9"));
        QCOMPARE(library.pairs(), Pairs());
    }
    void noTwoOfAGroupContradict()
    {
        // Every mixture of three PMIDs, three DOIs, two volumes and two titles.
        Library library;
        std::map<qint64, Record> all;
        qint64 id = 0;
        for (const char* pmid : {"", "1", "2"})
            for (const char* doi : {"", "10.1/a", "10.1/b"})
                for (const char* volume : {"", "1", "2"})
                    for (const char* more : {"", ": a trial"}) {
                        Record r = titled(stem + more, doi, pmid);
                        r.volume = volume;
                        all[++id] = r;
                        library.add(id, r);
                    }
        std::map<qint64, std::set<qint64>> groups;
        for (const auto& [number, record] : all)
            groups[number] = {number};
        for (const JoinPair& pair : library.pairs()) {
            QVERIFY(pair.a < pair.b);
            QVERIFY(sameEntry(all[pair.a], all[pair.b]).has_value());
            std::set<qint64> joined = groups[pair.a];
            QVERIFY(!joined.contains(pair.b)); // no pair more than needed
            joined.insert(groups[pair.b].begin(), groups[pair.b].end());
            for (const qint64 member : joined)
                groups[member] = joined;
        }
        for (const auto& [number, group] : groups) {
            for (const qint64 other : group) {
                const Record& a = all[number];
                const Record& b = all[other];
                QVERIFY(a.pmid.empty() || b.pmid.empty() || a.pmid == b.pmid);
                QVERIFY(a.doi.empty() || b.doi.empty() || a.doi == b.doi);
                QVERIFY(a.volume.empty() || b.volume.empty() || a.volume == b.volume);
            }
        }
        QVERIFY(!library.pairs().empty());
    }
    void aKeyThatDeceivesJoinsNobody()
    {
        // Keys only find candidates: equal hashes of different records must not join them.
        Library library;
        library.add(1, titled(stem, "10.1/a")).add(2, titled(numbered(2), "10.1/b"));
        auto candidates = library.candidates();
        candidates[1].keys = candidates[0].keys;
        const auto result = exactPairs(candidates, library.loader(), {});
        QVERIFY(result && result->empty());
    }
    void cancelledAndFailedAreTold()
    {
        Library library;
        library.add(1, titled(stem)).add(2, titled(stem));
        std::stop_source source;
        source.request_stop();
        const auto cancelled = exactPairs(library.candidates(), library.loader(), {source.get_token(), {}});
        QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
        QVERIFY(library.loaded.empty());
        const auto failed = exactPairs(
            library.candidates(),
            [](std::span<const qint64>) -> Result<std::vector<Record>> { return fail(ErrorCode::ProjectDamaged); }, {});
        QVERIFY(!failed && failed.error().code == ErrorCode::ProjectDamaged);
        const auto tooFew = exactPairs(
            library.candidates(),
            [](std::span<const qint64>) -> Result<std::vector<Record>> { return std::vector<Record>(1); }, {});
        QVERIFY(!tooFew && tooFew.error().code == ErrorCode::StoreFailed);
    }
    void progressRunsToItsTotal()
    {
        Library library;
        for (int i = 1; i <= 3000; ++i)
            library.add(i, titled(numbered(i / 2)));
        std::vector<Progress> seen;
        const JobContext job{{}, [&](const Progress& p) { seen.push_back(p); }};
        QVERIFY(exactPairs(library.candidates(), library.loader(), job).has_value());
        QVERIFY(seen.size() > 1);
        QCOMPARE(seen.back().done, seen.back().total);
        QCOMPARE(seen.back().total, qint64(2998)); // the first and the last have no partner
        QVERIFY(library.largestLoad <= loadAtOnce);
    }
    void groupsSharingAKey()
    {
        const std::array candidates{Candidate{50, {1, 0, 7, 0}}, Candidate{40, {2, 0, 8, 0}},
                                    Candidate{30, {1, 0, 0, 9}}, Candidate{20, {0, 0, 8, 9}},
                                    Candidate{10, {1, 5, 0, 9}}};
        const Groups dois = groupsSharing(candidates, KeyKind::Doi);
        QCOMPARE(dois.size(), std::size_t(1));
        QCOMPARE(dois.members, (std::vector<std::uint32_t>{0, 2, 4}));
        QCOMPARE(groupsSharing(candidates, KeyKind::Pmid).size(), std::size_t(0));
        QCOMPARE(groupsSharing(candidates, KeyKind::Title).members, (std::vector<std::uint32_t>{1, 3}));
        QCOMPARE(groupsSharing(candidates, KeyKind::Accession).members, (std::vector<std::uint32_t>{2, 3, 4}));
        const std::array both{KeyKind::Doi, KeyKind::Title};
        const Groups sets = connectedBy(candidates, both);
        QCOMPARE(sets.members, (std::vector<std::uint32_t>{0, 2, 4, 1, 3}));
        QCOMPARE(sets.starts, (std::vector<std::uint32_t>{0, 3, 5}));
        const std::array three{KeyKind::Doi, KeyKind::Title, KeyKind::Accession};
        QCOMPARE(connectedBy(candidates, three).size(), std::size_t(1));
        QCOMPARE(connectedBy(candidates, three).members, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
    }
};

QTEST_GUILESS_MAIN(TestExact)
#include "test_exact.moc"
