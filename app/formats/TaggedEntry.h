// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/Text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// A tag of up to four characters as one number, so that tags can be cases of a switch.
using Tag = std::uint32_t;

[[nodiscard]] constexpr Tag tagOf(std::string_view name)
{
    Tag tag = 0;
    for (const char c : name)
        tag = (tag << 8) | static_cast<unsigned char>(c);
    return tag;
}
[[nodiscard]] std::string tagName(Tag tag);

/// The fields of one entry of a tagged format (RIS, MEDLINE …) in file order. All values stand in one buffer that is
/// kept from entry to entry: reading allocates only for what goes into the Record.
class TaggedEntry {
public:
    void clear();
    void add(Tag tag, std::string_view value);
    /// Goes on with the last field.
    void extend(char separator, std::string_view text);
    /// Adds all fields of another entry at the end.
    void append(const TaggedEntry& other);
    void swap(TaggedEntry& other) noexcept;
    /// Characters that are written as in HTML become what they mean, in all values but those of one tag.
    void decodeEntities(Tag except = 0);

    [[nodiscard]] bool empty() const { return fields_.empty(); }
    [[nodiscard]] std::size_t size() const { return fields_.size(); }
    [[nodiscard]] Tag tag(std::size_t i) const { return fields_[i].tag; }
    /// Trimmed at both ends.
    [[nodiscard]] std::string_view value(std::size_t i) const
    {
        return trimmed(std::string_view(buffer_).substr(fields_[i].begin, fields_[i].length));
    }
    [[nodiscard]] bool has(Tag tag) const;
    /// For reports: the first 2,000 bytes, cut between two characters.
    [[nodiscard]] std::string text() const;

    /// A field that is in the Record, so that it need not be kept as an extra one.
    void use(std::size_t i) { fields_[i].used = true; }
    [[nodiscard]] bool used(std::size_t i) const { return fields_[i].used; }

    RawSpan span; ///< kept by the reader

private:
    struct Field {
        Tag tag;
        bool used;
        std::size_t begin;
        std::size_t length;
    };
    std::string buffer_;
    std::vector<Field> fields_;
};

/// `text` cut to at most 2,000 bytes, between two characters.
[[nodiscard]] std::string excerpt(std::string_view text);

/// There is something in it that a reviewer could judge or find the work by.
[[nodiscard]] bool hasContent(const Record& record);

} // namespace winnow::formats
