// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/report/ReportSide.h"

#include "models/SourcesModel.h"
#include "panels/report/DeclaredForm.h"
#include "services/Style.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int sideWidth = 244;

} // namespace

ReportSide::ReportSide(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_counts(new QVBoxLayout)
    , m_perSource(new QCheckBox(tr("Per database"), this))
    , m_byFrequency(new QCheckBox(tr("Reasons, by frequency"), this))
    , m_declared(new DeclaredForm(context, this))
{
    const Theme& theme = context.theme;
    setFixedWidth(theme.px(sideWidth));
    m_perSource->setChecked(true);
    auto* scroll = new QScrollArea(this);
    auto* ground = new Ground(theme, Ground::Kind::Window, scroll);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::gap), theme.px(Theme::margin),
                               theme.px(Theme::gap));
    column->setSpacing(theme.px(8));
    const auto head = [&](const QString& text) {
        column->addWidget(new SectionLabel(theme, text, SectionLabel::Case::AsWritten, ground));
    };
    head(tr("Counts"));
    column->addLayout(m_counts);
    column->addSpacing(theme.px(Theme::gap));
    head(tr("Show"));
    column->addWidget(m_perSource);
    column->addWidget(m_byFrequency);
    column->addSpacing(theme.px(Theme::gap));
    head(tr("A click on a number"));
    auto* hint = new TextLabel(theme, Text::Body, tr("opens exactly those records."), ground);
    hint->setDim(true);
    column->addWidget(hint);
    column->addSpacing(theme.px(Theme::gap));
    head(tr("Declared numbers"));
    column->addWidget(m_declared);
    column->addStretch(1);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new Rule(theme, Qt::Vertical, this));
    row->addWidget(scroll, 1);
    connect(m_perSource, &QCheckBox::toggled, this, &ReportSide::optionsChanged);
    connect(m_byFrequency, &QCheckBox::toggled, this, &ReportSide::optionsChanged);
}

bool ReportSide::perSource() const
{
    return m_perSource->isChecked();
}

bool ReportSide::reasonsByFrequency() const
{
    return m_byFrequency->isChecked();
}

void ReportSide::addLine(const QString& text, bool good)
{
    auto* line = new TextLabel(m_context.theme, Text::Body,
                               (good ? QStringLiteral("✓  ") : QStringLiteral("!  ")) + text, this);
    line->setWordWrap(true);
    m_counts->addWidget(line);
}

void ReportSide::addWaiting(const QString& key, const QString& words, qint64 number)
{
    if (number == 0)
        return;
    auto* link = new QPushButton(tr("%1: %2").arg(words, numberText(number)), this);
    setLook(*link, Look::Link);
    m_counts->addWidget(link, 0, Qt::AlignLeading);
    connect(link, &QPushButton::clicked, this, [this, key, words] { Q_EMIT boxRequested(key, words); });
}

void ReportSide::setCounts(const FlowCounts& counts)
{
    while (QLayoutItem* item = m_counts->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const auto broken = brokenIdentities(counts);
    if (broken.empty()) {
        addLine(tr("All numbers add up"), true);
    } else {
        QStringList names(broken.begin(), broken.end());
        addLine(
            tr("These numbers do not add up: %1. Check the file (winnow check).").arg(names.join(QStringLiteral(", "))),
            false);
    }
    if (!counts.interim()) {
        addLine(tr("Nothing is waiting"), true);
    } else {
        addLine(tr("A figure exported now is interim"), false);
        addWaiting(QStringLiteral("awaiting_screening"), tr("Awaiting screening"), counts.awaitingScreening);
        addWaiting(QStringLiteral("awaiting_retrieval"), tr("Awaiting retrieval"), counts.main.awaitingRetrieval);
        addWaiting(QStringLiteral("awaiting_assessment"), tr("Awaiting assessment"), counts.main.awaitingAssessment);
        addWaiting(QStringLiteral("other_awaiting_retrieval"), tr("Awaiting retrieval, other methods"),
                   counts.other.awaitingRetrieval);
        addWaiting(QStringLiteral("other_awaiting_assessment"), tr("Awaiting assessment, other methods"),
                   counts.other.awaitingAssessment);
    }
    m_declared->setDeclared(counts.declared);
}

QStringList ReportSide::lines() const
{
    QStringList lines;
    for (int i = 0; i < m_counts->count(); ++i) {
        QWidget* part = m_counts->itemAt(i)->widget();
        if (const auto* label = qobject_cast<QLabel*>(part))
            lines << label->text();
        else if (const auto* link = qobject_cast<QPushButton*>(part))
            lines << link->text();
    }
    return lines;
}

} // namespace winnow::ui
