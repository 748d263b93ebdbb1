// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace winnow::ui {

/// What a colour says. Include, exclude and maybe are never told by colour alone: a letter goes with them.
enum class Tone { Neutral, Accent, Include, Exclude, Maybe };

/// The roles of the window: every colour that a widget paints is one of these, never a literal.
/// Values: the table "Measures of the drawings" of the screen design.
struct Colours {
    QColor window; ///< rail, tool rows, lists
    QColor page; ///< what is read: abstract, forms, tables, fields
    QColor desk; ///< behind a sheet of paper
    QColor line; ///< rules and borders; also the empty part of bars, rings and squares
    QColor ink; ///< text
    QColor dim; ///< secondary text
    QColor accent; ///< progress, links, primary button
    QColor accentText; ///< on accent
    QColor selection; ///< the chosen row
    QColor selectionText; ///< on selection
    QColor selectionDim; ///< secondary text on selection (dim would fall below 4.5 : 1 there in the dark)
    QColor include;
    QColor includeBack;
    QColor exclude;
    QColor excludeBack;
    QColor maybe;
    QColor maybeBack;
    QColor low; ///< risk of bias: always with "+"
    QColor someConcerns; ///< always with "−"
    QColor high; ///< always with "×"
    QColor noInformation;
    QColor paper; ///< print figures: white in every theme
    QColor paperInk; ///< on paper

    bool operator==(const Colours&) const = default;
    /// Text and border of a tone, and what stands behind it.
    [[nodiscard]] QColor front(Tone tone) const;
    [[nodiscard]] QColor back(Tone tone) const;
};

[[nodiscard]] Colours lightColours();
[[nodiscard]] Colours darkColours();
/// The system's own palette where it is one of high contrast (at least 7 : 1), else black and white.
[[nodiscard]] Colours highContrastColours(const QPalette& system);

/// The same roles as Qt's palette, for the widgets that Qt paints.
[[nodiscard]] QPalette paletteOf(const Colours& colours);

/// Contrast ratio 1–21 of two opaque colours (WCAG 2.1, relative luminance).
[[nodiscard]] double contrast(const QColor& a, const QColor& b);
/// `share` 0–1 of `over` laid on `under`.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double share);
[[nodiscard]] bool isDark(const QPalette& palette);

} // namespace winnow::ui
