// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TaggedEntry.h"

#include "formats/Entities.h"
#include "formats/Text.h"

namespace winnow::formats {

std::string tagName(Tag tag)
{
    std::string name;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (const auto byte = static_cast<unsigned char>(tag >> shift); byte != 0)
            name += static_cast<char>(byte);
    }
    return name;
}

void TaggedEntry::clear()
{
    buffer_.clear();
    fields_.clear();
    span = {};
}

void TaggedEntry::add(Tag tag, std::string_view value)
{
    value = trimmed(value);
    fields_.push_back({tag, false, buffer_.size(), value.size()});
    buffer_ += value;
}

void TaggedEntry::extend(char separator, std::string_view text)
{
    Field& last = fields_.back();
    if (last.length > 0)
        buffer_ += separator;
    buffer_ += text;
    last.length = buffer_.size() - last.begin;
}

void TaggedEntry::append(const TaggedEntry& other)
{
    for (std::size_t i = 0; i < other.size(); ++i)
        add(other.tag(i), other.value(i));
}

void TaggedEntry::swap(TaggedEntry& other) noexcept
{
    buffer_.swap(other.buffer_);
    fields_.swap(other.fields_);
    std::swap(span, other.span);
}

void TaggedEntry::decodeEntities(Tag except)
{
    if (!hasEntities(buffer_))
        return;
    std::string decoded;
    for (Field& field : fields_) {
        const std::string_view written = std::string_view(buffer_).substr(field.begin, field.length);
        const std::string value = field.tag == except ? std::string(written) : withoutEntities(written);
        field.begin = decoded.size();
        field.length = value.size();
        decoded += value;
    }
    buffer_ = std::move(decoded);
}

bool TaggedEntry::has(Tag tag) const
{
    for (std::size_t i = 0; i < size(); ++i) {
        if (fields_[i].tag == tag && !value(i).empty())
            return true;
    }
    return false;
}

std::string TaggedEntry::text() const
{
    std::string all;
    for (std::size_t i = 0; i < size() && all.size() <= 2000; ++i) {
        all += tagName(tag(i)) + "  - ";
        all += value(i).substr(0, 2001);
        all += '\n';
    }
    return excerpt(trimmed(all));
}

std::string excerpt(std::string_view text)
{
    if (text.size() <= 2000)
        return std::string(text);
    std::size_t end = 2000;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return std::string(text.substr(0, end));
}

bool hasContent(const Record& r)
{
    return !r.title.empty() || !r.abstract.empty() || !r.authors.empty() || !r.doi.empty() || !r.pmid.empty()
        || !r.pmcid.empty() || !r.nct.empty() || !r.winnowId.empty();
}

} // namespace winnow::formats
