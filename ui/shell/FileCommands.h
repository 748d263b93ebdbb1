// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <QObject>

#include <functional>

namespace winnow::ui {

class Dialogs;
class Notices;
class Session;

/// What the File menu does with files: opening, the example, and exports. Asks through Dialogs, works in jobs.
class FileCommands final : public QObject {
    Q_OBJECT
public:
    FileCommands(Session& session, Dialogs& dialogs, Notices& notices, QObject* parent = nullptr);

    void askForReview();
    /// The user's documents, or home.
    [[nodiscard]] static QString documents();
    /// Opens the example where it was written before, else asks where to write it.
    void openExample();
    void exportRecords();
    void exportFlow();
    /// Says why a file did not open, and what else can be done with it.
    void explain(const Error& error, const QString& path);

Q_SIGNALS:
    /// By the user, to be opened: a review or a coauthor's file.
    void fileChosen(const QString& path);

private:
    /// `done` is the sentence once `work` ended well; its result may fill it in on the way.
    void save(const QString& name, std::function<Result<QString>(Project&, const JobContext&)> work);

    Session& m_session;
    Dialogs& m_dialogs;
    Notices& m_notices;
};

} // namespace winnow::ui
