// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeLibrary.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace winnow::test {
namespace {

QByteArray numeral(qint64 n)
{
    return QByteArray::number(n);
}

QByteArray titleFor(qint64 n, const FakeWork& work)
{
    return work.title.isEmpty() ? "Work " + numeral(n) : work.title;
}

/// "doi:10.5555/1|10.5555/2" and "doi:10.5555/1,doi:10.5555/2", "cites:W1|W2": the numbers at the ends of the values.
std::vector<qint64> numbersIn(const QString& filter)
{
    static const QRegularExpression value(QStringLiteral("(?:10\\.5555/|W|pmid:|\\||^)(\\d+)(?=[|,\\s\"]|$)"));
    std::vector<qint64> numbers;
    for (auto at = value.globalMatch(filter); at.hasNext();)
        numbers.push_back(at.next().captured(1).toLongLong());
    return numbers;
}

QByteArray article(qint64 n, const FakeWork& work)
{
    const QByteArray abstract = work.abstractAtPubmed && !work.abstract.isEmpty()
        ? "<Abstract><AbstractText>" + work.abstract + "</AbstractText></Abstract>"
        : QByteArray();
    const QByteArray notice = work.retracted
        ? "<CommentsCorrectionsList><CommentsCorrections RefType=\"RetractionIn\"><RefSource>J Ex. 2021;1:1"
          "</RefSource><PMID>999</PMID></CommentsCorrections></CommentsCorrectionsList>"
        : "";
    return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" + numeral(n)
        + "</PMID><Article><Journal><JournalIssue><PubDate><Year>2020</Year></PubDate></JournalIssue><Title>Journal of "
          "Examples</Title></Journal><ArticleTitle>"
        + titleFor(n, work) + "</ArticleTitle>" + abstract
        + "<AuthorList><Author><LastName>Lima</LastName><ForeName>Ana</ForeName></Author></AuthorList>"
          "<PublicationTypeList><PublicationType>Journal Article</PublicationType>"
        + (work.retracted ? "<PublicationType>Retracted Publication</PublicationType>" : "")
        + "</PublicationTypeList></Article>" + notice
        + "</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType=\"doi\">10.5555/" + numeral(n)
        + "</ArticleId><ArticleId IdType=\"pmc\">PMC" + numeral(n)
        + "</ArticleId></ArticleIdList></PubmedData>"
          "</PubmedArticle>\n";
}

QByteArray alexWork(qint64 n, const FakeWork& work)
{
    QByteArray references;
    for (const qint64 cited : work.cites)
        references += (references.isEmpty() ? "" : ",") + QByteArray("\"https://openalex.org/W") + numeral(cited) + '"';
    return "{\"id\":\"https://openalex.org/W" + numeral(n) + "\",\"doi\":\"https://doi.org/10.5555/" + numeral(n)
        + "\",\"ids\":{\"pmid\":\"https://pubmed.ncbi.nlm.nih.gov/" + numeral(n) + "\"},\"display_name\":\""
        + titleFor(n, work) + "\",\"publication_year\":2020,\"authorships\":[],\"abstract_inverted_index\":"
        + (work.abstract.isEmpty() ? "null" : "{\"Abstract\":[0],\"here\":[1]}")
        + ",\"is_retracted\":" + (work.retracted ? "true" : "false") + ",\"referenced_works\":[" + references + "]}";
}

QByteArray europePmcArticle(qint64 n, const FakeWork& work)
{
    const QByteArray number = numeral(n);
    return "{\"id\":\"" + number + "\",\"source\":\"MED\",\"pmid\":\"" + number + "\",\"pmcid\":\"PMC" + number
        + "\",\"doi\":\"10.5555/" + number + "\",\"title\":\"" + titleFor(n, work)
        + "\",\"authorList\":{\"author\":[{\"fullName\":\"Lima A\",\"firstName\":\"Ana\",\"lastName\":\"Lima\"}]},"
          "\"pubYear\":\"2020\",\"abstractText\":\""
        + work.abstract + "\"}";
}

Reply alexAnswer(const std::vector<QByteArray>& works, qint64 total, const QByteArray& next)
{
    QByteArray list;
    for (const QByteArray& one : works)
        list += (list.isEmpty() ? "" : ",\n") + one;
    return {.body = "{\"meta\":{\"count\":" + numeral(total) + ",\"next_cursor\":" + next + "},\"results\":[" + list
                + "]}\n"};
}

} // namespace

FakeLibrary::FakeLibrary(std::map<qint64, FakeWork> works)
    : m_works(std::move(works))
    , m_server([this](const Asked& asked) { return reply(asked); })
{
}

QString FakeLibrary::base(const char* variable) const
{
    return m_server.url() + QLatin1Char('/') + QString::fromLatin1(variable).toLower();
}

void FakeLibrary::announce() const
{
    for (const char* variable :
         {"PUBMED", "OPENALEX", "CROSSREF", "EUROPEPMC", "CLINICALTRIALS", "PUBTATOR", "UNPAYWALL"})
        qputenv(QByteArray("WINNOW_" + QByteArray(variable) + "_URL").constData(), base(variable).toUtf8());
    qputenv("WINNOW_EMAIL", "ana@example.org");
}

void FakeLibrary::change(qint64 work, const FakeWork& to)
{
    const std::lock_guard lock(m_mutex);
    m_works[work] = to;
}

int FakeLibrary::asked(const char* part) const
{
    int n = 0;
    for (const Asked& one : m_server.asked())
        n += one.url.path().contains(QLatin1String(part)) ? 1 : 0;
    return n;
}

Reply FakeLibrary::reply(const Asked& asked)
{
    const std::lock_guard lock(m_mutex);
    const QString path = asked.url.path();
    if (!m_failing.isEmpty() && path.startsWith(QLatin1Char('/') + QString::fromLatin1(m_failing)))
        return {.status = 403, .type = "text/plain", .body = "not today"};
    using Answering = Reply (FakeLibrary::*)(const Asked&) const;
    for (const auto& [name, answering] : {std::pair<const char*, Answering>{"/pubmed", &FakeLibrary::pubmed},
                                          {"/openalex", &FakeLibrary::openAlex},
                                          {"/crossref", &FakeLibrary::crossref},
                                          {"/europepmc", &FakeLibrary::europePmc},
                                          {"/clinicaltrials", &FakeLibrary::trials},
                                          {"/pubtator", &FakeLibrary::pubtator},
                                          {"/unpaywall", &FakeLibrary::unpaywall}}) {
        if (path.startsWith(QLatin1String(name)))
            return (this->*answering)(asked);
    }
    const auto pdf = m_works.find(path.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0).toLongLong());
    if (path.startsWith(QLatin1String("/pdf/")) && pdf != m_works.end())
        return {.type = "application/pdf", .body = pdf->second.pdf};
    return {.status = 404, .type = "text/plain", .body = "nothing here"};
}

Reply FakeLibrary::pubmed(const Asked& asked) const
{
    QByteArray articles;
    for (const QString& id : asked.value(QStringLiteral("id")).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto work = m_works.find(id.toLongLong());
        if (work != m_works.end() && work->second.inPubmed)
            articles += article(work->first, work->second);
    }
    return {.type = "text/xml",
            .body = "<?xml version=\"1.0\" ?>\n<PubmedArticleSet>\n" + articles + "</PubmedArticleSet>\n"};
}

Reply FakeLibrary::openAlex(const Asked& asked) const
{
    const QString filter = asked.value(QStringLiteral("filter"));
    const std::vector<qint64> numbers = numbersIn(filter);
    const bool citing = filter.startsWith(QLatin1String("cites:"));
    std::vector<QByteArray> found;
    for (const auto& [n, work] : m_works) {
        const bool listed = std::find(numbers.begin(), numbers.end(), n) != numbers.end();
        const bool cites = std::any_of(work.cites.begin(), work.cites.end(), [&](qint64 cited) {
            return std::find(numbers.begin(), numbers.end(), cited) != numbers.end();
        });
        if (work.inOpenAlex && (citing ? cites : listed))
            found.push_back(alexWork(n, work));
    }
    const auto total = qint64(found.size());
    const qint64 size = std::max<qint64>(1, asked.value(QStringLiteral("per-page")).toLongLong());
    const QString cursor = asked.value(QStringLiteral("cursor"));
    const qint64 page = std::max<qint64>(1, asked.value(QStringLiteral("page")).toLongLong());
    const qint64 from
        = std::min(total, cursor.startsWith(QLatin1Char('c')) ? cursor.mid(1).toLongLong() : (page - 1) * size);
    const qint64 to = std::min(total, from + size);
    return alexAnswer({found.begin() + from, found.begin() + to}, total,
                      to < total ? "\"c" + numeral(to) + '"' : QByteArray("null"));
}

Reply FakeLibrary::crossref(const Asked& asked) const
{
    const QString filter = asked.value(QStringLiteral("filter"));
    const std::vector<qint64> numbers = numbersIn(filter);
    const QString title = asked.value(QStringLiteral("query.bibliographic"));
    QByteArray items;
    for (const auto& [n, work] : m_works) {
        const bool listed = std::find(numbers.begin(), numbers.end(), n) != numbers.end();
        const QString own = QString::fromUtf8(titleFor(n, work));
        const bool like
            = !title.isEmpty() && own.section(QLatin1Char(' '), 0, 0) == title.section(QLatin1Char(' '), 0, 0);
        if (!work.inCrossref || !(title.isEmpty() ? listed : like))
            continue;
        items += (items.isEmpty() ? "" : ",\n") + QByteArray("{\"DOI\":\"10.5555/") + numeral(n)
            + "\",\"prefix\":\"10.5555\",\"member\":\"1\",\"title\":[\"" + titleFor(n, work)
            + "\"],\"author\":[{\"family\":\"Lima\",\"given\":\"Ana\"}],\"issued\":{\"date-parts\":"
              "[[2020,1]]},\"container-title\":[\"Journal of Examples\"]"
            + (work.concern ? ",\"updated-by\":[{\"DOI\":\"10.5555/notice\",\"type\":\"expression_of_concern\"}]" : "")
            + '}';
    }
    return {.body = "{\"status\":\"ok\",\"message\":{\"total-results\":1,\"items\":[" + items + "]}}\n"};
}

Reply FakeLibrary::europePmc(const Asked& question) const
{
    QByteArray results;
    const QString query = question.value(QStringLiteral("query"));
    static const QRegularExpression named(QStringLiteral("(?:EXT_ID:|10\\.5555/|PMCID:PMC)(\\d+)"));
    std::set<qint64> asked;
    for (auto at = named.globalMatch(query); at.hasNext();)
        asked.insert(at.next().captured(1).toLongLong());
    const QString title = query.section(QLatin1String("TITLE:\""), 1).section(QLatin1Char('"'), 0, 0);
    for (const auto& [n, work] : m_works) {
        const bool titled
            = !title.isEmpty() && QString::fromUtf8(titleFor(n, work)).contains(title, Qt::CaseInsensitive);
        if (work.inPubmed && (titled || asked.contains(n)))
            results += (results.isEmpty() ? "" : ",\n") + europePmcArticle(n, work);
    }
    return {.body = "{\"version\":\"6.9\",\"hitCount\":1,\"resultList\":{\"result\":[" + results + "]}}\n"};
}

Reply FakeLibrary::trials(const Asked& asked) const
{
    QByteArray studies;
    for (const QString& id : asked.value(QStringLiteral("filter.ids")).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (m_works.contains(id.mid(3).toLongLong()))
            studies += (studies.isEmpty() ? "" : ",\n")
                + QByteArray("{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"") + id.toLatin1()
                + "\",\"briefTitle\":\"Trial " + id.toLatin1() + "\"}}}";
    }
    return {.body = "{\"totalCount\":1,\"studies\":[" + studies + "]}\n"};
}

Reply FakeLibrary::pubtator(const Asked& asked) const
{
    QByteArray documents;
    for (const QString& id : asked.value(QStringLiteral("pmids")).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto work = m_works.find(id.toLongLong());
        if (work == m_works.end() || work->second.annotations.isEmpty())
            continue;
        const QByteArray title = titleFor(work->first, work->second);
        documents += (documents.isEmpty() ? "" : ",\n") + QByteArray("{\"_id\":\"") + id.toLatin1()
            + "|None\",\"id\":\"" + id.toLatin1() + "\",\"pmid\":" + id.toLatin1()
            + ",\"passages\":[{\"infons\":{\"type\":\"title\"},\"offset\":0,\"text\":\"" + title
            + "\",\"annotations\":[]},{\"infons\":{\"type\":\"abstract\"},\"offset\":" + numeral(title.size() + 1)
            + ",\"text\":\"" + work->second.abstract + "\",\"annotations\":" + work->second.annotations + "}]}";
    }
    return {.body = "{\"PubTator3\":[" + documents + "]}\n"};
}

Reply FakeLibrary::unpaywall(const Asked& asked) const
{
    const qint64 n = asked.url.path().section(QLatin1Char('/'), -1).toLongLong();
    const auto work = m_works.find(n);
    if (work == m_works.end())
        return {.status = 404, .body = "{\"error\":true,\"message\":\"no such DOI\"}"};
    const FakeWork& w = work->second;
    if (w.free.isEmpty() && !w.freeWithoutLicence)
        return {.body = "{\"doi\":\"10.5555/" + numeral(n)
                    + "\",\"is_oa\":false,\"best_oa_location\":null,"
                      "\"oa_locations\":[]}"};
    const QByteArray place = "{\"url\":\"" + m_server.url().toUtf8() + "/page/" + numeral(n) + "\",\"url_for_pdf\":\""
        + m_server.url().toUtf8() + "/pdf/" + numeral(n)
        + ".pdf\",\"host_type\":\"publisher\",\"version\":"
          "\"publishedVersion\",\"license\":"
        + (w.free.isEmpty() ? QByteArray("null") : QByteArray('"' + w.free + '"')) + '}';
    return {.body = "{\"doi\":\"10.5555/" + numeral(n)
                + "\",\"is_oa\":true,\"oa_status\":\"gold\","
                  "\"best_oa_location\":"
                + place + ",\"oa_locations\":[" + place + "]}"};
}

} // namespace winnow::test
