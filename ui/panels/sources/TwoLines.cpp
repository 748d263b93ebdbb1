// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/TwoLines.h"

#include "services/Theme.h"

#include <QPainter>

namespace winnow::ui {
namespace {

constexpr int aroundLines = 5; ///< above and below
constexpr int besideLines = 10;

} // namespace

TwoLines::TwoLines(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

void TwoLines::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = m_theme.colours();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFont first = m_theme.font(Text::Body);
    const QFont second = m_theme.font(Text::Small);
    const int beside = m_theme.px(besideLines);
    QRect line = option.rect.adjusted(beside, m_theme.px(aroundLines), -beside, 0);
    const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignTop;
    painter->save();
    if (chosen)
        painter->fillRect(option.rect, colours.selection);
    painter->setFont(first);
    painter->setPen(chosen ? colours.selectionText : colours.ink);
    const QFontMetrics wide(first);
    painter->drawText(line, int(side),
                      wide.elidedText(text.section(QLatin1Char('\n'), 0, 0), Qt::ElideRight, line.width()));
    line.translate(0, wide.height());
    painter->setFont(second);
    painter->setPen(chosen ? colours.selectionDim : colours.dim);
    painter->drawText(
        line, int(side),
        QFontMetrics(second).elidedText(text.section(QLatin1Char('\n'), 1), Qt::ElideRight, line.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(colours.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize TwoLines::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(80),
            QFontMetrics(m_theme.font(Text::Body)).height() + QFontMetrics(m_theme.font(Text::Small)).height()
                + 2 * m_theme.px(aroundLines)};
}

} // namespace winnow::ui
