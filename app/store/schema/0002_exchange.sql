-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files between coauthors. A batch comes in unseen (loaded = 0, its new changes not live) and counts from one commit
-- on; then it is folded in, arrival by arrival: `cursor` is the last one that was looked at, NULL when all were.

ALTER TABLE batch ADD COLUMN loaded INTEGER NOT NULL DEFAULT 1;
ALTER TABLE batch ADD COLUMN cursor INTEGER;
ALTER TABLE batch ADD COLUMN about TEXT NOT NULL DEFAULT '';
CREATE INDEX arrival_batch ON arrival(batch, seq);

-- Which copy of the project this file is, and the sum over the ids of live changes up to one arrival: the check code.
INSERT INTO meta(key, value) VALUES('copy', lower(hex(randomblob(8)))), ('code', 0), ('code_upto', 0);
