// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/FlowCases.h"
#include "figures/FlowFigure.h"
#include "figures/Text.h"
#include "figures/registry.h"
#include "support/Suite.h"

namespace suite_flow {

using namespace winnow;
using namespace winnow::figures;

namespace {

QStringList texts(const Figure& figure)
{
    QStringList found;
    for (const Mark& mark : figure.marks)
        if (const TextMark* text = std::get_if<TextMark>(&mark))
            found << text->text;
    return found;
}

QString allText(const Figure& figure)
{
    return texts(figure).join(u' ');
}

QStringList keys(const Figure& figure)
{
    QStringList found;
    for (const Region& region : figure.regions)
        found << region.key;
    return found;
}

/// What can be read inside the region of a key.
QString textAt(const Figure& figure, const QString& key)
{
    QStringList found;
    for (const Region& region : figure.regions) {
        if (region.key != key)
            continue;
        for (const Mark& mark : figure.marks)
            if (const TextMark* text = std::get_if<TextMark>(&mark))
                if (region.rect.adjusted(-0.5, -0.5, 0.5, 0.5).contains(textBounds(*text)))
                    found << text->text;
    }
    return found.join(u' ');
}

int count(const Figure& figure, Role role)
{
    int n = 0;
    for (const Mark& mark : figure.marks)
        if (const RectMark* rect = std::get_if<RectMark>(&mark))
            n += rect->role == role;
    return n;
}

FlowOptions withOther()
{
    FlowOptions options;
    options.otherMethods = true;
    return options;
}

} // namespace

class TestFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixturesAddUp()
    {
        QCOMPARE(brokenIdentities(test::typicalFlow()), std::vector<QString>());
        QCOMPARE(brokenIdentities(test::otherMethodsFlow()), std::vector<QString>());
        QCOMPARE(brokenIdentities(test::interimFlow()), std::vector<QString>());
    }

    void keysOfTheFirstTemplate()
    {
        const QStringList expected{
            QStringLiteral("database_results"),
            QStringLiteral("database_results/PubMed"),
            QStringLiteral("database_results/Scopus"),
            QStringLiteral("register_results"),
            QStringLiteral("register_results/ClinicalTrials.gov"),
            QStringLiteral("duplicates"),
            QStringLiteral("excluded_automatic"),
            QStringLiteral("excluded_other"),
            QStringLiteral("records_screened"),
            QStringLiteral("records_excluded"),
            QStringLiteral("dbr_sought_reports"),
            QStringLiteral("dbr_notretrieved_reports"),
            QStringLiteral("dbr_assessed"),
            QStringLiteral("dbr_excluded"),
            QStringLiteral("dbr_excluded/Outcome not measured"),
            QStringLiteral("dbr_excluded/Wrong population"),
            QStringLiteral("dbr_excluded/No cell therapy"),
            QStringLiteral("dbr_excluded/Not in humans"),
            QStringLiteral("new_studies"),
            QStringLiteral("new_reports"),
        };
        QCOMPARE(keys(flowFigure(test::typicalFlow())), expected);
    }

    void numbersStandUnderTheirKeys_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        const char* rows[][2] = {
            {"database_results", "Databases (n = 2,892)"},
            {"database_results/Scopus", "Scopus (n = 1,688)"},
            {"register_results", "Registers (n = 212)"},
            {"duplicates", "Duplicate records removed (n = 794)†"},
            {"excluded_automatic", "Records marked as ineligible by automation tools (n = 0)"},
            {"excluded_other", "Records removed for other reasons (n = 0)"},
            {"records_screened", "Records screened (n = 2,310)‡"},
            {"records_excluded", "Records excluded (n = 1,500)"},
            {"awaiting_screening", "Records awaiting screening (n = 414)"},
            {"dbr_sought_reports", "Reports sought for retrieval (n = 96)"},
            {"dbr_notretrieved_reports", "Reports not retrieved (n = 4)"},
            {"awaiting_retrieval", "Reports awaiting retrieval (n = 10)"},
            {"dbr_assessed", "Reports assessed for eligibility (n = 82)"},
            {"dbr_excluded", "Reports excluded:"},
            {"dbr_excluded/Wrong population", "Wrong population (n = 21)"},
            {"awaiting_assessment", "Reports awaiting assessment (n = 9)"},
            {"awaiting_classification", "Reports awaiting classification (n = 2)"},
            {"ongoing", "Reports of ongoing studies (n = 1)"},
            {"website_results", "Websites (n = 5)†"},
            {"organisation_results", "Organisations (n = 2)"},
            {"citations_results", "Citation searching (n = 8)"},
            {"other_results", "Other (experts, authors, hand searching) (n = 3)"},
            {"other_sought_reports", "Reports sought for retrieval (n = 14)"},
            {"other_notretrieved_reports", "Reports not retrieved (n = 1)"},
            {"other_awaiting_retrieval", "Reports awaiting retrieval (n = 2)"},
            {"other_assessed", "Reports assessed for eligibility (n = 11)"},
            {"other_excluded/Wrong design", "Wrong design (n = 6)"},
            {"other_awaiting_assessment", "Reports awaiting assessment (n = 1)"},
            {"new_studies", "Studies included in review (n = 15)"},
            {"new_reports", "Reports of included studies (n = 18)"},
            {"not_read_stopped", "‡ Of these, not read: screening was stopped by a rule (n = 300)"},
        };
        for (const auto& row : rows)
            QTest::newRow(row[0]) << QString::fromUtf8(row[0]) << QString::fromUtf8(row[1]);
    }

    void numbersStandUnderTheirKeys()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        const Figure figure = flowFigure(test::interimFlow(), withOther());
        QCOMPARE(textAt(figure, key), text);
        QCOMPARE(keys(figure).count(key), 1);
    }

    void pendingBoxesOnlyWhilePending()
    {
        const Figure done = flowFigure(test::otherMethodsFlow(), withOther());
        QCOMPARE(count(done, Role::PendingBox), 0);
        QCOMPARE(count(done, Role::Stamp), 0);
        QVERIFY(!allText(done).contains(QStringLiteral("Interim")));
        const Figure interim = flowFigure(test::interimFlow(), withOther());
        QCOMPARE(count(interim, Role::PendingBox), 5);
        QCOMPARE(count(interim, Role::Stamp), 1);
        QVERIFY(
            texts(interim).contains(QStringLiteral("Interim: records pending (n = 414), reports pending (n = 22)")));
    }

    void classificationAloneIsNotInterim()
    {
        FlowCounts counts = test::typicalFlow();
        counts.main.awaitingClassification = 2;
        counts.main.ongoing = 1;
        const Figure figure = flowFigure(counts);
        QCOMPARE(count(figure, Role::Stamp), 0);
        QCOMPARE(count(figure, Role::PendingBox), 0);
        QCOMPARE(count(figure, Role::Box), count(flowFigure(test::typicalFlow()), Role::Box) + 2);
    }

    void declaredNumbersAreMarkedAndExplained()
    {
        const QStringList shown = texts(flowFigure(test::interimFlow(), withOther()));
        QVERIFY(shown.contains(QStringLiteral("† Duplicate records removed: 300 declared by Ana on 2026-04-12: "
                                              "de-duplicated in EndNote before import, 100% by hand")));
        QVERIFY(shown.contains(QStringLiteral("† Websites: 5 declared by Ben on 2026-04-12: looked at by hand")));
        FlowCounts counts = test::typicalFlow();
        QVERIFY(!allText(flowFigure(counts)).contains(u'†'));
        counts.declared = {{QStringLiteral("website_results"), 5, QStringLiteral("w"), QStringLiteral("Ben"), 0}};
        QVERIFY(!allText(flowFigure(counts)).contains(u'†')); // its box is not drawn
        counts.declared
            = {{QStringLiteral("database_results/PubMed"), 4, QStringLiteral("%1"), QStringLiteral("%2"), 0}};
        FlowOptions totals;
        totals.perSource = false;
        const Figure figure = flowFigure(counts, totals);
        QCOMPARE(textAt(figure, QStringLiteral("database_results")), QStringLiteral("Databases (n = 2,892)†"));
        QVERIFY(texts(figure).contains(QStringLiteral("† Databases: 4 declared by %2 on 1970-01-01: %1")));
    }

    void stoppingRuleIsNamed()
    {
        FlowOptions options;
        options.stoppingRule = QStringLiteral("SAFE on 3 May 2026");
        QVERIFY(allText(flowFigure(test::interimFlow(), options))
                    .contains(QStringLiteral("screening was stopped by SAFE on 3 May 2026 (n = 300)")));
    }

    void options()
    {
        FlowOptions options;
        options.perSource = false;
        options.reasonsByFrequency = true;
        const Figure figure = flowFigure(test::typicalFlow(), options);
        QVERIFY(!keys(figure).contains(QStringLiteral("database_results/PubMed")));
        const QStringList reasons = keys(figure).filter(QStringLiteral("dbr_excluded/"));
        QCOMPARE(reasons,
                 QStringList({QStringLiteral("dbr_excluded/Wrong population"),
                              QStringLiteral("dbr_excluded/No cell therapy"),
                              QStringLiteral("dbr_excluded/Outcome not measured"),
                              QStringLiteral("dbr_excluded/Not in humans")}));
    }

    void otherColumnIsDrawnWhenNumbersNeedIt()
    {
        QVERIFY(!drawsOtherMethods(test::typicalFlow(), {}));
        QVERIFY(drawsOtherMethods(test::typicalFlow(), withOther()));
        QVERIFY(drawsOtherMethods(test::otherMethodsFlow(), {}));
        QCOMPARE(count(flowFigure(test::otherMethodsFlow()), Role::OtherTitle), 1);
        QCOMPARE(count(flowFigure(test::typicalFlow()), Role::OtherTitle), 0);
    }

    void emptyReview()
    {
        const Figure figure = flowFigure(FlowCounts{});
        QCOMPARE(textAt(figure, QStringLiteral("dbr_excluded")), QStringLiteral("Reports excluded (n = 0)"));
        QCOMPARE(textAt(figure, QStringLiteral("new_studies")), QStringLiteral("Studies included in review (n = 0)"));
    }

    void clicksFindTheirKey()
    {
        const Figure figure = flowFigure(test::typicalFlow());
        for (const Region& region : figure.regions)
            QCOMPARE(figure.keyAt(region.rect.center()), region.key);
        QCOMPARE(figure.keyAt(QPointF(1, 1)), QString());
    }

    void wordsAreReplaceable()
    {
        FlowWords words;
        words.numbers = QLocale(QLocale::German);
        words.databases = QStringLiteral("Datenbanken");
        const Figure figure = flowFigure(test::typicalFlow(), {}, words);
        QCOMPARE(textAt(figure, QStringLiteral("database_results")), QStringLiteral("Datenbanken (n = 2.892)"));
    }

    void saysItInWords()
    {
        QCOMPARE(flowFigure(test::typicalFlow()).description,
                 QStringLiteral("Records identified from databases and registers: 3,104; records screened: 2,310; "
                                "reports assessed for eligibility: 92; studies included: 29; reports of included "
                                "studies: 38."));
    }

    void registryMakesEachKind()
    {
        FigureInput input;
        input.flow = test::typicalFlow();
        for (const FigureKind& kind : figureKinds()) {
            QCOMPARE(figureKind(kind.key), &kind);
            QVERIFY(!kind.pages(input).empty());
            QVERIFY(!kind.pages(input).front().marks.empty());
        }
        QVERIFY(figureKind(u"flow"));
        QVERIFY(!figureKind(u"pie"));
    }
};

WINNOW_WINDOW_TEST(TestFlow)

} // namespace suite_flow

#include "test_flow.moc"
