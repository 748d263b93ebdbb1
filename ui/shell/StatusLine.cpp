// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/StatusLine.h"

#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/ProgressPill.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace winnow::ui {

namespace {

constexpr int statusHeight = 30;

} // namespace

StatusLine::StatusLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_who(new QPushButton(this))
    , m_text(new TextLabel(theme, Text::Body, {}, this))
    , m_pill(new ProgressPill(theme, this))
{
    setLook(*m_who, Look::Quiet);
    m_who->setFocusPolicy(Qt::TabFocus);
    m_who->setToolTip(tr("Who sits here: press to change"));
    connect(m_who, &QPushButton::clicked, this, &StatusLine::whoWanted);
    m_text->setDim(true);
    // A long text gives way to the job instead of making the window wider.
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(6), 1, theme.px(14), 0);
    row->setSpacing(theme.px(6));
    row->addWidget(m_who);
    row->addWidget(m_text, 1);
    row->addWidget(m_pill);
    setMinimumHeight(theme.px(statusHeight));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StatusLine::setFacts(const QString& who, const QStringList& facts, const QString& explained)
{
    m_who->setText(who);
    m_who->setVisible(!who.isEmpty());
    QStringList said = facts;
    said.removeAll(QString());
    // Among letters from right to left a time would swap places with the count beside it.
    if (isRightToLeft())
        for (QString& one : said)
            one = QChar(0x2068) + one + QChar(0x2069);
    m_text->setText(said.join(QStringLiteral("  ·  ")));
    m_text->setToolTip(explained);
    m_text->setAccessibleName(m_text->text());
}

QString StatusLine::text() const
{
    return m_who->text() + QStringLiteral("  ·  ") + m_text->text();
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().window);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colours().line);
}

} // namespace winnow::ui
