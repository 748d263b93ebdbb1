// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Judge.h"
#include "figures/RiskTable.h"

#include <map>

namespace winnow {

enum class RiskPalette { Cochrane, ColourBlind };

// What a plot of an instrument's judgements is made of. Not for the window or the command line.

/// One column: a judgement, an answer, or a sum of points.
struct PlotColumn {
    QString code; ///< over the column: "D1", "1.2", "Overall"
    QString label;
    const appraisal::Domain* domain = nullptr; ///< none: the sum
    const appraisal::Item* item = nullptr; ///< an answer in place of a judgement
    QString key = {}; ///< of the judgement
    const appraisal::Scale* scale = nullptr; ///< of the judgement

    [[nodiscard]] bool isSum() const { return !domain; }
};

/// The judged domains; of an instrument that judges none (MINORS, NOS, the checklists of JBI) its items, then the sum
/// of the points, then what it judges over all. What the columns point to lives in the instrument.
[[nodiscard]] std::vector<PlotColumn> plotColumns(const appraisal::Instrument& instrument, const QString& variant,
                                                  bool applicability);
[[nodiscard]] bool plotsItems(const std::vector<PlotColumn>& columns);

/// The levels of all columns, each once, from the best to the worst; those outside of the order last.
class PlotLevels {
public:
    PlotLevels(const appraisal::Instrument& instrument, const std::vector<PlotColumn>& columns, RiskPalette palette);

    /// Where a judgement or an answer stands in `levels`; RiskRow::notJudged: nowhere.
    [[nodiscard]] int placeOf(const PlotColumn& column, const QString& said) const;
    std::vector<figures::RiskLevel> levels;

private:
    void put(const QString& owner, const QString& said, const figures::RiskLevel& level);
    void addScales(const std::vector<PlotColumn>& columns, bool ordered);
    void addAnswers(const appraisal::Instrument& instrument, const std::vector<PlotColumn>& columns);

    RiskPalette m_palette;
    std::map<std::pair<QString, QString>, int> m_places; ///< by owner (a scale or an item) and what is said
};

} // namespace winnow
