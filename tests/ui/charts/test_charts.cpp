// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ChartTableModel.h"
#include "charts/PlotView.h"
#include "charts/SavePlot.h"
#include "services/Theme.h"
#include "support/Suite.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QGraphicsTextItem>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace suite_charts {

using namespace winnow;
using namespace winnow::ui;

namespace {

ChartMark mark(const char* key, const QStringList& names, std::initializer_list<double> numbers)
{
    ChartMark m{QString::fromUtf8(key), names, {}};
    for (const double n : numbers)
        m.numbers.emplace_back(n);
    return m;
}

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u'|');
}

/// Data as the project gives them, with literal numbers.
ChartData dataOf(const char* id)
{
    const QLatin1String kind(id);
    if (kind == QLatin1String("progress"))
        return {{mark("2026-05-03/1/1", words("2026-05-03|Ana|title"), {30}),
                 mark("2026-05-03/2/1", words("2026-05-03|Ben|title"), {10}),
                 mark("2026-05-05/1/1", words("2026-05-05|Ana|title"), {5})},
                45};
    if (kind == QLatin1String("agreement")) {
        ChartMark m = mark("1/1/2", words("title|Ana|Ben"), {100, 20, 5, 7, 68, 0.88, 0.6875, 0.51, 0.86, 0.76, 0.8});
        return {{m}, 100};
    }
    if (kind == QLatin1String("sources"))
        return {{mark("1", words("Scopus|databases"), {120, 82}), mark("2", words("PubMed|databases"), {80, 42})}, 200};
    if (kind == QLatin1String("overlap"))
        return {{mark("1", words("Scopus"), {1, 82}), mark("2", words("PubMed"), {1, 42}),
                 mark("1+2", words("Scopus + PubMed"), {2, 38})},
                162};
    if (kind == QLatin1String("years"))
        return {{mark("1998", words("1998"), {20}), mark("2001", words("2001"), {30}),
                 mark("2014", words("2014"), {60}), mark("0", words(""), {4})},
                114};
    if (kind == QLatin1String("journals")) {
        ChartData data;
        for (int i = 1; i <= 12; ++i)
            data.marks.push_back(mark("j", {QStringLiteral("Journal %1").arg(i)}, {double(20 - i)}));
        data.total = 162;
        return data;
    }
    if (kind == QLatin1String("reasons"))
        return {{mark("1/0", words("title|"), {900}), mark("2/5", words("fulltext|Wrong population"), {30}),
                 mark("2/6", words("fulltext|No data"), {10})},
                940};
    if (kind == QLatin1String("entities"))
        return {{mark("3 MESH:D008545", words("disease|Melanoma|MESH:D008545"), {84}),
                 mark("1 673", words("gene|BRAF|673"), {20})},
                104};
    return {{mark("rct", words("RCT"), {84}), mark("animal", words("animal"), {20})}, 100};
}

const ChartFace& face(const char* id)
{
    static const ChartFaces faces = chartFaces();
    for (const auto& one : faces) {
        if (QLatin1String(one->id()) == QLatin1String(id))
            return *one;
    }
    qFatal("no face for %s", id);
}

} // namespace

/// What the charts say and draw of literal data, and what their files hold.
class UiChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasAFace()
    {
        const ChartFaces faces = chartFaces();
        QCOMPARE(faces.size(), chartKinds().size());
        for (const ChartKind& kind : chartKinds()) {
            const ChartFace& one = face(kind.id);
            QCOMPARE(one.heads().size(), qsizetype(kind.columns.size()));
            QVERIFY(!one.name().isEmpty());
            QVERIFY(!one.nothing().isEmpty());
        }
    }

    void findings_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("note");
        const auto row = [](const char* id, const char* sentence, const char* note) {
            QTest::newRow(id) << QString::fromUtf8(sentence) << QString::fromUtf8(note);
        };
        row("progress", "Votes so far: 45 (Ana 35, Ben 10)",
            "How many, never which: what others voted stays hidden until conflicts are opened.");
        row("agreement", "Ana and Ben agree on 88 % of 100 reports (κ 0.69)",
            "From the votes as they were when conflicts were opened; maybe counts as include.");
        row("sources", "Scopus alone brought 41 % of the records", "");
        row("overlap", "23 % of the reports were found by more than one source", "");
        row("years", "55 % of the reports are from 2014 or later", "Not drawn, without a year: 4.");
        row("journals", "Ten of 12 journals hold 90 % of the reports",
            "The 8 largest are drawn; 4 more, with 38 reports, stand in the table.");
        row("reasons", "“Wrong population” accounts for 75 % of 40 exclusions at full text",
            "As the flow diagram counts them; which reports is told where you have voted or conflicts were opened.");
        row("entities", "84 records speak of Melanoma", "Seen by machines (PubTator): some are wrong.");
        row("labels", "“RCT” is on 84 of 100 labelled reports",
            "Yours, and those of others where conflicts were opened.");
    }
    void findings()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, note);
        const char* id = QTest::currentDataTag();
        QCOMPARE(face(id).finding(dataOf(id)), sentence);
        QCOMPARE(face(id).note(dataOf(id)), note);
    }

    void findingsOfTheEdges()
    {
        ChartData one{{mark("1", words("PubMed|databases"), {7, 7})}, 7};
        QCOMPARE(face("sources").finding(one), QStringLiteral("All records are from PubMed"));
        one.marks.push_back(mark("2", words("Scopus|databases"), {3, 3}));
        one.total = 10;
        QCOMPARE(face("sources").finding(one), QStringLiteral("PubMed brought 70 % of the records"));
        QVERIFY(face("sources").note(one).startsWith(QLatin1String("Nothing is joined across sources")));
        const ChartData unknown{{mark("0", words(""), {4})}, 4};
        QCOMPARE(face("years").finding(unknown), QStringLiteral("No report has a year"));
        QVERIFY(face("years").plot(unknown).items.empty());
        QCOMPARE(face("journals").finding(unknown), QStringLiteral("No report names a journal"));
        ChartMark kappaless = mark("1/1/2", words("title|Ana|Ben"), {3, 3, 0, 0, 0, 1});
        kappaless.numbers.resize(11);
        QCOMPARE(face("agreement").finding({{kappaless}, 3}),
                 QStringLiteral("Ana and Ben agree on 100 % of 3 reports (κ –)"));
    }

    void plotsHoldEveryNumberOnce()
    {
        const Plot progress = face("progress").plot(dataOf("progress"));
        QCOMPARE(progress.series, words("Ana|Ben"));
        QCOMPARE(progress.items.size(), size_t(3)); // the day without votes is drawn
        QCOMPARE(progress.items[1].sum(), 0.0);
        QCOMPARE(progress.items[0].parts[1].keys, words("2026-05-03/2/1"));
        const Plot years = face("years").plot(dataOf("years"));
        QCOMPARE(years.items.size(), size_t(17)); // 1998 to 2014
        QCOMPARE(years.items[3].name, QStringLiteral("2001"));
        QCOMPARE(years.items[3].parts[0].value, 30.0);
        const Plot sources = face("sources").plot(dataOf("sources"));
        QCOMPARE(sources.items[0].parts[0], (PlotPart{82, words("1/alone")}));
        QCOMPARE(sources.items[0].parts[1].value, 38.0);
        QCOMPARE(face("reasons").plot(dataOf("reasons")).items.size(), size_t(2));
        QCOMPARE(face("overlap").plot(dataOf("overlap")).items[0].name, QStringLiteral("Scopus only"));
    }

    void neighboursArePutTogether()
    {
        Plot plot;
        plot.series = QStringList{QStringLiteral("n")};
        for (int i = 0; i < 7; ++i)
            plot.items.push_back({QString::number(i), {{double(i), {QString::number(i)}}}});
        const auto join = [](const QString& a, const QString& b) { return QString(a + u'-' + b); };
        QCOMPARE(thinned(plot, 7, join), plot);
        const Plot thin = thinned(plot, 3, join);
        QCOMPARE(thin.items.size(), size_t(3));
        QCOMPARE(thin.items[0].name, QStringLiteral("0-2"));
        QCOMPARE(thin.items[1].parts[0], (PlotPart{12, words("3|4|5")}));
        QCOMPARE(thin.items[2].name, QStringLiteral("6"));
    }

    void roundSteps_data()
    {
        QTest::addColumn<double>("top");
        QTest::addColumn<QList<double>>("steps");
        QTest::newRow("nothing") << 0.0 << QList<double>{0, 1};
        QTest::newRow("one") << 1.0 << QList<double>{0, 1};
        QTest::newRow("three") << 3.0 << QList<double>{0, 1, 2, 3};
        QTest::newRow("seven") << 7.0 << QList<double>{0, 2, 4, 6, 8};
        QTest::newRow("percent") << 100.0 << QList<double>{0, 20, 40, 60, 80, 100};
        QTest::newRow("412") << 412.0 << QList<double>{0, 100, 200, 300, 400, 500};
    }
    void roundSteps()
    {
        QFETCH(double, top);
        QFETCH(QList<double>, steps);
        const auto made = ui::roundSteps(top);
        QCOMPARE(QList<double>(made.begin(), made.end()), steps);
    }

    void theTableHoldsAll_data()
    {
        QTest::addColumn<int>("marks");
        for (const ChartKind& kind : chartKinds())
            QTest::newRow(kind.id) << int(dataOf(kind.id).marks.size());
    }
    void theTableHoldsAll()
    {
        QFETCH(int, marks);
        const char* id = QTest::currentDataTag();
        ChartTableModel model(face(id));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setData(dataOf(id));
        QCOMPARE(model.rowCount(), marks);
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                QVERIFY(!model.index(row, column).data().toString().isEmpty());
            QVERIFY(!model.rowText(row).isEmpty());
        }
        QVERIFY(!model.markAt(model.rowCount()));
        QVERIFY(!model.markAt(-1));
        model.setData({});
        QCOMPARE(model.rowCount(), 0);
    }

    void keysGoFromPartToPart()
    {
        Theme theme;
        PlotView view(theme);
        view.resize(500, 260);
        view.setPlot(face("sources").plot(dataOf("sources")));
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view, test::patienceMs));
        view.setFocus();
        QCOMPARE(view.currentText(), QStringLiteral("Scopus, Found here alone: 82"));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.currentText(), QStringLiteral("Scopus, Found elsewhere as well: 38"));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentText(), QStringLiteral("PubMed, Found here alone: 42"));
        QSignalSpy opened(&view, &PlotView::opened);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toStringList(), words("2/alone"));
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentText(), QStringLiteral("Scopus, Found here alone: 82"));
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.currentText(), QStringLiteral("Scopus, Found here alone: 82"));
    }

    void aClickOpensThePartUnderIt_data()
    {
        QTest::addColumn<bool>("arabic");
        QTest::newRow("left to right") << false;
        QTest::newRow("right to left") << true;
    }
    void aClickOpensThePartUnderIt()
    {
        QFETCH(bool, arabic);
        Theme theme;
        PlotView view(theme);
        view.setLayoutDirection(arabic ? Qt::RightToLeft : Qt::LeftToRight);
        view.resize(500, 260);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view, test::patienceMs));
        QSignalSpy opened(&view, &PlotView::opened);
        for (const char* id : {"sources", "progress"}) {
            const Plot plot = face(id).plot(dataOf(id));
            view.setPlot(plot);
            view.grab();
            for (int item = 0; item < int(plot.items.size()); ++item) {
                for (int part = 0; part < int(plot.series.size()); ++part) {
                    const QRect place = view.placeOf(item, part);
                    QCOMPARE(place.isEmpty(), plot.items[size_t(item)].parts[size_t(part)].value <= 0);
                    if (place.isEmpty())
                        continue;
                    QVERIFY(view.rect().contains(place));
                    opened.clear();
                    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place.center());
                    QCOMPARE(opened.count(), 1);
                    QCOMPARE(opened[0][0].toStringList(), plot.items[size_t(item)].parts[size_t(part)].keys);
                }
            }
        }
        // Bars grow away from their names: to the right, mirrored to the left.
        view.setPlot(face("sources").plot(dataOf("sources")));
        view.grab();
        QCOMPARE(view.placeOf(0, 1).center().x() > view.placeOf(0, 0).center().x(), !arabic);
    }

    void everyLabelIsReadOnASmallCard_data()
    {
        QTest::addColumn<bool>("arabic");
        QTest::newRow("left to right") << false;
        QTest::newRow("right to left") << true;
    }
    void everyLabelIsReadOnASmallCard()
    {
        QFETCH(bool, arabic);
        const Theme theme;
        PlotView view(theme);
        view.setLayoutDirection(arabic ? Qt::RightToLeft : Qt::LeftToRight);
        view.resize(388, 160);
        const auto labels = [&view](const char* id) {
            view.setPlot(face(id).plot(dataOf(id)));
            view.grab();
            QStringList shown;
            for (const QGraphicsItem* item : view.scene()->items()) {
                const auto* text = qgraphicsitem_cast<const QGraphicsTextItem*>(item);
                if (text && text->isVisible())
                    shown << text->toPlainText();
            }
            return shown;
        };
        const QStringList shares = labels("agreement");
        QVERIFY2(shares.contains(QStringLiteral("0 %")) && shares.contains(QStringLiteral("100 %")),
                 qPrintable(shares.join(u'|')));
        const QStringList journals = labels("journals");
        QVERIFY2(journals.contains(QStringLiteral("Journal 1 · 19"))
                     && journals.contains(QStringLiteral("Journal 8 · 12")),
                 qPrintable(journals.join(u'|')));
    }

    void filesHoldTextAsText_data()
    {
        QTest::addColumn<int>("marks");
        for (const ChartKind& kind : chartKinds())
            QTest::newRow(kind.id) << int(dataOf(kind.id).marks.size());
    }
    void filesHoldTextAsText()
    {
        const char* id = QTest::currentDataTag();
        const QString finding = face(id).finding(dataOf(id));
        const PrintedPlot printed{face(id).plot(dataOf(id)), finding, face(id).note(dataOf(id)), false};
        const auto svg = plotBytes(printed, QStringLiteral("svg"));
        QVERIFY(svg);
        const QString text = QString::fromUtf8(*svg);
        QVERIFY2(text.contains(finding.left(20).toHtmlEscaped()), qPrintable(text.left(1500)));
        QVERIFY(text.contains(QStringLiteral("width=\"169.333mm\"")) || text.contains(QStringLiteral("width=\"169.")));
        const qsizetype alias = text.indexOf(QStringLiteral("Sans Serif\""));
        QVERIFY2(alias < 0, qPrintable(text.mid(std::max<qsizetype>(0, alias - 300), 600)));
        if (QByteArray(id) == "sources")
            QVERIFY(text.contains(QStringLiteral("PubMed")));
        QVERIFY(!text.contains(QStringLiteral("...")));
        const auto pdf = plotBytes(printed, QStringLiteral("PDF"));
        QVERIFY(pdf && pdf->startsWith("%PDF"));
        const auto png = plotBytes(printed, QStringLiteral("png"));
        QVERIFY(png);
        const QImage image = QImage::fromData(*png);
        QCOMPARE(image.width(), 2000); // 640 px of 96 to the inch at 300
        QCOMPARE(image.pixelColor(3, 3), QColor(Qt::white));
        QVERIFY(!plotBytes(printed, QStringLiteral("gif")));
    }

    void filesAreWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const PrintedPlot printed{face("labels").plot(dataOf("labels")), QStringLiteral("T"), {}, false};
        QVERIFY(savePlot(printed, folder.filePath(QStringLiteral("a.svg"))));
        const auto nowhere = savePlot(printed, folder.filePath(QStringLiteral("no/such/a.svg")));
        QVERIFY(!nowhere && nowhere.error().code == ErrorCode::FileNotWritable);
        const auto strange = savePlot(printed, folder.filePath(QStringLiteral("a.gif")));
        QVERIFY(!strange && strange.error().code == ErrorCode::BadInput);
    }

    /// Series are told apart in grey: neighbours differ by at least a tenth of the way from black to white.
    void fillsDifferInGrey()
    {
        const Colours c = lightColours();
        const PlotLook look{c.paper, c.paperInk, c.paperInk, c.line, c.accent, c.exclude, {}, 100, false};
        QList<int> greys;
        for (int series = 0; series < PlotChart::distinctFills; ++series)
            greys << qGray(PlotChart::fillOf(look, series).color().rgb());
        std::sort(greys.begin(), greys.end());
        for (int i = 1; i < greys.size(); ++i)
            QVERIFY2(greys[i] - greys[i - 1] >= 25, qPrintable(QString::number(greys[i] - greys[i - 1])));
    }
};

WINNOW_WINDOW_TEST(UiChartsTest)

} // namespace suite_charts

#include "test_charts.moc"
