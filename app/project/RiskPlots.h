// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/AppraisalStudies.h"
#include "project/RiskColumns.h"

#include <map>

namespace winnow {

/// What a team says of a study for a plot, by the study's name.
struct StudyInPlot {
    double weight = 0; ///< in the meta-analysis of the result
    QString group; ///< of the subgroup; empty: none
};

/// By what the rows of a plot stand together.
enum class RiskGroups {
    Named, ///< as StudyInPlot says; where it says nothing, by the results that there are
    Design, ///< of the study
};

/// Which judgements are plotted, and how.
struct RiskPlotRequest {
    QString instrument; ///< its own id: "rob2"
    QString variant; ///< empty: the first one
    ResultOf result; ///< what is named of it must be so; empty: every result, each under its own heading
    bool applicability = false; ///< in place of the risk of bias
    RiskPalette palette = RiskPalette::Cochrane;
    figures::RiskOrder order = figures::RiskOrder::AsGiven;
    RiskGroups groups = RiskGroups::Named;
    bool weighted = false; ///< the summary; needs a weight for every study (rules.md G1)
    std::map<QString, StudyInPlot> studies; ///< by name
};

/// Reads weights and groups from a table with the columns study[, weight][, group]. BadInput names the line; errors of
/// NamedTable.
[[nodiscard]] Result<std::map<QString, StudyInPlot>> readPlotStudies(const QString& path);

/// Plots and tables of the risk of bias: what was agreed on, and before that what the viewer judged; never anything
/// that the viewer may not see.
class RiskPlots {
public:
    explicit RiskPlots(Project& project) : m_project(project) { }

    /// BadInput: no assessment with this instrument, nothing in it that is judged, an unknown variant, or a weight that
    /// is missing.
    Result<figures::RiskTable> table(const RiskPlotRequest& request) const;
    /// `kind` as in figures/registry.h: traffic-light, rob-summary or rob-table. By extension: svg, pdf, png; csv (of a
    /// traffic light the table that robvis reads) and docx. What was written: several files where a plot has several
    /// pages and the format has not.
    Result<QStringList> save(const QString& kind, const RiskPlotRequest& request, const QString& path) const;

private:
    Project& m_project;
};

} // namespace winnow
