// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"
#include "figures/RiskTable.h"
#include "figures/Text.h"

namespace winnow::figures::risk {

/// What the plots of risk of bias have in common. Points.

inline constexpr double margin = 12;
inline constexpr double gap = 10;
inline constexpr double padding = 5;
inline constexpr double discRadius = 7;
inline constexpr TextStyle bodyType{7.5, QFont::Normal};
inline constexpr TextStyle strongType{7.5, QFont::Bold};
inline constexpr TextStyle noteType{7, QFont::Normal};

/// One line, its baseline at `at`.
void addLine(Figure& figure, const QString& text, QPointF at, const TextStyle& style, Role role = Role::Body,
             Anchor anchor = Anchor::Start);

/// A paragraph broken to `width`, its top left corner at `at`; gives its lower edge.
double addParagraph(Figure& figure, const QString& text, QPointF at, double width, const TextStyle& style,
                    Role role = Role::Body);
[[nodiscard]] double paragraphHeight(const QString& text, double width, const TextStyle& style);

/// The baseline that sets a line in the middle between `top` and `bottom`.
[[nodiscard]] double middleBaseline(double top, double bottom, const TextStyle& style);

/// The disc of a judgement with its symbol.
void addDisc(Figure& figure, const RiskLevel& level, QPointF centre);

/// The table's note as a paragraph over `width`; its height is 0 where there is none.
void addNote(Figure& figure, const RiskTable& table, QPointF at, double width);
[[nodiscard]] double noteHeight(const RiskTable& table, double width);

/// Levels that are in use, in the table's order.
[[nodiscard]] std::vector<int> usedLevels(const RiskTable& table);

} // namespace winnow::figures::risk
