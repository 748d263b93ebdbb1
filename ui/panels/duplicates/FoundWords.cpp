// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/FoundWords.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"

#include <QCoreApplication>

namespace winnow::ui {
namespace {

struct FoundWords {
    Q_DECLARE_TR_FUNCTIONS(winnow::ui::FoundWords)
};

QString byRule(const DedupeReport& report)
{
    QStringList parts;
    for (const auto& [rule, n] : report.byRule)
        parts << FoundWords::tr("by %1 %2").arg(words::name(rule), numberText(n));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString foundSentence(const DedupeReport& report)
{
    const QString left = FoundWords::tr("%1 doubtful, %2 untouched; %3 reports of %4 records.")
                             .arg(numberText(report.doubtful), numberText(report.untouched), numberText(report.reports),
                                  numberText(report.records));
    if (report.nothingNew)
        return FoundWords::tr("Nothing new since the last time: %1").arg(left);
    if (report.joined == 0)
        return FoundWords::tr("No certain duplicates: %1").arg(left);
    return FoundWords::tr("Joined %1 (%2); %3").arg(numberText(report.joined), byRule(report), left);
}

EmptyList emptyList(PairList list, bool looked)
{
    switch (list) {
    case PairList::Joined:
        return {FoundWords::tr("Nothing is joined"),
                FoundWords::tr("Records that were joined stand here beside the one that stands for them.")};
    case PairList::Contradictions:
        return {FoundWords::tr("No contradictions"),
                FoundWords::tr("Two records that somebody called different, but that hang together over others, would "
                               "stand here.")};
    case PairList::Doubtful: break;
    }
    return {looked ? FoundWords::tr("No pair is in doubt") : FoundWords::tr("Not looked for yet, or nothing found"),
            FoundWords::tr("Pairs that may be the same, but not certainly, wait here for your word.")};
}

} // namespace winnow::ui
