// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// In bytes: what stands before the fields of an entry ("@article{key,") is no longer than that.
inline constexpr std::size_t longestHead = 100;

/// "@article{" or "@String (": where it begins and what stands behind the bracket.
struct BibtexHead {
    std::string_view type; ///< as written
    std::size_t body = 0; ///< of the first byte behind the bracket
    char close = '}';
};

/// Reads a head at `text[at]`, which is '@'. False: none, or cut off by the end of the text.
[[nodiscard]] bool parseBibtexHead(std::string_view text, std::size_t at, BibtexHead& head);
/// One of the types of BibTeX, BibLaTeX and their users, whatever the case; string, preamble and comment too.
[[nodiscard]] bool isBibtexType(std::string_view type);

/// Looks for the end of an entry, piece by piece, each byte once. Braces count as BibTeX counts them, escaped ones
/// too. A known head at the beginning of a line within an entry means that this one was never closed.
class BibtexExtent {
public:
    enum class State { More, Closed, Interrupted };
    BibtexExtent(std::size_t body, char close) : at_(body), close_(close) { }
    /// `text` begins as at the last call and may be longer; `whole`: nothing follows. Closed: at() is behind the
    /// closing bracket. Interrupted: at() is where the next entry begins. More: the end of the text came first.
    State look(std::string_view text, bool whole);
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    [[nodiscard]] bool startsLine(std::string_view text) const;

    std::size_t at_;
    char close_;
    std::size_t depth_ = 0;
    bool quoted_ = false; ///< in an entry in parentheses
};

/// Abbreviations of @string, by their names in lower case, the months among them.
class BibtexStrings {
public:
    BibtexStrings();
    void define(std::string_view name, std::string value);
    /// nullptr if there is none.
    [[nodiscard]] const std::string* find(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> values_;
    std::size_t size_ = 0; ///< bytes of all; far too many are not kept
};

struct BibtexField {
    std::string_view name; ///< as written
    std::string_view value; ///< LaTeX, without the outer delimiters, pieces joined by # put together
};

/// The parts of an entry. Views into the text it was made from, or into `joined`.
struct BibtexEntry {
    std::string_view type;
    std::string_view key;
    std::vector<BibtexField> fields;
    std::deque<std::string> joined; ///< values made of pieces
    bool damaged = false; ///< something in it was no field
};

/// `body` is what stands between the brackets. `open`: the entry was not closed, so a value that swallows a line
/// like "name = {" ends before that line.
[[nodiscard]] BibtexEntry parseBibtexEntry(std::string_view type, std::string_view body, bool open,
                                           const BibtexStrings& strings);

} // namespace winnow::formats
