// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/compose.h"

#include "shell/BundleDoor.h"
#include "shell/FileCommands.h"
#include "shell/InvitationPage.h"
#include "shell/JobLine.h"
#include "shell/KeysHelp.h"
#include "shell/MainWindow.h"
#include "shell/Menus.h"
#include "shell/NewReviewPage.h"
#include "shell/Notices.h"
#include "shell/ReviewPage.h"
#include "shell/StartPage.h"
#include "shell/StatusLine.h"
#include "shell/Undoing.h"

#include "domain/Words.h"

#include <QAction>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

namespace winnow::ui {

namespace {

bool isBundle(const QString& file)
{
    return file.endsWith(QStringLiteral(".winnowz"), Qt::CaseInsensitive);
}

bool isReview(const QString& file)
{
    return file.endsWith(QStringLiteral(".winnow"), Qt::CaseInsensitive);
}

/// When I last sent my work and what waits (rules.md E4), as short as a status bar wants it.
QString sendingFact(const WorkToSend& work)
{
    const QLocale locale;
    const QString waiting = work.waiting > 0 ? Shell::tr("%1 to send").arg(locale.toString(work.waiting)) : QString();
    if (!work.lastSent)
        return waiting;
    const QString sent
        = Shell::tr("sent %1").arg(locale.toString(work.lastSent->toLocalTime().date(), QLocale::ShortFormat));
    return waiting.isEmpty() ? sent : sent + QStringLiteral(", ") + waiting;
}

} // namespace

Shell::Shell(const Services& services)
    : m_services(services)
    , m_session(services.clock, services.settings)
    , m_window(std::make_unique<MainWindow>(services))
    , m_menus(new Menus(*m_window->menuBar(), services.icons, services.keys, m_window.get()))
    , m_files(new FileCommands(m_session, m_window->dialogs(), *m_window->notices(), m_window.get()))
    , m_jobLine(new JobLine(*m_window->status()->pill(), *m_window->notices(), services.clock, m_window.get()))
    , m_bundles(new BundleDoor(
          {m_session, services.settings, m_window->dialogs(), *m_window->notices(), *m_window->invitationPage()},
          m_window.get()))
    , m_undoing(new Undoing(m_session, *m_window->notices(), m_window.get()))
{
    m_jobLine->follow(m_session.jobs(), false);
    wireFileMenu();
    wireReviewMenu();
    wireViewMenu();
    wireStart();
    wireSession();
    wireSharing();
    say();
}

Shell::~Shell() = default;

void Shell::wireFileMenu()
{
    using Item = Menus::Item;
    const auto on = [this](Item item, auto act) { connect(m_menus->action(item), &QAction::triggered, this, act); };
    on(Item::NewReview, [this] { m_window->showNewReview(FileCommands::documents(), {}); });
    on(Item::Open, [this] { m_files->askForReview(); });
    on(Item::Example, [this] { m_files->openExample(); });
    on(Item::Import, [this] { importFiles({}); });
    on(Item::Search, [this] {
        go(Workspace::Sources);
        if (Panel* sources = m_window->reviewPage() ? m_window->reviewPage()->panel(Workspace::Sources) : nullptr)
            searchDatabasesIn(*sources);
    });
    on(Item::ExportRecords, [this] { m_files->exportRecords(); });
    on(Item::ExportFlow, [this] { m_files->exportFlow(); });
    on(Item::CloseReview, [this] { m_session.close(); });
    on(Item::Quit, [this] { m_window->close(); });
    connect(m_menus->recentMenu(), &QMenu::aboutToShow, this, &Shell::fillRecent);
    fillRecent();
}

void Shell::fillRecent()
{
    QMenu* menu = m_menus->recentMenu();
    menu->clear();
    for (const QString& path : m_services.settings.recentFiles()) {
        QAction* action = menu->addAction(QFileInfo(path).completeBaseName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { m_session.openFile(path); });
    }
    menu->setEnabled(!menu->isEmpty());
}

void Shell::wireReviewMenu()
{
    using Item = Menus::Item;
    const auto on = [this](Item item, auto act) { connect(m_menus->action(item), &QAction::triggered, this, act); };
    on(Item::Undo, [this] { m_undoing->undo(); });
    on(Item::Redo, [this] { m_undoing->redo(); });
    on(Item::Find, [this] {
        if (Panel* panel = m_window->reviewPage() ? m_window->reviewPage()->current() : nullptr)
            panel->find();
    });
    on(Item::Team, [this] { go(Workspace::Team); });
    on(Item::WhoAmI, [this] { askWho(); });
    connect(m_menus, &Menus::goWanted, this, &Shell::go);
}

void Shell::wireViewMenu()
{
    using Item = Menus::Item;
    const auto on = [this](Item item, auto act) { connect(m_menus->action(item), &QAction::triggered, this, act); };
    on(Item::ZoomIn, [this] { zoom(1); });
    on(Item::ZoomOut, [this] { zoom(-1); });
    on(Item::ZoomReset, [this] { zoom(0); });
    on(Item::FullScreen, [this](bool full) { full ? m_window->showFullScreen() : m_window->showNormal(); });
    on(Item::KeysHelp, [this] { m_window->keysHelp()->open(); });
    on(Item::About, [this] {
        m_window->dialogs().inform(tr("About Winnow"),
                                   tr("Winnow %1, free software for systematic reviews under the GNU General Public "
                                      "License 3 or later. Your reviews stay on your own disk.")
                                       .arg(QCoreApplication::applicationVersion()));
    });
    m_menus->setScheme(m_services.theme.scheme());
    connect(m_menus, &Menus::schemeWanted, this, [this](Scheme scheme) {
        m_services.theme.setScheme(scheme);
        m_services.settings.set(Setting::ColourScheme, int(scheme));
    });
}

void Shell::zoom(int step)
{
    m_services.theme.zoomReading(step);
    m_services.settings.set(Setting::ReadingSize, m_services.theme.readingSize());
}

void Shell::wireStart()
{
    StartPage* start = m_window->startPage();
    connect(start, &StartPage::exampleWanted, this, [this] { m_files->openExample(); });
    connect(start, &StartPage::newWanted, this, [this] { m_window->showNewReview(FileCommands::documents(), {}); });
    connect(start, &StartPage::openWanted, this, [this] { m_files->askForReview(); });
    connect(start, &StartPage::fileWanted, this, &Shell::open);
    connect(m_files, &FileCommands::fileChosen, this, &Shell::open);
    NewReviewPage* page = m_window->newReviewPage();
    connect(page, &NewReviewPage::wanted, &m_session, &Session::create);
    connect(page, &NewReviewPage::cancelled, this, [this] { m_window->showHome(); });
    connect(m_window.get(), &MainWindow::dropped, this, &Shell::receive);
}

void Shell::wireSession()
{
    connect(&m_session, &Session::opened, this, &Shell::startReview);
    connect(&m_session, &Session::aboutToClose, this, &Shell::endReview);
    connect(&m_session, &Session::whoIsIt, this, &Shell::askWho);
    connect(m_window->status(), &StatusLine::whoWanted, this, &Shell::askWho);
    connect(m_window->who(), &WhoStrip::copyWanted, this, [this] {
        if (m_session.open())
            m_bundles->makeCopyOf(*m_session.open()->project);
    });
    connect(m_window->who(), &WhoStrip::chosen, this, [this](ReviewerId who) {
        m_window->who()->hide();
        if (m_session.open())
            m_session.setMe(who);
        if (Panel* panel = m_window->reviewPage() ? m_window->reviewPage()->current() : nullptr)
            panel->activate();
    });
}

void Shell::startReview()
{
    Session::Open& open = *m_session.open();
    Project& project = *open.project;
    m_window->notices()->setStanding(project.readOnly() ? tr("This review is open to be read only: nothing you do "
                                                             "here is saved.")
                                                        : QString());
    m_jobLine->follow(open.jobs, true);
    m_savedAt = QFileInfo(project.path()).lastModified().toMSecsSinceEpoch();
    ReviewPage* page
        = m_window->openReview(PanelContext{project, open.hands, open.jobs, m_services.theme, m_services.icons,
                                            m_services.keys, m_window->dialogs(), m_services.settings});
    m_standing = std::make_unique<Standing>(project);
    connect(m_standing.get(), &Standing::changed, page, [this, page] {
        page->showNumbers(m_standing->numbers());
        say();
    });
    connect(&project, &Project::changed, this, [this] {
        m_savedAt = m_services.clock.now();
        say();
    });
    connect(&project, &Project::meChanged, this, &Shell::say);
    page->goToWord(m_services.settings.text(Setting::LastPlace, project.uid()));
    connect(page, &ReviewPage::visited, this, [this, uid = project.uid()](const QString& word) {
        m_window->keysHelp()->close();
        m_services.settings.set(Setting::LastPlace, word, uid);
    });
    say();
    m_bundles->reviewOpened();
}

void Shell::endReview()
{
    m_standing.reset();
    m_window->closeReview();
    m_window->notices()->setStanding({});
    m_menus->setReview(nullptr);
    m_savedAt = 0;
    m_window->setWindowTitle(tr("Winnow"));
    m_window->status()->setFacts({}, {});
}

void Shell::go(Workspace where)
{
    if (!m_window->reviewPage())
        return;
    m_window->showHome();
    m_window->reviewPage()->go(where);
}

void Shell::receive(const QStringList& files)
{
    QStringList toImport;
    for (const QString& file : files) {
        if (isReview(file) || isBundle(file))
            return open(file);
        toImport << file;
    }
    if (m_session.open())
        importFiles(toImport);
    else
        m_window->notices()->say(tr("Open or start a review first, then drop the files again to import them."));
}

void Shell::importFiles(const QStringList& files)
{
    go(Workspace::Sources);
    Panel* sources = m_window->reviewPage() ? m_window->reviewPage()->panel(Workspace::Sources) : nullptr;
    if (!sources)
        return;
    if (files.isEmpty())
        askForFilesIn(*sources);
    else
        importFilesIn(*sources, files);
}

void Shell::wireSharing()
{
    using Item = Menus::Item;
    for (const auto& [item, act] :
         {std::pair(Item::Send, ShareAct::Send), std::pair(Item::Invite, ShareAct::Invite),
          std::pair(Item::SendConflicts, ShareAct::SendConflicts), std::pair(Item::BringIn, ShareAct::BringIn)})
        connect(m_menus->action(item), &QAction::triggered, this, [this, wanted = act] { share(wanted); });
    connect(m_bundles, &BundleDoor::previewWanted, this, &Shell::preview);
    connect(m_bundles, &BundleDoor::invitationWanted, m_window.get(), &MainWindow::showInvitation);
    connect(m_bundles, &BundleDoor::homeWanted, m_window.get(), &MainWindow::showHome);
}

void Shell::share(ShareAct act)
{
    go(Workspace::Sharing);
    if (Panel* sharing = m_window->reviewPage() ? m_window->reviewPage()->panel(Workspace::Sharing) : nullptr)
        shareIn(*sharing, act);
}

void Shell::preview(const QString& bundle)
{
    go(Workspace::Sharing);
    if (Panel* sharing = m_window->reviewPage() ? m_window->reviewPage()->panel(Workspace::Sharing) : nullptr)
        previewBundleIn(*sharing, bundle);
}

void Shell::open(const QString& file)
{
    if (isBundle(file))
        m_bundles->receive(file);
    else
        m_session.openFile(file);
}

void Shell::askWho()
{
    if (m_session.open())
        m_window->who()->ask(m_session.open()->project->review()->team(),
                             !m_session.open()->project->me() && !m_session.open()->project->readOnly());
}

QStringList Shell::facts() const
{
    const Project& project = *m_session.open()->project;
    const QLocale locale;
    QStringList said;
    if (project.me())
        said << tr("blind");
    if (project.readOnly())
        said << tr("read only");
    else if (m_savedAt > 0)
        said << tr("saved %1")
                    .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(m_savedAt).time(), QLocale::ShortFormat));
    if (m_standing && m_standing->numbers().title) {
        const Progressed& mine = *m_standing->numbers().title;
        if (mine.done + mine.left > 0)
            said << tr("%1 of %2 screened").arg(locale.toString(mine.done), locale.toString(mine.done + mine.left));
    }
    if (m_standing && m_standing->numbers().toSend)
        said << sendingFact(*m_standing->numbers().toSend);
    return said;
}

void Shell::say()
{
    if (!m_session.open())
        return m_window->status()->setFacts({}, {});
    const auto review = m_session.open()->project->review();
    const Reviewer* me = review->reviewer(m_session.open()->project->me());
    m_menus->setReview(m_session.open()->project.get());
    const QString who
        = me ? tr("%1 (%2)", "name, roles").arg(me->name, words::name(me->roles)) : tr("Nobody sits here yet");
    m_window->status()->setFacts(
        who, facts(),
        tr("Blind: what others voted, noted or labelled stays hidden from you until you have voted yourself and "
           "the conflicts were opened. Between colleagues on one computer this rests on trust."));
    m_window->setWindowTitle(tr("%1 – Winnow").arg(review->settings.title));
}

} // namespace winnow::ui
