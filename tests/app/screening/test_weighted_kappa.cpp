// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screening/WeightedKappa.h"
#include "support/Suite.h"

namespace suite_weighted_kappa {

using namespace winnow::screening;

class WeightedKappaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Cohen 1968, his example with its own weights: kappa .492, weighted .348.
    void asPublished()
    {
        const std::vector<std::vector<double>> table{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
        const double weights[3][3] = {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}};
        const auto weighted = weightedKappa(table, [&](std::size_t a, std::size_t b) { return weights[a][b]; });
        QCOMPARE(weighted.n, 200.0);
        QVERIFY(qAbs(*weighted.kappa - 0.3478) < 0.00005);
        const auto plain = weightedKappa(table, [](std::size_t a, std::size_t b) { return a == b ? 0.0 : 1.0; });
        QVERIFY(qAbs(*plain.kappa - 0.4915) < 0.00005);
        QCOMPARE(*plain.percent, 0.7);
    }

    /// With two levels every weighting is plain kappa: 20, 5, 10, 15 give .4.
    void twoLevels() { QVERIFY(qAbs(*weightedKappa({{20, 5}, {10, 15}}).kappa - 0.4) < 1e-12); }

    /// By hand: seen 2 / 8; rows 3 3 2 and columns 2 3 3 give 56 / 64 by chance.
    void linear()
    {
        const auto three = weightedKappa({{2, 1, 0}, {0, 2, 1}, {0, 0, 2}});
        QCOMPARE(three.n, 8.0);
        QCOMPARE(*three.percent, 0.75);
        QVERIFY(qAbs(*three.kappa - 5.0 / 7.0) < 1e-12);
    }

    void undefined()
    {
        QVERIFY(!weightedKappa({}).percent);
        QVERIFY(!weightedKappa({{0, 0}, {0, 0}}).kappa);
        const auto alike = weightedKappa({{5, 0}, {0, 0}});
        QCOMPARE(*alike.percent, 1.0);
        QVERIFY(!alike.kappa);
    }
};

WINNOW_TEST(WeightedKappaTest)

} // namespace suite_weighted_kappa

#include "test_weighted_kappa.moc"
