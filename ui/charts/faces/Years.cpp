// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

#include <algorithm>

namespace winnow::ui {
namespace {

constexpr int mostYears = 40;
constexpr int mostGap = 30; ///< years without a report that are still drawn: a longer gap is a slip of the pen

QString yearsFrom(const QString& first, const QString& last)
{
    return QStringLiteral("%1–%2").arg(first, last.section(u'–', -1));
}

/// Reports by year of publication.
class YearsFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(YearsFace)
public:
    const char* id() const override { return "years"; }
    QString name() const override { return tr("Publication years"); }
    QString nothing() const override { return tr("Reports by year of publication stand here after the first import."); }
    QStringList heads() const override { return {tr("Year"), tr("Reports")}; }
    QString nameText(const ChartMark& mark, int) const override
    {
        return mark.names[0].isEmpty() ? tr("No year") : mark.names[0];
    }
    QString note(const ChartData& data) const override
    {
        const ChartMark& last = data.marks.back();
        return last.names[0].isEmpty() ? tr("Not drawn, without a year: %1.").arg(numberText(last, 0)) : QString();
    }
    QString finding(const ChartData& data) const override
    {
        const qint64 known = data.total - (data.marks.back().names[0].isEmpty() ? data.marks.back().count() : 0);
        qint64 later = 0;
        for (auto mark = data.marks.rbegin(); mark != data.marks.rend(); ++mark) {
            if (mark->names[0].isEmpty())
                continue;
            later += mark->count();
            if (2 * later >= known)
                return later == known ? tr("All reports are from %1 or later").arg(mark->names[0])
                                      : tr("%1 of the reports are from %2 or later")
                                            .arg(percentOf(double(later) / double(known)), mark->names[0]);
        }
        return tr("No report has a year");
    }
    Plot plot(const ChartData& data) const override
    {
        Plot plot;
        plot.shape = Plot::Shape::Columns;
        plot.series = QStringList{tr("Reports")};
        int before = 0;
        for (const ChartMark& mark : data.marks) {
            const int year = mark.names[0].toInt();
            if (!year)
                continue;
            for (int empty = before + 1; before && year - before <= mostGap && empty < year; ++empty)
                plot.items.push_back({QString::number(empty), {{}}});
            plot.items.push_back({mark.names[0], {{double(mark.count()), {mark.key}}}});
            before = year;
        }
        return thinned(std::move(plot), mostYears, yearsFrom);
    }
};

} // namespace

std::unique_ptr<ChartFace> makeYearsFace()
{
    return std::make_unique<YearsFace>();
}

} // namespace winnow::ui
