-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Derived from the facts: what duplicates of records are found by, kept so that a search after another import reads the
-- new records only (deduplication/BlockKeys.h). Made anew where `version` is another one.

CREATE TABLE block_keys(
    first INTEGER PRIMARY KEY,    -- record.id of the first of some records in a row
    version INTEGER NOT NULL,
    keys BLOB NOT NULL);          -- of each as it was imported, edits left out; none for some
