// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Json.h"

#include "formats/Text.h"
#include "formats/Utf8.h"

#include <charconv>

namespace winnow::formats {
namespace {

using std::string_view;

/// Deeper is nonsense that would only cost memory.
constexpr std::size_t deepest = 128;

constexpr bool isJsonBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The four hexadecimal digits behind "\u"; false if they are none.
bool hexUnit(string_view text, std::size_t at, unsigned& unit)
{
    if (at + 4 > text.size())
        return false;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 4, unit, 16);
    return error == std::errc() && end == text.data() + at + 4;
}

/// Appends the character that begins with the escape "\u…" at `at`; answers the bytes that it takes, 0 if none.
std::size_t appendUnicode(std::string& out, string_view text, std::size_t at)
{
    unsigned high = 0;
    if (!hexUnit(text, at + 2, high))
        return 0;
    unsigned low = 0;
    const bool pair = high >= 0xD800 && high < 0xDC00 && text.substr(at + 6).starts_with("\\u")
        && hexUnit(text, at + 8, low) && low >= 0xDC00 && low < 0xE000;
    if (pair)
        appendCodePoint(out, char32_t(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
    else
        appendCodePoint(out, char32_t(high));
    return pair ? 12 : 6;
}

char escaped(char code)
{
    switch (code) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b': return '\b';
    case 'f': return '\f';
    case '"':
    case '\\':
    case '/': return code;
    default: return '\0';
    }
}

} // namespace

void appendJsonDecoded(std::string& out, string_view written)
{
    while (true) {
        const auto at = written.find('\\');
        out += written.substr(0, at);
        if (at == npos || at + 1 >= written.size())
            return;
        std::size_t taken = 2;
        if (written[at + 1] == 'u')
            taken = appendUnicode(out, written, at);
        else if (const char c = escaped(written[at + 1]); c != '\0')
            out += c;
        else
            taken = 0;
        if (taken == 0) {
            out += '\\';
            taken = 1;
        }
        written.remove_prefix(at + taken);
    }
}

void appendJsonString(std::string& out, string_view text)
{
    static constexpr string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void JsonDocument::skipBlanks()
{
    while (at_ < text_.size() && isJsonBlank(text_[at_]))
        ++at_;
}

std::uint32_t JsonDocument::add(Kind kind, string_view key)
{
    nodes_.push_back({kind, key, {}, 0});
    nodes_.back().next = static_cast<std::uint32_t>(nodes_.size());
    return static_cast<std::uint32_t>(nodes_.size() - 1);
}

/// Behind the opening quote. A line end in a string is no JSON, but the end of one that was never closed.
JsonDocument::End JsonDocument::string(string_view& content)
{
    const std::size_t from = at_;
    while (true) {
        while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' && text_[at_] != '\n')
            ++at_; // find_first_of takes five times as long
        if (at_ == text_.size()) {
            content = text_.substr(from);
            return End::CutOff;
        }
        if (text_[at_] == '\\') {
            at_ = std::min(at_ + 2, text_.size());
            continue;
        }
        content = text_.substr(from, at_ - from);
        if (text_[at_] == '\n')
            return End::Broken;
        ++at_;
        return End::Complete;
    }
}

JsonDocument::End JsonDocument::scalar(string_view key)
{
    const std::size_t from = at_;
    while (
        at_ < text_.size()
        && (isLetter(text_[at_]) || isDigit(text_[at_]) || text_[at_] == '-' || text_[at_] == '+' || text_[at_] == '.'))
        ++at_;
    const string_view word = text_.substr(from, at_ - from);
    if (at_ == text_.size() && !open_.empty())
        return End::CutOff;
    const bool number = !word.empty() && (isDigit(word[0]) || word[0] == '-');
    if (!number && word != "null" && word != "true" && word != "false" && word != "NaN")
        return End::Broken;
    const Kind kind = number ? Kind::Number : word == "true" ? Kind::True : word == "false" ? Kind::False : Kind::Null;
    nodes_[add(kind, key)].raw = word;
    return End::Complete;
}

JsonDocument::End JsonDocument::value(string_view key)
{
    skipBlanks();
    if (at_ >= text_.size())
        return End::CutOff;
    const char c = text_[at_];
    if (c == '{' || c == '[') {
        if (open_.size() >= deepest)
            return End::Broken;
        began_.push_back(at_++);
        open_.push_back(add(c == '{' ? Kind::Object : Kind::Array, key));
        return End::Complete;
    }
    if (c != '"')
        return scalar(key);
    ++at_;
    const std::uint32_t node = add(Kind::String, key);
    string_view content;
    const End end = string(content);
    nodes_[node].raw = content;
    return end;
}

JsonDocument::End JsonDocument::memberKey(string_view& key)
{
    skipBlanks();
    if (at_ >= text_.size())
        return End::CutOff;
    if (text_[at_] != '"')
        return End::Broken;
    ++at_;
    if (const End end = string(key); end != End::Complete)
        return end;
    skipBlanks();
    if (at_ >= text_.size())
        return End::CutOff;
    if (text_[at_] != ':')
        return End::Broken; // stays in front of it: it may be a part of a character
    ++at_;
    return End::Complete;
}

void JsonDocument::closeTop()
{
    Node& node = nodes_[open_.back()];
    node.next = static_cast<std::uint32_t>(nodes_.size());
    node.raw = text_.substr(began_.back(), at_ - began_.back());
    open_.pop_back();
    began_.pop_back();
}

/// Behind a value: closes what ends here. Complete: a comma was passed, or nothing is open any more.
JsonDocument::End JsonDocument::afterValue()
{
    while (!open_.empty()) {
        skipBlanks();
        if (at_ >= text_.size())
            return End::CutOff;
        const char c = text_[at_];
        if (c != ',' && c != (nodes_[open_.back()].kind == Kind::Object ? '}' : ']'))
            return End::Broken;
        ++at_;
        if (c == ',') {
            skipBlanks();
            if (at_ < text_.size() && (text_[at_] == '}' || text_[at_] == ']'))
                continue; // a comma behind the last one, as people leave it
            return End::Complete;
        }
        closeTop();
    }
    return End::Complete;
}

JsonDocument::End JsonDocument::parse(string_view text)
{
    text_ = text;
    at_ = 0;
    nodes_.clear();
    open_.clear();
    began_.clear();
    End end = End::Complete;
    do {
        string_view key;
        if (!open_.empty() && nodes_[open_.back()].kind == Kind::Object)
            end = memberKey(key);
        const std::size_t opened = open_.size();
        if (end == End::Complete)
            end = value(key);
        const bool entered = open_.size() > opened;
        if (end == End::Complete && entered)
            skipBlanks();
        const bool emptyOne
            = entered && at_ < text_.size() && text_[at_] == (nodes_[open_.back()].kind == Kind::Object ? '}' : ']');
        if (end == End::Complete && (!entered || emptyOne))
            end = afterValue();
    } while (end == End::Complete && !open_.empty());
    while (!open_.empty())
        closeTop();
    return end;
}

std::uint32_t JsonDocument::firstIn(std::uint32_t parent) const
{
    if (parent == none || isText(parent) || nodes_[parent].next <= parent + 1)
        return none;
    return parent + 1;
}

std::uint32_t JsonDocument::after(std::uint32_t node, std::uint32_t parent) const
{
    const std::uint32_t next = nodes_[node].next;
    return next < nodes_[parent].next ? next : none;
}

std::uint32_t JsonDocument::member(std::uint32_t object, string_view key) const
{
    if (object == none || object >= nodes_.size() || nodes_[object].kind != Kind::Object)
        return none;
    for (auto node = firstIn(object); node != none; node = after(node, object)) {
        if (nodes_[node].key == key)
            return node;
    }
    return none;
}

std::string JsonDocument::text(std::uint32_t node) const
{
    std::string out;
    if (node == none || node >= nodes_.size())
        return out;
    if (nodes_[node].kind == Kind::String)
        appendJsonDecoded(out, nodes_[node].raw);
    else if (isText(node) && nodes_[node].kind != Kind::Null)
        out = nodes_[node].raw;
    return out;
}

} // namespace winnow::formats
