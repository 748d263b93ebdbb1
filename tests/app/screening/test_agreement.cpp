// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screening/Agreement.h"
#include "support/Suite.h"

#include <array>
#include <cmath>

namespace suite_agreement {

using namespace winnow;
using namespace winnow::screening;

namespace {

struct Example {
    const char* source;
    AgreementTable table;
    double percent, kappa, low, high, pabak, ac1;
};

/// Published 2×2 tables; the values were computed by R (psych 2.2.9 and the published formulas).
constexpr std::array examples{
    Example{
        "Wikipedia, grants", {20, 5, 10, 15}, 0.7, 0.4, 0.151092290476661, 0.648907709523339, 0.4, 0.405940594059406},
    Example{"Wikipedia, 60 of 100, A",
            {45, 15, 25, 15},
            0.6,
            0.130434782608696,
            -0.0629382777925896,
            0.323807843009981,
            0.2,
            0.26605504587156},
    Example{"Wikipedia, 60 of 100, B",
            {25, 35, 5, 35},
            0.6,
            0.259259259259259,
            0.108028963983374,
            0.410489554535145,
            0.2,
            0.207920792079208},
    Example{"Feinstein and Cicchetti 1990, balanced",
            {40, 9, 6, 45},
            0.85,
            0.699519230769231,
            0.559590340750693,
            0.839448120787769,
            0.7,
            0.700748129675811},
    Example{"Feinstein and Cicchetti 1990, unbalanced",
            {80, 10, 5, 5},
            0.85,
            0.318181818181818,
            0.0566118430810938,
            0.579751793282542,
            0.7,
            0.808},
    Example{"Gwet 2008, high agreement",
            {118, 5, 2, 0},
            0.944,
            -0.0233918128654961,
            -0.04747341343108,
            0.000689787700087801,
            0.888,
            0.940776337608718},
    Example{"perfect", {10, 0, 0, 10}, 1, 1, 1, 1, 1, 1},
};

bool near(const std::optional<double>& actual, double expected)
{
    return actual && std::abs(*actual - expected) < 1e-12;
}

} // namespace

class TestAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedTables()
    {
        for (const Example& e : examples) {
            const Agreement a = agreement(e.table);
            QCOMPARE(a.n, e.table.n());
            QVERIFY2(near(a.percent, e.percent), e.source);
            QVERIFY2(near(a.kappa, e.kappa), e.source);
            QVERIFY2(near(a.kappaLow, e.low), e.source);
            QVERIFY2(near(a.kappaHigh, e.high), e.source);
            QVERIFY2(near(a.pabak, e.pabak), e.source);
            QVERIFY2(near(a.ac1, e.ac1), e.source);
        }
    }
    /// The limits by the same formula, 1.0901 and −1.0901 beyond the bounds, are cut there and said to be.
    void limitsStayWithinTheBounds()
    {
        const Agreement high = agreement({9, 1, 0, 10});
        QVERIFY(near(high.kappa, 0.9));
        QVERIFY(near(high.kappaLow, 0.709923909424072));
        QCOMPARE(*high.kappaHigh, 1.0);
        QVERIFY(high.kappaCut);
        const Agreement low = agreement({0, 10, 9, 1});
        QVERIFY(near(low.kappa, -0.9));
        QCOMPARE(*low.kappaLow, -1.0);
        QVERIFY(near(low.kappaHigh, -0.709923909424072));
        QVERIFY(low.kappaCut);
        for (const Example& e : examples)
            QVERIFY2(!agreement(e.table).kappaCut, e.source);
    }
    void reviewersMayChangePlaces()
    {
        const Agreement ab = agreement({80, 10, 5, 5});
        const Agreement ba = agreement({80, 5, 10, 5});
        QVERIFY(near(ba.kappa, *ab.kappa));
        QVERIFY(near(ba.kappaLow, *ab.kappaLow));
        QVERIFY(near(ba.ac1, *ab.ac1));
    }
    void completeDisagreement()
    {
        const Agreement a = agreement({0, 10, 10, 0});
        QVERIFY(near(a.percent, 0));
        QVERIFY(near(a.kappa, -1));
        QVERIFY(near(a.pabak, -1));
        QVERIFY(near(a.ac1, -1));
    }
    void oneVerdictThroughoutLeavesKappaUndefined()
    {
        for (const AgreementTable table : {AgreementTable{7, 0, 0, 0}, AgreementTable{0, 0, 0, 49}}) {
            const Agreement a = agreement(table);
            QVERIFY(near(a.percent, 1));
            QVERIFY(!a.kappa && !a.kappaLow && !a.kappaHigh);
            QVERIFY(near(a.pabak, 1));
            QVERIFY(near(a.ac1, 1));
        }
    }
    void oneReviewerWithOneVerdictHasKappaZero()
    {
        QVERIFY(near(agreement({9, 3, 0, 0}).kappa, 0));
        QVERIFY(agreement({9, 3, 0, 0}).kappaLow.has_value());
    }
    void nothingIsDefinedForNothing() { QCOMPARE(agreement({}), Agreement()); }
    void tabulatesAtTitle()
    {
        using enum Verdict;
        const std::array pairs{PairedVote{Include, Include}, PairedVote{Include, Exclude}, PairedVote{Maybe, Include},
                               PairedVote{Maybe, Maybe},     PairedVote{Exclude, Maybe},   PairedVote{Exclude, Exclude},
                               PairedVote{None, Include},    PairedVote{Exclude, None},    PairedVote{None, None}};
        QCOMPARE(tabulate(Stage::Title, pairs), (AgreementTable{3, 1, 1, 1}));
    }
    void maybeIsNoVoteAtFulltext()
    {
        using enum Verdict;
        const std::array pairs{PairedVote{Include, Include}, PairedVote{Maybe, Include}, PairedVote{Exclude, Maybe},
                               PairedVote{Include, Exclude}, PairedVote{Exclude, Include}};
        QCOMPARE(tabulate(Stage::Fulltext, pairs), (AgreementTable{1, 1, 1, 0}));
    }
};

WINNOW_TEST(TestAgreement)

} // namespace suite_agreement

#include "test_agreement.moc"
