// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/EndnoteRecord.h"

#include "formats/Exact.h"
#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"
#include "formats/XmlEntryReader.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

/// Cuts a text in pieces that belong together.
bool isStyle(string_view name)
{
    return name == "style" || name == "b" || name == "i" || name == "u" || name == "em" || name == "strong"
        || name == "sub" || name == "sup" || name == "font" || name == "span";
}

class EndnoteAssembler final : private XmlEntryReader {
public:
    explicit EndnoteAssembler(string_view xml) : XmlEntryReader(xml) { }

    Record take()
    {
        walk();
        finish();
        return std::move(record_);
    }

private:
    [[nodiscard]] bool isInline(string_view name) const override { return isStyle(name); }
    void opened() override
    {
        if (up(0) == "ref-type")
            refType_ = attribute("name");
    }
    void text(string_view value) override
    {
        if (depth() > 1)
            field(up(1), up(0), value);
    }

    void field(string_view parent, string_view name, string_view value)
    {
        if (name == "author" && parent == "authors")
            record_.authors.push_back(authorFrom(oneLine(value)));
        else if (name == "keyword")
            keyword(value);
        else if (name == "research-notes" && value.starts_with(ownNotes))
            own_ = value.substr(ownNotes.size());
        else if (name == "label" && takeNumberLabel(record_, value))
            return;
        else if (name == "abstract")
            appendItem(record_.abstract, paragraphs(value), "\n");
        else if (!single(parent, name, value))
            keep(parent, name, value);
    }

    void keyword(string_view value)
    {
        while (!value.empty()) {
            const auto end = std::min(value.find_first_of("\r\n"), value.size());
            if (const auto word = trimmed(value.substr(0, end)); !word.empty())
                record_.keywords.emplace_back(word);
            value.remove_prefix(std::min(end + 1, value.size()));
        }
    }

    /// True if the value has its place in the record now.
    bool single(string_view parent, string_view name, string_view value)
    {
        if (name == "title")
            return first(record_.title, value);
        if (name == "full-title" && parent == "periodical")
            return first(record_.journal, value);
        if (name == "volume")
            return first(record_.volume, value);
        if (name == "number")
            return first(record_.issue, value);
        if (name == "pages")
            return first(record_.pages, value);
        if (name == "language")
            return first(record_.language, value);
        if (name == "url" && parent == "related-urls")
            return first(record_.url, value);
        if (name == "accession-num")
            return first(record_.sourceId, value);
        if (name == "remote-database-name")
            return first(record_.database, value.substr(0, value.find_first_of("\r\n"))) && value == record_.database;
        if (name == "work-type" && value.size() <= 80 && !allDigits(value) && value.find('/') == string_view::npos)
            return first(record_.type, value);
        if (name == "year") {
            record_.year = yearOf(value);
            return record_.year != 0 && value.size() == 4;
        }
        if (name == "electronic-resource-num") {
            record_.doi = findDoi(value);
            return isOnlyDoi(value, record_.doi);
        }
        if (name == "ref-type" && refType_.empty())
            refType_ = typeOfNumber(value);
        return name == "ref-type" && !refType_.empty();
    }

    /// EndNote's numbers, for programs that leave the name out.
    static string_view typeOfNumber(string_view number)
    {
        struct Type {
            string_view number;
            string_view name;
        };
        static constexpr std::array types{
            Type{"17", "Journal Article"},
            Type{"6", "Book"},
            Type{"5", "Book Section"},
            Type{"28", "Edited Book"},
            Type{"10", "Conference Proceedings"},
            Type{"47", "Conference Paper"},
            Type{"27", "Report"},
            Type{"32", "Thesis"},
            Type{"12", "Web Page"},
            Type{"13", "Generic"},
            Type{"19", "Magazine Article"},
            Type{"23", "Newspaper Article"},
            Type{"25", "Patent"},
            Type{"34", "Unpublished Work"},
            Type{"43", "Electronic Article"},
            Type{"44", "Electronic Book"},
            Type{"59", "Dataset"},
            Type{"46", "Government Document"},
        };
        const auto found = std::find_if(types.begin(), types.end(), [&](const Type& t) { return t.number == number; });
        return found == types.end() ? string_view() : found->name;
    }

    static bool first(std::string& target, string_view value)
    {
        const std::string text = oneLine(value);
        if (target.empty())
            target = text;
        return target == text;
    }

    void keep(string_view parent, string_view name, string_view value)
    {
        const bool vague = name == "url" || name == "author" || name == "date" || name == "full-title"
            || name.starts_with("abbr-") || name == "key";
        std::string tag = vague ? std::string(parent) + "/" + std::string(name) : std::string(name);
        record_.extra.emplace_back(std::move(tag), paragraphs(value));
    }

    /// Moves an extra field to where something is missing.
    void fallBack(std::string& target, string_view tag)
    {
        const auto found
            = std::find_if(record_.extra.begin(), record_.extra.end(), [&](const auto& e) { return e.first == tag; });
        if (!target.empty() || found == record_.extra.end())
            return;
        target = oneLine(found->second);
        record_.extra.erase(found);
    }
    [[nodiscard]] string_view extra(string_view tag) const
    {
        const auto found
            = std::find_if(record_.extra.begin(), record_.extra.end(), [&](const auto& e) { return e.first == tag; });
        return found == record_.extra.end() ? string_view() : string_view(found->second);
    }

    void finish()
    {
        for (const string_view tag :
             {"translated-title", "short-title", "alt-title", "secondary-title", "tertiary-title"})
            fallBack(record_.title, tag);
        for (const string_view tag : {"secondary-title", "alt-title", "periodical/abbr-1", "alt-periodical/full-title"})
            fallBack(record_.journal, tag);
        std::erase_if(record_.extra, [&](const auto& e) {
            return e.second == record_.journal && (e.first.ends_with("title") || e.first.starts_with("periodical/"));
        });
        if (record_.type.empty())
            record_.type = refType_ == "Journal Article" ? "Journal article" : refType_;
        else if (!refType_.empty() && refType_ != "Journal Article" && refType_ != "Generic")
            record_.extra.emplace_back("ref-type", refType_);
        identifiers();
        takeSerialNumbers(record_);
        if (record_.sourceId.empty())
            record_.sourceId = extra("rec-number");
        if (record_.database.empty() && extra("remote-database-provider") == "NLM")
            record_.database = "PubMed";
        for (const string_view line : pieces(own_, "\n")) // the last word
            applyLine(record_, line);
    }

    void identifiers()
    {
        const bool pubmed = holdsPmids(record_.database) || holdsPmids(extra("remote-database-provider"))
            || !labelledPmid(record_.url).empty();
        record_.pmid = pubmed ? pmidOf(record_.sourceId) : labelledPmid(record_.sourceId);
        identify(record_.url);
        for (const auto& [tag, value] : record_.extra) {
            if (tag.ends_with("/url")
                || tag == "electronic-resource-num") // custom1–7 are the owner's: kept, not searched
                identify(value);
            if (tag == "custom2" && record_.pmcid.empty())
                record_.pmcid = pmcidOf(value); // but here EndNote itself puts it
        }
        record_.nct = nctOf(record_.sourceId).empty() ? record_.nct : nctOf(record_.sourceId);
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

    Record record_;
    std::string refType_;
    std::string own_; ///< our own lines
};

} // namespace

Record endnoteRecord(string_view xml)
{
    return EndnoteAssembler(xml).take();
}

} // namespace winnow::formats
