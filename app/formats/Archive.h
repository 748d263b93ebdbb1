// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>

/// Files that come packed. A gzip file is read as what is in it; a file in a ZIP has a name like one in a folder,
/// "searches.zip/embase.ris", and is a file of its own for everybody: what is kept of it is its unpacked content, so
/// that it is the same file, with the same record ids, as one that was unpacked before. A workbook (.xlsx) is a ZIP
/// only under the hood and no archive here.
namespace winnow::formats {

/// The file itself, or what is in it if it is a ZIP: files in their order; folders and what systems hide are left out.
/// An archive that breaks off and so has lost its directory is searched for the files that are still in it.
/// Errors: IsDirectory, FileUnreadable, EmptyFile (a ZIP of nothing); BadInput: refused, since it unpacks to too much,
/// or a name in it leads out of the archive, or it holds another archive.
[[nodiscard]] Result<QStringList> filesIn(const QString& path);

/// How people call it: "embase.ris", or "searches.zip/embase.ris" if it stands in an archive.
[[nodiscard]] QString shownName(const QString& path);

/// A file that unpacks to so much more than it holds was made to fill memory or disk: text shrinks to a twentieth,
/// rarely to a hundredth. Small ones are let be.
[[nodiscard]] constexpr bool tooLarge(qint64 unpacked, qint64 packed)
{
    return unpacked > (qint64(64) << 20) && unpacked / 200 > packed;
}

/// BadInput, with the reason.
[[nodiscard]] Failure tooLargeFailure(const QString& path);
/// FileUnreadable: nothing of what is packed in it can be used.
[[nodiscard]] Failure damagedFailure(const QString& path);

/// Splits the path of a file in a ZIP in the archive and the name inside; false if it is none.
[[nodiscard]] bool splitArchivePath(const QString& path, QString& archive, QString& member);

} // namespace winnow::formats
