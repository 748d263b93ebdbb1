// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/ProtocolCard.h"

#include "domain/Words.h"
#include "project/Methods.h"
#include "project/Protocol.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

ProtocolCard::ProtocolCard(PanelContext& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(context.theme, tr("Protocol and methods section"), this);
    whole->addWidget(card);
    m_reason = new QComboBox(card);
    m_reason->setAccessibleName(tr("Screen again what was excluded for"));
    m_why = new QLineEdit(card);
    m_why->setPlaceholderText(tr("What was changed, and why"));
    m_why->setAccessibleName(m_why->placeholderText());
    m_note = new QPushButton(tr("Note the change"), card);
    m_note->setEnabled(false);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Change"), m_why);
    form->addRow(tr("Screen again"), m_reason);
    card->column()->addLayout(form);
    card->column()->addWidget(m_note, 0, Qt::AlignLeading);
    card->column()->addSpacing(context.theme.px(8));
    m_methods = new TextLabel(context.theme, Text::Body, {}, card);
    m_methods->setWordWrap(true);
    m_methods->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    card->column()->addWidget(m_methods);
    m_copy = new QPushButton(tr("Copy the text"), card);
    card->column()->addWidget(m_copy, 0, Qt::AlignLeading);
    connect(m_why, &QLineEdit::textChanged, this,
            [this] { allow(*m_note, m_context.whyNot(Right::Lead), !m_why->text().trimmed().isEmpty()); });
    connect(m_note, &QPushButton::clicked, this, &ProtocolCard::note);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_methods->text());
        Q_EMIT said(tr("Copied."), false);
    });
}

void ProtocolCard::refresh()
{
    const auto review = m_context.project.review();
    const auto chosen = m_reason->currentData();
    m_reason->clear();
    m_reason->addItem(tr("nothing"), qint64(0));
    for (const Reason& reason : review->reasons)
        m_reason->addItem(tr("all excluded for “%1” (%2)").arg(reason.text, words::name(reason.stage)),
                          reason.id.value);
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(chosen)));
    allowByRole();
    m_methods->setText(words::methodsSection(methodsFacts(*review)).join(QStringLiteral("\n\n")));
}

void ProtocolCard::allowByRole()
{
    const QString whyNot = m_context.whyNot(Right::Lead);
    allow(*m_reason, whyNot);
    allow(*m_why, whyNot);
    allow(*m_note, whyNot, !m_why->text().trimmed().isEmpty());
}

void ProtocolCard::note()
{
    const ReasonId reason(m_reason->currentData().toLongLong());
    const QString why = m_why->text();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_context.project.clock().now()).date();
    m_context.hands.over(
        this,
        [&project = m_context.project, reason, why, today]() -> Result<qint64> {
            Protocol protocol(project);
            if (reason)
                return protocol.rescreen(reason, today, why);
            if (const auto noted = protocol.note(Stage::Title, today, why); !noted)
                return Failure(noted.error());
            return 0;
        },
        [this](const Result<qint64>& back) {
            if (back) {
                m_why->clear();
                Q_EMIT said(*back
                                ? tr("%n report(s) go back to their voters; the change is noted.", nullptr, int(*back))
                                : tr("The change is noted."),
                            false);
            } else {
                Q_EMIT said(words::sentence(back.error()), true);
            }
            refresh();
        });
}

} // namespace winnow::ui
