// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panels.h"

#include "panels/appraisal/AppraisalPanel.h"
#include "panels/conflicts/ConflictsPanel.h"
#include "panels/duplicates/DuplicatesPanel.h"
#include "panels/overview/OverviewPanel.h"
#include "panels/records/RecordsPanel.h"
#include "panels/report/ReportPanel.h"
#include "panels/screening/ScreeningPanel.h"
#include "panels/sharing/SharingPanel.h"
#include "panels/sources/SourcesPanel.h"
#include "panels/team/TeamPanel.h"

#include <QCoreApplication>

namespace winnow::ui {

namespace {

template <class P, class... More> auto making(More... more)
{
    return [more...](PanelContext& context) -> Panel* { return new P(context, more...); };
}

QString name(const char* text)
{
    return QCoreApplication::translate("Places", text);
}

} // namespace

std::vector<Place> places()
{
    return {
        {Workspace::Overview, QStringLiteral("overview"), name(QT_TRANSLATE_NOOP("Places", "Overview")), Sign::Overview,
         making<OverviewPanel>()},
        {Workspace::Sources, QStringLiteral("sources"), name(QT_TRANSLATE_NOOP("Places", "Sources")), Sign::Sources,
         making<SourcesPanel>()},
        {Workspace::Records, QStringLiteral("records"), name(QT_TRANSLATE_NOOP("Places", "Records")), Sign::List,
         making<RecordsPanel>()},
        {Workspace::Duplicates, QStringLiteral("duplicates"), name(QT_TRANSLATE_NOOP("Places", "Duplicates")),
         Sign::Duplicates, making<DuplicatesPanel>()},
        {Workspace::Screening, QStringLiteral("screening"), name(QT_TRANSLATE_NOOP("Places", "Screening")),
         Sign::Screening, making<ScreeningPanel>(Stage::Title)},
        {Workspace::Fulltexts, QStringLiteral("fulltexts"), name(QT_TRANSLATE_NOOP("Places", "Full texts")),
         Sign::FullTexts, making<ScreeningPanel>(Stage::Fulltext)},
        {Workspace::Conflicts, QStringLiteral("conflicts"), name(QT_TRANSLATE_NOOP("Places", "Conflicts")),
         Sign::Conflicts, making<ConflictsPanel>()},
        {Workspace::Appraisal, QStringLiteral("risk-of-bias"), name(QT_TRANSLATE_NOOP("Places", "Risk of bias")),
         Sign::RiskOfBias, making<AppraisalPanel>()},
        {Workspace::Report, QStringLiteral("report"), name(QT_TRANSLATE_NOOP("Places", "Report")), Sign::Report,
         making<ReportPanel>()},
        {Workspace::Sharing, QStringLiteral("sharing"), name(QT_TRANSLATE_NOOP("Places", "Sharing")), Sign::Sharing,
         making<SharingPanel>()},
        {Workspace::Team, QStringLiteral("team"), name(QT_TRANSLATE_NOOP("Places", "Team")), Sign::People,
         making<TeamPanel>()},
    };
}

void showRecordsIn(Panel& panel, const QString& heading, const QList<RecordId>& records)
{
    if (auto* list = qobject_cast<RecordsPanel*>(&panel))
        list->show(heading, records);
}

void importFilesIn(Panel& panel, const QStringList& files)
{
    if (auto* sources = qobject_cast<SourcesPanel*>(&panel))
        sources->importFiles(files);
}

void askForFilesIn(Panel& panel)
{
    if (auto* sources = qobject_cast<SourcesPanel*>(&panel))
        sources->askForFiles();
}

void searchDatabasesIn(Panel& panel)
{
    if (auto* sources = qobject_cast<SourcesPanel*>(&panel))
        sources->openSearch();
}

void shareIn(Panel& panel, ShareAct act)
{
    auto* sharing = qobject_cast<SharingPanel*>(&panel);
    if (!sharing)
        return;
    switch (act) {
    case ShareAct::Send: return sharing->sendWork();
    case ShareAct::Invite: return sharing->invite();
    case ShareAct::SendConflicts: return sharing->sendConflicts();
    case ShareAct::BringIn: return sharing->askForFile();
    }
}

void previewBundleIn(Panel& panel, const QString& file)
{
    if (auto* sharing = qobject_cast<SharingPanel*>(&panel))
        sharing->preview(file);
}

} // namespace winnow::ui
