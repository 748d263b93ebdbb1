// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Wos.h"

#include <array>
#include <utility>

namespace winnow::formats {
namespace {

using std::string_view;

/// The editions on the platform, by the beginning of their accession numbers.
struct Database {
    string_view prefix;
    string_view name;
};
constexpr std::array editions{Database{"WOS:", "Web of Science"},
                              Database{"ISI:", "Web of Science"},
                              Database{"MEDLINE:", "MEDLINE"},
                              Database{"INSPEC:", "Inspec"},
                              Database{"BIOSIS:", "BIOSIS"},
                              Database{"BCI:", "BIOSIS"},
                              Database{"ZOOREC:", "Zoological Record"},
                              Database{"FSTA:", "FSTA"},
                              Database{"CABI:", "CAB Abstracts"},
                              Database{"SCIELO:", "SciELO"},
                              Database{"KJD:", "KCI"},
                              Database{"CSCD:", "CSCD"},
                              Database{"PPRN:", "Preprint Citation Index"},
                              Database{"PQDT:", "ProQuest Dissertations"}};

class WosAssembler {
public:
    explicit WosAssembler(TaggedEntry& entry) : entry_(entry) { entry_.decodeEntities(); }

    Record take()
    {
        record_.title = takeFirst({"TI"});
        record_.abstract = paragraphs(takeFirst({"AB"}));
        record_.journal = takeFirst({"SO", "JI", "J9", "TA"});
        if (record_.title.empty()) // a book: its title stands where the journal does
            record_.title = std::exchange(record_.journal, {});
        for (const char* name : {"BT", "CT", "SE"}) {
            if (record_.title.empty())
                record_.title = takeFirst({name});
        }
        people();
        numbers();
        identifiers();
        origin();
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (!entry_.used(i) && !entry_.value(i).empty())
                record_.extra.emplace_back(tagName(entry_.tag(i)), std::string(entry_.value(i)));
        }
        takeSerialNumbers(record_);
        return std::move(record_);
    }

private:
    [[nodiscard]] std::size_t find(string_view name) const
    {
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (entry_.tag(i) == tagOf(name) && !entry_.value(i).empty())
                return i;
        }
        return npos;
    }
    [[nodiscard]] string_view value(string_view name) const
    {
        const auto i = find(name);
        return i == npos ? string_view() : entry_.value(i);
    }
    /// The first of these fields that says something, on one line; used up.
    std::string takeFirst(std::initializer_list<string_view> names)
    {
        for (const string_view name : names) {
            const auto i = find(name);
            if (i == npos || entry_.used(i))
                continue;
            entry_.use(i);
            return oneLine(entry_.value(i));
        }
        return {};
    }

    /// AF has the names in full, AU the same people with initials; CA and GP are groups.
    void people()
    {
        for (const string_view name : {"AF", "AU", "BF", "BA"}) {
            if (!record_.authors.empty())
                break;
            for (std::size_t i = 0; i < entry_.size(); ++i) {
                if (entry_.tag(i) == tagOf(name))
                    authors(i);
            }
        }
        for (const string_view name : {"CA", "GP"}) {
            const auto i = find(name);
            if (i == npos)
                continue;
            entry_.use(i);
            for (const string_view line : pieces(entry_.value(i), "\n")) {
                for (const string_view group : pieces(line, ";"))
                    record_.authors.push_back(collectiveFrom(group));
            }
        }
        for (const string_view name : {"DE", "ID", "MH"}) {
            const string_view words = value(name);
            if (words.find("],[") != npos || words.find("/ ") != npos) // INSPEC: codes, several lists in one
                continue;
            const std::string list = takeFirst({name});
            for (const string_view word : pieces(list, ";"))
                record_.keywords.emplace_back(word);
        }
    }
    void authors(std::size_t i)
    {
        entry_.use(i);
        for (const string_view line : pieces(entry_.value(i), "\n"))
            appendAuthors(record_.authors, line);
    }

    void numbers()
    {
        record_.volume = takeFirst({"VL"});
        record_.issue = takeFirst({"IS"});
        record_.pages = takeFirst({"BP"});
        const std::string end = takeFirst({"EP"});
        if (end != record_.pages && record_.pages.find('-') == npos)
            appendItem(record_.pages, end, "-");
        if (record_.pages.empty())
            record_.pages = takeFirst({"PS", "AR"});
        for (const string_view name : {"PY", "EY", "PD", "EA"}) {
            const int year = yearOf(value(name));
            if (record_.year == 0)
                record_.year = year;
            if (year != 0 && year == record_.year && value(name).size() == 4)
                entry_.use(find(name));
        }
        record_.language = takeFirst({"LA"});
        record_.url = takeFirst({"UR"});
    }

    void identifiers()
    {
        const bool book = value("PT") == "B" && value("TI").empty(); // else D2 is not that of the chapter
        for (const string_view name : {"DI", book ? "D2" : "DI"}) {
            if (!record_.doi.empty())
                break;
            record_.doi = findDoi(value(name));
            if (!record_.doi.empty() && isOnlyDoi(value(name), record_.doi))
                entry_.use(find(name));
        }
        if (record_.doi.empty() && value("ID").find("],[") != npos) // INSPEC
            record_.doi = bracketed(value("ID"));
        if (record_.doi.empty())
            record_.doi = doiOfLink(value("DL"));
        record_.pmid = pmidOf(value("PM"));
        if (record_.pmid == value("PM") && !record_.pmid.empty())
            entry_.use(find("PM"));
        if (record_.pmid.empty() && value("UT").starts_with("MEDLINE:"))
            record_.pmid = pmidOf(value("UT").substr(8));
    }
    static std::string bracketed(string_view codes)
    {
        for (const string_view code : pieces(codes, "[")) {
            if (std::string doi = code.starts_with("10.") ? findDoi(code) : std::string(); !doi.empty())
                return doi;
        }
        return {};
    }

    void origin()
    {
        record_.type = takeFirst({"DT"});
        for (const Database& each : editions) {
            if (record_.database.empty() && value("UT").starts_with(each.prefix))
                record_.database = each.name;
        }
        record_.sourceId = takeFirst({"UT"});
        if (record_.sourceId.empty())
            record_.sourceId = takeFirst({"AN"});
    }

    TaggedEntry& entry_;
    Record record_;
};

} // namespace

Record wosRecord(TaggedEntry& entry)
{
    return WosAssembler(entry).take();
}

} // namespace winnow::formats
