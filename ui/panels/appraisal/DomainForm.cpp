// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/DomainForm.h"

#include "appraisal/Shipped.h"
#include "panels/appraisal/DirectionRow.h"
#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/JudgementRow.h"
#include "panels/appraisal/QuoteList.h"
#include "services/Theme.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QVBoxLayout>

#include <algorithm>

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
    m_judgements.clear();
    m_direction = nullptr;
    m_legend = nullptr;
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
    addLegend(shown, page);
    for (const appraisal::Item* item : appraisal::itemsOf(shown, m_judge->variant())) {
        auto* row = new ItemRow(m_theme, m_judge->instrument(), *item, page);
        connect(row, &ItemRow::said, this, &DomainForm::said);
        connect(row, &ItemRow::fileWanted, this, &DomainForm::fileWanted);
        m_column->addWidget(row);
        m_items.push_back(row);
    }
    addJudgement(shown.scale, shown.id, tr("Judgement"), {}, page);
    if (shown.direction && !m_judge->instrument().directions.empty()) {
        m_direction = new DirectionRow(m_theme, m_judge->instrument().directions, shown.id, page);
        connect(m_direction, &DirectionRow::said, this, &DomainForm::said);
        m_column->addWidget(m_direction);
    }
    if (shown.applicability)
        addJudgement(shown.applicability->scale, appraisal::applicabilityKey(shown.id), tr("Applicability"),
                     shown.applicability->question, page);
    addSource(page);
}

/// What the codes of answers mean that questions share: once, above all of them.
void DomainForm::addLegend(const appraisal::Domain& shown, QWidget* page)
{
    std::vector<appraisal::Answer> shared;
    for (const appraisal::Item* item : appraisal::itemsOf(shown, m_judge->variant())) {
        for (const appraisal::Answer& answer : appraisal::answersOf(m_judge->instrument(), *item)) {
            const bool known = std::any_of(shared.begin(), shared.end(),
                                           [&answer](const auto& other) { return other.code == answer.code; });
            if (!item->answerSet.isEmpty() && !known)
                shared.push_back(answer);
        }
    }
    const QString legend = legendOf(shared);
    if (legend.isEmpty())
        return;
    m_legend = new TextLabel(m_theme, Text::Small, legend, page);
    m_legend->setDim(true);
    m_legend->setWordWrap(true);
    m_column->addWidget(m_legend);
}

QString DomainForm::legend() const
{
    return m_legend ? m_legend->text() : QString();
}

void DomainForm::addJudgement(const QString& scale, const QString& key, const QString& head, const QString& question,
                              QWidget* page)
{
    const appraisal::Scale* found = appraisal::findScale(m_judge->instrument(), scale);
    if (!found)
        return;
    auto* row = new JudgementRow(m_theme, *found, key, head, question, page);
    connect(row, &JudgementRow::judged, this, &DomainForm::said);
    m_column->addWidget(row);
    m_judgements.push_back(row);
}

/// Whose method it is, where its guidance stands, and that our wording is not it.
void DomainForm::addSource(QWidget* page)
{
    const appraisal::Instrument& instrument = m_judge->instrument();
    QStringList parts;
    if (appraisal::isShipped(instrument))
        parts << tr("Winnow’s own paraphrase; it does not replace the official guidance.").toHtmlEscaped();
    if (!instrument.guidance.isEmpty())
        parts << QStringLiteral("<a href=\"%1\">%2</a>")
                     .arg(instrument.guidance.toHtmlEscaped(),
                          tr("Guidance of %1").arg(instrument.name).toHtmlEscaped());
    if (parts.isEmpty())
        return;
    const QString text = parts.join(QLatin1Char(' '));
    auto* source = new TextLabel(m_theme, Text::Small, text, page);
    source->setTextFormat(Qt::RichText);
    source->setOpenExternalLinks(true);
    source->setToolTip(instrument.guidance);
    source->setWordWrap(true);
    source->setDim(true);
    m_column->addWidget(source);
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
    const auto given = [&filled](const QString& key) {
        const auto found = filled.judgements.find(key);
        return found == filled.judgements.end() ? Said() : found->second;
    };
    for (JudgementRow* row : m_judgements) {
        if (const appraisal::Outcome* outcome = judged.outcome(row->key()))
            row->show(*outcome, given(row->key()));
        const QString others = saidBy(all, row->key(), names, &differ);
        row->showSaid(others, differ && !others.isEmpty());
    }
    if (m_direction) {
        m_direction->show(given(m_direction->key()));
        const QString others = saidBy(all, m_direction->key(), names, &differ);
        m_direction->showSaid(others, differ && !others.isEmpty());
    }
}

void DomainForm::setReadOnly(bool readOnly)
{
    for (ItemRow* row : m_items)
        row->setReadOnly(readOnly);
    for (JudgementRow* row : m_judgements)
        row->setReadOnly(readOnly);
    if (m_direction)
        m_direction->setReadOnly(readOnly);
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
    const auto row = std::find_if(m_judgements.begin(), m_judgements.end(),
                                  [&item](const JudgementRow* one) { return one->key() == item; });
    if (!m_judgements.empty()) {
        JudgementRow* shown = row == m_judgements.end() ? m_judgements.front() : *row;
        shown->levels()->setFocus();
        ensureWidgetVisible(shown);
    } else if (!m_items.empty()) {
        m_items.front()->answers()->setFocus();
    }
}

} // namespace winnow::ui
