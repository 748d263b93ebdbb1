// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "sharing/Manifest.h"

#include <memory>

class QuaZip;
class QuaZipFile;

namespace winnow::sharing {

/// Reads a .winnowz that may be damaged or made to do harm. Nothing is ever unpacked to a name of the file's choosing;
/// entries are read one after another, block by block, so that memory stays flat whatever sizes the file claims.
class BundleReader {
public:
    /// Looks at the table of contents and the manifest only. Errors: FileMissing, FileUnreadable, IsDirectory,
    /// NotABundle (no ZIP, no manifest), BundleDamaged, BundleUnsafe (names, links, passwords, sizes), NewerBundle.
    static Result<std::unique_ptr<BundleReader>> open(const QString& path);
    ~BundleReader();
    BundleReader(const BundleReader&) = delete;
    BundleReader& operator=(const BundleReader&) = delete;

    [[nodiscard]] const Manifest& manifest() const { return m_manifest; }
    [[nodiscard]] const QString& path() const { return m_path; }
    /// Reads all of it and compares sizes and hashes with the manifest: before a single change is believed.
    [[nodiscard]] Result<void> verify(const JobContext& job);

    /// Goes to the start of an entry.
    Result<void> begin(const QString& name);
    /// The next block of it; an empty one at its end.
    Result<QByteArray> block();

private:
    explicit BundleReader(QString path);
    Result<void> lookThrough();
    Result<QByteArray> readManifest();
    Result<void> verifyEntry(const Entry& entry, qint64& done, qint64 total, const JobContext& job);
    [[nodiscard]] Failure damaged(const QString& what = {}) const;

    QString m_path;
    std::unique_ptr<QuaZip> m_zip;
    std::unique_ptr<QuaZipFile> m_entry;
    Manifest m_manifest;
};

} // namespace winnow::sharing
