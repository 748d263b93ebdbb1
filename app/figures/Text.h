// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"

#include <QFont>
#include <QString>

#include <vector>

namespace winnow::figures {

/// Measuring and breaking text, in points. Measured on outlines far larger than print, without hinting and without any
/// device, so that a figure is laid out alike on every machine that has the font. Needs a QGuiApplication.

/// Size, weight and slant of a run of text; sizes in points.
struct TextStyle {
    double size = 7.5;
    QFont::Weight weight = QFont::Normal;
};

/// A paragraph, part of which may be italic: [italicFrom, italicTo).
struct Paragraph {
    QString text;
    qsizetype italicFrom = 0;
    qsizetype italicTo = 0;
};

/// A piece of one line, all in one slant.
struct TextRun {
    QString text;
    bool italic = false;
    double x = 0; ///< from the left edge of the paragraph
    double width = 0;
};

/// One line of a broken paragraph.
using TextLine = std::vector<TextRun>;

/// The family all figures are set in: DejaVu Sans where there is one, else the first of a list of plain sans faces.
[[nodiscard]] QString figureFamily();
/// Qt rounds the size of a painted font to whole pixels, so figures are measured and painted this much larger than
/// print and scaled down: units a point.
inline constexpr double fontScale = 100;
/// The font, `fontScale` times its size.
[[nodiscard]] QFont largeFont(const TextStyle& style, bool italic);
/// The font at its size, for SVG, where the size is written, not rounded; the device has 72 dpi.
[[nodiscard]] QFont writtenFont(const TextStyle& style, bool italic);

[[nodiscard]] double textWidth(const QString& text, const TextStyle& style, bool italic = false);
[[nodiscard]] double lineHeight(const TextStyle& style); ///< from baseline to baseline
[[nodiscard]] double ascent(const TextStyle& style);
[[nodiscard]] double descent(const TextStyle& style);

/// Breaks a paragraph to `width`; the lines after the first are set in by `hanging`. No-break spaces hold together
/// and come out as plain spaces. A word wider than the line is cut between letters. At least one line comes back.
[[nodiscard]] std::vector<TextLine> breakLines(const Paragraph& paragraph, double width, double hanging,
                                               const TextStyle& style);

/// What a text mark covers, turned text included.
[[nodiscard]] QRectF textBounds(const TextMark& mark);

} // namespace winnow::figures
