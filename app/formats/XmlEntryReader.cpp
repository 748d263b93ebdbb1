// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/XmlEntryReader.h"

#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

/// No format nests half as deep; more is nonsense that would cost time.
constexpr std::size_t deepest = 32;

} // namespace

void XmlEntryReader::walk()
{
    for (auto token = walker_.next(); token != XmlWalker::Token::Finished; token = walker_.next()) {
        if (token == XmlWalker::Token::Text)
            walker_.appendText(text_);
        else if (token == XmlWalker::Token::Start)
            open();
        else
            close();
    }
    while (!path_.empty())
        leave(); // broken off
}

bool XmlEntryReader::within(std::string_view name) const
{
    return std::find(path_.begin(), path_.end(), name) != path_.end();
}

void XmlEntryReader::open()
{
    if (isInline(walker_.name()))
        return;
    flushText();
    if (path_.size() >= deepest)
        return;
    path_.push_back(walker_.name());
    opened();
}

void XmlEntryReader::close()
{
    const auto opened = std::find(path_.rbegin(), path_.rend(), walker_.name());
    if (opened == path_.rend()) {
        if (!isInline(walker_.name()))
            flushText();
        return; // closes nothing
    }
    const auto depth = static_cast<std::size_t>(path_.rend() - opened);
    while (path_.size() >= depth)
        leave();
}

void XmlEntryReader::leave()
{
    flushText();
    closed();
    path_.pop_back();
}

void XmlEntryReader::flushText()
{
    const std::string_view value = trimmed(text_);
    if (!value.empty() && !path_.empty())
        text(value);
    text_.clear();
}

} // namespace winnow::formats
