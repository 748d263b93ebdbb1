// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/VersionPage.h"

#include "panels/appraisal/GridModel.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

/// The study and its result, and below it a line for each thing to know.
QString moveText(const VersionMove& move)
{
    const QString result = resultText(move.result);
    QStringList counts{VersionPage::tr("from version %1").arg(move.version)};
    if (move.carried > 0)
        counts << VersionPage::tr("answers and judgements of mine: %1").arg(move.carried);
    if (move.agreed > 0)
        counts << VersionPage::tr("agreed on: %1").arg(move.agreed);
    QStringList lines{result.isEmpty() ? move.study : move.study + QStringLiteral(": ") + result,
                      counts.join(QStringLiteral(" · "))};
    if (!move.open.isEmpty())
        lines << VersionPage::tr("to be answered there: %1").arg(move.open.join(QStringLiteral(", ")));
    if (!move.reworded.isEmpty())
        lines << VersionPage::tr("asked in other words, look again: %1").arg(move.reworded.join(QStringLiteral(", ")));
    for (const appraisal::Lost& lost : move.lost)
        lines << appraisal::sentence(lost);
    return lines.join(QStringLiteral("\n    "));
}

} // namespace

VersionPage::VersionPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_head(new TextLabel(theme, Text::Heading, {}, this))
    , m_list(new QListWidget(this))
    , m_carry(new QPushButton(this))
{
    m_head->setWordWrap(true);
    auto* about = new TextLabel(
        theme, Text::Small,
        tr("Answers go along by the short names of questions. What was said stays under the older version as it is. "
           "Everybody carries over their own answers; what was agreed on follows once the newer one is compared."),
        this);
    about->setDim(true);
    about->setWordWrap(true);
    m_list->setAccessibleName(tr("Assessments to carry over"));
    m_list->setWordWrap(true);
    m_list->setSpacing(theme.px(3));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    setLook(*m_carry, Look::Primary);
    auto* back = new QPushButton(tr("Back"), this);
    back->setToolTip(tr("Esc"));
    auto* acts = new QHBoxLayout;
    acts->addWidget(m_carry);
    acts->addWidget(back);
    acts->addStretch(1);
    auto* column = new QVBoxLayout(this);
    const int margin = theme.px(Theme::margin);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.px(Theme::gap));
    column->addWidget(m_head);
    column->addWidget(about);
    column->addWidget(m_list, 1);
    column->addLayout(acts);
    connect(m_list, &QListWidget::itemChanged, this, &VersionPage::showCount);
    connect(m_carry, &QPushButton::clicked, this, &VersionPage::choose);
    connect(back, &QPushButton::clicked, this, &VersionPage::left);
}

void VersionPage::show(const VersionMoves& moves)
{
    const QString head = tr("To version %1 of %2").arg(moves.to.version, moves.to.name);
    if (head == m_head->text() && moves.moves == m_moves)
        return; // what was ticked stays so
    m_moves = moves.moves;
    m_head->setText(head);
    m_list->clear();
    for (const VersionMove& move : m_moves) {
        auto* item = new QListWidgetItem(moveText(move), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_list->setCurrentRow(0);
    showCount();
}

void VersionPage::focusList()
{
    m_list->setFocus();
}

QString VersionPage::heading() const
{
    return m_head->text();
}

std::vector<AppraisalId> VersionPage::ticked() const
{
    std::vector<AppraisalId> ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            ids.push_back(m_moves[std::size_t(row)].from);
    }
    return ids;
}

void VersionPage::showCount()
{
    const std::size_t count = ticked().size();
    m_carry->setEnabled(count > 0);
    m_carry->setText(tr("Carry over: %1").arg(count));
}

void VersionPage::choose()
{
    if (const std::vector<AppraisalId> ids = ticked(); !ids.empty())
        Q_EMIT chosen(ids);
}

bool VersionPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void VersionPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
