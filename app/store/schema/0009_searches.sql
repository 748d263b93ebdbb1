-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Searches that are being fetched, in this copy only: the answers of the service as they came, kept until all of them
-- are here, so that a search goes on where it stopped. What came in of them is an import like any other; what was
-- searched for and found stands in the log.

CREATE TABLE fetch(
    id INTEGER PRIMARY KEY,
    asked TEXT NOT NULL,          -- JSON: database, query, filters
    began INTEGER NOT NULL,       -- ms since 1970
    brought INTEGER NOT NULL);    -- so many of its answers came in with an import already

CREATE TABLE fetched(
    id INTEGER PRIMARY KEY,       -- fetch << 24 | number
    at INTEGER NOT NULL,          -- ms since 1970
    address TEXT NOT NULL,        -- without keys
    status INTEGER NOT NULL,      -- of HTTP; what is no 200 says how to ask otherwise
    bytes INTEGER NOT NULL,
    hash TEXT NOT NULL,           -- SHA-256 of the answer, hexadecimal
    records INTEGER NOT NULL,     -- 1: it holds some
    data BLOB NOT NULL);          -- zstd
