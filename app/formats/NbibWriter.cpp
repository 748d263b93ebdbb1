// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Exact.h"
#include "formats/Nbib.h"
#include "formats/NbibRecord.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

/// Tags that the reader turns into something else than an extra field.
constexpr std::array<string_view, 30> absorbed{"PMID", "PM", "FAU", "AU",  "CN", "TI",  "TT", "BTI", "CTI", "AB",
                                               "JT",   "TA", "JN",  "JA",  "VI", "IP",  "PG", "DP",  "LA",  "PT",
                                               "MH",   "OT", "KW",  "PMC", "UR", "OID", "UI", "AN",  "DB",  "WN"};

bool isTag(string_view name)
{
    return name.size() >= 2 && name.size() <= 4 && isUpper(name[0])
        && std::all_of(name.begin(), name.end(), [](char c) { return isUpper(c) || isDigit(c); });
}

/// "Ana Maria" → "AM"
std::string initials(string_view given)
{
    std::string letters;
    for (const string_view word : pieces(given, " "))
        letters += isLetter(word[0]) ? std::string(1, upper(word[0])) : std::string();
    return letters;
}

/// Writes one entry twice: as lines for `out`, and as the entry that the reader will see in them. What the Record
/// made from that entry does not get right is then added in lines of our own (WN).
class NbibWriter final : public RecordWriter {
public:
    void begin(std::string&) override { }
    void end(std::string&) override { }

    void write(const Record& record, std::string& out) override
    {
        entry_.clear();
        if (oneLine(record.pmid).empty())
            put("OWN", nbibOwner, out); // an entry needs a beginning
        else
            put("PMID", record.pmid, out);
        writeBody(record, out);
        writeExtra(record, out);
        std::vector<std::string> own;
        appendNumber(record, own);
        appendOwn(record, own);
        for (const std::string& line : own)
            putOwn(line, out);
        for (const std::string& line : packDifferences(record, nbibRecord(entry_)))
            putOwn(line, out);
        out += '\n';
    }

private:
    void put(string_view tag, string_view text, std::string& out)
    {
        const std::string value = oneLine(text);
        if (value.empty())
            return;
        addTag(tag, out);
        (out += value) += '\n';
        entry_.add(tagOf(tag), value);
    }
    void putOwn(string_view line, std::string& out)
    {
        addTag("WN", out);
        (out += line) += '\n';
        entry_.add(tagOf("WN"), line);
    }
    /// Filled up to four letters, so that the dash is the fifth character.
    static void addTag(string_view tag, std::string& out) { ((out += tag).append(4 - tag.size(), ' ')) += "- "; }

    void writeBody(const Record& record, std::string& out)
    {
        put("TI", record.title, out);
        writeAbstract(record.abstract, out);
        for (const Author& author : record.authors)
            writeAuthor(author, out);
        put("JT", record.journal, out);
        put("DP", record.year != 0 ? std::to_string(record.year) : std::string(), out);
        put("VI", record.volume, out);
        put("IP", record.issue, out);
        put("PG", record.pages, out);
        if (!record.doi.empty())
            put("LID", record.doi + " [doi]", out);
        put("PMC", record.pmcid, out);
        if (!record.nct.empty())
            put("SI", nbibTrials + record.nct, out);
        for (const std::string& issn : unsaidNumbers(record.issn, record, "IS"))
            put("IS", issn, out);
        for (const std::string& isbn : unsaidNumbers(record.isbn, record, "ISBN"))
            put("ISBN", isbn, out);
        for (const string_view type : pieces(record.type, ";"))
            put("PT", type, out);
        for (const std::string& word : record.keywords)
            put("OT", word, out);
        put("LA", record.language, out);
        put("UR", record.url, out);
        if (record.sourceId != record.pmid)
            put("AN", record.sourceId, out);
        if (record.pmid.empty() || record.database != "PubMed")
            put("DB", record.database, out);
    }

    /// A new line is a new AB; an empty line is one.
    void writeAbstract(string_view abstract, std::string& out)
    {
        bool empty = false;
        for (const bool any = !trimmed(abstract).empty(); any;) {
            const auto end = abstract.find('\n');
            const std::string line = oneLine(abstract.substr(0, end));
            if (!line.empty() && empty) {
                ((out += "\n      ") += line) += '\n';
                entry_.extend('\n', {});
                entry_.extend('\n', line);
            } else {
                put("AB", line, out);
            }
            empty = line.empty() && entry_.tag(entry_.size() - 1) == tagOf("AB");
            if (end == npos)
                return;
            abstract.remove_prefix(end + 1);
        }
    }

    void writeAuthor(const Author& author, std::string& out)
    {
        if (author.collective)
            return put("CN", author.family, out);
        put("FAU", displayName(author), out);
        if (!trimmed(displayName(author)).empty())
            put("AU", author.family + " " + initials(author.given) + " " + author.suffix, out);
    }

    /// Fields that came from MEDLINE text go back as they were, all others as lines of our own.
    void writeExtra(const Record& record, std::string& out)
    {
        for (const auto& [tag, value] : record.extra) {
            const bool once = tag == "OWN" || tag == "STAT";
            const bool plain = isTag(tag) && std::find(absorbed.begin(), absorbed.end(), tag) == absorbed.end()
                && !(once && entry_.has(tagOf(tag))) && !trimmed(value).empty();
            if (plain)
                put(tag, value, out);
            else
                putOwn(packCells({"extra", tag, value}), out);
        }
    }

    TaggedEntry entry_;
};

} // namespace

std::unique_ptr<RecordWriter> makeNbibWriter()
{
    return std::make_unique<NbibWriter>();
}

} // namespace winnow::formats
