// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/StageCells.h"

#include <algorithm>

namespace winnow::store {

std::unordered_map<qint64, Assigned> assignedAt(Database& db, Stage stage)
{
    std::unordered_map<qint64, Assigned> byReport;
    Statement q = db.prepare("SELECT r.report, c.kind, c.slot, c.value FROM cell c JOIN record r ON r.id = c.subject "
                             "WHERE c.kind IN (23, 24) AND c.slot & 3 = ? AND c.value <> 0");
    q.bind(int(stage));
    while (q.step()) {
        Assigned& assigned = byReport[q.integer(0)];
        if (ChangeKind(q.integer(1)) == ChangeKind::Assigned)
            assigned.to.insert(slotEntity(q.integer(2)));
        else
            assigned.pilot = q.integer(3);
    }
    return byReport;
}

Assigned assignedOf(Database& db, const std::vector<qint64>& members, Stage stage)
{
    Assigned assigned;
    for (const qint64 member : members) {
        Statement q = db.prepare("SELECT kind, slot, value FROM cell WHERE kind IN (23, 24) AND subject = ? "
                                 "AND slot & 3 = ? AND value <> 0");
        q.bind(member, int(stage));
        while (q.step()) {
            if (ChangeKind(q.integer(0)) == ChangeKind::Assigned)
                assigned.to.insert(slotEntity(q.integer(1)));
            else
                assigned.pilot = q.integer(2);
        }
    }
    return assigned;
}

std::vector<qint64> pilotReports(Database& db, Stage stage, int round)
{
    std::vector<qint64> reports;
    Statement q = db.prepare("SELECT DISTINCT r.report FROM cell c JOIN record r ON r.id = c.subject "
                             "WHERE c.kind = 24 AND c.slot = ?1 AND c.value <> 0 AND (?2 = 0 OR c.value = ?2) "
                             "ORDER BY r.report");
    q.bind(int(stage), round);
    while (q.step())
        reports.push_back(q.integer(0));
    return reports;
}

std::unordered_map<qint64, qint64> cutsAt(Database& db, Stage stage)
{
    std::unordered_map<qint64, qint64> cuts;
    Statement q = db.prepare("SELECT subject, value FROM cell WHERE kind = 26 AND slot = ? AND value <> 0");
    q.bind(int(stage));
    while (q.step())
        cuts[q.integer(0)] = q.integer(1);
    return cuts;
}

qint64 cutOf(Database& db, qint64 record, Stage stage)
{
    Statement q = db.prepare("SELECT value FROM cell WHERE kind = 26 AND subject = ? AND slot = ?");
    q.bind(record, int(stage));
    return q.step() && !q.isNull(0) ? q.integer(0) : 0;
}

std::vector<OwnMark> marksBy(Database& db, ReviewerId author, qint64 record, ChangeKind kind)
{
    std::vector<OwnMark> marks;
    Statement q = db.prepare("SELECT slot, value, stamp FROM mark WHERE subject = ? AND kind = ? AND author = ? "
                             "AND value IS NOT NULL");
    q.bind(record, int(kind), author);
    while (q.step())
        marks.push_back({q.integer(0), q.integer(1), q.integer(2)});
    return marks;
}

qint64 latestStamp(Database& db)
{
    Statement q = db.prepare("SELECT max(stamp) FROM change");
    return q.step() && !q.isNull(0) ? q.integer(0) : 0;
}

} // namespace winnow::store
