// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deduplication/Cases.h"
#include "support/Suite.h"

namespace suite_judge {

using namespace winnow;
using namespace winnow::deduplication;

namespace {

constexpr const char* longAbstract
    = "Hematopoietic stem cell transplantation represents a potentially useful approach to slow or prevent progressive "
      "disability in relapsing-remitting multiple sclerosis. We compared the effect of transplantation with disease "
      "modifying therapy on progression among one hundred and ten patients in four centres.";
constexpr const char* otherAbstract
    = "Background. Vitamin supplements are taken by many older adults for bone health. Methods. We searched five "
      "databases for randomised comparisons with placebo and pooled fractures, falls and kidney stones. Results. "
      "Thirty three trials with fifty thousand participants were found, most at low risk of bias.";

struct Pair {
    const char* what;
    Record a;
    Record b;
};

/// Copies of one document as different sources write them, and the rule that joins them.
struct Copy : Pair {
    Rule rule;
};

std::vector<Copy> copies()
{
    const Change nothing = [](Record&) {};
    const auto other = [](const char* what, Rule rule, const Change& change, const Change& first = {}) {
        Record a = withoutNumbers(first), b = withoutNumbers(first);
        change(b);
        return Copy{{what, a, b}, rule};
    };
    return {
        {{"the same PubMed ID", article(), article()}, Rule::Pmid},
        {{"the same DOI", article(), article([](Record& r) { r.pmid.clear(); })}, Rule::Doi},
        {{"online first: same DOI, other pages and year", article([](Record& r) { r.pmid.clear(); }),
          article([](Record& r) { r.pmid.clear(), r.pages = "1-10", r.volume.clear(), r.year = 2018; })},
         Rule::Doi},
        other("the same place", Rule::TitleAndPages, nothing),
        other("pages cut", Rule::TitleAndPages, [](Record& r) { r.pages = "165-74"; }),
        other("initials", Rule::TitleAndPages,
              [](Record& r) {
                  r.authors = {{"Burt RK", "", "", false}, {"Balabanov R", "", "", false}};
              }),
        other("the whole title in capitals, bracketed", Rule::TitleAndPages,
              [](Record& r) { r.title = "[EFFECT OF NONMYELOABLATIVE TRANSPLANTATION ON DISEASE PROGRESSION]."; }),
        other("a note after the title", Rule::TitleAndPages, [](Record& r) { r.title += ". [Review] [33 refs]"; }),
        other("a misspelt title", Rule::TitleAndPages,
              [](Record& r) { r.title = "Effect of nonmyeloablative transplantaton on disease progression"; }),
        other("a year off", Rule::TitleAndPages, [](Record& r) { r.year = 2018; }),
        other("volume and issue swapped", Rule::TitleAndPages, [](Record& r) { std::swap(r.volume, r.issue); }),
        other("journal abbreviated, no pages", Rule::TitleAndJournal,
              [](Record& r) { r.journal = "Mult Scler J", r.pages.clear(); }),
        other("article number against pages", Rule::TitleAndJournal, [](Record& r) { r.pages = "e12724"; }),
        other("supplement pages abbreviated", Rule::TitleAndJournal, [](Record& r) { r.pages = "Suppl-74"; }),
        other("a translation on the same pages", Rule::TitleAndPages,
              [](Record& r) { r.title = "The effect of nonmyeloablative transplantation on progressing diseases"; }),
        other("a translation in other words", Rule::TitleAndPages,
              [](Record& r) { r.title = "[Stem cells for multiple sclerosis: an open study of safety]"; }),
        other("a translation with its language", Rule::TitleAndPages,
              [](Record& r) { r.title = '[' + r.title + "] LA: Chi"; }),
        other("\"protocol\" as a word of the title, on the same pages", Rule::TitleAndPages,
              [](Record& r) { r.title += " (Essen protocol)"; }),
        other(
            "only the abstract tells", Rule::TitleAndAbstract,
            [](Record& r) { r.abstract = std::string(longAbstract) + " Copyright."; },
            [](Record& r) { r.journal.clear(), r.volume.clear(), r.pages.clear(), r.abstract = longAbstract; }),
        other("nothing but title, authors and year", Rule::TitleYearAuthor, nothing,
              [](Record& r) { r.journal.clear(), r.volume.clear(), r.issue.clear(), r.pages.clear(); }),
    };
}

void unplace(Record& r)
{
    r.journal.clear(), r.volume.clear(), r.pages.clear();
}

/// Two records without numbers that differ by `change`.
Pair other(const char* what, const Change& change, const Change& first = {})
{
    Record a = withoutNumbers(first), b = withoutNumbers(first);
    change(b);
    return Pair{what, a, b};
}

/// What could be taken for a translation of an article, and is another document.
std::vector<Pair> noTranslations()
{
    return {
        other("another article on the same pages, no translation",
              [](Record& r) { r.title = "Stem cells for multiple sclerosis: an open study of safety"; }),
        other(
            "a translation on the low pages of another issue",
            [](Record& r) { r.title = "[Stem cells for multiple sclerosis: an open study of safety]"; },
            [](Record& r) { r.pages = "1-9"; }),
        other(
            "a translation with another abstract",
            [](Record& r) {
                r.title = "[Stem cells for multiple sclerosis: an open study of safety]", r.abstract = otherAbstract;
            },
            [](Record& r) { r.abstract = longAbstract; }),
        other("an erratum that gives the pages of its article",
              [](Record& r) { r.title = "[Erratum to a study of stem cells]"; }),
    };
}

/// What looks alike otherwise.
std::vector<Pair> others()
{
    return {
        other("conference abstract and article",
              [](Record& r) { r.type = "Conference Abstract", r.pages = "S79", r.volume = "320", r.year = 2018; }),
        other("conference abstract without a type, in a supplement",
              [](Record& r) { r.type.clear(), r.pages = "S79-S80", r.journal = "Neurology", r.volume = "12"; }),
        other(
            "the same abstract at two conferences",
            [](Record& r) { r.journal = "Neurology", r.volume = "92", r.pages = "P4.2"; },
            [](Record& r) { r.type = "Conference Abstract"; }),
        other(
            "part I and part II", [](Record& r) { r.title = "Transplantation in disease, part II: treatment"; },
            [](Record& r) { r.title = "Transplantation in disease, part I: treatment"; }),
        other(
            "parts of one page", [](Record& r) { r.title = "Guideline on transplantation in disease. 2"; },
            [](Record& r) { r.title = "Guideline on transplantation in disease. 1"; }),
        other("erratum", [](Record& r) { r.title = "Erratum: " + r.title, r.pages = "300"; }),
        other("erratum on the same page", [](Record& r) { r.title = "Correction to: " + r.title; }),
        other("comment", [](Record& r) { r.title = "Comment on: " + r.title, r.pages = "175"; }),
        other("reply", [](Record& r) { r.title += ": reply", r.pages = "176"; }),
        other("protocol and results", [](Record& r) { r.title += ": study protocol", r.year = 2018; }),
        other(
            "versions of a registry entry", [](Record& r) { r.nct = "NCT00000002"; },
            [](Record& r) { r.nct = "NCT00000001", r.type = "Trial registry record", unplace(r); }),
        other("registry entry and paper", [](Record& r) { r.type = "Trial registry record", unplace(r); }),
        other("preprint and article",
              [](Record& r) { r.type = "Preprint", r.journal = "medRxiv", r.volume.clear(), r.pages.clear(); }),
        other("two cohorts of one group in one year", [](Record& r) { r.pages = "201-210"; }),
        other(
            "two cohorts, named",
            [](Record& r) { r.title = "Outcome of transplantation: the Lund cohort", r.pages = "201-210"; },
            [](Record& r) { r.title = "Outcome of transplantation: the Oslo cohort"; }),
        other(
            "next year's guideline",
            [](Record& r) {
                r.title = "Standards of care in diabetes 2020", r.year = 2020, r.volume = "322", r.pages = "1-10";
            },
            [](Record& r) { r.title = "Standards of care in diabetes 2019"; }),
        other("next year's guideline under the same title",
              [](Record& r) { r.year = 2020, r.volume = "322", r.pages = "1-10"; }),
        other("the same title by another group",
              [](Record& r) {
                  r.authors = {{"Loh", "Yvonne", "", false}}, r.journal = "Blood", r.volume = "9", r.pages = "5-9";
              }),
        other(
            "different trials by one team under one title", [](Record& r) { r.nct = "NCT00000002"; },
            [](Record& r) { r.nct = "NCT00000001"; }),
        other(
            "phase 2 and phase 3", [](Record& r) { r.title = "A phase III trial of transplantation in disease"; },
            [](Record& r) { r.title = "A phase II trial of transplantation in disease"; }),
        other(
            "the opposite", [](Record& r) { r.title = "Hypertension after transplantation in old patients"; },
            [](Record& r) { r.title = "Hypotension after transplantation in old patients", r.pages = "S12"; }),
        other(
            "another substance on one page of abstracts",
            [](Record& r) { r.title = "Pleurodesis with bleomycin in malignant effusion"; },
            [](Record& r) { r.title = "Pleurodesis with tetracycline in malignant effusion", r.pages = "S12"; }),
        other(
            "the same title, authors and year, nothing else, other abstracts",
            [](Record& r) { r.abstract = otherAbstract; },
            [](Record& r) { r.journal.clear(), r.volume.clear(), r.pages.clear(), r.abstract = longAbstract; }),
        {"different DOIs", article([](Record& r) { r.pmid.clear(); }),
         article([](Record& r) { r.pmid.clear(), r.doi = "10.1/x"; })},
        {"different PubMed IDs", article(), article([](Record& r) { r.pmid = "1"; })},
        {"abstracts under the DOI of a supplement", article([](Record& r) { r.pmid.clear(); }), article([](Record& r) {
             r.pmid.clear(), r.title = "Vitamin D and the risk of fracture in women",
                             r.authors = {{"Smith", "A", "", false}};
         })},
        other(
            "editorials", [](Record& r) { r.pages = "301-302"; }, [](Record& r) { r.title = "Editorial"; }),
        {"nothing", Record(), Record()},
    };
}

/// What looks alike and is another document.
std::vector<Pair> lookAlikes()
{
    std::vector<Pair> pairs = others();
    for (Pair& pair : noTranslations())
        pairs.push_back(std::move(pair));
    return pairs;
}

} // namespace

class TestJudge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesAreJoined_data()
    {
        QTest::addColumn<int>("at");
        for (std::size_t i = 0; i < copies().size(); ++i)
            QTest::newRow(copies()[i].what) << int(i);
    }
    void copiesAreJoined()
    {
        QFETCH(int, at);
        const Copy copy = copies()[std::size_t(at)];
        const Finding finding = between(copy.a, copy.b);
        QCOMPARE(finding.doubt, Doubt::None);
        QCOMPARE(finding.rule, copy.rule);
        QVERIFY(finding.score >= certainScore && finding.score <= 1);
    }
    void lookAlikesStayApart_data()
    {
        QTest::addColumn<int>("at");
        for (std::size_t i = 0; i < lookAlikes().size(); ++i)
            QTest::newRow(lookAlikes()[i].what) << int(i);
    }
    void lookAlikesStayApart()
    {
        QFETCH(int, at);
        const Pair pair = lookAlikes()[std::size_t(at)];
        const Finding finding = between(pair.a, pair.b);
        QCOMPARE(finding.rule, Rule::None);
        QVERIFY(finding.doubt != Doubt::None);
        QVERIFY(finding.score < certainScore);
    }
    void otherReportsAreNotEvenAsked()
    {
        const Finding preprint = between(withoutNumbers(), withoutNumbers([](Record& r) { r.type = "Preprint"; }));
        QCOMPARE(preprint.doubt, Doubt::Kind);
        QVERIFY(!preprint.possible);
        const Finding part = between(withoutNumbers([](Record& r) { r.title += ", part I"; }),
                                     withoutNumbers([](Record& r) { r.title += ", part II"; }));
        QCOMPARE(part.doubt, Doubt::Part);
        QVERIFY(!part.possible);
    }
    void doubtIsAsked()
    {
        const Finding pages = between(withoutNumbers(), withoutNumbers([](Record& r) { r.pages = "175-180"; }));
        QVERIFY(pages.possible);
        QCOMPARE(pages.doubt, Doubt::Pages);
        const Finding dois = between(article([](Record& r) { r.pmid.clear(); }),
                                     article([](Record& r) { r.pmid.clear(), r.doi = "10.1/x"; }));
        QVERIFY(dois.possible); // one of them may be mistyped
        QCOMPARE(dois.doubt, Doubt::Doi);
    }
    void whatIsMissingIsNotTold()
    {
        const auto told
            = accords(compare(traitsOf(withoutNumbers()),
                              traitsOf(withoutNumbers([](Record& r) { r.pages = "300-301", r.volume.clear(); }))));
        const std::vector<AspectAccord> expected{{Aspect::Title, Accord::Same},
                                                 {Aspect::Authors, Accord::Same},
                                                 {Aspect::Year, Accord::Same},
                                                 {Aspect::Journal, Accord::Same},
                                                 {Aspect::Pages, Accord::Different}};
        QCOMPARE(told, expected);
    }
};

WINNOW_TEST(TestJudge)

} // namespace suite_judge

#include "test_judge.moc"
