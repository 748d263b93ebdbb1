// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Designs.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace winnow::appraisal {
namespace {

/// What is a kind of something wider.
constexpr std::array<std::array<QLatin1StringView, 2>, 4> widerDesigns{{
    {QLatin1StringView("cluster"), QLatin1StringView("randomised")},
    {QLatin1StringView("crossover"), QLatin1StringView("randomised")},
    {QLatin1StringView("cohort"), QLatin1StringView("non-randomised")},
    {QLatin1StringView("case-control"), QLatin1StringView("non-randomised")},
}};

bool isKindOf(const QString& design, const QString& wider)
{
    return std::any_of(widerDesigns.begin(), widerDesigns.end(),
                       [&](const auto& pair) { return design == pair[0] && wider == pair[1]; });
}

bool hasDesign(const QStringList& list, const QString& design)
{
    return list.contains(design, Qt::CaseInsensitive);
}

} // namespace

const QStringList& studyDesigns()
{
    static const QStringList designs{
        QStringLiteral("randomised"),        QStringLiteral("cluster"),     QStringLiteral("crossover"),
        QStringLiteral("non-randomised"),    QStringLiteral("cohort"),      QStringLiteral("case-control"),
        QStringLiteral("single-arm"),        QStringLiteral("case series"), QStringLiteral("diagnostic"),
        QStringLiteral("exercise training"), QStringLiteral("animal"),      QStringLiteral("review"),
    };
    return designs;
}

Fit fitOf(const Instrument& instrument, const QString& design)
{
    const QString said = design.simplified().toLower();
    if (said.isEmpty() || instrument.designs.isEmpty())
        return Fit::NotKnown;
    if (hasDesign(instrument.cautions, said))
        return Fit::WithCare;
    if (hasDesign(instrument.designs, said))
        return Fit::Made;
    for (const QString& made : instrument.designs) {
        if (isKindOf(said, made))
            return Fit::Made;
        if (isKindOf(made, said))
            return Fit::WithCare; // it depends on which kind of it the study is
    }
    return Fit::NotMade;
}

QString fitSentence(const Instrument& instrument, const QString& design)
{
    const auto told = [&](const char* sentence) {
        return QCoreApplication::translate("Appraisal", sentence)
            .arg(instrument.name, design, instrument.designs.join(QStringLiteral(", ")));
    };
    switch (fitOf(instrument, design)) {
    case Fit::WithCare:
        return told(QT_TRANSLATE_NOOP("Appraisal",
                                      "%1 takes a study of the design “%2” only with care (made for: %3); "
                                      "see its guidance."));
    case Fit::NotMade:
        return told(QT_TRANSLATE_NOOP("Appraisal",
                                      "%1 is made for: %3. This study is said to be “%2”: choose another "
                                      "instrument, or correct the design."));
    default: return {};
    }
}

} // namespace winnow::appraisal
