// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/NewReviewPage.h"

#include "domain/Words.h"
#include "panels/team/AllocationForm.h"
#include "panels/team/PeopleEditor.h"
#include "panels/team/VotesChoice.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "shell/TextList.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

/// How the page and its five steps are laid out; what they do stands in NewReviewPage.cpp.
namespace winnow::ui {

namespace {

constexpr int formWidth = 720;
constexpr int methodsHeight = 124; ///< six lines: the foot stays where it is while choices change

} // namespace

void NewReviewPage::buildHead(QVBoxLayout* whole)
{
    auto* head = new ToolRow(m_theme, ToolRow::Line::Below, this);
    head->addWidget(new TextLabel(m_theme, Text::Strong, tr("A new review"), head));
    m_steps->setOptions({tr("Question"), tr("Criteria and reasons"), tr("People"), tr("Screening"), tr("File")});
    m_steps->setAccessibleName(tr("Step"));
    m_steps->setDigitsShown(true);
    m_steps->setFocusPolicy(Qt::TabFocus);
    head->addWidget(m_steps);
    head->addStretch();
    whole->addWidget(head);
    connect(m_steps, &Segmented::changed, this, &NewReviewPage::goTo);
}

QVBoxLayout* NewReviewPage::addStep(const QString& hint)
{
    auto* area = new QScrollArea(m_stack);
    auto* page = new Ground(m_theme, Ground::Kind::Window, area);
    auto* middle = new QWidget(page);
    middle->setMaximumWidth(m_theme.px(formWidth));
    auto* sides = new QHBoxLayout(page);
    sides->setContentsMargins(m_theme.px(24), m_theme.px(24), m_theme.px(24), m_theme.px(24));
    sides->addStretch(1);
    sides->addWidget(middle, 100, Qt::AlignTop);
    sides->addStretch(1);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(Theme::gap));
    auto* words = new TextLabel(m_theme, Text::Body, hint, middle);
    words->setDim(true);
    words->setWordWrap(true);
    column->addWidget(words);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(area);
    return column;
}

void NewReviewPage::buildQuestion(QVBoxLayout* column)
{
    auto* card = new Card(m_theme, tr("What it is about"), this);
    m_title = new QLineEdit(card);
    m_question = new QPlainTextEdit(card);
    m_question->setTabChangesFocus(true);
    m_question->setFixedHeight(m_theme.px(64));
    m_question->setPlaceholderText(tr("What you want to know, in one sentence"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Question"), m_question);
    const QStringList hints{tr("Adults with multiple sclerosis"), tr("Stem cell transplantation"), tr("Any, or none"),
                            tr("Relapses, disability, harms")};
    for (const QString& part : {tr("Population"), tr("Intervention"), tr("Comparator"), tr("Outcomes")}) {
        auto* field = new QLineEdit(card);
        field->setPlaceholderText(tr("for example: %1").arg(hints[qsizetype(m_pico.size())]));
        form->addRow(part, field);
        m_pico.push_back(field);
    }
    card->column()->addLayout(form);
    column->addWidget(card);
    m_first.push_back(m_title);
    connect(m_title, &QLineEdit::textChanged, this, [this] {
        suggestPath();
        check();
    });
}

void NewReviewPage::buildPeople(QVBoxLayout* column)
{
    auto* card = new Card(m_theme, tr("Who takes part"), this);
    m_name = new QLineEdit(card);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("My name"), m_name);
    card->column()->addLayout(form);
    m_people = new PeopleEditor(m_theme, card);
    m_people->setRemovable(true);
    card->column()->addWidget(m_people);
    column->addWidget(card);
    m_first.push_back(m_name);
    const auto show = [this] {
        m_people->setPeople(m_others);
        tell();
    };
    connect(m_name, &QLineEdit::textChanged, this, &NewReviewPage::check);
    connect(m_people, &PeopleEditor::addWanted, this, [this, show](const QString& name, Roles roles) {
        m_others.push_back({{}, name, roles});
        show();
    });
    connect(m_people, &PeopleEditor::edited, this, [this, show](int row, const Reviewer& person) {
        m_others[size_t(row)] = person;
        show();
    });
    connect(m_people, &PeopleEditor::removeWanted, this, [this, show](int row) {
        m_others.erase(m_others.begin() + row);
        show();
    });
}

OrderedList* NewReviewPage::list(const QString& head, const QString& hint, QVBoxLayout* column, bool ordered)
{
    auto* made
        = new OrderedList(m_theme, OrderedList::Rename | OrderedList::Move | OrderedList::Remove, head, hint, this);
    column->addWidget(new SectionLabel(m_theme, head, SectionLabel::Case::AsWritten, this));
    column->addWidget(made);
    keepTexts(*made, ordered);
    return made;
}

void NewReviewPage::buildCriteria(QVBoxLayout* column)
{
    auto* card = new Card(m_theme, tr("Criteria"), this);
    m_include = list(tr("Included are studies that"), tr("Add a criterion for including"), card->column(), false);
    card->column()->addSpacing(m_theme.px(8));
    m_exclude = list(tr("Excluded are studies that"), tr("Add a criterion for excluding"), card->column(), false);
    column->addWidget(card);
    m_first.push_back(m_include->addField());
    for (const auto& [stage, reasons] :
         {std::pair(Stage::Title, &m_titleReasons), std::pair(Stage::Fulltext, &m_fulltextReasons)}) {
        auto* reasonCard = new Card(m_theme, tr("Exclusion reasons: %1").arg(words::name(stage)), this);
        *reasons = list(tr("In the team's order"), tr("Add a reason"), reasonCard->column(), true);
        column->addWidget(reasonCard);
    }
}

void NewReviewPage::buildScreening(QVBoxLayout* column)
{
    const auto stage = [&](Stage which, VotesChoice*& votes) {
        auto* card = new Card(m_theme, words::name(which), this);
        card->column()->addWidget(
            new SectionLabel(m_theme, tr("Votes needed, and who settles"), SectionLabel::Case::AsWritten, card));
        votes = new VotesChoice(m_theme, which, card);
        votes->setOnlyVotes(true); // the rest is chosen under Team
        card->column()->addWidget(votes);
        column->addWidget(card);
        connect(votes, &VotesChoice::changed, this, &NewReviewPage::tell);
        return card;
    };
    Card* card = stage(Stage::Title, m_titleVotes);
    card->column()->addWidget(
        new SectionLabel(m_theme, tr("Who sees which records"), SectionLabel::Case::AsWritten, card));
    m_allocation = new AllocationForm(m_theme, Stage::Title, card);
    card->column()->addWidget(m_allocation);
    m_pilot = new QSpinBox(card);
    m_pilot->setRange(0, 1000);
    m_pilot->setSingleStep(10);
    m_pilot->setSuffix(tr(" records"));
    m_pilot->setSpecialValueText(tr("none"));
    m_pilot->setAccessibleName(tr("Pilot"));
    auto* form = new QFormLayout;
    form->addRow(tr("Pilot first, the same for all"), m_pilot);
    card->column()->addLayout(form);
    stage(Stage::Fulltext, m_fulltextVotes);
    m_first.push_back(m_titleVotes->votes());
    connect(m_allocation, &AllocationForm::changed, this, &NewReviewPage::tell);
    connect(m_pilot, &QSpinBox::valueChanged, this, &NewReviewPage::tell);
}

void NewReviewPage::buildFile(QVBoxLayout* column)
{
    auto* card = new Card(m_theme, tr("Where the review is kept"), this);
    m_path = new QLineEdit(card);
    m_path->setAccessibleName(tr("File of the review"));
    m_path->setPlaceholderText(tr("File of the review"));
    auto* choose = new QPushButton(tr("Choose…"), card);
    auto* row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    card->column()->addLayout(row);
    auto* next = new TextLabel(m_theme, Text::Body,
                               tr("Next: bring in your first search under Sources → Import. Invite the others once the "
                                  "records are in and duplicates are joined."),
                               card);
    next->setDim(true);
    next->setWordWrap(true);
    card->column()->addWidget(next);
    column->addWidget(card);
    m_first.push_back(m_path);
    connect(m_path, &QLineEdit::textChanged, this, &NewReviewPage::check);
    connect(choose, &QPushButton::clicked, this, &NewReviewPage::choosePath);
}

void NewReviewPage::buildMethods(QVBoxLayout* whole)
{
    auto* row = new ToolRow(m_theme, ToolRow::Line::Above, this);
    auto* middle = new QWidget(row); // under the form, in lines no longer than its own
    middle->setMaximumWidth(m_theme.px(formWidth));
    m_methods = new TextLabel(m_theme, Text::Small, {}, middle);
    m_methods->setWordWrap(true);
    m_methods->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, m_theme.px(Theme::gap), 0, m_theme.px(Theme::gap));
    column->setSpacing(m_theme.px(4));
    column->addWidget(
        new SectionLabel(m_theme, tr("What the methods section will say"), SectionLabel::Case::AsWritten, middle));
    column->addWidget(m_methods);
    column->addStretch(1);
    row->row()->addStretch(1);
    row->row()->addWidget(middle, 100);
    row->row()->addStretch(1);
    row->setMinimumHeight(m_theme.px(methodsHeight));
    whole->addWidget(row);
}

void NewReviewPage::buildFoot(QVBoxLayout* whole)
{
    auto* foot = new ToolRow(m_theme, ToolRow::Line::Above, this);
    foot->setMinimumHeight(m_theme.px(56));
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    const QKeySequence back(Qt::ALT | Qt::Key_Left);
    m_back = new QPushButton(tr("Back  Alt+Left"), foot);
    m_next = new QPushButton(tr("Next  Ctrl+Enter"), foot);
    m_create = new QPushButton(tr("Create the review"), foot);
    m_create->setToolTip(tr("Ctrl+Enter, on the last step"));
    m_lacking = new TextLabel(m_theme, Text::Body, {}, foot);
    m_lacking->setDim(true);
    foot->addWidget(cancel);
    foot->addStretch();
    foot->addWidget(m_lacking);
    for (QPushButton* button : {m_back, m_next, m_create})
        foot->addWidget(button);
    whole->addWidget(foot);
    connect(cancel, &QPushButton::clicked, this, &NewReviewPage::cancelled);
    connect(m_back, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(1); });
    connect(m_create, &QPushButton::clicked, this, &NewReviewPage::create);
    const auto shortcut = [this](const QKeySequence& keys, auto act) {
        auto* made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, act);
    };
    shortcut(key, [this] {
        if (m_stack->currentIndex() + 1 < m_stack->count())
            go(1);
        else
            create();
    });
    shortcut(back, [this] { go(-1); });
    shortcut(QKeySequence(Qt::Key_Escape), [this] { Q_EMIT cancelled(); });
}

} // namespace winnow::ui
