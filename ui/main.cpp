// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.h"
#include "cli/Cli.h"
#include "services/SystemAppearance.h"
#include "shell/MainWindow.h"
#include "shell/compose.h"
#include "shell/startup.h"

#include <QApplication>

namespace {

int runWindow(int argc, char** argv)
{
    using namespace winnow;
    using namespace winnow::ui;

    silenceQt();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("winnow"));
    QApplication::setApplicationVersion(QStringLiteral(WINNOW_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("winnow"));

    const SystemClock clock;
    Settings settings = Settings::ofUser();
    Theme theme;
    Keys keys;
    Icons icons(theme);
    recall(settings, theme, keys);
    chooseLanguage(application, settings);
    theme.applyTo(application);
    SystemAppearance appearance;
    QObject::connect(&appearance, &SystemAppearance::appearance, &theme, &Theme::setSystem);
    appearance.start();

    Services services{clock, theme, icons, keys, settings};
    Shell shell(services);
    shell.window().show();
    const QStringList words = QApplication::arguments();
    if (words.size() > 1)
        shell.open(words[1]);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1 && winnow::cli::isCommand(argv[1]))
        return winnow::cli::runCommand(argc, argv);
    return runWindow(argc, argv);
}
