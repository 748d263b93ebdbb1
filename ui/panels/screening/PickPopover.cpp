// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/PickPopover.h"

#include "services/StyleParts.h"
#include "widgets/KeyCap.h"
#include "widgets/SectionLabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::ui {

namespace {

enum Role { IdRole = Qt::UserRole + 1, DigitRole, ChosenRole };

constexpr int rowHeight = 30;
constexpr int width_ = 360;
constexpr int mostRows = 9;
/// Of the list's model: some line carries a digit, so that all leave room for one.
constexpr const char* digitsShown = "digitsShown";

class PickDelegate final : public QStyledItemDelegate {
public:
    PickDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {m_theme.px(120), m_theme.px(rowHeight)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_theme.colours();
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (current)
            styleParts::box(*painter, option.rect, m_theme.px(4), c.selection, {});
        const QRect inner = option.rect.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
        const QString digit = index.data(DigitRole).toString();
        const QSize cap = KeyCap::sizeOf(m_theme, QStringLiteral("8"));
        const QRect badge(inner.left(), inner.center().y() - cap.height() / 2 + 1, cap.width(), cap.height());
        if (!digit.isEmpty())
            KeyCap::paint(*painter, m_theme, QStyle::visualRect(option.direction, inner, badge), digit);
        const QString chosen = index.data(ChosenRole).toBool() ? QStringLiteral("✓") : QString();
        const int end = chosen.isEmpty() ? 0 : m_theme.px(20);
        const bool digits = index.model()->property(digitsShown).toBool();
        const int start = digits ? cap.width() + m_theme.px(9) : 0;
        const QRect words(inner.left() + start, inner.top(), inner.width() - start - end, inner.height());
        painter->setFont(m_theme.font(Text::Body));
        painter->setPen(current ? c.selectionText : c.ink);
        painter->drawText(
            QStyle::visualRect(option.direction, inner, words),
            int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        const QRect tick(inner.right() - end, inner.top(), end, inner.height());
        painter->drawText(QStyle::visualRect(option.direction, inner, tick), Qt::AlignCenter, chosen);
        painter->restore();
    }

private:
    const Theme& m_theme;
};

/// Each word typed is found somewhere in the text, whatever the case and the accents.
bool fits(const QString& text, const QString& typed)
{
    const auto plain = [](const QString& s) {
        QString bare;
        for (const QChar c : s.normalized(QString::NormalizationForm_D).toCaseFolded()) {
            if (c.category() != QChar::Mark_NonSpacing)
                bare += c;
        }
        return bare;
    };
    const QString where = plain(text);
    const QStringList words = plain(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&where](const QString& word) { return where.contains(word); });
}

} // namespace

PickPopover::PickPopover(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new SectionLabel(theme, {}, SectionLabel::Case::AsWritten, this))
    , m_none(new TextLabel(theme, Text::Body, {}, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    hide();
    setFocusProxy(m_field);
    m_none->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new PickDelegate(theme, this));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(8));
    column->setSpacing(theme.px(8));
    column->addWidget(m_title);
    column->addWidget(m_field);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &PickPopover::fill);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { pickRow(m_list->row(item)); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PickPopover::open(const Offer& offer, const QRect& anchor)
{
    m_offer = offer;
    m_anchor = anchor;
    m_title->setText(offer.title);
    setAccessibleName(offer.title);
    m_field->setPlaceholderText(offer.placeholder);
    m_field->setAccessibleName(offer.title);
    m_none->setText(offer.none);
    m_none->setVisible(offer.items.empty() && !offer.none.isEmpty());
    m_list->model()->setProperty(digitsShown, std::any_of(offer.items.begin(), offer.items.end(), [](const Item& item) {
                                     return item.digit > 0;
                                 }));
    m_field->clear();
    fill();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void PickPopover::close()
{
    if (!isVisible())
        return;
    hide();
    Q_EMIT closed();
}

void PickPopover::fill()
{
    const QString typed = m_field->text().simplified();
    m_list->clear();
    bool exact = false;
    for (const Item& item : m_offer.items) {
        if (!fits(item.text, typed))
            continue;
        auto* line = new QListWidgetItem(item.text, m_list);
        line->setData(IdRole, item.id);
        line->setData(DigitRole, item.digit > 0 ? QString::number(item.digit) : QString());
        line->setData(ChosenRole, item.chosen);
        exact = exact || item.text.compare(typed, Qt::CaseInsensitive) == 0;
    }
    if (!m_offer.addVerb.isEmpty() && !typed.isEmpty() && !exact)
        new QListWidgetItem(m_offer.addVerb.arg(typed), m_list);
    m_list->setCurrentRow(0);
    place();
}

void PickPopover::place()
{
    // As many rows as there are items, also while fewer fit what is typed: the list does not jump at each letter.
    const int rows = std::clamp(std::max(int(m_offer.items.size()), m_list->count()), 1, mostRows);
    m_list->setVisible(m_list->count() > 0 || !m_offer.items.empty());
    m_list->setFixedHeight(rows * m_theme.px(rowHeight));
    layout()->activate();
    const QSize size(std::min(m_theme.px(width_), parentWidget()->width() - m_theme.px(16)),
                     layout()->totalHeightForWidth(m_theme.px(width_)) > 0 ? std::max(
                         layout()->totalHeightForWidth(m_theme.px(width_)), layout()->totalMinimumSize().height())
                                                                           : layout()->totalMinimumSize().height());
    const int edge = m_theme.px(8);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int x = mirrored ? m_anchor.right() - size.width() : m_anchor.left();
    x = std::clamp(x, edge, std::max(edge, parentWidget()->width() - size.width() - edge));
    int y = m_anchor.top() - size.height() - edge;
    if (y < edge)
        y = std::min(m_anchor.bottom() + edge, std::max(edge, parentWidget()->height() - size.height() - edge));
    setGeometry(QRect(QPoint(x, y), size));
}

void PickPopover::pickRow(int row)
{
    const QListWidgetItem* item = m_list->item(row);
    if (!item)
        return;
    const qint64 id = item->data(IdRole).toLongLong();
    const QString typed = m_field->text().simplified();
    close();
    if (id != 0)
        Q_EMIT picked(id);
    else
        Q_EMIT added(typed);
}

bool PickPopover::key(QKeyEvent& event)
{
    // The key that opened this may still be held down: it must not type into the field.
    if (event.isAutoRepeat() && event.key() != Qt::Key_Up && event.key() != Qt::Key_Down
        && event.key() != Qt::Key_Backspace && event.key() != Qt::Key_Delete)
        return true;
    const int digit = event.text().size() == 1 ? event.text().at(0).digitValue() : -1;
    const auto carrier = std::find_if(m_offer.items.begin(), m_offer.items.end(),
                                      [digit](const Item& item) { return digit > 0 && item.digit == digit; });
    if (carrier != m_offer.items.end() && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        const qint64 id = carrier->id;
        close();
        Q_EMIT picked(id);
        return true;
    }
    const int step = event.key() == Qt::Key_Down ? 1 : event.key() == Qt::Key_Up ? -1 : 0;
    if (step != 0) {
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
        return true;
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        pickRow(m_list->currentRow());
        return true;
    }
    if (event.key() == Qt::Key_Escape || event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab) {
        close();
        return true;
    }
    return false;
}

bool PickPopover::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && isVisible()) {
        if (event->type() == QEvent::KeyPress && key(static_cast<QKeyEvent&>(*event)))
            return true;
        if (event->type() == QEvent::FocusOut
            && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason
            && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
            hide(); // whoever took the focus keeps it
    }
    return QFrame::eventFilter(watched, event);
}

void PickPopover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().page);
    styleParts::box(painter, rect(), m_theme.px(Theme::radius), m_theme.colours().page, m_theme.colours().dim);
}

QStringList PickPopover::shownTexts() const
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row)
        texts << m_list->item(row)->text();
    return texts;
}

} // namespace winnow::ui
