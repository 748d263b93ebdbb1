// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/conflicts/ResolveBar.h"

#include "widgets/Banner.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"
#include "widgets/VoteButton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr int mostRows = 8;

} // namespace

ResolveBar::ResolveBar(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_reasons(new QListWidget(this))
    , m_banner(new Banner(context.theme, this))
    , m_settler(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_exclude(
          new VoteButton(context.theme, Tone::Exclude, tr("Exclude"), context.keys.keyText(Action::Exclude), this))
    , m_include(
          new VoteButton(context.theme, Tone::Include, tr("Include"), context.keys.keyText(Action::Include), this))
    , m_how(new Segmented(context.theme, this))
{
    const Theme& theme = context.theme;
    m_reasons->setAccessibleName(tr("Reasons"));
    m_reasons->setFrameShape(QFrame::NoFrame);
    m_reasons->installEventFilter(this);
    m_reasons->hide();
    m_how->setOptions({tr("Discussion"), tr("Third person"), tr("Rule agreed beforehand")});
    m_how->setCurrent(0);
    m_how->setAccessibleName(tr("Settled by"));
    m_how->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout;
    const int side = theme.px(Theme::margin);
    row->setContentsMargins(side, theme.px(8), side, theme.px(12));
    row->setSpacing(theme.px(Theme::gap));
    row->addWidget(m_banner, 1);
    row->addWidget(m_settler);
    m_settler->hide();
    row->addWidget(m_exclude);
    row->addWidget(m_include);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Rule(theme, Qt::Horizontal, this));
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(side, 0, side, 0);
    inset->addWidget(m_reasons);
    column->addLayout(inset);
    column->addLayout(row);
    connect(m_include, &VoteButton::clicked, this, [this] { Q_EMIT resolved(Verdict::Include, {}); });
    connect(m_exclude, &VoteButton::clicked, this, &ResolveBar::openReasons);
    connect(m_reasons, &QListWidget::itemClicked, this, [this] { chooseRow(m_reasons->currentRow()); });
    connect(m_banner, &Banner::actionChosen, this, &ResolveBar::undoRequested);
    connect(&context.keys, &Keys::changed, this, [this] {
        m_include->setKey(m_context.keys.keyText(Action::Include));
        m_exclude->setKey(m_context.keys.keyText(Action::Exclude));
    });
}

void ResolveBar::setStage(Stage stage)
{
    m_stage = stage;
    closeReasons();
}

void ResolveBar::leaveTo(const QString& settler, const QString& whyNot)
{
    const bool mine = settler.isEmpty();
    m_whyNot = !whyNot.isEmpty() ? whyNot : mine ? QString() : tr("%1 settles this one").arg(settler);
    if (!m_whyNot.isEmpty())
        closeReasons();
    m_settler->setText(whyNot.isEmpty() ? m_whyNot : QString());
    m_settler->setVisible(!m_settler->text().isEmpty());
    for (QWidget* control : std::initializer_list<QWidget*>{m_exclude, m_include, m_how})
        allow(*control, m_whyNot);
}

bool ResolveBar::mayResolve()
{
    if (!m_whyNot.isEmpty())
        m_banner->say(m_whyNot, Tone::Exclude);
    return m_whyNot.isEmpty();
}

ResolvedHow ResolveBar::how() const
{
    return ResolvedHow(m_how->current() + 1);
}

bool ResolveBar::reasonsOpen() const
{
    return !m_reasons->isHidden();
}

void ResolveBar::openReasons()
{
    if (!mayResolve())
        return;
    m_list = m_context.project.review()->reasonsOf(m_stage);
    m_reasons->clear();
    for (const Reason& reason : m_list)
        m_reasons->addItem(reason.key ? tr("%1   %2").arg(reason.key).arg(reason.text) : reason.text);
    if (m_stage == Stage::Title)
        m_reasons->addItem(tr("0   Without a reason"));
    const int height = m_context.theme.px(Theme::tableRow);
    for (int row = 0; row < m_reasons->count(); ++row)
        m_reasons->item(row)->setSizeHint({0, height});
    m_reasons->setFixedHeight(std::min(m_reasons->count(), mostRows) * height + m_context.theme.px(8));
    m_reasons->setCurrentRow(0);
    m_reasons->show();
    m_reasons->setFocus();
}

void ResolveBar::closeReasons()
{
    if (!reasonsOpen())
        return;
    m_reasons->hide();
    Q_EMIT reasonsClosed();
}

void ResolveBar::chooseRow(int row)
{
    if (row < 0 || row >= m_reasons->count())
        return;
    const ReasonId reason = row < int(m_list.size()) ? m_list[size_t(row)].id : ReasonId();
    closeReasons();
    Q_EMIT resolved(Verdict::Exclude, reason);
}

bool ResolveBar::chooseDigit(int digit)
{
    if (digit == 0 && m_stage == Stage::Title) {
        chooseRow(int(m_list.size()));
        return true;
    }
    const auto found = std::find_if(m_list.begin(), m_list.end(), [digit](const Reason& r) { return r.key == digit; });
    if (digit == 0 || found == m_list.end())
        return false;
    chooseRow(int(found - m_list.begin()));
    return true;
}

bool ResolveBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_reasons || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->isAutoRepeat() && !key->text().isEmpty())
        return true;
    if (key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9)
        chooseDigit(key->key() - Qt::Key_0);
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        chooseRow(m_reasons->currentRow());
    else if (key->key() == Qt::Key_Escape)
        closeReasons();
    else
        return !key->text().isEmpty() && key->key() != Qt::Key_Tab; // no type-ahead
    return true;
}

} // namespace winnow::ui
