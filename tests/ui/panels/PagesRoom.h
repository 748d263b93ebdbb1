// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Imports.h"
#include "project/Project.h"
#include "support/ScriptedDialogs.h"
#include "support/Suite.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace winnow::test {

/// A real project in a folder of its own, with Ana (lead, who sits here) and Ben, and all that a panel is handed.
class PagesRoom {
public:
    explicit PagesRoom(int votesNeeded = 2)
        : settings(ui::Settings::inFile(folder.filePath(QStringLiteral("settings.ini"))))
    {
        NewReview review;
        review.title = QStringLiteral("Cell therapy");
        review.reviewers = {{{}, QStringLiteral("Ana"), Role::Lead}, {{}, QStringLiteral("Ben"), Role::Reviewer}};
        review.titleVotes = votesNeeded;
        review.fulltextVotes = votesNeeded;
        review.titleReasons = {QStringLiteral("Wrong population"), QStringLiteral("Not in humans")};
        review.fulltextReasons = review.titleReasons;
        auto made = Project::create(folder.filePath(QStringLiteral("review.winnow")), review, clock);
        if (!made)
            qFatal("no project: %s", qPrintable(made.error().context + made.error().detail));
        project = std::move(*made);
        sit(QStringLiteral("Ana"));
        theme.applyTo(*qApp);
        context = std::make_unique<ui::PanelContext>(
            ui::PanelContext{*project, hands, jobs, theme, icons, keys, dialogs, settings});
    }

    void sit(const QString& name) { project->setMe(project->review()->reviewer(name)->id); }
    [[nodiscard]] ReviewerId person(const QString& name) const { return project->review()->reviewer(name)->id; }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    /// Imports at once; the run's number.
    RunId import(const QString& name, const QByteArray& ris)
    {
        ImportRequest request;
        request.file = write(name, ris);
        auto report = Imports(*project).import(request, {});
        if (!report)
            qFatal("no import: %s", qPrintable(report.error().context + report.error().detail));
        if (!Imports(*project).buildFindIndex({}))
            qFatal("no index");
        return report->run;
    }

    /// One RIS entry.
    static QByteArray entry(const char* title, const char* author, int year, const QByteArray& more = {})
    {
        return QByteArray("TY  - JOUR\nTI  - ") + title + "\nAU  - " + author + "\nPY  - " + QByteArray::number(year)
            + "\n" + more + "ER  - \n\n";
    }

    /// Shows a panel in a window of its own that has the focus.
    static void present(QWidget& panel, QSize size = {1198, 668})
    {
        panel.resize(size);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel, winnow::test::patienceMs));
    }

    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Project> project;
    ui::Theme theme;
    ui::Icons icons{theme};
    ui::Keys keys;
    ScriptedDialogs dialogs;
    ui::Settings settings;
    Hands hands;
    Jobs jobs;
    std::unique_ptr<ui::PanelContext> context;
};

} // namespace winnow::test
