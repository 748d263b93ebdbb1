// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Decision.h"
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
    MarkEdits(store::WriteScope& scope, RunId run, const ImportRequest& request)
        : m_scope(scope)
        , m_run(run)
        , m_votesAs(request.votesAs)
        , m_decides(!request.votesAs.isEmpty() || request.list)
    {
    }

    void add(qint64 record, const CarriedMark& mark);
    /// The team's decisions, as far as the votes that came with them do not carry them already; and tells what came in.
    void finish(ImportReport& report);

    /// By author: each person's marks are that person's changes.
    std::map<qint64, std::vector<store::Edit>> byAuthor;
    std::vector<store::Edit> shared; ///< decisions, and the reasons and labels that had to be made

private:
    struct TeamDecision {
        qint64 record = 0;
        Stage stage = Stage::Title;
        Resolution value;
    };
    [[nodiscard]] const VotesOf* said(const QString& person) const;
    [[nodiscard]] Stage stageOf(const CarriedMark& mark, const VotesOf* who) const;
    void decision(qint64 record, const CarriedMark& mark);
    void personal(qint64 record, const CarriedMark& mark, ReviewerId by, Stage stage);
    [[nodiscard]] bool carriedByVotes(const TeamDecision& decision) const;
    ReasonId reason(const CarriedMark& mark, Stage stage);
    ReasonId newReason(const std::string& name, Stage stage);
    qint64 label(const std::string& name);

    store::WriteScope& m_scope;
    RunId m_run;
    const VotesAs& m_votesAs;
    bool m_decides; ///< team decisions come in
    std::map<std::pair<int, std::string>, qint64> m_reasons;
    std::map<std::string, qint64> m_labels;
    std::map<std::pair<qint64, Stage>, std::vector<CastVote>> m_votes;
    std::vector<TeamDecision> m_decisions;
    std::set<qint64> m_received; ///< judged at full text: it was there to be read
    std::set<Stage> m_seenAt; ///< stages at which somebody's votes were not blind
    std::set<QString> m_unknown; ///< people in the file whom nobody named
    qint64 m_count = 0;
    qint64 m_left = 0;
};

/// The decisions that a list of another tool is for a record in it. Covidence states the reason in the notes.
[[nodiscard]] std::vector<CarriedMark> decisionsOf(DecidedList list, const Record& record);

/// Brings in the marks of a file whose records are here already, once its people have been named: reads the file again
/// for them, in one pass, and adds what it finds to `report`.
Result<void> importMarksAgain(Project& project, const ImportRequest& request, const formats::Detected& detected,
                              ImportReport& report, const JobContext& job);

} // namespace winnow
