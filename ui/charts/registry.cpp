// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"

#include "domain/Words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace winnow::ui {

ChartFaces chartFaces()
{
    ChartFaces faces;
    for (const auto make : {makeProgressFace, makeAgreementFace, makeSourcesFace, makeOverlapFace, makeYearsFace,
                            makeJournalsFace, makeReasonsFace, makeLabelsFace, makeEntitiesFace})
        faces.push_back(make());
    return faces;
}

QString numberOf(double number)
{
    return QLocale().toString(qint64(std::llround(number)));
}

QString percentOf(double share)
{
    return QCoreApplication::translate("Charts", "%1 %").arg(numberOf(share * 100));
}

QString stageName(const QString& word)
{
    const auto stage = words::parseStage(word);
    return stage ? words::name(*stage) : word;
}

QString ChartFace::numberText(const ChartMark& mark, int number) const
{
    const auto& value = mark.numbers.at(size_t(number));
    return value ? numberOf(*value) : QStringLiteral("–");
}

QString ChartFace::cell(const ChartMark& mark, int column) const
{
    const int names = int(mark.names.size());
    return column < names ? nameText(mark, column) : numberText(mark, column - names);
}

Plot barsOf(const ChartFace& face, const ChartData& data, size_t most, int name, size_t number)
{
    Plot plot;
    plot.series = QStringList{face.heads().value(int(data.marks.empty() ? 0 : data.marks[0].names.size() + number))};
    for (size_t i = 0; i < std::min(most, data.marks.size()); ++i) {
        const ChartMark& mark = data.marks[i];
        plot.items.push_back({face.nameText(mark, name), {{mark.numbers[number].value_or(0), {mark.key}}}});
    }
    return plot;
}

QString restNote(const ChartData& data, size_t drawn, size_t number)
{
    if (data.marks.size() <= drawn)
        return {};
    double left = 0;
    for (size_t i = drawn; i < data.marks.size(); ++i)
        left += data.marks[i].numbers[number].value_or(0);
    return QCoreApplication::translate("Charts",
                                       "The %1 largest are drawn; %2 more, with %3 reports, stand in the table.")
        .arg(numberOf(double(drawn)), numberOf(double(data.marks.size() - drawn)), numberOf(left));
}

} // namespace winnow::ui
