// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Bibtex.h"
#include "formats/Latex.h"
#include "formats/Read.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"
#include "formats/TextInput.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_map>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr string_view typeLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool isNamed(string_view type, string_view lowerName)
{
    return type.size() == lowerName.size() && startsWithNoCase(type, lowerName);
}

/// Hands records on in file order, and fills in what a child inherits from the entry its crossref names. That one
/// stands behind its children as a rule, so a child waits for it, and all that follows with it, up to a limit: memory
/// does not grow with the file. The last parents seen are kept for children behind them.
class Crossrefs {
public:
    explicit Crossrefs(ReadSink& sink) : sink_(sink) { }

    /// `key` of the entry, and that of its parent, if it names one.
    bool add(Record&& record, const RawSpan& span, string_view writtenKey, string_view parent)
    {
        const std::string key = lowered(writtenKey);
        if (!key.empty() && !isPart(record))
            remember(key, record);
        const std::string wanted = parent.starts_with("10.") ? std::string() : lowered(parent); // SciELO: a DOI
        if (wanted.empty() && waiting_.empty())
            return sink_.record(std::move(record), span);
        waiting_.push_back({std::move(record), span, wanted});
        if (!wanted.empty() && resolve(waiting_.back()))
            waiting_.back().wanted.clear();
        for (Waiting& each : waiting_) {
            if (!key.empty() && each.wanted == key && resolve(each))
                each.wanted.clear();
        }
        while (!waiting_.empty() && (waiting_.front().wanted.empty() || waiting_.size() > mostWaiting)) {
            if (!release())
                return false;
        }
        return true;
    }
    bool finish()
    {
        while (!waiting_.empty()) {
            if (!release())
                return false;
        }
        return true;
    }

private:
    static constexpr std::size_t mostWaiting = 1000;
    static constexpr std::size_t mostParents = 10'000;

    struct Waiting {
        Record record;
        RawSpan span;
        std::string wanted; ///< key of the parent, in lower case; empty if there is nothing to wait for
    };

    /// It is itself a part of something, so nothing inherits from it.
    static bool isPart(const Record& record)
    {
        return !record.title.empty() && !record.authors.empty() && !record.journal.empty();
    }
    /// Only what can be inherited is kept of it.
    void remember(const std::string& key, const Record& record)
    {
        if (parents_.size() >= mostParents)
            parents_.clear();
        Record& parent = parents_[key];
        parent.title = record.title;
        parent.journal = record.journal;
        parent.year = record.year;
        parent.volume = record.volume;
        parent.issue = record.issue;
        parent.language = record.language;
        parent.issn = record.issn;
        parent.isbn = record.isbn;
    }
    bool resolve(Waiting& child)
    {
        const auto parent = parents_.find(child.wanted);
        if (parent == parents_.end())
            return false;
        inherit(child.record, parent->second);
        return true;
    }
    bool release()
    {
        Waiting first = std::move(waiting_.front());
        waiting_.pop_front();
        return sink_.record(std::move(first.record), first.span);
    }

    ReadSink& sink_;
    std::deque<Waiting> waiting_;
    std::unordered_map<std::string, Record> parents_;
};

/// Text between two entries is a comment, unless it looks like the rest of a damaged one.
bool looksLost(string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('%'))
            continue;
        for (const string_view mark : {"= {", "={", "=\"", "= \"", "</"}) {
            if (line.find(mark) != npos)
                return true;
        }
        if (line.starts_with('@') && isBibtexType(line.substr(1, line.find_first_not_of(typeLetters, 1) - 1)))
            return true;
    }
    return false;
}

class BibtexSplitter {
public:
    BibtexSplitter(TextInput& input, ReadSink& sink) : input_(input), sink_(sink), out_(sink) { }

    void run()
    {
        while (going_ && toHead())
            takeEntry();
        if (going_)
            out_.finish();
    }

private:
    /// Consumes all up to the next head. An @ that begins none is text.
    bool toHead()
    {
        std::size_t searched = 0;
        while (true) {
            const string_view text = input_.buffered();
            const auto at = text.find('@', searched);
            if (at != npos && parseBibtexHead(text, at, head_)) {
                passOver(at);
                flushStray();
                return parseBibtexHead(input_.buffered(), 0, head_);
            }
            if (at != npos && text.size() - at >= longestHead) {
                searched = at + 1;
                continue;
            }
            passOver(at == npos ? text.size() : at); // the head may be cut by the end of what was read
            const bool more = input_.fill();
            searched = more ? 0 : 1;
            if (!more && input_.buffered().empty()) {
                flushStray();
                return false;
            }
        }
    }

    void passOver(std::size_t length)
    {
        const string_view piece = input_.buffered().substr(0, length);
        if (stray_.text.empty() && looksLost(piece)) {
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

    /// The head stands at the beginning of the buffer.
    void takeEntry()
    {
        BibtexExtent extent(head_.body, head_.close);
        bool whole = false;
        while (true) {
            const auto state = extent.look(input_.buffered(), whole);
            if (state == BibtexExtent::State::Closed)
                return emitEntry(extent.at(), {});
            if (state == BibtexExtent::State::Interrupted || input_.buffered().size() > longestEntry)
                return emitEntry(extent.at(), Unreadable::Why::BadMarkup);
            if (whole)
                return emitEntry(input_.buffered().size(), Unreadable::Why::Truncated);
            whole = !input_.fill();
        }
    }

    void emitEntry(std::size_t length, std::optional<Unreadable::Why> broken)
    {
        const string_view text = input_.clean(input_.buffered().substr(0, length), scratch_);
        const qint64 line = input_.lineNumber();
        const RawSpan span{input_.offset(), qint64(trimmed(input_.buffered().substr(0, length)).size()), line};
        if (parseBibtexHead(text, 0, head_))
            take(text, text.substr(head_.body, text.size() - head_.body - (broken ? 0 : 1)), broken, span);
        input_.consume(length);
    }

    void take(string_view text, string_view body, std::optional<Unreadable::Why> broken, const RawSpan& span)
    {
        if (isNamed(head_.type, "comment") || isNamed(head_.type, "preamble")) {
            nameBroken(text, broken, span);
            return;
        }
        if (isNamed(head_.type, "string")) {
            nameBroken(text, broken, span);
            define(parseBibtexEntry(head_.type, body, broken.has_value(), strings_));
            return;
        }
        const BibtexEntry entry = parseBibtexEntry(head_.type, body, broken.has_value(), strings_);
        Record record = bibtexRecord(entry);
        const bool readable = hasContent(record) || (!broken && saysSomething(entry));
        if (broken || entry.damaged || !readable) {
            const auto why = readable ? Unreadable::Why::BadMarkup : Unreadable::Why::NoTitle;
            nameBroken(text, broken.value_or(why), span);
        }
        if (readable)
            going_ = out_.add(std::move(record), span, entry.key, parentOf(entry));
    }

    /// A value may be the text of a string that is defined anew here: all are kept before the first one is.
    void define(const BibtexEntry& entry)
    {
        std::vector<std::pair<std::string, std::string>> defined;
        defined.reserve(entry.fields.size());
        for (const BibtexField& field : entry.fields)
            defined.emplace_back(field.name, field.value);
        for (auto& [name, value] : defined)
            strings_.define(name, std::move(value));
    }

    /// Entries without a title are entries: @xdata, editors and a publisher.
    static bool saysSomething(const BibtexEntry& entry)
    {
        return std::any_of(entry.fields.begin(), entry.fields.end(),
                           [](const BibtexField& field) { return !trimmed(field.value).empty(); });
    }

    static string_view parentOf(const BibtexEntry& entry)
    {
        for (const BibtexField& field : entry.fields) {
            if (isNamed(field.name, "crossref"))
                return trimmed(field.value);
        }
        return {};
    }

    void nameBroken(string_view text, std::optional<Unreadable::Why> why, const RawSpan& span)
    {
        if (why)
            sink_.unreadable({span.line, excerpt(trimmed(text)), *why});
    }

    TextInput& input_;
    ReadSink& sink_;
    Crossrefs out_;
    BibtexStrings strings_;
    BibtexHead head_;
    std::string scratch_;
    Unreadable stray_;
    bool going_ = true;
};

} // namespace

int bibtexLikeness(string_view head, QStringView fileName)
{
    int entries = 0;
    int others = 0;
    for (auto at = head.find('@'); at != npos; at = head.find('@', at + 1)) {
        BibtexHead found;
        if (!parseBibtexHead(head, at, found))
            continue;
        const auto line = head.substr(0, at).find_last_of("\r\n");
        const string_view before
            = trimmed(head.substr(line == npos ? 0 : line + 1, at - (line == npos ? 0 : line + 1)));
        const bool atMargin = before.empty() || before == "%" || before == "}";
        const bool own
            = isNamed(found.type, "string") || isNamed(found.type, "comment") || isNamed(found.type, "preamble");
        if (atMargin && isBibtexType(found.type))
            ++(own ? others : entries);
    }
    const bool named = fileName.endsWith(QLatin1String(".bib"), Qt::CaseInsensitive);
    if (entries == 0)
        return others > 0 || (named && head.find('@') != npos) ? 30 : 0;
    return 90 + (named ? 2 : 0);
}

Result<void> readBibtex(TextInput& input, ReadSink& sink)
{
    BibtexSplitter(input, sink).run();
    return {};
}

} // namespace winnow::formats
