// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TextInput.h"

#include "formats/Utf8.h"

#include <algorithm>
#include <cstring>

namespace winnow::formats {
namespace {

constexpr std::size_t chunkSize = std::size_t(1) << 20;

} // namespace

TextInput::TextInput(QIODevice& device, std::unique_ptr<Decoder> decoder, Tap tap)
    : device_(device)
    , decoder_(std::move(decoder))
    , tap_(std::move(tap))
{
}

bool TextInput::fill()
{
    if (ended_)
        return false;
    buffer_.erase(0, at_);
    checked_ -= std::min(at_, checked_);
    at_ = 0;
    const std::size_t before = buffer_.size();
    while (buffer_.size() == before && !ended_) { // a piece may hold half a character only
        const qint64 wanted
            = std::clamp<qint64>(device_.bytesAvailable(), 4096, qint64(chunkSize)); // small files: less
        chunk_.resize(static_cast<std::size_t>(wanted));
        const qint64 n = device_.read(chunk_.data(), wanted);
        if (n < 0)
            failure_ = device_.errorString();
        ended_ = n <= 0;
        chunk_.resize(static_cast<std::size_t>(std::max<qint64>(n, 0)));
        bytesRead_ += qint64(chunk_.size());
        if (tap_ && !chunk_.empty())
            ended_ = !tap_(chunk_) || ended_;
        decoder_->append(chunk_, buffer_);
        if (ended_)
            decoder_->finish(buffer_);
    }
    checkBuffer();
    return buffer_.size() > before;
}

/// Looks at the new bytes once; a sequence that may go on in the next piece is looked at again then.
void TextInput::checkBuffer()
{
    if (dirty_)
        return;
    const std::string_view fresh = std::string_view(buffer_).substr(checked_);
    const Utf8Count count = countUtf8(fresh);
    dirty_ = count.invalid > 0 || count.nuls > 0 || (ended_ && count.tail > 0);
    checked_ = buffer_.size() - count.tail;
}

std::string_view TextInput::clean(std::string_view piece, std::string& scratch) const
{
    if (!dirty_ || isCleanUtf8(piece))
        return piece;
    scratch.clear();
    appendClean(scratch, piece);
    return scratch;
}

void TextInput::consume(std::size_t bytes)
{
    const std::string_view gone = buffered().substr(0, bytes);
    line_ += std::count(gone.begin(), gone.end(), crLines_ ? '\r' : '\n');
    at_ += gone.size();
    offset_ += qint64(gone.size());
}

void TextInput::chooseLineEnd()
{
    if (lineEndChosen_)
        return;
    if (buffered().empty())
        fill();
    const std::string_view text = buffered();
    const auto feeds = std::count(text.begin(), text.end(), '\n');
    std::ptrdiff_t bareReturns = 0;
    for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
        bareReturns += text.substr(at + 1).starts_with('\n') ? 0 : 1;
    crLines_ = bareReturns > feeds;
    lineEndChosen_ = true;
}

std::size_t TextInput::findLineEnd(std::size_t from) const
{
    const std::string_view text = buffered();
    return crLines_ ? text.find_first_of("\r\n", from) : text.find('\n', from);
}

/// 1, or 2 for CRLF in a file whose lines otherwise end in CR.
std::size_t TextInput::lineEndLength(std::size_t at)
{
    if (!crLines_ || buffered()[at] != '\r')
        return 1;
    if (at + 1 == buffered().size())
        fill();
    return at + 1 < buffered().size() && buffered()[at + 1] == '\n' ? 2 : 1;
}

bool TextInput::nextLine(Line& line)
{
    chooseLineEnd();
    std::size_t end = findLineEnd(0);
    while (end == std::string_view::npos && buffered().size() < longestLine) {
        const std::size_t searched = buffered().size();
        if (!fill())
            break;
        end = findLineEnd(searched);
    }
    if (buffered().empty())
        return false;
    const bool whole = end != std::string_view::npos;
    const std::size_t endLength = whole ? lineEndLength(end) : 0;
    const std::string_view all = buffered().substr(0, whole ? end : buffered().size());
    std::string_view text = all;
    while (!text.empty() && text.back() == '\r')
        text.remove_suffix(1);
    line = {clean(text, scratch_), offset_, qint64(text.size()), line_};
    at_ += all.size() + endLength; // not consume(): the line is counted here, in one step
    offset_ += qint64(all.size() + endLength);
    line_ += whole ? 1 : 0;
    return true;
}

} // namespace winnow::formats
