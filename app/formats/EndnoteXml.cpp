// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/EndnoteXml.h"

#include "formats/EndnoteRecord.h"
#include "formats/Read.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"
#include "formats/TextInput.h"

#include <cstring>

namespace winnow::formats {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;
constexpr string_view endMark = "</record>";
/// An entry that has not ended by then is broken.
constexpr std::size_t longestEntry = std::size_t(64) << 20;

/// memmem(3): faster than string_view::find where the first letter, "<", is everywhere.
std::size_t findMark(string_view text, string_view mark, std::size_t from)
{
    if (from >= text.size())
        return npos;
    const void* found = memmem(text.data() + from, text.size() - from, mark.data(), mark.size());
    return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : npos;
}

/// "<record>" or "<record …>", not "<records>" or "<record-number>".
std::size_t findStart(string_view text, std::size_t from)
{
    for (auto at = findMark(text, "<record", from); at != npos; at = findMark(text, "<record", at + 1)) {
        if (at + 7 >= text.size() || text[at + 7] == '>' || isBlank(text[at + 7]))
            return at;
    }
    return npos;
}

class EndnoteSplitter {
public:
    EndnoteSplitter(TextInput& input, ReadSink& sink) : input_(input), sink_(sink) {}

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
            const auto at = findStart(input_.buffered(), 0);
            const bool certain = at != npos && at + 7 < input_.buffered().size();
            if (certain) {
                input_.consume(at);
                return true;
            }
            const std::size_t size = input_.buffered().size();
            input_.consume(size > 16 ? size - 16 : 0); // the mark may be cut by the end of the buffer
            if (!input_.fill())
                return at != npos;
        }
    }

    void takeEntry()
    {
        std::size_t searched = 1;
        while (true) {
            const string_view text = input_.buffered();
            const auto end = findMark(text, endMark, searched);
            const auto next = findStart(text.substr(0, end), searched);
            if (next != npos && next + 7 < text.size())
                return emitEntry(next, Unreadable::Why::BadMarkup, true);
            if (end != npos)
                return emitEntry(end + endMark.size(), Unreadable::Why::NoTitle, false);
            if (text.size() > longestEntry)
                return emitEntry(text.size(), Unreadable::Why::BadMarkup, true);
            searched = text.size() > 16 ? text.size() - 16 : 1;
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
    bool going_ = true;
};

} // namespace

int endnoteXmlLikeness(string_view head, QStringView)
{
    if (findStart(head, 0) == npos)
        return 0;
    for (const string_view mark : {"<ref-type", "<rec-number", "<contributors", "<titles>", "<source-app name=\"EndNote\""}) {
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
