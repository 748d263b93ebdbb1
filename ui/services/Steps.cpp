// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Steps.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace winnow::ui {
namespace {

struct Name {
    const char* kind;
    const char* words;
};

constexpr std::array names{
    Name{"setting", QT_TRANSLATE_NOOP("Steps", "change of the review's settings")},
    Name{"reviewer", QT_TRANSLATE_NOOP("Steps", "change of the people")},
    Name{"criterion", QT_TRANSLATE_NOOP("Steps", "change of the criteria")},
    Name{"reason", QT_TRANSLATE_NOOP("Steps", "change of the reasons")},
    Name{"label", QT_TRANSLATE_NOOP("Steps", "label")},
    Name{"source", QT_TRANSLATE_NOOP("Steps", "change of a source")},
    Name{"import", QT_TRANSLATE_NOOP("Steps", "import of a file")},
    Name{"field", QT_TRANSLATE_NOOP("Steps", "edit of a record")},
    Name{"join", QT_TRANSLATE_NOOP("Steps", "joining of duplicates")},
    Name{"judgement", QT_TRANSLATE_NOOP("Steps", "judgement of duplicates")},
    Name{"vote", QT_TRANSLATE_NOOP("Steps", "vote")},
    Name{"note", QT_TRANSLATE_NOOP("Steps", "note")},
    Name{"labelled", QT_TRANSLATE_NOOP("Steps", "label")},
    Name{"tick", QT_TRANSLATE_NOOP("Steps", "answer to a criterion")},
    Name{"opened", QT_TRANSLATE_NOOP("Steps", "opening of conflicts")},
    Name{"resolution", QT_TRANSLATE_NOOP("Steps", "settling of a conflict")},
    Name{"retrieval", QT_TRANSLATE_NOOP("Steps", "retrieval of the full text")},
    Name{"set aside", QT_TRANSLATE_NOOP("Steps", "removal before screening")},
    Name{"classified", QT_TRANSLATE_NOOP("Steps", "classification")},
    Name{"study", QT_TRANSLATE_NOOP("Steps", "grouping of studies")},
    Name{"study name", QT_TRANSLATE_NOOP("Steps", "grouping of studies")},
    Name{"declared", QT_TRANSLATE_NOOP("Steps", "declared number")},
    Name{"referred", QT_TRANSLATE_NOOP("Steps", "handing on of conflicts")},
    Name{"assigned", QT_TRANSLATE_NOOP("Steps", "allocation of records")},
    Name{"pilot record", QT_TRANSLATE_NOOP("Steps", "pilot round")},
    Name{"pilot round", QT_TRANSLATE_NOOP("Steps", "pilot round")},
    Name{"screened again", QT_TRANSLATE_NOOP("Steps", "reopening for screening again")},
    Name{"protocol change", QT_TRANSLATE_NOOP("Steps", "change of the protocol")},
    Name{"doubtful pair", QT_TRANSLATE_NOOP("Steps", "comparison of records")},
    Name{"appraisal", QT_TRANSLATE_NOOP("Steps", "beginning of an assessment")},
    Name{"appraisal answer", QT_TRANSLATE_NOOP("Steps", "answer about the risk of bias")},
    Name{"appraisal judgement", QT_TRANSLATE_NOOP("Steps", "judgement of the risk of bias")},
    Name{"appraisal opened", QT_TRANSLATE_NOOP("Steps", "comparing of assessments")},
    Name{"appraisal consensus", QT_TRANSLATE_NOOP("Steps", "consensus about the risk of bias")},
    Name{"appraiser", QT_TRANSLATE_NOOP("Steps", "allocation of assessments")},
    Name{"instrument", QT_TRANSLATE_NOOP("Steps", "choice of an instrument")},
    Name{"compared", QT_TRANSLATE_NOOP("Steps", "comparison of records")},
};

} // namespace

QString nameOfStep(const QString& kind)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&kind](const Name& name) { return kind == QLatin1String(name.kind); });
    return QCoreApplication::translate("Steps",
                                       found == names.end() ? QT_TRANSLATE_NOOP("Steps", "step") : found->words);
}

} // namespace winnow::ui
