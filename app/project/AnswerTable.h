// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

#include <QHash>

#include <functional>

namespace winnow {

class NamedTable;

/// What a table says of one case: a study, a result, an exercise.
struct AnsweredCase {
    QString name;
    appraisal::Filling filling = {};
    std::map<QString, qint64> lines = {}; ///< where each item stands
    std::map<QString, QString> supports = {}; ///< by item: what supports the answer
    std::map<QString, std::vector<Quote>> quotes = {}; ///< by item: passages that support it

    /// Answers and judgements with their supports, as the use case takes them.
    [[nodiscard]] std::map<QString, Said> said() const;
    /// Where an item stands; else the first line of the case.
    [[nodiscard]] qint64 lineOf(const QString& item) const;
};

/// A line that was not applied, and why, as a sentence.
struct RefusedLine {
    qint64 line = 0;
    QString why;

    bool operator==(const RefusedLine&) const = default;
};

/// Answers in a table: one row for each case and item. Puts rows together by case, in the order in which cases first
/// come up. An item may be a domain or one of its keys, with a judgement for an answer. NA for what has no such answer
/// means that the item was not asked.
class AnswerTable {
public:
    AnswerTable(const appraisal::Instrument& instrument, QString variant)
        : m_instrument(instrument)
        , m_variant(std::move(variant))
    {
    }

    void add(qint64 line, const QString& name, const QString& item, const QString& answer, const QString& support);
    /// A passage that supports what was answered to that item.
    void addQuote(const QString& name, const QString& item, const Quote& quote);
    void refuse(qint64 line, const QString& why) { m_refused.push_back({line, why}); }
    [[nodiscard]] const std::vector<AnsweredCase>& cases() const { return m_cases; }
    [[nodiscard]] const std::vector<RefusedLine>& refused() const { return m_refused; }

    /// Reads a file: one answer a line (columns study, item, answer[, support, quote, page, file, range]), or one study
    /// a line with a judgement for each domain, as robvis has it (by place; the last column may be a weight). Errors of
    /// NamedTable.
    Result<void> read(const QString& path);

private:
    [[nodiscard]] AnsweredCase& caseNamed(const QString& name);
    void readQuote(const NamedTable& row);
    [[nodiscard]] QStringList robvisDomains(const QStringList& header) const;
    Result<void> readRobvis(const QString& path, const QStringList& header, const QStringList& domains);

    const appraisal::Instrument& m_instrument;
    QString m_variant;
    std::vector<AnsweredCase> m_cases;
    std::vector<RefusedLine> m_refused;
    QHash<QString, std::size_t> m_byName;
};

/// What became of a table of answers.
struct AnswersApplied {
    qint64 applied = 0; ///< answers and judgements
    std::vector<AppraisalId> appraisals;
    std::vector<RefusedLine> refused; ///< in no order
};
/// Says all of it in one step; `batch` tells the rest. What cannot be said is refused at its line, the rest counts.
Result<AnswersApplied> applyAnswers(Project& project, const AnswerTable& table, Appraisals::Batch batch);

} // namespace winnow
