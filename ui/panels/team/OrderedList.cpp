// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/OrderedList.h"

#include "services/Allow.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/KeyCap.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr int digitRole = Qt::UserRole;

/// A row of the design: the digit key as a badge, then the text.
class DigitDelegate final : public QStyledItemDelegate {
public:
    DigitDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.px(Theme::tableRow)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_theme.colours();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, chosen ? c.selection : c.page);
        const QRect all = option.rect.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
        const int digit = index.data(digitRole).toInt();
        const QString badge = digit > 0 ? QString::number(digit) : QString();
        const QSize side = KeyCap::sizeOf(m_theme, QStringLiteral("0"));
        const auto place
            = [&](const QRect& logical) { return QStyle::visualRect(option.direction, option.rect, logical); };
        if (!badge.isEmpty())
            KeyCap::paint(*painter, m_theme,
                          place(QRect(QPoint(all.left(), all.center().y() - side.height() / 2), side)), badge);
        painter->setFont(option.font);
        painter->setPen(chosen ? c.selectionText : c.ink);
        const QRect room = place(all.adjusted(side.width() + m_theme.px(10), 0, 0, 0));
        const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
        painter->drawText(room, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter), text);
        if (chosen && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(c.accent, 1));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
    }

private:
    const Theme& m_theme;
};

} // namespace

OrderedList::OrderedList(const Theme& theme, Abilities abilities, const QString& name, const QString& addHint,
                         QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_abilities(abilities)
    , m_list(new QListWidget(this))
    , m_add(new QLineEdit(this))
    , m_addButton(new QPushButton(tr("Add"), this))
{
    setAccessibleName(name);
    m_list->setAccessibleName(name);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new DigitDelegate(theme, m_list));
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->setTabKeyNavigation(false);
    m_list->installEventFilter(this);
    m_add->setPlaceholderText(addHint);
    m_add->setAccessibleName(addHint);
    auto* below = new QHBoxLayout;
    below->setSpacing(theme.px(8));
    below->addWidget(m_add, 1);
    below->addWidget(m_addButton);
    for (QPushButton* one :
         {tool(tr("Up"), Move, QStringLiteral("Alt+Up")), tool(tr("Down"), Move, QStringLiteral("Alt+Down")),
          tool(tr("Rename"), Rename, QStringLiteral("F2")), tool(tr("Merge…"), Merge, {}),
          tool(tr("Remove"), Remove, QStringLiteral("Del"))})
        below->addWidget(one);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(m_list);
    column->addLayout(below);
    connect(m_add, &QLineEdit::returnPressed, this, &OrderedList::add);
    connect(m_addButton, &QPushButton::clicked, this, &OrderedList::add);
    connect(m_add, &QLineEdit::textChanged, this, &OrderedList::enableTools);
    connect(m_list, &QListWidget::currentRowChanged, this, &OrderedList::enableTools);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const int row = m_list->row(item);
        const QString text = item->text().trimmed();
        const QString before = m_rows[size_t(row)].text;
        // The owner's answer brings the new text; until then the old one stands.
        const QSignalBlocker quiet(m_list);
        item->setText(before);
        if (!text.isEmpty() && text != before)
            Q_EMIT renameWanted(row, text);
    });
    connect(m_tools[0], &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_tools[1], &QPushButton::clicked, this, [this] { move(1); });
    connect(m_tools[2], &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_tools[3], &QPushButton::clicked, this, [this] { Q_EMIT mergeWanted(current()); });
    connect(m_tools[4], &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(current()); });
    fit();
    enableTools();
}

QPushButton* OrderedList::tool(const QString& text, Ability ability, const QString& key)
{
    auto* button = new QPushButton(text, this);
    setLook(*button, Look::Quiet);
    button->setVisible(m_abilities.testFlag(ability));
    button->setToolTip(key.isEmpty() ? text : text + QStringLiteral(" (") + key + QLatin1Char(')'));
    m_tools.push_back(button);
    return button;
}

void OrderedList::setRows(const std::vector<Row>& rows)
{
    if (rows == m_rows)
        return;
    const QString text = m_list->currentItem() ? m_list->currentItem()->text() : QString();
    const int place = current();
    const QSignalBlocker quiet(m_list);
    m_rows = rows;
    m_list->clear();
    int chosen = std::min(place, int(rows.size()) - 1);
    for (const Row& row : rows) {
        auto* item = new QListWidgetItem(row.text, m_list);
        item->setData(digitRole, row.digit);
        item->setData(Qt::AccessibleTextRole, row.digit > 0 ? tr("%1, key %2").arg(row.text).arg(row.digit) : row.text);
        if (row.text == text)
            chosen = m_list->count() - 1;
    }
    m_list->setCurrentRow(chosen);
    allowRenaming();
    fit();
    enableTools();
}

int OrderedList::current() const
{
    return m_list->currentRow();
}

void OrderedList::setCurrent(int row)
{
    m_list->setCurrentRow(row);
}

void OrderedList::setEditable(bool on)
{
    m_editable = on;
    m_add->setVisible(on);
    m_addButton->setVisible(on);
    enableTools();
}

void OrderedList::setWritable(const QString& whyNoAdding, const QString& whyNoRemoving)
{
    m_whyNoAdding = whyNoAdding;
    m_whyNoRemoving = whyNoRemoving;
    allow(*m_add, whyNoAdding);
    allowRenaming();
    enableTools();
}

void OrderedList::allowRenaming()
{
    const QSignalBlocker quiet(m_list);
    const bool may = m_editable && m_abilities.testFlag(Rename) && m_whyNoAdding.isEmpty();
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setFlags(m_list->item(row)->flags().setFlag(Qt::ItemIsEditable, may));
}

void OrderedList::fit()
{
    const int rows = std::max(1, m_list->count());
    m_list->setFixedHeight(rows * m_theme.px(Theme::tableRow) + 2 * m_list->frameWidth());
    m_list->setVisible(m_list->count() > 0);
}

void OrderedList::enableTools()
{
    const int row = current();
    const bool chosen = m_editable && row >= 0;
    allow(*m_tools[0], m_whyNoAdding, chosen && row > 0);
    allow(*m_tools[1], m_whyNoAdding, chosen && row + 1 < m_list->count());
    allow(*m_tools[2], m_whyNoAdding, chosen);
    allow(*m_tools[3], m_whyNoRemoving, chosen && m_list->count() > 1);
    allow(*m_tools[4], m_whyNoRemoving, chosen);
    allow(*m_addButton, m_whyNoAdding, !m_add->text().trimmed().isEmpty());
}

void OrderedList::add()
{
    const QString text = m_add->text().trimmed();
    if (text.isEmpty())
        return;
    m_add->clear();
    Q_EMIT addWanted(text);
}

void OrderedList::move(int by)
{
    const int row = current();
    const int to = row + by;
    if (m_editable && m_whyNoAdding.isEmpty() && m_abilities.testFlag(Move) && row >= 0 && to >= 0
        && to < m_list->count())
        Q_EMIT moveWanted(row, to);
}

bool OrderedList::eventFilter(QObject* watched, QEvent* event)
{
    // Keys that a rename in place does not use come by here too.
    if (event->type() != QEvent::KeyPress || !m_list->hasFocus())
        return QWidget::eventFilter(watched, event);
    const auto* press = static_cast<QKeyEvent*>(event);
    const bool alt = press->modifiers() == Qt::AltModifier;
    const bool plain = press->modifiers() == Qt::NoModifier || press->modifiers() == Qt::KeypadModifier;
    if (alt && (press->key() == Qt::Key_Up || press->key() == Qt::Key_Down))
        move(press->key() == Qt::Key_Up ? -1 : 1);
    else if (plain && press->key() == Qt::Key_Delete && m_tools[4]->isEnabled() && m_abilities.testFlag(Remove))
        Q_EMIT removeWanted(current());
    else if (plain && (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) && m_list->currentItem())
        m_list->editItem(m_list->currentItem());
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace winnow::ui
