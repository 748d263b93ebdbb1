// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ShortNames.h"

#include "project/Writing.h"
#include "store/RecordRows.h"

#include <algorithm>
#include <map>

namespace winnow {
namespace {

std::set<Place> placesPastTitle()
{
    std::set<Place> places;
    for (int p = int(Place::AwaitingScreening); p <= int(Place::Ongoing); ++p) {
        if (passedTitle(Place(p)))
            places.insert(Place(p));
    }
    return places;
}

} // namespace

QString nameSuffix(int index)
{
    QString suffix;
    for (int n = index; n >= 0; n = n / 26 - 1)
        suffix.prepend(QChar(u'a' + n % 26));
    return suffix;
}

QString shortName(const RecordBrief& brief)
{
    const QString family = QString::fromStdString(brief.firstAuthor).simplified();
    if (family.isEmpty())
        return QLatin1Char('#') + QString::number(brief.number);
    return brief.year ? QString(family + QLatin1Char(' ') + QString::number(brief.year)) : family;
}

Result<QHash<qint64, QString>> shortNames(Project& project)
{
    const auto reports = project.store().read([](store::Reader& reader) {
        std::vector<qint64> ids = store::reportsAt(reader, placesPastTitle());
        std::sort(ids.begin(), ids.end(), [&](qint64 a, qint64 b) { return reader.catalog().uidLess(a, b); });
        return ids;
    });
    if (!reports)
        return Failure(reports.error());
    const std::vector<RecordId> ids(reports->begin(), reports->end());
    const auto briefs = Records(project).briefs(ids);
    if (!briefs)
        return Failure(briefs.error());
    std::map<QString, std::vector<qint64>> called;
    for (const RecordBrief& brief : *briefs)
        called[shortName(brief)].push_back(brief.id.value);
    QHash<qint64, QString> names;
    for (const auto& [name, same] : called) {
        for (size_t i = 0; i < same.size(); ++i)
            names.insert(same[i], same.size() == 1 ? name : QString(name + nameSuffix(int(i))));
    }
    return names;
}

} // namespace winnow
