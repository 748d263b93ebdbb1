// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/NoteField.h"

#include "widgets/KeyCap.h"

#include <QKeyEvent>
#include <QStyle>

namespace winnow::ui {

namespace {

constexpr int noteHeight = 76;

} // namespace

NoteField::NoteField(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_badge(new KeyCap(theme, {}, this))
{
    setAccessibleName(tr("My note"));
    setPlaceholderText(tr("Note"));
    setTabChangesFocus(true);
    setFixedHeight(theme.px(noteHeight));
    m_badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteField::placeHint);
}

void NoteField::setKey(const QString& key)
{
    m_badge->setText(key);
    placeHint();
}

void NoteField::showNote(RecordId report, const QString& text)
{
    const bool writing = report == m_report && toPlainText() != m_kept;
    if (report != m_report)
        flush();
    m_report = report;
    m_kept = text;
    if (!writing && toPlainText() != text)
        setPlainText(text);
    placeHint();
}

void NoteField::flush()
{
    const QString text = toPlainText();
    if (!m_report || text == m_kept)
        return;
    m_kept = text;
    Q_EMIT written(m_report, text);
}

void NoteField::placeHint()
{
    m_badge->setVisible(document()->isEmpty() && !hasFocus() && !m_badge->text().isEmpty());
    const int words = fontMetrics().horizontalAdvance(placeholderText());
    const int edge = m_theme.px(10);
    const QRect logical(edge + words + m_theme.px(6), m_theme.px(8), m_badge->sizeHint().width(),
                        m_badge->sizeHint().height());
    m_badge->setGeometry(QStyle::visualRect(layoutDirection(), rect(), logical));
}

void NoteField::keyPressEvent(QKeyEvent* event)
{
    const bool done = event->modifiers().testFlag(Qt::ControlModifier)
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
    if (event->key() == Qt::Key_Escape || done) {
        event->accept();
        return Q_EMIT left();
    }
    QPlainTextEdit::keyPressEvent(event);
}

void NoteField::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    placeHint();
}

void NoteField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    placeHint();
    flush();
}

void NoteField::hideEvent(QHideEvent* event)
{
    flush();
    QPlainTextEdit::hideEvent(event);
}

} // namespace winnow::ui
