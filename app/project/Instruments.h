// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/InstrumentJson.h"
#include "base/Result.h"
#include "domain/Ids.h"

namespace winnow {

class Project;

/// Reads an instrument's file, with all that is to be said of it. Errors: FileMissing, IsDirectory, FileUnreadable.
[[nodiscard]] Result<appraisal::Reading> readInstrumentFile(const QString& path);

/// The shipped instrument of that id, or the one in a file that ends in .json. Errors: BadInput
/// (there is none, or it has faults: the detail tells the first ones), and those of readInstrumentFile.
[[nodiscard]] Result<appraisal::Instrument> findInstrument(const QString& idOrFile);

/// The same, or one that the review keeps, by its id: the newest version of it.
[[nodiscard]] Result<appraisal::Instrument> findInstrument(Project& project, const QString& idOrFile);

/// Those that the review keeps and that do not come with Winnow: by name, the newest version of each first.
[[nodiscard]] Result<std::vector<appraisal::Instrument>> ownInstruments(Project& project);

/// Puts an instrument into the review, as one step: from then on its appraisals can use it, in every copy. One that is
/// there already stays as it is. Errors: BadInput (it has faults: the detail tells the first ones; or its id and
/// version stand for another text already, so that it wants another version), RoleForbids.
[[nodiscard]] Result<InstrumentId> storeInstrument(Project& project, const appraisal::Instrument& instrument);

// What somebody was building when the window closed: kept in this copy of the review alone, no change of it.

/// The JSON of a draft, which may have faults; empty: none is left.
[[nodiscard]] Result<QByteArray> leftDraft(Project& project);
/// Empty forgets it. Nothing is done in a review that cannot be written.
[[nodiscard]] Result<void> leaveDraft(Project& project, const QByteArray& json);

/// "1.10" is newer than "1.9", whatever the letters around the numbers are.
[[nodiscard]] bool isNewerVersion(const QString& version, const QString& than);
/// The version after one: "2" after "1", "1.10" after "1.9", "draft 2" after "draft".
[[nodiscard]] QString versionAfter(const QString& version);

/// The id of the variant that somebody means: case, hyphens and blanks do not count, and labels do as well. Nothing
/// said: the first one. BadInput.
[[nodiscard]] Result<QString> findVariant(const appraisal::Instrument& instrument, const QString& said);

/// Writes it as JSON. FileExists (it is never written over), FileNotWritable.
[[nodiscard]] Result<void> saveInstrument(const appraisal::Instrument& instrument, const QString& path);

/// The same of a text that is not checked, and over a file that is there: for somebody who was asked.
[[nodiscard]] Result<void> writeInstrumentFile(const QByteArray& json, const QString& path);

/// The faults of a reading as one error.
[[nodiscard]] Error unsound(const QString& name, const std::vector<appraisal::Finding>& findings);

} // namespace winnow
