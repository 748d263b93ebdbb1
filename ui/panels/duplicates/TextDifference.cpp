// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/TextDifference.h"

#include <QStringList>

#include <algorithm>

namespace winnow::ui {
namespace {

constexpr std::size_t mostCharacters = 600;

/// Marks what of `left` is in no longest common subsequence with `right`; at most `mostCharacters` each.
template <class Sequence> std::vector<bool> unmatched(const Sequence& left, const Sequence& right)
{
    const auto n = std::size_t(left.size());
    const auto m = std::size_t(right.size());
    // lengths[i][j]: of the longest common subsequence of what follows i and j.
    std::vector<std::vector<int>> lengths(n + 1, std::vector<int>(m + 1));
    const auto equal = [&](std::size_t i, std::size_t j) {
        return left[decltype(left.size())(i)] == right[decltype(right.size())(j)];
    };
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = m; j-- > 0;)
            lengths[i][j] = equal(i, j) ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
    std::vector<bool> differs(n, true);
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        if (equal(i, j)) {
            differs[i++] = false;
            ++j;
        } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return differs;
}

std::vector<bool> differingWords(const QString& left, const QString& right)
{
    const QStringList a = left.split(QLatin1Char(' '));
    const QStringList b = right.split(QLatin1Char(' '));
    const auto most = qsizetype(mostCharacters);
    auto words = unmatched(a.mid(0, most), b.mid(0, most));
    words.resize(std::size_t(a.size()), true);
    std::vector<bool> differs;
    for (qsizetype i = 0; i < a.size(); ++i) {
        differs.insert(differs.end(), std::size_t(a.at(i).size()), words[std::size_t(i)]);
        differs.push_back(false); // the blank
    }
    differs.resize(std::size_t(left.size()));
    return differs;
}

} // namespace

std::vector<bool> differingCharacters(const QString& left, const QString& right)
{
    const qsizetype shorter = std::min(left.size(), right.size());
    qsizetype start = 0;
    while (start < shorter && left.at(start) == right.at(start))
        ++start;
    qsizetype end = 0;
    while (end < shorter - start && left.at(left.size() - 1 - end) == right.at(right.size() - 1 - end))
        ++end;
    const QString a = left.mid(start, left.size() - start - end);
    const QString b = right.mid(start, right.size() - start - end);
    if (std::size_t(a.size()) > mostCharacters || std::size_t(b.size()) > mostCharacters)
        return differingWords(left, right);
    const auto middle = unmatched(a, b);
    const auto same = qsizetype(std::count(middle.begin(), middle.end(), false)) + start + end;
    if (same * 2 < shorter)
        return differingWords(left, right);
    std::vector<bool> differs(std::size_t(left.size()), false);
    std::copy(middle.begin(), middle.end(), differs.begin() + start);
    return differs;
}

} // namespace winnow::ui
