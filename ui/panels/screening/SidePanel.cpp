// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/SidePanel.h"

#include "panels/screening/CriterionTick.h"
#include "panels/screening/EntityList.h"
#include "panels/screening/NoteField.h"
#include "panels/screening/ReportBox.h"
#include "services/Allow.h"
#include "widgets/Chip.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QVBoxLayout>

namespace winnow::ui {

SidePanel::SidePanel(const Theme& theme, const Keys& keys, Stage stage, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_stage(stage)
    , m_review(std::make_shared<const Review>())
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* ground = new Ground(theme, Ground::Kind::Window, this);
    auto* column = new QVBoxLayout(ground);
    const int side = theme.px(Theme::margin);
    column->setContentsMargins(side, theme.px(14), side, theme.px(14));
    column->setSpacing(theme.px(8));
    const auto section = [&](const QString& name) {
        if (column->count() > 0)
            column->addSpacing(theme.px(10));
        auto* label = new SectionLabel(theme, name, SectionLabel::Case::AsWritten, ground);
        column->addWidget(label);
        return label;
    };
    m_twice = quiet(column);
    m_criteria = new QWidget(ground);
    m_criteriaColumn = new QVBoxLayout(m_criteria);
    m_criteriaColumn->setContentsMargins(0, 0, 0, 0);
    m_criteriaColumn->setSpacing(theme.px(2));
    column->addWidget(m_criteria);
    if (stage == Stage::Fulltext) {
        m_report = new ReportBox(theme, ground);
        column->addSpacing(theme.px(10));
        column->addWidget(m_report);
    }
    section(tr("Labels"));
    m_labels = new ChipRow(theme, ground);
    m_labels->setRemovable(true);
    m_labels->setAddable(true, tr("Set a label"));
    column->addWidget(m_labels);
    m_otherLabels = quiet(column);
    section(tr("Notes"));
    m_note = new NoteField(theme, ground);
    column->addWidget(m_note);
    m_otherNotes = quiet(column);
    m_entities = new EntityList(theme, ground);
    column->addWidget(m_entities);
    column->addStretch(1);
    setWidget(ground);
    setMinimumWidth(theme.px(200));
    const auto showKey = [this, &keys] { m_note->setKey(keys.keyText(Action::Note)); };
    connect(&keys, &Keys::changed, this, showKey);
    showKey();
    connect(m_labels, &ChipRow::addRequested, this, &SidePanel::labelWanted);
    connect(m_labels, &ChipRow::removeRequested, this, [this](const QString& name) {
        if (const Label* label = m_review->label(name))
            Q_EMIT labelTakenOff(label->id);
    });
}

void SidePanel::setTabPlace(QWidget* reader, QWidget* list)
{
    m_reader = reader;
    QWidget* before = reader;
    const auto follow = [&before](QWidget* next) {
        setTabOrder(before, next);
        before = next;
    };
    if (m_report) {
        for (QWidget* field : m_report->fields())
            follow(field);
    }
    follow(m_labels->addButton());
    follow(m_note);
    follow(list);
}

TextLabel* SidePanel::quiet(QVBoxLayout* column)
{
    auto* label = new TextLabel(m_theme, Text::Body, {}, this);
    label->setDim(true);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    column->addWidget(label);
    return label;
}

void SidePanel::setReview(std::shared_ptr<const Review> review, ReviewerId me)
{
    const bool sameCriteria = m_review->criteria == review->criteria;
    m_review = std::move(review);
    m_me = me;
    if (!sameCriteria || m_criteriaColumn->count() == 0)
        buildCriteria();
    if (m_report)
        m_report->setStudies(m_review->studies);
}

void SidePanel::buildCriteria()
{
    while (QLayoutItem* item = m_criteriaColumn->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_ticks.clear();
    bool any = false;
    for (const bool include : {true, false}) {
        bool first = true;
        for (const Criterion& criterion : m_review->criteria) {
            if (criterion.include != include)
                continue;
            if (std::exchange(first, false)) {
                if (any)
                    m_criteriaColumn->addSpacing(m_theme.px(10));
                const QString head = include ? tr("Criteria") : tr("Criteria to exclude");
                m_criteriaColumn->addWidget(new SectionLabel(m_theme, head, SectionLabel::Case::AsWritten, m_criteria));
                m_criteriaColumn->addSpacing(m_theme.px(2));
            }
            any = true;
            auto* tick = new CriterionTick(m_theme, criterion, m_criteria);
            connect(tick, &CriterionTick::answered, this,
                    [this, id = criterion.id](Tick answer) { Q_EMIT ticked(id, answer); });
            m_criteriaColumn->addWidget(tick);
            // New children come last in the order of Tab; these belong where they stand.
            setTabOrder(m_ticks.empty() ? m_reader : m_ticks.back(), tick);
            m_ticks.push_back(tick);
        }
    }
    m_criteria->setVisible(any);
}

void SidePanel::showPage(const ReadPage& page)
{
    widget()->setVisible(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    for (CriterionTick* tick : m_ticks) {
        const auto mine = page.remarks.ticks.find(tick->criterion().value);
        tick->setTick(mine == page.remarks.ticks.end() ? Tick::Unset : mine->second);
    }
    m_twice->setText(page.remarks.votedTwice
                         ? tr("You voted twice: joined records of this report hold different votes of yours. The "
                              "latest stands until you vote again.")
                         : QString());
    m_twice->setVisible(page.remarks.votedTwice);
    showLabels(page.remarks);
    showNotes(page);
    m_entities->showEntities(page.entities);
    if (m_report)
        m_report->showPage(page);
}

void SidePanel::clearPage()
{
    m_note->showNote({}, {});
    m_labels->setTexts({});
    widget()->setVisible(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // of a hidden page it would stay
}

void SidePanel::setWritable(const QString& whyNoRemark, const QString& whyNoRetrieval)
{
    for (CriterionTick* tick : m_ticks)
        allow(*tick, whyNoRemark);
    allow(*m_labels, whyNoRemark);
    allow(*m_labels->addButton(), whyNoRemark);
    m_note->setReadOnly(!whyNoRemark.isEmpty());
    explain(*m_note, whyNoRemark);
    if (m_report)
        m_report->setWritable(whyNoRemark, whyNoRetrieval);
}

void SidePanel::showLabels(const Remarks& remarks)
{
    QStringList mine;
    for (const LabelId id : remarks.labels) {
        if (const Label* label = m_review->label(id))
            mine << label->name;
    }
    if (m_labels->texts() != mine) {
        m_labels->setTexts(mine);
        for (int i = int(mine.size()) - 1; i >= 0; --i)
            setTabOrder(m_labels->addButton(), m_labels->chip(i));
    }
    QStringList others;
    for (const auto& [id, by] : remarks.others) {
        if (const Label* label = m_review->label(id))
            others << tr("%1 (%2)", "label (person)").arg(label->name, nameOf(by));
    }
    m_otherLabels->setText(others.join(QStringLiteral(", ")));
    m_otherLabels->setVisible(!others.isEmpty());
}

void SidePanel::showNotes(const ReadPage& page)
{
    QString mine;
    QStringList others;
    for (const Remarks::Note& note : page.remarks.notes) {
        if (note.by == m_me && mine.isEmpty())
            mine = note.text;
        else
            others << tr("%1: %2", "person: note").arg(nameOf(note.by), note.text);
    }
    m_note->showNote(page.view.report, mine);
    m_otherNotes->setText(others.join(QStringLiteral("\n\n")));
    m_otherNotes->setVisible(!others.isEmpty());
}

QString SidePanel::nameOf(ReviewerId reviewer) const
{
    const Reviewer* known = m_review->reviewer(reviewer);
    return known ? known->name : QString();
}

} // namespace winnow::ui
