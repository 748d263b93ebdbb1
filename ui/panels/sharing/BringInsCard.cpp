// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sharing/BringInsCard.h"

#include "panels/sharing/PreviewWords.h"
#include "services/Style.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::ui {

BringInsCard::BringInsCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new Card(theme, tr("From coauthors"), this))
    , m_bringIn(new QPushButton(tr("Bring in…  Ctrl+Shift+B"), this))
{
    auto* hint = new TextLabel(theme, Text::Body,
                               tr("A file that a coauthor sent (.winnowz), or another copy of this review. You see "
                                  "what it would change before anything is changed. You can also drop it here."),
                               m_card);
    hint->setDim(true);
    hint->setWordWrap(true);
    m_card->column()->addWidget(hint);
    m_card->column()->addWidget(m_bringIn, 0, Qt::AlignLeading);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_bringIn, &QPushButton::clicked, this, &BringInsCard::fileWanted);
}

void BringInsCard::display(const std::vector<BringIn>& bringIns)
{
    const auto same = [](const BringIn& a, const BringIn& b) {
        return a.batch == b.batch && a.live == b.live && a.settled == b.settled && a.changes == b.changes;
    };
    if (m_rows && std::equal(bringIns.begin(), bringIns.end(), m_shown.begin(), m_shown.end(), same))
        return; // a button that has the focus keeps it
    m_shown = bringIns;
    m_buttons.clear();
    delete m_rows;
    m_rows = new QWidget(m_card);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, m_theme.px(4), 0, 0);
    grid->setHorizontalSpacing(m_theme.px(12));
    grid->setColumnStretch(0, 1);
    std::vector<BringIn> newestFirst = bringIns;
    std::sort(newestFirst.begin(), newestFirst.end(),
              [](const BringIn& a, const BringIn& b) { return a.batch > b.batch; });
    for (const BringIn& one : newestFirst)
        addRow(one);
    m_card->column()->addWidget(m_rows);
    m_rows->setVisible(!bringIns.empty());
}

void BringInsCard::addRow(const BringIn& one)
{
    auto* grid = static_cast<QGridLayout*>(m_rows->layout());
    const int row = grid->rowCount();
    const QString when = QLocale().toString(one.at.toLocalTime(), QLocale::ShortFormat);
    auto* what
        = new TextLabel(m_theme, Text::Body, tr("%1: %2", "when, from whom").arg(when, originOf(one.info)), m_rows);
    what->setWordWrap(true);
    auto* count
        = new TextLabel(m_theme, Text::Body,
                        one.live ? tr("%1 changes").arg(QLocale().toString(one.changes)) : tr("taken back"), m_rows);
    count->setDim(true);
    auto* button = new QPushButton(one.live ? tr("Take back") : tr("Bring in again"), m_rows);
    button->setAccessibleDescription(what->text());
    button->setToolTip(one.live ? tr("Sets it aside in this copy only; what was done since is kept.") : QString());
    grid->addWidget(what, row, 0);
    grid->addWidget(count, row, 1, Qt::AlignTrailing | Qt::AlignVCenter);
    grid->addWidget(button, row, 2);
    connect(button, &QPushButton::clicked, this,
            [this, batch = one.batch, live = !one.live] { Q_EMIT liveWanted(batch, live); });
    m_buttons.push_back(button);
}

QPushButton* BringInsCard::buttonAt(int row) const
{
    return row < 0 || row >= int(m_buttons.size()) ? nullptr : m_buttons[size_t(row)];
}

} // namespace winnow::ui
