// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/DomainForm.h"

#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/JudgementRow.h"
#include "services/Theme.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QVBoxLayout>

namespace winnow::ui {

DomainForm::DomainForm(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Form"));
}

void DomainForm::setDomain(std::shared_ptr<const appraisal::Judge> judge, const QString& domain)
{
    if (judge == m_judge && domain == m_domain)
        return;
    m_judge = std::move(judge);
    m_domain = domain;
    m_items.clear();
    m_judgement = nullptr;
    auto* page = new Ground(m_theme, Ground::Kind::Page, this);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(m_theme.px(Theme::margin), m_theme.px(Theme::gap), m_theme.px(Theme::margin),
                                 m_theme.px(Theme::gap));
    const appraisal::Domain* shown
        = m_judge ? appraisal::findDomain(m_judge->instrument(), m_judge->variant(), domain) : nullptr;
    if (shown)
        fill(*shown, page);
    m_column->addStretch(1);
    setWidget(page); // deletes the one before; shows what is in this one, so that it can have the focus
}

void DomainForm::fill(const appraisal::Domain& shown, QWidget* page)
{
    m_column->addWidget(new TextLabel(m_theme, Text::Heading, shown.label, page));
    if (!shown.help.isEmpty()) {
        auto* help = new TextLabel(m_theme, Text::Small, shown.help, page);
        help->setDim(true);
        help->setWordWrap(true);
        m_column->addWidget(help);
    }
    for (const appraisal::Item* item : appraisal::itemsOf(shown, m_judge->variant())) {
        auto* row = new ItemRow(m_theme, m_judge->instrument(), *item, page);
        connect(row, &ItemRow::said, this, &DomainForm::said);
        m_column->addWidget(row);
        m_items.push_back(row);
    }
    if (const appraisal::Scale* scale = appraisal::findScale(m_judge->instrument(), shown.scale)) {
        m_judgement = new JudgementRow(m_theme, *scale, shown.id, page);
        connect(m_judgement, &JudgementRow::judged, this, &DomainForm::said);
        m_column->addWidget(m_judgement);
    }
}

QString DomainForm::saidBy(const std::vector<AppraisalSheet>& sheets, const QString& key,
                           const std::map<ReviewerId, QString>& names, bool* differ)
{
    QStringList parts;
    QStringList values;
    for (const AppraisalSheet& sheet : sheets) {
        auto found = sheet.answers.find(key);
        if (found == sheet.answers.end()) {
            found = sheet.judgements.find(key);
            if (found == sheet.judgements.end()) {
                values << QString();
                continue;
            }
        }
        const auto name = names.find(sheet.by);
        values << found->second.value;
        const QString why = found->second.why.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(found->second.why);
        parts << (name == names.end() ? QString() : name->second) + QLatin1Char(' ') + found->second.value + why;
    }
    values.removeDuplicates();
    *differ = values.size() > 1;
    return parts.join(QStringLiteral("  ·  "));
}

void DomainForm::show(const AppraisalView& view, SheetKind sheet, const std::map<ReviewerId, QString>& names)
{
    if (!m_judge)
        return;
    const AppraisalSheet& filled = sheet == SheetKind::Mine ? view.mine : view.consensus;
    const appraisal::Judged judged = m_judge->judge(filled.filling());
    // My own stands among them while we compare.
    std::vector<AppraisalSheet> all = view.others;
    if (!all.empty() && !view.mine.empty())
        all.insert(all.begin(), view.mine);
    m_next.clear();
    bool differ = false;
    for (ItemRow* row : m_items) {
        const appraisal::ItemState* state = judged.item(row->item());
        const auto said = filled.answers.find(row->item());
        row->show(said == filled.answers.end() ? Said() : said->second, state ? state->asked : appraisal::Asked::Yes);
        const QString others = saidBy(all, row->item(), names, &differ);
        row->showSaid(others, differ);
        if (state && state->open() && m_next.isEmpty())
            m_next = row->item();
    }
    const appraisal::Outcome* outcome = judged.outcome(m_domain);
    if (!m_judgement || !outcome)
        return;
    const auto given = filled.judgements.find(m_domain);
    m_judgement->show(*outcome, given == filled.judgements.end() ? Said() : given->second);
    const QString others = saidBy(all, m_domain, names, &differ);
    m_judgement->showSaid(others, differ && !others.isEmpty());
}

void DomainForm::setReadOnly(bool readOnly)
{
    for (ItemRow* row : m_items)
        row->setReadOnly(readOnly);
    if (m_judgement)
        m_judgement->setReadOnly(readOnly);
}

void DomainForm::focusItem(const QString& item)
{
    const QString wanted = item.isEmpty() ? m_next : item;
    for (ItemRow* row : m_items) {
        if (row->item() == wanted && row->answers()->isVisibleTo(this)) {
            row->answers()->setFocus();
            ensureWidgetVisible(row);
            return;
        }
    }
    if (m_judgement) {
        m_judgement->levels()->setFocus();
        ensureWidgetVisible(m_judgement);
    } else if (!m_items.empty()) {
        m_items.front()->answers()->setFocus();
    }
}

} // namespace winnow::ui
