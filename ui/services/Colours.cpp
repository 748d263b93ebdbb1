// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Colours.h"

#include <algorithm>
#include <cmath>

namespace winnow::ui {

namespace {

// What the eye needs so that text counts as of high contrast (WCAG 2.1, 1.4.6).
constexpr double enough = 7.0;

Colours ofFigures(Colours colours)
{
    colours.low = QColor(0x2e9e5b);
    colours.someConcerns = QColor(0xe0b53c);
    colours.high = QColor(0xc8501e);
    colours.noInformation = QColor(0x4a7fb5);
    colours.paper = QColor(0xffffff);
    colours.paperInk = QColor(0x1f2328);
    return colours;
}

Colours blackAndWhite(bool dark)
{
    QPalette palette;
    const QColor ground = dark ? Qt::black : Qt::white;
    const QColor text = dark ? Qt::white : Qt::black;
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::Base, ground);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Highlight, text);
    palette.setColor(QPalette::HighlightedText, ground);
    return highContrastColours(palette);
}

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

} // namespace

QColor Colours::front(Tone tone) const
{
    switch (tone) {
    case Tone::Include: return include;
    case Tone::Exclude: return exclude;
    case Tone::Maybe: return maybe;
    case Tone::Accent: return accent;
    case Tone::Neutral: break;
    }
    return ink;
}

QColor Colours::back(Tone tone) const
{
    switch (tone) {
    case Tone::Include: return includeBack;
    case Tone::Exclude: return excludeBack;
    case Tone::Maybe: return maybeBack;
    case Tone::Accent: return selection;
    case Tone::Neutral: break;
    }
    return page;
}

Colours lightColours()
{
    Colours c;
    c.window = QColor(0xf6f6f4);
    c.page = QColor(0xffffff);
    c.desk = QColor(0xe8e9e5);
    c.line = QColor(0xdfdfda);
    c.ink = QColor(0x1f2328);
    c.dim = QColor(0x666c73);
    c.accent = QColor(0x1f6f8b);
    c.accentText = QColor(0xffffff);
    c.selection = QColor(0xe3eff3);
    c.selectionText = c.ink;
    c.selectionDim = QColor(0x5f656c);
    c.include = QColor(0x0a6cb4);
    c.includeBack = QColor(0xe4f0fa);
    c.exclude = QColor(0xb2430f);
    c.excludeBack = QColor(0xfbe9e1);
    c.maybe = QColor(0x6f6210);
    c.maybeBack = QColor(0xf5f1dc);
    return ofFigures(c);
}

Colours darkColours()
{
    Colours c;
    c.window = QColor(0x1e2125);
    c.page = QColor(0x26292e);
    c.desk = QColor(0x17191c);
    c.line = QColor(0x3a3f45);
    c.ink = QColor(0xe6e7e8);
    c.dim = QColor(0x9aa1a9);
    c.accent = QColor(0x5fb3cf);
    c.accentText = QColor(0x12232a);
    c.selection = QColor(0x2c3c44);
    c.selectionText = c.ink;
    c.selectionDim = QColor(0xa9b0b8);
    c.include = QColor(0x6cb6f0);
    c.includeBack = QColor(0x20364a);
    c.exclude = QColor(0xf08a5d);
    c.excludeBack = QColor(0x4a2c20);
    c.maybe = QColor(0xd6c45a);
    c.maybeBack = QColor(0x433f1f);
    return ofFigures(c);
}

Colours highContrastColours(const QPalette& system)
{
    const QColor ground = system.color(QPalette::Window);
    const QColor text = system.color(QPalette::WindowText);
    const QColor chosen = system.color(QPalette::Highlight);
    const QColor chosenText = system.color(QPalette::HighlightedText);
    const QColor page = system.color(QPalette::Base);
    const QColor pageText = system.color(QPalette::Text);
    if (std::min({contrast(ground, text), contrast(chosen, chosenText), contrast(page, pageText), contrast(page, text),
                  contrast(ground, chosen)})
        < enough)
        return blackAndWhite(isDark(system));
    Colours c;
    c.window = c.desk = ground;
    c.page = page;
    c.line = c.ink = c.dim = text;
    c.include = c.exclude = c.maybe = text;
    c.includeBack = c.excludeBack = c.maybeBack = page;
    c.accent = c.selection = chosen;
    c.accentText = c.selectionText = c.selectionDim = chosenText;
    return ofFigures(c);
}

QPalette paletteOf(const Colours& c)
{
    QPalette p(c.ink, c.page, mixed(c.page, c.line, 0.3), c.line, mixed(c.line, c.ink, 0.2), c.ink, c.accentText,
               c.page, c.window);
    p.setColor(QPalette::WindowText, c.ink);
    p.setColor(QPalette::Text, c.ink);
    p.setColor(QPalette::ButtonText, c.ink);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::PlaceholderText, c.dim);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.selectionText);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.page);
    p.setColor(QPalette::ToolTipText, c.ink);
    const QColor off = mixed(c.page, c.dim, 0.7);
    p.setColor(QPalette::Disabled, QPalette::Base, c.window); // as the frame of such a field is filled
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, off);
    return p;
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor mixed(const QColor& under, const QColor& over, double share)
{
    const auto blend = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return QColor(blend(under.red(), over.red()), blend(under.green(), over.green()), blend(under.blue(), over.blue()));
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

} // namespace winnow::ui
