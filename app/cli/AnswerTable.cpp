// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AnswerTable.h"

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

/// Said of the variant where another one has the item.
QString noSuchItem(const appraisal::Instrument& instrument, const QString& variant, const QString& item)
{
    const bool elsewhere = std::any_of(instrument.variants.begin(), instrument.variants.end(), [&](const auto& other) {
        return appraisal::findItem(instrument, other.id, item) != nullptr;
    });
    return (elsewhere ? QStringLiteral("%1 has no item “%2” in its variant %3.").arg(instrument.name, item, variant)
                      : QStringLiteral("%1 has no item “%2”.").arg(instrument.name, item));
}

} // namespace

AnsweredCase& AnswerTable::caseNamed(const QString& name)
{
    const auto found = m_byName.constFind(name);
    if (found != m_byName.constEnd())
        return m_cases[*found];
    m_byName.insert(name, m_cases.size());
    m_cases.push_back({name, {}, {}, {}});
    return m_cases.back();
}

void AnswerTable::add(qint64 line, const QString& name, const QString& item, const QString& answer,
                      const QString& support, Rejections& rejections)
{
    const QStringList choices = appraisal::choicesFor(m_instrument, m_variant, item);
    if (name.isEmpty())
        return rejections.add(line, QStringLiteral("The line names no case."));
    if (choices.isEmpty())
        return rejections.add(line, noSuchItem(m_instrument, m_variant, item));
    AnsweredCase& one = caseNamed(name);
    if (!support.isEmpty())
        one.supports[item] = support;
    const auto understood = appraisal::understand(m_instrument, m_variant, item, answer);
    const bool passedOver = answer.isEmpty() || answer.compare(appraisal::notAsked, Qt::CaseInsensitive) == 0;
    if (!understood && !passedOver)
        return rejections.add(
            line,
            QStringLiteral("“%1” is no answer to %2; it has %3.").arg(answer, item, choices.join(QLatin1String(", "))));
    if (!understood)
        return;
    const bool isItem = appraisal::findItem(m_instrument, m_variant, item) != nullptr;
    auto& said = isItem ? one.filling.answers : one.filling.judgements;
    if (const auto before = one.lines.find(item); before != one.lines.end() && said[item] != *understood)
        return rejections.add(
            line, QStringLiteral("%1 was answered otherwise in line %2, which stands.").arg(item).arg(before->second));
    said[item] = *understood;
    one.lines[item] = line;
}

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
