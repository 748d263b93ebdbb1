// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Evidence.h"

#include <QTest>

#include <functional>

using namespace winnow;
using namespace winnow::deduplication;

namespace {

/// An article with every field that is compared, except a trial number.
Record article()
{
    Record r;
    r.title = "Effect of nonmyeloablative transplantation on disease progression";
    r.authors = {{"Burt", "Richard K", "", false}};
    r.year = 2019;
    r.journal = "JAMA";
    r.volume = "321";
    r.pages = "165-174";
    r.doi = "10.1001/jama.2018.18743";
    r.pmid = "30644983";
    r.type = "Journal Article";
    return r;
}

/// Joined by its title only.
Record withoutNumbers()
{
    Record r = article();
    r.doi.clear();
    r.pmid.clear();
    return r;
}

using Change = std::function<void(Record&)>;

std::optional<Contradiction> between(const Record& a, const Record& b)
{
    const auto found = contradiction(evidenceOf(a), evidenceOf(b));
    // Whatever is found one way must be found the other way.
    if (contradiction(evidenceOf(b), evidenceOf(a)) != found)
        qFatal("not symmetric");
    return found;
}

std::optional<Contradiction> changed(const Change& change)
{
    Record b = article();
    change(b);
    return between(article(), b);
}

std::optional<Contradiction> titled(const char* a, const char* b)
{
    Record left = article(), right = article();
    left.title = a;
    right.title = b;
    return between(left, right);
}

std::optional<Contradiction> typed(const char* a, const char* b, const Change& change = {})
{
    Record left = article(), right = article();
    left.type = a;
    right.type = b;
    if (change)
        change(right);
    return between(left, right);
}

const std::optional<Contradiction> none;

} // namespace

class TestEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameDoesNotContradict()
    {
        QVERIFY(!between(article(), article()));
        QVERIFY(!between(article(), Record()));
        QVERIFY(!between(Record(), Record()));
    }
    void numbersContradict()
    {
        QVERIFY(changed([](Record& r) { r.pmid = "1"; }) == Contradiction::Pmid);
        QVERIFY(changed([](Record& r) { r.doi = "10.1/x"; }) == Contradiction::Doi);
        QVERIFY(changed([](Record& r) { r.pmid.clear(); }) == none);
        QVERIFY(changed([](Record& r) { r.doi.clear(); }) == none);
        QVERIFY(changed([](Record& r) { r.nct = "NCT00000001"; }) == none);
        Record a = article(), b = article();
        a.nct = "NCT00000001";
        b.nct = "NCT00000002";
        QVERIFY(between(a, b) == Contradiction::TrialNumber);
    }
    void titlesContradict()
    {
        QVERIFY(titled("Stem cells in multiple sclerosis", "Mitoxantrone in multiple sclerosis")
                == Contradiction::Title);
        // One inside the other: a subtitle left out
        QVERIFY(titled("Stem cells in multiple sclerosis", "Stem cells in multiple sclerosis: a trial") == none);
        QVERIFY(titled("Stem cells in multiple sclerosis", "RETRACTED: Stem cells in multiple sclerosis.") == none);
        // 19 letters are too few for that, 20 are enough
        QVERIFY(titled("Abcdefghij klmnopqrs", "Abcdefghij klmnopqrs: a trial") == Contradiction::Title);
        QVERIFY(titled("Abcdefghij klmnopqrst", "Abcdefghij klmnopqrst: a trial") == none);
        QVERIFY(titled("", "Stem cells in multiple sclerosis") == none);
        QVERIFY(titled("Interferon-β in relapsing disease", "Interferon-beta in <i>relapsing</i> disease") == none);
    }
    void yearsContradict()
    {
        QVERIFY(changed([](Record& r) { r.year = 2018; }) == none);
        QVERIFY(changed([](Record& r) { r.year = 2020; }) == none);
        QVERIFY(changed([](Record& r) { r.year = 0; }) == none);
        QVERIFY(changed([](Record& r) { r.year = 2017; }) == Contradiction::Year);
        QVERIFY(changed([](Record& r) { r.year = 2021; }) == Contradiction::Year);
    }
    void volumesContradict()
    {
        QVERIFY(changed([](Record& r) { r.volume = "322"; }) == Contradiction::Volume);
        QVERIFY(changed([](Record& r) { r.volume = "Vol. 321 Suppl 2"; }) == none);
        QVERIFY(changed([](Record& r) { r.volume = "0321"; }) == none);
        QVERIFY(changed([](Record& r) { r.volume.clear(); }) == none);
    }
    void firstPagesContradict()
    {
        QVERIFY(changed([](Record& r) { r.pages = "165"; }) == none);
        QVERIFY(changed([](Record& r) { r.pages = "165-74"; }) == none);
        QVERIFY(changed([](Record& r) { r.pages = "pp. 165–174"; }) == none);
        QVERIFY(changed([](Record& r) { r.pages.clear(); }) == none);
        QVERIFY(changed([](Record& r) { r.pages = "no pagination"; }) == none);
        QVERIFY(changed([](Record& r) { r.pages = "166-174"; }) == Contradiction::FirstPage);
        QVERIFY(changed([](Record& r) { r.pages = "e165"; }) == Contradiction::FirstPage);
    }
    void kindsContradict()
    {
        QVERIFY(typed("Journal Article", "Review") == none);
        QVERIFY(typed("Journal Article", "") == none);
        QVERIFY(typed("Trial registry record", "Journal Article") == Contradiction::Kind);
        QVERIFY(typed("Trial registry record", "") == Contradiction::Kind); // it has a page in a volume
        QVERIFY(typed("Trial registry record", "", [](Record& r) { r.volume.clear(), r.pages.clear(); }) == none);
        QVERIFY(typed("Preprint", "Journal Article") == Contradiction::Kind);
        QVERIFY(typed("Trial registry record", "Preprint") == Contradiction::Kind);
        QVERIFY(typed("Conference Abstract", "Trial registry record") == Contradiction::Kind);
    }
    void abstractAgainstArticle()
    {
        const Change elsewhere = [](Record& r) { r.pages.clear(); };
        QVERIFY(typed("Conference Abstract", "Article", elsewhere) == Contradiction::Kind);
        QVERIFY(typed("Meeting Abstract", "Journal Article", elsewhere) == Contradiction::Kind);
        QVERIFY(typed("Conference Abstract", "Meeting Abstract", elsewhere) == none);
        QVERIFY(typed("Conference Abstract", "", elsewhere) == none);
        // On one page of one volume stands one document, whatever the sources call it.
        QVERIFY(typed("Conference Abstract", "Article") == none);
    }
    void abstractsOfTwoConferencesContradict()
    {
        Record a = withoutNumbers(), b = withoutNumbers();
        a.type = b.type = "Conference Abstract";
        a.journal = "Multiple Sclerosis Journal";
        b.journal = "Mult. Scler.";
        QVERIFY(between(a, b) == none);
        b.journal = "Neurology";
        QVERIFY(between(a, b) == Contradiction::Conference);
        b.journal.clear();
        QVERIFY(between(a, b) == none);
        b.journal = "Neurology";
        a.doi = b.doi = "10.1/a"; // one number: two names of one journal
        QVERIFY(between(a, b) == none);
        a.doi = b.doi = "";
        a.type = b.type = "Article"; // names of journals differ too much to tell for anything else
        QVERIFY(between(a, b) == none);
    }
    void journals()
    {
        QCOMPARE(journalKey("The Journal of Neurology & Neurosurgery (Online)"),
                 std::string("journal neurology neurosurgery online"));
        QCOMPARE(journalKey("Médecine/Sciences"), std::string("medecine sciences"));
        QCOMPARE(journalKey(" . "), std::string());
        const auto same = [](const char* x, const char* y) { return maybeSameJournal(journalKey(x), journalKey(y)); };
        QVERIFY(same("J Neurol", "Journal of Neurology"));
        QVERIFY(same("J Neurol", "Journal of Neurology, Neurosurgery and Psychiatry"));
        QVERIFY(same("", "Neurology"));
        QVERIFY(!same("J Neurol", "Journal of Immunology"));
        QVERIFY(!same("Blood", "Bone Marrow Transplant"));
    }
    void noticesContradict()
    {
        const char* plain = "Stem cells in multiple sclerosis";
        for (const char* notice :
             {"Erratum: Stem cells in multiple sclerosis", "Stem cells in multiple sclerosis (correction)",
              "Corrigendum to: Stem cells in multiple sclerosis", "Comment on: Stem cells in multiple sclerosis",
              "Stem cells in multiple sclerosis: Reply", "Re: Stem cells in multiple sclerosis",
              "Response to: Stem cells in multiple sclerosis", "Retraction: Stem cells in multiple sclerosis",
              "Expression of concern: Stem cells in multiple sclerosis"})
            QVERIFY2(titled(plain, notice) == Contradiction::Notice, notice);
        QVERIFY(titled("Correction of anaemia in sclerosis", "CORRECTION OF ANAEMIA IN SCLEROSIS") == none);
        QVERIFY(titled(plain, "Stem cells in multiple sclerosis [see comment]") == none);
        QVERIFY(titled(plain, "Stem cells in multiple sclerosis. [Erratum appears in Lancet 2001;1:2]") == none);
        QVERIFY(titled("Complete response to stem cells", "Complete response to stem cells: a trial") == none);
        QVERIFY(titled("", "Erratum") == none);
    }
    void partsContradict()
    {
        Record a = article(), b = article();
        a.title = "Transplantation in multiple sclerosis, part I";
        b.title = "Transplantation in multiple sclerosis, part II";
        QVERIFY(between(a, b) == Contradiction::Part); // though one title stands inside the other
        b.title = "Transplantation in multiple sclerosis, part 1";
        QVERIFY(between(a, b) == Contradiction::Title);
        b.title = "Transplantation in multiple sclerosis";
        QVERIFY(between(a, b) == none);
    }
    void partNumbers()
    {
        QCOMPARE(partNumber("Guideline. Part II: treatment"), 2);
        QCOMPARE(partNumber("PART 12"), 12);
        QCOMPARE(partNumber("part three of it"), 3);
        QCOMPARE(partNumber("Pt. iv"), 4);
        QCOMPARE(partNumber("a part of the party, part of 3"), 0);
        QCOMPARE(partNumber("part 99999999999999999999"), 0);
        QCOMPARE(partNumber("part"), 0);
        QCOMPARE(partNumber(""), 0);
    }
    void firstPages()
    {
        const std::array<std::array<const char*, 2>, 21> rows{
            {{"123-8", "123"},      {"123-128", "123"},     {"123–128", "123"},
             {"e123", "e123"},      {"E123-E130", "e123"},  {"S12-S15", "s12"},
             {"123A-125A", "123a"}, {"123 and 130", "123"}, {"p. 123", "123"},
             {"p123", "123"},       {"pp 123-8", "123"},    {"Pages 5-6", "5"},
             {"0123", "123"},       {"CD001234", "cd1234"}, {"", ""},
             {"n/a", ""},           {"no pagination", ""},  {"xii-xv", ""},
             {"0-0", ""},           {"online 12", ""},      {"pp.", ""}}};
        for (const auto& [pages, first] : rows)
            QVERIFY2(firstPageOf(pages) == first, pages);
    }
    void volumes()
    {
        QCOMPARE(volumeKey("12"), std::string("12"));
        QCOMPARE(volumeKey("Vol. 012(Suppl 1)"), std::string("12"));
        QCOMPARE(volumeKey("Publish Ahead"), std::string("publishahead"));
        QCOMPARE(volumeKey(""), std::string());
    }
    void kinds()
    {
        Record r;
        QCOMPARE(kindOf(r), DocumentKind::Unknown);
        r.database = "ClinicalTrials.gov";
        QCOMPARE(kindOf(r), DocumentKind::RegistryEntry);
        r.journal = "BMJ";
        QCOMPARE(kindOf(r), DocumentKind::Unknown);
        r.journal = "https://clinicaltrials.gov/show/NCT00000001";
        QCOMPARE(kindOf(r), DocumentKind::RegistryEntry);
        r = {};
        r.journal = "medRxiv : the preprint server";
        QCOMPARE(kindOf(r), DocumentKind::Preprint);
        r = {};
        r.type = "Article";
        r.doi = "10.1101/2020.01.02.20003";
        QCOMPARE(kindOf(r), DocumentKind::Preprint);
        r.doi = "10.1101/gad.1234";
        QCOMPARE(kindOf(r), DocumentKind::Article);
        r.type = "Conference Abstract";
        QCOMPARE(kindOf(r), DocumentKind::ConferenceAbstract);
        r.type = "conference paper";
        QCOMPARE(kindOf(r), DocumentKind::Unknown);
    }
    void sameEntryNamesTheStrongestRule()
    {
        QVERIFY(sameEntry(article(), article()) == Rule::Pmid);
        Record b = article();
        b.pmid.clear();
        QVERIFY(sameEntry(article(), b) == Rule::Doi);
        QVERIFY(sameEntry(article(), withoutNumbers()) == Rule::TitleYearAuthor);
        QVERIFY(sameEntry(withoutNumbers(), article()) == Rule::TitleYearAuthor);
        b = article();
        b.year = 2020;
        QVERIFY(sameEntry(article(), b) == Rule::Pmid);
        b.pmid = "1";
        QVERIFY(!sameEntry(article(), b));
    }
    void titleNeedsYearAndAuthor()
    {
        const std::vector<Change> spoilers{
            [](Record& r) { r.year = 2020; }, [](Record& r) { r.year = 0; }, [](Record& r) { r.authors.clear(); },
            [](Record& r) { r.authors[0].family = "Loh"; }, [](Record& r) { r.title += " again"; }};
        for (const Change& spoil : spoilers) {
            Record b = withoutNumbers();
            spoil(b);
            QVERIFY(!sameEntry(article(), b));
        }
        QVERIFY(!sameEntry(Record(), Record()));
    }
    void shortTitlesNeedTheirPage()
    {
        Record a = withoutNumbers(), b = withoutNumbers();
        a.title = b.title = "Editorial";
        QVERIFY(sameEntry(a, b) == Rule::TitleYearAuthor);
        b.pages.clear();
        QVERIFY(!sameEntry(a, b));
        a.pages.clear();
        QVERIFY(!sameEntry(a, b));
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "test_evidence.moc"
