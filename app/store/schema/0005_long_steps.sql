-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Steps of very many changes, written and folded bit by bit so that votes go between. A row for each that is on its way.

CREATE TABLE long_step(
    stamp INTEGER NOT NULL, replica INTEGER NOT NULL,   -- the step's id
    undoes INTEGER, undoes_replica INTEGER,
    room INTEGER NOT NULL,        -- stamps that are kept for it
    state INTEGER NOT NULL,       -- 0 unseen, 1 counts and is folded in, 2 is folded out again
    cursor INTEGER NOT NULL,      -- stamp of the last change that was folded
    PRIMARY KEY(stamp, replica)) WITHOUT ROWID;

-- A person's steps, newest first: the way back passes over a step of 100,000 changes as over any other.
CREATE INDEX change_step ON change(author, stamp, replica) WHERE stamp = step;
