// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/BeginPage.h"

#include "appraisal/Shipped.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int widest = 460;

QString aboutText(const appraisal::Instrument& instrument)
{
    QStringList parts;
    if (instrument.draft)
        parts << BeginPage::tr("Its authors call this version a draft.");
    if (!instrument.designs.isEmpty())
        parts << BeginPage::tr("Made for: %1.").arg(instrument.designs.join(QStringLiteral(", ")));
    if (!instrument.cautions.isEmpty())
        parts << BeginPage::tr("Only with care for: %1.").arg(instrument.cautions.join(QStringLiteral(", ")));
    if (appraisal::isShipped(instrument))
        parts << BeginPage::tr("The questions are Winnow’s own paraphrase and do not replace the official guidance.");
    QString text = parts.join(QLatin1Char(' ')).toHtmlEscaped();
    if (!instrument.citation.isEmpty())
        text += QStringLiteral("<br>") + instrument.citation.toHtmlEscaped();
    if (!instrument.guidance.isEmpty())
        text += QStringLiteral("<br><a href=\"%1\">%1</a>").arg(instrument.guidance.toHtmlEscaped());
    return text;
}

} // namespace

BeginPage::BeginPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_fields(new QWidget(this))
    , m_study(new TextLabel(theme, Text::Heading, {}, this))
    , m_about(new TextLabel(theme, Text::Body, {}, this))
    , m_fit(new TextLabel(theme, Text::Strong, {}, this))
    , m_button(new QPushButton(tr("Assess"), this))
{
    auto* form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(theme.px(8));
    m_outcome = field(tr("Outcome"), tr("as in “Relapse”"));
    m_comparison = field(tr("Comparison"), tr("as in “AHSCT against mitoxantrone”"));
    m_measure = field(tr("Measure"), tr("as in “risk ratio”"));
    m_time = field(tr("Time point"), tr("as in “12 months”"));
    m_study->setWordWrap(true);
    m_fit->setWordWrap(true);
    m_fit->hide();
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::RichText);
    m_about->setOpenExternalLinks(true);
    m_about->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_about->setFocusPolicy(Qt::ClickFocus);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.px(Theme::gap));
    column->addWidget(m_study);
    column->addWidget(m_fit);
    column->addWidget(m_about);
    column->addWidget(m_fields);
    column->addWidget(m_button, 0, Qt::AlignLeading);
    column->addStretch(1);
    auto* body = new QWidget(this);
    body->setLayout(column);
    body->setMaximumWidth(theme.px(widest));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::margin), theme.px(Theme::margin), 0);
    row->addWidget(body, 1);
    row->addStretch();
    connect(m_button, &QPushButton::clicked, this, &BeginPage::begin);
    for (QLineEdit* edit : {m_outcome, m_comparison, m_measure, m_time}) {
        connect(edit, &QLineEdit::textChanged, this, &BeginPage::ready);
        connect(edit, &QLineEdit::returnPressed, m_button, &QPushButton::click);
    }
}

QLineEdit* BeginPage::field(const QString& label, const QString& hint)
{
    auto* edit = new QLineEdit(m_fields);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(label);
    static_cast<QFormLayout*>(m_fields->layout())->addRow(label, edit);
    return edit;
}

void BeginPage::setInstrument(const appraisal::Instrument& instrument)
{
    m_needsResult = instrument.judges == appraisal::Judges::Result;
    m_fields->setVisible(m_needsResult);
    m_about->setText(aboutText(instrument));
    ready();
}

void BeginPage::setStudy(const QString& name, const QString& fit)
{
    m_fit->setText(fit);
    m_fit->setVisible(!fit.isEmpty());
    m_button->setText(fit.isEmpty() ? tr("Assess") : tr("Assess all the same"));
    m_study->setText(m_needsResult ? tr("Which result of %1?").arg(name) : tr("Assess %1").arg(name));
}

void BeginPage::ready()
{
    m_button->setEnabled(!m_needsResult || !m_outcome->text().trimmed().isEmpty());
}

ResultOf BeginPage::result() const
{
    if (!m_needsResult)
        return {};
    return {m_comparison->text(), m_outcome->text(), m_measure->text(), m_time->text()};
}

QString BeginPage::fitText() const
{
    return m_fit->text();
}

QString BeginPage::about() const
{
    return m_about->text();
}

} // namespace winnow::ui
