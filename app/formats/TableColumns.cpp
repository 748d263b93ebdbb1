// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TableColumns.h"

#include "formats/ColumnMap.h"
#include "formats/Text.h"

#include <algorithm>
#include <unordered_map>

namespace winnow::formats {
namespace {

using std::string_view;

struct Synonym {
    string_view name; ///< letters and digits only, lower case
    Role role;
    int rank = 0; ///< 0 best; where a table has several columns of one role
};

/// Column names of PubMed, Scopus, Embase, Web of Science, CENTRAL, EBSCO, IEEE, Lens, Dimensions, OpenAlex, BVS,
/// ClinicalTrials.gov, ICTRP, RefWorks, Zotero, Mendeley, Rayyan, Covidence, ASReview, Abstrackr, revtools and R's and
/// Python's frames.
constexpr Synonym synonyms[] = {
    {"title", Role::Title},
    {"articletitle", Role::Title},
    {"titleprimary", Role::Title},
    {"primarytitle", Role::Title},
    {"studytitle", Role::Title},
    {"documenttitle", Role::Title},
    {"displayname", Role::Title, 1},
    {"ti", Role::Title},
    {"brieftitle", Role::Title, 1},
    {"publictitle", Role::Title, 1},
    {"scientifictitle", Role::Title, 2},
    {"officialtitle", Role::Title, 2},
    {"papertitle", Role::Title},
    {"titles", Role::Title, 2},
    {"t1", Role::Title},
    {"itemtitle", Role::Title},
    {"referencetitle", Role::Title},
    {"titleofreference", Role::Title},
    {"fulltitle", Role::Title, 1},
    {"studyname", Role::Title, 4},
    {"originaltitle", Role::Title, 5},
    {"vernaculartitle", Role::Title, 5},
    {"titel", Role::Title},
    {"titre", Role::Title},
    {"titulo", Role::Title},
    {"t\xC3\xADtulo", Role::Title},
    {"abstract", Role::Abstract},
    {"abstractnote", Role::Abstract},
    {"abstracttext", Role::Abstract},
    {"ab", Role::Abstract},
    {"notesabstract", Role::Abstract},
    {"briefsummary", Role::Abstract, 1},
    {"summary", Role::Abstract, 2},
    {"n2", Role::Abstract, 1},
    {"abstracts", Role::Abstract, 1},
    {"originalabstract", Role::Abstract, 4},
    {"description", Role::Abstract, 5},
    {"zusammenfassung", Role::Abstract},
    {"resumen", Role::Abstract},
    {"resumo", Role::Abstract},
    {"authorfullnames", Role::Authors},
    {"authors", Role::Authors, 1},
    {"author", Role::Authors, 1},
    {"authornames", Role::Authors, 1},
    {"authorsprimary", Role::Authors, 1},
    {"firstauthors", Role::Authors, 1},
    {"authorshipsauthordisplayname", Role::Authors, 1},
    {"au", Role::Authors, 1},
    {"af", Role::Authors},
    {"authorlist", Role::Authors, 1},
    {"primaryauthors", Role::Authors, 1},
    {"a1", Role::Authors, 1},
    {"creator", Role::Authors, 2},
    {"creators", Role::Authors, 2},
    {"authorname", Role::Authors, 1},
    {"authorstring", Role::Authors, 1},
    {"autor", Role::Authors, 1},
    {"autoren", Role::Authors, 1},
    {"auteurs", Role::Authors, 1},
    {"autores", Role::Authors, 1},
    {"firstauthor", Role::Authors, 6},
    {"year", Role::Year},
    {"publicationyear", Role::Year},
    {"pubyear", Role::Year},
    {"publishedyear", Role::Year},
    {"py", Role::Year},
    {"yearpublished", Role::Year},
    {"yearofpublication", Role::Year},
    {"copyrightyear", Role::Year, 3},
    {"jahr", Role::Year},
    {"ano", Role::Year},
    {"date", Role::Date},
    {"publicationdate", Role::Date},
    {"datepublished", Role::Date},
    {"dateofpublication", Role::Date},
    {"coverdate", Role::Date},
    {"pubdate", Role::Date},
    {"publisheddate", Role::Date},
    {"y1", Role::Date},
    {"pubtime", Role::Date},
    {"onlinedate", Role::Date, 3},
    {"da", Role::Date, 2},
    {"sourcetitle", Role::Journal},
    {"journal", Role::Journal},
    {"journaltitle", Role::Journal},
    {"journalbook", Role::Journal},
    {"publicationtitle", Role::Journal},
    {"secondarytitle", Role::Journal, 1},
    {"titlesecondary", Role::Journal, 2},
    {"periodicalfull", Role::Journal},
    {"publication", Role::Journal, 1},
    {"journalname", Role::Journal},
    {"containertitle", Role::Journal},
    {"primarylocationsourcedisplayname", Role::Journal},
    {"sourcetitleanthologytitle", Role::Journal},
    {"publicationname", Role::Journal},
    {"alternatetitle3", Role::Journal, 4},
    {"alternatetitle2", Role::Journal, 5},
    {"journalabbreviation", Role::Journal, 6},
    {"periodicalabbrev", Role::Journal, 6},
    {"abbreviatedsourcetitle", Role::Journal, 6},
    {"so", Role::Journal, 3},
    {"jt", Role::Journal},
    {"jo", Role::Journal, 1},
    {"hostpublication", Role::Journal, 2},
    {"pubtitle", Role::Journal},
    {"parenttitle", Role::Journal, 1},
    {"zeitschrift", Role::Journal},
    {"revista", Role::Journal},
    {"volume", Role::Volume},
    {"vl", Role::Volume},
    {"volumenumber", Role::Volume},
    {"journalvolume", Role::Volume},
    {"vol", Role::Volume},
    {"issue", Role::Issue},
    {"issuenumber", Role::Issue},
    {"number", Role::Issue, 2},
    {"issueno", Role::Issue},
    {"is", Role::Issue},
    {"pages", Role::Pages},
    {"page", Role::Pages, 1},
    {"pg", Role::Pages},
    {"pagination", Role::Pages},
    {"pagerange", Role::Pages},
    {"pageinfo", Role::Pages},
    {"startpage", Role::StartPage},
    {"pagestart", Role::StartPage},
    {"firstpage", Role::StartPage},
    {"beginningpage", Role::StartPage},
    {"sp", Role::StartPage},
    {"bp", Role::StartPage},
    {"artno", Role::StartPage, 3},
    {"articlenumber", Role::StartPage, 3},
    {"endpage", Role::EndPage},
    {"pageend", Role::EndPage},
    {"lastpage", Role::EndPage},
    {"ep", Role::EndPage},
    {"endingpage", Role::EndPage},
    {"otherpages", Role::EndPage},
    {"doi", Role::Doi},
    {"digitalobjectidentifier", Role::Doi},
    {"doiurl", Role::Doi, 1},
    {"doilink", Role::Doi, 1},
    {"di", Role::Doi},
    {"do", Role::Doi},
    {"articledoi", Role::Doi},
    {"bookdoi", Role::Doi, 5},
    {"pmid", Role::Pmid},
    {"pubmedid", Role::Pmid},
    {"medlinepmid", Role::Pmid},
    {"idspmid", Role::Pmid},
    {"pm", Role::Pmid},
    {"pubmed", Role::Pmid, 1},
    {"pubmedpmid", Role::Pmid},
    {"pmcid", Role::Pmcid},
    {"pmc", Role::Pmcid},
    {"idspmcid", Role::Pmcid},
    {"pubmedcentralid", Role::Pmcid},
    {"nctnumber", Role::Nct},
    {"nctid", Role::Nct},
    {"trialid", Role::Nct, 1},
    {"clinicaltrialsgovid", Role::Nct, 1},
    {"nct", Role::Nct},
    {"issn", Role::Issn},
    {"issns", Role::Issn},
    {"sn", Role::Issn, 1},
    {"isbn", Role::Isbn},
    {"isbns", Role::Isbn},
    {"bn", Role::Isbn, 1},
    {"keywords", Role::Keywords},
    {"keyword", Role::Keywords},
    {"authorkeywords", Role::Keywords},
    {"indexkeywords", Role::Keywords},
    {"keywordsplus", Role::Keywords},
    {"descriptors", Role::Keywords},
    {"meshterms", Role::Keywords},
    {"mesh", Role::Keywords},
    {"subjects", Role::Keywords},
    {"subjectterms", Role::Keywords},
    {"identifierkeywords", Role::Keywords},
    {"manualtags", Role::Keywords},
    {"automatictags", Role::Keywords},
    {"kw", Role::Keywords},
    {"de", Role::Keywords},
    {"meshheadings", Role::Keywords},
    {"ieeeterms", Role::Keywords},
    {"fieldsofstudy", Role::Keywords, 1},
    {"language", Role::Language},
    {"languageoforiginaldocument", Role::Language},
    {"articlelanguage", Role::Language},
    {"la", Role::Language},
    {"lang", Role::Language},
    {"documenttype", Role::Type},
    {"publicationtype", Role::Type},
    {"itemtype", Role::Type},
    {"referencetype", Role::Type},
    {"typeofreference", Role::Type},
    {"doctype", Role::Type},
    {"type", Role::Type, 1},
    {"dt", Role::Type},
    {"pubtype", Role::Type},
    {"publicationtypes", Role::Type},
    {"contenttype", Role::Type, 1},
    {"articletype", Role::Type, 1},
    {"bibliographytype", Role::Type},
    {"ty", Role::Type, 2},
    {"url", Role::Url},
    {"link", Role::Url},
    {"fulltexturl", Role::Url, 1},
    {"studyurl", Role::Url},
    {"externalurl", Role::Url},
    {"plink", Role::Url},
    {"sourceurls", Role::Url, 2},
    {"links", Role::Url, 1},
    {"ur", Role::Url},
    {"embaselink", Role::Url},
    {"fulltextlink", Role::Url, 1},
    {"linkattachments", Role::Url, 3},
    {"pdflink", Role::Url, 3},
    {"articleurl", Role::Url},
    {"documenturl", Role::Url},
    {"webaddress", Role::Url},
    {"landingpageurl", Role::Url},
    {"dimensionsurl", Role::Url, 2},
    {"sourceid", Role::SourceId},
    {"eid", Role::SourceId},
    {"utuniquewosid", Role::SourceId},
    {"ut", Role::SourceId},
    {"uniquewosid", Role::SourceId},
    {"accessionnumber", Role::SourceId, 1},
    {"an", Role::SourceId, 1},
    {"pui", Role::SourceId, 2},
    {"embaseaccessionid", Role::SourceId, 1},
    {"lensid", Role::SourceId, 1},
    {"publicationid", Role::SourceId, 1},
    {"cochraneid", Role::SourceId, 1},
    {"centralid", Role::SourceId, 1},
    {"id", Role::SourceId, 3},
    {"key", Role::SourceId, 3},
    {"covidence", Role::SourceId, 3},
    {"recordid", Role::SourceId, 3},
    {"externalid", Role::SourceId, 2},
    {"cochranecentralid", Role::SourceId, 1},
    {"storeid", Role::SourceId, 2},
    {"itemid", Role::SourceId, 3},
    {"refid", Role::SourceId, 3},
    {"identifier", Role::SourceId, 4},
    {"rayyanid", Role::SourceId, 3},
    {"database", Role::Database},
    {"sourcedatabase", Role::Database},
    {"datasource", Role::Database},
    {"subfiledatabase", Role::Database, 1},
    {"db", Role::Database},
    {"source", Role::Source},
    {"extra", Role::Remarks},
    {"remarks", Role::Remarks},
    {"included", Role::Vote},
    {"labelincluded", Role::Vote},
    {"asreviewlabel", Role::Vote},
    {"abstractincluded", Role::Vote},
    {"screenedtitles", Role::Vote},
    {"screenedabstracts", Role::Vote},
    {"finalincluded", Role::Vote},
    {"fulltextincluded", Role::Vote},
    {"consensus", Role::Decision},
    {"exclusionreason", Role::Reason},
    {"exclusionreasons", Role::Reason},
    {"winnowid", Role::WinnowId},
    {"decisiontitle", Role::DecisionTitle},
    {"reasontitle", Role::ReasonTitle},
    {"decisionfulltext", Role::DecisionFulltext},
    {"reasonfulltext", Role::ReasonFulltext},
    {"votes", Role::Votes},
    {"labels", Role::Labels},
    {"notes", Role::Notes},
    {"extrafields", Role::Extra},
    {"winnowexact", Role::Exact},
};

/// Of headings in two languages ("Title-题名") what is in Latin letters.
std::string latinPart(string_view plain)
{
    std::string part;
    for (const char c : plain) {
        if (isLetter(c) || isDigit(c))
            part += c;
    }
    return part;
}

const Synonym* meaning(const std::string& plain)
{
    static const auto byName = [] {
        std::unordered_map<string_view, const Synonym*> table;
        for (const Synonym& synonym : synonyms)
            table.emplace(synonym.name, &synonym);
        return table;
    }();
    auto found = byName.find(plain);
    if (found == byName.end())
        found = byName.find(latinPart(plain));
    return found == byName.end() ? nullptr : found->second;
}

bool ownRole(Role role)
{
    return role >= Role::WinnowId && role < Role::None;
}

} // namespace

Columns::Columns(const std::vector<string_view>& header, std::span<const NamedColumn> named)
{
    std::vector<std::string> plain;
    for (const string_view cell : header) {
        names_.emplace_back(trimmed(cell));
        plain.push_back(plainName(cell));
    }
    const auto present = [&](const char* name) { return std::find(plain.begin(), plain.end(), name) != plain.end(); };
    own_ = present("winnowid") && present("winnowexact");
    registry_ = present("nctnumber") || present("nctid") || present("trialid");
    for (const NamedColumn& column : named)
        name(column, plain);
    if (present("internalid"))
        nameAbstrackr(plain);
    for (int rank = 0; rank <= 9; ++rank) {
        for (std::size_t i = 0; i < plain.size(); ++i) {
            const Synonym* synonym = meaning(plain[i]);
            if (!synonym || synonym->rank != rank || (ownRole(synonym->role) && !own_))
                continue;
            byRole_[static_cast<std::size_t>(synonym->role)].push_back(i);
            ++recognised_;
        }
    }
}

/// Gives a column the role that a person named, and takes its heading out of `plain`, so that no other role finds it.
void Columns::name(const NamedColumn& column, std::vector<std::string>& plain)
{
    const auto role = roleOf(column.field);
    const std::size_t at = find(column.column);
    if (!role || at == npos)
        return;
    plain[at].clear();
    if (*role == Role::None)
        return;
    byRole_[static_cast<std::size_t>(*role)].push_back(at);
    ++recognised_;
}

/// Abstrackr: behind "consensus" stands a column for each reviewer, under that person's name.
void Columns::nameAbstrackr(std::vector<std::string>& plain)
{
    const auto consensus = std::find(plain.begin(), plain.end(), "consensus");
    minusExcludes_ = consensus != plain.end();
    for (auto at = consensus; at != plain.end(); ++at) {
        if (!at->empty() && !meaning(*at) && *at != "tags") {
            byRole_[static_cast<std::size_t>(Role::Vote)].push_back(static_cast<std::size_t>(at - plain.begin()));
            at->clear();
        }
    }
}

std::size_t Columns::find(string_view heading) const
{
    const std::string wanted = oneLine(heading);
    const auto found
        = std::find_if(names_.begin(), names_.end(), [&](const std::string& name) { return oneLine(name) == wanted; });
    return found == names_.end() ? npos : static_cast<std::size_t>(found - names_.begin());
}

Role Columns::roleAt(std::size_t column) const
{
    for (std::size_t role = 0; role < static_cast<std::size_t>(Role::None); ++role) {
        if (std::find(byRole_[role].begin(), byRole_[role].end(), column) != byRole_[role].end())
            return static_cast<Role>(role);
    }
    return Role::None;
}

} // namespace winnow::formats
