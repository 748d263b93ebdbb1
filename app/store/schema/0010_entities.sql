-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What records speak of (genes, chemicals, diseases …), as PubTator says: in this copy, so that it can be read without a
-- network. Nobody's work: it can be fetched again, and is neither in the log nor in bundles. The changes of kinds 71 to
-- 75 are cells like others.

CREATE TABLE spoken_of(
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,        -- EntityKind
    accession TEXT NOT NULL,      -- "673", "MESH:D008545"
    name TEXT NOT NULL,
    UNIQUE(kind, accession));

CREATE TABLE mention(
    record INTEGER NOT NULL,
    entity INTEGER NOT NULL,      -- spoken_of.id
    words TEXT NOT NULL,          -- what stands for it there, one per line
    PRIMARY KEY(record, entity)) WITHOUT ROWID;
CREATE INDEX mention_entity ON mention(entity);

-- Records that were looked at, whether or not they speak of anything.
CREATE TABLE annotated(
    record INTEGER PRIMARY KEY,
    how INTEGER NOT NULL,         -- 1: PubTator; 2: by the names that were known by then
    at INTEGER NOT NULL);         -- ms since 1970
