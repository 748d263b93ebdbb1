// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sharing/Manifest.h"

#include <QCryptographicHash>
#include <QSaveFile>

#include <memory>

class QuaZip;
class QuaZipFile;

namespace winnow::sharing {

/// Writes a .winnowz: a ZIP whose entries are rows of blocks (four bytes of length, little-endian, then as many bytes).
/// The file appears under its name only when finish() has written all of it. Errors: FileNotWritable, DiskFull.
class BundleWriter {
public:
    /// FileExists is for the caller to ask about: what is there is replaced.
    static Result<std::unique_ptr<BundleWriter>> create(const QString& path);
    ~BundleWriter();
    BundleWriter(const BundleWriter&) = delete;
    BundleWriter& operator=(const BundleWriter&) = delete;

    enum class Packing { Deflated, Stored };
    Result<void> begin(const QString& name, Packing packing);
    Result<void> block(QByteArrayView bytes);
    Result<void> end();
    /// Adds the entries to the manifest, writes it as the last one and closes the file. Returns its size.
    Result<qint64> finish(Manifest manifest);

private:
    explicit BundleWriter(const QString& path);
    Result<void> write(QByteArrayView bytes);
    [[nodiscard]] Failure failure() const;

    QSaveFile m_file;
    std::unique_ptr<QuaZip> m_zip;
    std::unique_ptr<QuaZipFile> m_entry;
    QCryptographicHash m_hash;
    std::vector<Entry> m_entries;
};

} // namespace winnow::sharing
