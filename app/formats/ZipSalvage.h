// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Inflater.h"

#include <QIODevice>
#include <QString>

#include <optional>
#include <vector>

/// What is left of a ZIP whose end is missing: its directory stands there, but each file has a head of its own, too
/// (APPNOTE.TXT 6.3, 4.3.7).
namespace winnow::formats {

struct SalvagedEntry {
    QString name;
    qint64 offset = 0; ///< of its packed bytes in the archive
    qint64 packed = -1; ///< how many; -1: known at their end only
    Inflater::Wrapping wrapping = Inflater::Wrapping::Raw;
    std::optional<quint32> crc; ///< none: it stood behind the file
    bool last = false; ///< the archive breaks off in it, or nothing that can be read follows
};

/// The files whose heads are there, in their order. Empty: this is no ZIP, or nothing in it can be unpacked. One that
/// is sealed with a passphrase or packed in a way that zlib does not know is left out.
[[nodiscard]] std::vector<SalvagedEntry> salvageZip(QIODevice& archive);

} // namespace winnow::formats
