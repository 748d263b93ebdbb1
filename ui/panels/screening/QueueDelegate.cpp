// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/QueueDelegate.h"

#include "domain/Review.h"
#include "models/QueueModel.h"
#include "widgets/VerdictBadge.h"

#include <QPainter>
#include <QTextLayout>

namespace winnow::ui {

namespace {

constexpr int rowSide = 14;
constexpr int rowTop = 8;
constexpr int lineHeight = 19;
constexpr int badgeRoom = verdictBadge::side + 7;
/// Longer titles cannot fill two lines any fuller.
constexpr int longestTitle = 300;
constexpr double leastContrast = 3;

Tone toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Include: return Tone::Include;
    case Verdict::Exclude: return Tone::Exclude;
    case Verdict::Maybe: return Tone::Maybe;
    case Verdict::None: break;
    }
    return Tone::Neutral;
}

} // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(160), m_theme.px(Theme::listRow)};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = m_theme.colours();
    const QRect row = option.rect;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(row, chosen ? c.selection : c.window);
    // In high contrast a chosen row is as dark as ink: what stands on it takes the colour of its text.
    const auto onRow = [&](const QColor& usual) {
        return chosen && contrast(usual, c.selection) < leastContrast ? c.selectionText : usual;
    };
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_theme.highContrast() ? onRow(c.line) : c.line);
    if (m_several && option.state.testFlag(QStyle::State_HasFocus)) {
        const QRect bar(row.left(), row.top(), m_theme.px(3), row.height() - 1);
        painter->fillRect(QStyle::visualRect(option.direction, row, bar), onRow(c.accent));
    }
    const int side = m_theme.px(rowSide);
    const QRect inner = row.adjusted(side, m_theme.px(rowTop), -side, 0);
    const int badge = m_theme.px(verdictBadge::side);
    const QRect square(inner.left(), inner.top() + (m_theme.px(lineHeight) - badge) / 2, badge, badge);
    verdictBadge::paint(*painter, m_theme, QStyle::visualRect(option.direction, inner, square),
                        toneOf(Verdict(index.data(QueueModel::VerdictRole).toInt())));
    const QColor ink = chosen ? c.selectionText : c.ink;
    paintTitle(*painter, inner, index.data(Qt::DisplayRole).toString().left(longestTitle).simplified(), ink, mirrored);
    const QRect below = inner.adjusted(0, m_theme.px(2 * lineHeight), 0, 0);
    painter->setPen(onRow(c.dim));
    paintSource(*painter, below, index.data(QueueModel::SourceRole).toString(), mirrored);
    painter->restore();
}

/// The first line stands beside the square, the second below it: a title gets all the room there is.
void QueueDelegate::paintTitle(QPainter& painter, const QRect& where, const QString& title, const QColor& ink,
                               bool mirrored) const
{
    const QFont font = m_theme.font(Text::Body);
    const int room = m_theme.px(badgeRoom);
    const int height = m_theme.px(lineHeight);
    QTextOption option(mirrored ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(title.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    painter.setPen(ink);
    const QFontMetrics metrics(font, painter.device());
    const auto draw = [&](const QString& words, int line) {
        const int width = where.width() - (line == 0 ? room : 0);
        const QString fitting = line == 0 ? words : metrics.elidedText(words, Qt::ElideRight, width);
        QTextLayout layout(fitting, font, painter.device());
        layout.setTextOption(option);
        layout.beginLayout();
        QTextLine first = layout.createLine();
        first.setLineWidth(width);
        layout.endLayout();
        const int x = where.left() + (line == 0 && !mirrored ? room : 0);
        const double y = where.top() + line * height + (height - first.height()) / 2;
        first.draw(&painter, QPointF(x, y));
        return qsizetype(first.textLength());
    };
    const qsizetype first = draw(title, 0);
    if (first < title.size())
        draw(title.mid(first).trimmed(), 1);
}

void QueueDelegate::paintSource(QPainter& painter, const QRect& where, const QString& source, bool mirrored) const
{
    painter.setFont(m_theme.font(Text::Small));
    const int flags
        = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignTop | Qt::TextSingleLine;
    painter.drawText(where.adjusted(0, m_theme.px(1), 0, 0), flags,
                     painter.fontMetrics().elidedText(source, Qt::ElideRight, where.width()));
}

} // namespace winnow::ui
