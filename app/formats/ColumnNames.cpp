// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ColumnNames.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace winnow::formats {
namespace {

using std::string_view;

/// Letters and digits only, lower case (but for letters beyond ASCII), parted by blanks.
struct Names {
    Role role;
    int rank;
    string_view all;
};

/// Column names of PubMed, Scopus, Embase, Web of Science, CENTRAL, EBSCO, IEEE, Lens, Dimensions, OpenAlex, BVS,
/// ClinicalTrials.gov, ICTRP, RefWorks, Zotero, Mendeley, Rayyan, Covidence, ASReview, Abstrackr, revtools and R's and
/// Python's frames; and of tables in other languages.
constexpr Names names[] = {
    {Role::Title, 0,
     "title articletitle titleprimary primarytitle studytitle documenttitle ti papertitle t1 itemtitle "
     "referencetitle titleofreference titel titre titulo título 题名 篇名 标题 標題 titolo tytuł Название "
     "Заголовок タイトル 論題 제목 otsikko tittel títulodelartículo títulodoartigo artikeltitel judul başlık dctitle "
     "titleenglish articlename"},
    {Role::Title, 1, "displayname brieftitle publictitle fulltitle documentname"},
    {Role::Title, 2, "scientifictitle officialtitle titles"},
    {Role::Title, 4, "studyname"},
    {Role::Title, 5, "originaltitle vernaculartitle englishtitle"},
    {Role::Abstract, 0,
     "abstract abstractnote abstracttext ab notesabstract zusammenfassung resumen resumo 摘要 riassunto "
     "résumé resumé Аннотация 抄録 초록 samenvatting sammanfattning sammendrag streszczenie özet abstractenglish "
     "kurzfassung"},
    {Role::Abstract, 1, "briefsummary n2 abstracts"},
    {Role::Abstract, 2, "summary plainenglishsummary"},
    {Role::Abstract, 4, "originalabstract"},
    {Role::Abstract, 5, "description dcdescription"},
    {Role::Authors, 0,
     "authorfullnames af 作者 著者 저자 verfasser autori auteur Автор Авторы författare forfattere autorzy yazarlar "
     "著者名 저자명"},
    {Role::Authors, 1,
     "authors author authornames authorsprimary firstauthors authorshipsauthordisplayname au authorlist "
     "primaryauthors a1 authorname authorstring autor autoren auteurs autores authorsnames authorslist "
     "authorsname authorsauthorname"},
    {Role::Authors, 2, "creator creators dccreator"},
    {Role::Authors, 3, "contributors"},
    {Role::Authors, 6, "firstauthor"},
    {Role::Year, 0,
     "year publicationyear pubyear publishedyear py yearpublished yearofpublication jahr ano 年 年份 出版年 "
     "année annee año anno Год 发表年 발행년도 añodepublicación anodepublicacion anodepublicação annéedepublication "
     "publikationsjahr jaar år rok yıl 発行年 erscheinungsjahr yearofpub publishyear"},
    {Role::Year, 1, "publishedyear1 yr"},
    {Role::Year, 3, "copyrightyear"},
    {Role::Date, 0,
     "date publicationdate datepublished dateofpublication coverdate pubdate publisheddate y1 publishdate pubtime "
     "fechadepublicación datadepublicação datedepublication "
     "发表时间 "
     "dateregistration3 publicationdateyyyymmdd publishtime"},
    {Role::Date, 1, "dateregistration dateofregistration firstpublicationdate publicationdateprint"},
    {Role::Date, 2, "da"},
    {Role::Date, 3, "onlinedate publicationdateonline epubdate"},
    {Role::Journal, 0,
     "sourcetitle journal journaltitle journalbook publicationtitle periodicalfull journalname "
     "containertitle primarylocationsourcedisplayname sourcetitleanthologytitle publicationname jt "
     "pubtitle zeitschrift revista 刊名 来源 文献来源 期刊 Журнал rivista revue periodico quellentitel periódico "
     "tijdschrift tidskrift tidsskrift czasopismo dergi 掲載誌 학술지명 "
     "isourcetitle periodical periodicaltitle"},
    {Role::Journal, 1, "secondarytitle publication jo parenttitle journalsource fuente sourcename"},
    {Role::Journal, 2, "titlesecondary hostpublication hostvenue publicationvenuename"},
    {Role::Journal, 3, "so venue publicationvenue"},
    {Role::Journal, 4, "alternatetitle3"},
    {Role::Journal, 5, "alternatetitle2 fulljournal"},
    {Role::Journal, 6, "journalabbreviation periodicalabbrev abbreviatedsourcetitle"},
    {Role::Volume, 0, "volume vl volumenumber journalvolume vol 卷 卷号 band tome Том volumen bibliovolume"},
    {Role::Volume, 1, "jahrgang vo"},
    {Role::Issue, 0,
     "issue issuenumber issueno is journalissue 期 期号 heft numéro numero número fascicolo Номер ausgabe biblioissue "
     "nummer"},
    {Role::Issue, 1, "ip"},
    {Role::Issue, 2, "number"},
    {Role::Pages, 0,
     "pages pg pagination pagerange pageinfo 页码 页 seiten páginas paginas pagine Страницы journalpages "
     "pagenumbers pagenos"},
    {Role::Pages, 1, "page pageno"},
    {Role::StartPage, 0, "startpage pagestart firstpage beginningpage sp bp bibliofirstpage pagefrom spage"},
    {Role::StartPage, 1, "起始页"},
    {Role::StartPage, 3, "artno articlenumber"},
    {Role::EndPage, 0, "endpage pageend lastpage ep endingpage otherpages bibliolastpage pageto epage"},
    {Role::EndPage, 1, "结束页"},
    {Role::Doi, 0,
     "doi digitalobjectidentifier di do articledoi externalidsdoi doinumber idsdoi dcidentifierdoi "
     "itemdoi doiname"},
    {Role::Doi, 1, "doiurl doilink dois"},
    {Role::Doi, 5, "bookdoi"},
    {Role::Pmid, 0, "pmid pubmedid medlinepmid idspmid pm pubmedpmid externalidspubmed pmidpubmed"},
    {Role::Pmid, 1, "pubmed pubmedids medlineid"},
    {Role::Pmcid, 0, "pmcid pmc idspmcid pubmedcochranereviewid centralid externalidspubmedcentral"},
    {Role::Pmcid, 1, "pubmedcentral"},
    {Role::Nct, 0, "nctnumber nctid nct"},
    {Role::Nct, 1, "trialid clinicaltrialsgovid clinicaltrialsgovnumber clinicaltrialsgovidentifier"},
    {Role::Issn, 0, "issn issns primarylocationsourceissnl issnprint issnonline eissn printissn issnl onlineissn"},
    {Role::Issn, 1, "sn"},
    {Role::Isbn, 0, "isbn isbns"},
    {Role::Isbn, 1, "bn"},
    {Role::Keywords, 0,
     "keywords keyword authorkeywords indexkeywords keywordsplus descriptors meshterms mesh subjects "
     "subjectterms identifierkeywords manualtags automatictags kw de meshheadings ieeeterms 关键词 關鍵詞 "
     "keywordsdisplayname schlagwörter schlagworte stichwörter motsclés motscles palabrasclave "
     "palavraschave parolechiave Ключевыеслова キーワード 키워드 descriptores descritores descripteurs authorskeywords "
     "meshkeywords mh emtreedrugindextermsmajorfocus emtreedrugindexterms emtreemedicalindextermsmajorfocus "
     "emtreemedicalindexterms emtreedeviceindexterms"},
    {Role::Keywords, 1, "fieldsofstudy"},
    {Role::Language, 0,
     "language languageoforiginaldocument articlelanguage la lang languages idiomas langues 语种 sprache langue idioma "
     "lingua Язык lg"},
    {Role::Type, 0,
     "documenttype itemtype referencetype typeofreference doctype dt publicationtypes bibliographytype "
     "文献类型 dokumenttyp tipodedocumento typededocument"},
    {Role::Type, 1,
     "publicationtype type pubtype contenttype articletype tipodepublicación tipodepublicação typedepublication "
     "publikationstyp"},
    {Role::Type, 2, "ty doctypes"},
    {Role::Url, 0,
     "url link studyurl externalurl plink ur embaselink articleurl documenturl webaddress landingpageurl "
     "链接 网址 webaddresses articlelink recordurl"},
    {Role::Url, 1, "fulltexturl links fulltextlink urls"},
    {Role::Url, 2, "sourceurls dimensionsurl"},
    {Role::Url, 3, "linkattachments pdflink consensuslink"},
    {Role::SourceId, 0, "sourceid eid utuniquewosid ut uniquewosid"},
    {Role::SourceId, 1,
     "accessionnumber an embaseaccessionid lensid publicationid cochraneid centralid cochranecentralid "
     "uniqueidentifier accessionno accession isrctn"},
    {Role::SourceId, 2, "pui externalid storeid ovidunid"},
    {Role::SourceId, 3,
     "id key covidence recordid itemid refid rayyanid paperid referenceid entrezuid articleid "
     "studyid corduid uid"},
    {Role::SourceId, 4, "identifier corpusid"},
    {Role::Database, 0, "database sourcedatabase datasource db basededatos basededados basededonnées datenbank"},
    {Role::Database, 1, "subfiledatabase longdbname"},
    {Role::Source, 0, "source"},
    {Role::Remarks, 0, "extra remarks"},
    {Role::Vote, 0,
     "included labelincluded asreviewlabel abstractincluded screenedtitles screenedabstracts finalincluded "
     "fulltextincluded includedlabel includedfinal includedflag include label"},
    {Role::Decision, 0, "consensus"},
    {Role::Decision, 1,
     "decision screeningdecision screeningstatus citationscreeningstatus "
     "fulltextscreeningstatus"},
    {Role::Reason, 0, "exclusionreason exclusionreasons"},
    {Role::WinnowId, 0, "winnowid"},
    {Role::WinnowNumber, 0, "winnownumber"},
    {Role::DecisionTitle, 0, "decisiontitle"},
    {Role::ReasonTitle, 0, "reasontitle"},
    {Role::DecisionFulltext, 0, "decisionfulltext"},
    {Role::ReasonFulltext, 0, "reasonfulltext"},
    {Role::Votes, 0, "votes"},
    {Role::Labels, 0, "labels"},
    {Role::Notes, 0, "notes"},
    {Role::Extra, 0, "extrafields"},
    {Role::Exact, 0, "winnowexact"},
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

/// Some put before each heading what the row is: "citation_title", "Paper authors". Only headings that mean nothing
/// else behind such a word.
string_view ofTheWork(string_view plain)
{
    static constexpr std::array<string_view, 5> works{"citation", "paper", "reference", "record", "study"};
    static constexpr std::array<string_view, 15> parts{
        "title", "abstract", "authors", "author", "year",     "pubyear",  "journal",      "journalname",
        "doi",   "pmid",     "volume",  "pages",  "keywords", "language", "journalvolume"};
    for (const string_view work : works) {
        if (!plain.starts_with(work))
            continue;
        const string_view part = plain.substr(work.size());
        return std::find(parts.begin(), parts.end(), part) == parts.end() ? string_view() : part;
    }
    return {};
}

} // namespace

const Synonym* meaningOf(const std::string& plain)
{
    static const auto byName = [] {
        std::unordered_map<string_view, Synonym> table;
        for (const Names& group : names) {
            for (const string_view name : pieces(group.all, " "))
                table.emplace(name, Synonym{group.role, group.rank});
        }
        return table;
    }();
    auto found = byName.find(plain);
    if (found == byName.end())
        found = byName.find(latinPart(plain));
    if (found == byName.end())
        found = byName.find(ofTheWork(plain));
    return found == byName.end() ? nullptr : &found->second;
}

} // namespace winnow::formats
