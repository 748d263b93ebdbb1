// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/TagHelp.h"

#include "project/QueryLanguage.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace winnow::ui {

TagHelp::TagHelp(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_none(new TextLabel(theme, Text::Small, tr("This service ranks by words; it has no fields and no AND, OR, NOT."),
                           this))
{
    m_list->setAccessibleName(tr("Fields of this database; Enter puts one into the query"));
    m_list->setToolTip(tr("Enter or a double click puts it into the query"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->installEventFilter(this);
    m_none->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    column->addWidget(new SectionLabel(theme, tr("Fields"), SectionLabel::Case::AsWritten, this));
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    column->addStretch(0);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &TagHelp::choose);
}

void TagHelp::setDatabase(const QString& id)
{
    m_list->clear();
    const sources::Syntax* syntax = sources::syntaxOf(id);
    if (syntax) {
        for (const sources::FieldTag& tag : syntax->tags) {
            const QString text = QString::fromUtf8(tag.text);
            auto* item = new QListWidgetItem(
                text + QStringLiteral("\n") + QCoreApplication::translate("Words", tag.meaning), m_list);
            item->setData(Qt::UserRole, text);
        }
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_list->setVisible(m_list->count() > 0);
    m_none->setVisible(m_list->count() == 0);
}

void TagHelp::choose()
{
    if (const QListWidgetItem* item = m_list->currentItem())
        Q_EMIT chosen(item->data(Qt::UserRole).toString());
}

bool TagHelp::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace winnow::ui
