// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/EndnoteRecord.h"
#include "formats/EndnoteXml.h"
#include "formats/Exact.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Xml.h"

#include <algorithm>
#include <array>
#include <set>

namespace winnow::formats {
namespace {

using std::string_view;

/// EndNote's own names and numbers of reference types.
struct RefType {
    string_view word;
    string_view name;
    string_view number;
};
constexpr std::array refTypes{
    RefType{"Journal article", "Journal Article", "17"},
    RefType{"Book", "Book", "6"},
    RefType{"Generic", "Generic", "13"},
};

/// Elements of a text that extra fields go out under; all others become lines of our own.
constexpr std::array<string_view, 26> plainElements{
    "alt-title",   "auth-address",    "call-num",  "caption",         "custom1",       "custom3",
    "custom4",     "custom5",         "custom6",   "custom7",         "edition",       "isbn",
    "label",       "misc1",           "misc2",     "misc3",           "notes",         "num-vols",
    "orig-pub",    "pub-location",    "publisher", "reprint-edition", "reviewed-item", "section",
    "short-title", "translated-title"};

void open(std::string& xml, string_view name)
{
    ((xml += '<') += name) += '>';
}
void close(std::string& xml, string_view name)
{
    ((xml += "</") += name) += '>';
}
void element(std::string& xml, string_view name, string_view text)
{
    if (trimmed(text).empty())
        return;
    open(xml, name);
    appendXmlEscaped(xml, text);
    close(xml, name);
}
/// <outer><inner>text</inner></outer>
void within(std::string& xml, string_view outer, string_view inner, string_view text)
{
    if (trimmed(text).empty())
        return;
    open(xml, outer);
    element(xml, inner, text);
    close(xml, outer);
}

/// Writes one record twice: without what the reader would not get back, which is then found by reading it, and with
/// it, as lines in the research notes.
class EndnoteWriter final : public RecordWriter {
public:
    void begin(std::string& out) override { out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><records>\n"; }
    void end(std::string& out) override { out += "</records></xml>\n"; }

    void write(const Record& record, std::string& out) override
    {
        std::vector<std::string> lines;
        const std::string visible = fields(record, lines);
        appendOwn(record, lines);
        std::string whole = withLines(visible, lines);
        const auto differences = packDifferences(record, endnoteRecord(whole));
        if (!differences.empty()) {
            lines.insert(lines.end(), differences.begin(), differences.end());
            whole = withLines(visible, lines);
        }
        out += whole;
    }

private:
    static std::string fields(const Record& r, std::vector<std::string>& lines)
    {
        std::string xml = "<record><source-app name=\"Winnow\"></source-app>";
        type(xml, r);
        authors(xml, r);
        open(xml, "titles");
        element(xml, "title", r.title);
        element(xml, "secondary-title", r.journal);
        close(xml, "titles");
        within(xml, "periodical", "full-title", r.journal);
        element(xml, "pages", r.pages);
        element(xml, "volume", r.volume);
        element(xml, "number", r.issue);
        keywords(xml, r);
        within(xml, "dates", "year", r.year != 0 ? std::to_string(r.year) : std::string());
        element(xml, "accession-num", r.sourceId);
        element(xml, "isbn", unsaidList(r.issn, r, "isbn"));
        element(xml, "isbn", unsaidList(r.isbn, r, "isbn"));
        element(xml, "abstract", r.abstract);
        element(xml, "label", numberLabel(r));
        extra(xml, r, lines);
        if (!trimmed(r.url).empty()) {
            open(xml, "urls");
            within(xml, "related-urls", "url", r.url);
            close(xml, "urls");
        }
        element(xml, "electronic-resource-num", r.doi);
        element(xml, "remote-database-name", r.database);
        element(xml, "language", r.language);
        return xml;
    }

    static void type(std::string& xml, const Record& r)
    {
        const auto known
            = std::find_if(refTypes.begin(), refTypes.end(), [&](const RefType& t) { return t.word == r.type; });
        const RefType& t = known == refTypes.end() ? refTypes.back() : *known;
        ((((xml += "<ref-type name=\"") += t.name) += "\">") += t.number) += "</ref-type>";
        if (known == refTypes.end())
            element(xml, "work-type", r.type);
    }

    static void authors(std::string& xml, const Record& r)
    {
        if (r.authors.empty())
            return;
        xml += "<contributors><authors>";
        for (const Author& author : r.authors)
            element(xml, "author", author.collective ? author.family + "," : displayName(author));
        xml += "</authors></contributors>";
    }

    static void keywords(std::string& xml, const Record& r)
    {
        if (r.keywords.empty())
            return;
        open(xml, "keywords");
        for (const std::string& word : r.keywords)
            element(xml, "keyword", word);
        close(xml, "keywords");
    }

    static void extra(std::string& xml, const Record& r, std::vector<std::string>& lines)
    {
        std::set<string_view> written;
        for (const auto& [tag, value] : r.extra) {
            if (std::binary_search(plainElements.begin(), plainElements.end(), tag) && written.insert(tag).second)
                element(xml, tag, value);
            else
                lines.push_back(packCells({"extra", tag, value}));
        }
    }

    static std::string withLines(const std::string& fields, const std::vector<std::string>& lines)
    {
        std::string xml = fields;
        if (!lines.empty()) {
            std::string notes(ownNotes);
            for (const std::string& line : lines)
                (notes += '\n') += line;
            element(xml, "research-notes", notes);
        }
        return xml + "</record>\n";
    }
};

} // namespace

std::unique_ptr<RecordWriter> makeEndnoteXmlWriter()
{
    return std::make_unique<EndnoteWriter>();
}

} // namespace winnow::formats
