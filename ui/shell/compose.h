// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Services.h"
#include "shell/Session.h"

#include <memory>

class QAction;

namespace winnow::ui {

class BundleDoor;
class FileCommands;
class JobLine;
class MainWindow;
class Menus;
class Standing;
class Undoing;
enum class ShareAct;
enum class Workspace;

/// The window with everything behind it, wired. The only place where signals of strangers meet.
class Shell final : public QObject {
    Q_OBJECT
public:
    explicit Shell(const Services& services);
    ~Shell() override;

    [[nodiscard]] MainWindow& window() const { return *m_window; }
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] Menus& menus() const { return *m_menus; }
    [[nodiscard]] FileCommands& files() const { return *m_files; }
    void go(Workspace where);
    /// A review, or a file from a coauthor.
    void open(const QString& file);

private:
    void wireFileMenu();
    void wireReviewMenu();
    void wireViewMenu();
    void wireStart();
    void wireSession();
    void wireSharing();
    void fillRecent();
    void startReview();
    void endReview();
    void receive(const QStringList& files);
    void importFiles(const QStringList& files);
    void share(ShareAct act);
    void preview(const QString& bundle);
    void askWho();
    void say();
    [[nodiscard]] QStringList facts() const;
    void zoom(int step);

    Services m_services;
    Session m_session;
    std::unique_ptr<MainWindow> m_window;
    // Children of the window, so that they go with what they show.
    Menus* m_menus = nullptr;
    FileCommands* m_files = nullptr;
    JobLine* m_jobLine = nullptr;
    BundleDoor* m_bundles = nullptr;
    Undoing* m_undoing = nullptr;
    std::unique_ptr<Standing> m_standing;
    qint64 m_savedAt = 0; ///< ms since 1970; 0: nothing was changed yet
};

} // namespace winnow::ui
