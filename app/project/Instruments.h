// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/InstrumentJson.h"
#include "base/Result.h"

namespace winnow {

/// Reads an instrument's file, with all that is to be said of it. Errors: FileMissing, IsDirectory, FileUnreadable.
[[nodiscard]] Result<appraisal::Reading> readInstrumentFile(const QString& path);

/// The shipped instrument of that id, or the one in a file that ends in .json. Errors: BadInput
/// (there is none, or it has faults: the detail tells the first ones), and those of readInstrumentFile.
[[nodiscard]] Result<appraisal::Instrument> findInstrument(const QString& idOrFile);

/// The id of the variant that somebody means: case, hyphens and blanks do not count, and labels do as well. Nothing
/// said: the first one. BadInput.
[[nodiscard]] Result<QString> findVariant(const appraisal::Instrument& instrument, const QString& said);

/// Writes it as JSON. FileExists (it is never written over), FileNotWritable.
[[nodiscard]] Result<void> saveInstrument(const appraisal::Instrument& instrument, const QString& path);

/// The faults of a reading as one error.
[[nodiscard]] Error unsound(const QString& name, const std::vector<appraisal::Finding>& findings);

} // namespace winnow
