// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Exact.h"
#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/Ris.h"
#include "formats/RisAuthors.h"
#include "formats/RisSlots.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"
#include "formats/Types.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

class RisAssembler {
public:
    explicit RisAssembler(TaggedEntry& entry) : entry_(entry) { first_.fill(npos); }

    Record take()
    {
        entry_.decodeEntities(tagOf(winnowTag));
        sort();
        settleRisAuthors(entry_, record_);
        titles();
        journal();
        year();
        numbers();
        origin();
        identifiers();
        keepRest();
        for (const std::size_t i : own_)
            applyLine(record_, entry_.value(i));
        return std::move(record_);
    }

private:
    static constexpr std::size_t npos = std::size_t(-1);

    /// One pass over the fields: what may stand many times goes in at once, the rest is noted by slot.
    void sort()
    {
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            const string_view value = entry_.value(i);
            if (value.empty() || risSaysNothing(entry_.tag(i), value))
                entry_.use(i);
            else if (!many(i, value))
                note(i);
        }
    }

    bool many(std::size_t i, string_view value)
    {
        switch (entry_.tag(i)) {
        case tagOf("AU"):
        case tagOf("A1"): appendLines(value, [&](string_view name) { appendAuthors(record_.authors, name); }); break;
        case tagOf("KW"):
        case tagOf("MH"):
            ++keywordFields_;
            appendLines(value, [&](string_view word) { record_.keywords.emplace_back(word); });
            break;
        case tagOf("AB"):
        case tagOf("N2"): appendAbstract(value); break;
        case tagOf("WN"):
            if (startsWithNoCase(value, "extra |"))
                return false; // keeps its place among the other extra fields
            own_.push_back(i);
            break;
        case tagOf("N1"): noteOrigin(value); return false;
        case tagOf("LB"):
            if (!takeNumberLabel(record_, value))
                return false;
            break;
        default: return false;
        }
        entry_.use(i);
        return true;
    }

    /// EBSCO: "Accession Number: EJ1234567. Language: English. … PMID: NLM12345678."
    void noteOrigin(string_view note)
    {
        constexpr string_view label = "accession number:";
        if (!noteAccession_.empty() || !startsWithNoCase(note, label))
            return;
        if (const auto at = note.find("PMID: NLM"); at != npos)
            record_.pmid = pmidOf(note.substr(at + 9, note.find_first_not_of("0123456789", at + 9) - at - 9));
        note = trimmed(note.substr(label.size()));
        note = note.substr(0, note.find_first_of("; \n"));
        noteAccession_ = note.substr(0, note.ends_with('.') ? note.size() - 1 : note.size());
    }

    template <class Take> static void appendLines(string_view value, Take take)
    {
        while (true) {
            const auto end = value.find('\n');
            if (const string_view line = trimmed(value.substr(0, end)); !line.empty())
                take(line);
            if (end == string_view::npos)
                return;
            value.remove_prefix(end + 1);
        }
    }

    /// Abstracts in several languages follow each other; the same one in AB and N2 is taken once.
    void appendAbstract(string_view value)
    {
        std::string text = paragraphs(value);
        if (record_.abstract.empty()) {
            record_.abstract = std::move(text);
            firstAbstract_ = record_.abstract.size();
        } else if (text != string_view(record_.abstract).substr(0, firstAbstract_)) {
            record_.abstract += "\n" + text;
        }
    }

    void note(std::size_t i)
    {
        const Slot slot = slotOf(entry_.tag(i));
        if (slot != none && first_[slot] == npos)
            first_[slot] = i;
    }

    [[nodiscard]] string_view value(Slot slot) const
    {
        return first_[slot] == npos ? string_view() : entry_.value(first_[slot]);
    }
    void use(Slot slot)
    {
        if (first_[slot] != npos)
            entry_.use(first_[slot]);
    }
    /// The first of the slots that is there; used up, together with those that say the same.
    std::string takeFirst(std::initializer_list<Slot> slots)
    {
        std::string text;
        for (const Slot slot : slots) {
            if (first_[slot] == npos || entry_.used(first_[slot]))
                continue;
            if (text.empty())
                text = oneLine(value(slot));
            else if (text != value(slot))
                continue;
            use(slot);
        }
        return text;
    }

    void titles()
    {
        record_.title = takeFirst({TI, T1, CT});
        for (const Slot slot : {BT, ST, TT, T2, T3}) {
            if (record_.title.empty())
                record_.title = takeFirst({slot});
        }
        if (value(ST) == record_.title)
            use(ST);
        if (keywordFields_ == 1 && record_.keywords.size() == 1)
            splitKeywords();
    }

    /// "KW  - one; two; three", "KW  - one, two, three": RIS made from tables. One comma may belong to a word.
    void splitKeywords()
    {
        const std::string all = record_.keywords.front();
        const bool commas = std::count(all.begin(), all.end(), ',') > 1;
        record_.keywords = listFromCell(all, commas);
    }

    void journal()
    {
        for (const Slot slot : {JF, T2, JO, BT, JA, J2, J1, J9}) {
            if (record_.journal.empty() && !startsWithNoCase(value(slot), "http")) // CENTRAL: the address of a register
                record_.journal = takeFirst({slot});
            else if (!record_.journal.empty() && value(slot) == record_.journal)
                use(slot);
        }
    }

    void year()
    {
        for (const Slot slot : {PY, Y1, DA, YR}) {
            const string_view date = value(slot);
            const int year = yearOf(date);
            if (record_.year == 0)
                record_.year = year;
            const bool onlyYear = year != 0 && year == record_.year && date.size() >= 4
                && date.substr(4).find_first_not_of("/ ") == string_view::npos;
            if (onlyYear)
                use(slot);
        }
    }

    void numbers()
    {
        record_.volume = takeFirst({VL, VO});
        record_.issue = takeFirst({IS});
        if (value(CP).find_first_of("0123456789") != npos) // LILACS has the country there
            appendItem(record_.issue, record_.issue.empty() ? takeFirst({CP}) : std::string(), "");
        if (record_.issue.empty() && mayHaveNumber() && isShortNumber(value(M1))) // EndNote
            record_.issue = takeFirst({M1});
        record_.language = takeFirst({LA});
        url();
        std::string start = takeFirst({SP});
        const std::string end = takeFirst({EP});
        if (start.empty())
            start = takeFirst({PG});
        if (start.empty() && isArticleNumber(value(C7))) // Scopus, Web of Science
            start = takeFirst({C7});
        record_.pages = start;
        if (end != start && start.find('-') == std::string::npos)
            appendItem(record_.pages, end, "-");
    }

    [[nodiscard]] bool mayHaveNumber() const
    {
        const string_view type = value(TY);
        return saysLittle(type) || type == "EJOUR" || type == "MGZN";
    }
    static bool isShortNumber(string_view text) { return !text.empty() && text.size() <= 3 && allDigits(text); }

    static bool isArticleNumber(string_view text)
    {
        return text.size() <= 20 && text.find_first_of(" /:;") == npos && text.find_first_of("0123456789") != npos;
    }

    /// Several links in one UR: the first is the url, the field is kept whole.
    void url()
    {
        const string_view links = value(UR);
        const auto end = links.find_first_of(" \n\t");
        if (end == string_view::npos || !startsWithNoCase(links, "http")) {
            record_.url = takeFirst({UR});
            return;
        }
        string_view link = links.substr(0, end);
        while (!link.empty() && (link.back() == ';' || link.back() == ','))
            link.remove_suffix(1);
        record_.url = link;
    }

    static bool readable(string_view type)
    {
        return !type.empty() && type.size() <= 80 && !allDigits(type) && type.find_first_of("/[") == string_view::npos;
    }

    void origin()
    {
        for (const Slot slot : {PT, M3}) {
            if (record_.type.empty() && readable(value(slot)))
                record_.type = takeFirst({slot});
        }
        if (record_.type.empty()) {
            record_.type = typeWord(value(TY));
            use(TY);
        } else if (saysLittle(value(TY))) {
            use(TY);
        }
        for (const Slot slot : {DB, DP}) {
            const bool named = slot == DB ? value(slot).find("://") == string_view::npos : namesDatabase(value(slot));
            if (record_.database.empty() && named)
                record_.database = takeFirst({slot});
        }
        const bool embase = containsNoCase(record_.database, "embase") || containsNoCase(value(UR), "embase.com");
        if (record_.database == "NLM")
            record_.database = "PubMed"; // EndNote names the provider
        record_.sourceId = value(AN).empty() ? noteAccession_ : std::string();
        if (record_.sourceId.empty())
            record_.sourceId = takeFirst({AN, ID, UT});
        if (record_.sourceId.empty() && embase && value(U2).starts_with('L'))
            record_.sourceId = takeFirst({U2});
        if (const auto at = value(UR).find("eid=2-s2.0-"); record_.sourceId.empty() && at != string_view::npos)
            record_.sourceId = value(UR).substr(at + 4, value(UR).find('&', at) - at - 4);
    }

    void identifiers()
    {
        record_.doi = findDoi(value(DO));
        if (isOnlyDoi(value(DO), record_.doi))
            use(DO);
        if (record_.pmid.empty())
            record_.pmid = pmidOf(value(PMID));
        if (!record_.pmid.empty() && record_.pmid == value(PMID))
            use(PMID);
        const bool pubmed = holdsPmids(value(DB)) || holdsPmids(value(DP)) || isMedlineOfEbsco(value(DB));
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (entry_.tag(i) == tagOf("M2")) // Zotero's Extra: a line for each
                appendLines(entry_.value(i), [&](string_view line) { identify(tagOf("M2"), line); });
            else if (mayIdentify(entry_.tag(i)))
                identify(entry_.tag(i), entry_.value(i));
        }
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (entry_.tag(i) == tagOf("N1"))
                identifyByNote(entry_.value(i));
        }
        if (record_.pmid.empty() && pubmed)
            record_.pmid = bareNumber(value(AN).empty() ? value(ID) : value(AN), 1);
        if (record_.pmid.empty() && pubmed)
            record_.pmid = bareNumber(noteAccession_, 1);
        if (record_.pmid.empty() && value(ID).starts_with("mdl-")) // BVS
            record_.pmid = bareNumber(value(ID).substr(4), 5);
        for (std::size_t i = 0; i < entry_.size() && pubmed && record_.pmid.empty(); ++i) {
            if (mayIdentify(entry_.tag(i)))
                record_.pmid = accessionInLink(entry_.value(i));
        }
    }

    static bool isMedlineOfEbsco(string_view database)
    {
        return database == "cmedm" || database == "mnh" || database == "mdc" || database == "mdl";
    }

    /// The address of the entry in MEDLINE at its host: "http://ovidsp.ovid.com/…&AN=39012781".
    static std::string accessionInLink(string_view link)
    {
        const auto at = link.find("&AN=");
        if (!startsWithNoCase(link, "http") || at == npos || link.substr(0, at).find_first_of(" \n") != npos)
            return {};
        const string_view number = link.substr(at + 4);
        return bareNumber(number.substr(0, number.find_first_not_of("0123456789")), 5);
    }

    static std::string bareNumber(string_view text, std::size_t atLeast)
    {
        return allDigits(text) && text.size() >= atLeast ? pmidOf(text) : std::string();
    }

    void identify(Tag tag, string_view text)
    {
        if (record_.doi.empty())
            record_.doi = doiOfLink(text);
        if (record_.pmid.empty())
            record_.pmid = labelledPmid(text);
        if (record_.pmid.empty() && tag == tagOf("UR"))
            record_.pmid = pmidOfEuropePmc(text);
        if (record_.pmid.empty() && (tag == tagOf("C2") || tag == tagOf("C5")))
            record_.pmid = bareNumber(text, 5);
        if (record_.pmcid.empty() && text.size() < 200)
            record_.pmcid = pmcidOf(text);
        if (record_.nct.empty())
            record_.nct = nctOf(text);
    }

    /// A note may name errata and cited works; only one that says nothing else names the work itself.
    void identifyByNote(string_view note)
    {
        if (const std::string doi = doiOfLink(note); record_.doi.empty() && isOnlyDoi(note, doi))
            record_.doi = doi;
        if (record_.pmid.empty() && note.size() <= 20 && startsWithNoCase(note, "pmid"))
            record_.pmid = labelledPmid(note);
    }

    void keepRest()
    {
        for (std::size_t i = 0; i < entry_.size(); ++i) {
            if (entry_.used(i))
                continue;
            if (entry_.tag(i) == tagOf("WN") && applyLine(record_, entry_.value(i)))
                continue;
            record_.extra.emplace_back(tagName(entry_.tag(i)), std::string(entry_.value(i)));
        }
        takeSerialNumbers(record_);
    }

    TaggedEntry& entry_;
    Record record_;
    std::array<std::size_t, slotCount> first_{};
    std::vector<std::size_t> own_;
    std::string noteAccession_;
    std::size_t firstAbstract_ = 0; ///< length of the first one
    int keywordFields_ = 0;
};

} // namespace

Record risRecord(TaggedEntry& entry)
{
    return RisAssembler(entry).take();
}

} // namespace winnow::formats
