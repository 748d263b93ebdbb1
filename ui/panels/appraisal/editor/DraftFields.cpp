// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/DraftFields.h"

#include "services/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTextDocument>

namespace winnow::ui {

DraftFields::DraftFields(const Theme& theme, DraftDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(theme.px(8));
    m_form->setHorizontalSpacing(theme.px(Theme::gap));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    connect(&desk, &DraftDesk::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void DraftFields::setPlace(int where)
{
    m_place = where;
    refresh();
}

void DraftFields::refresh()
{
    const QScopedValueRollback showing(m_showing, true);
    for (const auto& one : m_refreshing)
        one();
}

void DraftFields::add(const QString& label, QWidget* field)
{
    field->setAccessibleName(label);
    m_form->addRow(label, field);
    ownUndo(field);
}

bool DraftFields::write(const QString& label, const Write& write, const QString& text, bool typed)
{
    return m_desk.change(
        label, m_place, [&](Draft& draft) { return write(draft, text); },
        typed ? QStringLiteral("%1 %2").arg(m_place).arg(label) : QString());
}

QLineEdit* DraftFields::line(const QString& label, const Read& read, const Write& put)
{
    auto* field = new QLineEdit(this);
    add(label, field);
    connect(field, &QLineEdit::textEdited, this, [=, this](const QString& text) { write(label, put, text, true); });
    connect(field, &QLineEdit::editingFinished, this, [this] { m_desk.seal(); });
    follow([=, this] {
        if (const QString now = read(m_desk.draft()); field->text() != now)
            field->setText(now);
    });
    return field;
}

QLineEdit* DraftFields::name(const QString& label, const Read& read, const Write& put)
{
    auto* field = new QLineEdit(this);
    add(label, field);
    connect(field, &QLineEdit::editingFinished, this, [=, this] {
        const QString before = read(m_desk.draft());
        const QString text = field->text().trimmed();
        if (m_showing || text == before)
            return;
        if (!write(label, put, text, false)) {
            field->setText(before);
            Q_EMIT refused(label, text);
        }
    });
    follow([=, this] { field->setText(read(m_desk.draft())); });
    return field;
}

QPlainTextEdit* DraftFields::prose(const QString& label, const Read& read, const Write& put, int lines)
{
    auto* field = new QPlainTextEdit(this);
    add(label, field);
    field->setTabChangesFocus(true);
    field->setUndoRedoEnabled(false);
    const QFontMetrics metrics(m_theme.font(Text::Body));
    field->setFixedHeight(lines * metrics.lineSpacing() + m_theme.px(16));
    connect(field, &QPlainTextEdit::textChanged, this, [=, this] {
        if (!m_showing)
            write(label, put, field->toPlainText(), true);
    });
    follow([=, this] {
        // A blank at the end is no news to somebody who goes on typing.
        const QString now = read(m_desk.draft());
        const QString shown = field->toPlainText();
        if (shown != now && !(field->hasFocus() && shown.simplified() == now))
            field->setPlainText(now);
    });
    return field;
}

QComboBox* DraftFields::choice(const QString& label, const Options& options, const Read& read, const Write& put)
{
    auto* field = new QComboBox(this);
    add(label, field);
    connect(field, &QComboBox::activated, this,
            [=, this](int index) { write(label, put, field->itemData(index).toString(), false); });
    follow([=, this] {
        const std::vector<Option> now = options(m_desk.draft());
        std::vector<Option> shown;
        for (int i = 0; i < field->count(); ++i)
            shown.push_back({field->itemData(i).toString(), field->itemText(i)});
        if (shown != now) {
            field->clear();
            for (const Option& option : now)
                field->addItem(option.label, option.value);
        }
        field->setCurrentIndex(field->findData(read(m_desk.draft())));
    });
    return field;
}

QCheckBox* DraftFields::check(const QString& label, const Read& read, const Write& put)
{
    auto* field = new QCheckBox(label, this);
    field->setAccessibleName(label);
    m_form->addRow(QString(), field);
    connect(field, &QCheckBox::clicked, this,
            [=, this](bool on) { write(label, put, on ? QStringLiteral("yes") : QString(), false); });
    follow([=, this] { field->setChecked(!read(m_desk.draft()).isEmpty()); });
    return field;
}

void DraftFields::ownUndo(QWidget* field)
{
    field->installEventFilter(this);
}

bool DraftFields::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        m_desk.seal();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (!undo && !key->matches(QKeySequence::Redo))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        undo ? m_desk.steps()->undo() : m_desk.steps()->redo();
    return true;
}

} // namespace winnow::ui
