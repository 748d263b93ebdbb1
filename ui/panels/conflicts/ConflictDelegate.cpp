// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/conflicts/ConflictDelegate.h"

#include "domain/Review.h"
#include "models/ConflictsModel.h"
#include "services/Theme.h"
#include "widgets/VerdictBadge.h"

#include <QPainter>
#include <QTextLayout>

namespace winnow::ui {

namespace {

/// At most two lines, the second cut short: at the side where the row begins, set as their own language runs.
void drawTwoLines(QPainter& painter, const QRect& where, const QString& text, Qt::LayoutDirection direction)
{
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setTextDirection(direction);
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine first = layout.createLine();
    if (first.isValid())
        QTextLine(first).setLineWidth(where.width());
    layout.endLayout();
    const int length = first.isValid() ? first.textLength() : 0;
    const QFontMetrics metrics = painter.fontMetrics();
    const int runs = text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    const int leading = int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignTop) | runs;
    painter.drawText(where, leading, text.left(length).trimmed());
    const QString rest = metrics.elidedText(text.mid(length), Qt::ElideRight, where.width());
    painter.drawText(where.translated(0, metrics.lineSpacing()), leading, rest);
}

} // namespace

ConflictDelegate::ConflictDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) { }

QSize ConflictDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, m_theme.px(Theme::listRow)};
}

void ConflictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = m_theme.colours();
    const QRect r = option.rect;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(r, chosen ? c.selection : c.window);
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), c.line);
    const int side = m_theme.px(14);
    const int badge = m_theme.px(verdictBadge::side);
    const QRect area = r.adjusted(side, m_theme.px(7), -side, -m_theme.px(6));
    const auto verdict = Verdict(index.data(ConflictsModel::SettledRole).toInt());
    const Tone tone = verdict == Verdict::Include ? Tone::Include
        : verdict == Verdict::Exclude             ? Tone::Exclude
                                                  : Tone::Neutral;
    const QRect square(area.left(), area.top() + m_theme.px(2), badge, badge);
    verdictBadge::paint(*painter, m_theme, QRectF(QStyle::visualRect(option.direction, area, square)), tone);
    const QRect words = QStyle::visualRect(option.direction, area, area.adjusted(badge + m_theme.px(8), 0, 0, 0));
    painter->setPen(verdict == Verdict::None ? (chosen ? c.selectionText : c.ink) : c.dim);
    painter->setFont(m_theme.font(Text::Body));
    drawTwoLines(*painter, words, index.data().toString(), option.direction);
    painter->setPen(c.dim);
    painter->setFont(m_theme.font(Text::Small));
    painter->drawText(words, int(Qt::AlignLeading | Qt::AlignBottom), index.data(ConflictsModel::KindRole).toString());
    painter->restore();
}

} // namespace winnow::ui
