// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/NewReviewPage.h"

#include "domain/Words.h"
#include "panels/team/AllocationForm.h"
#include "panels/team/PeopleEditor.h"
#include "panels/team/VotesChoice.h"
#include "project/Methods.h"
#include "services/Dialogs.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "shell/TextList.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::ui {

namespace {

QStringList usualReasons(Stage stage)
{
    const QStringList both{NewReviewPage::tr("Wrong population"),   NewReviewPage::tr("Wrong intervention"),
                           NewReviewPage::tr("Wrong comparator"),   NewReviewPage::tr("Wrong outcome"),
                           NewReviewPage::tr("Wrong study design"), NewReviewPage::tr("Wrong publication type")};
    return stage == Stage::Title ? both + QStringList{NewReviewPage::tr("Animal or laboratory study")}
                                 : both + QStringList{NewReviewPage::tr("No usable data")};
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
    , m_steps(new Segmented(theme, this))
    , m_stack(new QStackedWidget(this))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    buildHead(whole);
    whole->addWidget(m_stack, 1);
    buildQuestion(addStep(tr("The title and your name are enough to begin. All of it can be changed later.")));
    buildCriteria(addStep(tr("What counts, and why something is left out. Reasons are kept in the team's order; each "
                             "has a digit key.")));
    buildPeople(
        addStep(tr("Who takes part, and as what. Each sees the others' votes only when conflicts are opened.")));
    buildScreening(addStep(tr("Agreed beforehand, so that nobody can choose a rule that suits the result.")));
    buildFile(addStep(tr("The review is one file on your disk; nothing is sent anywhere.")));
    buildMethods(whole);
    buildFoot(whole);
    goTo(0);
    check();
}

void NewReviewPage::go(int by)
{
    goTo(std::clamp(m_stack->currentIndex() + by, 0, m_stack->count() - 1));
}

/// Who types a name or a criterion and goes on without Enter means it.
void NewReviewPage::takeTyped()
{
    m_people->add();
    for (OrderedList* list : {m_include, m_exclude, m_titleReasons, m_fulltextReasons})
        list->add();
}

void NewReviewPage::goTo(int step)
{
    takeTyped();
    m_stack->setCurrentIndex(step);
    m_steps->setCurrent(step);
    m_back->setEnabled(step > 0);
    const bool last = step + 1 == m_stack->count();
    m_next->setEnabled(!last);
    setLook(*m_next, last ? Look::Plain : Look::Primary);
    setLook(*m_create, last ? Look::Primary : Look::Plain);
    m_first[size_t(step)]->setFocus(Qt::OtherFocusReason);
    tell();
}

/// What the choices so far mean for the paper.
void NewReviewPage::tell()
{
    std::vector<Reviewer> people = m_others;
    people.insert(people.begin(), Reviewer{{}, m_name->text().trimmed(), Roles(Role::Lead) | Role::Reviewer});
    m_allocation->setRule(m_allocation->rule(), people);
    m_methods->setText(methods());
}

QString NewReviewPage::methods() const
{
    return words::methodsSection(methodsFacts(review())).join(QLatin1Char(' '));
}

void NewReviewPage::begin(const QString& folder, const QString& myName)
{
    m_folder = folder;
    m_others.clear();
    m_title->clear();
    m_question->clear();
    m_name->setText(myName);
    m_people->setPeople({});
    m_people->addField()->clear(); // else what was typed into a page that was left would be taken now
    for (OrderedList* list : {m_include, m_exclude, m_titleReasons, m_fulltextReasons})
        list->addField()->clear();
    m_titleVotes->setRules({});
    m_fulltextVotes->setRules({});
    m_allocation->setRule({}, {});
    m_pilot->setValue(0);
    for (QLineEdit* field : m_pico)
        field->clear();
    m_include->setRows({});
    m_exclude->setRows({});
    setTexts(*m_titleReasons, usualReasons(Stage::Title), true);
    setTexts(*m_fulltextReasons, usualReasons(Stage::Fulltext), true);
    m_suggested.clear();
    m_path->clear();
    goTo(0);
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
    QStringList lacking;
    for (const auto& [field, name] :
         {std::pair(m_title, tr("a title")), std::pair(m_name, tr("your name")), std::pair(m_path, tr("a file"))}) {
        if (!filled(field))
            lacking << name;
    }
    m_create->setEnabled(lacking.isEmpty());
    m_lacking->setText(lacking.isEmpty() ? QString() : tr("Still needed: %1").arg(lacking.join(QStringLiteral(", "))));
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
    review.titleResolving = m_titleVotes->rules().resolving;
    review.fulltextResolving = m_fulltextVotes->rules().resolving;
    review.titleAllocation = m_allocation->rule();
    review.pilotPlanned = m_pilot->value();
    review.pico = {m_pico[0]->text().trimmed(), m_pico[1]->text().trimmed(), m_pico[2]->text().trimmed(),
                   m_pico[3]->text().trimmed()};
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
