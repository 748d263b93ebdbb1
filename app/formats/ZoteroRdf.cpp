// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ZoteroRdf.h"

#include "formats/Read.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"
#include "formats/TextInput.h"
#include "formats/Utf8.h"
#include "formats/ZoteroItem.h"

#include <algorithm>
#include <cstring>
#include <map>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr string_view mark = " rdf:about=";

/// Where the next resource begins: what stands at the top of the file has a name, what stands inside another has none.
/// npos: none in sight.
std::size_t nextResource(string_view text, std::size_t from)
{
    while (from < text.size()) {
        const void* found = memmem(text.data() + from, text.size() - from, mark.data(), mark.size());
        if (!found)
            return npos;
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        std::size_t open = at;
        while (open > from && text[open] != '<' && text[open] != '>' && at - open < 200)
            --open;
        if (text[open] == '<')
            return open;
        from = at + mark.size();
    }
    return npos;
}

/// "bib:Article" of "<bib:Article rdf:about=…".
string_view nameAt(string_view xml)
{
    return xml.substr(1, std::min(xml.find_first_of(" \t\r\n>"), xml.size()) - 1);
}

/// The length of the element at the beginning of `xml`, with others of its name inside; npos: it does not end.
std::size_t elementLength(string_view xml)
{
    const std::string open = "<" + std::string(nameAt(xml));
    const std::string close = "</" + std::string(nameAt(xml)) + ">";
    int depth = 0;
    for (std::size_t at = 0; at != npos; at = xml.find('<', at + 1)) {
        const string_view rest = xml.substr(at);
        const bool named = rest.size() > open.size() && (isBlank(rest[open.size()]) || rest[open.size()] == '>');
        if (rest.starts_with(open) && named)
            ++depth;
        else if (rest.starts_with(close) && --depth == 0)
            return at + close.size();
    }
    return npos;
}

/// More than blanks and the marks that enclose the whole.
bool saysSomething(string_view between)
{
    between = trimmed(between);
    return !between.empty() && !between.starts_with("</rdf:RDF") && !between.starts_with("<rdf:RDF");
}

/// What does not say that it is an item may have lost that mark; journals and series have neither of these.
bool looksLikeWork(const Record& record)
{
    return !record.authors.empty() || !record.abstract.empty();
}

class ZoteroReader {
public:
    ZoteroReader(TextInput& input, ReadSink& sink) : input_(input), sink_(sink) { }

    void run()
    {
        while (going_ && toResource())
            takeResource();
        emitAll();
    }

private:
    struct Held {
        ZoteroItem item;
        RawSpan span;
    };

    bool toResource()
    {
        while (true) {
            const auto at = nextResource(input_.buffered(), 0);
            if (at != npos) {
                input_.consume(at);
                return true;
            }
            const std::size_t size = input_.buffered().size();
            input_.consume(size > 256 ? size - 256 : 0);
            if (!input_.fill())
                return false;
        }
    }

    void takeResource()
    {
        std::size_t searched = mark.size() + 1;
        while (true) {
            const string_view text = input_.buffered();
            const auto next = nextResource(text, searched);
            if (next != npos)
                return add(next, false);
            if (text.size() > longestEntry)
                return add(text.size(), true);
            searched = std::max<std::size_t>(searched, text.size() > 256 ? text.size() - 256 : 0);
            if (!input_.fill())
                return add(input_.buffered().size(), true);
        }
    }

    void add(std::size_t length, bool last)
    {
        const string_view original = input_.buffered().substr(0, length);
        const std::size_t whole = elementLength(original);
        const string_view xml = input_.clean(original.substr(0, whole), scratch_);
        const RawSpan span{input_.offset(), qint64(std::min(whole, original.size())), input_.lineNumber()};
        ZoteroItem item = zoteroItem(xml);
        const bool empty = item.item && !hasContent(item.record);
        if (whole == npos)
            name(span.line, xml, last ? Unreadable::Why::Truncated : Unreadable::Why::BadMarkup);
        else if (empty)
            name(span.line, xml, Unreadable::Why::NoTitle);
        else if (saysSomething(original.substr(whole)))
            name(span.line + std::count(xml.begin(), xml.end(), '\n'), original.substr(whole),
                 Unreadable::Why::NotAnEntry);
        else if (!item.item && !item.aside && item.self.title.empty())
            name(span.line, xml, Unreadable::Why::BadMarkup);
        input_.consume(length);
        if (!item.item)
            resources_[item.about] = item.self;
        if (item.item ? !empty : !item.aside && looksLikeWork(item.record))
            held_.push_back({std::move(item), span});
    }
    void name(qint64 line, string_view text, Unreadable::Why why)
    {
        std::string clean;
        appendClean(clean, trimmed(text));
        sink_.unreadable({line, excerpt(clean), why});
    }

    /// Once all that items can point to is known.
    void emitAll()
    {
        std::map<string_view, int> pointers;
        for (const Held& held : held_) {
            for (const std::string& resource : held.item.partOf)
                ++pointers[resource];
        }
        for (Held& held : held_) {
            if (!going_)
                return;
            if (!held.item.item && pointers.count(held.item.about) > 0)
                continue; // a journal
            Record& record = held.item.record;
            addContainer(record, held.item.container, true);
            for (const std::string& resource : held.item.partOf) {
                if (const auto found = resources_.find(resource); found != resources_.end())
                    addContainer(record, found->second, pointers[resource] == 1);
            }
            addLinks(record, held.item.links);
            finishZotero(record);
            going_ = sink_.record(std::move(record), held.span);
        }
    }

    void addLinks(Record& record, const std::vector<std::string>& links) const
    {
        for (const std::string& link : links) {
            const auto found = resources_.find(link);
            if (found == resources_.end())
                record.extra.emplace_back("link", link);
            else if (!found->second.text.empty())
                record.extra.emplace_back("note", found->second.text);
            else if (!found->second.title.empty())
                record.extra.emplace_back("attachment", found->second.title);
        }
    }

    TextInput& input_;
    ReadSink& sink_;
    std::string scratch_;
    std::vector<Held> held_;
    std::map<std::string, ZoteroResource> resources_;
    bool going_ = true;
};

} // namespace

int zoteroRdfLikeness(string_view head, QStringView)
{
    const bool rdf = head.find("<rdf:RDF") != npos || head.find("xmlns:rdf=") != npos;
    const bool zotero = head.find("zotero.org/namespaces") != npos || head.find("<z:itemType>") != npos;
    return rdf && zotero && nextResource(head, 0) != npos ? 95 : 0;
}

Result<void> readZoteroRdf(TextInput& input, ReadSink& sink)
{
    ZoteroReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
