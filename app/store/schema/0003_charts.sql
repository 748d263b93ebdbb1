-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What charts count: year and journal beside the narrow row of a record, and votes by the hour.

-- NULL: not told yet, the text of the record knows. journal is JournalKey in store/Facets.h, 0: none.
ALTER TABLE record ADD COLUMN year INTEGER;
ALTER TABLE record ADD COLUMN journal INTEGER;

-- Tally 5: a reviewer, b stage, c hour of the standing vote (hours since 1970) → reports of that stage.
INSERT INTO tally(dim, a, b, c, n)
    SELECT 5, author, slot, stamp / (3600000 << 20), count(*)
    FROM (SELECT r.report AS report, m.author AS author, m.slot AS slot, max(m.stamp) AS stamp, m.value AS value
          FROM mark m JOIN record r ON r.id = m.subject JOIN run u ON r.id BETWEEN u.first_record
               AND u.first_record + u.records - 1
          WHERE m.kind = 11 AND u.loaded = 1
                AND EXISTS(SELECT 1 FROM cell l WHERE l.kind = 7 AND l.subject = u.id AND l.slot = 1
                           AND l.value <> 0)
          GROUP BY r.report, m.author, m.slot) AS vote
         JOIN record p ON p.id = vote.report
    WHERE value & 7 AND p.place NOT IN (3, 4) AND (slot = 1 OR (p.place >= 6 AND p.place <> 8))
    GROUP BY author, slot, stamp / (3600000 << 20);
