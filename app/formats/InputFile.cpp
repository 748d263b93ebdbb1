// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/InputFile.h"

#include "formats/Archive.h"
#include "formats/PackedStream.h"

#include <QFile>
#include <QFileInfo>

#include <optional>

namespace winnow::formats {
namespace {

class PlainFile final : public InputFile {
public:
    explicit PlainFile(const QString& path) : file_(path) { }
    bool open() { return file_.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    QIODevice& device() override { return file_; }
    Result<void> state() const override
    {
        if (file_.error() != QFileDevice::NoError)
            return fail(ErrorCode::FileUnreadable, file_.fileName(), file_.errorString());
        return {};
    }

private:
    QFile file_;
};

/// The unpacked content of something, from the beginning on; the only place to go to is the beginning.
class Unpacked final : public QIODevice {
public:
    explicit Unpacked(std::unique_ptr<PackedStream> packed) : packed_(std::move(packed))
    {
        inflater_.emplace(packed_->device(), packed_->wrapping());
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64 pos) override
    {
        given_ = 0;
        if (pos != 0 || !packed_->restart())
            return false;
        inflater_.emplace(packed_->device(), packed_->wrapping());
        return true;
    }
    /// How much there is is known at the end; so much is asked for at a time.
    [[nodiscard]] qint64 bytesAvailable() const override { return qint64(1) << 20; }

    bool tooMuch = false;
    bool damaged = false;

protected:
    qint64 readData(char* to, qint64 most) override
    {
        const qint64 got = inflater_->read(to, most);
        given_ += got;
        tooMuch = tooMuch || tooLarge(given_, packed_->size());
        if (inflater_->ended())
            damaged = !inflater_->whole() || packed_->breaksOff()
                || (packed_->crc() && *packed_->crc() != inflater_->crc());
        return tooMuch ? -1 : got;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::unique_ptr<PackedStream> packed_;
    std::optional<Inflater> inflater_;
    qint64 given_ = 0;
};

class PackedFile final : public InputFile {
public:
    PackedFile(QString path, std::unique_ptr<Unpacked> unpacked)
        : path_(std::move(path))
        , unpacked_(std::move(unpacked))
    {
    }
    QIODevice& device() override { return *unpacked_; }
    Result<void> state() const override
    {
        if (unpacked_->tooMuch)
            return tooLargeFailure(path_);
        return {};
    }
    bool damaged() const override { return unpacked_->damaged; }

private:
    QString path_;
    std::unique_ptr<Unpacked> unpacked_;
};

bool isGzip(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(3) == QByteArray("\x1F\x8B\x08");
}

Result<std::unique_ptr<InputFile>> unpacked(const QString& path, std::unique_ptr<PackedStream> packed)
{
    if (!packed)
        return fail(ErrorCode::FileUnreadable, path);
    return std::make_unique<PackedFile>(path, std::make_unique<Unpacked>(std::move(packed)));
}

} // namespace

Result<std::unique_ptr<InputFile>> InputFile::open(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    QString archive;
    QString member;
    if (splitArchivePath(path, archive, member))
        return unpacked(path, PackedStream::ofMember(archive, member));
    if (!info.exists())
        return fail(ErrorCode::FileMissing, path);
    if (isGzip(path))
        return unpacked(path, PackedStream::ofGzip(path));
    auto file = std::make_unique<PlainFile>(path);
    if (!file->open())
        return fail(ErrorCode::FileUnreadable, path, file->state() ? QString() : file->state().error().detail);
    return file;
}

} // namespace winnow::formats
