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
    /// Why reading ended before the end, if it did: FileUnreadable, BadInput (it unpacks to too much). A packed file
    /// that breaks off is refused as a whole: unlike a text it says itself that a part of the search is missing, and
    /// getting it again is easy.
    [[nodiscard]] virtual Result<void> state() const = 0;
};

} // namespace winnow::formats
