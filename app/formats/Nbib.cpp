// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Nbib.h"

#include "formats/NbibRecord.h"
#include "formats/Read.h"
#include "formats/Text.h"
#include "formats/TextInput.h"

namespace winnow::formats {
namespace {

using std::string_view;

bool isTagChar(char c)
{
    return isUpper(c) || isDigit(c);
}

/// "12: " or "12." alone on a line: older servers number the entries.
bool isNumbering(string_view text)
{
    text = trimmed(text);
    return text.size() > 1 && (text.back() == ':' || text.back() == '.') && allDigits(text.substr(0, text.size() - 1));
}

/// A field that an entry has once: a second one begins the next entry, whose beginning is lost.
bool standsOnce(Tag tag)
{
    return tag == tagOf("OWN") || tag == tagOf("STAT") || tag == tagOf("TI");
}

/// A new entry begins at each PMID. Sources without PMIDs (ERIC) begin each entry with another tag, the same one
/// throughout the file, behind a blank line.
class NbibSplitter {
public:
    NbibSplitter(TextInput& input, ReadSink& sink) : input_(input), sink_(sink) { }

    void run()
    {
        Line line;
        while (going_ && input_.nextLine(line))
            take(line);
        settle();
        strayHeld();
        flushStray();
    }

private:
    void take(const Line& line)
    {
        string_view text = line.text;
        while (!text.empty() && text.front() == '\r')
            text.remove_prefix(1);
        Tag tag = 0;
        string_view value;
        if (parseNbibLine(text, tag, value))
            tagged(tag, value, line);
        else if (trimmed(text).empty())
            blank_ = true;
        else if (blank_ && isNumbering(text))
            settle();
        else if (entry_.empty())
            stray(text, line.number);
        else if ((blank_ && !isBlank(text.front())) || !held_.text.empty())
            hold(text, line);
        else
            goOn(text, line);
    }

    void tagged(Tag tag, string_view value, const Line& line)
    {
        if (firstTag_ == 0)
            firstTag_ = tag;
        const bool behindGap = blank_ || !held_.text.empty();
        const bool begins = tag == tagOf("PMID") || (behindGap && (tag == firstTag_ || tag == tagOf("OWN")))
            || (standsOnce(tag) && entry_.has(tag));
        if (!begins && !entry_.empty())
            takeHeld();
        strayHeld();
        flushStray();
        if (begins && !(tag == tagOf("PMID") && entry_.size() == 1 && entry_.tag(0) == tagOf("UI")))
            settle();
        if (entry_.empty()) {
            entry_.span.offset = line.offset;
            entry_.span.line = line.number;
        }
        entry_.add(tag, value);
        reach(line);
    }

    void goOn(string_view text, const Line& line)
    {
        if (blank_)
            entry_.extend('\n', {});
        entry_.extend(blank_ ? '\n' : ' ', trimmed(text));
        reach(line);
    }

    void reach(const Line& line)
    {
        entry_.span.length = line.offset + line.length - entry_.span.offset;
        blank_ = false;
    }

    void settle()
    {
        if (!entry_.empty() && going_) {
            Record record = nbibRecord(entry_);
            if (!record.title.empty() || !record.abstract.empty() || !record.authors.empty())
                going_ = sink_.record(std::move(record), entry_.span);
            else
                sink_.unreadable({entry_.span.line, entry_.text(), Unreadable::Why::NoTitle});
        }
        entry_.clear();
    }

    /// Text at the margin behind a blank line: a paragraph of the last field, unless a new entry follows.
    void hold(string_view text, const Line& line)
    {
        if (held_.text.empty())
            held_.line = line.number;
        appendItem(held_.text, trimmed(text), "\n");
        held_.end = line.offset + line.length;
    }
    void takeHeld()
    {
        if (held_.text.empty())
            return;
        entry_.extend('\n', {});
        entry_.extend('\n', held_.text);
        entry_.span.length = held_.end - entry_.span.offset;
        held_.text.clear();
    }
    void strayHeld()
    {
        if (!held_.text.empty())
            stray(held_.text, held_.line);
        held_.text.clear();
    }

    void stray(string_view text, qint64 line)
    {
        if (isNumbering(text))
            return;
        if (stray_.text.empty())
            stray_.line = line;
        if (stray_.text.size() <= 2000)
            appendItem(stray_.text, text.substr(0, 2001), "\n");
    }
    void flushStray()
    {
        if (!stray_.text.empty() && going_)
            sink_.unreadable({stray_.line, excerpt(stray_.text), Unreadable::Why::NotAnEntry});
        stray_.text.clear();
    }

    TextInput& input_;
    ReadSink& sink_;
    TaggedEntry entry_;
    struct Held {
        std::string text;
        qint64 line = 0;
        qint64 end = 0;
    };
    Held held_;
    Unreadable stray_;
    Tag firstTag_ = 0;
    bool blank_ = true; ///< a blank line, or nothing, stands before this one
    bool going_ = true;
};

} // namespace

bool parseNbibLine(string_view line, Tag& tag, string_view& value)
{
    std::size_t length = 0;
    while (length < line.size() && length < 5 && isTagChar(line[length]))
        ++length;
    if (length < 2 || length > 4 || !isUpper(line[0]))
        return false;
    std::size_t dash = length;
    while (dash < line.size() && dash < 5 && line[dash] == ' ')
        ++dash;
    // Tags are filled up to four letters, so that the dash is the fifth character; ERIC adds a blank.
    if (dash < 4 || dash >= line.size() || line[dash] != '-' || (dash + 1 < line.size() && !isBlank(line[dash + 1])))
        return false;
    tag = tagOf(line.substr(0, length));
    value = line.substr(dash + 1);
    return true;
}

int nbibLikeness(string_view head, QStringView fileName)
{
    int begins = 0;
    int tagged = 0;
    int types = 0;
    const char end = head.find('\n') == string_view::npos ? '\r' : '\n';
    while (!head.empty()) {
        const auto at = head.find(end);
        const string_view line = head.substr(0, at);
        Tag tag = 0;
        string_view value;
        if (parseNbibLine(line, tag, value)) {
            ++tagged;
            begins += tag == tagOf("PMID") || tag == tagOf("OWN") || tag == tagOf("STAT") ? 1 : 0;
            types += tag == tagOf("TY") || tag == tagOf("ER") ? 1 : 0;
        }
        head.remove_prefix(at == string_view::npos ? head.size() : at + 1);
    }
    if (begins == 0 || types > begins || tagged < 4)
        return 0;
    return 90 + (fileName.endsWith(QLatin1String(".nbib"), Qt::CaseInsensitive) ? 2 : 0);
}

Result<void> readNbib(TextInput& input, ReadSink& sink)
{
    NbibSplitter(input, sink).run();
    return {};
}

} // namespace winnow::formats
