-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- ISSN and ISBN of a record, normalised. Of records that came in before, they stand in `extra` as they were written.
ALTER TABLE record_text ADD COLUMN issn TEXT;
ALTER TABLE record_text ADD COLUMN isbn TEXT;
