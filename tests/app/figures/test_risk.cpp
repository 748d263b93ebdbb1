// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/RiskCases.h"
#include "figures/RiskSummary.h"
#include "figures/RiskSupport.h"
#include "figures/SaveFigure.h"
#include "figures/Style.h"
#include "figures/Text.h"
#include "figures/TrafficLight.h"
#include "figures/registry.h"
#include "support/Suite.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

namespace suite_risk {

using namespace winnow;
using namespace winnow::figures;

namespace {

template <class T> std::vector<T> marksOf(const Figure& figure)
{
    std::vector<T> found;
    for (const Mark& mark : figure.marks) {
        if (const T* m = std::get_if<T>(&mark))
            found.push_back(*m);
    }
    return found;
}

QStringList textsOf(const Figure& figure)
{
    QStringList texts;
    for (const TextMark& mark : marksOf<TextMark>(figure))
        texts << mark.text;
    return texts;
}

QStringList namesOf(const RiskTable& table)
{
    QStringList names;
    for (const RiskRow& row : table.rows)
        names << row.name;
    return names;
}

RiskTable large(int studies)
{
    RiskTable table = test::riskTable();
    table.rows.clear();
    for (int i = 0; i < studies; ++i)
        table.rows.push_back(
            {QStringLiteral("Study %1").arg(i + 1), {i % 4, (i + 1) % 4, (i + 2) % 4, i % 3}, 1.0 + i, {}});
    return table;
}

bool inside(const QRectF& inner, const QRectF& outer)
{
    return outer.adjusted(-0.3, -0.3, 0.3, 0.3).contains(inner);
}

/// Every text stands on the page and, where it begins in a cell, within that cell.
void textsAreInside(const Figure& figure)
{
    const std::vector<RectMark> cells = marksOf<RectMark>(figure);
    for (const TextMark& text : marksOf<TextMark>(figure)) {
        const QRectF covered = textBounds(text);
        QVERIFY2(inside(covered, {{0, 0}, figure.size}), qPrintable(text.text));
        for (const RectMark& cell : cells)
            QVERIFY2(!cell.rect.contains(covered.center()) || inside(covered, cell.rect), qPrintable(text.text));
    }
}

/// A file beside the sources that was looked at. WINNOW_GOLDEN=write makes it anew, to be looked at again.
void matchesGolden(const char* name, const Figure& figure)
{
    const QString path = QStringLiteral(WINNOW_TEST_DATA "/figures/%1.svg").arg(QLatin1String(name));
    const auto svg = figureBytes(figure, QStringLiteral("svg"));
    QVERIFY(svg);
    QFile file(path);
    if (qgetenv("WINNOW_GOLDEN") == "write") {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(*svg), svg->size());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QCOMPARE(*svg, file.readAll());
}

RiskTable supported()
{
    RiskTable table = test::riskTable();
    table.note = QStringLiteral("Agreed on by the appraisers: 3 of 4; the others are one appraiser’s own.");
    for (RiskRow& row : table.rows)
        row.supports = {QStringLiteral("1.1 Y: “Patients were allocated by a computer-made list” (p. 3)\n1.2 NI"),
                        QStringLiteral("Open label"),
                        {},
                        {}};
    return table;
}

/// As of MINORS: points in place of judgements, two subgroups, a long name.
RiskTable checklist()
{
    RiskTable table;
    table.items = true;
    table.levels = {{QStringLiteral("2 of 2"), QColor(0x02, 0xc1, 0x00), QStringLiteral("2")},
                    {QStringLiteral("1 of 2"), QColor(0xe2, 0xdf, 0x07), QStringLiteral("1")},
                    {QStringLiteral("0 of 2"), QColor(0xbf, 0x00, 0x00), QStringLiteral("0")}};
    for (int item = 1; item <= 8; ++item)
        table.domains.push_back({QStringLiteral("M%1").arg(item),
                                 QStringLiteral("Was what is asked by item %1 done, and told?").arg(item)});
    table.domains.push_back({QStringLiteral("Points"), QStringLiteral("Points"), true});
    const QStringList names{QStringLiteral("Fassas 1997"), QStringLiteral("Saccardi 2005"),
                            QStringLiteral("The European group for transplantation in multiple sclerosis 2012")};
    for (int study = 0; study < names.size(); ++study) {
        RiskRow row{.name = names[study], .levels = {}};
        for (int item = 0; item < 8; ++item)
            row.levels.push_back((item + study) % 3);
        row.levels.push_back(RiskRow::notJudged);
        row.group = study < 2 ? QStringLiteral("Single-arm") : QStringLiteral("Cohort");
        row.texts.resize(8);
        row.texts.push_back(QStringLiteral("%1/16").arg(9 - study));
        table.rows.push_back(row);
    }
    return table;
}

} // namespace

class TestRisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orders()
    {
        const RiskTable table = test::riskTable();
        QCOMPARE(namesOf(inOrder(table, RiskOrder::AsGiven)), namesOf(table));
        QCOMPARE(namesOf(inOrder(table, RiskOrder::Study)).join(QLatin1Char('|')),
                 QStringLiteral("Adams 2021|Burt 2019|Mancardi 2015|Zhang 2022"));
        // Both high overall; "no information" outranks nothing but stands after the worst in the legend's order.
        QCOMPARE(namesOf(inOrder(table, RiskOrder::WorstFirst)).join(QLatin1Char('|')),
                 QStringLiteral("Zhang 2022|Mancardi 2015|Burt 2019|Adams 2021"));
    }

    void groupsStayTogether()
    {
        RiskTable table = test::riskTable();
        for (const int i : {1, 3})
            table.rows[std::size_t(i)].group = QStringLiteral("Progressive");
        QCOMPARE(namesOf(inOrder(table, RiskOrder::Study)).join(QLatin1Char('|')),
                 QStringLiteral("Burt 2019|Mancardi 2015|Adams 2021|Zhang 2022"));
        const Figure figure = trafficLight(inOrder(table, RiskOrder::Study)).front();
        QCOMPARE(textsOf(figure).count(QStringLiteral("Progressive")), 1);
        textsAreInside(figure);
    }

    void trafficLightOfFourStudies()
    {
        const std::vector<Figure> pages = trafficLight(test::riskTable());
        QCOMPARE(pages.size(), 1U);
        const Figure& figure = pages.front();
        // 16 cells, one not judged, and 4 levels in the legend.
        QCOMPARE(marksOf<DiscMark>(figure).size(), 15U + 4U);
        QCOMPARE(figure.regions.size(), 16U);
        QCOMPARE(figure.keyAt(figure.regions[5].rect.center()), QStringLiteral("1/1"));
        const QStringList texts = textsOf(figure);
        QCOMPARE(texts.count(QStringLiteral("×")), 3 + 1);
        QVERIFY(texts.contains(QStringLiteral("D1: Randomisation process")));
        QVERIFY(texts.contains(QStringLiteral("Mancardi 2015")));
        QVERIFY(!texts.contains(QStringLiteral("Page 1 of 1")));
        QVERIFY(figure.description.startsWith(
            QStringLiteral("Burt 2019: D1 Low risk, D2 Some concerns, D3 Low risk, Overall Some concerns; ")));
        QVERIFY(figure.description.contains(QStringLiteral("D2 Not judged")));
        textsAreInside(figure);
    }

    void discsStandInTheirCells()
    {
        const Figure figure = trafficLight(test::riskTable()).front();
        std::vector<DiscMark> discs = marksOf<DiscMark>(figure);
        discs.resize(15);
        for (const DiscMark& disc : discs) {
            const QRectF round(disc.centre - QPointF(disc.radius, disc.radius), QSizeF(2, 2) * disc.radius);
            const bool held = std::any_of(figure.regions.begin(), figure.regions.end(),
                                          [&round](const Region& cell) { return cell.rect.contains(round); });
            QVERIFY(held);
        }
    }

    void longNamesAreBroken()
    {
        RiskTable table = test::riskTable();
        table.rows[0].name = QStringLiteral("The Scandinavian cooperative group for trials of haematopoietic stem cell "
                                            "transplantation in relapsing multiple sclerosis 2019");
        table.rows[1].name = QString(200, u'W');
        table.domains[1].label = QStringLiteral("Deviations from the intended interventions ").repeated(6);
        const Figure figure = trafficLight(table).front();
        QVERIFY(figure.size.width() < 420);
        textsAreInside(figure);
        textsAreInside(riskSummary(table, false));
    }

    void manyStudiesGoOverPages()
    {
        const std::vector<Figure> pages = trafficLight(large(150));
        QVERIFY2(pages.size() >= 5, qPrintable(QString::number(pages.size())));
        std::size_t cells = 0;
        for (const Figure& page : pages) {
            QVERIFY(page.size.height() <= 770);
            QCOMPARE(page.size.width(), pages.front().size.width());
            QVERIFY(textsOf(page).contains(QStringLiteral("Judgement")));
            cells += page.regions.size();
            textsAreInside(page);
        }
        QCOMPARE(cells, std::size_t(150 * 4));
        QVERIFY(textsOf(pages.back()).contains(QStringLiteral("Study 150")));
        QVERIFY(textsOf(pages.back()).contains(QStringLiteral("Page %1 of %1").arg(pages.size())));
    }

    /// As of MINORS: what is summed up has no disc and no bar.
    void sumsStandAsText()
    {
        RiskTable table = test::riskTable();
        table.overall = false;
        table.domains[3] = {QStringLiteral("Points"), QStringLiteral("Points"), true};
        for (RiskRow& row : table.rows) {
            row.levels[3] = RiskRow::notJudged;
            row.texts = {{}, {}, {}, QStringLiteral("114/116")};
        }
        const Figure lights = trafficLight(table).front();
        QCOMPARE(textsOf(lights).count(QStringLiteral("114/116")), 4);
        QVERIFY(lights.description.contains(QStringLiteral("Points 114/116")));
        textsAreInside(lights);
        const Figure bars = riskSummary(table, false);
        QVERIFY(!textsOf(bars).contains(QStringLiteral("Points")));
        textsAreInside(bars);
        QVERIFY(textsOf(riskSupport(table).front()).contains(QStringLiteral("114/116")));
        QCOMPARE(namesOf(inOrder(table, RiskOrder::WorstFirst)).first(), QStringLiteral("Zhang 2022"));
    }

    /// As of the IHE checklist: the sheet stays upright.
    void twentyItemsOfLongQuestions()
    {
        RiskTable table;
        table.levels = test::riskLevels();
        for (int item = 1; item <= 20; ++item)
            table.domains.push_back(
                {QString::number(item),
                 QStringLiteral(
                     "Was the length of follow-up reported and long enough for important outcomes to occur?")});
        for (int study = 1; study <= 40; ++study)
            table.rows.push_back({QStringLiteral("Study %1").arg(study), std::vector<int>(20, study % 4), 1});
        for (const Figure& page : trafficLight(table)) {
            QVERIFY(page.size.width() <= 595);
            QVERIFY(page.size.height() <= 770);
            textsAreInside(page);
        }
        textsAreInside(riskSummary(table, false));
    }

    void nothingToShow()
    {
        RiskTable table = test::riskTable();
        table.rows.clear();
        QCOMPARE(trafficLight(table).size(), 1U);
        const Figure bars = riskSummary(table, true);
        QVERIFY(marksOf<BarMark>(bars).empty());
        QVERIFY(bars.description.contains(QStringLiteral("Not judged")));
        QCOMPARE(trafficLight({}).size(), 1U);
    }

    void shares()
    {
        const RiskTable table = test::riskTable();
        QCOMPARE(riskShares(table, 0, false), (std::vector<double>{0.75, 0, 0.25, 0}));
        QCOMPARE(riskShares(table, 0, true), (std::vector<double>{0.85, 0, 0.15, 0}));
        // One was not judged: the others make up the whole.
        QCOMPARE(riskShares(table, 1, false), (std::vector<double>{1.0 / 3, 2.0 / 3, 0, 0}));
        QCOMPARE(riskShares(table, 9, false), (std::vector<double>{0, 0, 0, 0}));
    }

    void summaryBars()
    {
        const Figure figure = riskSummary(test::riskTable(), false);
        std::vector<BarMark> bars = marksOf<BarMark>(figure);
        QCOMPARE(bars[0].rect.width(), 225.0); // three of four
        QCOMPARE(bars[1].rect.width(), 75.0);
        QCOMPARE(bars[1].colour, QColor(0xbf, 0x00, 0x00));
        QCOMPARE(bars[0].rect.right(), bars[1].rect.left());
        const QStringList texts = textsOf(figure);
        QVERIFY(texts.contains(QStringLiteral("Overall risk of bias")));
        QVERIFY(texts.contains(QStringLiteral("75 %")));
        QVERIFY(texts.contains(QStringLiteral("Each study counts the same (unweighted).")));
        QVERIFY(!textsOf(riskSummary(test::riskTable(), true)).contains(texts.last()));
        QVERIFY(figure.description.startsWith(QStringLiteral("Randomisation process: Low risk 75 %, High risk 25 %")));
        textsAreInside(figure);
    }

    void symbolsAreReadOnTheirColour()
    {
        QCOMPARE(contrastRole(QColor(0xbf, 0x00, 0x00)), Role::OnDark);
        QCOMPARE(contrastRole(QColor(0x82, 0x00, 0x00)), Role::OnDark);
        QCOMPARE(contrastRole(QColor(0x02, 0xc1, 0x00)), Role::OnLight);
        QCOMPARE(contrastRole(QColor(0xe2, 0xdf, 0x07)), Role::OnLight);
        QCOMPARE(contrastRole(Qt::white), Role::OnLight);
    }

    void byYear()
    {
        RiskTable table = test::riskTable();
        const int years[] = {2019, 0, 2015, 2022};
        for (std::size_t i = 0; i < 4; ++i)
            table.rows[i].year = years[i];
        QCOMPARE(namesOf(inOrder(table, RiskOrder::Year)).join(QLatin1Char('|')),
                 QStringLiteral("Mancardi 2015|Burt 2019|Zhang 2022|Adams 2021"));
    }

    void supportByDomain()
    {
        const std::vector<Figure> pages = riskSupport(supported());
        QCOMPARE(pages.size(), 1U);
        const QStringList texts = textsOf(pages.front());
        QVERIFY(texts.contains(QStringLiteral("D2: Deviations from the intended interventions")));
        QCOMPARE(texts.count(QStringLiteral("Open label")), 4);
        QCOMPARE(texts.count(QStringLiteral("Mancardi 2015")), 4);
        QCOMPARE(marksOf<DiscMark>(pages.front()).size(), 15U);
        textsAreInside(pages.front());
    }

    /// A support longer than two pages is cut, not lost.
    void longSupportGoesOn()
    {
        RiskTable table = supported();
        QStringList words;
        for (int i = 0; i < 3000; ++i)
            words << QStringLiteral("word%1").arg(i);
        table.rows[1].supports[0] = words.join(QLatin1Char(' '));
        const std::vector<Figure> pages = riskSupport(table);
        QVERIFY(pages.size() >= 3);
        QString all;
        for (const Figure& page : pages) {
            QVERIFY(page.size.height() <= 770);
            textsAreInside(page);
            all += textsOf(page).join(QLatin1Char(' ')) + QLatin1Char(' ');
        }
        for (const QString& word : words)
            QVERIFY2(all.contains(word + QLatin1Char(' ')), qPrintable(word));
    }

    void everyKindHasPages()
    {
        FigureInput input;
        input.risk = supported();
        for (const char* kind : {"traffic-light", "rob-summary", "rob-table"}) {
            const FigureKind* made = figureKind(QString::fromLatin1(kind));
            QVERIFY2(made, kind);
            QCOMPARE(made->pages(input).size(), 1U);
        }
    }

    void golden()
    {
        RiskTable table = supported();
        table.rows[2].group = table.rows[3].group = QStringLiteral("Progressive");
        matchesGolden("traffic-light", trafficLight(inOrder(table, RiskOrder::Study)).front());
        matchesGolden("rob-summary", riskSummary(table, true));
        matchesGolden("rob-table", riskSupport(table).front());
        matchesGolden("traffic-light-items", trafficLight(checklist()).front());
    }

    void pagesAsFiles()
    {
        QTemporaryDir folder;
        const std::vector<Figure> pages = trafficLight(large(80));
        QVERIFY(pages.size() > 2);
        const auto written = saveFigures(pages, folder.filePath(QStringLiteral("plot.svg")));
        QVERIFY(written);
        QCOMPARE(written->size(), qsizetype(pages.size()));
        QCOMPARE(written->at(1), folder.filePath(QStringLiteral("plot-2.svg")));
        QVERIFY(QFile::exists(written->last()));
        const QString pdf = folder.filePath(QStringLiteral("plot.pdf"));
        QCOMPARE(saveFigures(pages, pdf).value(), QStringList(pdf));
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("/Type /Page\n"), qsizetype(pages.size()));
        QVERIFY(!saveFigures({}, pdf));
    }
};

WINNOW_WINDOW_TEST(TestRisk)

} // namespace suite_risk

#include "test_risk.moc"
