// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Session.h"

#include "project/Demo.h"
#include "project/Imports.h"
#include "project/Rules.h"
#include "project/Sharing.h"
#include "services/Settings.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

namespace winnow::ui {

namespace {

/// A review is made on a job's thread and lives on the window's.
Result<void> keep(Result<std::unique_ptr<Project>> made, const std::shared_ptr<std::unique_ptr<Project>>& into)
{
    if (!made)
        return Failure(made.error());
    (*made)->moveToThread(QCoreApplication::instance()->thread());
    *into = std::move(*made);
    return {};
}

} // namespace

Session::Session(const Clock& clock, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(settings)
{
}

Session::~Session() = default;

void Session::run(const QString& name, const QString& path, const QString& me,
                  std::function<Result<void>(const JobContext&, Made)> work)
{
    const auto made = std::make_shared<std::unique_ptr<Project>>();
    const int job = m_jobs.start(name, [work = std::move(work), made](const JobContext& c) { return work(c, made); });
    auto* once = new QObject(this);
    connect(&m_jobs, &Jobs::ended, once,
            [this, once, job, made, path, me](int ended, Outcome outcome, const Error& error) {
                if (ended != job)
                    return;
                once->deleteLater();
                if (outcome == Outcome::Done)
                    take(std::move(*made), me);
                else if (outcome == Outcome::Failed)
                    Q_EMIT failed(error, path);
            });
}

void Session::openFile(const QString& path, Project::Access access)
{
    const QFileInfo file(path);
    if (m_open && QFileInfo(m_open->project->path()) == file)
        return;
    run(tr("Opening %1").arg(file.fileName()), path, {},
        [&clock = m_clock, path, access](const JobContext&, const Made& made) {
            return keep(Project::open(path, access, clock), made);
        });
}

void Session::create(const QString& path, const NewReview& review, const QString& me)
{
    run(tr("Making %1").arg(QFileInfo(path).fileName()), path, me,
        [&clock = m_clock, path, review](const JobContext&, const Made& made) {
            return keep(Project::create(path, review, clock), made);
        });
}

void Session::accept(const QString& bundle, const QString& path, const QString& me)
{
    run(tr("Making %1").arg(QFileInfo(path).fileName()), path, me,
        [&clock = m_clock, bundle, path](const JobContext& job, const Made& made) -> Result<void> {
            if (const Result<OwnCopy> copy = Sharing::accept(bundle, path, clock, job); !copy)
                return Failure(copy.error());
            return keep(Project::open(path, Project::Access::Write, clock), made);
        });
}

void Session::copy(const QString& theirs, const QString& path, const QString& me)
{
    run(tr("Making %1").arg(QFileInfo(path).fileName()), path, me,
        [&clock = m_clock, theirs, path, me](const JobContext& job, const Made& made) -> Result<void> {
            if (const Result<OwnCopy> copy = Sharing::copyFor(theirs, me, path, clock, job); !copy)
                return Failure(copy.error());
            return keep(Project::open(path, Project::Access::Write, clock), made);
        });
}

void Session::openExample(const QString& path)
{
    if (QFileInfo::exists(path))
        return openFile(path);
    run(tr("Writing the example"), path, {}, [&clock = m_clock, path](const JobContext& job, const Made& made) {
        if (Result<void> written = writeExample(path, clock, job); !written)
            return written;
        return keep(Project::open(path, Project::Access::Write, clock), made);
    });
}

void Session::take(std::unique_ptr<Project> project, const QString& me)
{
    close();
    m_open = std::make_unique<Open>(std::move(project));
    m_settings.addRecentFile(m_open->project->path());
    m_settings.set(Setting::ProjectFile, m_open->project->path(), m_open->project->uid());
    connect(m_open->project.get(), &Project::changed, this, &Session::showRules);
    recogniseMe(me);
    Q_EMIT opened();
    if (!m_open->project->me())
        Q_EMIT whoIsIt();
    if (!m_open->project->readOnly())
        tidy();
}

void Session::recogniseMe(const QString& me)
{
    Project& project = *m_open->project;
    const QString name = me.isEmpty() ? m_settings.text(Setting::WhoAmI, project.uid()) : me;
    const auto review = project.review();
    if (const Reviewer* reviewer = name.isEmpty() ? nullptr : review->reviewer(name))
        setMe(reviewer->id);
}

/// The lane works by itself; what runs here tells how far it is. Stopping it does not stop the work.
void Session::showRules()
{
    if (!m_open)
        return;
    const bool shown = std::exchange(m_open->rulesShown, rulesWait(*m_open->project));
    if (shown || !m_open->rulesShown)
        return;
    m_open->jobs.start(tr("Working out the new rules for all reports"),
                       [&project = *m_open->project](const JobContext& job) { return awaitRules(project, job); });
}

void Session::tidy()
{
    Project& project = *m_open->project;
    m_open->jobs.start(tr("Looking after what was not brought in to the end"),
                       [&project](const JobContext& job) { return Sharing(project).resume(job); });
    m_open->jobs.start(tr("Indexing for find"),
                       [&project](const JobContext& job) { return Imports(project).buildFindIndex(job); });
}

void Session::setMe(ReviewerId reviewer)
{
    Project& project = *m_open->project;
    const auto review = project.review();
    const Reviewer* who = review->reviewer(reviewer);
    if (!who)
        return;
    m_settings.set(Setting::WhoAmI, who->name, project.uid());
    m_open->hands.finish(); // a vote that is on its way is that of the person who sat here
    project.setMe(reviewer);
}

void Session::close()
{
    if (!m_open)
        return;
    Q_EMIT aboutToClose();
    m_open.reset();
    Q_EMIT closed();
}

} // namespace winnow::ui
