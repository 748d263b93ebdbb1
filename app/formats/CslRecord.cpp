// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CslJson.h"
#include "formats/Entities.h"
#include "formats/Exact.h"
#include "formats/Identifiers.h"
#include "formats/Markup.h"
#include "formats/Names.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"

namespace winnow::formats {
namespace {

using std::string_view;
using Node = std::uint32_t;

/// Crossref writes titles as lists of one; the first counts.
Node orFirst(const JsonDocument& item, Node node)
{
    return item[node].kind == JsonDocument::Kind::Array ? item.firstIn(node) : node;
}

Author nameFrom(const JsonDocument& item, Node name)
{
    if (item.isText(name))
        return authorFrom(oneLine(item.text(name)));
    Author author{oneLine(item.text(name, "family")), oneLine(item.text(name, "given")),
                  oneLine(item.text(name, "suffix")), false};
    std::string particle = oneLine(item.text(name, "non-dropping-particle"));
    if (particle.empty())
        particle = oneLine(item.text(name, "dropping-particle"));
    if (!particle.empty())
        author.family = particle + " " + author.family;
    if (author.family.empty() && author.given.empty())
        return {oneLine(item.text(name, "literal") + item.text(name, "name")), {}, {}, true};
    return author;
}

/// 2019-2-3 of {"date-parts": [[2019, 2, 3]]}, a second date behind "/"; or what the date says as a text.
std::string dateText(const JsonDocument& item, Node date)
{
    if (item.isText(date))
        return item.text(date);
    const Node parts = item.member(date, "date-parts");
    std::string text;
    if (parts != JsonDocument::none && !item.isText(parts)) {
        for (Node one = item.firstIn(parts); one != JsonDocument::none; one = item.after(one, parts)) {
            std::string numbers = item.text(one);
            for (Node n = item.firstIn(one); n != JsonDocument::none; n = item.after(n, one))
                appendItem(numbers, item.text(n), "-");
            appendItem(text, numbers, "/");
        }
    }
    appendItem(text, item.text(date, "season"), " season ");
    for (const string_view key : {"raw", "literal"}) {
        if (text.empty())
            text = item.text(date, key);
    }
    return text;
}

bool isName(const JsonDocument& item, Node node)
{
    return item.member(node, "family") != JsonDocument::none || item.member(node, "literal") != JsonDocument::none
        || item.member(node, "given") != JsonDocument::none;
}

class CslAssembler {
public:
    explicit CslAssembler(const JsonDocument& item) : item_(item) { }

    Record take()
    {
        if (item_.empty() || item_.isText(JsonDocument::root))
            return {};
        const Node root = JsonDocument::root;
        for (Node node = item_.firstIn(root); node != JsonDocument::none; node = item_.after(node, root)) {
            std::string key;
            appendJsonDecoded(key, item_[node].key);
            if (!variable(key, node))
                keep(std::move(key), node);
        }
        finish();
        return std::move(record_);
    }

private:
    /// True if the value has its place in the record now.
    bool variable(string_view key, Node node)
    {
        if (key == "author" && !item_.isText(node)) {
            for (Node name = item_.firstIn(node); name != JsonDocument::none; name = item_.after(name, node))
                addAuthor(name);
            return true;
        }
        if (key == "issued")
            return issued(node);
        if (key == "custom")
            return custom(node);
        const Node first = orFirst(item_, node);
        return first != JsonDocument::none && item_.isText(first) && textVariable(key, item_.text(first));
    }

    /// Crossref has characters written as in HTML.
    static std::string plain(const std::string& text) { return hasEntities(text) ? withoutEntities(text) : text; }

    void addAuthor(Node name)
    {
        Author author = nameFrom(item_, name);
        if (!author.family.empty() || !author.given.empty())
            record_.authors.push_back(std::move(author));
    }

    bool textVariable(string_view key, const std::string& value)
    {
        if (key == "title")
            return first(record_.title, oneLine(plain(value)));
        if (key == "abstract") // of Crossref: JATS
            return first(record_.abstract,
                         paragraphs(value.find("<jats:") == npos ? plain(value) : withoutMarkup(value)));
        if (key == "container-title")
            return first(record_.journal, oneLine(plain(value)));
        if (key == "volume")
            return first(record_.volume, oneLine(value));
        if (key == "issue")
            return first(record_.issue, oneLine(value));
        if (key == "page")
            return first(record_.pages, oneLine(value));
        if (key == "language")
            return first(record_.language, oneLine(value));
        if (key == "URL")
            return first(record_.url, oneLine(value));
        if (key == "id")
            return first(record_.sourceId, oneLine(value));
        if (key == "type")
            return first(record_.type, cslTypeWord(trimmed(value)));
        if (key == "keyword")
            return keywords(value);
        if (key == "source")
            return namesDatabase(value) && first(record_.database, oneLine(value));
        return identifier(key, value);
    }

    bool identifier(string_view key, string_view value)
    {
        if (key == "DOI") {
            record_.doi = findDoi(value);
            return isOnlyDoi(value, record_.doi);
        }
        if (key == "PMID")
            return first(record_.pmid, pmidOf(value)) && !record_.pmid.empty();
        return key == "PMCID" && first(record_.pmcid, pmcidOf(value)) && !record_.pmcid.empty();
    }

    bool keywords(string_view value)
    {
        for (std::string& word : listFromCell(value, true))
            record_.keywords.push_back(std::move(word));
        return true;
    }

    bool issued(Node node)
    {
        const std::string date = dateText(item_, node);
        record_.year = yearOf(date);
        return date == std::to_string(record_.year) || date.empty();
    }

    /// Our own lines; they have the last word.
    bool custom(Node node)
    {
        const Node lines = item_.member(node, "winnow");
        if (lines == JsonDocument::none || item_.isText(lines))
            return false;
        for (Node line = item_.firstIn(lines); line != JsonDocument::none; line = item_.after(line, lines))
            own_.push_back(item_.text(line));
        return item_.after(item_.firstIn(node), node) == JsonDocument::none;
    }

    static bool first(std::string& target, std::string value)
    {
        if (target.empty())
            target = std::move(value);
        return true;
    }

    void keep(std::string key, Node node)
    {
        std::string value = item_.isText(node) ? paragraphs(item_.text(node)) : nested(node);
        if (!value.empty())
            record_.extra.emplace_back(std::move(key), std::move(value));
    }

    std::string nested(Node node)
    {
        const Node child = item_.firstIn(node);
        if (item_.member(node, "date-parts") != JsonDocument::none)
            return dateText(item_, node);
        if (item_[node].kind != JsonDocument::Kind::Array || child == JsonDocument::none)
            return std::string(item_[node].raw);
        std::string list;
        for (Node each = child; each != JsonDocument::none; each = item_.after(each, node)) {
            if (!item_.isText(each) && !isName(item_, each))
                return std::string(item_[node].raw);
            appendItem(list, item_.isText(each) ? item_.text(each) : displayName(nameFrom(item_, each)), "; ");
        }
        return list;
    }

    void identify(string_view text)
    {
        if (record_.doi.empty())
            record_.doi = doiOfLink(text);
        if (record_.pmid.empty())
            record_.pmid = labelledPmid(text);
        if (record_.pmcid.empty() && text.size() < 200)
            record_.pmcid = pmcidOf(text);
        if (record_.nct.empty())
            record_.nct = nctOf(text);
    }

    void finish()
    {
        identify(record_.url);
        for (const auto& [tag, value] : record_.extra) {
            if (tag != "note")
                continue;
            for (const string_view line : pieces(value, "\n")) // Zotero's Extra: "PMID: 123", one a line
                identify(line);
        }
        record_.nct = record_.nct.empty() ? nctOf(record_.sourceId) : record_.nct;
        takeSerialNumbers(record_);
        for (const std::string& line : own_)
            applyLine(record_, line);
    }

    const JsonDocument& item_;
    Record record_;
    std::vector<std::string> own_;
};

} // namespace

Record cslRecord(const JsonDocument& item)
{
    return CslAssembler(item).take();
}

} // namespace winnow::formats
