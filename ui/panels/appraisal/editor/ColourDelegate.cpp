// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/ColourDelegate.h"

#include "appraisal/Usual.h"
#include "services/Dialogs.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QIcon>
#include <QLineEdit>
#include <QPainter>
#include <QPersistentModelIndex>
#include <QPixmap>

#include <utility>

namespace winnow::ui {

namespace {

constexpr int swatchSide = 14;

QIcon swatch(const QColor& colour, const QColor& line)
{
    QPixmap pixmap(swatchSide, swatchSide);
    pixmap.fill(colour);
    QPainter painter(&pixmap);
    painter.setPen(line);
    painter.drawRect(0, 0, swatchSide - 1, swatchSide - 1);
    return pixmap;
}

} // namespace

ColourDelegate::ColourDelegate(Dialogs& dialogs, bool colourBlind, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_dialogs(dialogs)
    , m_colourBlind(colourBlind)
{
}

QWidget* ColourDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setCompleter(nullptr);
    box->setFrame(false);
    box->setAccessibleName(tr("Colour"));
    for (const bool blind : {m_colourBlind, !m_colourBlind}) {
        for (const appraisal::UsualColour& one : appraisal::usualColours(blind)) {
            const QString text = blind ? tr("%1 %2, colour-blind") : tr("%1 %2");
            box->addItem(swatch(QColor(one.code), box->palette().color(QPalette::Mid)),
                         text.arg(one.code, one.judgement), one.code);
        }
    }
    box->addItem(tr("Other…"));
    box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + 2 * swatchSide);
    auto* self = const_cast<ColourDelegate*>(this);
    connect(box, &QComboBox::activated, self, [self, box, index = QPersistentModelIndex(index)](int chosen) {
        const QString code = box->itemData(chosen).toString();
        box->setEditText(code.isEmpty() ? index.data().toString() : code);
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
        if (code.isEmpty())
            self->askOther(index);
    });
    return box;
}

/// The whole cell: what is written there has little room.
void ColourDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect);
}

void ColourDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* box = static_cast<QComboBox*>(editor);
    const QString code = index.data(Qt::EditRole).toString();
    int current = -1;
    for (int i = 0; current < 0 && i < box->count(); ++i) {
        if (!code.isEmpty() && box->itemData(i).toString().compare(code, Qt::CaseInsensitive) == 0)
            current = i;
    }
    box->setCurrentIndex(current);
    box->setEditText(code);
    box->lineEdit()->selectAll();
}

void ColourDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    model->setData(index, static_cast<QComboBox*>(editor)->currentText().trimmed());
}

void ColourDelegate::askOther(const QModelIndex& index) const
{
    auto* model = const_cast<QAbstractItemModel*>(index.model());
    m_dialogs.askColour(tr("Colour of the judgement"), QColor(index.data().toString()), model,
                        [model, where = QPersistentModelIndex(index)](const QColor& colour) {
                            if (where.isValid())
                                model->setData(where, colour.name());
                        });
}

} // namespace winnow::ui
