// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ScrolledColumn.h"

#include "services/Theme.h"
#include "widgets/Frames.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace winnow::ui {

QVBoxLayout* scrolledColumn(const Theme& theme, QScrollArea* area, int widest, int top)
{
    auto* page = new Ground(theme, Ground::Kind::Window, area);
    auto* middle = new QWidget(page);
    middle->setMaximumWidth(theme.px(widest));
    auto* sides = new QHBoxLayout(page);
    sides->setContentsMargins(theme.px(24), theme.px(top), theme.px(24), theme.px(24));
    sides->addStretch(1);
    sides->addWidget(middle, 100);
    sides->addStretch(1);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Theme::gap));
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    return column;
}

} // namespace winnow::ui
