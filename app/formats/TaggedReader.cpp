// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TaggedReader.h"

#include "formats/Text.h"

namespace winnow::formats {

using std::string_view;

void TaggedReader::run()
{
    Line line;
    while (going_ && input_.nextLine(line))
        take(line);
    settle();
    strayHeld();
    flushStray();
}

void TaggedReader::take(const Line& line)
{
    string_view text = line.text;
    while (!text.empty() && text.front() == '\r')
        text.remove_prefix(1);
    Tag tag = 0;
    string_view value;
    if (!parse(text, tag, value))
        untagged(text, line);
    else if (!entry_.empty() && goesOn(tag, entry_))
        goOn(text, line);
    else
        tagged(tag, value, line);
}

void TaggedReader::untagged(string_view text, const Line& line)
{
    if (trimmed(text).empty())
        blank_ = true;
    else if (blank_ && !isBlank(text.front()) && isHeading(trimmed(text))) // an indented number is the value's
        settle();
    else if (entry_.empty())
        stray(text, line.number);
    else if ((blank_ && !isBlank(text.front())) || !held_.text.empty())
        hold(text, line);
    else
        goOn(text, line);
}

void TaggedReader::tagged(Tag tag, string_view value, const Line& line)
{
    if (ofFile(tag)) {
        settle();
        strayHeld();
        return;
    }
    if (firstTag_ == 0)
        firstTag_ = tag;
    const bool gap = blank_ || !held_.text.empty();
    const bool begin = !entry_.empty() && begins(tag, entry_, gap, firstTag_);
    if (!begin && !entry_.empty())
        takeHeld();
    strayHeld();
    flushStray();
    if (ends(tag)) {
        if (!entry_.empty())
            reach(line);
        settle();
        blank_ = true;
        return;
    }
    if (begin)
        settle();
    if (entry_.empty()) {
        entry_.span.offset = line.offset;
        entry_.span.line = line.number;
    }
    entry_.add(tag, value);
    reach(line);
}

void TaggedReader::goOn(string_view text, const Line& line)
{
    if (blank_)
        entry_.extend('\n', {});
    entry_.extend(blank_ ? '\n' : joint(entry_), trimmed(text));
    reach(line);
}

void TaggedReader::reach(const Line& line)
{
    entry_.span.length = line.offset + line.length - entry_.span.offset;
    blank_ = false;
}

void TaggedReader::settle()
{
    if (!entry_.empty() && going_) {
        Record record = makeRecord(entry_);
        if (hasContent(record))
            going_ = sink_.record(std::move(record), entry_.span);
        else
            sink_.unreadable({entry_.span.line, entry_.text(), Unreadable::Why::NoTitle});
    }
    entry_.clear();
}

void TaggedReader::hold(string_view text, const Line& line)
{
    if (held_.text.empty())
        held_.line = line.number;
    appendItem(held_.text, trimmed(text), "\n");
    held_.end = line.offset + line.length;
}

void TaggedReader::takeHeld()
{
    if (held_.text.empty())
        return;
    entry_.extend('\n', {});
    entry_.extend('\n', held_.text);
    entry_.span.length = held_.end - entry_.span.offset;
    held_.text.clear();
}

void TaggedReader::strayHeld()
{
    if (!held_.text.empty())
        stray(held_.text, held_.line);
    held_.text.clear();
}

void TaggedReader::stray(string_view text, qint64 line)
{
    if (isHeading(trimmed(text)))
        return;
    if (stray_.text.empty())
        stray_.line = line;
    if (stray_.text.size() <= 2000)
        appendItem(stray_.text, text.substr(0, 2001), "\n");
}

void TaggedReader::flushStray()
{
    if (!stray_.text.empty() && going_)
        sink_.unreadable({stray_.line, excerpt(stray_.text), Unreadable::Why::NotAnEntry});
    stray_.text.clear();
}

} // namespace winnow::formats
