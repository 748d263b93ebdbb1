// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/ImportSentence.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/ImportCard.h"

namespace winnow::ui {

QString importSentence(const ImportReport& report)
{
    // One is worded apart, so that English needs no plural file.
    QStringList parts{report.records == 1 ? ImportCard::tr("1 record came in")
                                          : ImportCard::tr("%Ln records came in", nullptr, int(report.records))};
    if (report.alreadyHere > 0)
        parts << ImportCard::tr("already here: %1").arg(numberText(report.alreadyHere));
    if (report.unreadableCount > 0)
        parts << ImportCard::tr("not readable: %1").arg(numberText(report.unreadableCount));
    if (report.repeats > 0)
        parts << ImportCard::tr("repeated by the same source and joined: %1").arg(numberText(report.repeats));
    if (report.marks > 0)
        parts << ImportCard::tr("votes, notes and labels: %1").arg(numberText(report.marks));
    return parts.join(QStringLiteral(" · "));
}

} // namespace winnow::ui
