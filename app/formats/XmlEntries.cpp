// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/XmlEntries.h"

#include "formats/Read.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"
#include "formats/TextInput.h"
#include "formats/Xml.h"

#include <algorithm>
#include <cstring>

namespace winnow::formats {
namespace {

using std::string_view;

/// A mark may be cut by the end of what has been read.
constexpr std::size_t overlap = 64;

/// "<name>", "<name …>" or "</name>".
struct Mark {
    std::size_t at = npos;
    std::size_t behind = npos; ///< behind the name, or behind the whole of an end mark
    bool end = false;
};

bool mayFollowName(string_view text, std::size_t at)
{
    return at < text.size() && (text[at] == '>' || isBlank(text[at]));
}

/// The mark whose name begins at `at`, if there is one.
Mark markAt(string_view text, std::size_t at, std::span<const string_view> names)
{
    const bool end = at >= 2 && text[at - 1] == '/' && text[at - 2] == '<';
    if (!end && (at < 1 || text[at - 1] != '<'))
        return {};
    for (const string_view name : names) {
        const std::size_t behind = at + name.size();
        if (!text.substr(at).starts_with(name) || !mayFollowName(text, behind))
            continue;
        if (!end)
            return {at - 1, behind, false};
        if (text[behind] == '>')
            return {at - 2, behind + 1, true};
    }
    return {};
}

/// The next mark of either kind: looking for one kind past all of the other would cost time squared. memmem(3) is
/// faster than string_view::find, and the stem rarer than "<".
Mark nextMark(string_view text, std::size_t from, const XmlEntryNames& entries)
{
    while (from < text.size()) {
        const void* found = memmem(text.data() + from, text.size() - from, entries.stem.data(), entries.stem.size());
        if (!found)
            break;
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        if (const Mark mark = markAt(text, at, entries.names); mark.at != npos && mark.at >= from)
            return mark;
        from = at + 1;
    }
    return {};
}

Mark nextStart(string_view text, const XmlEntryNames& entries)
{
    Mark mark = nextMark(text, 0, entries);
    while (mark.at != npos && mark.end)
        mark = nextMark(text, mark.behind, entries);
    return mark;
}

bool holdsEnd(string_view text, const XmlEntryNames& entries)
{
    Mark mark = nextMark(text, 0, entries);
    while (mark.at != npos && !mark.end)
        mark = nextMark(text, mark.behind, entries);
    return mark.end;
}

/// Where a piece can be cut before `at` without cutting a mark in two.
std::size_t cutBefore(string_view text, std::size_t at)
{
    constexpr std::size_t longestMark = 1000;
    const auto mark = text.rfind('<', at);
    const bool inside = mark != npos && mark < at && at - mark < longestMark && text.find('>', mark) >= at;
    return inside ? mark : at;
}

/// More than blanks and the marks that enclose all entries. `aside`: the piece begins, and then ends, within such an
/// element.
bool saysSomething(string_view between, const XmlEntryNames& entries, bool& aside)
{
    XmlWalker walker(between);
    for (auto token = walker.next(); token != XmlWalker::Token::Finished; token = walker.next()) {
        std::string text;
        if (token != XmlWalker::Token::Text && !entries.aside.empty() && walker.name() == entries.aside) {
            aside = token == XmlWalker::Token::Start;
            continue;
        }
        if (aside)
            continue;
        if (token == XmlWalker::Token::Text)
            walker.appendText(text);
        else if (std::find(entries.enclosing.begin(), entries.enclosing.end(), walker.name())
                 == entries.enclosing.end())
            return true;
        if (!trimmed(text).empty())
            return true;
    }
    return false;
}

class XmlSplitter {
public:
    XmlSplitter(TextInput& input, ReadSink& sink, const XmlEntryNames& entries, Record (*read)(string_view))
        : input_(input)
        , sink_(sink)
        , entries_(entries)
        , read_(read)
    {
    }

    void run()
    {
        while (going_ && toStart())
            takeEntry();
    }

private:
    /// Consumes all up to the next start of an entry.
    bool toStart()
    {
        while (true) {
            const Mark start = nextStart(input_.buffered(), entries_);
            const std::size_t size = input_.buffered().size();
            const bool found = start.at != npos;
            behindStart_ = found ? start.behind - start.at : 0;
            passOver(found ? start.at : size > overlap ? cutBefore(input_.buffered(), size - overlap) : 0);
            if (!found && input_.fill())
                continue;
            if (!found)
                passOver(input_.buffered().size());
            flushStray();
            return found;
        }
    }

    /// What stands between two entries is looked at once: an entry that lost its mark must not vanish.
    void passOver(std::size_t length)
    {
        const string_view piece = input_.buffered().substr(0, length);
        const bool lost
            = seen_ ? saysSomething(piece, entries_, aside_) : holdsEnd(piece, entries_); // before: a prologue
        if (stray_.text.empty() && lost) {
            stray_.line = input_.lineNumber();
            stray_.text = excerpt(trimmed(input_.clean(piece, scratch_)));
        }
        input_.consume(length);
    }
    void flushStray()
    {
        if (!stray_.text.empty())
            sink_.unreadable(std::move(stray_));
        stray_ = {};
    }

    void takeEntry()
    {
        std::size_t searched = behindStart_; // the mark that begins this entry is not looked at again
        while (true) {
            const string_view text = input_.buffered();
            const Mark mark = nextMark(text, searched, entries_);
            if (mark.at != npos && !mark.end)
                return emitEntry(mark.at, Unreadable::Why::BadMarkup, true);
            if (mark.end)
                return emitEntry(mark.behind, Unreadable::Why::NoTitle, false);
            if (text.size() > longestEntry)
                return emitEntry(text.size(), Unreadable::Why::BadMarkup, true);
            searched = std::max(behindStart_, text.size() - std::min(text.size(), overlap));
            if (!input_.fill())
                return emitEntry(input_.buffered().size(), Unreadable::Why::Truncated, true);
        }
    }

    /// A broken entry is named, and what can be read of it is taken all the same.
    void emitEntry(std::size_t length, Unreadable::Why why, bool broken)
    {
        const string_view xml = input_.clean(input_.buffered().substr(0, length), scratch_);
        const qint64 line = input_.lineNumber();
        const RawSpan span{input_.offset(), qint64(length), line};
        seen_ = true;
        Record record = read_(xml);
        const bool readable = hasContent(record);
        if (broken || !readable)
            sink_.unreadable({line, excerpt(xml), why});
        input_.consume(length);
        if (readable)
            going_ = sink_.record(std::move(record), span);
    }

    TextInput& input_;
    ReadSink& sink_;
    const XmlEntryNames& entries_;
    Record (*read_)(string_view);
    std::size_t behindStart_ = 0;
    std::string scratch_;
    Unreadable stray_;
    bool seen_ = false; ///< an entry
    bool aside_ = false; ///< within what is no entry
    bool going_ = true;
};

} // namespace

std::size_t findXmlEntry(string_view text, const XmlEntryNames& entries)
{
    return nextStart(text, entries).at;
}

void readXmlEntries(TextInput& input, ReadSink& sink, const XmlEntryNames& entries, Record (*read)(string_view))
{
    XmlSplitter(input, sink, entries, read).run();
}

} // namespace winnow::formats
