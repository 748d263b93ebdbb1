// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/team/OrderedList.h"
#include "project/Project.h"

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace winnow::ui {

class AllocationForm;
class Dialogs;
class PeopleEditor;
class Segmented;
class TextLabel;
class VotesChoice;

/// Five steps that set a review up: question, criteria and reasons, people, how it is screened, file. Beside them
/// stands what the methods section will say, as it changes with each choice. Only the title and my name are needed; the
/// rest can wait, and all of it can be changed later under Team. Ctrl+Enter goes on, Alt+Left back, Esc leaves.
class NewReviewPage final : public QWidget {
    Q_OBJECT
public:
    NewReviewPage(const Theme& theme, Dialogs& dialogs, QWidget* parent = nullptr);

    /// Empty again, with the usual reasons and `folder` to save in.
    void begin(const QString& folder, const QString& myName);
    [[nodiscard]] QLineEdit* titleField() const { return m_title; }
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QLineEdit* pathField() const { return m_path; }
    [[nodiscard]] PeopleEditor* people() const { return m_people; }
    [[nodiscard]] OrderedList* titleReasons() const { return m_titleReasons; }
    [[nodiscard]] QPushButton* createButton() const { return m_create; }
    [[nodiscard]] Segmented* steps() const { return m_steps; }
    [[nodiscard]] QPushButton* nextButton() const { return m_next; }
    [[nodiscard]] QSpinBox* pilotField() const { return m_pilot; }
    [[nodiscard]] VotesChoice* titleVotes() const { return m_titleVotes; }
    [[nodiscard]] AllocationForm* allocation() const { return m_allocation; }
    [[nodiscard]] QString methods() const;
    [[nodiscard]] NewReview review() const;
    void goTo(int step);

Q_SIGNALS:
    void wanted(const QString& path, const winnow::NewReview& review, const QString& me);
    void cancelled();

private:
    void buildHead(QVBoxLayout* whole);
    QVBoxLayout* addStep(const QString& hint);
    void buildQuestion(QVBoxLayout* column);
    void buildCriteria(QVBoxLayout* column);
    void buildPeople(QVBoxLayout* column);
    void buildScreening(QVBoxLayout* column);
    void buildFile(QVBoxLayout* column);
    void buildMethods(QVBoxLayout* whole);
    void buildFoot(QVBoxLayout* whole);
    void go(int by);
    void takeTyped();
    void tell();
    OrderedList* list(const QString& head, const QString& hint, QVBoxLayout* column, bool ordered);
    void suggestPath();
    void choosePath();
    void check();
    void create();

    const Theme& m_theme;
    Dialogs& m_dialogs;
    QString m_folder;
    QString m_suggested;
    std::vector<Reviewer> m_others;
    QLineEdit* m_title;
    QPlainTextEdit* m_question;
    Segmented* m_steps;
    QStackedWidget* m_stack;
    std::vector<QWidget*> m_first; ///< where each step begins
    std::vector<QLineEdit*> m_pico;
    QSpinBox* m_pilot;
    AllocationForm* m_allocation;
    TextLabel* m_methods;
    TextLabel* m_lacking; ///< what is still needed to create it
    QPushButton* m_back;
    QPushButton* m_next;
    QLineEdit* m_name;
    PeopleEditor* m_people;
    VotesChoice* m_titleVotes;
    VotesChoice* m_fulltextVotes;
    OrderedList* m_include;
    OrderedList* m_exclude;
    OrderedList* m_titleReasons;
    OrderedList* m_fulltextReasons;
    QLineEdit* m_path;
    QPushButton* m_create;
};

} // namespace winnow::ui
