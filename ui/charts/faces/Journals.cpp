// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

#include <algorithm>

namespace winnow::ui {
namespace {

constexpr size_t few = 10;

/// The journals with the most reports. Those without one are said, not drawn.
class JournalsFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(JournalsFace)
public:
    const char* id() const override { return "journals"; }
    QString name() const override { return tr("Journals"); }
    QString nothing() const override
    {
        return tr("The journals with the most reports stand here after the first import.");
    }
    QStringList heads() const override { return {tr("Journal"), tr("Reports")}; }
    QString nameText(const ChartMark& mark, int) const override
    {
        return mark.names[0].isEmpty() ? tr("No journal") : mark.names[0];
    }
    QString note(const ChartData& data) const override
    {
        const ChartData named = namedOf(data);
        QStringList sentences{restNote(named, drawnBars)};
        if (named.total < data.total)
            sentences << tr("Not drawn, without a journal: %1.").arg(numberOf(double(data.total - named.total)));
        sentences.removeAll(QString());
        return sentences.join(u' ');
    }
    QString finding(const ChartData& data) const override
    {
        const ChartData named = namedOf(data);
        if (named.marks.empty())
            return tr("No report names a journal");
        const size_t first = named.marks.size() > few ? few : 1;
        qint64 held = 0;
        for (size_t i = 0; i < first; ++i)
            held += named.marks[i].count();
        const QString share = percentOf(double(held) / double(data.total));
        return first == few
            ? tr("Ten of %1 journals hold %2 of the reports").arg(numberOf(double(named.marks.size())), share)
            : tr("%1 holds %2 of the reports").arg(named.marks.front().names[0], share);
    }
    Plot plot(const ChartData& data) const override { return barsOf(*this, namedOf(data), drawnBars); }

private:
    static ChartData namedOf(ChartData data)
    {
        if (!data.marks.empty() && data.marks.back().names[0].isEmpty()) {
            data.total -= data.marks.back().count();
            data.marks.pop_back();
        }
        return data;
    }
};

} // namespace

std::unique_ptr<ChartFace> makeJournalsFace()
{
    return std::make_unique<JournalsFace>();
}

} // namespace winnow::ui
