-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The project file. Facts and the log are what is kept; everything under "derived" can be rebuilt from them.

-- ---- identity

CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Everything but records that a change can speak of: reviewers, reasons, labels, sources, runs, studies …
CREATE TABLE entity(
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,     -- 16 bytes, the same in every copy
    type INTEGER NOT NULL);       -- EntityType

-- One row for each session that wrote; random, so that a copied file never makes the same change id twice.
CREATE TABLE replica(id INTEGER PRIMARY KEY, uid INTEGER NOT NULL UNIQUE);

-- ---- facts: inserted, never edited

CREATE TABLE run(
    id INTEGER PRIMARY KEY,       -- entity.id
    hash BLOB NOT NULL,           -- 10 bytes: of file content and reader
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    first_record INTEGER NOT NULL,
    records INTEGER NOT NULL,
    unreadable INTEGER NOT NULL,
    origins TEXT NOT NULL,        -- database names in the file, one per line; record.origin counts from 0
    loaded INTEGER NOT NULL,      -- 0 while the import runs: swept if it never ends
    at INTEGER NOT NULL);

CREATE TABLE chunk(id INTEGER PRIMARY KEY, data BLOB NOT NULL);  -- id = run << 24 | number; zstd of 256 kB
CREATE TABLE unreadable(run INTEGER NOT NULL, line INTEGER NOT NULL, why INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX unreadable_run ON unreadable(run);

-- A record's run follows from its number (runs hold contiguous ranges); its 128-bit id is run.hash and its place.
-- The narrow row is what lists scan; report, place and reason are derived.
CREATE TABLE record(
    id INTEGER PRIMARY KEY,
    offset INTEGER NOT NULL, length INTEGER NOT NULL, line INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    flags INTEGER NOT NULL,       -- RecordFlag
    doi_key INTEGER NOT NULL, pmid_key INTEGER NOT NULL, title_key INTEGER NOT NULL, accession_key INTEGER NOT NULL,
    report INTEGER NOT NULL,      -- the smallest member of its cluster
    place INTEGER NOT NULL,       -- Place, on the report's own row
    reason INTEGER NOT NULL);     -- of an exclusion, on the report's own row
CREATE INDEX record_joined ON record(report) WHERE report <> id;

CREATE TABLE record_text(
    id INTEGER PRIMARY KEY,
    title TEXT, abstract TEXT, authors TEXT, year INTEGER, journal TEXT, volume TEXT, issue TEXT, pages TEXT,
    doi TEXT, pmid TEXT, pmcid TEXT, nct TEXT, keywords TEXT, language TEXT, type TEXT, url TEXT,
    source_id TEXT, extra TEXT);

-- ---- the log: append only

CREATE TABLE change(
    seq INTEGER PRIMARY KEY,      -- local order of arrival
    stamp INTEGER NOT NULL,       -- hybrid logical clock; (stamp, replica) is the 128-bit id
    replica INTEGER NOT NULL,
    wall INTEGER NOT NULL,        -- ms since 1970
    author INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    value,                        -- NULL, INTEGER or TEXT
    step INTEGER NOT NULL,        -- stamp of the first change of its action (same replica)
    undoes INTEGER,               -- step that it undoes …
    undoes_replica INTEGER,       -- … and whose
    live INTEGER NOT NULL DEFAULT 1);  -- has a live arrival in this copy
CREATE UNIQUE INDEX change_id ON change(stamp, replica);
CREATE INDEX change_subject ON change(subject, kind);

-- Arrivals of changes that came from elsewhere; own changes have none and are always live.
CREATE TABLE batch(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, label TEXT NOT NULL, live INTEGER NOT NULL);
CREATE TABLE arrival(seq INTEGER NOT NULL, batch INTEGER NOT NULL, PRIMARY KEY(seq, batch)) WITHOUT ROWID;

-- ---- derived: the fold

CREATE TABLE cell(
    kind INTEGER NOT NULL, subject INTEGER NOT NULL, slot INTEGER NOT NULL,
    value, author INTEGER NOT NULL, stamp INTEGER NOT NULL, replica INTEGER NOT NULL,
    PRIMARY KEY(kind, subject, slot)) WITHOUT ROWID;
CREATE INDEX cell_pair ON cell(slot, subject) WHERE kind IN (9, 10);

-- What one person said: votes, notes, labels, ticks. Readers see it through views only. slot & 3 is the stage.
CREATE TABLE mark(
    subject INTEGER NOT NULL, kind INTEGER NOT NULL, slot INTEGER NOT NULL, author INTEGER NOT NULL,
    value, stamp INTEGER NOT NULL, replica INTEGER NOT NULL,
    PRIMARY KEY(subject, kind, slot, author)) WITHOUT ROWID;
CREATE INDEX mark_of ON mark(author, kind, slot);

CREATE TABLE opened(
    subject INTEGER NOT NULL, stage INTEGER NOT NULL,
    author INTEGER NOT NULL, stamp INTEGER NOT NULL, replica INTEGER NOT NULL,
    PRIMARY KEY(subject, stage)) WITHOUT ROWID;
CREATE TABLE frozen(
    subject INTEGER NOT NULL, stage INTEGER NOT NULL, author INTEGER NOT NULL, value INTEGER NOT NULL,
    PRIMARY KEY(subject, stage, author)) WITHOUT ROWID;

-- Every live resolution; those not named in another's `seen` are the heads (two different heads: decided twice).
CREATE TABLE resolution(
    subject INTEGER NOT NULL, stage INTEGER NOT NULL, stamp INTEGER NOT NULL, replica INTEGER NOT NULL,
    author INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(subject, stage, stamp, replica)) WITHOUT ROWID;

CREATE TABLE tally(
    dim INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY(dim, a, b, c)) WITHOUT ROWID;

-- ---- derived: find as you type. Records up to meta 'find_upto' are in it.

CREATE VIEW searchable AS
    SELECT t.id,
           coalesce((SELECT value FROM cell WHERE kind = 8 AND subject = t.id AND slot = 1), t.title) AS title,
           coalesce((SELECT value FROM cell WHERE kind = 8 AND subject = t.id AND slot = 2), t.abstract) AS abstract,
           coalesce((SELECT value FROM cell WHERE kind = 8 AND subject = t.id AND slot = 3), t.authors) AS authors,
           coalesce((SELECT value FROM cell WHERE kind = 8 AND subject = t.id AND slot = 13), t.keywords) AS keywords,
           coalesce((SELECT value FROM cell WHERE kind = 8 AND subject = t.id AND slot = 9), t.doi, '') || ' '
           || coalesce((SELECT value FROM cell WHERE kind = 8 AND subject = t.id AND slot = 10), t.pmid, '') || ' '
           || coalesce(t.pmcid, '') || ' ' || coalesce(t.nct, '') AS ids
    FROM record_text t;
CREATE VIRTUAL TABLE find USING fts5(
    title, abstract, authors, keywords, ids,
    content = 'searchable', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3', detail = column);
