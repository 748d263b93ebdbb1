-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A change that all decisions hang on (votes needed, reasons, who gets what) is worked out ahead: places on the side of
-- each row that does not count yet, tallies as differences. One small commit turns the sides.

ALTER TABLE record ADD COLUMN place2 INTEGER NOT NULL DEFAULT 1;
ALTER TABLE record ADD COLUMN reason2 INTEGER NOT NULL DEFAULT 0;

-- Changes in the log that wait for that commit: from it on they are live (or are not any more).
CREATE TABLE turning(seq INTEGER PRIMARY KEY, live INTEGER NOT NULL);
CREATE TABLE tally_ahead(
    dim INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY(dim, a, b, c)) WITHOUT ROWID;

-- side: 0: place and reason count, 1: place2 and reason2. ahead_upto: the last record that was worked out.
INSERT INTO meta(key, value) VALUES('side', 0), ('ahead_upto', 0);

-- An import that is on its way out (taken back) or in (brought back), portion by portion: its records up to `boundary`
-- are in where `below` is 1, those after it where `below` is 0. leaving: for a change that does not count yet.
CREATE TABLE run_turning(
    run INTEGER PRIMARY KEY, boundary INTEGER NOT NULL, below INTEGER NOT NULL, leaving INTEGER NOT NULL);
