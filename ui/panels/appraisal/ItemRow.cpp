// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/ItemRow.h"

#include "panels/appraisal/QuoteList.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int step = 18; ///< an indent

} // namespace

QString legendOf(const std::vector<appraisal::Answer>& answers)
{
    QStringList lines;
    for (const appraisal::Answer& answer : answers) {
        if (answer.label != answer.code && !answer.label.isEmpty())
            lines << answer.code + QStringLiteral(" = ") + answer.label;
    }
    return lines.join(QStringLiteral(" · "));
}

ItemRow::ItemRow(const Theme& theme, const appraisal::Instrument& instrument, const appraisal::Item& item,
                 QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_item(item.id)
    , m_question(new TextLabel(theme, Text::Body, QStringLiteral("%1  %2").arg(item.id, item.question), this))
    , m_folded(new TextLabel(theme, Text::Small, tr("%1 is not asked here.").arg(item.id), this))
    , m_answers(new Segmented(theme, this))
    , m_support(new QLineEdit(this))
    , m_quotes(new QuoteList(theme, item.id, this))
    , m_others(new TextLabel(theme, Text::Small, {}, this))
{
    const auto& answers = appraisal::answersOf(instrument, item);
    QStringList names;
    for (const appraisal::Answer& answer : answers) {
        m_codes << answer.code;
        names << (answer.label.isEmpty() ? answer.code : answer.label);
    }
    m_question->setWordWrap(true);
    if (!item.help.isEmpty()) {
        m_help = new TextLabel(theme, Text::Small, item.help, this);
        m_help->setDim(true);
        m_help->setWordWrap(true);
    }
    if (const QString legend = item.answerSet.isEmpty() ? legendOf(answers) : QString(); !legend.isEmpty()) {
        m_legend = new TextLabel(theme, Text::Small, legend, this);
        m_legend->setWordWrap(true);
    }
    m_folded->setDim(true);
    m_others->setWordWrap(true);
    m_answers->setOptions(m_codes, names);
    m_answers->setDigitsShown(true);
    m_answers->setClearable(true);
    m_answers->setFocusPolicy(Qt::StrongFocus);
    m_answers->setToolTip(legendOf(answers));
    m_answers->setAccessibleName(QStringLiteral("%1 %2").arg(item.id, item.question));
    m_support->setPlaceholderText(tr("What supports this answer"));
    m_support->setAccessibleName(tr("Support for %1").arg(item.id));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(step * item.indent), 0, 0, theme.px(10));
    column->setSpacing(theme.px(4));
    column->addWidget(m_folded);
    column->addWidget(m_question);
    if (m_help)
        column->addWidget(m_help);
    if (m_legend)
        column->addWidget(m_legend);
    column->addWidget(m_answers, 0, Qt::AlignLeading);
    column->addWidget(m_support);
    column->addWidget(m_quotes);
    column->addWidget(m_others);
    m_support->installEventFilter(this);
    connect(m_quotes, &QuoteList::changed, this, [this](const std::vector<Quote>& quotes) {
        Said now = m_said;
        now.quotes = quotes;
        m_said = now;
        Q_EMIT said(m_item, now);
    });
    connect(m_quotes, &QuoteList::left, m_answers, qOverload<>(&QWidget::setFocus));
    connect(m_quotes, &QuoteList::fileWanted, this, [this] { Q_EMIT fileWanted(m_quotes); });
    connect(m_answers, &Segmented::changed, this, &ItemRow::sayNow);
    connect(m_support, &QLineEdit::editingFinished, this, [this] {
        if (m_support->text() != m_said.why)
            sayNow();
    });
}

void ItemRow::show(const Said& said, appraisal::Asked asked)
{
    const bool asks = asked != appraisal::Asked::No;
    m_said = said;
    m_folded->setVisible(!asks);
    m_question->setVisible(asks);
    if (m_help)
        m_help->setVisible(asks);
    if (m_legend)
        m_legend->setVisible(asks);
    m_answers->setVisible(asks);
    m_answers->setCurrent(int(m_codes.indexOf(said.value)));
    m_support->setVisible(asks && !said.value.isEmpty());
    m_quotes->setVisible(asks && !said.value.isEmpty());
    m_quotes->setQuotes(said.quotes);
    if (!m_support->hasFocus())
        m_support->setText(said.why);
}

void ItemRow::showSaid(const QString& text, bool differ)
{
    m_others->setText(differ ? tr("≠ %1").arg(text) : text);
    m_others->setDim(!differ);
    m_others->setVisible(!text.isEmpty());
}

QString ItemRow::legend() const
{
    return m_legend ? m_legend->text() : QString();
}

QString ItemRow::saidText() const
{
    return m_others->text();
}

void ItemRow::setReadOnly(bool readOnly)
{
    m_answers->setEnabled(!readOnly);
    m_support->setReadOnly(readOnly);
    m_quotes->setReadOnly(readOnly);
}

void ItemRow::sayNow()
{
    Said now = m_said;
    now.value = m_codes.value(m_answers->current());
    now.why = m_support->text();
    if (now == m_said)
        return;
    m_said = now;
    Q_EMIT said(m_item, now);
}

/// Esc keeps the text and goes back to the answers (screens.md).
bool ItemRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_support && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_answers->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace winnow::ui
