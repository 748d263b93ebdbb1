// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Usual.h"

#include <QCoreApplication>

#include <array>

namespace winnow::appraisal {
namespace {

Level usualLevel(const char* name, const char* label, const char* colour, const char* safe, const char* symbol,
                 bool ordered = true)
{
    const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
    return {text(name), text(label), text(colour), text(safe), text(symbol), {}, ordered};
}

Answer usualAnswer(const char* code, const char* label, std::optional<double> points = {})
{
    return {QString::fromLatin1(code), QString::fromLatin1(label), points, {}};
}

const Level low = usualLevel("Low", "Low risk", "#02C100", "#fed98e", "+");
const Level high = usualLevel("High", "High risk", "#BF0000", "#d95f0e", "×");

} // namespace

std::vector<Scale> usualScales()
{
    return {
        {QStringLiteral("risk"), {low, usualLevel("Some concerns", "Some concerns", "#E2DF07", "#fe9929", "–"), high}},
        {QStringLiteral("clear"), {low, high, usualLevel("Unclear", "Unclear risk", "#E2DF07", "#fe9929", "?", false)}},
        {QStringLiteral("quality"),
         {usualLevel("Good", "Good", "#02C100", "#fed98e", "+"), usualLevel("Fair", "Fair", "#E2DF07", "#fe9929", "–"),
          usualLevel("Poor", "Poor", "#BF0000", "#d95f0e", "×")}}};
}

std::vector<AnswerSet> usualAnswers()
{
    return {{QStringLiteral("signalling"),
             {usualAnswer("Y", "Yes"), usualAnswer("PY", "Probably yes"), usualAnswer("PN", "Probably no"),
              usualAnswer("N", "No"), usualAnswer("NI", "No information")}},
            {QStringLiteral("checklist"),
             {usualAnswer("Yes", "Yes"), usualAnswer("No", "No"), usualAnswer("Unclear", "Unclear")}},
            {QStringLiteral("points"),
             {usualAnswer("0", "Not reported", 0), usualAnswer("1", "Reported, not adequate", 1),
              usualAnswer("2", "Reported and adequate", 2)}},
            {QStringLiteral("star"), {usualAnswer("a", "Yes", 1), usualAnswer("b", "No", 0)}}};
}

std::vector<UsualColour> usualColours(bool colourBlind)
{
    struct Row {
        const char* judgement;
        const char* classic;
        const char* safe;
    };
    static constexpr std::array<Row, 6> rows{
        {{QT_TRANSLATE_NOOP("Appraisal", "Low risk"), "#02C100", "#fed98e"},
         {QT_TRANSLATE_NOOP("Appraisal", "Some concerns, moderate"), "#E2DF07", "#fe9929"},
         {QT_TRANSLATE_NOOP("Appraisal", "High risk, serious"), "#BF0000", "#d95f0e"},
         {QT_TRANSLATE_NOOP("Appraisal", "Critical"), "#820000", "#993404"},
         {QT_TRANSLATE_NOOP("Appraisal", "No information"), "#4EA1F7", "#ffffff"},
         {QT_TRANSLATE_NOOP("Appraisal", "Not applicable"), "#CCCCCC", "#cccccc"}}};
    std::vector<UsualColour> colours;
    for (const Row& row : rows)
        colours.push_back({QCoreApplication::translate("Appraisal", row.judgement),
                           QLatin1String(colourBlind ? row.safe : row.classic)});
    return colours;
}

} // namespace winnow::appraisal
