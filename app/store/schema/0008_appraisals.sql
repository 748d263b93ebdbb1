-- SPDX-FileCopyrightText: 2026 The Winnow authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Appraisals (kinds 50 to 56) are cells and marks of subjects that are no records. A Winnow from before would not know
-- that the marks among them are blind: the number of this migration keeps it from opening the file to write.

-- The appraisals of a study, by the uid of its first record.
CREATE INDEX cell_appraised ON cell(value) WHERE kind = 51 AND slot = 1;
