// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Versions.h"

#include <QCoreApplication>

#include <algorithm>

namespace winnow::appraisal {
namespace {

const char* wordingOf(Lost::Why why)
{
    switch (why) {
    case Lost::Why::NoSuchVariant:
        return QT_TRANSLATE_NOOP("Appraisal", "the variant “%2” is no longer there; the first one was taken");
    case Lost::Why::NoSuchItem: return QT_TRANSLATE_NOOP("Appraisal", "%1 = %2: the item is no longer there");
    case Lost::Why::NoSuchAnswer:
        return QT_TRANSLATE_NOOP("Appraisal", "%1 = %2: the item has no such answer any more");
    case Lost::Why::NoSuchDomain: return QT_TRANSLATE_NOOP("Appraisal", "%1 = %2: the domain is no longer judged");
    case Lost::Why::NoSuchLevel:
        return QT_TRANSLATE_NOOP("Appraisal", "%1 = %2: the scale has no such judgement any more");
    }
    return "";
}

bool has(const std::vector<Answer>& answers, const QString& code)
{
    return std::any_of(answers.begin(), answers.end(), [&code](const Answer& answer) { return answer.code == code; });
}

} // namespace

Migration migrate(const Filling& filling, const QString& variant, const Instrument& to)
{
    Migration migration;
    const QStringList variants = variantIds(to);
    migration.variant = variants.contains(variant) ? variant : variants.front();
    if (migration.variant != variant)
        migration.lost.push_back({{}, variant, Lost::Why::NoSuchVariant});
    for (const auto& [id, code] : filling.answers) {
        const Item* item = findItem(to, migration.variant, id);
        if (item && has(answersOf(to, *item), code))
            migration.filling.answers[id] = code;
        else
            migration.lost.push_back({id, code, item ? Lost::Why::NoSuchAnswer : Lost::Why::NoSuchItem});
    }
    for (const auto& [key, level] : filling.judgements) {
        const QStringList choices = choicesFor(to, migration.variant, key);
        if (choices.contains(level))
            migration.filling.judgements[key] = level;
        else
            migration.lost.push_back(
                {key, level, choices.isEmpty() ? Lost::Why::NoSuchDomain : Lost::Why::NoSuchLevel});
    }
    return migration;
}

QString sentence(const Lost& lost)
{
    return QCoreApplication::translate("Appraisal", wordingOf(lost.why))
        .replace(QLatin1String("%1"), lost.key)
        .replace(QLatin1String("%2"), lost.value);
}

} // namespace winnow::appraisal
