// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Takes a picture of a workspace of the real window over the example review, or over a review that is named:
//   screenshot --out FILE.png [--workspace WORD|start|new|keys] [--theme light|dark|contrast] [--size 1366x768]
//              [--lang ar] [--me NAME] [--project FILE.winnow] [--press "Tab Tab Return"]
//              [--import FILE]
// WORD is one of overview, sources, records, duplicates, screening, fulltexts, conflicts, report, team. QT_SCALE_FACTOR
// sets the scale. The review is copied first: a picture changes nothing.
#include "base/Clock.h"
#include "panels/sources/SourcesPanel.h"
#include "shell/FileCommands.h"
#include "shell/KeysHelp.h"
#include "shell/MainWindow.h"
#include "shell/Menus.h"
#include "shell/ReviewPage.h"
#include "shell/compose.h"
#include "shell/startup.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace winnow;
using namespace winnow::ui;

namespace {

constexpr int patienceMs = 300000;

struct Wish {
    QString out;
    QString workspace;
    QString theme;
    QSize size;
    QString me;
    QString project;
    QStringList press; ///< keys, one after another
    QString open; ///< a coauthor's file that reaches the window
    QString import; ///< records that are handed to Sources
};

int complain(const QString& sentence)
{
    std::fprintf(stderr, "screenshot: %s\n", qPrintable(sentence));
    return 1;
}

Wish wishOf(const QCommandLineParser& line)
{
    const QStringList sides = line.value(QStringLiteral("size")).split(QLatin1Char('x'));
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    return {line.value(QStringLiteral("out")),
            line.value(QStringLiteral("workspace")),
            line.value(QStringLiteral("theme")),
            size,
            line.value(QStringLiteral("me")),
            line.value(QStringLiteral("project")),
            line.value(QStringLiteral("press")).split(QLatin1Char(' '), Qt::SkipEmptyParts),
            line.value(QStringLiteral("open")),
            line.value(QStringLiteral("import"))};
}

Scheme schemeOf(const QString& word)
{
    if (word == QLatin1String("dark"))
        return Scheme::Dark;
    return word == QLatin1String("contrast") ? Scheme::HighContrast : Scheme::Light;
}

bool openReview(Shell& shell, const Wish& wish, const QString& folder)
{
    QString error;
    QObject::connect(&shell.session(), &Session::failed, &shell.session(),
                     [&error](const Error& e) { error = e.context + QLatin1Char(' ') + e.detail; });
    const QString path = QDir(folder).filePath(QStringLiteral("Cell therapy in multiple sclerosis.winnow"));
    if (!wish.project.isEmpty() && !QFile::copy(wish.project, path))
        return complain(QStringLiteral("no copy of ") + wish.project) == 0;
    shell.session().openExample(path);
    if (!QTest::qWaitFor([&] { return shell.session().open() || !error.isEmpty(); }, patienceMs) || !error.isEmpty())
        return complain(QStringLiteral("the review did not open: ") + error) == 0;
    const auto review = shell.session().open()->project->review();
    const Reviewer* me = wish.me.isEmpty() ? nullptr : review->reviewer(wish.me);
    if (!me && !review->reviewers.empty())
        me = &review->reviewers.front();
    if (me)
        shell.session().setMe(me->id);
    shell.window().who()->hide();
    return QTest::qWaitFor([&] { return !shell.session().open()->jobs.busy(); }, patienceMs);
}

void press(const QStringList& keys)
{
    for (const QString& key : keys) {
        const QKeyCombination one = QKeySequence(key)[0];
        if (QWidget* focus = QApplication::focusWidget())
            QTest::keyClick(focus, one.key(), one.keyboardModifiers());
        QTest::qWait(200);
    }
}

int takePicture(Shell& shell, const Wish& wish, const QString& folder)
{
    MainWindow& window = shell.window();
    window.resize(wish.size);
    window.show();
    if (wish.workspace == QLatin1String("new")) {
        window.showNewReview(QStringLiteral("/home/ana/Reviews"), QStringLiteral("Ana"));
    } else if (wish.workspace != QLatin1String("start")) {
        if (!openReview(shell, wish, folder))
            return 1;
        window.reviewPage()->goToWord(wish.workspace);
        if (wish.workspace == QLatin1String("keys"))
            window.keysHelp()->open();
    }
    if (!wish.open.isEmpty())
        shell.open(wish.open);
    if (auto* sources = window.findChild<SourcesPanel*>(); sources && !wish.import.isEmpty())
        sources->importFiles({wish.import});
    // What panels read beside the window comes in by itself; two quiet moments are enough for a picture.
    QTest::qWait(800);
    press(wish.press);
    return window.grab().save(wish.out) ? 0 : complain(QStringLiteral("cannot write ") + wish.out);
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    silenceQt();
    QApplication application(argc, argv);
    QCommandLineParser line;
    line.addOptions(
        {{QStringLiteral("out"), QStringLiteral("The picture"), QStringLiteral("file"), {}},
         {QStringLiteral("workspace"), QStringLiteral("Where to go"), QStringLiteral("word"),
          QStringLiteral("overview")},
         {QStringLiteral("theme"), QStringLiteral("Its look"), QStringLiteral("word"), QStringLiteral("light")},
         {QStringLiteral("size"), QStringLiteral("Of the window"), QStringLiteral("WxH"), QStringLiteral("1366x768")},
         {QStringLiteral("lang"), QStringLiteral("Its language"), QStringLiteral("code"), QStringLiteral("en_GB")},
         {QStringLiteral("me"), QStringLiteral("Who sits there"), QStringLiteral("name"), {}},
         {QStringLiteral("project"), QStringLiteral("Another review"), QStringLiteral("file"), {}},
         {QStringLiteral("press"), QStringLiteral("Keys that are pressed before"), QStringLiteral("keys"), {}},
         {QStringLiteral("import"), QStringLiteral("Records to hand to Sources"), QStringLiteral("file"), {}},
         {QStringLiteral("open"), QStringLiteral("A coauthor's file to open in it"), QStringLiteral("file"), {}}});
    line.process(application);
    const Wish wish = wishOf(line);
    if (wish.out.isEmpty() || wish.size.isEmpty())
        return complain(QStringLiteral("--out FILE.png and --size WxH are needed"));
    const QTemporaryDir folder;
    qputenv("WINNOW_LANG", line.value(QStringLiteral("lang")).toUtf8());
    const SystemClock clock;
    Settings settings = Settings::inFile(folder.filePath(QStringLiteral("settings.ini")));
    Theme theme;
    Keys keys;
    Icons icons(theme);
    chooseLanguage(application, settings);
    theme.setScheme(schemeOf(wish.theme));
    theme.applyTo(application);
    Shell shell({clock, theme, icons, keys, settings});
    return takePicture(shell, wish, folder.path());
}
