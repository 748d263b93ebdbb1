// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Read.h"
#include "formats/TaggedEntry.h"
#include "formats/TextInput.h"

namespace winnow::formats {

/// Cuts the lines of a tagged format (MEDLINE, Web of Science, refer) into entries. A format says what a tag line is
/// and what begins an entry; what all have in common is here: values that go on, blank lines, stray text that belongs
/// to no entry, entries that lost their beginning.
class TaggedReader {
public:
    TaggedReader(TextInput& input, ReadSink& sink) : input_(input), sink_(sink) { }
    virtual ~TaggedReader() = default;
    TaggedReader(const TaggedReader&) = delete;
    TaggedReader& operator=(const TaggedReader&) = delete;

    void run();

protected:
    /// A line that holds a tag: false if it holds none.
    virtual bool parse(std::string_view line, Tag& tag, std::string_view& value) = 0;
    /// The tag begins an entry, while `entry` (not empty) is being read. `gap`: a blank line or stray text stands
    /// before it. `firstTag`: the first tag of the file.
    virtual bool begins(Tag tag, const TaggedEntry& entry, bool gap, Tag firstTag) = 0;
    /// The line looks like one with this tag, but goes on with the last value.
    virtual bool goesOn(Tag, const TaggedEntry&) { return false; }
    /// The tag ends an entry and says nothing else.
    virtual bool ends(Tag) { return false; }
    /// The tag belongs to the file, not to an entry.
    virtual bool ofFile(Tag) { return false; }
    /// A line between entries that says nothing about a work: a number. It ends an entry if a blank line precedes.
    virtual bool isHeading(std::string_view text) { return text.empty(); }
    /// What joins a line to the value it goes on: ' ' or '\n'.
    virtual char joint(const TaggedEntry&) { return ' '; }
    virtual Record makeRecord(TaggedEntry& entry) = 0;

private:
    void take(const Line& line);
    void tagged(Tag tag, std::string_view value, const Line& line);
    void untagged(std::string_view text, const Line& line);
    void goOn(std::string_view text, const Line& line);
    void reach(const Line& line);
    void settle();
    void hold(std::string_view text, const Line& line);
    void takeHeld();
    void strayHeld();
    void stray(std::string_view text, qint64 line);
    void flushStray();

    /// Text at the margin behind a blank line: a paragraph of the last field, unless a new entry follows.
    struct Held {
        std::string text;
        qint64 line = 0;
        qint64 end = 0;
    };

    TextInput& input_;
    ReadSink& sink_;
    TaggedEntry entry_;
    Held held_;
    Unreadable stray_;
    Tag firstTag_ = 0;
    bool blank_ = true; ///< a blank line, or nothing, stands before this one
    bool going_ = true;
};

} // namespace winnow::formats
