// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

#include <QDate>
#include <QLocale>

#include <map>

namespace winnow::ui {
namespace {

constexpr int mostColumns = 40;
constexpr qint64 mostDays = 3650; ///< beyond, days without votes are passed over

QString dayText(const QString& iso)
{
    return QLocale().toString(QDate::fromString(iso, Qt::ISODate), QLocale::ShortFormat);
}

QString span(const QString& first, const QString& last)
{
    return QStringLiteral("%1 – %2").arg(first, last);
}

/// Votes by day, the people on top of one another.
class ProgressFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(ProgressFace)
public:
    const char* id() const override { return "progress"; }
    QString name() const override { return tr("Progress"); }
    QString nothing() const override { return tr("Votes by day and person stand here once the first is cast."); }
    QStringList heads() const override { return {tr("Day"), tr("Person"), tr("Stage"), tr("Votes")}; }
    QString note(const ChartData&) const override
    {
        return tr("How many, never which: what others voted stays hidden until conflicts are opened.");
    }
    QString nameText(const ChartMark& mark, int name) const override
    {
        const QString& text = mark.names[name];
        return name == 0 ? dayText(text) : name == 2 ? stageName(text) : text;
    }
    QString finding(const ChartData& data) const override
    {
        QStringList each;
        const QStringList everybody = people(data);
        for (const QString& person : everybody) {
            qint64 votes = 0;
            for (const ChartMark& mark : data.marks)
                votes += mark.names[1] == person ? mark.count() : 0;
            each << QStringLiteral("%1 %2").arg(person, numberOf(double(votes)));
        }
        if (everybody.size() == 1)
            return tr("Votes so far: %1 by %2").arg(numberOf(double(data.total)), everybody.front());
        return tr("Votes so far: %1 (%2)").arg(numberOf(double(data.total)), each.join(tr(", ")));
    }
    Plot plot(const ChartData& data) const override
    {
        Plot plot;
        plot.shape = Plot::Shape::Columns;
        plot.series = people(data);
        std::map<QDate, PlotItem> days;
        const auto dayOf = [&](QDate day) -> PlotItem& {
            PlotItem& item = days[day];
            if (item.parts.empty())
                item = {QLocale().toString(day, QLocale::ShortFormat),
                        std::vector<PlotPart>(size_t(plot.series.size()))};
            return item;
        };
        for (const ChartMark& mark : data.marks) {
            PlotPart& part = dayOf(QDate::fromString(mark.names[0], Qt::ISODate))
                                 .parts[size_t(plot.series.indexOf(mark.names[1]))];
            part.value += double(mark.count());
            part.keys << mark.key;
        }
        const bool gaps = days.empty() || days.begin()->first.daysTo(days.rbegin()->first) > mostDays;
        for (QDate day = gaps ? QDate() : days.begin()->first; day.isValid() && day < days.rbegin()->first;
             day = day.addDays(1))
            dayOf(day);
        for (const auto& [_, item] : days)
            plot.items.push_back(item);
        return thinned(std::move(plot), mostColumns, span);
    }

private:
    /// In the order of the team's list, as the marks of one day have it, those without a vote left out.
    static QStringList people(const ChartData& data)
    {
        QStringList names;
        for (const ChartMark& mark : data.marks) {
            if (!names.contains(mark.names[1]))
                names << mark.names[1];
        }
        return names;
    }
};

} // namespace

std::unique_ptr<ChartFace> makeProgressFace()
{
    return std::make_unique<ProgressFace>();
}

} // namespace winnow::ui
