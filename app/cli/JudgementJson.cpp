// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/JudgementJson.h"

#include <algorithm>

namespace winnow::cli {
namespace {

bool saysNothing(const appraisal::Outcome& outcome, const appraisal::Judged& judged)
{
    if (outcome.key == appraisal::overallId || !outcome.judgement().isEmpty())
        return false;
    return std::none_of(judged.items.begin(), judged.items.end(), [&outcome](const appraisal::ItemState& item) {
        return item.domain == outcome.key && !item.answer.isEmpty();
    });
}

bool isAnswered(const QString& domain, const appraisal::Judged& judged)
{
    return std::any_of(judged.items.begin(), judged.items.end(), [&domain](const appraisal::ItemState& item) {
        return !item.answer.isEmpty() && (item.domain == domain || domain == appraisal::overallId);
    });
}

void putPoints(QJsonObject& object, const appraisal::Points& points)
{
    object[QLatin1String("score")] = points.got;
    object[QLatin1String("of")] = points.most;
}

} // namespace

QJsonArray judgementsJson(const appraisal::Judged& judged, const QJsonObject& head)
{
    QJsonArray list;
    QStringList told;
    for (const appraisal::Outcome& outcome : judged.outcomes) {
        told.append(outcome.key);
        if (saysNothing(outcome, judged))
            continue;
        QJsonObject object = head;
        object[QLatin1String("domain")] = outcome.key;
        object[QLatin1String("judgement")]
            = outcome.judgement().isEmpty() ? QJsonValue() : QJsonValue(outcome.judgement());
        if (!outcome.open.isEmpty())
            object[QLatin1String("unanswered")] = QJsonArray::fromStringList(outcome.open);
        if (const auto points = judged.points.find(outcome.key); points != judged.points.end())
            putPoints(object, points->second);
        list.append(object);
    }
    // Domains that only count: what they come to is their score.
    for (const auto& [domain, points] : judged.points) {
        if (told.contains(domain) || !isAnswered(domain, judged))
            continue;
        QJsonObject object = head;
        object[QLatin1String("domain")] = domain;
        object[QLatin1String("judgement")] = QString::number(points.got);
        putPoints(object, points);
        list.append(object);
    }
    return list;
}

} // namespace winnow::cli
