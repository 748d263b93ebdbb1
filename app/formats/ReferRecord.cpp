// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/Refer.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"

namespace winnow::formats {
namespace {

using std::string_view;

class ReferAssembler {
public:
    explicit ReferAssembler(TaggedEntry& entry) : entry_(entry) { }

    Record take()
    {
        entry_.decodeEntities();
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            const string_view value = entry_.value(i);
            if (value.empty() || field(entry_.tag(i), value))
                entry_.use(i);
        }
        fallBacks();
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (!entry_.used(i))
                record_.extra.emplace_back(tagName(entry_.tag(i)), std::string(entry_.value(i)));
        }
        takeSerialNumbers(record_);
        return std::move(record_);
    }

private:
    /// True if the whole value is in the record now.
    bool field(Tag tag, string_view value)
    {
        switch (tag) {
        case tagOf("%A"):
            for (const string_view names : pieces(value, " %A ")) // CNKI: all of them on a line
                appendAuthors(record_.authors, names);
            return true;
        case tagOf("%K"): keywords(value); return true;
        case tagOf("%X"): appendItem(record_.abstract, paragraphs(value), "\n"); return true;
        case tagOf("%T"): return takeFirst(record_.title, value);
        case tagOf("%V"): return takeFirst(record_.volume, value);
        case tagOf("%N"): return takeFirst(record_.issue, value);
        case tagOf("%P"): return takeFirst(record_.pages, value);
        case tagOf("%G"): return takeFirst(record_.language, value);
        case tagOf("%0"): return type(value);
        case tagOf("%D"): return date(value);
        case tagOf("%U"): return takeFirst(record_.url, link(value)) && link(value) == value;
        case tagOf("%~"): return takeFirst(record_.database, value);
        case tagOf("%M"): return takeFirst(record_.sourceId, value);
        case tagOf("%R"):
        case tagOf("%3"): return doi(value);
        default: return false;
        }
    }

    static bool takeFirst(std::string& target, string_view value)
    {
        if (target.empty())
            target = oneLine(value);
        return target == value;
    }
    bool type(string_view value)
    {
        if (record_.type.empty())
            record_.type = typeWord(value) == "Journal Article" ? "Journal article" : typeWord(value);
        return true;
    }
    bool date(string_view value)
    {
        const int year = yearOf(value);
        if (record_.year == 0)
            record_.year = year;
        return year == record_.year && value.size() == 4;
    }
    void keywords(string_view value)
    {
        for (const string_view line : pieces(value, "\n")) {
            for (const string_view word : pieces(line, ";"))
                record_.keywords.emplace_back(word);
        }
    }
    /// "[URL-Abstract] http://…"
    static string_view link(string_view value)
    {
        const auto at = value.find("http");
        return at != npos && value.starts_with('[') ? value.substr(at) : value;
    }
    bool doi(string_view value)
    {
        const std::string found = doiOfLink(value);
        if (record_.doi.empty())
            record_.doi = found;
        return !found.empty() && record_.doi == value;
    }

    void fallBack(std::string& target, string_view name)
    {
        for (std::size_t i = 0; i < entry_.size() && target.empty(); ++i) {
            if (entry_.tag(i) != tagOf(name) || entry_.used(i) || entry_.value(i).empty())
                continue;
            target = oneLine(entry_.value(i));
            entry_.use(i);
        }
    }

    /// CNKI, NLM; for Zotero it is a place in an archive.
    void provider()
    {
        for (std::size_t i = 0; i < entry_.size() && record_.database.empty(); ++i) {
            const string_view value = entry_.value(i);
            if (entry_.tag(i) != tagOf("%W") || value.empty() || value.find(' ') != npos)
                continue;
            record_.database = value;
            entry_.use(i);
        }
    }

    void fallBacks()
    {
        fallBack(record_.title, "%!"); // short title
        fallBack(record_.title, "%Q"); // translated title
        fallBack(record_.journal, "%J");
        fallBack(record_.journal, "%B");
        fallBack(record_.journal, "%S"); // ACL: the proceedings
        fallBack(record_.title, "%B");
        fallBack(record_.sourceId, "%F");
        provider();
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            const Tag tag = entry_.tag(i);
            if ((tag == tagOf("%8") || tag == tagOf("%Y")) && record_.year == 0)
                record_.year = yearOf(entry_.value(i));
            if (string_view("UR3M124#$>FLZ").find(static_cast<char>(tag & 0xFF)) != npos)
                identify(entry_.value(i));
        }
        if (record_.pmid.empty() && holdsPmids(record_.database))
            record_.pmid = pmidOf(record_.sourceId);
    }

    void identify(string_view text)
    {
        if (record_.doi.empty())
            record_.doi = doiOfLink(link(text));
        if (record_.pmid.empty())
            record_.pmid = labelledPmid(text);
        if (record_.pmcid.empty() && text.size() < 200)
            record_.pmcid = pmcidOf(text);
        if (record_.nct.empty())
            record_.nct = nctOf(text);
    }

    TaggedEntry& entry_;
    Record record_;
};

} // namespace

Record referRecord(TaggedEntry& entry)
{
    return ReferAssembler(entry).take();
}

} // namespace winnow::formats
