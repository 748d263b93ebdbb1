// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Bibtex.h"
#include "formats/Exact.h"
#include "formats/Latex.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"

#include <algorithm>
#include <array>
#include <set>

namespace winnow::formats {
namespace {

using std::string_view;

/// Fields that the reader turns into something else than an extra field.
constexpr std::array<string_view, 38> absorbed{
    "title",      "booktitle",     "maintitle", "journal",         "journaltitle",  "fjournal",       "abstract",
    "author",     "keywords",      "keyword",   "author_keywords", "keywords-plus", "mesh_terms",     "year",
    "issue_date", "volume",        "number",    "issue",           "pages",         "article-number", "eid",
    "articleno",  "art_number",    "language",  "langid",          "url",           "link",           "ee",
    "doi",        "pmid",          "pubmed_id", "pubmed-id",       "pubmedid",      "pubmed",         "pmcid",
    "source",     "document_type", "unique-id"};

bool isFieldName(string_view name)
{
    const auto good = [](char c) { return isLetter(c) || isDigit(c) || string_view("_-+.:").find(c) != npos; };
    return !name.empty() && name.size() <= 60 && isLetter(name[0]) && std::all_of(name.begin(), name.end(), good);
}

bool isKey(string_view key)
{
    return !key.empty() && key.size() <= 200 && key.find_first_of(" \t\r\n\v\f,={}\"#%()\\~@'$&_^") == npos
        && key.find('\0') == npos;
}

/// Writes an entry, reads it as the reader will, and adds in the field `winnow` what that does not get right.
class BibtexWriter final : public RecordWriter {
public:
    void begin(std::string&) override { }
    void end(std::string&) override { }

    void write(const Record& record, std::string& out) override
    {
        body_.clear();
        names_.clear();
        own_.clear();
        const std::string type = typeOf(record);
        body_ += keyOf(record);
        writeBody(record, type);
        writeExtra(record);
        appendNumber(record, own_);
        appendOwn(record, own_);
        Record got = bibtexRecord(parseBibtexEntry(type, body_, false, {}));
        for (const std::string& line : own_)
            applyLine(got, line);
        for (std::string& line : packDifferences(record, got))
            own_.push_back(std::move(line));
        writeOwn();
        (((out += '@') += type) += '{') += body_;
        out += "\n}\n\n";
    }

private:
    static string_view extraOf(const Record& record, string_view wanted)
    {
        for (const auto& [name, value] : record.extra) {
            if (name == wanted)
                return value;
        }
        return {};
    }

    static std::string typeOf(const Record& record)
    {
        const string_view kept = extraOf(record, typeExtra);
        if (isBibtexType(kept) && kept == lowered(kept) && kept != "string" && kept != "comment" && kept != "preamble")
            return std::string(kept);
        const string_view type = bibtexType(record.type);
        return std::string(type.empty() ? "misc" : type);
    }

    /// As it was in the file; else made of author and year, as people make them.
    static std::string keyOf(const Record& record)
    {
        for (const string_view key : {extraOf(record, keyExtra), string_view(record.sourceId)}) {
            if (isKey(key))
                return std::string(key);
        }
        std::string key;
        for (const char c : record.authors.empty() ? string_view("record") : string_view(record.authors[0].family))
            key += isLetter(c) ? std::string(1, c) : std::string();
        return (key.empty() ? "record" : key.substr(0, 40)) + (record.year > 0 ? std::to_string(record.year) : "");
    }

    void put(string_view name, string_view latex)
    {
        if (trimmed(latex).empty())
            return;
        names_.insert(lowered(name));
        (((body_ += ",\n  ") += name) += " = {") += latex;
        body_ += '}';
    }
    void putText(string_view name, string_view text) { put(name, toLatex(oneLine(text))); }
    /// Braces and backslashes have no place in an address; such ones come back by a line of our own.
    void putVerbatim(string_view name, string_view text)
    {
        if (text.find_first_of("\\{}") == npos)
            put(name, oneLine(text));
    }

    void writeBody(const Record& record, string_view type)
    {
        writeAuthors(record.authors);
        putText("title", record.title);
        putText(type == "inproceedings" || type == "incollection" ? "booktitle" : "journal", record.journal);
        if (record.year != 0)
            put("year", std::to_string(record.year));
        putText("volume", record.volume);
        putText("number", record.issue);
        putText("pages", record.pages);
        putVerbatim("doi", record.doi);
        putText("pmid", record.pmid);
        putText("pmcid", record.pmcid);
        putText("nct", record.nct);
        putText("issn", unsaidList(record.issn, record, "issn"));
        putText("isbn", unsaidList(record.isbn, record, "isbn"));
        putAbstract(record.abstract);
        putKeywords(record.keywords);
        putText("language", record.language);
        putVerbatim("url", record.url);
        if (bibtexType(record.type).empty() || typeOf(record) != bibtexType(record.type))
            putText("document_type", record.type);
        putText("source", record.database);
        if (body_.substr(0, body_.find(',')) != record.sourceId && !extraOf(record, keyExtra).empty())
            putText("unique-id", record.sourceId);
    }

    void writeAuthors(const std::vector<Author>& authors)
    {
        std::string list;
        for (const Author& a : authors) {
            std::string name = toLatex(oneLine(a.family));
            if (a.collective)
                name = "{" + name + "}";
            if (!a.suffix.empty())
                name += ", " + toLatex(oneLine(a.suffix));
            if (!a.given.empty())
                name += ", " + toLatex(oneLine(a.given));
            appendItem(list, name, " and ");
        }
        put("author", list);
    }

    /// An empty line parts two paragraphs; a line that begins with @ must not look like an entry.
    void putAbstract(string_view abstract)
    {
        std::string latex;
        for (string_view rest = abstract;;) {
            const auto end = rest.find('\n');
            const string_view line = rest.substr(0, end);
            if (line.starts_with('@'))
                (latex += "{@}") += toLatex(line.substr(1));
            else
                latex += toLatex(oneLine(line));
            if (end == npos)
                break;
            latex += latex.ends_with('\n') ? "\n" : "\n\n";
            rest.remove_prefix(end + 1);
        }
        put("abstract", latex);
    }

    void putKeywords(const std::vector<std::string>& words)
    {
        const bool commas
            = std::any_of(words.begin(), words.end(), [](const std::string& w) { return w.find(',') != npos; });
        std::string list;
        for (const std::string& word : words)
            appendItem(list, word, commas ? "; " : ", ");
        putText("keywords", list);
    }

    /// What BibTeX can name goes as a field of its own, all else as lines of ours.
    void writeExtra(const Record& record)
    {
        for (const auto& [name, value] : record.extra) {
            const std::string lowerName = lowered(name);
            if (lowerName == keyExtra || lowerName == typeExtra)
                continue;
            const bool plain = isFieldName(name) && names_.count(lowerName) == 0 && lowerName != winnowField
                && lowerName != "crossref" && std::find(absorbed.begin(), absorbed.end(), lowerName) == absorbed.end();
            if (!plain)
                own_.push_back(packCells({"extra", name, value}));
            else if (isVerbatimField(lowerName))
                putVerbatim(name, value);
            else
                putText(name, value);
        }
    }

    void writeOwn()
    {
        std::string lines;
        for (const std::string& line : own_) {
            lines += '\n';
            for (const char c : line)
                lines += c == '{' ? "\\o" : c == '}' ? "\\c" : std::string(1, c);
        }
        put(winnowField, lines);
    }

    std::string body_;
    std::set<std::string> names_;
    std::vector<std::string> own_;
};

} // namespace

std::unique_ptr<RecordWriter> makeBibtexWriter()
{
    return std::make_unique<BibtexWriter>();
}

} // namespace winnow::formats
