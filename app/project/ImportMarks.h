// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/Read.h"
#include "project/Imports.h"
#include "store/WriteScope.h"

#include <QMap>
#include <QString>

#include <map>
#include <set>
#include <vector>

namespace winnow {

/// The votes, notes, labels and decisions that a file carries, as changes of the people that the reviewer named.
class MarkEdits {
public:
    /// `votesAs` as in ImportRequest.
    MarkEdits(store::WriteScope& scope, const QMap<QString, QString>& votesAs) : m_scope(scope), m_votesAs(votesAs) { }

    void add(qint64 record, const CarriedMark& mark);

    /// By author: each person's marks are that person's changes.
    std::map<qint64, std::vector<store::Edit>> byAuthor;
    std::vector<store::Edit> shared; ///< decisions, and the reasons and labels that had to be made
    std::set<QString> unknown; ///< people in the file whom nobody named
    qint64 count = 0;

private:
    ReviewerId person(const QString& name);
    void decision(qint64 record, Stage stage, const CarriedMark& mark);
    ReasonId reason(const CarriedMark& mark, Stage stage);
    qint64 label(const std::string& name);

    store::WriteScope& m_scope;
    const QMap<QString, QString>& m_votesAs;
    std::map<std::pair<int, std::string>, qint64> m_reasons;
    std::map<std::string, qint64> m_labels;
};

/// Brings in the marks of a file whose records are here already, once its people have been named: reads the file again
/// for them, in one pass, and adds what it finds to `report`.
Result<void> importMarksAgain(Project& project, const ImportRequest& request, const formats::Detected& detected,
                              ImportReport& report, const JobContext& job);

} // namespace winnow
