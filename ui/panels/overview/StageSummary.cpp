// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/overview/StageSummary.h"

#include "domain/Words.h"
#include "services/Theme.h"
#include "widgets/Ring.h"
#include "widgets/SectionLabel.h"

#include <QGridLayout>

namespace winnow::ui {

StageSummary::StageSummary(const Theme& theme, Stage stage, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stage(stage)
    , m_card(new Card(theme, words::name(stage), this))
    , m_line(new ProgressLine(theme, m_card))
    , m_numbers(new TextLabel(theme, Text::Body, {}, m_card))
{
    m_numbers->setWordWrap(true);
    m_numbers->setDim(true);
    m_card->column()->addWidget(m_line);
    m_card->column()->addWidget(m_numbers);
    m_card->column()->addStretch();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_card);
}

void StageSummary::display(const StageStatus& status, const Review& review)
{
    const auto number = [this](qint64 n) { return locale().toString(n); };
    const qint64 settled = status.included + status.excluded;
    m_line->setShare(status.reports > 0 ? double(settled) / double(status.reports) : 0);
    if (status.reports == 0) {
        m_numbers->setText(m_stage == Stage::Title ? tr("No records yet.") : tr("No report has come this far yet."));
    } else {
        const QString onward = m_stage == Stage::Title ? tr("%1 go on") : tr("%1 included");
        QStringList parts{tr("%1 reports").arg(number(status.reports)), onward.arg(number(status.included)),
                          tr("%1 excluded").arg(number(status.excluded))};
        if (status.pending > 0)
            parts << tr("%1 open").arg(number(status.pending));
        if (status.conflicts > 0)
            parts << tr("%1 in conflict").arg(number(status.conflicts));
        m_numbers->setText(parts.join(QStringLiteral("  ·  ")));
    }
    showPeople(status, review);
}

void StageSummary::showPeople(const StageStatus& status, const Review& review)
{
    delete m_people;
    m_people = new QWidget(m_card);
    m_card->column()->insertWidget(m_card->column()->count() - 1, m_people); // before the stretch
    auto* grid = new QGridLayout(m_people);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(Theme::gap));
    grid->setVerticalSpacing(m_theme.px(4));
    grid->setColumnStretch(1, 1);
    for (const auto& [id, votes] : status.votes) {
        const Reviewer* person = review.reviewer(id);
        if (!person)
            continue;
        const int row = grid->rowCount();
        auto* line = new ProgressLine(m_theme, m_people);
        line->setShare(status.reports > 0 ? double(votes) / double(status.reports) : 0);
        auto* count = new TextLabel(m_theme, Text::Body, tr("%1 voted").arg(locale().toString(votes)), m_people);
        count->setDim(true);
        grid->addWidget(new TextLabel(m_theme, Text::Body, person->name, m_people), row, 0);
        grid->addWidget(line, row, 1);
        grid->addWidget(count, row, 2, Qt::AlignTrailing);
    }
    m_people->setVisible(!status.votes.empty() && status.reports > 0);
}

} // namespace winnow::ui
