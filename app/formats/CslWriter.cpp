// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CslJson.h"
#include "formats/Exact.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"

#include <set>

namespace winnow::formats {
namespace {

using std::string_view;

/// Writes one item twice: without what the reader would not get back, which is then found by reading it, and with it.
class CslWriter final : public RecordWriter {
public:
    void begin(std::string& out) override { out += "[\n"; }
    void end(std::string& out) override { out += first_ ? "]\n" : "\n]\n"; }

    void write(const Record& record, std::string& out) override
    {
        std::vector<std::string> lines;
        std::string item = visible(record, lines);
        appendNumber(record, lines);
        appendOwn(record, lines);
        std::string whole = withLines(item, lines);
        document_.parse(whole);
        const auto differences = packDifferences(record, cslRecord(document_));
        if (!differences.empty()) {
            lines.insert(lines.end(), differences.begin(), differences.end());
            whole = withLines(item, lines);
        }
        out += first_ ? "" : ",\n";
        out += whole;
        first_ = false;
    }

private:
    /// The item without its end. Extra fields that are no text variables of CSL become lines.
    static std::string visible(const Record& r, std::vector<std::string>& lines)
    {
        std::string item = "{";
        put(item, "id", r.sourceId.empty() ? r.winnowId : r.sourceId);
        const string_view type = cslType(r.type);
        put(item, "type", type.empty() ? "document" : type);
        put(item, "title", r.title);
        putAuthors(item, r);
        if (r.year != 0)
            item += ",\n  \"issued\": {\"date-parts\": [[" + std::to_string(r.year) + "]]}";
        put(item, "container-title", r.journal);
        put(item, "volume", r.volume);
        put(item, "issue", r.issue);
        put(item, "page", r.pages);
        put(item, "DOI", r.doi);
        put(item, "PMID", r.pmid);
        put(item, "PMCID", r.pmcid);
        put(item, "URL", r.url);
        put(item, "language", r.language);
        put(item, "source", r.database);
        put(item, "keyword", joinedKeywords(r));
        put(item, "abstract", r.abstract);
        std::set<string_view> written;
        for (const auto& [key, numbers] : {std::pair("ISSN", &r.issn), std::pair("ISBN", &r.isbn)}) {
            const std::string unsaid = unsaidList(*numbers, r, key);
            put(item, key, unsaid);
            if (!unsaid.empty())
                written.insert(key);
        }
        for (const auto& [tag, value] : r.extra) {
            if (isCslText(tag) && written.insert(tag).second)
                put(item, tag, value);
            else
                lines.push_back(packCells({"extra", tag, value}));
        }
        return item;
    }

    static void put(std::string& item, string_view key, string_view value)
    {
        if (value.empty())
            return;
        item += item.size() > 1 ? ",\n  " : "\n  ";
        appendJsonString(item, key);
        item += ": ";
        appendJsonString(item, value);
    }

    static void putAuthors(std::string& item, const Record& r)
    {
        if (r.authors.empty())
            return;
        item += ",\n  \"author\": [";
        for (const Author& author : r.authors) {
            item += &author == &r.authors.front() ? "" : ", ";
            std::string name = "{";
            putName(name, author.collective ? "literal" : "family", author.family);
            putName(name, "given", author.given);
            putName(name, "suffix", author.suffix);
            item += name + "}";
        }
        item += "]";
    }
    static void putName(std::string& name, string_view key, string_view value)
    {
        if (value.empty())
            return;
        name += name.size() > 1 ? ", " : "";
        appendJsonString(name, key);
        name += ": ";
        appendJsonString(name, value);
    }

    static std::string joinedKeywords(const Record& r)
    {
        std::string words;
        for (const std::string& word : r.keywords)
            appendItem(words, word, "; ");
        return words;
    }

    static std::string withLines(const std::string& item, const std::vector<std::string>& lines)
    {
        std::string whole = item;
        for (const std::string& line : lines) {
            whole += &line == &lines.front() ? ",\n  \"custom\": {\"winnow\": [\n    " : ",\n    ";
            appendJsonString(whole, line);
        }
        return whole + (lines.empty() ? "\n}" : "\n  ]}\n}");
    }

    JsonDocument document_;
    bool first_ = true;
};

} // namespace

std::unique_ptr<RecordWriter> makeCslJsonWriter()
{
    return std::make_unique<CslWriter>();
}

} // namespace winnow::formats
