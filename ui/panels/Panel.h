// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "project/Hands.h"
#include "project/Project.h"
#include "services/Allow.h"
#include "services/Dialogs.h"
#include "services/Icons.h"
#include "services/Keys.h"
#include "services/Settings.h"
#include "services/Theme.h"

#include <QList>
#include <QWidget>

namespace winnow::ui {

/// The rooms of the window, in the order of the work.
enum class Workspace {
    Overview,
    Sources,
    Records,
    Duplicates,
    Screening,
    Fulltexts,
    Conflicts,
    Report,
    Team,
    Sharing,
    Appraisal
};

/// What a panel is handed: the review and the services of the window. All outlive the panel.
struct PanelContext {
    Project& project;
    Hands& hands;
    Jobs& jobs;
    Theme& theme;
    Icons& icons;
    Keys& keys;
    Dialogs& dialogs;
    Settings& settings;

    /// Why who sits here may not do it now; empty: may.
    [[nodiscard]] QString whyNot(Right right) const
    {
        return project.readOnly() ? whyReadOnly() : ui::whyNot(project.review()->reviewers, project.me(), right);
    }
    /// What needs no role, but somebody who does it in a review that can be written.
    [[nodiscard]] QString whyNotAnything() const
    {
        return project.readOnly() || !project.me() ? whyNot(Right::Vote) : QString();
    }
    /// And why not settle conflicts of a stage, by the rule that the team agreed beforehand.
    [[nodiscard]] QString whyNotSettle(Stage stage) const
    {
        const auto review = project.review();
        return project.readOnly() ? whyReadOnly()
                                  : ui::whyNotSettle(review->reviewers, project.me(), review->settings.rules(stage));
    }
};

/// One workspace of the window. Panels know the review and their services, never each other or the main window:
/// what they want from the house they ask for by signal.
class Panel : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// The panel comes to the front: refresh what may have changed, put the focus where work goes on.
    virtual void activate() = 0;
    /// The panel's own find field, list filter or similar takes the focus (Ctrl+F from anywhere in the window).
    virtual void find() { }

Q_SIGNALS:
    /// Show exactly these records, under this heading, in the records workspace.
    void showRecords(const QString& heading, const QList<winnow::RecordId>& records);
    void go(winnow::ui::Workspace where);
};

} // namespace winnow::ui
