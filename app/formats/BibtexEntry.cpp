// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/BibtexEntry.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 55> types{"article",
                                            "artwork",
                                            "audio",
                                            "bibnote",
                                            "book",
                                            "bookinbook",
                                            "booklet",
                                            "collection",
                                            "comment",
                                            "commentary",
                                            "conference",
                                            "data",
                                            "dataset",
                                            "electronic",
                                            "image",
                                            "inbook",
                                            "incollection",
                                            "inproceedings",
                                            "inreference",
                                            "jurisdiction",
                                            "legal",
                                            "legislation",
                                            "letter",
                                            "manual",
                                            "mastersthesis",
                                            "misc",
                                            "movie",
                                            "music",
                                            "mvbook",
                                            "mvcollection",
                                            "mvproceedings",
                                            "mvreference",
                                            "online",
                                            "patent",
                                            "performance",
                                            "periodical",
                                            "phdthesis",
                                            "preamble",
                                            "proceedings",
                                            "reference",
                                            "report",
                                            "review",
                                            "set",
                                            "software",
                                            "standard",
                                            "string",
                                            "suppbook",
                                            "suppcollection",
                                            "suppperiodical",
                                            "techreport",
                                            "thesis",
                                            "unpublished",
                                            "video",
                                            "webpage",
                                            "www"};

constexpr std::size_t longestName = 60;
/// Macros may hold macros: what one entry may grow to by them.
constexpr std::size_t mostExpanded = std::size_t(4) << 20;

constexpr CharSet notInNames(string_view(" \t\n\v\f\r\0={}\",#%()@", 17));
constexpr CharSet extentMarks("@{}\")");
constexpr CharSet braces("{}");
constexpr CharSet bracesAndLines("{}\n");
constexpr CharSet wordEnds(",#\n}{\"");

bool isNameChar(char c)
{
    return !notInNames.has(c);
}

/// Pieces of a field, one after the other.
class FieldParser {
public:
    FieldParser(string_view body, bool open, const BibtexStrings& strings, BibtexEntry& entry)
        : body_(body)
        , open_(open)
        , strings_(strings)
        , entry_(entry)
    {
    }

    void run()
    {
        key();
        while (toName())
            field();
    }

private:
    /// All up to the first comma; a key may hold blanks and letters of any kind. It may be missing, and so may the
    /// comma: then a line end parts it from the first name.
    void key()
    {
        const auto end = body_.find_first_of(",={\"");
        if (end == npos) {
            entry_.key = trimmed(body_);
            at_ = body_.size();
        } else if (body_[end] == ',') {
            entry_.key = trimmed(body_.substr(0, end));
            at_ = end + 1;
        } else if (body_[end] == '=') {
            const string_view before = trimmed(body_.substr(0, end));
            const auto name = before.find_last_of(" \t\r\n");
            entry_.key = name == npos ? string_view() : trimmed(before.substr(0, name));
            at_ = name == npos ? 0 : static_cast<std::size_t>(before.data() - body_.data()) + name;
        } else { // a bracket or quotation mark within the key (EBSCO)
            const auto comma = std::min(body_.find_first_of(",\n", end), body_.size());
            entry_.key = trimmed(body_.substr(0, comma));
            at_ = std::min(comma + 1, body_.size());
        }
    }

    /// To the next name; false at the end. Blanks, commas and comments are passed over; so is what is no name, but
    /// that is noted.
    bool toName()
    {
        while (at_ < body_.size()) {
            const char c = body_[at_];
            if (c == '%')
                at_ = std::min(body_.find('\n', at_), body_.size());
            else if (isBlank(c) || c == ',')
                ++at_;
            else if (isNameChar(c))
                return true;
            else {
                entry_.damaged = true;
                ++at_;
            }
        }
        return false;
    }

    void skipBlanks()
    {
        while (at_ < body_.size() && isBlank(body_[at_]))
            ++at_;
    }
    [[nodiscard]] char here() const { return at_ < body_.size() ? body_[at_] : '\0'; }

    void field()
    {
        const std::size_t begin = at_;
        while (at_ < body_.size() && isNameChar(body_[at_]))
            ++at_;
        passMoreWords();
        const string_view name = trimmed(body_.substr(begin, at_ - begin));
        skipBlanks();
        if (here() != '=') { // a word without a value
            entry_.damaged = true;
            return;
        }
        ++at_;
        entry_.fields.push_back({name, value()});
    }

    /// "Early Access Date = " (Web of Science): words of one name, on one line.
    void passMoreWords()
    {
        std::size_t i = at_;
        const std::size_t end = std::min(body_.size(), i + longestName);
        while (i < end && (isNameChar(body_[i]) || body_[i] == ' '))
            ++i;
        if (i < end && body_[i] == '=')
            at_ = i;
    }

    string_view value()
    {
        string_view whole = piece();
        std::string* joined = nullptr;
        for (skipBlanks(); here() == '#'; skipBlanks()) {
            ++at_;
            const string_view next = piece();
            if (!joined)
                joined = &entry_.joined.emplace_back(whole);
            if (expanded_ + next.size() > mostExpanded) {
                entry_.damaged = true;
                continue;
            }
            expanded_ += next.size();
            *joined += next;
        }
        return joined ? string_view(*joined) : whole;
    }

    string_view piece()
    {
        skipBlanks();
        if (here() == '{')
            return braced();
        if (here() == '"')
            return quoted();
        const std::size_t begin = at_;
        at_ = wordEnds.findIn(body_, at_);
        const string_view word = trimmed(body_.substr(begin, at_ - begin));
        const std::string* known = strings_.find(word);
        return known ? string_view(*known) : word;
    }

    string_view braced()
    {
        const std::size_t begin = ++at_;
        const CharSet& marks = open_ ? bracesAndLines : braces;
        std::size_t depth = 1;
        for (at_ = marks.findIn(body_, at_); at_ < body_.size(); at_ = marks.findIn(body_, at_ + 1)) {
            const char c = body_[at_];
            if (open_ && c == '\n' && fieldFollows())
                return takeTo(begin, at_);
            depth += c == '{' ? 1 : 0;
            depth -= c == '}' ? 1 : 0;
            if (depth == 0) {
                ++at_;
                return body_.substr(begin, at_ - 1 - begin);
            }
        }
        return takeTo(begin, body_.size());
    }
    /// A value that was not closed.
    string_view takeTo(std::size_t begin, std::size_t end)
    {
        entry_.damaged = true;
        string_view text = trimmed(body_.substr(begin, end - begin));
        while (!text.empty() && (text.back() == ',' || text.back() == '}' || text.back() == '"'))
            text.remove_suffix(1);
        return text;
    }

    /// A line like "  author = {" or "year = 2001" begins behind the line end at at_.
    [[nodiscard]] bool fieldFollows() const
    {
        std::size_t i = at_ + 1;
        const std::size_t end = std::min(body_.size(), i + longestName);
        while (i < end && (body_[i] == ' ' || body_[i] == '\t'))
            ++i;
        return nameAndSign(i);
    }
    /// A field's name, "=" and the beginning of a value stand at `i`.
    [[nodiscard]] bool nameAndSign(std::size_t i) const
    {
        const std::size_t end = std::min(body_.size(), i + longestName);
        const std::size_t name = i;
        while (i < end && isNameChar(body_[i]))
            ++i;
        if (i == name || !isLetter(body_[name]))
            return false;
        while (i < end && (body_[i] == ' ' || body_[i] == '\t'))
            ++i;
        if (i >= end || body_[i] != '=')
            return false;
        for (++i; i < end && (body_[i] == ' ' || body_[i] == '\t'); ++i) { }
        return i < end && (body_[i] == '{' || body_[i] == '"' || isDigit(body_[i]));
    }

    /// A quotation mark ends the value only outside braces and where a value may end: "The "best" study" is one.
    string_view quoted()
    {
        const std::size_t begin = ++at_;
        std::size_t depth = 0;
        for (; at_ < body_.size(); ++at_) {
            const char c = body_[at_];
            if (open_ && c == '\n' && fieldFollows())
                return takeTo(begin, at_);
            depth += c == '{' ? 1 : 0;
            depth -= c == '}' && depth > 0 ? 1 : 0;
            if (c == '"' && depth == 0 && valueMayEnd(at_ + 1)) {
                ++at_;
                return body_.substr(begin, at_ - 1 - begin);
            }
        }
        return takeTo(begin, body_.size());
    }
    [[nodiscard]] bool valueMayEnd(std::size_t i) const
    {
        bool lineEnd = false;
        for (const std::size_t last = std::min(body_.size(), i + 200); i < last && isBlank(body_[i]); ++i)
            lineEnd = lineEnd || body_[i] == '\n';
        if (i >= body_.size() || lineEnd || body_[i] == ',' || body_[i] == '#' || body_[i] == '}')
            return true;
        return isBlank(body_[i - 1]) && nameAndSign(i); // the comma is missing
    }

    string_view body_;
    bool open_;
    const BibtexStrings& strings_;
    BibtexEntry& entry_;
    std::size_t at_ = 0;
    std::size_t expanded_ = 0;
};

} // namespace

bool isBibtexType(string_view type)
{
    return std::binary_search(types.begin(), types.end(), string_view(lowered(type)));
}

bool parseBibtexHead(string_view text, std::size_t at, BibtexHead& head)
{
    std::size_t end = at + 1;
    while (end < text.size() && end < at + 40 && (isLetter(text[end]) || (end > at + 1 && isDigit(text[end]))))
        ++end;
    if (end == at + 1)
        return false;
    std::size_t bracket = end;
    while (bracket < text.size() && bracket < end + 40 && isBlank(text[bracket]))
        ++bracket;
    if (bracket >= text.size() || (text[bracket] != '{' && text[bracket] != '('))
        return false;
    head = {text.substr(at + 1, end - at - 1), bracket + 1, text[bracket] == '{' ? '}' : ')'};
    return true;
}

/// Only blanks, and perhaps a percent sign, stand between the line's beginning and at_.
bool BibtexExtent::startsLine(string_view text) const
{
    std::size_t i = at_;
    const std::size_t first = at_ > 40 ? at_ - 40 : 0;
    while (i > first && (text[i - 1] == ' ' || text[i - 1] == '\t' || text[i - 1] == '%'))
        --i;
    return i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r';
}

BibtexExtent::State BibtexExtent::look(string_view text, bool whole)
{
    for (at_ = extentMarks.findIn(text, at_); at_ < text.size(); at_ = extentMarks.findIn(text, at_ + 1)) {
        const char c = text[at_];
        if (c == '@') {
            if (!whole && text.size() - at_ < longestHead && startsLine(text))
                return State::More; // asked again when the head is there
            BibtexHead head;
            if (startsLine(text) && parseBibtexHead(text, at_, head) && isBibtexType(head.type))
                return State::Interrupted;
        } else if (c == '{') {
            ++depth_;
        } else if (c == '}' && depth_ > 0) {
            --depth_;
        } else if (c == '"' && depth_ == 0 && close_ == ')' && text[at_ - 1] != '\\') {
            quoted_ = !quoted_;
        } else if (c == close_ && depth_ == 0 && !quoted_) {
            ++at_;
            return State::Closed;
        }
    }
    return State::More;
}

BibtexStrings::BibtexStrings()
{
    struct Month {
        const char* name;
        const char* value;
    };
    for (const Month month :
         {Month{"jan", "January"}, Month{"feb", "February"}, Month{"mar", "March"}, Month{"apr", "April"},
          Month{"may", "May"}, Month{"jun", "June"}, Month{"jul", "July"}, Month{"aug", "August"},
          Month{"sep", "September"}, Month{"oct", "October"}, Month{"nov", "November"}, Month{"dec", "December"}})
        values_.emplace(month.name, month.value);
}

void BibtexStrings::define(string_view name, std::string value)
{
    if (size_ + name.size() + value.size() > 4 * mostExpanded)
        return;
    size_ += name.size() + value.size();
    values_.insert_or_assign(lowered(name), std::move(value));
}

const std::string* BibtexStrings::find(string_view name) const
{
    if (name.empty() || name.size() > 200 || isDigit(name[0]))
        return nullptr;
    const auto found = values_.find(lowered(name));
    return found == values_.end() ? nullptr : &found->second;
}

BibtexEntry parseBibtexEntry(string_view type, string_view body, bool open, const BibtexStrings& strings)
{
    BibtexEntry entry;
    entry.type = type;
    FieldParser(body, open, strings, entry).run();
    return entry;
}

} // namespace winnow::formats
