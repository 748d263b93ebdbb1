// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <vector>

namespace winnow::figures {

/// A judgement as it is drawn: colour and symbol both, so that it is read in grey print and by the colour-blind too.
struct RiskLevel {
    QString label; ///< in the legend: "Low risk"
    QColor colour;
    QString symbol; ///< one or two characters on the disc
    QString tableName = {}; ///< in tables, as robvis reads it: "Low"

    bool operator==(const RiskLevel&) const = default;
};

struct RiskDomain {
    QString code; ///< over the column: "D1", "Overall"
    QString label; ///< in captions and beside bars: "Randomisation process"
    bool sum = false; ///< its cells are texts, such as "14/16", and nothing is judged there

    bool operator==(const RiskDomain&) const = default;
};

/// Judgements of one study, or of one result of it.
struct RiskRow {
    static constexpr int notJudged = -1;

    QString name; ///< "Burt 2019a", or "Burt 2019a: relapse at 1 year"
    std::vector<int> levels; ///< one for each domain: a place in RiskTable::levels, or notJudged
    double weight = 0; ///< in a weighted summary; any unit
    QString group = {}; ///< rows of one group stand together under its name; empty: no group
    int year = 0; ///< of the study; 0: not known
    std::vector<QString> texts = {}; ///< where a domain is a sum: what its cell says; none, or one for each domain
    std::vector<QString> supports = {}; ///< what supports each judgement; none, or one for each domain

    bool operator==(const RiskRow&) const = default;
};

/// What plots of risk of bias are made from, whatever the instrument.
struct RiskTable {
    std::vector<RiskDomain> domains; ///< in order, the overall one last if there is one
    bool overall = false; ///< the last domain is the overall judgement
    bool items = false; ///< the columns are questions with their answers, not domains with their judgements
    std::vector<RiskLevel> levels; ///< from the best to the worst, then those outside of the order
    std::vector<RiskRow> rows;
    QString note = {}; ///< a line under the plot: whose judgements these are; empty: none

    bool operator==(const RiskTable&) const = default;
};

enum class RiskOrder { AsGiven, Study, Year, WorstFirst };

/// The rows in another order (by year: the oldest first, those without one last); groups keep the order in which they
/// first come, and rows that are equal theirs. WorstFirst: by the overall judgement if there is one, then by how many
/// domains have the worst, the next worst …
[[nodiscard]] RiskTable inOrder(RiskTable table, RiskOrder order);

/// Every word of these plots, so that the window can hand in a translation.
struct RiskWords {
    QString trafficLight = QStringLiteral("Risk of bias of each study");
    QString summary = QStringLiteral("Risk of bias over all studies");
    QString support = QStringLiteral("Support for judgements of risk of bias");
    QString supportHead = QStringLiteral("Support for the judgement");
    QString study = QStringLiteral("Study");
    QString domains = QStringLiteral("Domains:");
    QString judgement = QStringLiteral("Judgement");
    QString items = QStringLiteral("Items:");
    QString answer = QStringLiteral("Answer");
    QString caption = QStringLiteral("%1: %2"); ///< %1 code, %2 label
    QString page = QStringLiteral("Page %1 of %2");
    QString notJudged = QStringLiteral("Not judged");
    QString overall = QStringLiteral("Overall risk of bias");
    QString percent = QStringLiteral("%1 %");
    QString weighted = QStringLiteral("Each study counts by its weight in the meta-analysis.");
    QString unweighted = QStringLiteral("Each study counts the same (unweighted).");
    QString described = QStringLiteral("%1: %2"); ///< a row or bar in words: %1 name, %2 judgements
};

} // namespace winnow::figures
