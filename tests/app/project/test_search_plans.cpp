// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/QtTransport.h"
#include "project/SearchPlans.h"
#include "project/Searches.h"
#include "project/Sharing.h"
#include "support/FakePause.h"
#include "support/FakeServices.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_search_plans {

using namespace winnow;
using namespace winnow::test;

namespace {

PlannedBlock block(const char* name, const QStringList& terms)
{
    return {0, {QString::fromUtf8(name), terms, {}}};
}

sources::Query asked(const char* text)
{
    sources::Query query;
    query.text = QString::fromUtf8(text);
    return query;
}

} // namespace

/// The plan of the searches is kept as changes: undone, shared, told in the trail.
class SearchPlansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<Desk>();
        desk->as("Ana");
        plans = std::make_unique<SearchPlans>(*desk->project);
    }
    void cleanup()
    {
        plans.reset();
        desk.reset();
    }
    void blocksAreKept();
    void onlyWhatDiffersIsAStep();
    void queriesAreWrittenAndEdited();
    void undoBringsBack();
    void travels();
    void refusals();
    void licenceDecidesAboutAbstracts();
    void theTrailTellsIt();

private:
    std::unique_ptr<Desk> desk;
    std::unique_ptr<SearchPlans> plans;
};

void SearchPlansTest::blocksAreKept()
{
    MUST(plans->setBlocks({block("Population", {QStringLiteral("stroke"), QStringLiteral(" stroke "), QString()}),
                           block("", {}), block("Intervention", {QStringLiteral("walk*")})}));
    const SearchPlan plan = *plans->plan();
    QCOMPARE(plan.blocks.size(), size_t(2));
    QCOMPARE(plan.blocks[0].block.terms, QStringList{QStringLiteral("stroke")});
    QVERIFY(plan.blocks[0].id != 0);
    auto turned = plan.blocks;
    std::swap(turned[0], turned[1]);
    MUST(plans->setBlocks(turned));
    QCOMPARE(plans->plan()->blocks, turned);
    desk->reopen();
    desk->as("Ana");
    QCOMPARE(SearchPlans(*desk->project).plan()->blocks, turned);
    QCOMPARE(desk->faults(), QString());
}

void SearchPlansTest::onlyWhatDiffersIsAStep()
{
    MUST(plans->setBlocks({block("Population", {QStringLiteral("stroke")})}));
    MUST(plans->setBlocks(plans->plan()->blocks));
    MUST(plans->setQuery(QStringLiteral("pubmed"), asked("a")));
    MUST(plans->setQuery(QStringLiteral("pubmed"), asked("a")));
    MUST(History(*desk->project).undo());
    QVERIFY(plans->plan()->queries.empty());
    MUST(History(*desk->project).undo());
    QVERIFY(plans->plan()->blocks.empty());
}

void SearchPlansTest::queriesAreWrittenAndEdited()
{
    MUST(plans->setBlocks({block("Population", {QStringLiteral("stroke")}),
                           block("Intervention", {QStringLiteral("walk*"), QStringLiteral("gait")})}));
    sources::Query filtered = asked("old");
    filtered.filters.humans = true;
    filtered.filters.languages = {QStringLiteral("eng")};
    MUST(plans->setQuery(QStringLiteral("PubMed"), filtered));
    const auto warnings = plans->writeQueries({});
    MUST(warnings);
    QVERIFY(!warnings->isEmpty());
    SearchPlan plan = *plans->plan();
    QCOMPARE(plan.queries.size(), sources::registry().size());
    const PlannedQuery* pubmed = plan.queryFor(QStringLiteral("pubmed"));
    QVERIFY(pubmed);
    QCOMPARE(pubmed->query.text, QStringLiteral("stroke[tiab]\nAND (walk*[tiab] OR gait[tiab])"));
    QCOMPARE(pubmed->query.filters, filtered.filters);
    MUST(plans->setQuery(QStringLiteral("pubmed"), asked("stroke[ti]")));
    MUST(plans->setBlocks({}));
    QCOMPARE(plans->plan()->queryFor(QStringLiteral("pubmed"))->query.text, QStringLiteral("stroke[ti]"));
    MUST_FAIL(plans->writeQueries({}), ErrorCode::BadInput);
}

/// What was edited by hand and written over comes back.
void SearchPlansTest::undoBringsBack()
{
    MUST(plans->setBlocks({block("Population", {QStringLiteral("stroke")})}));
    MUST(plans->setQuery(QStringLiteral("pubmed"), asked("by hand")));
    MUST(plans->writeQueries({}));
    QCOMPARE(plans->plan()->queryFor(QStringLiteral("pubmed"))->query.text, QStringLiteral("stroke[tiab]"));
    MUST(History(*desk->project).undo());
    const SearchPlan plan = *plans->plan();
    QCOMPARE(plan.queries.size(), size_t(1));
    QCOMPARE(plan.queries[0].query.text, QStringLiteral("by hand"));
    MUST(History(*desk->project).redo());
    QCOMPARE(plans->plan()->queries.size(), sources::registry().size());
    QCOMPARE(desk->faults(), QString());
}

void SearchPlansTest::travels()
{
    MUST(desk->import("a.ris", std::vector<Entry>{{"One"}}));
    MUST(plans->setBlocks({block("Population", {QStringLiteral("stroke")})}));
    MUST(plans->setQuery(QStringLiteral("scopus"), asked("TITLE(stroke)")));
    MUST(plans->setLicensed(QStringLiteral("scopus"), true));
    const QString start = desk->path("start.winnowz");
    MUST(Sharing(*desk->project).invite(desk->person("Ben"), start, {}));
    const auto copy = Sharing::accept(start, desk->path("ben.part"), desk->clock, {});
    MUST(copy);
    const auto ben = Project::open(copy->file, Project::Access::Write, desk->clock);
    MUST(ben);
    QCOMPARE(*SearchPlans(**ben).plan(), *plans->plan());
    QVERIFY(*SearchPlans(**ben).licensed(QStringLiteral("scopus")));
    QCOMPARE(faultsOf(**ben), QString());
}

void SearchPlansTest::refusals()
{
    MUST_FAIL(plans->setQuery(QStringLiteral("embase"), asked("a")), ErrorCode::UnknownDatabase);
    MUST_FAIL(plans->writeQueries({}), ErrorCode::BadInput);
    MUST_FAIL(plans->setLicensed(QStringLiteral("pubmed"), true), ErrorCode::BadInput);
    MUST_FAIL(plans->setLicensed(QStringLiteral("embase"), true), ErrorCode::UnknownDatabase);
    Reviewer cara = *desk->project->review()->reviewer(desk->person("Cara"));
    cara.roles = Role::Reader;
    MUST(Setup(*desk->project).editReviewer(cara));
    desk->as("Cara");
    MUST_FAIL(plans->setBlocks({block("Population", {QStringLiteral("stroke")})}), ErrorCode::RoleForbids);
    QVERIFY(plans->plan()->blocks.empty());
}

/// Terms of Scopus: abstracts leave the review only where the licence of the team says so.
void SearchPlansTest::licenceDecidesAboutAbstracts()
{
    const FakeSet set{.records = 3};
    LocalServer server([&](const Asked& question) { return fakeScopus(question, set); });
    net::QtTransport transport(QStringLiteral("Winnow/test"));
    FakePause pause(desk->clock);
    Online online(desk->clock, transport, pause);
    online.setAccesses([&](const sources::Service&) {
        return sources::Access{server.url(), QStringLiteral("k"), {}, {}};
    });
    MUST(desk->import("own.ris", {{.title = "From a file", .abstract = "An abstract of our own."}}, "Scopus"));
    MUST(Searches(*desk->project, online).search({QStringLiteral("scopus"), asked("TITLE(walking)")}, {}));
    QVERIFY(!Records(*desk->project).record(desk->record(3))->record.abstract.empty());
    const QString path = desk->path("out.ris");
    const auto exported = [&] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto without = Exports(*desk->project).save(path, ExportSet::All, {});
    MUST(without);
    QCOMPARE(without->records, 4);
    QCOMPARE(without->withoutAbstract, 3);
    QCOMPARE(exported().count("\nAB  - "), 1);
    QVERIFY(exported().contains("An abstract of our own."));
    MUST(plans->setLicensed(QStringLiteral("scopus"), true));
    const auto with = Exports(*desk->project).save(path, ExportSet::All, {});
    MUST(with);
    QCOMPARE(with->withoutAbstract, 0);
    QCOMPARE(exported().count("\nAB  - "), 4);
    MUST(History(*desk->project).undo());
    QVERIFY(!*plans->licensed(QStringLiteral("scopus")));
}

void SearchPlansTest::theTrailTellsIt()
{
    MUST(plans->setBlocks({block("Population", {QStringLiteral("stroke"), QStringLiteral("apoplexy")})}));
    MUST(plans->setQuery(QStringLiteral("pubmed"), asked("stroke[ti]")));
    QStringList told;
    for (const LogEntry& entry : *History(*desk->project).entries(0, 100))
        told << entry.kind + QStringLiteral("/") + entry.value;
    QVERIFY(told.contains(QStringLiteral("search block/Population: stroke, apoplexy")));
    QVERIFY(told.contains(QStringLiteral("search query/pubmed: stroke[ti]")));
}

WINNOW_TEST(SearchPlansTest)

} // namespace suite_search_plans

#include "test_search_plans.moc"
