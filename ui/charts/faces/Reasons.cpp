// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

#include <algorithm>

namespace winnow::ui {
namespace {

/// Excluded reports by reason, at full text and before. A reason of both stages is two bars: they count other things.
class ReasonsFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(ReasonsFace)
public:
    const char* id() const override { return "reasons"; }
    QString name() const override { return tr("Exclusion reasons"); }
    QString nothing() const override { return tr("Why reports were excluded stands here once the first is."); }
    QStringList heads() const override { return {tr("Stage"), tr("Reason"), tr("Reports")}; }
    QString nameText(const ChartMark& mark, int name) const override
    {
        if (name == 0)
            return stageName(mark.names[0]);
        return mark.names[1].isEmpty() ? tr("No reason given") : mark.names[1];
    }
    QString note(const ChartData& data) const override
    {
        const QString counted = tr("As the flow diagram counts them; which reports is told where you have voted or "
                                   "conflicts were opened.");
        const QString rest = restNote(ofOneStage(data), drawnBars);
        return rest.isEmpty() ? counted : rest + u' ' + counted;
    }
    QString finding(const ChartData& data) const override
    {
        const ChartData drawn = ofOneStage(data);
        const ChartMark& most = drawn.marks.front();
        const QString share = percentOf(double(most.count()) / double(drawn.total));
        const QString all = numberOf(double(drawn.total));
        if (most.names[0] == QLatin1String("fulltext"))
            return tr("“%1” accounts for %2 of %3 exclusions at full text").arg(nameText(most, 1), share, all);
        return tr("“%1” accounts for %2 of %3 exclusions by title and abstract").arg(nameText(most, 1), share, all);
    }
    Plot plot(const ChartData& data) const override { return barsOf(*this, ofOneStage(data), drawnBars, 1); }

private:
    /// Full text where something was excluded there (that is what a paper reports), else title and abstract.
    static ChartData ofOneStage(ChartData data)
    {
        const bool fulltext = std::any_of(data.marks.begin(), data.marks.end(), [](const ChartMark& mark) {
            return mark.names[0] == QLatin1String("fulltext");
        });
        if (fulltext)
            std::erase_if(data.marks, [](const ChartMark& m) { return m.names[0] != QLatin1String("fulltext"); });
        data.total = 0;
        for (const ChartMark& mark : data.marks)
            data.total += mark.count();
        return data;
    }
};

} // namespace

std::unique_ptr<ChartFace> makeReasonsFace()
{
    return std::make_unique<ReasonsFace>();
}

} // namespace winnow::ui
