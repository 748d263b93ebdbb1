// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FlowLayout.h"

#include "figures/FlowArrows.h"

#include <algorithm>
#include <cmath>

namespace winnow::figures {
namespace {

// Points. The drawing keeps to the proportions of the template: side bars left, two boxes a half, arrows between.
constexpr double margin = 12;
constexpr double barWidth = 17;
constexpr double barGap = 9;
constexpr double rowGap = 16;
constexpr double stackGap = 7;
constexpr double padding = 6;
constexpr double indentStep = 6;
constexpr double hangingStep = 6;
constexpr double widthAlone = 212; // of a box in v1
constexpr double widthOfFour = 159; // in v2

constexpr TextStyle bodyType{7.5, QFont::Normal};
constexpr TextStyle strongType{8, QFont::Bold};
constexpr TextStyle barType{8, QFont::Normal};
constexpr TextStyle noteType{7, QFont::Normal};

class FlowDrawing {
public:
    explicit FlowDrawing(const FlowPlan& plan)
        : m_plan(plan)
        , m_boxWidth(plan.columns() == 2 ? widthAlone : widthOfFour)
    {
    }

    Figure draw()
    {
        double y = drawStamp(margin);
        y = drawTitles(y) + rowGap / 2;
        for (std::size_t row = 0; row < flowRows; ++row)
            y = drawRow(row, y) + (row + 1 < flowRows ? rowGap : 0);
        drawSideBars();
        connectFlow(m_placed, m_figure);
        y = drawNotes(y + rowGap / 2);
        m_figure.size = QSizeF(std::ceil(right() + margin), std::ceil(y + margin));
        return m_figure;
    }

private:
    static double left() { return margin + barWidth + barGap; }
    double right() const { return columnX(static_cast<std::size_t>(m_plan.columns()) - 1) + m_boxWidth; }
    double columnX(std::size_t column) const { return left() + static_cast<double>(column) * (m_boxWidth + columnGap); }

    void addText(const TextRun& run, QPointF at, const TextStyle& style, Role role)
    {
        TextMark mark;
        mark.text = run.text;
        mark.at = at + QPointF(run.x, 0);
        mark.role = role;
        mark.size = style.size;
        mark.weight = style.weight;
        mark.italic = run.italic;
        m_figure.marks.emplace_back(mark);
    }

    static double blockHeight(std::size_t lines, const TextStyle& style)
    {
        return static_cast<double>(lines - 1) * lineHeight(style) + ascent(style) + descent(style);
    }

    /// Draws a paragraph with its top left corner at `at`; gives what its lines cover.
    QRectF drawParagraph(const Paragraph& text, QPointF at, double width, const TextStyle& style, Role role)
    {
        const std::vector<TextLine> lines = breakLines(text, width, hangingStep, style);
        QRectF covered(at, QSizeF(0, blockHeight(lines.size(), style)));
        double baseline = at.y() + ascent(style);
        for (const TextLine& line : lines) {
            for (const TextRun& run : line) {
                addText(run, QPointF(at.x(), baseline), style, role);
                covered.setRight(std::max(covered.right(), at.x() + run.x + run.width));
            }
            baseline += lineHeight(style);
        }
        return covered;
    }

    /// Entries follow each other at one baseline distance.
    double entryAdvance(const FlowEntry& entry, double width, const TextStyle& style) const
    {
        const double inner = width - entry.indent * indentStep;
        return static_cast<double>(breakLines(entry.paragraph, inner, hangingStep, style).size()) * lineHeight(style);
    }

    double boxHeight(const FlowBox& box) const
    {
        double height = 2 * padding + ascent(bodyType) + descent(bodyType) - lineHeight(bodyType);
        for (const FlowEntry& entry : box.entries)
            height += entryAdvance(entry, m_boxWidth - 2 * padding, bodyType);
        return height;
    }

    double stackHeight(const FlowStack& stack) const
    {
        double height = stack.empty() ? 0 : -stackGap;
        for (const FlowBox& box : stack)
            height += boxHeight(box) + stackGap;
        return height;
    }

    double drawEntries(const std::vector<FlowEntry>& entries, QPointF at, double width, const TextStyle& style,
                       Role role)
    {
        for (const FlowEntry& entry : entries) {
            const double indent = entry.indent * indentStep;
            const QRectF covered = drawParagraph(entry.paragraph, at + QPointF(indent, 0), width - indent, style, role);
            if (!entry.key.isEmpty())
                m_figure.regions.push_back({covered, entry.key});
            at.ry() += entryAdvance(entry, width, style);
        }
        return at.y();
    }

    void drawBox(const FlowBox& box, const QRectF& rect)
    {
        m_figure.marks.emplace_back(RectMark{rect, box.pending ? Role::PendingBox : Role::Box, 0});
        drawEntries(box.entries, rect.topLeft() + QPointF(padding, padding), rect.width() - 2 * padding, bodyType,
                    Role::Body);
    }

    /// A box of the top or bottom row is drawn as high as its row, as in the template, unless that would leave it
    /// mostly empty; all others as high as their text.
    double drawRow(std::size_t row, double y)
    {
        double height = barMinimum(row, y);
        for (const FlowStack& stack : m_plan.cells[row])
            height = std::max(height, stackHeight(stack));
        for (std::size_t column = 0; column < flowColumns; ++column) {
            double top = y;
            for (const FlowBox& box : m_plan.cells[row][column]) {
                const double own = boxHeight(box);
                const bool stretched = (row == IdentifiedRow || row == IncludedRow) && own > height / 2;
                const QRectF rect(columnX(column), top, m_boxWidth, stretched ? height : own);
                drawBox(box, rect);
                m_placed[row][column].push_back({rect, box.pending});
                top = rect.bottom() + stackGap;
            }
        }
        m_rows[row] = QRectF(left(), y, right() - left(), height);
        return y + height;
    }

    /// How high this row must be for the label of the side bar that ends with it.
    double barMinimum(std::size_t row, double y) const
    {
        const double room = padding;
        if (row == IdentifiedRow)
            return textWidth(m_plan.sideBars[0], barType) + room;
        if (row == AssessedRow)
            return textWidth(m_plan.sideBars[1], barType) + room - (y - m_rows[ScreenedRow].top());
        return row == IncludedRow ? textWidth(m_plan.sideBars[2], barType) + room : 0;
    }

    void drawSideBar(const QString& label, double top, double bottom)
    {
        const QRectF rect(margin, top, barWidth, bottom - top);
        m_figure.marks.emplace_back(RectMark{rect, Role::SideBar, 2.5});
        TextMark mark;
        mark.text = label;
        mark.at = QPointF(rect.center().x() + (ascent(barType) - descent(barType)) / 2, rect.center().y());
        mark.role = Role::Heading;
        mark.size = barType.size;
        mark.weight = barType.weight;
        mark.anchor = Anchor::Middle;
        mark.rotation = -90;
        m_figure.marks.emplace_back(mark);
    }

    void drawSideBars()
    {
        drawSideBar(m_plan.sideBars[0], m_rows[IdentifiedRow].top(), m_rows[IdentifiedRow].bottom());
        drawSideBar(m_plan.sideBars[1], m_rows[ScreenedRow].top(), m_rows[AssessedRow].bottom());
        drawSideBar(m_plan.sideBars[2], m_rows[IncludedRow].top(), m_rows[IncludedRow].bottom());
    }

    double drawStamp(double y)
    {
        if (m_plan.stamp.isEmpty())
            return y;
        const Paragraph text{m_plan.stamp, 0, 0};
        const double room = right() - left() - 2 * padding;
        const double width = std::min(room, textWidth(m_plan.stamp, strongType) + 1) + 2 * padding;
        const QPointF corner(right() - width, y);
        const QRectF covered
            = drawParagraph(text, corner + QPointF(padding, padding / 2), width - 2 * padding, strongType, Role::Stamp);
        const QRectF rect(corner, QSizeF(width, covered.height() + padding));
        m_figure.marks.emplace_back(RectMark{rect, Role::Stamp, 0});
        return rect.bottom() + rowGap / 2;
    }

    double drawTitles(double y)
    {
        const double width = 2 * m_boxWidth + columnGap;
        std::size_t lines = 1;
        for (const QString& title : m_plan.titles)
            lines = std::max(lines, breakLines({title, 0, 0}, width - 2 * padding, hangingStep, strongType).size());
        const double height = blockHeight(lines, strongType) + 1.5 * padding;
        for (std::size_t half = 0; half < m_plan.titles.size(); ++half) {
            const QRectF rect(columnX(2 * half), y, width, height);
            m_figure.marks.emplace_back(RectMark{rect, half == 0 ? Role::Title : Role::OtherTitle, 0});
            drawParagraph({m_plan.titles[half], 0, 0}, rect.topLeft() + QPointF(padding, padding * 0.75),
                          width - 2 * padding, strongType, Role::Heading);
        }
        return y + height;
    }

    double drawNotes(double y)
    {
        if (m_plan.notes.empty())
            return y - rowGap / 2;
        return drawEntries(m_plan.notes, QPointF(left(), y), right() - left(), noteType, Role::Note);
    }

    const FlowPlan& m_plan;
    double m_boxWidth;
    Figure m_figure;
    PlacedFlow m_placed;
    std::array<QRectF, flowRows> m_rows;
};

} // namespace

Figure layOut(const FlowPlan& plan)
{
    return FlowDrawing(plan).draw();
}

} // namespace winnow::figures
