// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Text.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextBoundaryFinder>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace winnow::figures {
namespace {

constexpr double leading = 1.32; // baseline distance, in type sizes

QString chooseFamily()
{
    const QStringList installed = QFontDatabase::families();
    for (const QString& family : {QStringLiteral("DejaVu Sans"), QStringLiteral("Verdana"), QStringLiteral("Helvetica"),
                                  QStringLiteral("Arial"), QStringLiteral("Liberation Sans")})
        if (installed.contains(family))
            return family;
    return QStringLiteral("Helvetica"); // font matching finds what stands in for it
}

QFont fontOf(const TextStyle& style, bool italic)
{
    QFont font(figureFamily());
    font.setWeight(style.weight);
    font.setItalic(italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false); // kerning differs between the devices; without it measured and painted widths agree
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02); // not zero: no ligatures, so that a PDF can be searched
    return font;
}

QFontMetricsF measure(const TextStyle& style, bool italic)
{
    return QFontMetricsF(largeFont(style, italic));
}

/// The runs of [from, to), trailing blanks left off, starting at x.
TextLine runsOf(const Paragraph& p, qsizetype from, qsizetype to, double x, const TextStyle& style)
{
    while (to > from && p.text[to - 1] == u' ')
        --to;
    TextLine line;
    for (qsizetype at = from; at < to;) {
        const bool italic = at >= p.italicFrom && at < p.italicTo;
        const qsizetype end = italic ? std::min(to, p.italicTo) : at < p.italicFrom ? std::min(to, p.italicFrom) : to;
        const QString text = p.text.mid(at, end - at).replace(QChar::Nbsp, u' ');
        const double width = textWidth(text, style, italic);
        line.push_back({text, italic, x, width});
        x += width;
        at = end;
    }
    return line;
}

double widthOf(const TextLine& line)
{
    double width = 0;
    for (const TextRun& run : line)
        width += run.width;
    return width;
}

/// The last boundary of `finder` after `from` up to which the text fits into `width`; `from` when not even one does.
qsizetype lastFit(QTextBoundaryFinder& finder, const Paragraph& p, qsizetype from, double width, const TextStyle& style)
{
    qsizetype fits = from;
    finder.setPosition(from);
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        if (widthOf(runsOf(p, from, next, 0, style)) > width)
            break;
        fits = next;
    }
    return fits;
}

qsizetype lineEnd(const Paragraph& p, qsizetype from, double width, const TextStyle& style)
{
    QTextBoundaryFinder places(QTextBoundaryFinder::Line, p.text);
    const qsizetype end = lastFit(places, p, from, width, style);
    if (end > from)
        return end;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, p.text);
    const qsizetype cut = lastFit(letters, p, from, width, style);
    if (cut > from)
        return cut;
    letters.setPosition(from);
    return std::max(from + 1, letters.toNextBoundary()); // narrower than one letter: never stand still
}

} // namespace

QString figureFamily()
{
    static const QString family = chooseFamily();
    return family;
}

QFont largeFont(const TextStyle& style, bool italic)
{
    QFont font = fontOf(style, italic);
    font.setPixelSize(static_cast<int>(std::lround(style.size * fontScale)));
    return font;
}

QFont writtenFont(const TextStyle& style, bool italic)
{
    QFont font = fontOf(style, italic);
    font.setPointSizeF(style.size);
    return font;
}

double textWidth(const QString& text, const TextStyle& style, bool italic)
{
    return measure(style, italic).horizontalAdvance(text) / fontScale;
}

double lineHeight(const TextStyle& style)
{
    return style.size * leading;
}
double ascent(const TextStyle& style)
{
    return measure(style, false).ascent() / fontScale;
}
double descent(const TextStyle& style)
{
    return measure(style, false).descent() / fontScale;
}

std::vector<TextLine> breakLines(const Paragraph& paragraph, double width, double hanging, const TextStyle& style)
{
    std::vector<TextLine> lines;
    for (qsizetype from = 0; from < paragraph.text.size();) {
        const double indent = lines.empty() ? 0 : hanging;
        const qsizetype end = lineEnd(paragraph, from, width - indent, style);
        lines.push_back(runsOf(paragraph, from, end, indent, style));
        from = end;
    }
    if (lines.empty())
        lines.emplace_back();
    return lines;
}

QRectF textBounds(const TextMark& mark)
{
    const TextStyle style{mark.size, mark.weight};
    const double width = textWidth(mark.text, style, mark.italic);
    const double left = mark.anchor == Anchor::Start ? 0 : mark.anchor == Anchor::Middle ? -width / 2 : -width;
    const QRectF upright(left, -ascent(style), width, ascent(style) + descent(style));
    return QTransform().translate(mark.at.x(), mark.at.y()).rotate(mark.rotation).mapRect(upright);
}

} // namespace winnow::figures
