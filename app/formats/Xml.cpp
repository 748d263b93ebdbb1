// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Xml.h"

#include "formats/Text.h"
#include "formats/Utf8.h"

#include <array>
#include <charconv>

namespace winnow::formats {
namespace {

using std::string_view;

bool isNameStart(char c)
{
    return isLetter(c) || c == '_' || c == ':' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

string_view withoutPrefix(string_view name)
{
    const auto colon = name.rfind(':');
    return colon == npos ? name : name.substr(colon + 1);
}

/// Appends what `&body;` stands for; false if that is not known.
bool appendEntity(std::string& out, string_view body)
{
    struct Named {
        string_view name;
        char character;
    };
    static constexpr std::array named{Named{"amp", '&'}, Named{"lt", '<'}, Named{"gt", '>'}, Named{"quot", '"'},
                                      Named{"apos", '\''}};
    for (const Named& entity : named) {
        if (entity.name == body) {
            out += entity.character;
            return true;
        }
    }
    if (body.size() < 2 || body[0] != '#')
        return false;
    const bool hex = body[1] == 'x' || body[1] == 'X';
    const string_view digits = body.substr(hex ? 2 : 1);
    unsigned long code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (digits.empty() || end != digits.data() + digits.size() || error == std::errc::invalid_argument)
        return false;
    appendCodePoint(out, error == std::errc() && code <= 0x10FFFF ? static_cast<char32_t>(code) : char32_t(0));
    return true;
}

} // namespace

void appendXmlDecoded(std::string& out, string_view text)
{
    while (true) {
        const auto at = text.find('&');
        out += text.substr(0, at);
        if (at == npos)
            return;
        const auto end = text.substr(0, std::min(text.size(), at + 12)).find(';', at);
        if (end != npos && appendEntity(out, text.substr(at + 1, end - at - 1))) {
            text.remove_prefix(end + 1);
        } else {
            out += '&';
            text.remove_prefix(at + 1);
        }
    }
}

void appendXmlEscaped(std::string& out, string_view text)
{
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
}

bool XmlWalker::skipTo(string_view end, std::size_t from)
{
    const auto found = xml_.find(end, from);
    brokenOff_ = brokenOff_ || found == npos;
    at_ = found == npos ? xml_.size() : found + end.size();
    return true;
}

/// Comments, processing instructions, declarations. True if there was one at at_.
bool XmlWalker::skipSpecial()
{
    const string_view rest = xml_.substr(at_);
    if (rest.starts_with("<!--"))
        return skipTo("-->", at_ + 4);
    if (rest.starts_with("<?"))
        return skipTo("?>", at_ + 2);
    if (rest.starts_with("<![CDATA["))
        return false;
    return rest.starts_with("<!") && skipTo(">", at_ + 2);
}

XmlWalker::Token XmlWalker::tag()
{
    const bool closing = xml_[at_ + 1] == '/';
    const std::size_t nameAt = at_ + (closing ? 2 : 1);
    std::size_t end = nameAt;
    while (end < xml_.size() && !isBlank(xml_[end]) && xml_[end] != '>' && xml_[end] != '/' && xml_[end] != '<')
        ++end;
    name_ = withoutPrefix(xml_.substr(nameAt, end - nameAt));
    const std::size_t attributesAt = end;
    char quote = '\0';
    for (; end < xml_.size() && (quote != '\0' || xml_[end] != '>'); ++end) {
        if (quote == '\0' && xml_[end] == '<')
            break; // the tag was not closed: take it as closed here
        if (quote == '\0' && (xml_[end] == '"' || xml_[end] == '\''))
            quote = xml_[end];
        else if (xml_[end] == quote)
            quote = '\0';
    }
    brokenOff_ = brokenOff_ || end >= xml_.size() || xml_[end] != '>';
    attributes_ = xml_.substr(attributesAt, end - attributesAt);
    at_ = end < xml_.size() && xml_[end] == '>' ? end + 1 : end;
    if (closing)
        return Token::End;
    pendingEnd_ = attributes_.ends_with('/');
    return Token::Start;
}

XmlWalker::Token XmlWalker::next()
{
    if (pendingEnd_) {
        pendingEnd_ = false;
        return Token::End;
    }
    while (at_ < xml_.size()) {
        if (xml_[at_] == '<' && skipSpecial())
            continue;
        if (xml_.substr(at_).starts_with("<![CDATA[")) {
            const std::size_t from = at_ + 9;
            skipTo("]]>", from);
            text_ = xml_.substr(from, at_ - from - (xml_.substr(from, at_ - from).ends_with("]]>") ? 3 : 0));
            cdata_ = true;
            return Token::Text;
        }
        const bool tagHere
            = xml_[at_] == '<' && at_ + 1 < xml_.size() && (isNameStart(xml_[at_ + 1]) || xml_[at_ + 1] == '/');
        if (tagHere)
            return tag();
        const auto end = xml_.find('<', at_ + 1);
        text_ = xml_.substr(at_, end - at_);
        at_ = end == npos ? xml_.size() : end;
        cdata_ = false;
        return Token::Text;
    }
    return Token::Finished;
}

std::string XmlWalker::attribute(string_view name) const
{
    for (auto at = attributes_.find(name); at != npos; at = attributes_.find(name, at + 1)) {
        const string_view rest = trimmed(attributes_.substr(at + name.size()));
        const bool whole = at > 0 && isBlank(attributes_[at - 1]) && rest.starts_with('=');
        const string_view value = whole ? trimmed(rest.substr(1)) : string_view();
        if (value.size() < 2 || (value[0] != '"' && value[0] != '\''))
            continue;
        std::string decoded;
        appendXmlDecoded(decoded, value.substr(1, value.find(value[0], 1) - 1));
        return decoded;
    }
    return {};
}

void XmlWalker::appendText(std::string& out) const
{
    if (cdata_)
        out += text_;
    else
        appendXmlDecoded(out, text_);
}

} // namespace winnow::formats
