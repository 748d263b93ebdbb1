// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// Walks over a piece of XML that is in memory, without a document: no DTD is read, no entity but the five of XML and
/// numbers is expanded (`&k;` stays `&k;`), nothing is fetched. It never fails: what is no markup is text.
class XmlWalker {
public:
    enum class Token { Start, End, Text, Finished };

    explicit XmlWalker(std::string_view xml) : xml_(xml) { }

    /// An empty element `<a/>` comes as Start and End. Comments, instructions and DOCTYPE are passed over.
    Token next();
    /// Of Start and End, without a prefix.
    [[nodiscard]] std::string_view name() const { return name_; }
    /// Decoded value of an attribute of the Start; "" if it is not there.
    [[nodiscard]] std::string attribute(std::string_view name) const;
    /// Of Text: entities decoded (not in CDATA). Appended to `out`.
    void appendText(std::string& out) const;
    /// A tag or comment was not closed before the end.
    [[nodiscard]] bool brokenOff() const { return brokenOff_; }

private:
    Token tag();
    bool skipSpecial();
    bool skipTo(std::string_view end, std::size_t from);

    std::string_view xml_;
    std::size_t at_ = 0;
    std::string_view name_;
    std::string_view attributes_;
    std::string_view text_;
    bool cdata_ = false;
    bool pendingEnd_ = false;
    bool brokenOff_ = false;
};

/// Appends text with its entities decoded.
void appendXmlDecoded(std::string& out, std::string_view text);
/// Appends text as it stands between two tags; control characters that XML forbids become blanks.
void appendXmlEscaped(std::string& out, std::string_view text);

} // namespace winnow::formats
