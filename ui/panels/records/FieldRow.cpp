// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/records/FieldRow.h"

#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr int nameWidth = 118;
constexpr int tallest = 260;

} // namespace

FieldRow::FieldRow(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new TextLabel(theme, Text::Body, {}, this))
    , m_text(new QLabel(this))
    , m_editor(new QPlainTextEdit(this))
    , m_hint(new TextLabel(theme, Text::Small, tr("Ctrl+Enter saves · Esc leaves it as it was"), this))
{
    static_cast<TextLabel*>(m_name)->setDim(true);
    static_cast<TextLabel*>(m_hint)->setDim(true);
    m_name->setFixedWidth(theme.px(nameWidth));
    m_name->setWordWrap(true);
    m_name->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumWidth(theme.px(80));
    m_editor->installEventFilter(this);
    m_editor->setTabChangesFocus(true);
    m_editor->hide();
    m_hint->hide();
    auto* value = new QVBoxLayout;
    value->setSpacing(theme.px(4));
    value->addWidget(m_text);
    value->addWidget(m_editor);
    value->addWidget(m_hint);
    auto* row = new QHBoxLayout(this);
    const int side = theme.px(8);
    row->setContentsMargins(side, theme.px(4), side, theme.px(4));
    row->setSpacing(theme.px(Theme::gap));
    row->addWidget(m_name, 0, Qt::AlignTop);
    row->addLayout(value, 1);
    setName(name);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, &FieldRow::dress);
    dress();
}

void FieldRow::setName(const QString& name)
{
    m_name->setText(name);
    m_editor->setAccessibleName(name);
    describe();
}

void FieldRow::setText(const QString& text)
{
    m_shown = text;
    m_text->setText(text.isEmpty() ? QStringLiteral("–") : text);
    describe();
    dress();
}

void FieldRow::setEdited(bool edited)
{
    m_edited = edited;
    m_name->setToolTip(edited ? tr("Edited since it came in; the history tells by whom") : QString());
    QFont font = m_theme.font(Text::Body);
    font.setItalic(edited);
    m_name->setFont(font);
    describe();
}

void FieldRow::setWritable(const QString& whyNot)
{
    m_editable = whyNot.isEmpty();
    setToolTip(m_editable ? tr("F2 edits") : whyNot);
}

void FieldRow::describe()
{
    setAccessibleName(m_edited ? tr("%1, edited: %2").arg(m_name->text(), m_shown)
                               : tr("%1: %2").arg(m_name->text(), m_shown));
}

void FieldRow::dress()
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, m_shown.isEmpty() ? m_theme.colours().dim : m_theme.colours().ink);
    m_text->setPalette(palette);
    update();
}

bool FieldRow::editing() const
{
    return !m_editor->isHidden();
}

void FieldRow::edit()
{
    if (!m_editable || editing())
        return;
    const int lines
        = m_oneLine ? m_theme.px(Theme::field) : std::max(m_text->height() + m_theme.px(44), m_theme.px(60));
    m_editor->setFixedHeight(std::min(lines, m_theme.px(tallest)));
    m_editor->setPlainText(m_shown);
    m_text->hide();
    m_editor->show();
    m_hint->show();
    m_editor->setFocus();
    m_editor->selectAll();
}

void FieldRow::stopEditing()
{
    if (!editing())
        return;
    const bool focused = m_editor->hasFocus();
    m_editor->hide();
    m_hint->hide();
    m_text->show();
    if (focused)
        setFocus();
}

void FieldRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_editable)
            return edit();
        break;
    case Qt::Key_Up: Q_EMIT moveRequested(-1); return;
    case Qt::Key_Down: Q_EMIT moveRequested(1); return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_editor || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape) {
        stopEditing();
        return true;
    }
    if (enter && (m_oneLine || key->modifiers().testFlag(Qt::ControlModifier))) {
        const QString text = m_editor->toPlainText().trimmed();
        stopEditing();
        if (text != m_shown)
            Q_EMIT saved(text);
        return true;
    }
    return false;
}

void FieldRow::mouseDoubleClickEvent(QMouseEvent*)
{
    edit();
}

void FieldRow::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colours().selection);
    painter.drawRoundedRect(rect(), m_theme.px(4), m_theme.px(4));
}

} // namespace winnow::ui
