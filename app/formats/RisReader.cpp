// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Ris.h"

#include "formats/OvidSource.h"
#include "formats/Read.h"
#include "formats/Text.h"
#include "formats/TextInput.h"
#include "formats/Types.h"

namespace winnow::formats {
namespace {

using std::string_view;

/// Headings that hosts put between entries; they say nothing about a work.
bool isHeading(string_view text)
{
    if (text.ends_with('.') && allDigits(text.substr(0, text.size() - 1)))
        return true;
    for (const string_view start :
         {"record #", "provider:", "content:", "database:", "link to the ", "jstor citation list"}) {
        if (startsWithNoCase(text, start))
            return true;
    }
    return allDigits(text) || isOvidNumber(text) || text == "EF"; // Web of Science ends a file so
}

/// Cuts the lines of a file into entries. TY begins one, ER ends one; either may be missing. Fields behind an ER are
/// an entry of their own if they have content (TY is missing), else they belong to the entry before (Ovid's NL).
class RisSplitter {
public:
    RisSplitter(TextInput& input, ReadSink& sink) : input_(input), sink_(sink) { }

    void run()
    {
        Line line;
        while (going_ && input_.nextLine(line))
            take(line);
        if (!going_)
            return;
        const bool cut = !ended_ && !entry_.empty() && sawEnd_ && !blankSince_ && !lastWhole_;
        const Unreadable truncated{entry_.span.line, cut ? entry_.text() : std::string(), Unreadable::Why::Truncated};
        settle();
        flushStray();
        if (cut && going_)
            sink_.unreadable(Unreadable(truncated));
    }

private:
    void take(const Line& line)
    {
        string_view text = line.text;
        while (!text.empty() && text.front() == '\r')
            text.remove_prefix(1);
        if (firstTag_ == 0 && margin_ == 0)
            margin_ = risMargin(text);
        if (margin_ > 0)
            text = withoutMargin(text, margin_);
        lastWhole_ = input_.lineNumber() > line.number;
        Tag tag = 0;
        string_view value;
        if (parseRisLine(text, anyCase_ || (entry_.empty() && after_.empty()), tag, value)) {
            anyCase_ = anyCase_ || isLower(text[0]);
            tagged(tag, value, line);
        } else if (trimmed(text) == "ER" && mayEndHere()) {
            tagged(tagOf("ER"), {}, line);
            sawEnd_ = false;
        } else if (blankSince_ && !sawType_ && isHeading(trimmed(text))) {
            settle(); // numbered entries without marks (Ovid)
        } else if (trimmed(text).empty()) {
            blankSince_ = true;
            ++blanks_;
        } else {
            untagged(text, line);
        }
    }

    void tagged(Tag tag, string_view value, const Line& line)
    {
        flushStray();
        firstTag_ = firstTag_ == 0 ? tag : firstTag_;
        if (!sawType_ && blankSince_ && tag == firstTag_ && !ended_ && entry_.has(tag)
            && (entry_.has(tagOf("TI")) || entry_.has(tagOf("T1"))))
            settle(); // neither TY nor ER: only blank lines part the entries
        if (tag == tagOf("TY") && standsInside(value)) {
            sawType_ = true;
            entry_.add(tag, value);
            reach(entry_, line);
        } else if (tag == tagOf("TY")) {
            sawType_ = true;
            settle();
            open(entry_, line);
            entry_.add(tag, value);
        } else if (tag == tagOf("ER")) {
            end(line);
        } else {
            TaggedEntry& entry = ended_ ? after_ : entry_;
            if (entry.empty())
                open(entry, line);
            entry.add(tag, value);
            reach(entry, line);
        }
        blanks_ = 0;
        blankSince_ = false;
    }

    /// "ER" without its dash, in a file that has no other: not where a text may go on with these two letters.
    [[nodiscard]] bool mayEndHere() const
    {
        if (sawEnd_ || ended_ || entry_.empty())
            return false;
        const std::string last = tagName(entry_.tag(entry_.size() - 1));
        return string_view(" AB N2 N1 TI T1 WN ").find(" " + last + " ") == npos;
    }

    static bool isCode(string_view type) { return typeWord(type) != type; }

    /// Another type of the entry, directly behind the first one; or the only one, somewhere among the fields, as
    /// tables are written as RIS in R: the file begins with another tag.
    bool standsInside(string_view type)
    {
        const bool justBegun = !ended_ && !blankSince_ && entry_.size() == 1 && entry_.tag(0) == tagOf("TY");
        if (justBegun && entry_.value(0) != trimmed(type) && isCode(entry_.value(0)))
            return true;
        if (firstTag_ == tagOf("TY") || blankSince_)
            return false;
        if (ended_ && !after_.empty() && !after_.has(tagOf("TY"))) {
            emitEntry(entry_);
            entry_.swap(after_);
            after_.clear();
            ended_ = false;
        }
        return !ended_ && !entry_.empty() && !entry_.has(tagOf("TY"));
    }

    void end(const Line& line)
    {
        sawEnd_ = true;
        if (ended_ && after_.empty())
            return;
        if (ended_ && standsAlone(after_)) {
            emitEntry(entry_);
            entry_.swap(after_);
        } else if (ended_) {
            entry_.append(after_);
        }
        after_.clear();
        ended_ = !entry_.empty();
        if (ended_)
            reach(entry_, line);
    }

    void untagged(string_view text, const Line& line)
    {
        TaggedEntry& entry = ended_ ? after_ : entry_;
        const bool between = entry.empty() || (ended_ && blankSince_);
        if (between) {
            if (!isHeading(trimmed(text)))
                stray(text, line);
            return;
        }
        // Lines that a program wrapped are indented; lines at the margin are paragraphs of the text or items of a list.
        const bool wrapped = isBlank(text.front()) && blanks_ == 0;
        for (; blanks_ > 0; --blanks_)
            entry.extend('\n', {});
        entry.extend(wrapped ? ' ' : '\n', trimmed(text));
        reach(entry, line);
    }

    static void open(TaggedEntry& entry, const Line& line)
    {
        entry.span.offset = line.offset;
        entry.span.line = line.number;
        reach(entry, line);
    }
    static void reach(TaggedEntry& entry, const Line& line)
    {
        entry.span.length = line.offset + line.length - entry.span.offset;
    }

    static bool standsAlone(const TaggedEntry& entry)
    {
        for (const string_view tag : {"TI", "T1", "AU", "A1", "AB", "N2", "DO"}) {
            if (entry.has(tagOf(tag)))
                return true;
        }
        return false;
    }

    /// Hands over what has been gathered, before a new entry begins.
    void settle()
    {
        if (!after_.empty() && !standsAlone(after_)) {
            entry_.append(after_);
            after_.clear();
        }
        emitEntry(entry_);
        emitEntry(after_);
        ended_ = false;
    }

    void emitEntry(TaggedEntry& entry)
    {
        if (!entry.empty() && going_) {
            Record record = risRecord(entry);
            if (hasContent(record))
                going_ = sink_.record(std::move(record), entry.span);
            else
                sink_.unreadable({entry.span.line, entry.text(), Unreadable::Why::NoTitle});
        }
        entry.clear();
    }

    void stray(string_view text, const Line& line)
    {
        if (stray_.text.empty())
            stray_.line = line.number;
        if (stray_.text.size() <= 2000)
            appendItem(stray_.text, text.substr(0, 2001), "\n");
    }
    void flushStray()
    {
        if (!stray_.text.empty())
            sink_.unreadable({stray_.line, excerpt(stray_.text), Unreadable::Why::NotAnEntry});
        stray_.text.clear();
    }

    TextInput& input_;
    ReadSink& sink_;
    TaggedEntry entry_;
    TaggedEntry after_; ///< fields behind the ER of entry_
    Unreadable stray_;
    bool ended_ = false; ///< entry_ has had its ER
    bool anyCase_ = false;
    Tag firstTag_ = 0;
    std::size_t margin_ = 0; ///< blanks before every line
    bool sawType_ = false; ///< a TY
    bool sawEnd_ = false;
    bool blankSince_ = false; ///< a blank line stands behind the last field
    bool lastWhole_ = true; ///< the last line had a line end
    int blanks_ = 0;
    bool going_ = true;
};

} // namespace

Result<void> readRis(TextInput& input, ReadSink& sink)
{
    RisSplitter(input, sink).run();
    return {};
}

} // namespace winnow::formats
