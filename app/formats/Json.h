// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// One JSON value (RFC 8259) with all that is in it, read over a text that is in memory and outlives it. Its nodes
/// stand in one vector that is kept from value to value; texts are decoded when they are asked for. A value that is
/// broken or cut off keeps what was read before the break.
class JsonDocument {
public:
    enum class Kind : std::uint8_t { Null, False, True, Number, String, Array, Object };
    enum class End { Complete, Broken, CutOff };

    struct Node {
        Kind kind = Kind::Null;
        std::string_view key; ///< as written, between the quotes; of the members of an object
        std::string_view raw; ///< as written: a string without its quotes
        std::uint32_t next = 0; ///< the node behind this one and all that is in it
    };

    /// Reads the value at the beginning of `text`, behind blanks.
    End parse(std::string_view text);
    /// Bytes of the text that were read: the length of the value if it is complete.
    [[nodiscard]] std::size_t length() const { return at_; }

    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::uint32_t root = 0;

    [[nodiscard]] bool empty() const { return nodes_.empty(); }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
    [[nodiscard]] const Node& operator[](std::uint32_t node) const { return nodes_[node]; }
    /// The first value in an array or object, and the one after a value in its `parent`; none: there is no more.
    [[nodiscard]] std::uint32_t firstIn(std::uint32_t parent) const;
    [[nodiscard]] std::uint32_t after(std::uint32_t node, std::uint32_t parent) const;
    /// Member of an object, by its key as written; none if it is not there, or `object` is none or no object.
    [[nodiscard]] std::uint32_t member(std::uint32_t object, std::string_view key) const;
    /// A string, a number as written, "true" or "false"; "" of all others and of none.
    [[nodiscard]] std::string text(std::uint32_t node) const;
    [[nodiscard]] std::string text(std::uint32_t object, std::string_view key) const
    {
        return text(member(object, key));
    }
    [[nodiscard]] bool isText(std::uint32_t node) const
    {
        return node != none && nodes_[node].kind != Kind::Array && nodes_[node].kind != Kind::Object;
    }

private:
    End value(std::string_view key);
    End string(std::string_view& content);
    End scalar(std::string_view key);
    End afterValue();
    End memberKey(std::string_view& key);
    void skipBlanks();
    void closeTop();
    std::uint32_t add(Kind kind, std::string_view key);

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> open_;
    std::vector<std::size_t> began_; ///< where each open one begins in the text
};

/// Appends what a string as written, between its quotes, stands for. Escapes that mean nothing stay as they are.
void appendJsonDecoded(std::string& out, std::string_view written);
/// Appends `text` as a JSON string, quotes and all.
void appendJsonString(std::string& out, std::string_view text);

} // namespace winnow::formats
