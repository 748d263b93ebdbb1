// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/FlowCases.h"
#include "figures/FlowFigure.h"
#include "figures/Text.h"
#include "support/Suite.h"

#include <QFontMetricsF>
#include <QTransform>

namespace suite_layout {

using namespace winnow;
using namespace winnow::figures;

namespace {

constexpr double tolerance = 0.3; // points

template <class T> std::vector<T> marksOf(const Figure& figure)
{
    std::vector<T> found;
    for (const Mark& mark : figure.marks)
        if (const T* m = std::get_if<T>(&mark))
            found.push_back(*m);
    return found;
}

/// Measured apart from the code under test: another size of the font, kerning and ligatures as the system likes.
QRectF measured(const TextMark& mark)
{
    QFont font(figureFamily());
    font.setPixelSize(qRound(mark.size * 64));
    font.setWeight(mark.weight);
    font.setItalic(mark.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(mark.text) / 64;
    const double left = mark.anchor == Anchor::Start ? 0 : mark.anchor == Anchor::Middle ? -width / 2 : -width;
    const QRectF upright(left, -metrics.ascent() / 64, width, (metrics.ascent() + metrics.descent()) / 64);
    return QTransform().translate(mark.at.x(), mark.at.y()).rotate(mark.rotation).mapRect(upright);
}

bool inside(const QRectF& inner, const QRectF& outer)
{
    return outer.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(inner);
}

/// The inside of a box, without its rule.
QRectF core(const QRectF& rect)
{
    return rect.adjusted(0.5, 0.5, -0.5, -0.5);
}

bool onEdge(QPointF p, const QRectF& r)
{
    const bool within = r.adjusted(-0.01, -0.01, 0.01, 0.01).contains(p);
    return within && !r.adjusted(0.01, 0.01, -0.01, -0.01).contains(p);
}

FlowWords longWords()
{
    FlowWords words;
    words.identification = QStringLiteral("Identifizierung der Veröffentlichungen");
    words.screening = QStringLiteral("Vorauswahl und Prüfung der Volltexte nach den vorab festgelegten Kriterien");
    words.included = QStringLiteral("Eingeschlossene Studien und Berichte");
    words.viaDatabases = QStringLiteral("Identifizierung der Studien über Datenbanken und Register ").repeated(4);
    words.interim = QStringLiteral("Zwischenstand mit noch ausstehenden Entscheidungen aller Beteiligten ").repeated(3)
        + QStringLiteral("%1");
    words.assessed = QStringLiteral("Berichtsveröffentlichungseignungsprüfungsverfahrensschritte");
    return words;
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void geometry_data()
    {
        QTest::addColumn<int>("flow");
        QTest::addColumn<bool>("other");
        QTest::addColumn<bool>("translated");
        const char* names[] = {"empty", "typical", "other methods", "interim", "extreme"};
        for (int flow = 0; flow < 5; ++flow)
            for (const bool other : {false, true})
                for (const bool translated : {false, true})
                    QTest::addRow("%s%s%s", names[flow], other ? " v2" : " v1", translated ? " long words" : "")
                        << flow << other << translated;
    }

    void geometry()
    {
        QFETCH(int, flow);
        QFETCH(bool, other);
        QFETCH(bool, translated);
        const FlowCounts counts[]
            = {FlowCounts{}, test::typicalFlow(), test::otherMethodsFlow(), test::interimFlow(), test::extremeFlow()};
        FlowOptions options;
        options.otherMethods = other;
        const Figure figure = flowFigure(counts[flow], options, translated ? longWords() : FlowWords{});
        textsAreInsideBoxes(figure);
        nothingOverlaps(figure);
        arrowsJoinBoxes(figure);
        regionsHoldText(figure);
    }

    void pageWidths()
    {
        QCOMPARE(flowFigure(test::typicalFlow()).size.width(), 502.0);
        FlowOptions v2;
        v2.otherMethods = true;
        QVERIFY(flowFigure(test::typicalFlow(), v2).size.width() <= 842 - 2 * 36); // A4 across, half-inch margins
    }

    void boxesGrowWithTheirLines()
    {
        FlowCounts counts = test::typicalFlow();
        const double before = flowFigure(counts).size.height();
        counts.main.excluded.push_back({QStringLiteral("a very long reason that needs its lines ").repeated(5), 1});
        const double after = flowFigure(counts).size.height();
        QVERIFY(after > before + 4 * 9.9);
    }

    void typeIsOfPrintSize()
    {
        for (const TextMark& mark : marksOf<TextMark>(flowFigure(test::extremeFlow()))) {
            QVERIFY(mark.size >= 7);
            QVERIFY(mark.size <= 9);
        }
    }

    void linesBreak()
    {
        const TextStyle style{10, QFont::Normal};
        const double width = textWidth(QStringLiteral("alpha beta"), style) + 0.01;
        const auto lines = breakLines({QStringLiteral("alpha beta gamma"), 0, 0}, width, 0, style);
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].at(0).text, QStringLiteral("alpha beta"));
        QCOMPARE(lines[1].at(0).text, QStringLiteral("gamma"));
        QCOMPARE(breakLines({}, width, 0, style).size(), std::size_t(1));
        QCOMPARE(breakLines({QStringLiteral("abc"), 0, 0}, 0.1, 0, style).size(), std::size_t(3));
        const auto held = breakLines({QStringLiteral("alpha (n\u00a0=\u00a01)"), 0, 0}, width, 0, style);
        QCOMPARE(held.at(1).at(0).text, QStringLiteral("(n = 1)"));
    }

private:
    static void textsAreInsideBoxes(const Figure& figure)
    {
        const QRectF page(QPointF(0, 0), figure.size);
        const auto rects = marksOf<RectMark>(figure);
        for (const TextMark& text : marksOf<TextMark>(figure)) {
            const QRectF bounds = measured(text);
            QVERIFY2(inside(bounds, page), qPrintable(text.text));
            if (text.role == Role::Note)
                continue;
            const bool boxed
                = std::any_of(rects.begin(), rects.end(), [&](const RectMark& r) { return inside(bounds, r.rect); });
            QVERIFY2(boxed, qPrintable(text.text));
        }
    }

    static void nothingOverlaps(const Figure& figure)
    {
        const auto rects = marksOf<RectMark>(figure);
        for (std::size_t i = 0; i < rects.size(); ++i) {
            QVERIFY(inside(rects[i].rect, QRectF(QPointF(0, 0), figure.size)));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!rects[i].rect.intersects(rects[j].rect));
        }
        const auto texts = marksOf<TextMark>(figure);
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) // ascent and descent of neighbouring lines may touch, their letters not
                QVERIFY2(!measured(texts[i]).adjusted(0.2, 1, -0.2, -1).intersects(measured(texts[j])),
                         qPrintable(texts[i].text + QStringLiteral(" / ") + texts[j].text));
    }

    static void arrowsJoinBoxes(const Figure& figure)
    {
        const auto rects = marksOf<RectMark>(figure);
        const auto arrows = marksOf<ArrowMark>(figure);
        QVERIFY(arrows.size() >= 8);
        for (const ArrowMark& arrow : arrows) {
            QVERIFY(std::any_of(rects.begin(), rects.end(),
                                [&](const RectMark& r) { return onEdge(arrow.points.last(), r.rect); }));
            for (qsizetype i = 1; i < arrow.points.size(); ++i) {
                const QPointF a = arrow.points[i - 1];
                const QPointF b = arrow.points[i];
                QVERIFY(a.x() == b.x() || a.y() == b.y());
                const QRectF leg = QRectF(a, b).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
                for (const RectMark& r : rects)
                    QVERIFY(!leg.intersects(core(r.rect)));
            }
            const QPointF last = arrow.points.last() - arrow.points[arrow.points.size() - 2];
            QVERIFY(last.manhattanLength() > arrowHeadLength);
        }
    }

    static void regionsHoldText(const Figure& figure)
    {
        const auto texts = marksOf<TextMark>(figure);
        for (std::size_t i = 0; i < figure.regions.size(); ++i) {
            const Region& region = figure.regions[i];
            QVERIFY(!region.key.isEmpty());
            QVERIFY2(std::any_of(texts.begin(), texts.end(),
                                 [&](const TextMark& t) { return inside(measured(t), region.rect); }),
                     qPrintable(region.key));
        }
    }
};

WINNOW_WINDOW_TEST(TestLayout)

} // namespace suite_layout

#include "test_layout.moc"
