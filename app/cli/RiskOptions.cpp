// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/RiskOptions.h"

#include "cli/Options.h"

namespace winnow::cli {
namespace {

std::optional<RiskPalette> parsePalette(QStringView word)
{
    if (word == u"cochrane")
        return RiskPalette::Cochrane;
    return word == u"colour-blind" ? std::optional(RiskPalette::ColourBlind) : std::nullopt;
}

std::optional<figures::RiskOrder> parseRiskOrder(QStringView word)
{
    using figures::RiskOrder;
    if (word == u"study")
        return RiskOrder::Study;
    if (word == u"year")
        return RiskOrder::Year;
    return word == u"risk" ? std::optional(RiskOrder::WorstFirst) : std::nullopt;
}

} // namespace

void RiskOptions::addTo(CLI::App& app)
{
    addText(app, "--instrument", m_request.instrument, "of plots of risk of bias: its id", {.type = "I"});
    addText(app, "--variant", m_request.variant, "of the instrument; without it the first", {.type = "V"});
    addText(app, "--comparison", m_request.result.comparison, "only results of this comparison");
    addText(app, "--outcome", m_request.result.outcome, "only results of this outcome");
    addText(app, "--measure", m_request.result.measure, "only results of this measure");
    addText(app, "--time", m_request.result.time, "only results of this time point");
    addFlag(app, "--applicability", m_request.applicability, "judgements of applicability in place of risk of bias");
    addWord(app, "--palette", m_palette, parsePalette, "cochrane|colour-blind", "colours of the judgements");
    addWord(app, "--order", m_order, parseRiskOrder, "study|year|risk", "of the studies");
    addText(app, "--studies", m_studies, "a table with the columns study[, weight][, group]", {.type = "FILE"});
    addFlag(app, "--by-design", m_byDesign, "studies of one design stand together", {.excludes = "--studies"});
    addFlag(app, "--weighted", m_request.weighted, "rob-summary by the weights of the meta-analysis",
            {.needs = "--studies"});
}

Result<RiskPlotRequest> RiskOptions::request() const
{
    if (m_request.instrument.isEmpty())
        return fail(ErrorCode::BadInput, QStringLiteral("--instrument"),
                    QStringLiteral("a plot of risk of bias shows the assessments with one instrument, such as rob2"));
    RiskPlotRequest request = m_request;
    request.palette = m_palette.value_or(RiskPalette::Cochrane);
    request.order = m_order.value_or(figures::RiskOrder::Study);
    if (m_byDesign)
        request.groups = RiskGroups::Design;
    if (m_studies.isEmpty())
        return request;
    auto studies = readPlotStudies(m_studies);
    if (!studies)
        return Failure(studies.error());
    request.studies = std::move(*studies);
    return request;
}

} // namespace winnow::cli
