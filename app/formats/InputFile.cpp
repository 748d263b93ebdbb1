// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/InputFile.h"

#include "formats/Archive.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <zlib.h>

#include <algorithm>

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
class Unpacked : public QIODevice {
public:
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64 pos) override
    {
        given_ = 0;
        return pos == 0 && restart();
    }
    /// How much there is is known at the end; so much is asked for at a time.
    [[nodiscard]] qint64 bytesAvailable() const override { return qint64(1) << 20; }

    bool tooMuch = false;
    bool damaged = false;

protected:
    /// Bytes unpacked, 0 at the end, negative if the rest is damaged.
    virtual qint64 unpack(char* to, qint64 most) = 0;
    virtual bool restart() = 0;
    [[nodiscard]] virtual qint64 packedSize() const = 0;

    qint64 readData(char* to, qint64 most) override
    {
        qint64 got = 0;
        while (got < most && !tooMuch) {
            const qint64 n = unpack(to + got, most - got);
            damaged = damaged || n < 0;
            if (n <= 0)
                break;
            got += n;
            given_ += n;
            tooMuch = tooLarge(given_, packedSize());
        }
        return tooMuch ? -1 : got;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 given_ = 0;
};

class Gunzipped final : public Unpacked {
public:
    explicit Gunzipped(const QString& path) : size_(QFileInfo(path).size())
    {
        file_ = gzopen(QFile::encodeName(path).constData(), "rb");
        if (file_)
            gzbuffer(file_, 1 << 18);
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~Gunzipped() override
    {
        if (file_)
            gzclose(file_);
    }
    Gunzipped(const Gunzipped&) = delete;
    Gunzipped& operator=(const Gunzipped&) = delete;

protected:
    qint64 unpack(char* to, qint64 most) override
    {
        const int n = file_ ? gzread(file_, to, unsigned(std::min<qint64>(most, 1 << 30))) : -1;
        int error = Z_OK;
        if (n <= 0 && file_)
            gzerror(file_, &error);
        damaged = damaged || error == Z_BUF_ERROR; // the file ends in the middle
        return n;
    }
    bool restart() override { return file_ && gzrewind(file_) == 0; }
    qint64 packedSize() const override { return size_; }

private:
    gzFile file_;
    qint64 size_;
};

class ZipMember final : public Unpacked {
public:
    ZipMember(const QString& archive, const QString& name) : file_(archive, name), size_(QFileInfo(archive).size())
    {
        usable_ = file_.open(QIODevice::ReadOnly);
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool usable() const { return usable_; }

protected:
    qint64 unpack(char* to, qint64 most) override { return file_.read(to, most); }
    bool restart() override
    {
        file_.close();
        usable_ = file_.open(QIODevice::ReadOnly);
        return usable_;
    }
    qint64 packedSize() const override { return size_; }

private:
    QuaZipFile file_;
    qint64 size_;
    bool usable_ = false;
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
        if (unpacked_->damaged)
            return fail(ErrorCode::FileUnreadable, shownName(path_),
                        QCoreApplication::translate("Words", "what is packed in it is damaged or breaks off"));
        return {};
    }

private:
    QString path_;
    std::unique_ptr<Unpacked> unpacked_;
};

bool isGzip(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(3) == QByteArray("\x1F\x8B\x08");
}

} // namespace

Result<std::unique_ptr<InputFile>> InputFile::open(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    QString archive;
    QString member;
    if (splitArchivePath(path, archive, member)) {
        auto file = std::make_unique<ZipMember>(archive, member);
        if (!file->usable())
            return fail(ErrorCode::FileUnreadable, path);
        return std::make_unique<PackedFile>(path, std::move(file));
    }
    if (!info.exists())
        return fail(ErrorCode::FileMissing, path);
    if (isGzip(path))
        return std::make_unique<PackedFile>(path, std::make_unique<Gunzipped>(path));
    auto file = std::make_unique<PlainFile>(path);
    if (!file->open())
        return fail(ErrorCode::FileUnreadable, path, file->state() ? QString() : file->state().error().detail);
    return file;
}

} // namespace winnow::formats
