// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Bibtex.h"
#include "formats/BibtexNames.h"
#include "formats/Entities.h"
#include "formats/Exact.h"
#include "formats/Identifiers.h"
#include "formats/Latex.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

class BibtexAssembler {
public:
    explicit BibtexAssembler(const BibtexEntry& entry) : entry_(entry), used_(entry.fields.size())
    {
        names_.reserve(entry.fields.size());
        for (const BibtexField& field : entry.fields)
            names_.push_back(lowered(field.name));
    }

    Record take()
    {
        titles();
        people();
        published();
        identifiers();
        origin();
        keepRest();
        takeSerialNumbers(record_);
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i] == winnowField)
                ownLines(entry_.fields[i].value);
        }
        return std::move(record_);
    }

private:
    [[nodiscard]] std::size_t find(string_view name) const
    {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i] == name && !trimmed(entry_.fields[i].value).empty())
                return i;
        }
        return npos;
    }
    [[nodiscard]] string_view raw(string_view name) const
    {
        const auto i = find(name);
        return i == npos ? string_view() : entry_.fields[i].value;
    }
    [[nodiscard]] std::string text(string_view name) const { return oneLine(plain(raw(name))); }
    /// Publishers' pages leave characters written as in HTML ("&amp;").
    static std::string plain(string_view latex)
    {
        std::string text = fromLatex(latex);
        return hasEntities(text) ? withoutEntities(text) : text;
    }

    /// The first of these fields that says something; used up.
    std::string takeFirst(std::initializer_list<string_view> names)
    {
        for (const string_view name : names) {
            std::string found = text(name);
            if (found.empty())
                continue;
            used_[find(name)] = true;
            return found;
        }
        return {};
    }

    void titles()
    {
        record_.title = takeFirst({"title"});
        const std::string subtitle = text("subtitle");
        if (!record_.title.empty() && !subtitle.empty() && !record_.title.ends_with(": " + subtitle))
            record_.title += ": " + subtitle;
        if (record_.title.empty())
            record_.title = takeFirst({"booktitle", "maintitle"});
        record_.journal = takeFirst({"journal", "journaltitle", "fjournal", "booktitle"});
        if (const string_view macro = trimmed(raw("journal")); record_.journal.empty() && macro.starts_with('\\'))
            record_.journal = macro.substr(1); // "\apj", which the style knows
        record_.abstract = abstractOf(takeRaw("abstract"));
    }

    string_view takeRaw(string_view name)
    {
        const auto i = find(name);
        if (i == npos)
            return {};
        used_[i] = true;
        return entry_.fields[i].value;
    }

    /// Lines are wrapped at will in BibTeX; an empty line parts two paragraphs, each further one is kept.
    static std::string abstractOf(string_view latex)
    {
        const std::string text = plain(latex);
        std::string abstract;
        std::size_t newlines = 0;
        string_view rest = text;
        while (true) {
            const auto end = rest.find('\n');
            const std::string line = oneLine(rest.substr(0, end));
            if (!line.empty()) {
                if (!abstract.empty())
                    abstract.append(newlines <= 1 ? " " : std::string(newlines - 1, '\n'));
                abstract += line;
                newlines = 0;
            }
            if (end == npos)
                return abstract;
            ++newlines;
            rest.remove_prefix(end + 1);
        }
    }

    void people()
    {
        const string_view author = takeRaw("author");
        record_.authors = bibtexAuthors(hasEntities(author) ? withoutEntities(author) : author);
        for (const string_view name : {"keywords", "keyword", "author_keywords", "keywords-plus", "mesh_terms"}) {
            const string_view list = takeRaw(name);
            const char separator = list.find(';') != npos ? ';' : ',';
            eachOuter(unbraced(list), separator, [&](string_view word) {
                if (std::string keyword = oneLine(plain(word)); !keyword.empty())
                    record_.keywords.push_back(std::move(keyword));
            });
        }
    }

    /// What stands within the braces that hold it all, of which Web of Science writes two pairs.
    static string_view unbraced(string_view latex)
    {
        latex = trimmed(latex);
        for (int pairs = 0; pairs < 3 && isEnclosed(latex); ++pairs)
            latex = trimmed(latex.substr(1, latex.size() - 2));
        return latex;
    }
    /// The pieces between separators outside of braces: BibLaTeX protects a comma by them.
    template <class Take> static void eachOuter(string_view latex, char separator, Take take)
    {
        std::size_t depth = 0;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < latex.size(); ++i) {
            depth += latex[i] == '{' ? 1 : 0;
            depth -= latex[i] == '}' && depth > 0 ? 1 : 0;
            if (depth > 0 || latex[i] != separator)
                continue;
            take(latex.substr(begin, i - begin));
            begin = i + 1;
        }
        take(latex.substr(begin));
    }

    void published()
    {
        for (const string_view name : {"year", "date", "issue_date"}) {
            const std::string written = text(name);
            const int year = yearOf(written);
            if (record_.year == 0)
                record_.year = year;
            if (year != 0 && year == record_.year && written == std::to_string(year))
                used_[find(name)] = true;
        }
        record_.volume = takeFirst({"volume"});
        record_.issue = takeFirst({"number", "issue"});
        record_.pages = pagesOf(takeFirst({"pages"}));
        if (record_.pages.empty())
            record_.pages = takeFirst({"article-number", "eid", "articleno", "art_number"});
        record_.language = takeFirst({"language", "langid"});
        url();
    }

    static std::string pagesOf(std::string pages)
    {
        for (const string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"}) {
            for (auto at = pages.find(dash); at != npos; at = pages.find(dash, at))
                pages.replace(at, dash.size(), "-");
        }
        return pages;
    }

    void url()
    {
        for (const string_view name : {"url", "link", "ee"}) {
            if (raw(name).empty())
                continue;
            const string_view written = trimmed(raw(name));
            record_.url = oneLine(fromLatexVerbatim(written.substr(written.starts_with("\\url{") ? 4 : 0)));
            used_[find(name)] = true;
            return;
        }
        for (const string_view name : {"howpublished", "note"}) { // \url{…}
            const std::string written = text(name);
            if (written.starts_with("http") && written.find(' ') == npos) {
                record_.url = takeFirst({name});
                return;
            }
        }
    }

    void identifiers()
    {
        const std::string doi = oneLine(fromLatexVerbatim(raw("doi")));
        record_.doi = findDoi(doi);
        if (!record_.doi.empty() && isOnlyDoi(lowered(doi), record_.doi))
            used_[find("doi")] = true;
        const std::string eprint = oneLine(fromLatexVerbatim(raw("eprint")));
        for (const string_view name : {"eprinttype", "archiveprefix"}) {
            const std::string archive = lowered(text(name));
            if (archive == "pmid" || archive == "pubmed" || archive == "medline")
                record_.pmid = pmidOf(eprint);
            else if (archive == "pmcid" || archive == "pmc" || archive == "pubmedcentral")
                record_.pmcid = pmcidOf(allDigits(eprint) ? "PMC" + eprint : eprint);
        }
        for (const string_view name : {"pmid", "pubmed_id", "pubmed-id", "pubmedid", "pubmed"}) {
            if (raw(name).empty() || !record_.pmid.empty())
                continue;
            record_.pmid = pmidOf(text(name));
            if (!record_.pmid.empty() && record_.pmid == text(name))
                used_[find(name)] = true;
        }
        for (const string_view name : {"pmcid", "pmc"}) {
            if (record_.pmcid.empty())
                record_.pmcid = pmcidOf(text(name));
            if (!record_.pmcid.empty() && record_.pmcid == text(name))
                used_[find(name)] = true;
        }
        identify(record_.url);
        for (const string_view name : {"eprint", "note", "annote", "howpublished", "crossref", "bdsk-url-1",
                                       "bdsk-url-2", "link", "ee", "url2", "file", "nct", "nctid", "keywords"})
            identifyLines(fromLatexVerbatim(raw(name).substr(0, 4096)));
        if (record_.doi.empty())
            record_.doi = doiOfLink(entry_.key);
        if (record_.pmid.empty() && startsWithNoCase(entry_.key, "pmid")) // TeXMed
            record_.pmid = labelledPmid(entry_.key);
    }

    /// Zotero writes "PMID: 123" and its like one a line.
    void identifyLines(string_view text)
    {
        identify(oneLine(text));
        for (const string_view line : text.find('\n') == npos ? std::vector<string_view>() : pieces(text, "\n"))
            identify(line);
    }

    void identify(string_view text)
    {
        if (text.empty())
            return;
        if (record_.doi.empty())
            record_.doi = doiOfLink(text);
        if (record_.pmid.empty())
            record_.pmid = labelledPmid(text);
        if (record_.pmcid.empty() && text.size() < 200)
            record_.pmcid = pmcidOf(text);
        if (record_.nct.empty())
            record_.nct = nctOf(text);
    }

    void origin()
    {
        const std::string lowerType = lowered(entry_.type);
        const bool wos = startsWithNoCase(raw("unique-id"), "wos:") || startsWithNoCase(raw("unique-id"), "{wos:")
            || startsWithNoCase(raw("unique-id"), "isi:");
        record_.type = takeFirst({"document_type"});
        if (record_.type.empty() && wos)
            record_.type = takeFirst({"type"});
        const string_view word = bibtexWord(lowerType);
        const bool said = record_.type.empty();
        if (said)
            record_.type = word.empty() ? std::string(entry_.type) : std::string(word);
        // "@InBook" says more than "Book chapter"
        const bool exact = said && (word.empty() || bibtexType(record_.type) == lowerType);
        if (!exact && !(lowerType == "article" || lowerType == "misc"))
            record_.extra.emplace_back(typeExtra, lowerType);
        if (namesDatabase(text("source")))
            record_.database = takeFirst({"source"});
        else if (wos)
            record_.database = "Web of Science";
        record_.sourceId = takeFirst({"unique-id"});
        if (const auto at = record_.url.find("eid=2-s2.0-"); record_.sourceId.empty() && at != npos)
            record_.sourceId = record_.url.substr(at + 4, record_.url.find('&', at) - at - 4);
        const std::string key = oneLine(entry_.key);
        if (record_.sourceId.empty())
            record_.sourceId = key;
        else if (record_.sourceId != key && !key.empty())
            record_.extra.emplace_back(keyExtra, key);
    }

    void keepRest()
    {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (used_[i] || names_[i] == winnowField)
                continue;
            const string_view value = entry_.fields[i].value;
            std::string text = oneLine(isVerbatimField(names_[i]) ? fromLatexVerbatim(value) : plain(value));
            if (!text.empty())
                record_.extra.emplace_back(std::string(entry_.fields[i].name), std::move(text));
        }
    }

    void ownLines(string_view lines)
    {
        for (const string_view line : pieces(lines, "\n"))
            applyLine(record_, line);
    }

    const BibtexEntry& entry_;
    std::vector<std::string> names_; ///< in lower case
    std::vector<char> used_;
    Record record_;
};

} // namespace

Record bibtexRecord(const BibtexEntry& entry)
{
    return BibtexAssembler(entry).take();
}

void inherit(Record& child, const Record& parent)
{
    if (child.journal.empty())
        child.journal = parent.journal.empty() ? parent.title : parent.journal;
    if (child.year == 0)
        child.year = parent.year;
    if (child.volume.empty())
        child.volume = parent.volume;
    if (child.issue.empty())
        child.issue = parent.issue;
    if (child.language.empty())
        child.language = parent.language;
    if (child.issn.empty())
        child.issn = parent.issn;
    if (child.isbn.empty())
        child.isbn = parent.isbn;
}

} // namespace winnow::formats
