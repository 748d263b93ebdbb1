// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/RiskDrawing.h"

#include "figures/Style.h"

#include <algorithm>

namespace winnow::figures::risk {
namespace {

constexpr TextStyle symbolType{9, QFont::Bold};

/// Of the ink of "+", "×" and "!" over the baseline, in units of the size: their middle.
constexpr double symbolMiddle = 0.32;
constexpr double noteGap = 6;

} // namespace

void addLine(Figure& figure, const QString& text, QPointF at, const TextStyle& style, Role role, Anchor anchor)
{
    TextMark mark;
    mark.text = text;
    mark.at = at;
    mark.role = role;
    mark.size = style.size;
    mark.weight = style.weight;
    mark.anchor = anchor;
    figure.marks.emplace_back(mark);
}

double addParagraph(Figure& figure, const QString& text, QPointF at, double width, const TextStyle& style, Role role)
{
    double baseline = at.y() + ascent(style);
    for (const TextLine& line : breakLines({text, 0, 0}, width, 0, style)) {
        for (const TextRun& run : line)
            addLine(figure, run.text, {at.x() + run.x, baseline}, style, role);
        baseline += lineHeight(style);
    }
    return at.y() + paragraphHeight(text, width, style);
}

double paragraphHeight(const QString& text, double width, const TextStyle& style)
{
    const auto lines = double(breakLines({text, 0, 0}, width, 0, style).size());
    return (lines - 1) * lineHeight(style) + ascent(style) + descent(style);
}

double middleBaseline(double top, double bottom, const TextStyle& style)
{
    return (top + bottom + ascent(style) - descent(style)) / 2;
}

void addDisc(Figure& figure, const RiskLevel& level, QPointF centre)
{
    figure.marks.emplace_back(DiscMark{centre, discRadius, level.colour});
    if (!level.symbol.isEmpty())
        addLine(figure, level.symbol, centre + QPointF(0, symbolMiddle * symbolType.size), symbolType,
                contrastRole(level.colour), Anchor::Middle);
}

void addNote(Figure& figure, const RiskTable& table, QPointF at, double width)
{
    if (!table.note.isEmpty())
        addParagraph(figure, table.note, at + QPointF(0, noteGap), width, noteType, Role::Note);
}

double noteHeight(const RiskTable& table, double width)
{
    return table.note.isEmpty() ? 0 : noteGap + paragraphHeight(table.note, width, noteType);
}

std::vector<int> usedLevels(const RiskTable& table)
{
    std::vector<int> used;
    for (int level = 0; level < int(table.levels.size()); ++level) {
        for (const RiskRow& row : table.rows) {
            if (std::find(row.levels.begin(), row.levels.end(), level) == row.levels.end())
                continue;
            used.push_back(level);
            break;
        }
    }
    return used;
}

} // namespace winnow::figures::risk
