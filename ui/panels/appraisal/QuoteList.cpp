// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/QuoteList.h"

#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace winnow::ui {

namespace {

constexpr int mostPages = 99'999;

QString quoteText(const Quote& quote)
{
    const QString text = QStringLiteral("“%1”").arg(quote.text);
    return quote.page > 0 ? QuoteList::tr("%1 p. %2").arg(text).arg(quote.page) : text;
}

} // namespace

QuoteList::QuoteList(const Theme& theme, const QString& item, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shown(new QWidget(this))
    , m_list(new QVBoxLayout(m_shown))
    , m_add(new QPushButton(tr("Quote…"), this))
    , m_entry(new QWidget(this))
    , m_text(new QLineEdit(m_entry))
    , m_page(new QSpinBox(m_entry))
    , m_file(new QPushButton(tr("File…"), m_entry))
{
    m_text->setPlaceholderText(tr("Passage, then Enter"));
    m_text->setAccessibleName(tr("Passage that supports %1").arg(item));
    m_page->setRange(0, mostPages);
    m_page->setSpecialValueText(tr("page"));
    m_page->setPrefix(tr("p. "));
    m_page->setAccessibleName(tr("Page"));
    m_add->setAccessibleName(tr("Quote a passage for %1").arg(item));
    m_file->setToolTip(tr("The file that the passage stands in; its fingerprint is kept, not its name"));
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(theme.px(2));
    auto* row = new QHBoxLayout(m_entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(6));
    row->addWidget(m_text, 1);
    row->addWidget(m_page);
    row->addWidget(m_file);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    column->addWidget(m_shown);
    column->addWidget(m_entry);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    m_entry->hide();
    for (QWidget* part : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_page)})
        part->installEventFilter(this);
    connect(m_add, &QPushButton::clicked, this, &QuoteList::begin);
    connect(m_file, &QPushButton::clicked, this, &QuoteList::fileWanted);
}

void QuoteList::setQuotes(const std::vector<Quote>& quotes)
{
    if (quotes == m_quotes && m_list->count() == int(quotes.size()))
        return;
    m_quotes = quotes;
    while (QLayoutItem* line = m_list->takeAt(0)) {
        delete line->widget();
        delete line;
    }
    for (std::size_t i = 0; i < m_quotes.size(); ++i)
        addLine(i);
    m_shown->setVisible(!m_quotes.empty());
}

void QuoteList::addLine(std::size_t index)
{
    auto* line = new QWidget(m_shown);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* text = new TextLabel(m_theme, Text::Small, quoteText(m_quotes[index]), line);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setToolTip(m_quotes[index].file.isEmpty() ? QString() : tr("File %1").arg(m_quotes[index].file));
    row->addWidget(text, 1);
    auto* remove = new QPushButton(tr("Remove"), line);
    remove->setVisible(!m_readOnly);
    row->addWidget(remove, 0, Qt::AlignTop);
    connect(remove, &QPushButton::clicked, this, [this, index] {
        std::vector<Quote> rest = m_quotes;
        rest.erase(rest.begin() + qsizetype(index));
        Q_EMIT left();
        Q_EMIT changed(rest);
    });
    m_list->addWidget(line);
}

void QuoteList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly && !m_entry->isVisibleTo(this));
    for (QPushButton* button : m_shown->findChildren<QPushButton*>())
        button->setVisible(!readOnly);
}

QStringList QuoteList::lines() const
{
    QStringList lines;
    for (const Quote& quote : m_quotes)
        lines << quoteText(quote);
    return lines;
}

void QuoteList::setFile(const QString& hash, const QString& name)
{
    m_fileHash = hash;
    m_file->setText(name);
}

void QuoteList::begin()
{
    m_add->hide();
    m_entry->show();
    m_text->setFocus();
}

void QuoteList::end()
{
    m_entry->hide();
    m_text->clear();
    m_add->setVisible(!m_readOnly);
    Q_EMIT left();
}

void QuoteList::add()
{
    const QString text = m_text->text().simplified();
    if (text.isEmpty())
        return end();
    std::vector<Quote> more = m_quotes;
    more.push_back({m_fileHash, m_page->value(), {}, text});
    end();
    Q_EMIT changed(more);
}

bool QuoteList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: add(); return true;
    case Qt::Key_Escape: end(); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

} // namespace winnow::ui
