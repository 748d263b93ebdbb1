// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

#include <QLocale>

#include <algorithm>

namespace winnow::ui {
namespace {

// Numbers of a mark.
enum Number : int { N, BothInclude, OnlyA, OnlyB, BothExclude, Percent, Kappa, KappaLow, KappaHigh, Pabak, Ac1 };

/// One bar for each pair and stage: both include, differ, both exclude.
class AgreementFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(AgreementFace)
public:
    const char* id() const override { return "agreement"; }
    QString name() const override { return tr("Agreement"); }
    QString nothing() const override
    {
        return tr("How far each pair agrees stands here once conflicts are opened: before, it would betray the votes.");
    }
    QStringList heads() const override
    {
        return {tr("Stage"),        tr("A"),     tr("B"), tr("Reports"), tr("Both include"), tr("Only A"), tr("Only B"),
                tr("Both exclude"), tr("Agree"), tr("κ"), tr("κ from"),  tr("κ to"),         tr("PABAK"),  tr("AC1")};
    }
    QString note(const ChartData&) const override
    {
        return tr("From the votes as they were when conflicts were opened; maybe counts as include.");
    }
    QString nameText(const ChartMark& mark, int name) const override
    {
        return name == 0 ? stageName(mark.names[0]) : mark.names[name];
    }
    QString numberText(const ChartMark& mark, int number) const override
    {
        const auto& value = mark.numbers.at(size_t(number));
        if (number < Percent || !value)
            return ChartFace::numberText(mark, number);
        return number == Percent ? percentOf(*value) : QLocale().toString(*value, 'f', 2);
    }
    QString finding(const ChartData& data) const override
    {
        const auto lowest
            = std::min_element(data.marks.begin(), data.marks.end(), [](const ChartMark& a, const ChartMark& b) {
                  return a.numbers[Percent] < b.numbers[Percent];
              });
        const QString kappa = numberText(*lowest, Kappa);
        const QString pair = tr("%1 and %2").arg(lowest->names[1], lowest->names[2]);
        const QString sentence = data.marks.size() == 1 ? tr("%1 agree on %2 of %3 reports (κ %4)")
                                                        : tr("Lowest agreement: %1 on %2 of %3 reports (κ %4)");
        return sentence.arg(pair, numberText(*lowest, Percent), numberText(*lowest, N), kappa);
    }
    Plot plot(const ChartData& data) const override
    {
        Plot plot;
        plot.share = true;
        plot.series = QStringList{tr("Both include"), tr("They differ"), tr("Both exclude")};
        const bool stages = !data.marks.empty() && data.marks.front().names[0] != data.marks.back().names[0];
        for (const ChartMark& mark : data.marks) {
            const auto part = [&](double n, const char* key) { return PlotPart{n, {mark.key + QLatin1String(key)}}; };
            const QString pair = tr("%1 and %2").arg(mark.names[1], mark.names[2]);
            plot.items.push_back({stages ? tr("%1, %2", "two people, stage").arg(pair, stageName(mark.names[0])) : pair,
                                  {part(double(mark.count(BothInclude)), "/include"),
                                   part(double(mark.count(OnlyA) + mark.count(OnlyB)), "/differ"),
                                   part(double(mark.count(BothExclude)), "/exclude")}});
        }
        return plot;
    }
};

} // namespace

std::unique_ptr<ChartFace> makeAgreementFace()
{
    return std::make_unique<AgreementFace>();
}

} // namespace winnow::ui
