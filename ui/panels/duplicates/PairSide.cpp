// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/PairSide.h"

#include "panels/duplicates/PairView.h"
#include "widgets/Frames.h"
#include "widgets/KeyCap.h"
#include "widgets/SectionLabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

PairSide::PairSide(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_why(new TextLabel(context.theme, Text::Body, {}, this))
    , m_pair(new PairView(context.theme, this))
    , m_state(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_same(new QPushButton(tr("Same"), this))
    , m_different(new QPushButton(tr("Different"), this))
    , m_link(new QPushButton(tr("One study, two reports"), this))
{
    const Theme& theme = context.theme;
    auto* why = new QWidget(this);
    auto* whyRow = new QVBoxLayout(why);
    whyRow->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::gap), theme.px(Theme::margin), 0);
    m_why->setWordWrap(true);
    whyRow->addWidget(m_why);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(why);
    column->addWidget(m_pair, 1);
    column->addWidget(makeBar());
    connect(m_same, &QPushButton::clicked, this, [this] { Q_EMIT judged(true); });
    connect(m_different, &QPushButton::clicked, this, [this] { Q_EMIT judged(false); });
    connect(m_link, &QPushButton::clicked, this, &PairSide::linked);
}

QWidget* PairSide::makeBar()
{
    auto* bar = new ToolRow(m_context.theme, ToolRow::Line::Above, this);
    bar->addWidget(m_state);
    bar->addStretch();
    const auto button = [&](QPushButton* push, Action action) {
        bar->addWidget(new KeyCap(m_context.theme, m_context.keys.keyText(action), this));
        bar->addWidget(push);
        push->setFocusPolicy(Qt::TabFocus);
    };
    button(m_link, Action::LinkStudy);
    button(m_different, Action::Different);
    button(m_same, Action::Same);
    return bar;
}

QString PairSide::why() const
{
    return m_why->text();
}

bool PairSide::mayJudge(bool same) const
{
    return (same ? m_same : m_different)->isEnabled();
}

bool PairSide::mayLink() const
{
    return m_link->isEnabled();
}

void PairSide::setPair(const ShownPair& pair, PairList list)
{
    const auto recordOf = [this](RecordId id) {
        return id ? Records(m_context.project).record(id) : Result<RecordView>(fail(ErrorCode::UnknownRecord));
    };
    const auto left = recordOf(pair.partner);
    const auto right = recordOf(pair.record);
    const bool both = left && right;
    m_pair->setPair(both ? std::optional(*left) : std::nullopt, both ? std::optional(*right) : std::nullopt,
                    *m_context.project.review());
    m_why->setText(both ? whyTogether(m_context.project, pair, list) : QString());
    const bool joined = both && left->report == right->report;
    const QString whyNot = m_context.whyNot(Right::Work);
    m_state->setText(!both ? QString() : joined ? tr("Joined: one report") : tr("Two reports"));
    const bool contradicts = list == PairList::Contradictions;
    allow(*m_same, whyNot, both && (!joined || contradicts));
    allow(*m_different, whyNot, both && (joined || list != PairList::Joined));
    allow(*m_link, whyNot, both);
}

} // namespace winnow::ui
