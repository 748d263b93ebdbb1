// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/JudgementRow.h"

#include "services/Theme.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

QString proposalOf(const appraisal::Outcome& outcome, const QString& label)
{
    switch (outcome.ground) {
    case appraisal::Ground::Rules: return JudgementRow::tr("The answers propose: %1").arg(label);
    case appraisal::Ground::Unanswered: return JudgementRow::tr("Proposed once the questions are answered.");
    case appraisal::Ground::Appraiser: return JudgementRow::tr("This instrument leaves the judgement to you.");
    case appraisal::Ground::Gap: return JudgementRow::tr("No rule speaks of these answers: judge yourself.");
    case appraisal::Ground::Clash: return JudgementRow::tr("Two rules disagree about these answers: judge yourself.");
    }
    return {};
}

} // namespace

JudgementRow::JudgementRow(const Theme& theme, const appraisal::Scale& scale, const QString& key, const QString& head,
                           const QString& question, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_key(key)
    , m_proposal(new TextLabel(theme, Text::Small, {}, this))
    , m_levels(new Segmented(theme, this))
    , m_reason(new QLineEdit(this))
    , m_others(new TextLabel(theme, Text::Small, {}, this))
{
    QStringList texts;
    for (const appraisal::Level& level : scale.levels) {
        m_names << level.name;
        m_labels << level.label;
        texts << level.symbol + QLatin1Char(' ') + level.name.left(40);
    }
    m_proposal->setDim(true);
    m_proposal->setWordWrap(true);
    m_others->setWordWrap(true);
    m_levels->setOptions(texts, m_labels);
    m_levels->setDigitsShown(true);
    m_levels->setFocusPolicy(Qt::StrongFocus);
    m_levels->setAccessibleName(head);
    m_reason->setAccessibleName(tr("Reason for the judgement"));
    m_reason->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(4), 0, theme.px(10));
    column->setSpacing(theme.px(4));
    column->addWidget(new SectionLabel(theme, head, SectionLabel::Case::Capitals, this));
    if (!question.isEmpty()) {
        auto* asked = new TextLabel(theme, Text::Body, question, this);
        asked->setWordWrap(true);
        column->addWidget(asked);
    }
    column->addWidget(m_proposal);
    column->addWidget(m_levels, 0, Qt::AlignLeading);
    column->addWidget(m_reason);
    column->addWidget(m_others);
    connect(m_levels, &Segmented::changed, this, &JudgementRow::choose);
}

void JudgementRow::show(const appraisal::Outcome& outcome, const Said& given)
{
    m_proposed = outcome.proposed;
    m_given = given;
    const qsizetype proposed = m_names.indexOf(outcome.proposed);
    // A rule may propose one thing and ask whether it should not be another.
    const QStringList lines = QStringList(proposalOf(outcome, m_labels.value(proposed))) + outcome.questions;
    m_proposal->setText(lines.join(QLatin1Char('\n')));
    m_levels->setCurrent(int(m_names.indexOf(outcome.judgement())));
    m_reason->setVisible(!given.value.isEmpty());
    m_reason->setPlaceholderText(tr("Reason, then Enter"));
    m_reason->setText(given.why);
}

void JudgementRow::showSaid(const QString& text, bool differ)
{
    m_others->setText(differ ? tr("≠ %1").arg(text) : text);
    m_others->setDim(!differ);
    m_others->setVisible(!text.isEmpty());
}

QString JudgementRow::proposalText() const
{
    return m_proposal->text();
}

void JudgementRow::setReadOnly(bool readOnly)
{
    m_levels->setEnabled(!readOnly);
    m_reason->setReadOnly(readOnly);
}

void JudgementRow::choose(int level)
{
    const QString name = m_names.value(level);
    if (name == m_proposed) {
        if (!m_given.value.isEmpty())
            Q_EMIT judged(m_key, {});
        m_reason->hide();
        return;
    }
    if (m_proposed.isEmpty()) {
        Said said = m_given;
        said.value = name;
        Q_EMIT judged(m_key, said);
        return;
    }
    m_reason->setPlaceholderText(tr("Why not “%1”? Reason, then Enter").arg(m_proposed));
    m_reason->show();
    m_reason->setFocus();
}

void JudgementRow::sayReason()
{
    Said said = m_given;
    said.value = m_names.value(m_levels->current());
    said.why = m_reason->text().trimmed();
    if (said.why.isEmpty() || said.value.isEmpty())
        return;
    m_levels->setFocus();
    Q_EMIT judged(m_key, said);
}

/// Enter says the reason, Esc gives up overruling.
bool JudgementRow::eventFilter(QObject* watched, QEvent* event)
{
    const bool typed = watched == m_reason && event->type() == QEvent::KeyPress;
    const int key = typed ? static_cast<QKeyEvent*>(event)->key() : 0;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        sayReason();
        return true;
    }
    if (key == Qt::Key_Escape) {
        m_levels->setCurrent(int(m_names.indexOf(m_given.value.isEmpty() ? m_proposed : m_given.value)));
        m_reason->setVisible(!m_given.value.isEmpty());
        m_reason->setText(m_given.why);
        m_levels->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace winnow::ui
