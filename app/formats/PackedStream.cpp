// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/PackedStream.h"

#include "formats/ZipSalvage.h"

#include <QFile>
#include <QFileInfo>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>

namespace winnow::formats {
namespace {

class GzipStream final : public PackedStream {
public:
    explicit GzipStream(const QString& path) : file_(path) { }
    bool open() { return file_.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    QIODevice& device() override { return file_; }
    bool restart() override { return file_.seek(0); }
    Inflater::Wrapping wrapping() const override { return Inflater::Wrapping::Gzip; }
    qint64 size() const override { return file_.size(); }

private:
    QFile file_;
};

/// A file in a ZIP that has its directory.
class MemberStream final : public PackedStream {
public:
    MemberStream(const QString& archive, const QString& name) : file_(archive, name), size_(QFileInfo(archive).size())
    {
    }
    bool open()
    {
        int level = 0;
        if (!file_.open(QIODevice::ReadOnly, &method_, &level, true) || !file_.getFileInfo(&info_))
            return false;
        return !info_.isEncrypted() && (method_ == 0 || method_ == Z_DEFLATED);
    }
    QIODevice& device() override { return file_; }
    bool restart() override
    {
        file_.close();
        return open();
    }
    Inflater::Wrapping wrapping() const override
    {
        return method_ == 0 ? Inflater::Wrapping::Stored : Inflater::Wrapping::Raw;
    }
    std::optional<quint32> crc() const override { return info_.crc; }
    qint64 size() const override { return size_; }

private:
    QuaZipFile file_;
    QuaZipFileInfo64 info_;
    qint64 size_;
    int method_ = 0;
};

/// A stretch of a file as a device.
class Stretch final : public QIODevice {
public:
    Stretch(QFile& file, qint64 begin, qint64 length) : file_(file), begin_(begin), length_(length), left_(length)
    {
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool rewind()
    {
        left_ = length_;
        return file_.seek(begin_);
    }

protected:
    qint64 readData(char* to, qint64 most) override
    {
        const qint64 got = std::max<qint64>(file_.read(to, std::min(most, left_)), 0);
        left_ -= got;
        return got;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QFile& file_;
    qint64 begin_;
    qint64 length_;
    qint64 left_;
};

/// A file in a ZIP that lost its directory.
class SalvagedStream final : public PackedStream {
public:
    SalvagedStream(const QString& archive, const SalvagedEntry& entry)
        : file_(archive)
        , entry_(entry)
        , stretch_(file_, entry.offset, entry.packed < 0 ? QFileInfo(archive).size() : entry.packed)
    {
    }
    bool open() { return file_.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && stretch_.rewind(); }
    QIODevice& device() override { return stretch_; }
    bool restart() override { return stretch_.rewind(); }
    Inflater::Wrapping wrapping() const override { return entry_.wrapping; }
    std::optional<quint32> crc() const override { return entry_.crc; }
    bool breaksOff() const override { return entry_.last; }
    qint64 size() const override { return file_.size(); }

private:
    QFile file_;
    SalvagedEntry entry_;
    Stretch stretch_;
};

template <class Stream> std::unique_ptr<PackedStream> opened(std::unique_ptr<Stream> stream)
{
    return stream->open() ? std::move(stream) : nullptr;
}

bool hasDirectory(const QString& archive)
{
    QuaZip zip(archive);
    return zip.open(QuaZip::mdUnzip) && zip.getEntriesCount() > 0;
}

} // namespace

std::unique_ptr<PackedStream> PackedStream::ofGzip(const QString& path)
{
    return opened(std::make_unique<GzipStream>(path));
}

std::unique_ptr<PackedStream> PackedStream::ofMember(const QString& archive, const QString& name)
{
    if (hasDirectory(archive))
        return opened(std::make_unique<MemberStream>(archive, name));
    QFile file(archive);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const auto entries = salvageZip(file);
    const auto found
        = std::find_if(entries.begin(), entries.end(), [&](const SalvagedEntry& e) { return e.name == name; });
    return found == entries.end() ? nullptr : opened(std::make_unique<SalvagedStream>(archive, *found));
}

} // namespace winnow::formats
