// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/Replay.h"
#include "sources/ByIdentifier.h"
#include "sources/Citations.h"
#include "sources/PubTator.h"
#include "sources/Titles.h"
#include "sources/Unpaywall.h"
#include "support/Suite.h"

#include <QFile>
#include <QUrlQuery>

#include <algorithm>

namespace suite_found_answers {

using namespace winnow;
using namespace winnow::sources;

namespace {

QByteArray recorded(const char* name)
{
    QFile file(QStringLiteral(WINNOW_SHARED "/data/api/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<FreePlace> placeIn(const char* body, int status = 200)
{
    const auto place = freePlaceIn({status, {}, body, 0});
    return place ? *place : std::nullopt;
}

} // namespace

/// What is asked of services by identifier, and what they answer.
class FoundAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requests();
    void whatIsNotThereIsNamed();
    void chases();
    void chasesThatMeetThemselves();
    void citedPages();
    void titles();
    void recordedAnnotations();
    void annotations();
    void freePlaces();
    void licences();
    void brokenAnswers();
};

void FoundAnswersTest::requests()
{
    const Access access{QStringLiteral("https://api.example.org"), QStringLiteral("k"), {}, QStringLiteral("a@b.org")};
    QCOMPARE(pubmedByIdRequest({"1", "2"}, access).url.toString(QUrl::FullyEncoded),
             QStringLiteral("https://api.example.org/efetch.fcgi?db=pubmed&tool=winnow&email=a%40b.org&api_key=k&"
                            "retmode=xml&id=1%2C2"));
    QVERIFY(!pubmedByIdRequest(std::vector<std::string>(400, "12345678"), access).form.isEmpty());
    QCOMPARE(alternatives(QStringLiteral("doi"), {"10.1/a", "10.1/b,c", "10.1/d"}),
             QStringLiteral("doi:10.1/a|10.1/d"));
    QCOMPARE(QUrlQuery(europePmcByIdRequest({"12", "10.1/a", "PMC7"}, access).url)
                 .queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded),
             QStringLiteral("(EXT_ID:12 AND SRC:MED) OR DOI:\"10.1/a\" OR PMCID:PMC7"));
    QCOMPARE(QUrlQuery(europePmcTitleRequest(QStringLiteral("On \"sweet\"  honey\\"), access).url)
                 .queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded),
             QStringLiteral("TITLE:\"On sweet honey\" AND SRC:MED"));
    QCOMPARE(annotationsRequest({"1", "2"}, true, access).url.toString(QUrl::FullyEncoded),
             QStringLiteral("https://api.example.org/publications/export/biocjson?pmids=1%2C2&full=true"));
    QCOMPARE(freePlaceRequest("10.1002/(sici)1<1::aid>3.0", access).url.toString(QUrl::FullyEncoded),
             QStringLiteral("https://api.example.org/10.1002/%28sici%291%3C1%3A%3Aaid%3E3.0?email=a%40b.org"));
    QCOMPARE(bareDoi("https://doi.org/10.1/A"), std::string("10.1/a"));
}

void FoundAnswersTest::whatIsNotThereIsNamed()
{
    const auto walk
        = beginTrialsById({QStringLiteral("NCT00000001 NCT00000002 NCT00000001"), {}, 0, {}, false}, testAccess());
    const Walked walked = walkThrough(*walk, [](const test::Asked&) {
        return test::Reply{.body
                           = R"({"studies":[{"protocolSection":{"identificationModule":{"nctId":"NCT00000002"}}}]})"};
    });
    QVERIFY(walked.ended);
    QCOMPARE(walked.summary.hits, 2);
    QCOMPARE(walked.summary.records, 1);
    QCOMPARE(walked.summary.gaps, (std::vector<Gap>{{Gap::Why::NotDelivered, 1, {"NCT00000001"}}}));
    // An article of Europe PMC has three numbers, and is one record.
    const auto byPmcid = beginEuropePmcByPmcid({QStringLiteral("PMC1 PMC2"), {}, 0, {}, false}, testAccess());
    const Walked central = walkThrough(*byPmcid, [](const test::Asked&) {
        return test::Reply{.body
                           = R"({"hitCount":1,"resultList":{"result":[{"pmid":"5","pmcid":"PMC2","doi":"10.1/a"}]}})"};
    });
    QCOMPARE(central.summary.records, 1);
    QCOMPARE(central.summary.gaps, (std::vector<Gap>{{Gap::Why::NotDelivered, 1, {"PMC1"}}}));
}

void FoundAnswersTest::chases()
{
    const Chase chase{true, false, {"doi:10.1/a", "pmid:12"}};
    QCOMPARE(chaseText(chase), QStringLiteral("references: doi:10.1/a pmid:12"));
    QCOMPARE(chaseIn(chaseText(chase)), chase);
    QCOMPARE(chaseIn(chaseText({true, true, {"pmid:1"}})), (Chase{true, true, {"pmid:1"}}));
    QCOMPARE(chaseIn(QStringLiteral("nonsense")), (Chase{false, false, {}}));
}

void FoundAnswersTest::chasesThatMeetThemselves()
{
    // Work 1 cites 2, and 2 cites 1: each is a reference and cites.
    const auto answering = [](const test::Asked& asked) {
        const QString filter = asked.value(QStringLiteral("filter"));
        if (filter.startsWith(QLatin1String("doi:")))
            return test::Reply{.body
                               = R"({"meta":{"count":1},"results":[{"id":"https://openalex.org/W1",)"
                                 R"("doi":"https://doi.org/10.1/a","referenced_works":["https://openalex.org/W2"]}]})"};
        return test::Reply{.body
                           = R"({"meta":{"count":1,"next_cursor":null},"results":[{"id":"https://openalex.org/W2"}]})"};
    };
    const auto walk = beginChase({QStringLiteral("references citing: doi:10.1/a"), {}, 0, {}, false}, testAccess());
    const Walked walked = walkThrough(*walk, answering);
    QVERIFY(walked.ended);
    QCOMPARE(walked.asked.size(), size_t(3));
    QCOMPARE(walked.summary.hits, 1);
    QCOMPARE(walked.summary.records, 1);
    QCOMPARE(walked.summary.repeats, 1);
    QVERIFY(walked.summary.gaps.empty());
}

void FoundAnswersTest::citedPages()
{
    const QByteArray works = recorded("openalex/zotero_openalex_5.json");
    if (works.isEmpty())
        QSKIP("no recorded answers beside this tree");
    const auto page = citedPage(works);
    QVERIFY(page);
    QCOMPARE(page->total, 5);
    QCOMPARE(page->works.size(), size_t(5));
    QCOMPARE(page->works[0].id, std::string("W2046245907"));
    QCOMPARE(page->works[0].doi, std::string("10.1109/tau.1965.1161805"));
}

void FoundAnswersTest::titles()
{
    const auto matches
        = titleMatches(R"({"message":{"items":[{"DOI":"10.1/A","title":["On  honey"],"author":)"
                       R"([{"family":"Mara"}],"container-title":["Bees"],"issued":{"date-parts":[[2001,2]]}},)"
                       R"({"DOI":"10.1/b","title":[""]},{"title":["No DOI"]},)"
                       R"({"DOI":"10.1/c","title":["Odd"],"issued":{"date-parts":[[null]]},"author":"x"}]}})");
    QVERIFY(matches);
    QCOMPARE(matches->size(), size_t(2));
    QCOMPARE(matches->at(0),
             (TitleMatch{QStringLiteral("On honey"), QStringLiteral("Mara"), QStringLiteral("Bees"), 2001,
                         QStringLiteral("10.1/a")}));
    QCOMPARE(matches->at(1).year, 0);
}

void FoundAnswersTest::recordedAnnotations()
{
    const QByteArray body = recorded("pubtator/biomcp_export_22663011.json");
    if (body.isEmpty())
        QSKIP("no recorded answers beside this tree");
    const auto all = annotationsIn(body);
    QVERIFY(all);
    QCOMPARE(all->size(), size_t(1));
    QCOMPARE(all->at(0).pmid, std::string("22663011"));
    const auto& entities = all->at(0).entities;
    const auto has = [&](EntityKind kind, const char* id, const char* name, std::vector<std::string> words) {
        return std::find(entities.begin(), entities.end(), Mentioned{{kind, id, name}, std::move(words)})
            != entities.end();
    };
    QVERIFY(has(EntityKind::Gene, "673", "BRAF", {"BRAF", "B-RAF"}));
    QVERIFY(has(EntityKind::Disease, "MESH:D008545", "Melanoma", {"melanoma", "metastatic melanoma"}));
    QVERIFY(has(EntityKind::Chemical, "MESH:C560077", "trametinib", {"trametinib", "Trametinib"}));
    QVERIFY(has(EntityKind::Variant, "rs113488022", "p.V600E", {"V600E"}));
    QVERIFY(has(EntityKind::Species, "9606", "9606", {"patients", "Patients"}));
    QCOMPARE(entityUrl(EntityKind::Variant, "rs113488022"),
             QStringLiteral("https://www.ncbi.nlm.nih.gov/snp/rs113488022"));
    QCOMPARE(entityUrl(EntityKind::Gene, "673"), QStringLiteral("https://www.ncbi.nlm.nih.gov/gene/673"));
}

void FoundAnswersTest::annotations()
{
    const auto all = annotationsIn(
        R"({"PubTator3":[{"id":"1","pmid":1,"passages":[{"annotations":[)"
        R"({"infons":{"type":"CellLine","identifier":"CVCL:0030","name":"HeLa"},"text":"HeLa"},)"
        R"({"infons":{"type":"ProteinMutation","identifier":"tmVar:p|SUB|V|1|E;HGVS:p.V1E;CorrespondingGene:9"},"text":"V1E"},)"
        R"({"infons":{"type":"Gene","identifier":"1;2"},"text":"X"},{"infons":{"type":"Disease","identifier":"-"},"text":"ill"},)"
        R"({"infons":{"type":"Weather","identifier":"1"},"text":"rain"},{"infons":{"type":"Gene","identifier":null},"text":"Y"})"
        R"(]}]}]})");
    QVERIFY(all);
    const auto& entities = all->at(0).entities;
    QCOMPARE(entities.size(), size_t(4));
    QCOMPARE(entities[0].entity, (Entity{EntityKind::CellLine, "CVCL_0030", "HeLa"}));
    QCOMPARE(entityUrl(EntityKind::CellLine, "CVCL_0030"), QStringLiteral("https://www.cellosaurus.org/CVCL_0030"));
    QCOMPARE(entities[1].entity, (Entity{EntityKind::Variant, "p.V1E@9", "p.V1E"}));
    QVERIFY(entityUrl(EntityKind::Variant, "p.V1E@9").isEmpty());
    QCOMPARE(entities[2].entity.id, std::string("1"));
    QCOMPARE(entities[3].entity.id, std::string("2"));
    QVERIFY(entityUrl(EntityKind::Gene, "1&x=2").isEmpty());
    QVERIFY(entityUrl(EntityKind::Disease, "MESH:D1\"><script>").isEmpty());
}

void FoundAnswersTest::freePlaces()
{
    QVERIFY(!placeIn(R"({"error":true})", 404));
    QVERIFY(!placeIn(R"({"is_oa":false,"best_oa_location":null,"oa_locations":[]})"));
    const auto place = placeIn(
        R"({"is_oa":true,"best_oa_location":{"url":"https://a.org/x","url_for_pdf":null,"license":null},)"
        R"("oa_locations":[{"url":"https://a.org/x","url_for_pdf":null,"license":null},)"
        R"({"url":"https://b.org/y","url_for_pdf":"https://b.org/y.pdf","license":"cc-by","version":"acceptedVersion"}]})");
    QVERIFY(place);
    QCOMPARE(*place,
             (FreePlace{QStringLiteral("https://b.org/y"), QStringLiteral("https://b.org/y.pdf"),
                        QStringLiteral("cc-by"), QStringLiteral("acceptedVersion")}));
    const auto hostile
        = placeIn(R"({"is_oa":true,"best_oa_location":{"url":"file:///etc/passwd","url_for_pdf":"javascript:1"}})");
    QVERIFY(!hostile);
    // An address has one writing, else the same place is told twice, and not every opener takes the other.
    const auto loud = placeIn(R"({"is_oa":true,"best_oa_location":{"url":"hTtps://B.org/y","url_for_pdf":null}})");
    QVERIFY(loud);
    QCOMPARE(loud->url, QStringLiteral("https://b.org/y"));
    QVERIFY(unpaywallWords({404, {}, R"({"error":true})", 0}));
    QVERIFY(!unpaywallWords({404, {}, "<html>", 0}));
}

void FoundAnswersTest::licences()
{
    QCOMPARE(licenceId(QStringLiteral("CC BY-NC 4.0")), QStringLiteral("cc-by-nc"));
    QCOMPARE(licenceId(QStringLiteral("cc by")), QStringLiteral("cc-by"));
    QCOMPARE(licenceId(QStringLiteral("CC0")), QStringLiteral("cc0"));
    QVERIFY(allowsCopies(QStringLiteral("cc-by-nc-nd")));
    QVERIFY(allowsCopies(QStringLiteral("public-domain")));
    QVERIFY(!allowsCopies(QString()));
    QVERIFY(!allowsCopies(QStringLiteral("publisher-specific-oa")));
}

void FoundAnswersTest::brokenAnswers()
{
    for (const char* body :
         {"", "[]", "{", "{\"PubTator3\":1}", "{\"message\":{\"items\":\"x\"}}", "{\"results\":\"x\"}"}) {
        QVERIFY(!annotationsIn(body));
        QVERIFY(!titleMatches(body));
        QVERIFY(!citedPage(body));
        QVERIFY(!freePlaceIn({200, {}, body, 0}));
    }
}

WINNOW_TEST(FoundAnswersTest)

} // namespace suite_found_answers

#include "test_found_answers.moc"
