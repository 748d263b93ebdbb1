// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ZoteroItem.h"

#include "formats/Identifiers.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"
#include "formats/XmlEntryReader.h"

namespace winnow::formats {
namespace {

using std::string_view;

class ZoteroAssembler final : private XmlEntryReader {
public:
    explicit ZoteroAssembler(string_view xml) : XmlEntryReader(xml) { }

    ZoteroItem take()
    {
        walk();
        item_.self.title = item_.record.title;
        item_.self.volume = item_.record.volume;
        item_.self.issue = item_.record.issue;
        return std::move(item_);
    }

private:
    [[nodiscard]] bool isInline(string_view) const override { return false; }

    void opened() override
    {
        if (depth() == 1) {
            item_.about = attribute("rdf:about");
            item_.aside = up(0) == "Memo" || up(0) == "Attachment" || up(0) == "Collection";
        }
        if (up(0) == "Person" || up(0) == "Agent")
            person_ = {};
        const std::string resource = depth() == 2 ? attribute("rdf:resource") : std::string();
        if (resource.empty())
            return;
        if (up(0) == "isPartOf")
            item_.partOf.push_back(resource);
        else if (up(0) == "isReferencedBy" || up(0) == "link")
            item_.links.push_back(resource);
        else
            item_.record.extra.emplace_back(up(0), resource);
    }

    void closed() override
    {
        if (up(0) != "Person" && up(0) != "Agent")
            return;
        if (within("authors") && !person_.family.empty())
            item_.record.authors.push_back(person_);
        else if (!person_.family.empty())
            item_.record.extra.emplace_back(up(3), displayName(person_)); // editors/Seq/li/Person
    }

    void text(string_view value) override
    {
        if (up(1) == "Person" || up(1) == "Agent")
            return name(value);
        if (within("isPartOf"))
            return containerText(value);
        Record& r = item_.record;
        const string_view field = up(0);
        if (field == "itemType") {
            item_.aside = item_.aside || value == "attachment" || value == "note";
            item_.item = !item_.aside;
            r.type = typeWord(value);
        } else if (field == "title") {
            first(r.title, value);
        } else if (field == "abstract") {
            r.abstract = paragraphs(value);
        } else if (field == "date") {
            r.year = yearOf(value);
            if (value != std::to_string(r.year))
                keep(value);
        } else if (field == "subject" || within("subject")) {
            r.keywords.push_back(oneLine(value));
        } else if (field == "pages") {
            r.pages = oneLine(value);
        } else if (field == "volume") {
            r.volume = oneLine(value);
        } else if (field == "number") {
            r.issue = oneLine(value);
        } else if (field == "language") {
            r.language = oneLine(value);
        } else if (field == "value") {
            valueText(value);
        } else if (field == "libraryCatalog" && namesDatabase(value)) {
            r.database = oneLine(value);
        } else {
            identifierOr(value);
        }
    }

    void valueText(string_view value)
    {
        if (within("URI"))
            first(item_.record.url, value);
        else if (depth() == 2)
            item_.self.text = paragraphs(value); // of a note
        else
            keep(value);
    }

    void name(string_view value)
    {
        if (up(0) == "surname")
            person_.family = oneLine(value);
        else if (up(0) == "givenName" || up(0) == "givenname")
            person_.given = oneLine(value);
        else if (up(0) == "name")
            person_ = {oneLine(value), {}, {}, true};
    }

    void containerText(string_view value)
    {
        ZoteroResource& in = item_.container;
        constexpr std::size_t ofContainer = 4; // Article/isPartOf/Journal/title
        if (depth() > ofContainer) // the series that a book is part of
            in.extra.emplace_back(up(0) == "title" ? std::string("series") : std::string(up(0)), oneLine(value));
        else if (up(0) == "title" && in.title.empty())
            in.title = oneLine(value);
        else if (up(0) == "volume")
            in.volume = oneLine(value);
        else if (up(0) == "number")
            in.issue = oneLine(value);
        else if (up(0) == "identifier" && value.starts_with("DOI "))
            in.dois.push_back(findDoi(value));
        else
            in.extra.emplace_back(up(0), oneLine(value));
    }

    void identifierOr(string_view value)
    {
        const bool identifier = up(0) == "identifier";
        if (identifier && value.starts_with("DOI ")) {
            item_.self.dois.push_back(findDoi(value));
            first(item_.record.doi, findDoi(value));
            return;
        }
        if (identifier || up(0) == "alternative")
            item_.self.extra.emplace_back(up(0), oneLine(value));
        keep(value);
    }

    static void first(std::string& target, string_view value)
    {
        if (target.empty())
            target = oneLine(value);
    }
    void keep(string_view value)
    {
        const bool publisher = within("publisher");
        const string_view tag = publisher && up(0) == "name" ? string_view("publisher") : up(0);
        item_.record.extra.emplace_back(tag, paragraphs(value));
    }

    ZoteroItem item_;
    Author person_;
};

} // namespace

ZoteroItem zoteroItem(string_view xml)
{
    return ZoteroAssembler(xml).take();
}

void addContainer(Record& record, const ZoteroResource& container, bool takeDoi)
{
    if (record.journal.empty())
        record.journal = container.title;
    if (record.volume.empty())
        record.volume = container.volume;
    if (record.issue.empty())
        record.issue = container.issue;
    if (takeDoi && record.doi.empty() && container.dois.size() == 1)
        record.doi = container.dois.front();
    record.extra.insert(record.extra.end(), container.extra.begin(), container.extra.end());
}

void finishZotero(Record& record)
{
    const auto identify = [&](string_view text) {
        if (record.doi.empty())
            record.doi = doiOfLink(text);
        if (record.pmid.empty())
            record.pmid = labelledPmid(text);
        if (record.pmcid.empty() && text.size() < 200)
            record.pmcid = pmcidOf(text);
        if (record.nct.empty())
            record.nct = nctOf(text);
    };
    identify(record.url);
    for (const auto& [tag, value] : record.extra) {
        if (tag != "description") // Zotero's Extra: "PMID: 123", one a line
            continue;
        for (const string_view line : pieces(value, "\n"))
            identify(line);
    }
    takeSerialNumbers(record);
}

} // namespace winnow::formats
