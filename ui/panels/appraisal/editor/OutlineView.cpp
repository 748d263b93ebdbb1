// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/OutlineView.h"

#include "services/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace winnow::ui {

namespace {

constexpr int indentStep = 14;

/// A row of the outline: its text, and a sign at its end where something is to be said of it.
class OutlineDelegate final : public QStyledItemDelegate {
public:
    OutlineDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.px(Theme::tableRow)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_theme.colours();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, chosen ? c.selection : c.window);
        const auto mark = OutlineModel::Mark(index.data(OutlineModel::MarkRole).toInt());
        const int side = m_theme.px(16);
        const QRect all = option.rect.adjusted(m_theme.px(6), 0, -m_theme.px(6), 0);
        const QRect text = all.adjusted(0, 0, mark == OutlineModel::Mark::None ? 0 : -side, 0);
        const bool domain = index.model()->rowCount(index) > 0 || !index.parent().isValid();
        painter->setFont(m_theme.font(domain ? Text::Strong : Text::Body));
        painter->setPen(chosen ? c.selectionText : c.ink);
        const QFontMetrics metrics(painter->font());
        const auto put = [&](const QRect& rect, const QString& what, Qt::Alignment edge) {
            const QRect where = QStyle::visualRect(option.direction, option.rect, rect);
            painter->drawText(where, int(QStyle::visualAlignment(option.direction, edge) | Qt::AlignVCenter), what);
        };
        put(text, metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()), Qt::AlignLeft);
        if (mark != OutlineModel::Mark::None) {
            painter->setPen(mark == OutlineModel::Mark::Fault ? c.exclude : c.maybe);
            painter->setFont(m_theme.font(Text::Strong));
            put(all, mark == OutlineModel::Mark::Fault ? QStringLiteral("✕") : QStringLiteral("!"), Qt::AlignRight);
        }
        if (chosen && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(c.accent, 1));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
    }

private:
    const Theme& m_theme;
};

} // namespace

OutlineView::OutlineView(const Theme& theme, DraftDesk& desk, QWidget* parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_model(new OutlineModel(desk, this))
{
    setAccessibleName(tr("Parts of the instrument"));
    setModel(m_model);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setIndentation(theme.px(indentStep));
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDropIndicatorShown(true);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new OutlineDelegate(theme, this));
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        expandAll();
        const int wanted = m_model->indexOf(m_place).isValid() ? m_place : place::about;
        setCurrentIndex(m_model->indexOf(wanted));
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (!now.isValid())
            return;
        m_place = now.data(OutlineModel::PlaceRole).toInt();
        Q_EMIT placeChosen(m_place);
    });
    connect(&desk, &DraftDesk::went, this, &OutlineView::setPlace);
    setCurrentIndex(m_model->indexOf(place::about));
}

int OutlineView::place() const
{
    return m_place;
}

void OutlineView::setPlace(int where)
{
    if (const QModelIndex index = m_model->indexOf(where); index.isValid())
        setCurrentIndex(index);
}

/// The room before a question is of one ground with its row.
void OutlineView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    const Colours& c = m_theme.colours();
    painter->fillRect(rect, selectionModel()->isSelected(index) ? c.selection : c.window);
}

/// Something new is made and chosen.
void OutlineView::make(const QString& name, const std::function<int(appraisal::InstrumentDraft&)>& work)
{
    int made = 0;
    const auto done = m_desk.change(name, m_place, [&](appraisal::InstrumentDraft& draft) {
        made = work(draft);
        return made != 0;
    });
    if (done)
        setPlace(made);
}

void OutlineView::addDomain()
{
    make(tr("Add a domain"), [this](appraisal::InstrumentDraft& draft) {
        const appraisal::DraftDomain* around = appraisal::domainAround(m_desk.draft(), m_place);
        return appraisal::addDomain(draft, around ? around->key : 0);
    });
}

void OutlineView::addOverall()
{
    make(tr("Add the overall judgement"), appraisal::addOverall);
}

void OutlineView::addItem()
{
    make(tr("Add a question"),
         [this](appraisal::InstrumentDraft& draft) { return appraisal::addItem(draft, m_place); });
}

void OutlineView::copyChosen()
{
    make(tr("Copy"), [this](appraisal::InstrumentDraft& draft) { return appraisal::copyOf(draft, m_place); });
}

/// What stood behind it is chosen then, else what stood before.
void OutlineView::removeChosen()
{
    const QModelIndex index = currentIndex();
    const QModelIndex below = index.siblingAtRow(index.row() + 1);
    const QModelIndex above = index.row() > 0 ? index.siblingAtRow(index.row() - 1) : index.parent();
    const int next = (below.isValid() ? below : above).data(OutlineModel::PlaceRole).toInt();
    const int gone = m_place;
    m_place = next;
    const bool done = m_desk.change(
        tr("Delete"), gone, [gone](appraisal::InstrumentDraft& draft) { return appraisal::remove(draft, gone); });
    if (!done)
        m_place = gone;
}

void OutlineView::moveChosen(int by)
{
    m_desk.change(tr("Move"), m_place,
                  [this, by](appraisal::InstrumentDraft& draft) { return appraisal::moveBy(draft, m_place, by); });
}

void OutlineView::indentChosen(int by)
{
    m_desk.change(tr("Indent"), m_place,
                  [this, by](appraisal::InstrumentDraft& draft) { return appraisal::indent(draft, m_place, by); });
}

bool OutlineView::moveKey(const QKeyEvent& event)
{
    const bool mirrored = isRightToLeft();
    switch (event.key()) {
    case Qt::Key_Up: moveChosen(-1); return true;
    case Qt::Key_Down: moveChosen(1); return true;
    case Qt::Key_Right: indentChosen(mirrored ? -1 : 1); return true;
    case Qt::Key_Left: indentChosen(mirrored ? 1 : -1); return true;
    default: return false;
    }
}

void OutlineView::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier && moveKey(*event))
        return;
    if (modifiers == Qt::ControlModifier && event->key() == Qt::Key_D)
        return copyChosen();
    if (event->key() == Qt::Key_Insert)
        return modifiers == Qt::ShiftModifier ? addDomain() : addItem();
    if (event->key() == Qt::Key_Delete)
        return removeChosen();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2)
        return Q_EMIT entered();
    QTreeView::keyPressEvent(event);
}

} // namespace winnow::ui
