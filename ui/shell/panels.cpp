// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panels.h"

#include "panels/overview/OverviewPanel.h"
#include "panels/team/TeamPanel.h"
#ifdef WINNOW_WITH_SOURCES
#include "panels/sources/SourcesPanel.h"
#endif
#ifdef WINNOW_WITH_RECORDS
#include "panels/records/RecordsPanel.h"
#endif
#ifdef WINNOW_WITH_DUPLICATES
#include "panels/duplicates/DuplicatesPanel.h"
#endif
#ifdef WINNOW_WITH_SCREENING
#include "panels/screening/ScreeningPanel.h"
#endif
#ifdef WINNOW_WITH_CONFLICTS
#include "panels/conflicts/ConflictsPanel.h"
#endif
#ifdef WINNOW_WITH_REPORT
#include "panels/report/ReportPanel.h"
#endif

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
#ifdef WINNOW_WITH_SOURCES
        {Workspace::Sources, QStringLiteral("sources"), name(QT_TRANSLATE_NOOP("Places", "Sources")), Sign::Sources,
         making<SourcesPanel>()},
#endif
#ifdef WINNOW_WITH_RECORDS
        {Workspace::Records, QStringLiteral("records"), name(QT_TRANSLATE_NOOP("Places", "Records")), Sign::List,
         making<RecordsPanel>()},
#endif
#ifdef WINNOW_WITH_DUPLICATES
        {Workspace::Duplicates, QStringLiteral("duplicates"), name(QT_TRANSLATE_NOOP("Places", "Duplicates")),
         Sign::Duplicates, making<DuplicatesPanel>()},
#endif
#ifdef WINNOW_WITH_SCREENING
        {Workspace::Screening, QStringLiteral("screening"), name(QT_TRANSLATE_NOOP("Places", "Screening")),
         Sign::Screening, making<ScreeningPanel>(Stage::Title)},
        {Workspace::Fulltexts, QStringLiteral("fulltexts"), name(QT_TRANSLATE_NOOP("Places", "Full texts")),
         Sign::FullTexts, making<ScreeningPanel>(Stage::Fulltext)},
#endif
#ifdef WINNOW_WITH_CONFLICTS
        {Workspace::Conflicts, QStringLiteral("conflicts"), name(QT_TRANSLATE_NOOP("Places", "Conflicts")),
         Sign::Conflicts, making<ConflictsPanel>()},
#endif
#ifdef WINNOW_WITH_REPORT
        {Workspace::Report, QStringLiteral("report"), name(QT_TRANSLATE_NOOP("Places", "Report")), Sign::Report,
         making<ReportPanel>()},
#endif
        {Workspace::Team, QStringLiteral("team"), name(QT_TRANSLATE_NOOP("Places", "Team")), Sign::People,
         making<TeamPanel>()},
    };
}

void showRecordsIn([[maybe_unused]] Panel& panel, [[maybe_unused]] const QString& heading,
                   [[maybe_unused]] const QList<RecordId>& records)
{
#ifdef WINNOW_WITH_RECORDS
    if (auto* list = qobject_cast<RecordsPanel*>(&panel))
        list->show(heading, records);
#endif
}

void importFilesIn([[maybe_unused]] Panel& panel, [[maybe_unused]] const QStringList& files)
{
#ifdef WINNOW_WITH_SOURCES
    if (auto* sources = qobject_cast<SourcesPanel*>(&panel))
        sources->importFiles(files);
#endif
}

void askForFilesIn([[maybe_unused]] Panel& panel)
{
#ifdef WINNOW_WITH_SOURCES
    if (auto* sources = qobject_cast<SourcesPanel*>(&panel))
        sources->askForFiles();
#endif
}

} // namespace winnow::ui
