// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Dialogs.h"

#include <QColor>

#include <deque>
#include <vector>

namespace winnow::test {

/// Answers the window's questions from lists prepared by the test, at once. A question without an answer left counts
/// as closed by the user. What was asked and said is kept for the test to look at.
class ScriptedDialogs final : public ui::Dialogs {
public:
    std::deque<QStringList> files; ///< for openFiles and openFile (its first); an empty list: closed
    std::deque<QString> saveNames; ///< for saveFile; empty: closed
    std::deque<bool> confirmations; ///< for confirm
    std::deque<QString> texts; ///< for askText; a null string: closed
    std::deque<int> choices; ///< for choose; negative: closed
    std::deque<QColor> colours; ///< for askColour; an invalid one: closed
    std::vector<QString> asked; ///< titles and questions, in order
    std::vector<QString> said; ///< sentences of inform, in order
    std::vector<Error> errors; ///< of report, in order
    ui::FileQuestion lastFileQuestion;
    ui::Confirmation lastConfirmation;
    ui::TextQuestion lastTextQuestion;
    ui::Choice lastChoice;
    QColor lastColour;

    void openFiles(const ui::FileQuestion& question, QObject*, std::function<void(const QStringList&)> then) override
    {
        lastFileQuestion = question;
        asked.push_back(question.title);
        if (const QStringList answer = next(files, {}); !answer.isEmpty())
            then(answer);
    }
    void openFile(const ui::FileQuestion& question, QObject*, std::function<void(const QString&)> then) override
    {
        lastFileQuestion = question;
        asked.push_back(question.title);
        if (const QStringList answer = next(files, {}); !answer.isEmpty())
            then(answer.first());
    }
    void saveFile(const ui::FileQuestion& question, QObject*, std::function<void(const QString&)> then) override
    {
        lastFileQuestion = question;
        asked.push_back(question.title);
        if (const QString answer = next(saveNames, {}); !answer.isEmpty())
            then(answer);
    }
    void confirm(const ui::Confirmation& question, QObject*, std::function<void()> then,
                 std::function<void()> otherwise) override
    {
        lastConfirmation = question;
        asked.push_back(question.question);
        if (next(confirmations, false))
            then();
        else if (otherwise)
            otherwise();
    }
    void askText(const ui::TextQuestion& question, QObject*, std::function<void(const QString&)> then) override
    {
        lastTextQuestion = question;
        asked.push_back(question.title);
        if (const QString answer = next(texts, QString()); !answer.isNull())
            then(answer);
    }
    void choose(const ui::Choice& question, QObject*, std::function<void(int)> then) override
    {
        lastChoice = question;
        asked.push_back(question.title);
        if (const int answer = next(choices, -1); answer >= 0)
            then(answer);
    }
    void askColour(const QString& title, const QColor& current, QObject*,
                   std::function<void(const QColor&)> then) override
    {
        lastColour = current;
        asked.push_back(title);
        if (const QColor answer = next(colours, QColor()); answer.isValid())
            then(answer);
    }
    void inform(const QString&, const QString& sentence) override { said.push_back(sentence); }
    void report(const Error& error) override { errors.push_back(error); }

private:
    template <class Value> static Value next(std::deque<Value>& answers, const Value& otherwise)
    {
        if (answers.empty())
            return otherwise;
        Value answer = answers.front();
        answers.pop_front();
        return answer;
    }
};

} // namespace winnow::test
