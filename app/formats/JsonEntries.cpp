// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/JsonEntries.h"

#include "formats/Read.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"
#include "formats/TextInput.h"

#include <algorithm>
#include <utility>

namespace winnow::formats {
namespace {

using std::string_view;
using End = JsonDocument::End;

/// The list stands within so much of the beginning of the object around it.
constexpr std::size_t wrapperHead = 64 * 1024;

/// Two of the members that entries have, or the only one.
bool looksLikeEntry(const JsonDocument& document, std::uint32_t object, const JsonEntryKeys& keys)
{
    const auto known = std::count_if(keys.own.begin(), keys.own.end(), [&](string_view key) {
        return document.member(object, key) != JsonDocument::none;
    });
    return known >= std::min<std::ptrdiff_t>(2, std::ssize(keys.own));
}

/// Where another entry begins inside a broken one, which swallowed it for want of a bracket; else npos.
std::size_t entryWithin(const JsonDocument& broken, const JsonEntryKeys& keys)
{
    for (std::uint32_t node = 1; node < broken.size(); ++node) {
        if (broken[node].kind == JsonDocument::Kind::Object && looksLikeEntry(broken, node, keys))
            return static_cast<std::size_t>(broken[node].raw.data() - broken[JsonDocument::root].raw.data());
    }
    return npos;
}

/// What stands between two entries is more than the marks that part and enclose them. Behind the end of a list there
/// may be other members of the object around it.
bool saysSomething(string_view between)
{
    return between.substr(0, between.find(']')).find_first_not_of(" \t\r\n,[}") != npos;
}

/// If the object at the beginning of `text` holds the list of entries: the position behind the list's bracket, else
/// npos. Values before the list are passed over.
std::size_t listWithin(string_view text, const JsonEntryKeys& keys)
{
    text = text.substr(0, wrapperHead);
    JsonDocument value;
    std::size_t at = 1; // the brace
    while (at < text.size()) {
        if (value.parse(text.substr(at)) != End::Complete
            || value[JsonDocument::root].kind != JsonDocument::Kind::String)
            return npos;
        const string_view key = value[JsonDocument::root].raw;
        at = text.find_first_not_of(" \t\r\n", at + value.length());
        if (at == npos || text[at] != ':')
            return npos;
        at = text.find_first_not_of(" \t\r\n", at + 1);
        if (at == npos)
            return npos;
        const bool named = std::find(keys.lists.begin(), keys.lists.end(), key) != keys.lists.end();
        if (named && text[at] == '[')
            return at + 1;
        if (const auto inner = named && text[at] == '{' ? listWithin(text.substr(at), keys) : npos; inner != npos)
            return at + inner; // Crossref: {"message": {"items": [
        if (value.parse(text.substr(at)) != End::Complete)
            return npos;
        at = text.find_first_not_of(" \t\r\n", at + value.length());
        if (at == npos || text[at] != ',')
            return npos;
        ++at;
    }
    return npos;
}

class JsonSplitter {
public:
    JsonSplitter(TextInput& input, ReadSink& sink, const JsonEntryKeys& keys, Record (*read)(const JsonDocument&))
        : input_(input)
        , sink_(sink)
        , keys_(keys)
        , read_(read)
    {
    }

    void run()
    {
        while (going_ && toObject())
            takeObject();
    }

private:
    /// Consumes all up to the next brace that opens something.
    bool toObject()
    {
        bool named = !seen_ || recovering_ || outside_; // before the first, or told already
        while (true) {
            const auto at = input_.buffered().find('{');
            const string_view passed = input_.buffered().substr(0, at);
            if (!named && saysSomething(passed)) {
                sink_.unreadable({input_.lineNumber(), excerpt(trimmed(input_.clean(passed, scratch_))),
                                  Unreadable::Why::NotAnEntry});
                named = true;
            }
            outside_ = outside_ || passed.find(']') != npos;
            named = named || outside_;
            input_.consume(passed.size());
            if (at != npos)
                return true;
            if (!input_.fill())
                return false;
        }
    }

    /// Reads on until the object at the beginning of the buffer has ended, doubling what is there: time stays linear.
    End parseObject()
    {
        while (true) {
            const End end = document_.parse(input_.buffered());
            if (end != End::CutOff || input_.buffered().size() > longestEntry)
                return end;
            const std::size_t wanted = input_.buffered().size() * 2;
            if (!input_.fill())
                return end;
            while (input_.buffered().size() < wanted && input_.fill()) { }
        }
    }
    void takeObject()
    {
        const bool outside = std::exchange(outside_, false);
        if (outside) {
            while (input_.buffered().size() < wrapperHead && input_.fill()) { }
            if (const auto list = listWithin(input_.buffered(), keys_); list != npos)
                return input_.consume(list);
        }
        const End end = parseObject();
        const std::size_t length = std::clamp<std::size_t>(document_.length(), 1, input_.buffered().size());
        const std::size_t inner = end == End::Complete && !keys_.flat ? npos : entryWithin(document_, keys_);
        const bool whole = end == End::Complete && inner == npos;
        const bool like = looksLikeEntry(document_, JsonDocument::root, keys_);
        if (!like && (recovering_ || (outside && seen_))) // a piece of the broken one, or of the object around the list
            return input_.consume(std::min(length, inner));
        recovering_ = !whole; // the objects inside a broken one come next
        if (whole)
            return emitEntry(length, Unreadable::Why::NoTitle, false);
        if (inner != npos)
            document_.parse(input_.buffered().substr(0, inner));
        emitEntry(std::min(length, inner),
                  end == End::CutOff && inner == npos ? Unreadable::Why::Truncated : Unreadable::Why::BadMarkup, true);
    }

    void emitEntry(std::size_t length, Unreadable::Why why, bool broken)
    {
        const string_view original = input_.buffered().substr(0, length);
        const qint64 line = input_.lineNumber();
        const RawSpan span{input_.offset(), qint64(length), line};
        const string_view text = input_.clean(original, scratch_);
        if (text.data() != original.data())
            document_.parse(text);
        seen_ = true;
        Record record = read_(document_);
        const bool readable = hasContent(record);
        if (broken || !readable)
            sink_.unreadable({line, excerpt(text), why});
        input_.consume(length);
        if (readable)
            going_ = sink_.record(std::move(record), span);
    }

    TextInput& input_;
    ReadSink& sink_;
    const JsonEntryKeys& keys_;
    Record (*read_)(const JsonDocument&);
    JsonDocument document_;
    std::string scratch_;
    bool outside_ = true; ///< no list has begun, or one has ended: an object may hold a list
    bool seen_ = false; ///< an entry
    bool recovering_ = false; ///< behind a broken entry
    bool going_ = true;
};

} // namespace

bool firstJsonEntry(string_view head, const JsonEntryKeys& keys, JsonDocument& entry)
{
    const auto start = head.find_first_not_of("[ \t\r\n");
    if (start == npos || head[start] != '{')
        return false;
    head.remove_prefix(start);
    if (const auto list = listWithin(head, keys); list != npos) {
        const auto object = head.find('{', list);
        if (object == npos)
            return false;
        head.remove_prefix(object);
    }
    entry.parse(head);
    return looksLikeEntry(entry, JsonDocument::root, keys);
}

void readJsonEntries(TextInput& input, ReadSink& sink, const JsonEntryKeys& keys, Record (*read)(const JsonDocument&))
{
    JsonSplitter(input, sink, keys, read).run();
}

} // namespace winnow::formats
