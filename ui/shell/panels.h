// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"

#include <functional>
#include <vector>

namespace winnow::ui {

/// One place of the rail: what it is called and how its panel is made.
struct Place {
    Workspace where;
    QString word; ///< in settings and on the command line of pictures; stable
    QString name;
    Sign sign;
    std::function<Panel*(PanelContext&)> make;
};

/// All places, in the order of the work. A new workspace is one line here.
[[nodiscard]] std::vector<Place> places();

/// What the house asks of single panels: nothing happens if the panel is of another kind.
void showRecordsIn(Panel& panel, const QString& heading, const QList<RecordId>& records);
void importFilesIn(Panel& panel, const QStringList& files);
void askForFilesIn(Panel& panel);
void searchDatabasesIn(Panel& panel);
enum class ShareAct { Send, Invite, SendConflicts, BringIn };
void shareIn(Panel& panel, ShareAct act);
void previewBundleIn(Panel& panel, const QString& file);

} // namespace winnow::ui
