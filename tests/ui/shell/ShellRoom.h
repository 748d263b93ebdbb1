// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "project/Setup.h"
#include "shell/MainWindow.h"
#include "shell/Menus.h"
#include "shell/ReviewPage.h"
#include "shell/Services.h"
#include "shell/compose.h"
#include "support/ScriptedDialogs.h"
#include "support/Suite.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QTemporaryDir>

namespace winnow::test {

/// A laptop: its settings and theme, with the real window on it and scripted answers to its questions.
struct ShellRoom {
    QTemporaryDir folder;
    SystemClock clock;
    ui::Settings settings = ui::Settings::inFile(folder.filePath(QStringLiteral("settings.ini")));
    ui::Theme theme;
    ui::Keys keys;
    ui::Icons icons{theme};
    ScriptedDialogs dialogs;
    std::unique_ptr<ui::Shell> shell;

    ShellRoom()
    {
        theme.setScheme(ui::Scheme::Light);
        theme.applyTo(*qApp);
        start();
    }

    /// The program begins anew on the same laptop.
    void start()
    {
        shell.reset();
        shell = std::make_unique<ui::Shell>(ui::Services{clock, theme, icons, keys, settings, &dialogs});
        shell->window().resize(1366, 768);
        shell->window().show();
        shell->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shell->window(), winnow::test::patienceMs));
    }

    [[nodiscard]] QString file(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    ui::MainWindow& window() { return shell->window(); }
    [[nodiscard]] Project* project() const
    {
        return shell->session().open() ? shell->session().open()->project.get() : nullptr;
    }
    bool opened()
    {
        return QTest::qWaitFor([this] { return project() != nullptr; }, winnow::test::patienceMs);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), key, modifiers);
    }
    void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text)); }
    /// Tab until `wanted` has the focus: it can be reached by keyboard.
    bool tabTo(const QWidget* wanted)
    {
        for (int i = 0; i < 120 && QApplication::focusWidget() != wanted; ++i)
            press(Qt::Key_Tab);
        return QApplication::focusWidget() == wanted;
    }

    /// A review of Ana and Ben on disk, closed.
    QString review(const char* name)
    {
        NewReview review;
        review.title = QStringLiteral("Exercise for low back pain");
        review.reviewers = {{{}, QStringLiteral("Ana"), Role::Lead}, {{}, QStringLiteral("Ben"), Role::Reviewer}};
        const QString path = file(name);
        auto made = Project::create(path, review, clock);
        return made ? path : QString();
    }
};

} // namespace winnow::test
