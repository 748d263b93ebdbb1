// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QStringList>

#include <functional>

class QColor;
class QObject;

namespace winnow::ui {

/// A question about files. `filter` is Qt's: "Bibliographic files (*.ris *.nbib);;All files (*)".
struct FileQuestion {
    QString title;
    QString filter;
    QString folder; ///< where to begin; empty: where the last one ended
    QString suggestion; ///< proposed name, for saving
    QString suffix; ///< added when the name has none, for saving; without a dot
};

/// "Delete the label?" / "12 records lose it; undo brings it back." / "Delete label".
struct Confirmation {
    QString question;
    QString consequence;
    QString yes; ///< a verb; never "OK" or "Yes"
};

struct TextQuestion {
    QString title;
    QString label;
    QString text;
    bool lines = false; ///< several lines are welcome
};

struct Choice {
    QString title;
    QString label;
    QStringList options;
    int current = 0;
};

/// Every modal question the window asks goes through here, so that tests can answer. Nothing blocks: `then` is called
/// later, once, if the user went on, and not at all if the question was closed, or if `context` is gone by then.
class Dialogs {
public:
    virtual ~Dialogs() = default;

    virtual void openFiles(const FileQuestion& question, QObject* context, std::function<void(const QStringList&)> then)
        = 0;
    virtual void openFile(const FileQuestion& question, QObject* context, std::function<void(const QString&)> then) = 0;
    /// Asks before a file is replaced.
    virtual void saveFile(const FileQuestion& question, QObject* context, std::function<void(const QString&)> then) = 0;
    /// `otherwise` is called when the user declined or closed the question.
    virtual void confirm(const Confirmation& question, QObject* context, std::function<void()> then,
                         std::function<void()> otherwise = {})
        = 0;
    virtual void askText(const TextQuestion& question, QObject* context, std::function<void(const QString&)> then) = 0;
    /// `then` gets the index of the chosen option.
    virtual void choose(const Choice& question, QObject* context, std::function<void(int)> then) = 0;
    /// Any colour, beside those that are offered first.
    virtual void askColour(const QString& title, const QColor& current, QObject* context,
                           std::function<void(const QColor&)> then)
        = 0;
    /// Something worth knowing, nothing to decide.
    virtual void inform(const QString& title, const QString& sentence) = 0;
    /// Says an error as one plain sentence (words::sentence).
    virtual void report(const Error& error) = 0;
};

} // namespace winnow::ui
