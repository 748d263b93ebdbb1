// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AppraisalAgreement.h"

#include "screening/WeightedKappa.h"

#include <algorithm>
#include <tuple>

namespace winnow {
namespace {

/// Levels of one scale that have an order, by their place in it.
std::vector<QString> orderedLevels(const appraisal::Instrument& instrument, const QString& scale)
{
    std::vector<QString> names;
    const appraisal::Scale* found = appraisal::findScale(instrument, scale);
    for (std::size_t i = 0; found && i < found->levels.size(); ++i) {
        if (found->levels[i].ordered)
            names.push_back(found->levels[i].name);
    }
    return names;
}

/// What a pair judged in one domain.
struct JudgedPair {
    std::size_t place = 0; ///< of the domain
    std::vector<QString> levels;
    std::vector<std::vector<double>> table;
    qint64 leftOut = 0;
};

void count(JudgedPair& pair, const QString& a, const QString& b)
{
    if (a.isEmpty() || b.isEmpty())
        return;
    const auto placeOf = [&pair](const QString& name) {
        return std::size_t(std::find(pair.levels.begin(), pair.levels.end(), name) - pair.levels.begin());
    };
    if (std::max(placeOf(a), placeOf(b)) == pair.levels.size())
        ++pair.leftOut;
    else
        ++pair.table[placeOf(a)][placeOf(b)];
}

} // namespace

std::vector<DomainAgreement> appraisalAgreement(const std::vector<AppraisalView>& views, const appraisal::Judge& judge)
{
    std::map<std::tuple<ReviewerId, ReviewerId, QString>, JudgedPair> pairs;
    for (const AppraisalView& view : views) {
        for (std::size_t a = 0; a < view.independent.size(); ++a) {
            const appraisal::Judged first = judge.judge(view.independent[a].filling());
            for (std::size_t b = a + 1; b < view.independent.size(); ++b) {
                const appraisal::Judged second = judge.judge(view.independent[b].filling());
                for (std::size_t i = 0; i < first.outcomes.size(); ++i) {
                    const appraisal::Outcome& one = first.outcomes[i];
                    JudgedPair& pair = pairs[{view.independent[a].by, view.independent[b].by, one.key}];
                    if (pair.table.empty()) {
                        pair.place = i;
                        pair.levels = orderedLevels(judge.instrument(), one.scale);
                        pair.table.assign(pair.levels.size(), std::vector<double>(pair.levels.size(), 0));
                    }
                    count(pair, one.judgement(), second.outcomes[i].judgement());
                }
            }
        }
    }
    std::vector<DomainAgreement> list;
    for (const auto& [key, pair] : pairs) {
        const screening::OrderedAgreement agreement = screening::weightedKappa(pair.table);
        list.push_back({std::get<2>(key), std::get<0>(key), std::get<1>(key), qint64(agreement.n), pair.leftOut,
                        agreement.percent, agreement.kappa});
    }
    std::stable_sort(list.begin(), list.end(), [&pairs](const DomainAgreement& x, const DomainAgreement& y) {
        const auto rank = [&pairs](const DomainAgreement& one) {
            return std::tuple(one.a, one.b, pairs.at({one.a, one.b, one.domain}).place);
        };
        return rank(x) < rank(y);
    });
    return list;
}

} // namespace winnow
