// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Allocation.h"
#include "support/Suite.h"

#include <array>

namespace suite_allocation {

using namespace winnow;

namespace {

constexpr quint64 reports = 10000;

std::vector<int> getters(const Allocation& rule, const std::vector<Screener>& people, quint64 report)
{
    std::vector<int> who;
    for (size_t i = 0; i < people.size(); ++i) {
        if (isDealt(rule, people, i, scattered(report)))
            who.push_back(int(i));
    }
    return who;
}

std::vector<Screener> people(const std::vector<int>& shares)
{
    std::vector<Screener> some;
    for (size_t i = 0; i < shares.size(); ++i)
        some.push_back({ReviewerId(qint64(i) + 1), 11 * (i + 1), shares[i]});
    return some;
}

} // namespace

/// The counts were worked out by another program, with logarithms in floating point.
class TestAllocation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingDealtGoesToEverybodyWithAShare()
    {
        QCOMPARE(getters({}, people({100, 0, 100}), 5), (std::vector<int>{0, 2}));
    }

    void sharesAreKept()
    {
        std::array<int, 3> n{};
        const Allocation rule{true, 1, 100, 1};
        for (quint64 report = 0; report < reports; ++report) {
            for (const int who : getters(rule, people({60, 40, 0}), report))
                ++n[size_t(who)];
        }
        QVERIFY2(std::abs(n[0] - 6079) <= 2, qPrintable(QString::number(n[0])));
        QVERIFY2(std::abs(n[1] - 3921) <= 2, qPrintable(QString::number(n[1])));
        QCOMPARE(n[2], 0);
    }

    void aStatedPartIsReadByTwo()
    {
        int two = 0;
        const Allocation rule{true, 2, 20, 7};
        for (quint64 report = 0; report < reports; ++report) {
            const size_t n = getters(rule, people({100, 100, 100}), report).size();
            QVERIFY(n == 1 || n == 2);
            two += n == 2;
        }
        QCOMPARE(two, 2027);
    }

    void eachReportToTwoOfThree()
    {
        const Allocation rule{true, 2, 100, 1};
        const std::array<std::vector<int>, 6> expected{{{0, 1}, {0, 1}, {1, 2}, {0, 2}, {0, 1}, {0, 1}}};
        for (quint64 report = 0; report < expected.size(); ++report)
            QCOMPARE(getters(rule, people({100, 100, 100}), report), expected[report]);
    }

    void whoLeavesMovesOnlyTheirOwnReports()
    {
        const Allocation rule{true, 1, 100, 1};
        int moved = 0;
        for (quint64 report = 0; report < reports; ++report) {
            const auto before = getters(rule, people({100, 100, 100}), report);
            moved += before.front() != 2 && getters(rule, people({100, 100}), report) != before;
        }
        QCOMPARE(moved, 0);
    }

    void neverMoreThanThereAre()
    {
        QCOMPARE(peopleFor({true, 5, 100, 1}, people({100, 50, 0}), 3), 2);
        QCOMPARE(peopleFor({true, 2, 100, 1}, {}, 3), 0);
        QVERIFY(!isDealt({true, 1, 100, 1}, people({100}), 7, 3));
    }
};

WINNOW_TEST(TestAllocation)

} // namespace suite_allocation

#include "test_allocation.moc"
