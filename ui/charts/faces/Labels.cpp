// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

namespace winnow::ui {
namespace {

/// Reports by label, as far as the viewer may see.
class LabelsFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(LabelsFace)
public:
    const char* id() const override { return "labels"; }
    QString name() const override { return tr("Labels"); }
    QString nothing() const override
    {
        return tr("Your labels stand here once you set the first (L while screening).");
    }
    QStringList heads() const override { return {tr("Label"), tr("Reports")}; }
    QString note(const ChartData& data) const override
    {
        const QString mine = tr("Yours, and those of others where conflicts were opened.");
        const QString rest = restNote(data, drawnBars);
        return rest.isEmpty() ? mine : rest + u' ' + mine;
    }
    QString finding(const ChartData& data) const override
    {
        const ChartMark& most = data.marks.front();
        return tr("“%1” is on %2 of %3 labelled reports")
            .arg(most.names[0], numberText(most, 0), numberOf(double(data.total)));
    }
    Plot plot(const ChartData& data) const override { return barsOf(*this, data, drawnBars); }
};

} // namespace

std::unique_ptr<ChartFace> makeLabelsFace()
{
    return std::make_unique<LabelsFace>();
}

} // namespace winnow::ui
