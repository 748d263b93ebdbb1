// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Hash.h"
#include "deduplication/Normalise.h"
#include "support/Suite.h"

#include <array>

namespace suite_normalise {

using namespace winnow;
using namespace winnow::deduplication;

namespace {

struct Row {
    const char* written;
    const char* key;
};

Record paper()
{
    Record r;
    r.title = "Cell therapy in multiple sclerosis";
    r.authors = {{"Burt", "Richard K", "", false}, {"Loh", "Yvonne", "", false}};
    r.year = 2019;
    r.doi = "10.1001/jama.2018.18743";
    r.pmid = "30644983";
    r.sourceId = "2-s2.0-85059";
    return r;
}

} // namespace

class TestNormalise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titleKey_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("key");
        static constexpr std::array rows{
            Row{"", ""},
            Row{" .,;-", ""},
            Row{"Cell Therapy in MS: a Phase-2 trial.", "celltherapyinmsaphase2trial"},
            Row{"[Cell therapy]", "celltherapy"},
            Row{"A & B", "ab"},
            Row{"A &amp; B", "ab"},
            Row{"A&amp;amp;B", "ab"},
            Row{"p < 0.05 and p <0.01 or <= 3", "p005andp001or3"},
            Row{"if x <y and z> 3", "ifxyandz3"},
            Row{"Trailing <", "trailing"},
            Row{"Trailing &", "trailing"},
            Row{"R&D; costs", "rdcosts"},
            // markup
            Row{"CD4<sup>+</sup> cells", "cd4cells"},
            Row{"H<sub>2</sub>O and H<inf>2</inf>O", "h2oandh2o"},
            Row{"<i>In vitro</i> study", "invitrostudy"},
            Row{"&lt;i&gt;In vitro&lt;/i&gt; study", "invitrostudy"},
            Row{"<span class=\"x\">A</span><br/>b<br />c", "abc"},
            Row{"<mml:math xmlns:mml=\"u\"><mml:mi>k</mml:mi></mml:math>", "k"},
            Row{"<em>open", "open"},
            Row{"a <b", "ab"},
            // entities
            Row{"Interferon-&beta;", "interferonbeta"},
            Row{"Interferon-&#946;", "interferonbeta"},
            Row{"Interferon-&#x3B2;", "interferonbeta"},
            Row{"Caf&eacute; &szlig; &Uuml;", "cafessu"},
            Row{"&#0; &#xD800; &#99999999; &;", "0xd80099999999"},
            // Greek, accents, ligatures, other letters
            Row{"Interferon-β", "interferonbeta"},
            Row{"INTERFERON-Β", "interferonbeta"},
            Row{"µg of TGF-β1 and ϕ", "mugoftgfbeta1andphi"},
            Row{"ς and σ", "sigmaandsigma"},
            Row{"Sclérose en plaques", "scleroseenplaques"},
            Row{"Scle\u0301rose", "sclerose"},
            Row{"Müller, Strauß, STRAẞ", "mullerstraussstrass"},
            Row{"Łódź Ærø Þórr Œuvre Đorđe", "lodzaerothorroeuvredorde"},
            Row{"ﬁbrosis eﬀect ﬄ", "fibrosiseffectffl"},
            Row{"İstanbul ırmak", "istanbulirmak"},
            Row{"m² and CO₂ and ½", "m2andco2and12"},
            Row{"ＦＵＬＬ　１２", "full12"},
            Row{"Drug™ and Drug®", "druganddrug"},
            Row{"“Quotes” – dash — dash…", "quotesdashdash"},
            Row{"Qurʼan Hawaiʻi", "quranhawaii"},
            Row{"a\u00adb\u200bc\u00a0d", "abcd"},
            // other scripts
            Row{"多发性硬化 的治疗", "多发性硬化的治疗"},
            Row{"多発性硬化症：ステージ２", "多発性硬化症ステーシ2"},
            Row{"다발성 경화증", "다발성경화증"},
            Row{"Рассеянный склероз", "рассеянныисклероз"},
            Row{"التصلب المتعدد ٢٠١٩", "التصلبالمتعدد2019"},
            // not UTF-8
            Row{"a\xff\xfe b", "ab"},
            Row{"caf\xe9", "caf"},
        };
        int number = 0;
        for (const Row& row : rows)
            QTest::addRow("%d", number++) << QByteArray(row.written) << QByteArray(row.key);
    }
    void titleKey()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, key);
        QCOMPARE(QByteArray::fromStdString(deduplication::titleKey(written.toStdString())), key);
    }
    void keysOfKeysAreThemselves()
    {
        for (const char* text : {"Interferon-β &amp; <i>x</i>", "다발성 경화증", "ΑΒΓ ½ İ"}) {
            const std::string key = deduplication::titleKey(text);
            QCOMPARE(deduplication::titleKey(key), key);
        }
    }
    void longHostileTitlesTakeNoLonger()
    {
        const std::string signs(200'000, '&');
        std::string tags, notes = "T ";
        for (int i = 0; i < 100'000; ++i) {
            tags += "<a ";
            notes += "[see comment] ";
        }
        QCOMPARE(deduplication::titleKey(signs), std::string());
        QCOMPARE(deduplication::titleKey(tags).size(), std::size_t(100'000));
        QCOMPARE(titleProper(notes), std::string_view("T "));
    }
    void notesOfDatabasesAreNotTheTitle()
    {
        QCOMPARE(titleProper("A trial [see comment]."), std::string_view("A trial "));
        QCOMPARE(titleProper("A trial. [Erratum appears in Lancet 2001;1:2] [see comments]"),
                 std::string_view("A trial. "));
        QCOMPARE(titleProper("[Erratum and truth]"), std::string_view("[Erratum and truth]"));
        QCOMPARE(titleProper("A trial [Spanish]"), std::string_view("A trial [Spanish]"));
        QCOMPARE(titleProper(""), std::string_view(""));
    }
    void familyKeys()
    {
        QCOMPARE(familyKey({"O'Brien", "Pat", "Jr", false}), std::string("obrien"));
        QCOMPARE(familyKey({"van der Berg", "J", "", false}), std::string("vanderberg"));
        QCOMPARE(familyKey({"Müller-Łukasz", "", "", false}), std::string("mullerlukasz"));
        QCOMPARE(familyKey({"Smith JA", "", "", false}), std::string("smith"));
        QCOMPARE(familyKey({"Smith J.-A.", "", "", false}), std::string("smith"));
        QCOMPARE(familyKey({"Van Os", "", "", false}), std::string("vanos"));
        QCOMPARE(familyKey({"Study Group MS", "", "", true}), std::string("studygroupms"));
        QCOMPARE(familyKey({"", "", "", false}), std::string());
    }
    void keysComeFromWhatIsThere()
    {
        const RecordKeys keys = keysOf(paper());
        QCOMPARE(keys.doi, hash64("10.1001/jama.2018.18743"));
        QCOMPARE(keys.pmid, hash64("30644983"));
        QCOMPARE(keys.title,
                 hash64("celltherapyinmultiplesclerosis\x1f"
                        "2019\x1f"
                        "burt"));
        QCOMPARE(keys.accession,
                 hash64("2-s2.0-85059\x1f"
                        "celltherapyinmultiplesclerosis"));
        QCOMPARE(keysOf(Record()), RecordKeys());
    }
    void titleKeyNeedsTitleYearAndAuthor()
    {
        Record r = paper();
        r.year = 0;
        QCOMPARE(keysOf(r).title, std::uint64_t(0));
        r = paper();
        r.authors.clear();
        QCOMPARE(keysOf(r).title, std::uint64_t(0));
        r = paper();
        r.title = "…";
        QCOMPARE(keysOf(r).title, std::uint64_t(0));
        QVERIFY(keysOf(r).accession != 0);
        r.sourceId.clear();
        QCOMPARE(keysOf(r).accession, std::uint64_t(0));
    }
    void differentWritingSameKey()
    {
        Record a = paper(), b = paper();
        b.title = "CELL THERAPY IN MULTIPLE SCLEROSIS [see comment].";
        b.authors = {{"BURT RK", "", "", false}};
        QCOMPARE(keysOf(a).title, keysOf(b).title);
        b.year = 2020;
        QVERIFY(keysOf(a).title != keysOf(b).title);
    }
};

WINNOW_TEST(TestNormalise)

} // namespace suite_normalise

#include "test_normalise.moc"
