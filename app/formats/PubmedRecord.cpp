// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/PubmedElements.h"
#include "formats/PubmedXml.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/XmlEntryReader.h"

namespace winnow::formats {
namespace {

using std::string_view;
using Element = PubmedElement;

/// Elements within such a text are markup: <i>, <sup>, MathML.
bool holdsText(Element element)
{
    return element >= Element::ArticleTitle && element <= Element::FreeText;
}

/// PubMed writes this where a work has a title in its own language only.
bool saysNothing(string_view title)
{
    return title.empty() || title == "[Not Available]." || title == "[Not Available]";
}

class PubmedAssembler final : private XmlEntryReader {
public:
    explicit PubmedAssembler(string_view xml) : XmlEntryReader(xml) { }

    Record take()
    {
        walk();
        finish();
        return std::move(record_);
    }

private:
    /// What one element that holds several others has gathered so far.
    struct Group {
        std::size_t depth = 0; ///< 0: none is open
        std::string tag;
        string_view separator;
        std::string text;
    };

    [[nodiscard]] bool isInline(string_view) const override { return holdsText(element_); }

    void opened() override
    {
        element_ = pubmedElement(up(0));
        switch (element_) {
        case Element::MedlineCitation:
            keep("Status", attribute("Status"));
            keep("Owner", attribute("Owner"));
            break;
        case Element::Author: author_ = {}; break;
        case Element::AuthorList: editors_ = attribute("Type") == "editors"; break;
        case Element::AbstractText: label_ = attribute("Label"); break;
        case Element::ArticleId: kind_ = attribute("IdType"); break;
        case Element::Elocation:
            kind_ = attribute("EIdType");
            if (attribute("ValidYN") == "N")
                kind_ += " (invalid)";
            break;
        case Element::Identifier: kind_ = attribute("Source"); break;
        case Element::MeshHeading: heading_.clear(); break;
        case Element::Descriptor:
        case Element::Qualifier:
        case Element::Keyword: major_ = attribute("MajorTopicYN") == "Y"; break;
        case Element::DateGroup: openGroup("-", "PubStatus"); break;
        case Element::PubDate:
        case Element::WordGroup: openGroup(" ", "RefType"); break;
        case Element::SlashGroup: openGroup("/", {}); break;
        default: break;
        }
    }

    void closed() override
    {
        if (group_.depth == depth())
            closeGroup();
        const Element closing = pubmedElement(up(0));
        if (closing == Element::Author)
            closeAuthor();
        else if (closing == Element::MeshHeading && !heading_.empty())
            record_.keywords.push_back(heading_);
        element_ = pubmedElement(up(1));
    }

    void openGroup(string_view separator, string_view attributeOfTag)
    {
        if (group_.depth != 0)
            return;
        group_ = {depth(), std::string(up(0)), separator, {}};
        const std::string kind = attributeOfTag.empty() ? std::string() : attribute(attributeOfTag);
        if (!kind.empty()) // "History/received", "RetractionIn"
            group_.tag = (up(0) == "PubMedPubDate" ? "History/" : "") + kind;
    }

    void closeGroup()
    {
        group_.depth = 0;
        const int year = yearOf(group_.text);
        if (group_.tag == "PubDate" && record_.year == 0)
            record_.year = year;
        if (group_.tag != "PubDate" || group_.text != std::to_string(record_.year))
            keep(group_.tag, group_.text);
    }

    void closeAuthor()
    {
        if (author_.family.empty() && author_.given.empty())
            return;
        if (editors_)
            return keep("Editor", displayName(author_));
        (within("Book") ? bookAuthors_ : record_.authors).push_back(std::move(author_));
    }

    void text(string_view value) override
    {
        if (group_.depth != 0)
            return grouped(value);
        switch (element_) {
        case Element::ArticleTitle: return first(record_.title, value);
        case Element::VernacularTitle: return first(vernacular_, value);
        case Element::BookTitle: return first(bookTitle_, value);
        case Element::JournalTitle: return first(record_.journal, value);
        case Element::Volume: return first(record_.volume, value);
        case Element::Issue: return first(record_.issue, value);
        case Element::Pages: return first(record_.pages, value);
        case Element::AbstractText: return abstractText(value);
        case Element::Language: return appendItem(record_.language, value, "; ");
        case Element::PublicationType: return appendItem(record_.type, value, "; ");
        case Element::Keyword: record_.keywords.push_back((major_ ? "*" : "") + oneLine(value)); return;
        case Element::Descriptor:
        case Element::Qualifier:
            heading_ += heading_.empty() ? "" : "/";
            heading_ += major_ ? "*" : "";
            heading_ += value;
            return;
        default: break;
        }
        if (!name(value) && !identifier(value))
            keep(up(0), paragraphs(value));
    }

    void grouped(string_view value)
    {
        std::string piece = oneLine(value);
        if (element_ == Element::Pmid)
            piece = "[PMID " + piece + "]";
        else if (element_ == Element::ArticleId)
            piece = "[" + kind_ + " " + piece + "]";
        appendItem(group_.text, piece, group_.separator);
    }

    void abstractText(string_view value)
    {
        const bool other = within("OtherAbstract");
        std::string paragraph = label_.empty() || label_ == "UNLABELLED" ? std::string() : label_ + ": ";
        paragraph += paragraphs(value);
        appendItem(other ? otherAbstract_ : record_.abstract, paragraph, "\n");
    }

    bool name(string_view value)
    {
        if (up(1) != "Author")
            return false;
        switch (element_) {
        case Element::LastName: author_.family = oneLine(value); return true;
        case Element::ForeName: author_.given = oneLine(value); return true;
        case Element::Initials:
            if (author_.given.empty())
                author_.given = oneLine(value);
            return true;
        case Element::Suffix: author_.suffix = oneLine(value); return true;
        case Element::CollectiveName: author_ = {oneLine(value), {}, {}, true}; return true;
        default: return false;
        }
    }

    bool identifier(string_view value)
    {
        switch (element_) {
        case Element::Pmid:
            if (up(1) != "MedlineCitation" && up(1) != "BookDocument")
                return false;
            first(record_.pmid, pmidOf(value));
            return true;
        case Element::ArticleId: return articleId(value);
        case Element::Elocation:
            if (kind_ == "doi" && record_.doi.empty())
                record_.doi = findDoi(value);
            if (kind_ != "doi" || record_.doi != findDoi(value))
                keep("ELocationID", std::string(value) + " [" + kind_ + "]");
            return true;
        case Element::Identifier:
            keep(kind_.empty() ? string_view("Identifier") : string_view(kind_), value);
            return true;
        case Element::DataBankName: bank_ = value; return true;
        case Element::AccessionNumber:
            if (within("DataBank"))
                dataBank(value);
            return within("DataBank");
        default: return false;
        }
    }

    /// Only of the entry's own list: the lists of its references are groups.
    bool articleId(string_view value)
    {
        if (kind_ == "doi")
            first(record_.doi, findDoi(value));
        else if (kind_ == "pubmed")
            first(record_.pmid, pmidOf(value));
        else if (kind_ == "pmc")
            first(record_.pmcid, pmcidOf(value));
        const std::string& known = kind_ == "doi" ? record_.doi : kind_ == "pubmed" ? record_.pmid : record_.pmcid;
        const bool own = kind_ == "doi" || kind_ == "pubmed" || kind_ == "pmc";
        if (!own || lowered(value) != lowered(known))
            keep("ArticleId", std::string(value) + " [" + kind_ + "]");
        return true;
    }

    void dataBank(string_view value)
    {
        keep("DataBank", bank_ + "/" + std::string(value));
        if (record_.nct.empty())
            record_.nct = findNct(value);
    }

    static void first(std::string& target, string_view value)
    {
        if (target.empty())
            target = oneLine(value);
    }

    void keep(string_view tag, string_view value)
    {
        if (!value.empty())
            record_.extra.emplace_back(tag, value);
    }

    void finish()
    {
        if (saysNothing(record_.title) && !vernacular_.empty())
            record_.title = std::move(vernacular_);
        else
            keep("VernacularTitle", vernacular_);
        const bool chapter = !saysNothing(record_.title);
        if (!bookTitle_.empty())
            (chapter ? record_.journal : record_.title) = bookTitle_;
        if (!bookTitle_.empty() && record_.type.empty())
            record_.type = chapter ? "Book chapter" : "Book";
        if (record_.authors.empty())
            record_.authors = std::move(bookAuthors_);
        else
            for (const Author& author : bookAuthors_)
                keep("Book/Author", displayName(author));
        if (record_.abstract.empty())
            record_.abstract = std::move(otherAbstract_);
        else
            keep("OtherAbstract", otherAbstract_);
        takeSerialNumbers(record_);
        record_.sourceId = record_.pmid;
        if (!record_.pmid.empty())
            record_.database = "PubMed";
    }

    Record record_;
    Element element_ = Element::Other; ///< the innermost
    Group group_;
    Author author_;
    std::vector<Author> bookAuthors_;
    bool editors_ = false;
    bool major_ = false;
    std::string kind_;
    std::string label_;
    std::string heading_;
    std::string bank_;
    std::string vernacular_;
    std::string bookTitle_;
    std::string otherAbstract_;
};

} // namespace

Record pubmedRecord(string_view xml)
{
    return PubmedAssembler(xml).take();
}

} // namespace winnow::formats
