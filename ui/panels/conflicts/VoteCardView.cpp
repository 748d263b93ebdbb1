// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/conflicts/VoteCardView.h"

#include "domain/Words.h"
#include "services/StyleParts.h"
#include "services/Theme.h"
#include "widgets/KeyCap.h"
#include "widgets/VerdictBadge.h"

#include <QKeyEvent>
#include <QPainter>

namespace winnow::ui {

namespace {

constexpr int voteCardWidth = 250;
constexpr int cardHeight = 92;

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

VoteCardView::VoteCardView(const Theme& theme, int number, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_number(number)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

QSize VoteCardView::sizeHint() const
{
    return {m_theme.px(voteCardWidth), m_theme.px(cardHeight)};
}

QString VoteCardView::head() const
{
    const QString name = tr("Reviewer %1").arg(QChar(u'A' + m_number - 1));
    return m_face && m_face->mine ? tr("%1 (you)").arg(name) : name;
}

void VoteCardView::close()
{
    m_face.reset();
    describe();
}

void VoteCardView::open(const Face& face)
{
    m_face = face;
    describe();
}

QString VoteCardView::text() const
{
    QStringList parts{head()};
    if (m_face) {
        parts << words::name(m_face->verdict) << m_face->reason << m_face->note;
        parts.removeAll(QString());
    }
    return parts.join(QStringLiteral(". "));
}

void VoteCardView::describe()
{
    setAccessibleName(m_face ? text() : tr("%1: closed. Press %2 to look").arg(head()).arg(m_number));
    setToolTip(m_face ? m_face->note : QString());
    update();
}

void VoteCardView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || (event->key() == Qt::Key_Space && !event->isAutoRepeat()))
        return click();
    event->ignore(); // letters are the panel's
}

void VoteCardView::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    const Tone tone = m_face ? toneOf(m_face->verdict) : Tone::Neutral;
    QPainter painter(this);
    styleParts::box(painter, rect(), m_theme.px(8),
                    m_face             ? c.back(tone)
                        : underMouse() ? c.selection
                                       : c.window,
                    hasFocus() ? c.accent : c.line, hasFocus() ? 2 : 1);
    const int side = m_theme.px(12);
    QRect area = rect().adjusted(side, m_theme.px(8), -side, -m_theme.px(8));
    const int line = m_theme.px(20);
    const auto row = [&](int number) { return QRect(area.left(), area.top() + number * line, area.width(), line); };
    const int leading = int(Qt::AlignLeading | Qt::AlignVCenter);
    painter.setFont(m_theme.font(Text::Section));
    painter.setPen(c.dim);
    painter.drawText(row(0), leading, head());
    if (!m_face) {
        painter.setFont(m_theme.font(Text::Body));
        const QString key = QString::number(m_number);
        const QSize cap = KeyCap::sizeOf(m_theme, key);
        const QRect second(area.left(), area.top() + m_theme.px(28), area.width(), m_theme.px(24));
        const QRect capPlace(second.left(), second.center().y() - cap.height() / 2, cap.width(), cap.height());
        KeyCap::paint(painter, m_theme, QStyle::visualRect(layoutDirection(), second, capPlace), key);
        painter.setPen(c.ink);
        painter.setFont(m_theme.font(Text::Body));
        const QRect words(second.left() + cap.width() + m_theme.px(8), second.top(),
                          second.width() - cap.width() - m_theme.px(8), second.height());
        painter.drawText(QStyle::visualRect(layoutDirection(), second, words), leading, tr("Closed: press to look"));
        return;
    }
    const QRect verdictRow = row(1).translated(0, m_theme.px(2));
    const int badge = m_theme.px(verdictBadge::side);
    const QRect square(verdictRow.left(), verdictRow.center().y() - badge / 2, badge, badge);
    verdictBadge::paint(painter, m_theme, QRectF(QStyle::visualRect(layoutDirection(), verdictRow, square)), tone);
    painter.setFont(m_theme.font(Text::Strong));
    painter.setPen(c.front(tone));
    const QRect verdict = verdictRow.adjusted(badge + m_theme.px(8), 0, 0, 0);
    QString words = winnow::words::name(m_face->verdict);
    if (!m_face->reason.isEmpty())
        words = tr("%1: %2").arg(words, m_face->reason);
    painter.drawText(QStyle::visualRect(layoutDirection(), verdictRow, verdict), leading,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, verdict.width()));
    painter.setFont(m_theme.font(Text::Body));
    painter.setPen(m_face->note.isEmpty() ? c.dim : c.ink);
    const QRect note = QRect(area.left(), row(2).top() + m_theme.px(4), area.width(), area.bottom() - row(2).top());
    styleParts::paragraph(painter, note, m_face->note.isEmpty() ? tr("No note") : m_face->note);
}

} // namespace winnow::ui
