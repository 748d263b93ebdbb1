// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Imports.h"

namespace winnow {

/// What came of one file that a person named: its own import, or one of each file in an archive.
struct WholeReport {
    ImportReport total; ///< of an archive: the sums; its format is "zip"
    std::vector<ImportReport> members; ///< of an archive: one each, in their order
    std::vector<Error> failed; ///< of an archive: what keeps single files in it out
};

/// Imports a file or, if it is a ZIP, each file in it as an import of its own, called "archive.zip/inner.ris". A file
/// in it that is no bibliography does not keep the others out. Errors: as Imports::import and formats::filesIn; of an
/// archive only if nothing in it could be imported (that of its first file).
[[nodiscard]] Result<WholeReport> importWhole(Project& project, const ImportRequest& request, const JobContext& job);

/// The files to import: the same, with archives replaced by what is in them. One that cannot be opened stays as it is.
[[nodiscard]] QStringList unpackedNames(const QStringList& files);

} // namespace winnow
