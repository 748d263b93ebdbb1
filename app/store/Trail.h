// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Fold.h"
#include "store/Reader.h"

#include <optional>

namespace winnow::store {

// The log as the viewer may see it; paged by arrival number, never by offset.

[[nodiscard]] std::vector<Change> trailAfter(Reader& reader, qint64 afterSeq, qint64 sinceWall, qint64 limit);
/// Of one record, newest first.
[[nodiscard]] std::vector<Change> trailOf(Reader& reader, qint64 record);
[[nodiscard]] std::optional<Change> changeById(Reader& reader, ChangeId id);

/// "0123456789abcdef-0123456789abcdef": stamp and session.
[[nodiscard]] QString changeUid(ChangeId id);
[[nodiscard]] ChangeId changeFromUid(QStringView text);

// Personal marks as the viewer may see them.

struct MarkRow {
    qint64 subject = 0;
    qint64 slot = 0;
    ReviewerId author;
    Value value;
    qint64 stamp = 0;
};
/// The viewer's own of one kind and stage (votes, notes), or of one slot (a label at a stage).
[[nodiscard]] std::vector<MarkRow> ownMarks(Reader& reader, ChangeKind kind, qint64 slot);
/// Everybody's that the viewer may see, of one record.
[[nodiscard]] std::vector<MarkRow> marksOn(Reader& reader, qint64 record, ChangeKind kind);

struct FrozenVote {
    qint64 report = 0;
    ReviewerId author;
    VoteValue vote;
};
/// The independent votes of everything opened at a stage, by report. Reports with votes that a file brought in and that
/// were cast in sight of each other are left out (rules.md F1).
[[nodiscard]] std::vector<FrozenVote> frozenVotes(Reader& reader, Stage stage);
[[nodiscard]] bool isOpened(Database& db, qint64 record, Stage stage);

/// Who settles a record at a stage, if it was referred to somebody.
[[nodiscard]] ReviewerId referredTo(Database& db, qint64 record, Stage stage);
/// Reports with a referred record, and to whom.
[[nodiscard]] std::map<qint64, ReviewerId> referredReports(Reader& reader, Stage stage);

/// Somebody, or a rule, has said of any two records whether they are the same.
[[nodiscard]] bool anyPairs(Reader& reader);

// What the writing connection asks before it writes.

/// Reports with a vote at a stage, by number.
[[nodiscard]] std::vector<qint64> votedReports(Database& db, Stage stage);
/// The change that holds a person's standing vote on a record; none: no vote stands.
[[nodiscard]] ChangeId standingVote(Database& db, const Replicas& replicas, qint64 record, Stage stage,
                                    ReviewerId author);

[[nodiscard]] std::map<std::vector<qint64>, qint64> tallies(Reader& reader, int dim);
[[nodiscard]] Value cellValue(Reader& reader, ChangeKind kind, qint64 subject, qint64 slot);

struct CellRow {
    qint64 slot = 0;
    Value value;
    ReviewerId author;
    qint64 stamp = 0;
};
[[nodiscard]] std::vector<CellRow> cellsOf(Reader& reader, ChangeKind kind, qint64 subject);

} // namespace winnow::store
