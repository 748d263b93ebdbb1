// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/NewReviewPage.h"

#include "domain/Words.h"
#include "panels/team/PeopleEditor.h"
#include "panels/team/VotesChoice.h"
#include "services/Dialogs.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QDir>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int formWidth = 720;

QStringList usualReasons(Stage stage)
{
    const QStringList both{NewReviewPage::tr("Wrong population"),   NewReviewPage::tr("Wrong intervention"),
                           NewReviewPage::tr("Wrong comparator"),   NewReviewPage::tr("Wrong outcome"),
                           NewReviewPage::tr("Wrong study design"), NewReviewPage::tr("Wrong publication type")};
    return stage == Stage::Title ? both + QStringList{NewReviewPage::tr("Animal or laboratory study")}
                                 : both + QStringList{NewReviewPage::tr("No usable data")};
}

QStringList textsOf(const OrderedList& list)
{
    QStringList texts;
    for (const OrderedList::Row& row : list.rows())
        texts << row.text;
    return texts;
}

/// Rows as the digits will be: the first nine have one.
void setTexts(OrderedList& list, const QStringList& texts, bool digits)
{
    std::vector<OrderedList::Row> rows;
    for (const QString& text : texts)
        rows.push_back({text, digits && rows.size() < 9 ? int(rows.size()) + 1 : 0});
    list.setRows(rows);
}

/// What a title leaves when everything that file systems dislike is taken out.
QString fileName(const QString& title)
{
    QString name;
    for (const QChar c : title.simplified())
        name
            += QStringLiteral("/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control ? QLatin1Char('-') : c;
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.left(80).trimmed();
}

} // namespace

NewReviewPage::NewReviewPage(const Theme& theme, Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_dialogs(dialogs)
{
    auto* area = new QScrollArea(this);
    auto* page = new Ground(theme, Ground::Kind::Window, area);
    auto* middle = new QWidget(page);
    middle->setMaximumWidth(theme.px(formWidth));
    auto* sides = new QHBoxLayout(page);
    sides->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    sides->addStretch(1);
    sides->addWidget(middle, 100);
    sides->addStretch(1);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Theme::gap));
    column->addWidget(new TextLabel(theme, Text::Title, tr("A new review"), middle));
    auto* hint = new TextLabel(
        theme, Text::Body, tr("The title and your name are enough to begin. All of it can be changed later."), middle);
    hint->setDim(true);
    column->addWidget(hint);
    buildQuestion(column);
    buildPeople(column);
    buildStages(column);
    buildCriteria(column);
    column->addStretch(1);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(area, 1);
    buildFoot(whole);
    check();
}

void NewReviewPage::buildQuestion(QVBoxLayout* column)
{
    auto* card = new Card(m_theme, tr("What it is about"), this);
    m_title = new QLineEdit(card);
    m_question = new QPlainTextEdit(card);
    m_question->setTabChangesFocus(true);
    m_question->setFixedHeight(m_theme.px(64));
    m_question->setPlaceholderText(tr("Who, what is done, against what, which outcomes"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Question"), m_question);
    card->column()->addLayout(form);
    column->addWidget(card);
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
    connect(m_name, &QLineEdit::textChanged, this, &NewReviewPage::check);
    connect(m_people, &PeopleEditor::addWanted, this, [this](const QString& name, Roles roles) {
        m_others.push_back({{}, name, roles});
        m_people->setPeople(m_others);
    });
    connect(m_people, &PeopleEditor::edited, this, [this](int row, const Reviewer& person) {
        m_others[size_t(row)] = person;
        m_people->setPeople(m_others);
    });
    connect(m_people, &PeopleEditor::removeWanted, this, [this](int row) {
        m_others.erase(m_others.begin() + row);
        m_people->setPeople(m_others);
    });
}

OrderedList* NewReviewPage::list(const QString& head, const QString& hint, QVBoxLayout* column, bool ordered)
{
    auto* made
        = new OrderedList(m_theme, OrderedList::Rename | OrderedList::Move | OrderedList::Remove, head, hint, this);
    column->addWidget(new SectionLabel(m_theme, head, SectionLabel::Case::AsWritten, this));
    column->addWidget(made);
    connect(made, &OrderedList::addWanted, this,
            [made, ordered](const QString& text) { setTexts(*made, textsOf(*made) << text, ordered); });
    connect(made, &OrderedList::renameWanted, this, [made, ordered](int row, const QString& text) {
        QStringList texts = textsOf(*made);
        texts[row] = text;
        setTexts(*made, texts, ordered);
    });
    connect(made, &OrderedList::moveWanted, this, [made, ordered](int row, int to) {
        QStringList texts = textsOf(*made);
        texts.move(row, to);
        setTexts(*made, texts, ordered);
    });
    connect(made, &OrderedList::removeWanted, this, [made, ordered](int row) {
        QStringList texts = textsOf(*made);
        texts.removeAt(row);
        setTexts(*made, texts, ordered);
    });
    return made;
}

void NewReviewPage::buildStages(QVBoxLayout* column)
{
    const auto stage = [&](Stage which, VotesChoice*& votes, OrderedList*& reasons) {
        auto* card = new Card(m_theme, words::name(which), this);
        card->column()->addWidget(new SectionLabel(m_theme, tr("Votes needed"), SectionLabel::Case::AsWritten, card));
        votes = new VotesChoice(m_theme, which, card);
        votes->setOnlyVotes(true);
        card->column()->addWidget(votes);
        card->column()->addSpacing(m_theme.px(8));
        reasons = list(tr("Exclusion reasons, in the team's order"), tr("Add a reason"), card->column(), true);
        column->addWidget(card);
    };
    stage(Stage::Title, m_titleVotes, m_titleReasons);
    stage(Stage::Fulltext, m_fulltextVotes, m_fulltextReasons);
}

void NewReviewPage::buildCriteria(QVBoxLayout* column)
{
    auto* card = new Card(m_theme, tr("Criteria"), this);
    m_include = list(tr("Included are studies that"), tr("Add a criterion for including"), card->column(), false);
    card->column()->addSpacing(m_theme.px(8));
    m_exclude = list(tr("Excluded are studies that"), tr("Add a criterion for excluding"), card->column(), false);
    column->addWidget(card);
}

void NewReviewPage::buildFoot(QVBoxLayout* whole)
{
    auto* foot = new ToolRow(m_theme, ToolRow::Line::Above, this);
    foot->setMinimumHeight(m_theme.px(56));
    m_path = new QLineEdit(foot);
    m_path->setAccessibleName(tr("File of the review"));
    m_path->setPlaceholderText(tr("File of the review"));
    auto* choose = new QPushButton(tr("Choose…"), foot);
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    m_create = new QPushButton(tr("Create the review"), foot);
    setLook(*m_create, Look::Primary);
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    m_create->setToolTip(key.toString(QKeySequence::NativeText));
    foot->addWidget(new TextLabel(m_theme, Text::Body, tr("Save as"), foot));
    foot->row()->addWidget(m_path, 1);
    for (QPushButton* button : {choose, cancel, m_create})
        foot->addWidget(button);
    for (QPushButton* button : {choose, cancel, m_create})
        button->setAutoDefault(true); // Enter presses it, as Space does
    whole->addWidget(foot);
    connect(m_path, &QLineEdit::textChanged, this, &NewReviewPage::check);
    connect(choose, &QPushButton::clicked, this, &NewReviewPage::choosePath);
    connect(cancel, &QPushButton::clicked, this, &NewReviewPage::cancelled);
    connect(m_create, &QPushButton::clicked, this, &NewReviewPage::create);
    auto* go = new QShortcut(key, this);
    go->setContext(Qt::WidgetWithChildrenShortcut);
    connect(go, &QShortcut::activated, this, &NewReviewPage::create);
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &NewReviewPage::cancelled);
}

void NewReviewPage::begin(const QString& folder, const QString& myName)
{
    m_folder = folder;
    m_others.clear();
    m_title->clear();
    m_question->clear();
    m_name->setText(myName);
    m_people->setPeople({});
    m_titleVotes->setRules({});
    m_fulltextVotes->setRules({});
    m_include->setRows({});
    m_exclude->setRows({});
    setTexts(*m_titleReasons, usualReasons(Stage::Title), true);
    setTexts(*m_fulltextReasons, usualReasons(Stage::Fulltext), true);
    m_suggested.clear();
    m_path->clear();
    m_title->setFocus(Qt::OtherFocusReason);
}

void NewReviewPage::suggestPath()
{
    if (m_path->text() != m_suggested)
        return; // chosen by hand
    const QString name = fileName(m_title->text());
    m_suggested = name.isEmpty() ? QString()
                                 : QDir::toNativeSeparators(QDir(m_folder).filePath(name + QStringLiteral(".winnow")));
    m_path->setText(m_suggested);
}

void NewReviewPage::choosePath()
{
    FileQuestion question;
    question.title = tr("Where to save the review");
    question.filter = tr("Winnow reviews (*.winnow)");
    question.folder = m_folder;
    question.suggestion = fileName(m_title->text()) + QStringLiteral(".winnow");
    question.suffix = QStringLiteral("winnow");
    m_dialogs.saveFile(question, this,
                       [this](const QString& path) { m_path->setText(QDir::toNativeSeparators(path)); });
}

void NewReviewPage::check()
{
    const auto filled = [](const QLineEdit* field) { return !field->text().trimmed().isEmpty(); };
    m_create->setEnabled(filled(m_title) && filled(m_name) && filled(m_path));
}

NewReview NewReviewPage::review() const
{
    NewReview review;
    review.title = m_title->text().trimmed();
    review.question = m_question->toPlainText().trimmed();
    review.reviewers.push_back({{}, m_name->text().trimmed(), Roles(Role::Lead) | Role::Reviewer});
    review.reviewers.insert(review.reviewers.end(), m_others.begin(), m_others.end());
    review.titleVotes = m_titleVotes->rules().votesNeeded;
    review.fulltextVotes = m_fulltextVotes->rules().votesNeeded;
    for (const auto& [texts, include] : {std::pair(textsOf(*m_include), true), std::pair(textsOf(*m_exclude), false)})
        for (const QString& text : texts)
            review.criteria.push_back({{}, include, text, int(review.criteria.size())});
    review.titleReasons = textsOf(*m_titleReasons);
    review.fulltextReasons = textsOf(*m_fulltextReasons);
    return review;
}

void NewReviewPage::create()
{
    if (!m_create->isEnabled())
        return;
    QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!path.endsWith(QStringLiteral(".winnow"), Qt::CaseInsensitive))
        path += QStringLiteral(".winnow");
    Q_EMIT wanted(path, review(), m_name->text().trimmed());
}

} // namespace winnow::ui
