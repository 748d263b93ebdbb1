// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/BundleWriter.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <QtEndian>

#include <zlib.h>

namespace winnow::sharing {

BundleWriter::BundleWriter(const QString& path) : m_file(path), m_hash(QCryptographicHash::Sha256) { }
BundleWriter::~BundleWriter() = default;

Result<std::unique_ptr<BundleWriter>> BundleWriter::create(const QString& path)
{
    std::unique_ptr<BundleWriter> writer(new BundleWriter(path));
    if (!writer->m_file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, path, writer->m_file.errorString());
    writer->m_zip = std::make_unique<QuaZip>(&writer->m_file);
    writer->m_zip->setAutoClose(false);
    writer->m_zip->setZip64Enabled(true);
    writer->m_zip->setUtf8Enabled(true);
    if (!writer->m_zip->open(QuaZip::mdCreate))
        return writer->failure();
    return writer;
}

Failure BundleWriter::failure() const
{
    const bool full = m_file.error() == QFileDevice::ResourceError || m_file.error() == QFileDevice::WriteError;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, m_file.fileName(), m_file.errorString());
}

Result<void> BundleWriter::begin(const QString& name, Packing packing)
{
    m_entry = std::make_unique<QuaZipFile>(m_zip.get());
    m_hash.reset();
    m_entries.push_back({name, 0, {}});
    const bool deflated = packing == Packing::Deflated;
    if (!m_entry->open(QIODevice::WriteOnly, QuaZipNewInfo(name), nullptr, 0, deflated ? Z_DEFLATED : 0,
                       deflated ? 3 : 0))
        return failure();
    return {};
}

Result<void> BundleWriter::write(QByteArrayView bytes)
{
    if (m_entry->write(bytes.data(), bytes.size()) != bytes.size())
        return failure();
    m_hash.addData(bytes);
    m_entries.back().bytes += bytes.size();
    return {};
}

Result<void> BundleWriter::block(QByteArrayView bytes)
{
    const quint32 length = qToLittleEndian(quint32(bytes.size()));
    if (const auto head = write({reinterpret_cast<const char*>(&length), sizeof length}); !head)
        return head;
    return write(bytes);
}

Result<void> BundleWriter::end()
{
    m_entry->close();
    if (m_entry->getZipError() != 0)
        return failure();
    m_entries.back().sha256 = m_hash.result().toHex();
    m_entry.reset();
    return {};
}

Result<qint64> BundleWriter::finish(Manifest manifest)
{
    manifest.entries = m_entries;
    const QByteArray json = toJson(manifest);
    if (const auto begun = begin(QLatin1String(manifestName), Packing::Deflated); !begun)
        return Failure(begun.error());
    if (const auto written = write(json); !written)
        return Failure(written.error());
    if (const auto ended = end(); !ended)
        return Failure(ended.error());
    m_zip->close();
    const qint64 bytes = m_file.size();
    if (m_zip->getZipError() != 0 || !m_file.commit())
        return failure();
    return bytes;
}

} // namespace winnow::sharing
