// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Encoding.h"
#include "formats/Read.h"
#include "formats/Workbook.h"

#include <iconv.h>

#include <array>
#include <cerrno>

namespace winnow::formats {
namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Leaves out the byte order mark at the very beginning of a stream that comes in pieces of UTF-8.
class MarkFilter {
public:
    void append(std::string_view piece, std::string& out)
    {
        if (passed_) {
            out += piece;
            return;
        }
        held_ += piece;
        if (held_.size() >= utf8Mark.size() || !utf8Mark.starts_with(held_))
            release(out);
    }
    void release(std::string& out)
    {
        out += held_.starts_with(utf8Mark) ? std::string_view(held_).substr(utf8Mark.size()) : std::string_view(held_);
        held_.clear();
        passed_ = true;
    }

private:
    std::string held_;
    bool passed_ = false;
};

class Utf8Decoder final : public Decoder {
public:
    void append(std::string_view original, std::string& out) override { filter_.append(original, out); }
    void finish(std::string& out) override { filter_.release(out); }

private:
    MarkFilter filter_;
};

/// A workbook can be read only as a whole: its directory stands at the end.
class WorkbookDecoder final : public Decoder {
public:
    void append(std::string_view original, std::string&) override { bytes_ += original; }
    void finish(std::string& out) override { appendWorkbookText(bytes_, out); }

private:
    std::string bytes_;
};

class IconvDecoder final : public Decoder {
public:
    IconvDecoder(iconv_t handle, std::size_t unit) : handle_(handle), unit_(unit) { }
    ~IconvDecoder() override { iconv_close(handle_); }
    IconvDecoder(const IconvDecoder&) = delete;
    IconvDecoder& operator=(const IconvDecoder&) = delete;

    void append(std::string_view original, std::string& out) override
    {
        if (pending_.empty()) {
            convert(original, out);
        } else {
            pending_ += original;
            const std::string joined = std::move(pending_);
            pending_.clear();
            convert(joined, out);
        }
    }
    void finish(std::string& out) override
    {
        if (!pending_.empty())
            filter_.append(replacement, out);
        filter_.release(out);
    }

private:
    /// Converts what is whole; keeps the beginning of a character that is cut off in pending_.
    void convert(std::string_view original, std::string& out)
    {
        auto* in = const_cast<char*>(original.data()); // iconv(3) does not write there
        std::size_t left = original.size();
        std::array<char, 16384> converted;
        while (left > 0) {
            char* to = converted.data();
            std::size_t room = converted.size();
            const std::size_t answer = iconv(handle_, &in, &left, &to, &room);
            const int why = errno;
            filter_.append(std::string_view(converted.data(), converted.size() - room), out);
            if (answer != std::size_t(-1) || why == E2BIG)
                continue;
            if (why == EINVAL) {
                pending_.assign(in, left);
                return;
            }
            skipUnit(in, left, out);
        }
    }
    /// Steps over what cannot be converted.
    void skipUnit(char*& in, std::size_t& left, std::string& out)
    {
        filter_.append(replacement, out);
        const std::size_t step = std::min(left, unit_);
        in += step;
        left -= step;
        iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    }

    iconv_t handle_;
    std::size_t unit_; ///< bytes to step over
    std::string pending_;
    MarkFilter filter_;
};

} // namespace

std::unique_ptr<Decoder> makeDecoder(const QString& encoding)
{
    const QString name = encoding.trimmed().toLower();
    if (name == QLatin1String("utf-8"))
        return std::make_unique<Utf8Decoder>();
    if (name == QLatin1String(workbookEncoding.data()))
        return std::make_unique<WorkbookDecoder>();
    if (name.isEmpty() || name.contains(QLatin1Char('/'))) // "//IGNORE" would lose text without a word
        return nullptr;
    iconv_t handle = iconv_open("UTF-8", name.toLatin1().constData());
    if (handle == iconv_t(-1))
        return nullptr;
    return std::make_unique<IconvDecoder>(handle, name.startsWith(QLatin1String("utf-16")) ? 2 : 1);
}

Result<std::string> decodeAll(std::string_view original, const QString& encoding)
{
    const auto decoder = makeDecoder(encoding);
    if (!decoder)
        return fail(ErrorCode::BadInput, encoding);
    std::string text;
    text.reserve(original.size());
    decoder->append(original, text);
    decoder->finish(text);
    return text;
}

qint64 byteOrderMarkLength(std::string_view head)
{
    if (head.starts_with(utf8Mark))
        return 3;
    return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ? 2 : 0;
}

} // namespace winnow::formats
