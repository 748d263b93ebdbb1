// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/conflicts/AgreementView.h"

#include "domain/Words.h"
#include "models/AgreementWords.h"
#include "models/SourcesModel.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <array>

namespace winnow::ui {

AgreementView::AgreementView(PanelContext& context, QWidget* parent) : QScrollArea(parent), m_context(context)
{
    const Theme& theme = context.theme;
    auto* ground = new Ground(theme, Ground::Kind::Window, this);
    m_column = new QVBoxLayout(ground);
    const int side = theme.px(Theme::margin);
    m_column->setContentsMargins(side, side, side, side);
    m_column->setSpacing(theme.px(Theme::gap));
    setWidget(ground);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Agreement"));
}

QString AgreementView::nameOf(ReviewerId id) const
{
    const auto review = m_context.project.review();
    const Reviewer* person = review->reviewer(id);
    return person ? person->name : QString();
}

void AgreementView::setPairs(const std::vector<PairAgreement>& pairs, Stage stage)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto* note = new TextLabel(
        m_context.theme, Text::Body,
        stage == Stage::Title
            ? tr("From the votes as they stood when they were opened; what was settled later does not count. Maybe "
                 "counts as "
                 "include.")
            : tr("From the votes as they stood when they were opened; what was settled later does not count."),
        this);
    note->setWordWrap(true);
    note->setDim(true);
    m_column->addWidget(note);
    for (const PairAgreement& pair : pairs) {
        if (pair.agreement.n > 0)
            m_column->addWidget(card(pair), 0, Qt::AlignLeading);
    }
    if (m_column->count() == 1)
        m_column->addWidget(new TextLabel(m_context.theme, Text::Body,
                                          tr("Nothing to compare yet: no votes of two reviewers were opened."), this));
    m_column->addStretch(1);
}

QWidget* AgreementView::card(const PairAgreement& pair)
{
    const QString a = nameOf(pair.a);
    const QString b = nameOf(pair.b);
    const QString who = tr("%1 and %2").arg(a, b);
    auto* home
        = new Card(m_context.theme, pair.round ? tr("%1: %2").arg(words::pilotName(pair.round), who) : who, this);
    home->setMinimumWidth(m_context.theme.px(460));
    home->column()->addWidget(table(pair, a, b));
    auto* text = new TextLabel(m_context.theme, Text::Body, agreementWords(pair.agreement), home);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    home->column()->addWidget(text);
    return home;
}

QWidget* AgreementView::table(const PairAgreement& pair, const QString& a, const QString& b)
{
    const screening::AgreementTable& t = pair.table;
    auto* home = new QWidget(this);
    auto* grid = new QGridLayout(home);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_context.theme.px(24));
    const auto put = [&](int row, int column, const QString& text, bool strong) {
        auto* label = new TextLabel(m_context.theme, strong ? Text::Strong : Text::Body, text, home);
        label->setDim(!strong && (row == 0 || column == 0));
        grid->addWidget(label, row, column, column == 0 ? Qt::AlignLeading : Qt::AlignTrailing);
    };
    const std::array<QString, 4> head{QString(), tr("%1: include").arg(b), tr("%1: exclude").arg(b), tr("Total")};
    for (int i = 0; i < 4; ++i)
        put(0, i, head[size_t(i)], false);
    const std::array<std::array<qint64, 3>, 3> rows{{{t.bothInclude, t.onlyA, t.bothInclude + t.onlyA},
                                                     {t.onlyB, t.bothExclude, t.onlyB + t.bothExclude},
                                                     {t.bothInclude + t.onlyB, t.onlyA + t.bothExclude, t.n()}}};
    const std::array<QString, 3> names{tr("%1: include").arg(a), tr("%1: exclude").arg(a), tr("Total")};
    for (int r = 0; r < 3; ++r) {
        put(r + 1, 0, names[size_t(r)], false);
        for (int c = 0; c < 3; ++c)
            put(r + 1, c + 1, numberText(rows[size_t(r)][size_t(c)]), r == c && r < 2);
    }
    grid->setColumnStretch(4, 1);
    return home;
}

QStringList AgreementView::lines() const
{
    QStringList lines;
    for (const QLabel* label : widget()->findChildren<QLabel*>())
        lines << label->text();
    return lines;
}

} // namespace winnow::ui
