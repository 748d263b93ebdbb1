// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/TeamPanel.h"

#include "domain/Words.h"
#include "panels/team/AlikeCard.h"
#include "panels/team/OrderedList.h"
#include "panels/team/PeopleEditor.h"
#include "panels/team/ProtocolCard.h"
#include "panels/team/SourceKinds.h"
#include "panels/team/StageCard.h"
#include "panels/team/WorkCard.h"
#include "project/Rules.h"
#include "widgets/Banner.h"
#include "widgets/Frames.h"
#include "widgets/ScrolledColumn.h"
#include "widgets/SectionLabel.h"

#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int settingsWidth = 760;

std::vector<Criterion> criteriaOf(const Review& review, bool include)
{
    std::vector<Criterion> some;
    for (const Criterion& one : review.criteria)
        if (one.include == include)
            some.push_back(one);
    return some;
}

std::vector<OrderedList::Row> rowsOf(const std::vector<Criterion>& criteria)
{
    std::vector<OrderedList::Row> rows;
    for (const Criterion& one : criteria)
        rows.push_back({one.text, 0});
    return rows;
}

} // namespace

TeamPanel::TeamPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_said(new Banner(context.theme, this))
{
    auto* head = new ToolRow(context.theme, ToolRow::Line::Below, this);
    head->addWidget(new TextLabel(context.theme, Text::Strong, tr("Team and criteria"), head));
    head->row()->addWidget(m_said, 1);
    auto* area = new QScrollArea(this);
    QVBoxLayout* column = scrolledColumn(context.theme, area, settingsWidth, Theme::margin);
    m_alike = new AlikeCard(context, this);
    column->addWidget(m_alike);
    connect(m_alike, &AlikeCard::mergeWanted, this, [this](const AlikeEntries& entries) {
        applyTo<Merging>([entries](Merging& merging) { return merging.alike(entries); });
    });
    buildQuestion(column);
    buildPeople(column);
    buildStages(column);
    buildWork(column);
    buildCriteria(column);
    buildLabels(column);
    buildSources(column);
    column->addStretch(1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(head);
    whole->addWidget(area, 1);
    connect(&context.project, &Project::changed, this, [this](const QList<qint64>&, bool lists) {
        if (lists)
            refresh();
    });
    connect(&context.project, &Project::meChanged, this, &TeamPanel::refresh);
    refresh();
}

// Fields save what was typed when they lose the focus: now, while all of this is still there.
TeamPanel::~TeamPanel()
{
    hide();
}

void TeamPanel::buildQuestion(QVBoxLayout* column)
{
    auto* card = new Card(m_context.theme, tr("Review"), this);
    m_title = new QLineEdit(card);
    m_question = new QPlainTextEdit(card);
    m_question->setTabChangesFocus(true);
    m_question->setFixedHeight(m_context.theme.px(72));
    m_question->setPlaceholderText(tr("Who, what is done, against what, which outcomes"));
    m_question->installEventFilter(this);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Question"), m_question);
    card->column()->addLayout(form);
    column->addWidget(card);
    connect(m_title, &QLineEdit::editingFinished, this, &TeamPanel::saveQuestion);
}

void TeamPanel::buildPeople(QVBoxLayout* column)
{
    auto* card = new Card(m_context.theme, tr("People"), this);
    m_people = new PeopleEditor(m_context.theme, card);
    m_people->setRetirable(true);
    card->column()->addWidget(m_people);
    column->addWidget(card);
    connect(m_people, &PeopleEditor::addWanted, this,
            [this](const QString& name, Roles roles) { apply([=](Setup& s) { return s.addReviewer(name, roles); }); });
    connect(m_people, &PeopleEditor::retireWanted, this, [this](int row, bool gone) {
        const ReviewerId person = m_context.project.review()->reviewers[size_t(row)].id;
        apply([=](Setup& s) { return s.retire(person, gone); });
    });
    connect(m_people, &PeopleEditor::edited, this,
            [this](int, const Reviewer& person) { apply([person](Setup& s) { return s.editReviewer(person); }); });
}

void TeamPanel::buildStages(QVBoxLayout* column)
{
    m_titleStage = new StageCard(m_context.theme, Stage::Title, this);
    m_fulltextStage = new StageCard(m_context.theme, Stage::Fulltext, this);
    for (StageCard* card : {m_titleStage, m_fulltextStage}) {
        column->addWidget(card);
        followStage(card);
    }
}

void TeamPanel::followStage(StageCard* card)
{
    connect(card, &StageCard::rulesWanted, this, &TeamPanel::saveRules);
    connect(card, &StageCard::mergeWanted, this, [this](const Reason& reason, const std::vector<Reason>& others) {
        merge(reason.text, others, &Reason::text, &Merging::reasons, reason.id);
    });
    connect(card, &StageCard::reasonWanted, this,
            [this](Stage stage, const QString& text) { apply([=](Setup& s) { return s.addReason(stage, text); }); });
    connect(card, &StageCard::renameWanted, this, [this](ReasonId reason, const QString& text) {
        apply([=](Setup& s) { return s.renameReason(reason, text); });
    });
    connect(card, &StageCard::removeWanted, this,
            [this](ReasonId reason) { apply([=](Setup& s) { return s.removeReason(reason); }); });
    connect(card, &StageCard::moveWanted, this,
            [this](ReasonId reason, int to) { apply([=](Setup& s) { return s.moveReason(reason, to); }); });
}

void TeamPanel::buildWork(QVBoxLayout* column)
{
    m_titleWork = new WorkCard(m_context, Stage::Title, this);
    m_fulltextWork = new WorkCard(m_context, Stage::Fulltext, this);
    m_protocol = new ProtocolCard(m_context, this);
    const auto say = [this](const QString& sentence, bool bad) {
        if (bad)
            m_said->say(sentence, Tone::Exclude);
        else
            m_said->say(sentence);
    };
    for (WorkCard* card : {m_titleWork, m_fulltextWork}) {
        column->addWidget(card);
        connect(card, &WorkCard::said, this, say);
    }
    column->addWidget(m_protocol);
    connect(m_protocol, &ProtocolCard::said, this, say);
}

OrderedList* TeamPanel::criteriaList(bool include, const QString& head, const QString& hint, QVBoxLayout* column)
{
    auto* list = new OrderedList(m_context.theme, OrderedList::Rename | OrderedList::Merge | OrderedList::Remove, head,
                                 hint, this);
    column->addWidget(new SectionLabel(m_context.theme, head, SectionLabel::Case::AsWritten, this));
    column->addWidget(list);
    connect(list, &OrderedList::addWanted, this,
            [this, include](const QString& text) { apply([=](Setup& s) { return s.addCriterion(include, text); }); });
    connect(list, &OrderedList::renameWanted, this, [this, include](int row, const QString& text) {
        Criterion wanted = criteriaOf(*m_context.project.review(), include)[size_t(row)];
        wanted.text = text;
        apply([wanted](Setup& s) { return s.editCriterion(wanted); });
    });
    connect(list, &OrderedList::mergeWanted, this, [this, include](int row) { mergeCriterion(include, row); });
    connect(list, &OrderedList::removeWanted, this, [this, include](int row) {
        const CriterionId gone = criteriaOf(*m_context.project.review(), include)[size_t(row)].id;
        apply([gone](Setup& s) { return s.removeCriterion(gone); });
    });
    return list;
}

void TeamPanel::buildCriteria(QVBoxLayout* column)
{
    auto* card = new Card(m_context.theme, tr("Criteria"), this);
    m_include
        = criteriaList(true, tr("Included are studies that"), tr("Add a criterion for including"), card->column());
    card->column()->addSpacing(m_context.theme.px(8));
    m_exclude
        = criteriaList(false, tr("Excluded are studies that"), tr("Add a criterion for excluding"), card->column());
    column->addWidget(card);
}

void TeamPanel::buildLabels(QVBoxLayout* column)
{
    auto* card = new Card(m_context.theme, tr("Labels"), this);
    m_labels = new OrderedList(m_context.theme, OrderedList::Rename | OrderedList::Merge | OrderedList::Remove,
                               tr("Labels"), tr("Add a label"), card);
    card->column()->addWidget(m_labels);
    column->addWidget(card);
    connect(m_labels, &OrderedList::addWanted, this,
            [this](const QString& name) { apply([name](Setup& s) { return s.addLabel(name); }); });
    connect(m_labels, &OrderedList::renameWanted, this, [this](int row, const QString& name) {
        const LabelId label = m_context.project.review()->labels[size_t(row)].id;
        apply([=](Setup& s) { return s.renameLabel(label, name); });
    });
    connect(m_labels, &OrderedList::mergeWanted, this, &TeamPanel::mergeLabel);
    connect(m_labels, &OrderedList::removeWanted, this, [this](int row) {
        const LabelId label = m_context.project.review()->labels[size_t(row)].id;
        apply([label](Setup& s) { return s.removeLabel(label); });
    });
}

void TeamPanel::buildSources(QVBoxLayout* column)
{
    auto* card = new Card(m_context.theme, tr("Sources, and where PRISMA counts them"), this);
    m_sources = new SourceKinds(m_context.theme, card);
    card->column()->addWidget(m_sources);
    column->addWidget(card);
    connect(m_sources, &SourceKinds::kindWanted, this, [this](SourceId source, SourceKind kind) {
        apply([=](Setup& s) { return s.setSourceKind(source, kind); });
    });
}

void TeamPanel::refresh()
{
    const auto review = m_context.project.review();
    refreshQuestion(*review);
    m_people->setPeople(review->reviewers, m_context.project.me());
    m_titleStage->setReview(*review);
    m_fulltextStage->setReview(*review);
    m_include->setRows(rowsOf(criteriaOf(*review, true)));
    m_exclude->setRows(rowsOf(criteriaOf(*review, false)));
    std::vector<OrderedList::Row> labels;
    for (const Label& label : review->labels)
        labels.push_back({label.name, 0});
    m_labels->setRows(labels);
    m_sources->setSources(review->sources);
    m_alike->refresh();
    for (WorkCard* card : {m_titleWork, m_fulltextWork})
        card->refresh();
    m_protocol->refresh();
    allowByRole();
}

/// What cannot be written at all is not offered; what the role of who sits here does not include is grey and says so.
void TeamPanel::allowByRole()
{
    const bool editable = !m_context.project.readOnly();
    const QString noAdding = m_context.whyNot(Right::Extend);
    const QString noLeading = m_context.whyNot(Right::Lead);
    allow(*m_title, noLeading);
    allow(*m_question, noLeading);
    m_people->setEditable(editable);
    m_people->setWritable(noAdding, noLeading);
    // What is being worked out is not changed once more before it shows.
    const QString waits
        = rulesWait(m_context.project) ? tr("The rules that were changed last are still being worked out") : QString();
    for (StageCard* card : {m_titleStage, m_fulltextStage}) {
        card->setEditable(editable);
        card->setWritable(waits.isEmpty() ? noAdding : waits, waits.isEmpty() ? noLeading : waits);
    }
    for (OrderedList* list : {m_include, m_exclude, m_labels}) {
        list->setEditable(editable);
        list->setWritable(noAdding, noLeading);
    }
    allow(*m_sources, noAdding);
}

void TeamPanel::refreshQuestion(const Review& review)
{
    // What is being typed is never replaced under the hands.
    if (m_title->text() == m_shown.title)
        m_title->setText(review.settings.title);
    if (m_question->toPlainText() == m_shown.question)
        m_question->setPlainText(review.settings.question);
    m_shown = review.settings;
}

void TeamPanel::saveQuestion()
{
    ReviewSettings wanted = m_context.project.review()->settings;
    wanted.title = m_title->text().trimmed();
    wanted.question = m_question->toPlainText().trimmed();
    if (wanted.title.isEmpty())
        m_title->setText(m_context.project.review()->settings.title); // what is shown may be a moment behind
    else if (wanted != m_shown)
        apply([wanted](Setup& s) { return s.save(wanted); });
}

void TeamPanel::saveRules(Stage stage, const StageRules& rules)
{
    ReviewSettings wanted = m_context.project.review()->settings;
    (stage == Stage::Title ? wanted.titleStage : wanted.fulltextStage) = rules;
    apply([wanted](Setup& s) { return s.save(wanted); });
}

template <class Entry, class Text, class Id>
void TeamPanel::merge(const QString& name, const std::vector<Entry>& others, Text text,
                      Result<void> (Merging::*made)(Id, Id), Id from)
{
    Choice question;
    question.title = tr("Merge “%1”").arg(name);
    question.label = tr("What was marked with it counts from now on as");
    for (const Entry& other : others)
        question.options << other.*text;
    m_context.dialogs.choose(question, this, [this, from, made, others](int chosen) {
        const Id into = others[size_t(chosen)].id;
        applyTo<Merging>([=](Merging& merging) { return (merging.*made)(from, into); });
    });
}

void TeamPanel::mergeCriterion(bool include, int row)
{
    std::vector<Criterion> others = criteriaOf(*m_context.project.review(), include);
    const Criterion one = others[size_t(row)];
    others.erase(others.begin() + row);
    merge(one.text, others, &Criterion::text, &Merging::criteria, one.id);
}

void TeamPanel::mergeLabel(int row)
{
    std::vector<Label> others = m_context.project.review()->labels;
    const Label one = others[size_t(row)];
    others.erase(others.begin() + row);
    merge(one.name, others, &Label::name, &Merging::labels, one.id);
}

template <class Work> void TeamPanel::apply(Work work)
{
    applyTo<Setup>(work);
}

template <class UseCase, class Work> void TeamPanel::applyTo(Work work)
{
    m_context.hands.over(
        this,
        [&project = m_context.project, work] {
            UseCase useCase(project);
            return work(useCase);
        },
        [this](const auto& result) {
            if (!result)
                m_said->say(words::sentence(result.error()), Tone::Exclude);
            else if (rulesWait(m_context.project))
                m_said->say(tr("Saved. The new rules are being worked out for all reports; until that is done the "
                               "earlier ones count."));
            else
                m_said->say(tr("Saved."));
            refresh();
        });
}

bool TeamPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_question && event->type() == QEvent::FocusOut)
        saveQuestion();
    return Panel::eventFilter(watched, event);
}

void TeamPanel::activate()
{
    refresh();
    find();
}

void TeamPanel::find()
{
    QWidget* first = m_title->isEnabled() ? m_title : static_cast<QWidget*>(m_titleStage->reasons()->list());
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace winnow::ui
