// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Judge.h"
#include "cli/Rows.h"

/// Tables of answers: one row for each case (a study, a result, an exercise) and item.
namespace winnow::cli {

/// What a table says of one case.
struct AnsweredCase {
    QString name;
    appraisal::Filling filling;
    std::map<QString, qint64> lines; ///< where each item stands
    std::map<QString, QString> supports; ///< by item: what supports the answer
};

/// Puts rows together by case, in the order in which cases first come up. An item may be a domain or one of its keys,
/// with a judgement for an answer. NA for what has no such answer means that the item was not asked.
class AnswerTable {
public:
    AnswerTable(const appraisal::Instrument& instrument, QString variant)
        : m_instrument(instrument)
        , m_variant(std::move(variant))
    {
    }

    void add(qint64 line, const QString& name, const QString& item, const QString& answer, const QString& support,
             Rejections& rejections);
    [[nodiscard]] const std::vector<AnsweredCase>& cases() const { return m_cases; }

private:
    [[nodiscard]] AnsweredCase& caseNamed(const QString& name);

    const appraisal::Instrument& m_instrument;
    QString m_variant;
    std::vector<AnsweredCase> m_cases;
    QHash<QString, std::size_t> m_byName;
};

/// One judgement as the answer of a command has it: "domain", "judgement" (null: none; without a scale the score as
/// text), "score" and "of" where there are points, "unanswered" where something is still to be answered.
[[nodiscard]] QJsonArray judgementsJson(const appraisal::Judged& judged, const QJsonObject& head);

} // namespace winnow::cli
