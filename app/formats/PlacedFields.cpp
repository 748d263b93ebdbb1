// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/PlacedFields.h"

#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"

namespace winnow::formats {
namespace {

using std::string_view;

class Assembler {
public:
    explicit Assembler(TaggedEntry& entry) : entry_(entry) { entry_.decodeEntities(); }

    Record take(std::span<const PlacedTag> places)
    {
        for (const PlacedTag& placed : places) {
            for (std::size_t i = 0; i < entry_.size(); ++i) {
                if (entry_.tag(i) != placed.tag || entry_.used(i) || entry_.value(i).empty())
                    continue;
                if (put(placed.place, entry_.value(i)))
                    entry_.use(i);
            }
        }
        if (end_ != record_.pages && record_.pages.find('-') == std::string::npos)
            appendItem(record_.pages, end_, "-");
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (!entry_.used(i) && !entry_.value(i).empty())
                record_.extra.emplace_back(tagName(entry_.tag(i)), std::string(entry_.value(i)));
        }
        takeSerialNumbers(record_);
        if (record_.sourceId.empty())
            record_.sourceId = record_.pmid;
        return std::move(record_);
    }

private:
    /// True if the whole value is in the record now.
    bool put(Place place, string_view value)
    {
        switch (place) {
        case Place::Title: return first(record_.title, value);
        case Place::Abstract: appendItem(record_.abstract, paragraphs(value), "\n"); return true;
        case Place::Authors: appendAuthors(record_.authors, value); return true;
        case Place::Year: return year(value);
        case Place::Journal:
            if (!startsWithNoCase(value, "http")) // CENTRAL: a register's entry has its address there
                return first(record_.journal, value);
            identify(value);
            return false;
        case Place::Volume: return first(record_.volume, value);
        case Place::Issue: return first(record_.issue, value);
        case Place::Pages:
        case Place::StartPage: return first(record_.pages, value);
        case Place::EndPage: return first(end_, value);
        case Place::Doi:
            record_.doi = record_.doi.empty() ? findDoi(value) : record_.doi;
            return isOnlyDoi(value, record_.doi);
        case Place::Pmid:
            record_.pmid = record_.pmid.empty() ? pmidOf(value) : record_.pmid;
            return value == record_.pmid;
        case Place::Keywords: keywords(value); return true;
        case Place::Language: return first(record_.language, without(value, ';'));
        case Place::Type: return first(record_.type, typeWord(value));
        case Place::Url: identify(value); return first(record_.url, value);
        case Place::Database: return first(record_.database, value);
        case Place::SourceId: identify(value); return first(record_.sourceId, value);
        case Place::Link: identify(value); return false;
        }
        return false;
    }

    static bool first(std::string& target, string_view value)
    {
        if (target.empty())
            target = oneLine(value);
        return target == value;
    }
    static string_view without(string_view value, char last)
    {
        return value.ends_with(last) ? value.substr(0, value.size() - 1) : value;
    }
    bool year(string_view value)
    {
        const int found = yearOf(value);
        if (record_.year == 0)
            record_.year = found;
        return found != 0 && found == record_.year && value.size() == 4;
    }
    void keywords(string_view value)
    {
        for (const string_view word : pieces(value, ";"))
            record_.keywords.emplace_back(word);
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

    TaggedEntry& entry_;
    Record record_;
    std::string end_; ///< the last page
};

} // namespace

Record placedRecord(TaggedEntry& entry, std::span<const PlacedTag> places)
{
    return Assembler(entry).take(places);
}

} // namespace winnow::formats
