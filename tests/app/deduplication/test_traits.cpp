// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Journal.h"
#include "deduplication/Names.h"
#include "deduplication/Traits.h"
#include "support/Suite.h"

#include <array>
#include <random>

namespace suite_traits {

using namespace winnow;
using namespace winnow::deduplication;

namespace {

Likeness alike(const char* a, const char* b)
{
    const Likeness found = likeness(titleOf(a), titleOf(b));
    if (likeness(titleOf(b), titleOf(a)) != found)
        qFatal("not symmetric: %s", a);
    return found;
}

AuthorMatch byline(const std::vector<Author>& a, const std::vector<Author>& b)
{
    return matchAuthors(authorNames(a), authorNames(b));
}

JournalMatch journals(const char* a, const char* b)
{
    const JournalMatch found = matchJournals(journalNames(a), journalNames(b));
    if (matchJournals(journalNames(b), journalNames(a)) != found)
        qFatal("not symmetric: %s", a);
    return found;
}

} // namespace

class TestTraits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titles()
    {
        QCOMPARE(titleOf("A Phase-II trial of β-blockers: part I").words,
                 std::string("a phase 2 trial of beta blockers part 1"));
        QCOMPARE(titleOf("Vitamin C &amp; the <i>patient's</i> mood. [Review] [33 refs]").words,
                 std::string("vitamin c the patients mood"));
        QCOMPARE(titleOf(" ,.").letters, std::string());
        QCOMPARE(alike("", "Stem cells"), Likeness::Missing);
        QCOMPARE(alike("p16(INK4A) expression", "p16INK4a expression"), Likeness::Equal);
        QCOMPARE(alike("Randomised trial of the tumour marker in women", "Randomized trial of tumor marker in women"),
                 Likeness::Near);
        QCOMPARE(alike("Atypical squamous cells in screening results", "Atypical squamos cells in screening resuls"),
                 Likeness::Near);
        QCOMPARE(alike("Interferon alpha in chronic hepatitis of the young",
                       "Interferon gamma in chronic hepatitis of the young"),
                 Likeness::Similar);
        QCOMPARE(alike("Optimal therapy of malignant effusions", "Optimal therapy of malignant effusions: a trial"),
                 Likeness::Contained);
        QCOMPARE(alike("Editorial", "Editorial: on the use of nets"), Likeness::Different); // too short to tell
        QCOMPARE(alike("Vitamin D and the risk of fracture", "Stem cells in multiple sclerosis"), Likeness::Different);
    }
    void numbers()
    {
        const auto differ = [](const char* a, const char* b) { return numbersDiffer(titleOf(a), titleOf(b)); };
        QVERIFY(differ("Phase II trial", "Phase III trial"));
        QVERIFY(differ("Guideline 2019", "Guideline 2020"));
        QVERIFY(!differ("Phase II trial", "Phase 2 trial"));
        QVERIFY(!differ("Guideline 2019", "Guideline"));
        QVERIFY(!differ("alpha v beta 3 integrin", "alphavbeta3 integrin"));
    }
    void words()
    {
        QVERIFY(sameWord("tumour", "tumor"));
        QVERIFY(sameWord("results", "resuls"));
        QVERIFY(!sameWord("hypertension", "hypotension"));
        QVERIFY(!sameWord("preoperative", "postoperative"));
        QVERIFY(!sameWord("males", "females"));
        QVERIFY(!sameWord("symptomatic", "asymptomatic"));
        QVERIFY(!sameWord("p16", "p53"));
        QCOMPARE(alignment("abcd", "abxd"), 0.75);
        QCOMPARE(alignment("", ""), 1.0);
        QCOMPARE(alignment("abc", ""), 0.0);
        const std::string longText(3000, 'a');
        QCOMPARE(alignment(longText, longText + "b"), 1.0);
        QCOMPARE(alignment(std::string(64, 'a') + std::string(64, 'b'), std::string(64, 'b')), 128.0 / 192);
    }
    void pages()
    {
        struct Row {
            const char* written;
            const char* first;
            const char* last;
        };
        static constexpr std::array rows{
            Row{"123-8", "123", "128"},
            Row{"123–128", "123", "128"},
            Row{"pp. 123-128", "123", "128"},
            Row{"e123", "e123", ""},
            Row{"S12-15", "s12", "s15"},
            Row{"S12A-S15", "s12a", "s15"},
            Row{"2243-5; author reply 2246", "2243", "2245"},
            Row{"233-238+230-235+246-251", "230", "235"},
            Row{"\"230-5, 246-51, 233-8\"", "230", "235"},
            Row{"Suppl-29", "", "29"},
            Row{"t-8", "", "8"},
            Row{"13-May", "", ""},
            Row{"01-Jun", "", ""},
            Row{"no pagination", "", ""},
            Row{"-", "", ""},
            Row{"99999999999999999999-7", "99999999999999999999", "99999999999999999997"},
        };
        for (const Row& row : rows) {
            const Pages pages = pagesOf(row.written);
            QCOMPARE(QByteArray::fromStdString(pages.first), QByteArray(row.first));
            QCOMPARE(QByteArray::fromStdString(pages.last), QByteArray(row.last));
        }
    }
    void pagesTogether()
    {
        const auto together = [](const char* a, const char* b) {
            const PageMatch found = match(pagesOf(a), pagesOf(b));
            if (match(pagesOf(b), pagesOf(a)) != found)
                qFatal("not symmetric: %s", a);
            return found;
        };
        QCOMPARE(together("123-8", "123-128"), PageMatch::Both);
        QCOMPARE(together("123", "123-128"), PageMatch::First);
        QCOMPARE(together("S417-S429", "Suppl-29"), PageMatch::Near);
        QCOMPARE(together("569", "567-569"), PageMatch::Near);
        QCOMPARE(together("108", "viii108"), PageMatch::Near);
        QCOMPARE(together("1-6", "e12724"), PageMatch::Unlike);
        QCOMPARE(together("e169", "169"), PageMatch::First);
        QCOMPARE(together("246-250", "250-254"), PageMatch::Apart);
        QCOMPARE(together("", "250-254"), PageMatch::Missing);
        QVERIFY(isSupplementPage(pagesOf("S79")));
        QVERIFY(isSupplementPage(pagesOf("102A-103A")));
        QVERIFY(!isSupplementPage(pagesOf("e79")));
        QVERIFY(!isSupplementPage(pagesOf("79-85")));
    }
    void authors()
    {
        QCOMPARE(byline({{"van der Graaf", "Y", "", false}}, {{"Van Graaf", "Y D", "", false}}), AuthorMatch::Same);
        QCOMPARE(byline({{"Muñoz", "N", "", false}}, {{"Mu?oz", "Nubia", "", false}}), AuthorMatch::Same);
        QCOMPARE(byline({{"Smith JA", "", "", false}}, {{"Smith", "John", "", false}}), AuthorMatch::Same);
        QCOMPARE(byline({{"Smith", "A", "", false}}, {{"Smith", "B", "", false}}), AuthorMatch::Partly);
        QCOMPARE(byline({{"Smith", "A", "", false}}, {{"Loh", "B", "", false}}), AuthorMatch::Different);
        QCOMPARE(byline({{"Tong", "H", "", false}, {"Wang", "Z", "", false}},
                        {{"Hua", "T", "", false}, {"Wang", "Z", "", false}}),
                 AuthorMatch::Same);
        QCOMPARE(byline({{"ALTS Group", "", "", true}}, {{"Solomon", "D", "", false}}), AuthorMatch::Missing);
        QCOMPARE(byline({}, {{"Solomon", "D", "", false}}), AuthorMatch::Missing);
        QCOMPARE(firstAuthorKey(authorNames({{"Macedo Barcelos", "A C", "", false}})), std::string("barcelos"));
    }
    void journalNamesMeet()
    {
        QCOMPARE(journals("The Lancet Oncology", "Lancet Oncol"), JournalMatch::Same);
        QCOMPARE(journals("JAMA", "Journal of the American Medical Association"), JournalMatch::Same);
        QCOMPARE(journals("Obstetrics & Gynecology", "Obstetrics and Gynecology"), JournalMatch::Same);
        QCOMPARE(journals("J Natl Cancer Inst", "Journal of the National Cancer Institute"), JournalMatch::Same);
        QCOMPARE(journals("Ai zheng = Chinese journal of cancer", "Chinese Journal of Cancer"), JournalMatch::Same);
        QCOMPARE(journals("BMJ (Clinical research ed.)", "BMJ"), JournalMatch::Same);
        QCOMPARE(journals("Cancer", "Cancer Research"), JournalMatch::Maybe);
        QCOMPARE(journals("Cancer Research", "Clinical Cancer Research"), JournalMatch::Different);
        QCOMPARE(journals("", "BMJ"), JournalMatch::Missing);
    }
    void parts()
    {
        QCOMPARE(partNumber("Guideline. Part II: treatment"), 2);
        QCOMPARE(partNumber("part three of it"), 3);
        QCOMPARE(partNumber("Pt. iv"), 4);
        QCOMPARE(partNumber("a part of the party, part of 3"), 0);
        QCOMPARE(partNumber("part 99999999999999999999"), 0);
        QCOMPARE(volumeKey("Vol. 012(Suppl 1)"), std::string("12"));
        QCOMPARE(volumeKey("Publish Ahead"), std::string("publishahead"));
    }
    void kinds()
    {
        Record r;
        QCOMPARE(kindOf(r), DocumentKind::Unknown);
        r.database = "ClinicalTrials.gov";
        QCOMPARE(kindOf(r), DocumentKind::RegistryEntry);
        r.journal = "BMJ";
        QCOMPARE(kindOf(r), DocumentKind::Unknown);
        r = {};
        r.type = "Article";
        r.doi = "10.1101/2020.01.02.20003";
        QCOMPARE(kindOf(r), DocumentKind::Preprint);
        r.doi = "10.1101/gad.1234";
        QCOMPARE(kindOf(r), DocumentKind::Article);
        r.type = "Conference Abstract";
        QCOMPARE(kindOf(r), DocumentKind::ConferenceAbstract);
    }
    /// Whatever stands in a file: no crash, valid UTF-8, and folding what is folded changes nothing.
    void anyBytes()
    {
        std::mt19937 dice(20261125);
        for (int round = 0; round < 4000; ++round) {
            std::string bytes(dice() % 60, '\0');
            for (char& byte : bytes)
                byte = static_cast<char>(dice() % 4 ? dice() % 256 : " [](-<&;=:"[dice() % 10]);
            Record r;
            r.title = r.journal = r.pages = r.volume = r.abstract = bytes;
            r.authors = {{bytes, bytes, bytes, round % 2 == 0}};
            const Traits traits = traitsOf(r);
            for (const std::string* text :
                 {&traits.title.words, &traits.title.letters, &traits.authors, &traits.journal})
                QVERIFY(QString::fromStdString(*text).toStdString() == *text);
            QCOMPARE(foldedWordsTwice(bytes), true);
            QCOMPARE(likeness(traits.title, traits.title),
                     traits.title.letters.empty() ? Likeness::Missing : Likeness::Equal);
        }
    }

private:
    static bool foldedWordsTwice(const std::string& bytes)
    {
        const Title once = titleOf(bytes);
        return titleOf(once.words).letters == once.letters || once.words.find("retracted") == 0;
    }
};

WINNOW_TEST(TestTraits)

} // namespace suite_traits

#include "test_traits.moc"
