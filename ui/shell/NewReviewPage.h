// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/team/OrderedList.h"
#include "project/Project.h"

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

class Dialogs;
class PeopleEditor;
class VotesChoice;

/// One calm page with everything a review starts with. Only the title and my name are needed; the rest can wait, and
/// all of it can be changed later under Team.
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
    [[nodiscard]] NewReview review() const;

Q_SIGNALS:
    void wanted(const QString& path, const winnow::NewReview& review, const QString& me);
    void cancelled();

private:
    void buildQuestion(QVBoxLayout* column);
    void buildPeople(QVBoxLayout* column);
    void buildStages(QVBoxLayout* column);
    void buildCriteria(QVBoxLayout* column);
    void buildFoot(QVBoxLayout* whole);
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
