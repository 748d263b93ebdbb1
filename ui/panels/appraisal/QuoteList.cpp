// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/QuoteList.h"

#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include <utility>

namespace winnow::ui {

namespace {

constexpr int mostPages = 99'999;

/// “text” p. 7, 120–188
QString quoteText(const Quote& quote)
{
    QString text = QStringLiteral("“%1”").arg(quote.text);
    if (quote.page > 0)
        text = QuoteList::tr("%1 p. %2").arg(text).arg(quote.page);
    if (!quote.range.isEmpty())
        text += QStringLiteral(", ") + QString(quote.range).replace(QLatin1Char('-'), QStringLiteral("–"));
    return text;
}

/// What a hash is called where its name is not known: enough of it to tell two files apart.
QString fileText(const QString& hash)
{
    return hash.isEmpty() ? QuoteList::tr("File…") : QuoteList::tr("File %1…").arg(hash.left(8));
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
    , m_range(new QLineEdit(m_entry))
    , m_complaint(new TextLabel(theme, Text::Small, {}, this))
    , m_file(new QPushButton(fileText({}), m_entry))
{
    m_text->setPlaceholderText(tr("Passage, then Enter"));
    m_text->setAccessibleName(tr("Passage that supports %1").arg(item));
    m_page->setRange(0, mostPages);
    m_page->setSpecialValueText(tr("page"));
    m_page->setPrefix(tr("p. "));
    m_page->setAccessibleName(tr("Page"));
    m_range->setPlaceholderText(tr("120-188"));
    m_range->setToolTip(tr("Characters of the page, from the first to the last one"));
    m_range->setAccessibleName(tr("Characters of the page"));
    m_range->setMaximumWidth(theme.px(96));
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    m_add->setAccessibleName(tr("Quote a passage for %1").arg(item));
    m_file->setToolTip(tr("The file that the passage stands in; its fingerprint is kept, not its name"));
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(theme.px(2));
    auto* row = new QHBoxLayout(m_entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(6));
    row->addWidget(m_text, 1);
    row->addWidget(m_page);
    row->addWidget(m_range);
    row->addWidget(m_file);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    column->addWidget(m_shown);
    column->addWidget(m_entry);
    column->addWidget(m_complaint);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    m_entry->hide();
    for (QWidget* part : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_page), static_cast<QWidget*>(m_range)})
        part->installEventFilter(this);
    connect(m_add, &QPushButton::clicked, this, &QuoteList::begin);
    connect(m_file, &QPushButton::clicked, this, &QuoteList::fileWanted);
    connect(m_text, &QLineEdit::textChanged, this, &QuoteList::takeApart);
    connect(m_range, &QLineEdit::textEdited, this, [this] { complain({}); });
}

void QuoteList::setQuotes(const std::vector<Quote>& quotes)
{
    if (quotes == m_quotes && m_list->count() == int(quotes.size()))
        return;
    if (m_edited && (*m_edited >= quotes.size() || quotes[*m_edited] != m_quotes[*m_edited]))
        m_edited.reset(); // it went, or became another one, meanwhile
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
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* change = new QPushButton(tr("Change"), line);
    change->setObjectName(QStringLiteral("change"));
    change->setAccessibleName(tr("Change “%1”").arg(m_quotes[index].text));
    auto* remove = new QPushButton(tr("Remove"), line);
    remove->setAccessibleName(tr("Remove “%1”").arg(m_quotes[index].text));
    for (QPushButton* button : {change, remove}) {
        button->setVisible(!m_readOnly);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    connect(change, &QPushButton::clicked, this, [this, index] { edit(index); });
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

void QuoteList::edit(std::size_t index)
{
    const Quote quote = m_quotes[index];
    m_edited = index;
    begin();
    m_text->setText(quote.text);
    m_page->setValue(quote.page);
    m_range->setText(quote.range);
    setFile(quote.file, fileText(quote.file));
}

/// The file stays for the next passage, which is likely to be from it, too.
void QuoteList::end()
{
    m_entry->hide();
    m_text->clear();
    m_range->clear();
    complain({});
    m_edited.reset();
    m_add->setVisible(!m_readOnly);
    Q_EMIT left();
}

void QuoteList::complain(const QString& sentence)
{
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
}

QString QuoteList::complaint() const
{
    return m_complaint->text();
}

QPushButton* QuoteList::editButton(int line) const
{
    return m_list->itemAt(line)->widget()->findChild<QPushButton*>(QStringLiteral("change"));
}

void QuoteList::takeApart(const QString& pasted)
{
    static const QRegularExpression form(QStringLiteral("^\\s*[“\"](.+)[”\"]\\s*(?:\\p{L}{1,6}\\.?\\s*(\\d{1,5}))?"
                                                        "(?:\\s*,\\s*(\\d{1,9}\\s*[-–]\\s*\\d{1,9}))?\\s*$"));
    const qsizetype before = std::exchange(m_length, pasted.size());
    if (pasted.size() <= before + 1)
        return; // typed, letter by letter
    const auto match = form.match(pasted);
    if (!match.hasMatch() || (match.captured(2).isEmpty() && match.captured(3).isEmpty()))
        return;
    m_text->setText(match.captured(1));
    if (!match.captured(2).isEmpty())
        m_page->setValue(match.captured(2).toInt());
    if (!match.captured(3).isEmpty())
        m_range->setText(rangeSaid(match.captured(3)).value_or(match.captured(3)));
}

void QuoteList::keep()
{
    const QString text = m_text->text().simplified();
    if (text.isEmpty() && !m_edited)
        return end();
    const auto range = rangeSaid(m_range->text());
    if (!range) {
        complain(tr("Characters are written as 120-188: the first and the last one of the page that belong to it."));
        m_range->setFocus();
        return m_range->selectAll();
    }
    std::vector<Quote> quotes = m_quotes;
    const Quote quote{m_fileHash, m_page->value(), *range, text.isEmpty() ? quotes[*m_edited].text : text};
    if (m_edited && *m_edited < quotes.size())
        quotes[*m_edited] = quote;
    else
        quotes.push_back(quote);
    end();
    if (quotes != m_quotes)
        Q_EMIT changed(quotes);
}

bool QuoteList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: keep(); return true;
    case Qt::Key_Escape: end(); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

} // namespace winnow::ui
