// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Shipped.h"
#include "project/Appraisals.h"
#include "support/ReviewDsl.h"

namespace winnow::test::appraising {

inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// "1=Yes 2=No" as answers or judgements, each with the same support.
inline std::map<QString, Said> saying(const char* text, const char* why = "")
{
    std::map<QString, Said> said;
    for (const QString& part : s(text).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        said[part.section(QLatin1Char('='), 0, 0)] = {part.section(QLatin1Char('='), 1), s(why), {}};
    return said;
}

inline constexpr const char* allYes = "1=Yes 2=Yes 3=Yes 4=Yes 5=Yes 6=Yes 7=Yes 8=Yes 9=Yes 10=Yes";
inline constexpr const char* oneNo = "1=Yes 2=Yes 3=No 4=Yes 5=Yes 6=Yes 7=Yes 8=Yes 9=Yes 10=Yes";

/// A review with three reports and SYRCLE's tool for the first of them.
struct AppraisalDesk : Desk {
    AppraisalDesk()
    {
        as("Ana");
        if (!import("a.ris", {{"One", "Lima, Ana", 2019}, {"Two", "Burt, Ben", 2018}, {"Three", "Cole, Cy", 2017}}))
            qFatal("no import");
        syrcle = Appraisals(*project).keep(*appraisal::findShipped(s("syrcle"))).value();
        rob2 = Appraisals(*project).keep(*appraisal::findShipped(s("rob2"))).value();
        id = Appraisals(*project).begin({record(1), syrcle, {}, {}}).value();
    }
    Appraisals use() { return Appraisals(*project); }
    AppraisalView see() { return use().view(id).value(); }
    Result<void> say(const char* who, const char* text, const char* why = "")
    {
        as(who);
        return use().say(id, saying(text, why));
    }
    /// Both have answered everything, and it is opened.
    void openBoth()
    {
        if (!say("Ana", allYes) || !say("Ben", oneNo) || !use().open(id))
            qFatal("not opened");
    }
    QString judged(const char* key)
    {
        const AppraisalView view = see();
        const auto instrument = use().instrument(view.appraisal.instrument).value();
        return outcomeOf(view, appraisal::Judge(instrument, view.appraisal.variant))
            .judged.outcome(s(key))
            ->judgement();
    }

    InstrumentId syrcle, rob2;
    AppraisalId id;
};

} // namespace winnow::test::appraising
