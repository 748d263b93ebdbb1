// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Theme.h"
#include "services/Icons.h"
#include "services/Style.h"
#include "support/Suite.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>

namespace suite_ThemeTest {

using namespace winnow::ui;

namespace {

struct Pair {
    const char* what;
    QColor front;
    QColor back;
};

/// Every text that the window shows, on every ground it stands on.
std::vector<Pair> textPairs(const Colours& c)
{
    return {{"ink on window", c.ink, c.window},
            {"ink on page", c.ink, c.page},
            {"ink on desk", c.ink, c.desk},
            {"ink on include", c.ink, c.includeBack},
            {"ink on exclude", c.ink, c.excludeBack},
            {"ink on maybe", c.ink, c.maybeBack},
            {"dim on window", c.dim, c.window},
            {"dim on page", c.dim, c.page},
            {"accent on page", c.accent, c.page},
            {"accent on window", c.accent, c.window},
            {"accent text on accent", c.accentText, c.accent},
            {"text of the chosen row", c.selectionText, c.selection},
            {"second line of the chosen row", c.selectionDim, c.selection},
            {"include", c.include, c.includeBack},
            {"exclude", c.exclude, c.excludeBack},
            {"maybe", c.maybe, c.maybeBack},
            {"letter on include", c.page, c.include},
            {"letter on exclude", c.page, c.exclude},
            {"letter on maybe", c.page, c.maybe},
            {"figure", c.paperInk, c.paper}};
}

QPalette systemPalette(const QColor& ground, const QColor& text, const QColor& chosen, const QColor& chosenText)
{
    QPalette palette(text, ground, ground, ground, text, text, text, ground, ground);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Highlight, chosen);
    palette.setColor(QPalette::HighlightedText, chosenText);
    return palette;
}

} // namespace

class ThemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownPairs()
    {
        // WCAG 2.1: black on white 21, #767676 on white 4.54.
        QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21.0) < 1e-9);
        QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.005);
        QVERIFY(qAbs(contrast(Qt::red, Qt::red) - 1.0) < 1e-9);
    }

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textIsReadable()
    {
        QFETCH(bool, dark);
        const Colours colours = dark ? darkColours() : lightColours();
        for (const Pair& pair : textPairs(colours)) {
            const double ratio = contrast(pair.front, pair.back);
            QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(pair.what)).arg(ratio)));
        }
    }

    void designValues()
    {
        QCOMPARE(lightColours().window, QColor(0xf6, 0xf6, 0xf4));
        QCOMPARE(lightColours().accent, QColor(0x1f, 0x6f, 0x8b));
        QCOMPARE(lightColours().exclude, QColor(0xb2, 0x43, 0x0f));
        QCOMPARE(darkColours().page, QColor(0x26, 0x29, 0x2e));
        QCOMPARE(darkColours().maybeBack, QColor(0x43, 0x3f, 0x1f));
        QCOMPARE(darkColours().paper, QColor(0xff, 0xff, 0xff));
    }

    void highContrastTakesTheSystemsColours()
    {
        const QPalette system = systemPalette(Qt::black, Qt::yellow, Qt::cyan, Qt::black);
        const Colours colours = highContrastColours(system);
        QCOMPARE(colours.window, QColor(Qt::black));
        QCOMPARE(colours.ink, QColor(Qt::yellow));
        QCOMPARE(colours.dim, QColor(Qt::yellow));
        QCOMPARE(colours.selection, QColor(Qt::cyan));
        QCOMPARE(colours.selectionText, QColor(Qt::black));
    }

    void highContrastRefusesAPalePalette()
    {
        const QPalette pale = systemPalette(QColor(0xefefef), QColor(0x888888), QColor(0x99bbdd), Qt::white);
        const Colours colours = highContrastColours(pale);
        for (const Pair& pair : textPairs(colours))
            QVERIFY2(contrast(pair.front, pair.back) >= 7, pair.what);
        QCOMPARE(colours.page, QColor(Qt::white));
    }

    void followsTheSystemUnlessTold()
    {
        Theme theme;
        QSignalSpy changes(&theme, &Theme::changed);
        theme.setScheme(Scheme::System);
        theme.setSystem(false, false);
        QVERIFY(!theme.dark());
        changes.clear();
        theme.setSystem(true, false);
        QVERIFY(theme.dark());
        QCOMPARE(changes.count(), 1);
        QCOMPARE(theme.colours(), darkColours());
        theme.setSystem(true, true);
        QVERIFY(theme.highContrast());
        theme.setScheme(Scheme::Light);
        QVERIFY(!theme.dark());
        QVERIFY(!theme.highContrast());
        QCOMPARE(theme.colours(), lightColours());
        changes.clear();
        theme.setSystem(false, false);
        QCOMPARE(changes.count(), 0);
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        Theme theme;
        theme.applyTo(*qApp);
        QWidget window;
        QPushButton button(QStringLiteral("Find duplicates"), &window);
        window.show();
        button.setFocus();
        QSignalSpy clicks(&button, &QPushButton::clicked);
        QTest::keyClick(&button, Qt::Key_Return);
        QTest::keyClick(&button, Qt::Key_Enter);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicks.count(), 3);
    }

    void switchesAShownWindow()
    {
        Theme theme;
        theme.setScheme(Scheme::Light);
        theme.applyTo(*qApp);
        QWidget window;
        QPushButton button(QStringLiteral("Export"), &window);
        button.setGeometry(10, 10, 100, 28);
        setLook(button, Look::Primary);
        window.resize(200, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, winnow::test::patienceMs));
        QCOMPARE(window.grab().toImage().pixelColor(190, 50), QColor(0xf6f6f4));
        QCOMPARE(window.grab().toImage().pixelColor(14, 24), QColor(0x1f6f8b));
        theme.setScheme(Scheme::Dark);
        QCoreApplication::processEvents();
        QCOMPARE(window.grab().toImage().pixelColor(190, 50), QColor(0x1e2125));
        QCOMPARE(window.grab().toImage().pixelColor(14, 24), QColor(0x5fb3cf));
    }

    /// Its frame and the paper within it: they are painted by two hands.
    void aFieldThatIsGreyIsOfOneGround()
    {
        Theme theme;
        theme.setScheme(Scheme::Dark);
        theme.applyTo(*qApp);
        QPlainTextEdit field;
        field.setEnabled(false);
        field.resize(200, 80);
        field.show();
        QVERIFY(QTest::qWaitForWindowExposed(&field, winnow::test::patienceMs));
        const QImage picture = field.grab().toImage();
        QCOMPARE(picture.pixelColor(100, 77), picture.pixelColor(100, 60));
        field.setEnabled(true);
        const QImage writable = field.grab().toImage();
        QCOMPARE(writable.pixelColor(100, 77), writable.pixelColor(100, 60));
    }

    void sizesOfText()
    {
        Theme theme;
        QCOMPARE(theme.font(Text::Body).pointSizeF(), 9.75); // 13 px at 96 dpi
        QCOMPARE(theme.font(Text::Title).pointSizeF(), 15.75); // 21
        QCOMPARE(theme.font(Text::Reading).pointSizeF(), 11.625); // 15.5
        QCOMPARE(theme.font(Text::Section).pointSizeF(), 8.625); // 11.5
        QCOMPARE(theme.font(Text::Strong).weight(), QFont::DemiBold);
        QCOMPARE(theme.readingMeasure(), 640);
    }

    void readingSizeHasLimits()
    {
        Theme theme;
        QSignalSpy sizes(&theme, &Theme::readingSizeChanged);
        theme.zoomReading(1);
        QCOMPARE(theme.readingSize(), 16.5);
        QCOMPARE(sizes.count(), 1);
        theme.setReadingSize(400);
        QCOMPARE(theme.readingSize(), 32.0);
        theme.zoomReading(1);
        QCOMPARE(sizes.count(), 2);
        theme.setReadingSize(-3);
        QCOMPARE(theme.readingSize(), 11.0);
        theme.zoomReading(0);
        QCOMPARE(theme.readingSize(), 15.5);
        QCOMPARE(theme.font(Text::Body).pointSizeF(), 9.75);
    }

    void everySignIsInBreeze()
    {
        Icons::chooseTheme(false);
        if (!QDir(QStringLiteral("/usr/share/icons/breeze")).exists())
            QSKIP("breeze-icon-theme is not installed");
        QSet<int> seen;
        for (const Sign sign : Icons::all()) {
            const QByteArray name = Icons::nameOf(sign).toUtf8();
            QVERIFY2(!name.isEmpty() && !seen.contains(int(sign)), name.constData());
            seen.insert(int(sign));
            QVERIFY2(!Icons::fileOf(sign, 16).isEmpty(), name.constData());
            QVERIFY2(!Icons::fileOf(sign, 48).isEmpty(), name.constData());
        }
        QCOMPARE(int(seen.size()), int(Sign::SidePanel) + 1);
    }

    void signsAreDrawnInTheAskedColour()
    {
        if (Icons::fileOf(Sign::Find, 16).isEmpty())
            QSKIP("breeze-icon-theme is not installed");
        Theme theme;
        theme.setScheme(Scheme::Light);
        const Icons icons(theme);
        const QPixmap drawn = icons.pixmap(Sign::Find, 16, Qt::red, 2);
        QCOMPARE(drawn.size(), QSize(32, 32));
        QCOMPARE(drawn.devicePixelRatio(), 2.0);
        int red = 0;
        const QImage image = drawn.toImage();
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x) {
                const QColor colour = image.pixelColor(x, y);
                red += colour.alpha() == 255 && colour == QColor(Qt::red);
            }
        }
        QVERIFY(red > 40 && red < 600);
    }
};

WINNOW_WINDOW_TEST(ThemeTest)

} // namespace suite_ThemeTest

#include "ThemeTest.moc"
