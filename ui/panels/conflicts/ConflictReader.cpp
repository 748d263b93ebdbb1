// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/conflicts/ConflictReader.h"

#include "models/RecordsText.h"
#include "services/Theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextCursor>

#include <algorithm>

namespace winnow::ui {

namespace {

QTextCharFormat letters(const QFont& font, const QColor& colour)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(colour);
    return format;
}

/// `height` in pixels from line to line.
QTextBlockFormat lines(double height, double after)
{
    QTextBlockFormat format;
    format.setLineHeight(height, QTextBlockFormat::FixedHeight);
    format.setBottomMargin(after);
    return format;
}

} // namespace

ConflictReader::ConflictReader(const Theme& theme, QWidget* parent) : QTextBrowser(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setOpenExternalLinks(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Abstract"));
    connect(&theme, &Theme::changed, this, &ConflictReader::write);
    connect(&theme, &Theme::readingSizeChanged, this, &ConflictReader::write);
}

void ConflictReader::setRecord(const std::optional<RecordView>& view)
{
    m_view = view;
    write();
    verticalScrollBar()->setValue(0);
}

void ConflictReader::write()
{
    const Colours& c = m_theme.colours();
    clear();
    if (!m_view)
        return;
    const Record& record = m_view->record;
    QTextCursor cursor(document());
    cursor.setBlockFormat(lines(QFontMetricsF(m_theme.font(Text::Title)).height() * 1.05, m_theme.px(8)));
    cursor.insertText(recordsText::title(record.title), letters(m_theme.font(Text::Title), c.ink));
    cursor.insertBlock(lines(QFontMetricsF(m_theme.font(Text::Body)).height() * 1.2, m_theme.px(16)));
    cursor.insertText(recordsText::citation(record), letters(m_theme.font(Text::Body), c.dim));
    for (const recordsText::Link& link : recordsText::links(record)) {
        cursor.insertText(QStringLiteral(" ·\u00a0"), letters(m_theme.font(Text::Body), c.dim));
        QTextCharFormat anchor = letters(m_theme.font(Text::Body), c.accent);
        anchor.setAnchor(true);
        anchor.setAnchorHref(link.url.toString(QUrl::FullyEncoded));
        cursor.insertText(link.name, anchor);
    }
    cursor.insertBlock(lines(m_theme.px(m_theme.readingSize() * Theme::readingLine), 0));
    if (record.abstract.empty())
        cursor.insertText(tr("No abstract. Open the record by one of its links."),
                          letters(m_theme.font(Text::Reading), c.dim));
    else
        cursor.insertText(recordsText::text(record.abstract), letters(m_theme.font(Text::Reading), c.ink));
}

void ConflictReader::resizeEvent(QResizeEvent* event)
{
    // A column of 60 to 75 characters, whatever the window's width.
    const int side = m_theme.px(24);
    const int extra = std::max(width() - m_theme.readingMeasure() - 2 * side, 0);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const QMargins margins(rtl ? side + extra : side, m_theme.px(20), rtl ? side : side + extra, 0);
    if (margins != viewportMargins())
        setViewportMargins(margins);
    QTextBrowser::resizeEvent(event);
}

void ConflictReader::keyPressEvent(QKeyEvent* event)
{
    const bool scrolls
        = event->key() == Qt::Key_Space || event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp;
    if (scrolls) {
        const bool up = event->key() == Qt::Key_PageUp || event->modifiers().testFlag(Qt::ShiftModifier);
        verticalScrollBar()->triggerAction(up ? QAbstractSlider::SliderPageStepSub
                                              : QAbstractSlider::SliderPageStepAdd);
        return;
    }
    if (event->matches(QKeySequence::Copy))
        return QTextBrowser::keyPressEvent(event);
    event->ignore();
}

} // namespace winnow::ui
