// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Theme.h"

#include "services/Icons.h"
#include "services/Style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QScreen>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace winnow::ui {

namespace {

constexpr double smallestReading = 11;
constexpr double largestReading = 32;
// Characters of average width in the measure, and the average as a share of the size: 640 px at 15.5 px.
constexpr double measurePerPixel = 640 / Theme::defaultReadingSize;

struct Face {
    double pixels;
    QFont::Weight weight;
};

Face faceOf(Text text, double readingSize)
{
    switch (text) {
    case Text::Strong: return {13, QFont::DemiBold};
    case Text::Small: return {11.5, QFont::Normal};
    case Text::Section: return {11.5, QFont::DemiBold};
    case Text::Heading: return {17, QFont::DemiBold};
    case Text::Title: return {21 * readingSize / Theme::defaultReadingSize, QFont::DemiBold};
    case Text::Reading: return {readingSize, QFont::Normal};
    case Text::Button: return {15, QFont::DemiBold};
    case Text::Body: break;
    }
    return {13, QFont::Normal};
}

// Selected text in fields lies on the accent: the pale colour of chosen rows would hardly show between words.
QPalette fieldPalette(const Colours& colours)
{
    QPalette palette = paletteOf(colours);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.accentText);
    return palette;
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), m_system(QGuiApplication::palette())
{
    m_systemDark = isDark(m_system);
    refresh();
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    refresh();
}

void Theme::setSystem(bool dark, bool highContrast)
{
    m_systemDark = dark;
    m_systemHighContrast = highContrast;
    refresh();
}

void Theme::refresh()
{
    m_highContrast = m_scheme == Scheme::HighContrast || (m_scheme == Scheme::System && m_systemHighContrast);
    const Colours before = m_colours;
    if (m_highContrast) {
        m_colours = highContrastColours(m_system);
        m_dark = contrast(m_colours.window, Qt::white) > contrast(m_colours.window, Qt::black);
    } else {
        m_dark = m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_systemDark);
        m_colours = m_dark ? darkColours() : lightColours();
    }
    if (m_colours == before)
        return;
    dress();
    Q_EMIT changed();
}

void Theme::applyTo(QApplication& application)
{
    m_application = &application;
    application.setStyle(new Style(*this));
    dress();
}

void Theme::dress()
{
    Icons::chooseTheme(m_dark);
    if (!m_application)
        return;
    QApplication::setPalette(paletteOf(m_colours));
    for (const char* kind : {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QTextBrowser"})
        QApplication::setPalette(fieldPalette(m_colours), kind);
    QToolTip::setPalette(paletteOf(m_colours));
    QApplication::setFont(font(Text::Body));
}

QFont Theme::font(Text text) const
{
    const Face face = faceOf(text, m_readingSize);
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // Points, not pixels: at 96 dpi they are the design's pixels, and they grow with the desktop's font resolution.
    font.setPointSizeF(face.pixels * 72 / 96);
    font.setWeight(face.weight);
    return font;
}

void Theme::setReadingSize(double size)
{
    const double wanted = std::clamp(size, smallestReading, largestReading);
    if (qFuzzyCompare(wanted, m_readingSize))
        return;
    m_readingSize = wanted;
    Q_EMIT readingSizeChanged(wanted);
}

void Theme::zoomReading(int step)
{
    setReadingSize(step == 0 ? defaultReadingSize : m_readingSize + step);
}

int Theme::readingMeasure() const
{
    return px(m_readingSize * measurePerPixel);
}

int Theme::px(double designPixels) const
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    const double scale = screen ? std::clamp(screen->logicalDotsPerInch() / 96.0, 1.0, 3.0) : 1.0;
    return int(std::lround(designPixels * scale));
}

} // namespace winnow::ui
