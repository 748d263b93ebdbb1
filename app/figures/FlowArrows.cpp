// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FlowArrows.h"

#include <algorithm>

namespace winnow::figures {
namespace {

void addArrow(Figure& figure, QPolygonF points, bool pending = false)
{
    figure.marks.emplace_back(ArrowMark{std::move(points), pending ? Role::PendingFlow : Role::Flow});
}

/// From a box to the stack beside it: straight to the first box, by a shared stem to those below.
void connectSide(const QRectF& from, const std::vector<PlacedBox>& stack, Figure& figure)
{
    if (stack.empty())
        return;
    const double y = std::min(from.center().y(), stack.front().rect.center().y());
    const double stem = from.right() + columnGap / 2;
    double last = y;
    addArrow(figure, {{QPointF(from.right(), y), QPointF(stack.front().rect.left(), y)}}, stack.front().pending);
    for (std::size_t i = 1; i < stack.size(); ++i) {
        const QRectF& to = stack[i].rect;
        const double middle = to.center().y();
        addArrow(figure, {{QPointF(stem, last), QPointF(stem, middle), QPointF(to.left(), middle)}}, stack[i].pending);
        last = middle;
    }
}

void connectStream(const PlacedFlow& placed, std::size_t column, Figure& figure)
{
    const PlacedBox* above = nullptr;
    for (const auto& row : placed) {
        if (row[column].empty())
            continue;
        const PlacedBox& box = row[column].front();
        const double x = box.rect.center().x();
        if (above)
            addArrow(figure, {{QPointF(x, above->rect.bottom()), QPointF(x, box.rect.top())}});
        connectSide(box.rect, row[column + 1], figure);
        above = &box;
    }
}

} // namespace

void connectFlow(const PlacedFlow& placed, Figure& figure)
{
    connectStream(placed, MainColumn, figure);
    connectStream(placed, OtherColumn, figure);
    const std::vector<PlacedBox>& assessed = placed[AssessedRow][OtherColumn];
    const std::vector<PlacedBox>& included = placed[IncludedRow][MainColumn];
    if (assessed.empty() || included.empty())
        return;
    const QPointF start(assessed.front().rect.center().x(), assessed.front().rect.bottom());
    const QRectF& to = included.front().rect;
    const double y = to.center().y();
    addArrow(figure, {{start, QPointF(start.x(), y), QPointF(to.right(), y)}});
}

} // namespace winnow::figures
