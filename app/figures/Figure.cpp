// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Figure.h"

#include <limits>

namespace winnow::figures {

QString Figure::keyAt(QPointF point) const
{
    QString key;
    double smallest = std::numeric_limits<double>::max();
    for (const Region& region : regions) {
        const double area = region.rect.width() * region.rect.height();
        if (region.rect.contains(point) && area < smallest) {
            smallest = area;
            key = region.key;
        }
    }
    return key;
}

} // namespace winnow::figures
