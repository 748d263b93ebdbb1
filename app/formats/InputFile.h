// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QIODevice>

#include <memory>

namespace winnow::formats {

/// A file to be read, unpacked on the way if it is gzip or stands in a ZIP (Archive.h). What the device gives is what
/// Winnow keeps, counts and hashes as the file.
class InputFile {
public:
    /// Errors: FileMissing, IsDirectory, FileUnreadable.
    [[nodiscard]] static Result<std::unique_ptr<InputFile>> open(const QString& path);
    virtual ~InputFile() = default;

    [[nodiscard]] virtual QIODevice& device() = 0;
    /// Why reading ended before the end, if it did: FileUnreadable, BadInput (it unpacks to too much).
    [[nodiscard]] virtual Result<void> state() const = 0;
    /// At the end: a packed file breaks off there or does not hold what it says that it holds, so that a part of the
    /// search may be missing or wrong. What could be unpacked has been given.
    [[nodiscard]] virtual bool damaged() const { return false; }
};

} // namespace winnow::formats
