// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/EndnoteXml.h"

#include "formats/EndnoteRecord.h"
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
constexpr string_view endMark = "</record>";
/// An entry that has not ended by then is broken.
constexpr std::size_t longestEntry = std::size_t(64) << 20;
/// A mark may be cut by the end of what has been read.
constexpr std::size_t overlap = 16;

/// "<record>" or "<record …>" (not "<records>"), or "</record>".
struct Mark {
    std::size_t at = npos;
    bool end = false;
};

/// The next mark of either kind: looking for one kind past all of the other would cost time squared. memmem(3) is
/// faster than string_view::find, and "record" rarer than "<".
Mark nextMark(string_view text, std::size_t from)
{
    constexpr string_view name = "record";
    while (from < text.size()) {
        const void* found = memmem(text.data() + from, text.size() - from, name.data(), name.size());
        if (!found)
            break;
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        const char after = at + name.size() < text.size() ? text[at + name.size()] : '\0';
        if (at >= 1 && text[at - 1] == '<' && (after == '>' || (after != '\0' && isBlank(after))))
            return {at - 1, false};
        if (at >= 2 && text[at - 1] == '/' && text[at - 2] == '<' && after == '>')
            return {at - 2, true};
        from = at + 1;
    }
    return {};
}

std::size_t findStart(string_view text)
{
    Mark mark = nextMark(text, 0);
    while (mark.end)
        mark = nextMark(text, mark.at + endMark.size());
    return mark.at;
}

/// More than blanks and the marks that enclose all records.
bool saysSomething(string_view between)
{
    XmlWalker walker(between);
    for (auto token = walker.next(); token != XmlWalker::Token::Finished; token = walker.next()) {
        std::string text;
        if (token == XmlWalker::Token::Text)
            walker.appendText(text);
        else if (walker.name() != "xml" && walker.name() != "records")
            return true;
        if (!trimmed(text).empty())
            return true;
    }
    return false;
}

class EndnoteSplitter {
public:
    EndnoteSplitter(TextInput& input, ReadSink& sink) : input_(input), sink_(sink) { }

    void run()
    {
        while (going_ && toStart())
            takeEntry();
    }

private:
    /// Consumes all up to the next start of a record.
    bool toStart()
    {
        while (true) {
            const auto at = findStart(input_.buffered());
            const std::size_t size = input_.buffered().size();
            passOver(at != npos ? at : size > overlap ? size - overlap : 0);
            if (at == npos && input_.fill())
                continue;
            if (at == npos)
                passOver(input_.buffered().size());
            flushStray();
            return at != npos;
        }
    }

    /// What stands between two entries is looked at once: an entry that lost its mark must not vanish.
    void passOver(std::size_t length)
    {
        const string_view piece = input_.buffered().substr(0, length);
        const bool lost = seen_ ? saysSomething(piece) : piece.find(endMark) != npos; // before the first: a prologue
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
        constexpr std::size_t behindStart = 7; // the mark that begins this record is not looked at again
        std::size_t searched = behindStart;
        while (true) {
            const string_view text = input_.buffered();
            const Mark mark = nextMark(text, searched);
            if (mark.at != npos && !mark.end)
                return emitEntry(mark.at, Unreadable::Why::BadMarkup, true);
            if (mark.end)
                return emitEntry(mark.at + endMark.size(), Unreadable::Why::NoTitle, false);
            if (text.size() > longestEntry)
                return emitEntry(text.size(), Unreadable::Why::BadMarkup, true);
            searched = std::max(behindStart, text.size() - std::min(text.size(), overlap));
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
        Record record = endnoteRecord(xml);
        const bool readable = hasContent(record);
        if (broken || !readable)
            sink_.unreadable({line, excerpt(xml), why});
        input_.consume(length);
        if (readable)
            going_ = sink_.record(std::move(record), span);
    }

    TextInput& input_;
    ReadSink& sink_;
    std::string scratch_;
    Unreadable stray_;
    bool seen_ = false; ///< an entry
    bool going_ = true;
};

} // namespace

int endnoteXmlLikeness(string_view head, QStringView)
{
    if (findStart(head) == npos)
        return 0;
    for (const string_view mark :
         {"<ref-type", "<rec-number", "<contributors", "<titles>", "<source-app name=\"EndNote\""}) {
        if (head.find(mark) != npos)
            return 95;
    }
    return 0;
}

Result<void> readEndnoteXml(TextInput& input, ReadSink& sink)
{
    EndnoteSplitter(input, sink).run();
    return {};
}

} // namespace winnow::formats
