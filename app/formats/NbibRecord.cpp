// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/NbibRecord.h"

#include "formats/Exact.h"
#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/OvidSource.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

class NbibAssembler {
public:
    explicit NbibAssembler(TaggedEntry& entry) : entry_(entry) { }

    Record take()
    {
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            const string_view value = entry_.value(i);
            if (value.empty() || author(i, value) || field(i, value) || identifier(i, value))
                entry_.use(i);
        }
        takeFullNames();
        fallBacks();
        origin();
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (!entry_.used(i))
                keep(tagName(entry_.tag(i)), entry_.value(i));
        }
        takeSerialNumbers(record_, "IS");
        for (const std::size_t i : own_)
            applyLine(record_, entry_.value(i));
        return std::move(record_);
    }

private:
    /// Winnow's lines of extra fields keep their place among the others; its other lines have the last word.
    void keep(std::string tag, string_view value)
    {
        if (tag != "WN" || !applyLine(record_, value))
            record_.extra.emplace_back(std::move(tag), value);
    }

    /// FAU (full name) is followed by the AU of the same person; AU stands alone only in old records.
    bool author(std::size_t i, string_view value)
    {
        switch (entry_.tag(i)) {
        case tagOf("FAU"):
            record_.authors.push_back(authorFrom(value));
            afterFull_ = true;
            return true;
        case tagOf("AU"):
            if (!afterFull_)
                record_.authors.push_back(authorFrom(value));
            afterFull_ = false;
            return true;
        case tagOf("FA"): fullNames_.push_back(authorFrom(value)); return false; // Ovid: all of them behind all AU
        case tagOf("CN"): record_.authors.push_back(collectiveFrom(value)); return true;
        default: return false;
        }
    }

    /// Full names take the place of the short ones where there is one for each.
    void takeFullNames()
    {
        const bool all = !fullNames_.empty() && fullNames_.size() == record_.authors.size()
            && std::none_of(record_.authors.begin(), record_.authors.end(),
                            [](const Author& a) { return a.collective; });
        if (!all)
            return;
        record_.authors = fullNames_;
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (entry_.tag(i) == tagOf("FA"))
                entry_.use(i);
        }
    }

    /// True if the whole value is in the record now.
    bool field(std::size_t i, string_view value)
    {
        switch (entry_.tag(i)) {
        case tagOf("TI"): return takeFirst(record_.title, value);
        case tagOf("AB"): return takeText(record_.abstract, value);
        case tagOf("JT"): return takeFirst(record_.journal, value);
        case tagOf("VI"): return takeFirst(record_.volume, value);
        case tagOf("IP"): return takeFirst(record_.issue, value);
        case tagOf("PG"): return takeFirst(record_.pages, value);
        case tagOf("DP"): return date(value);
        case tagOf("LA"): return takeList(record_.language, value);
        case tagOf("PT"): return takeList(record_.type, value);
        case tagOf("MH"):
        case tagOf("OT"): record_.keywords.push_back(oneLine(value)); return true;
        case tagOf("KW"): // Ovid, KoreaMed
            for (const string_view word : pieces(value, ";"))
                record_.keywords.push_back(oneLine(word));
            return true;
        default: return false;
        }
    }

    bool identifier(std::size_t i, string_view value)
    {
        switch (entry_.tag(i)) {
        case tagOf("PMID"):
        case tagOf("PM"): // Ovid
            if (record_.pmid.empty())
                record_.pmid = pmidOf(value);
            return record_.pmid == value;
        case tagOf("PMC"): record_.pmcid = pmcidOf(value); return record_.pmcid == value;
        case tagOf("LID"):
        case tagOf("AID"):
        case tagOf("DI"): // Ovid
        case tagOf("DO"): return doi(value);
        case tagOf("ID"): // Ovid: "PMC123 [pmc]"
            if (record_.pmcid.empty() && value.ends_with("[pmc]"))
                record_.pmcid = pmcidOf(value);
            return false;
        case tagOf("SN"): // Ovid: number in a register
            if (record_.nct.empty())
                record_.nct = nctOf(value);
            return false;
        case tagOf("SI"):
            if (record_.nct.empty() && startsWithNoCase(value, "clinicaltrials.gov"))
                record_.nct = findNct(value);
            return !record_.nct.empty() && value == nbibTrials + record_.nct;
        case tagOf("OWN"): return value == nbibOwner;
        case tagOf("WN"):
            if (startsWithNoCase(value, "extra |"))
                return false;
            own_.push_back(i);
            return true;
        default: return false;
        }
    }

    static bool takeFirst(std::string& target, string_view value)
    {
        if (target.empty())
            target = oneLine(value);
        else if (target != value)
            return false;
        return true;
    }
    static bool takeText(std::string& target, string_view value)
    {
        appendItem(target, paragraphs(value), "\n");
        return true;
    }
    static bool takeList(std::string& target, string_view value)
    {
        appendItem(target, oneLine(value), "; ");
        return true;
    }
    bool date(string_view value)
    {
        if (record_.year != 0)
            return false;
        record_.year = yearOf(value);
        return record_.year != 0 && value.size() == 4;
    }

    /// "10.1016/… [doi]" in LID and AID, often in both; ERIC gives a link.
    bool doi(string_view value)
    {
        const bool labelled = value.ends_with("[doi]");
        const string_view plain = trimmed(value.substr(0, value.size() - (labelled ? 5 : 0)));
        const std::string found = labelled ? findDoi(plain) : doiOfLink(plain);
        if (found.empty() || (!record_.doi.empty() && record_.doi != found))
            return false;
        record_.doi = found;
        return labelled;
    }

    [[nodiscard]] std::size_t find(string_view name) const
    {
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (entry_.tag(i) == tagOf(name) && !entry_.value(i).empty())
                return i;
        }
        return entry_.size();
    }
    void fallBack(std::string& target, string_view name)
    {
        const std::size_t i = target.empty() ? find(name) : entry_.size();
        if (i == entry_.size())
            return;
        target = oneLine(entry_.value(i));
        entry_.use(i);
    }

    /// Ovid: "Pediatrics. 147(4):12-19, 2021 04." PubMed has the year where Ovid has the volume.
    void sourceOfOvid()
    {
        const std::size_t i = find("SO");
        if (i == entry_.size())
            return;
        OvidSource parts = ovidSource(oneLine(entry_.value(i)));
        const auto fill = [](std::string& target, std::string& part) {
            if (target.empty())
                target = std::move(part);
        };
        fill(record_.journal, parts.journal);
        if (find("PMID") != entry_.size())
            return;
        fill(record_.volume, parts.volume);
        fill(record_.issue, parts.issue);
        fill(record_.pages, parts.pages);
    }

    void fallBacks()
    {
        if (record_.title == "[Not Available]." || record_.title == "[Not Available]")
            record_.title.clear(); // the title in its own language is in TT
        fallBack(record_.title, "TT");
        if (!record_.title.empty())
            fallBack(record_.journal, "BTI"); // a chapter's book
        fallBack(record_.title, "BTI");
        fallBack(record_.title, "CTI");
        for (const string_view name : {"TA", "JN", "JA"})
            fallBack(record_.journal, name);
        fallBack(record_.url, "UR");
        fallBack(record_.volume, "VO"); // Ovid
        fallBack(record_.language, "LG");
        if (record_.language.ends_with('.'))
            record_.language.pop_back();
        sourceOfOvid();
        if (const auto i = find("SO"); record_.doi.empty() && i != entry_.size()) {
            const string_view citation = entry_.value(i);
            if (const auto at = findNoCase(citation, "doi:"); at != npos)
                record_.doi = findDoi(citation.substr(at));
        }
        for (const string_view name : {"YR", "PY", "SO", "DA"}) {
            if (const auto i = find(name); record_.year == 0 && i != entry_.size())
                record_.year = lastYearOf(entry_.value(i));
        }
        if (record_.title.empty() && find("TI") != entry_.size())
            record_.title = oneLine(entry_.value(find("TI")));
    }

    void origin()
    {
        const bool pubmed = find("PMID") != entry_.size();
        if (pubmed)
            record_.sourceId = record_.pmid;
        for (const string_view name : {"OID", "UI", "AN"})
            fallBack(record_.sourceId, name);
        if (record_.sourceId.empty())
            record_.sourceId = record_.pmid;
        const std::size_t owner = find("OWN");
        if (!pubmed || record_.pmid.empty())
            fallBack(record_.database, "DB"); // Ovid: other databases name the PMID in PM
        if (record_.database.empty() && !record_.pmid.empty())
            record_.database = "PubMed";
        else if (record_.database.empty() && owner != entry_.size() && entry_.value(owner) == "ERIC")
            record_.database = "ERIC";
        if (record_.pmid.empty() && holdsPmids(record_.database))
            record_.pmid = pmidOf(record_.sourceId);
    }

    TaggedEntry& entry_;
    Record record_;
    std::vector<std::size_t> own_;
    std::vector<Author> fullNames_;
    bool afterFull_ = false;
};

} // namespace

Record nbibRecord(TaggedEntry& entry)
{
    return NbibAssembler(entry).take();
}

} // namespace winnow::formats
