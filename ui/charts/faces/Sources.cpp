// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

#include "domain/Words.h"

#include <algorithm>

namespace winnow::ui {
namespace {

/// Records of each source: those of reports that it alone found, and the others.
class SourcesFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(SourcesFace)
public:
    const char* id() const override { return "sources"; }
    QString name() const override { return tr("Sources"); }
    QString nothing() const override { return tr("Records of each source stand here after the first import."); }
    QStringList heads() const override { return {tr("Source"), tr("Kind"), tr("Records"), tr("Found here alone")}; }
    QString nameText(const ChartMark& mark, int name) const override
    {
        if (name == 0)
            return mark.names[0].isEmpty() ? tr("Source not said") : mark.names[0];
        const auto kind = words::parseSourceKind(mark.names[1]);
        return kind ? words::name(*kind) : mark.names[1];
    }
    QString note(const ChartData& data) const override
    {
        const bool joined = std::any_of(data.marks.begin(), data.marks.end(),
                                        [](const ChartMark& m) { return m.count(0) != m.count(1); });
        if (!joined && data.marks.size() > 1)
            return tr("Nothing is joined across sources: find duplicates to see what each source alone brought.");
        return restNote(data, drawnBars);
    }
    QString finding(const ChartData& data) const override
    {
        const bool joined = std::any_of(data.marks.begin(), data.marks.end(),
                                        [](const ChartMark& m) { return m.count(0) != m.count(1); });
        const size_t number = joined ? 1 : 0;
        const auto most
            = std::max_element(data.marks.begin(), data.marks.end(), [&](const ChartMark& a, const ChartMark& b) {
                  return a.count(number) < b.count(number);
              });
        if (data.marks.size() == 1)
            return tr("All records are from %1").arg(nameText(*most, 0));
        if (joined && most->count(1) == 0)
            return tr("No source found a report that no other source found");
        const QString sentence = joined ? tr("%1 alone brought %2 of the records") : tr("%1 brought %2 of the records");
        return sentence.arg(nameText(*most, 0), percentOf(double(most->count(number)) / double(data.total)));
    }
    Plot plot(const ChartData& data) const override
    {
        Plot plot;
        plot.series = QStringList{tr("Found here alone"), tr("Found elsewhere as well")};
        for (size_t i = 0; i < std::min(drawnBars, data.marks.size()); ++i) {
            const ChartMark& mark = data.marks[i];
            plot.items.push_back({nameText(mark, 0),
                                  {{double(mark.count(1)), {mark.key + QStringLiteral("/alone")}},
                                   {double(mark.count(0) - mark.count(1)), {mark.key}}}});
        }
        return plot;
    }
};

} // namespace

std::unique_ptr<ChartFace> makeSourcesFace()
{
    return std::make_unique<SourcesFace>();
}

} // namespace winnow::ui
