// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/RiskColumns.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace winnow {
namespace {

using figures::RiskLevel;
using figures::RiskRow;

/// The colours of robvis (doi:10.1002/jrsm.1411), classic and colour-blind, for answers, which bring none of their own.
enum class Mark { Full, Part, None, Unknown, Passed };
struct MarkLook {
    const char* symbol;
    const char* colour;
    const char* safeColour;
};
constexpr std::array<MarkLook, 5> markLooks{{{"+", "#02c100", "#fed98e"},
                                             {"–", "#e2df07", "#fe9929"},
                                             {"×", "#bf0000", "#d95f0e"},
                                             {"?", "#4ea1f7", "#ffffff"},
                                             {"/", "#cccccc", "#cccccc"}}};

RiskLevel levelOfMark(Mark mark, const QString& label, const QString& symbol, RiskPalette palette)
{
    const MarkLook& look = markLooks[std::size_t(mark)];
    const char* colour = palette == RiskPalette::ColourBlind ? look.safeColour : look.colour;
    return {label, QColor(QLatin1String(colour)), symbol.isEmpty() ? QString::fromUtf8(look.symbol) : symbol, label};
}

double mostPoints(const std::vector<appraisal::Answer>& answers)
{
    double most = 0;
    for (const appraisal::Answer& answer : answers)
        most = std::max(most, answer.points.value_or(0));
    return most;
}

/// "2" of two points; the word says how many there were to have.
RiskLevel levelOfPoints(double got, double most, RiskPalette palette)
{
    const Mark mark = got >= most ? Mark::Full : got > 0 ? Mark::Part : Mark::None;
    const QString number = QString::number(got);
    return levelOfMark(mark, QStringLiteral("%1 of %2").arg(number, QString::number(most)), number, palette);
}

/// Where answers have no points: by what they are usually called, else by their place among the others.
Mark markOfAnswer(const appraisal::Answer& answer, std::size_t place, std::size_t count)
{
    const QString code = answer.code.toLower();
    const QString label = (answer.label.isEmpty() ? answer.code : answer.label).toLower();
    const auto is = [&](std::initializer_list<const char*> words) {
        return std::any_of(words.begin(), words.end(), [&](const char* word) {
            return code == QLatin1String(word) || label == QLatin1String(word);
        });
    };
    if (is({"yes", "y"}))
        return Mark::Full;
    if (is({"no", "n"}))
        return Mark::None;
    if (is({"unclear", "ni", "no information", "not reported", "cannot say"}))
        return Mark::Unknown;
    if (is({"na", "no-ma", "not applicable"}))
        return Mark::Passed;
    if (place == 0)
        return Mark::Full;
    return place + 1 == count ? Mark::None : Mark::Part;
}

std::vector<PlotColumn> judgedColumns(const appraisal::Instrument& instrument, const QString& variant,
                                      bool applicability)
{
    std::vector<PlotColumn> columns;
    for (const appraisal::Domain* domain : appraisal::domainsOf(instrument, variant)) {
        const QString code = domain->isOverall() ? QStringLiteral("Overall") : domain->id;
        if (applicability && domain->applicability)
            columns.push_back({code, domain->label, domain, nullptr, appraisal::applicabilityKey(domain->id),
                               appraisal::findScale(instrument, domain->applicability->scale)});
        else if (!applicability && domain->judged())
            columns.push_back(
                {code, domain->label, domain, nullptr, domain->id, appraisal::findScale(instrument, domain->scale)});
    }
    std::erase_if(columns, [](const PlotColumn& column) { return !column.scale; });
    return columns;
}

std::vector<PlotColumn> itemColumns(const appraisal::Instrument& instrument, const QString& variant)
{
    const bool score = appraisal::hasScore(instrument);
    std::vector<PlotColumn> columns;
    for (const appraisal::Domain* domain : appraisal::domainsOf(instrument, variant)) {
        for (const appraisal::Item* item : appraisal::itemsOf(*domain, variant)) {
            if (!score || mostPoints(appraisal::answersOf(instrument, *item)) > 0)
                columns.push_back({item->id, item->question, domain, item});
        }
    }
    if (score) {
        const QString name = instrument.scoreLabel.isEmpty() ? QStringLiteral("Sum") : instrument.scoreLabel;
        columns.push_back({name, name});
    }
    return columns;
}

} // namespace

std::vector<PlotColumn> plotColumns(const appraisal::Instrument& instrument, const QString& variant, bool applicability)
{
    std::vector<PlotColumn> judged = judgedColumns(instrument, variant, applicability);
    const bool byDomain = std::any_of(judged.begin(), judged.end(),
                                      [](const PlotColumn& column) { return !column.domain->isOverall(); });
    if (applicability || byDomain)
        return judged;
    std::vector<PlotColumn> columns = itemColumns(instrument, variant);
    columns.insert(columns.end(), judged.begin(), judged.end());
    return columns;
}

bool plotsItems(const std::vector<PlotColumn>& columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const PlotColumn& column) { return column.item; });
}

PlotLevels::PlotLevels(const appraisal::Instrument& instrument, const std::vector<PlotColumn>& columns,
                       RiskPalette palette)
    : m_palette(palette)
{
    addAnswers(instrument, columns);
    addScales(columns, true);
    addScales(columns, false);
}

int PlotLevels::placeOf(const PlotColumn& column, const QString& said) const
{
    const QString owner = column.item ? QStringLiteral("item ") + column.item->id
                                      : QStringLiteral("scale ") + (column.scale ? column.scale->id : QString());
    const auto found = m_places.find({owner, said});
    return found == m_places.end() ? RiskRow::notJudged : found->second;
}

void PlotLevels::put(const QString& owner, const QString& said, const RiskLevel& level)
{
    const auto same = std::find(levels.begin(), levels.end(), level);
    m_places[{owner, said}] = int(same - levels.begin());
    if (same == levels.end())
        levels.push_back(level);
}

void PlotLevels::addScales(const std::vector<PlotColumn>& columns, bool ordered)
{
    for (const PlotColumn& column : columns) {
        if (!column.scale)
            continue;
        for (const appraisal::Level& level : column.scale->levels) {
            if (level.ordered != ordered || placeOf(column, level.name) != RiskRow::notJudged)
                continue;
            const QString& colour = m_palette == RiskPalette::ColourBlind ? level.safeColour : level.colour;
            put(QStringLiteral("scale ") + column.scale->id, level.name,
                {level.label, QColor(colour), level.symbol, level.exportAs.isEmpty() ? level.name : level.exportAs});
        }
    }
}

/// All marks in their order first, so that the levels go from the best to the worst over all items.
void PlotLevels::addAnswers(const appraisal::Instrument& instrument, const std::vector<PlotColumn>& columns)
{
    struct Answered {
        Mark mark;
        double points;
        QString owner, said;
        RiskLevel level;
    };
    std::vector<Answered> places;
    for (const PlotColumn& column : columns) {
        if (!column.item)
            continue;
        const auto& answers = appraisal::answersOf(instrument, *column.item);
        const double most = mostPoints(answers);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const appraisal::Answer& answer = answers[i];
            const Mark byName = markOfAnswer(answer, i, answers.size());
            const double got = answer.points.value_or(0);
            const bool counts = most > 0 && (answer.points || (byName != Mark::Unknown && byName != Mark::Passed));
            const Mark mark = !counts ? byName : got >= most ? Mark::Full : got > 0 ? Mark::Part : Mark::None;
            const QString label = answer.label.isEmpty() ? answer.code : answer.label;
            places.push_back({mark, got, QStringLiteral("item ") + column.item->id, answer.code,
                              counts ? levelOfPoints(got, most, m_palette) : levelOfMark(mark, label, {}, m_palette)});
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Answered& a, const Answered& b) {
        return std::tuple(a.mark, -a.points) < std::tuple(b.mark, -b.points);
    });
    for (const Answered& place : places)
        put(place.owner, place.said, place.level);
}

} // namespace winnow
