// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Exact.h"
#include "formats/Ris.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

/// Writes one entry twice: as lines for `out`, and as the entry that the reader will see in them. What the Record
/// made from that entry does not get right is then added in `exact` lines.
class RisWriter final : public RecordWriter {
public:
    void begin(std::string&) override { }
    void end(std::string&) override { }

    void write(const Record& record, std::string& out) override
    {
        entry_.clear();
        writeType(record, out);
        writeBody(record, out);
        writeExtra(record, out);
        writeOwn(record, out);
        for (const std::string& line : packDifferences(record, risRecord(entry_)))
            put(winnowTag, line, out);
        out += "ER  - \n\n";
    }

private:
    /// Lines of a value behind the first stand at the margin; those that look like a tag are indented by a blank.
    void put(string_view tag, string_view value, std::string& out)
    {
        if (trimmed(value).empty())
            return;
        out += tag;
        out += "  - ";
        entry_.add(tagOf(tag), string_view());
        int blanks = 0;
        for (bool first = true;; first = false) {
            const auto end = value.find_first_of("\r\n");
            putLine(value.substr(0, end), first, blanks, out);
            if (end == string_view::npos)
                return;
            value.remove_prefix(end + 1);
        }
    }

    /// Adds the line to the entry as the reader will: empty lines count once text follows.
    void putLine(string_view text, bool first, int& blanks, std::string& out)
    {
        std::string plain(text);
        std::replace(plain.begin(), plain.end(), '\0', ' ');
        const string_view line = trimmed(plain);
        Tag tag = 0;
        string_view value;
        const bool tagLike = !first && parseRisLine(line, true, tag, value);
        ((out += tagLike ? " " : "") += line) += '\n';
        if (line.empty()) {
            blanks += first ? 0 : 1;
            return;
        }
        const bool wrapped = tagLike && blanks == 0;
        for (; blanks > 0; --blanks)
            entry_.extend('\n', {});
        entry_.extend(wrapped ? ' ' : '\n', line);
    }

    void writeType(const Record& record, std::string& out)
    {
        string_view code = risCode(record.type);
        for (const auto& [tag, value] : record.extra) {
            if (tag == "TY" && risCode(typeWord(value)) == value)
                code = value;
        }
        put("TY", code.empty() ? "GEN" : code, out);
        if (risCode(record.type) != code)
            put("M3", record.type, out);
    }

    void writeBody(const Record& record, std::string& out)
    {
        for (const Author& author : record.authors)
            put("AU", author.collective ? author.family + "," : displayName(author), out);
        put("TI", record.title, out);
        put("T2", record.journal, out);
        put("PY", record.year != 0 ? std::to_string(record.year) : std::string(), out);
        put("VL", record.volume, out);
        put("IS", record.issue, out);
        writePages(record.pages, out);
        put("DO", record.doi, out);
        put("C2", record.pmcid, out);
        put("PMID", record.pmid, out);
        put("AB", record.abstract, out);
        for (const std::string& word : record.keywords)
            put("KW", word, out);
        put("LA", record.language, out);
        put("UR", record.url, out);
        put("DB", record.database, out);
        put("ID", record.sourceId, out);
        put("C3", record.nct, out);
        for (const std::string& numbers : {record.issn, record.isbn}) {
            for (const std::string& number : unsaidNumbers(numbers, record, "SN"))
                put("SN", number, out);
        }
    }

    void writePages(string_view pages, std::string& out)
    {
        const auto dash = pages.find('-');
        put("SP", pages.substr(0, dash), out);
        if (dash != string_view::npos)
            put("EP", pages.substr(dash + 1), out);
    }

    /// Fields that came from RIS go back as they were, all others as lines of our own.
    void writeExtra(const Record& record, std::string& out)
    {
        for (const auto& [tag, value] : record.extra) {
            if (tag == "TY" && entry_.value(0) == value)
                continue;
            const bool plain = tag.size() == 2 && isUpper(tag[0]) && (isUpper(tag[1]) || isDigit(tag[1])) && tag != "TY"
                && tag != "ER" && tag != winnowTag;
            if (plain)
                put(tag, value, out);
            else
                put(winnowTag, packCells({"extra", tag, value}), out);
        }
    }

    /// The short number stands where reference managers show it.
    void writeOwn(const Record& record, std::string& out)
    {
        put("LB", numberLabel(record), out);
        if (!record.winnowId.empty())
            put(winnowTag, packCells({"id", record.winnowId}), out);
        for (const CarriedMark& mark : record.marks)
            put(winnowTag, packMark(mark), out);
    }

    TaggedEntry entry_;
};

} // namespace

std::unique_ptr<RecordWriter> makeRisWriter()
{
    return std::make_unique<RisWriter>();
}

} // namespace winnow::formats
