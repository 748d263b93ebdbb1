// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

namespace winnow::ui {
namespace {

/// Reports by exactly which sources found them.
class OverlapFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(OverlapFace)
public:
    const char* id() const override { return "overlap"; }
    QString name() const override { return tr("Overlap of sources"); }
    QString nothing() const override { return tr("Which sources found the same reports stands here after imports."); }
    QStringList heads() const override { return {tr("Found by"), tr("Sources"), tr("Reports")}; }
    QString nameText(const ChartMark& mark, int name) const override
    {
        const QString& text = mark.names[name];
        if (text.isEmpty())
            return tr("Source not said");
        return mark.count(0) == 1 ? tr("%1 only").arg(text) : text;
    }
    QString note(const ChartData& data) const override { return restNote(data, drawnBars, 1); }
    QString finding(const ChartData& data) const override
    {
        double shared = 0;
        for (const ChartMark& mark : data.marks)
            shared += mark.count(0) > 1 ? double(mark.count(1)) : 0;
        if (shared == 0)
            return tr("No report was found by more than one source");
        return tr("%1 of the reports were found by more than one source").arg(percentOf(shared / double(data.total)));
    }
    Plot plot(const ChartData& data) const override { return barsOf(*this, data, drawnBars, 0, 1); }
};

} // namespace

std::unique_ptr<ChartFace> makeOverlapFace()
{
    return std::make_unique<OverlapFace>();
}

} // namespace winnow::ui
