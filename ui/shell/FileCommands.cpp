// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileCommands.h"

#include "project/Flow.h"
#include "services/Dialogs.h"
#include "shell/Notices.h"
#include "shell/Session.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace winnow::ui {

namespace {

const QString& suffix()
{
    static const QString text = QStringLiteral("winnow");
    return text;
}

QString besideReview(const Project& project, const QString& ending)
{
    return QFileInfo(project.path()).completeBaseName() + ending;
}

} // namespace

FileCommands::FileCommands(Session& session, Dialogs& dialogs, Notices& notices, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_dialogs(dialogs)
    , m_notices(notices)
{
    connect(&session, &Session::failed, this, &FileCommands::explain);
}

QString FileCommands::documents()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

void FileCommands::askForReview()
{
    FileQuestion question;
    question.title = tr("Open a review");
    question.filter = tr("Winnow reviews and coauthors' files (*.winnow *.winnowz);;All files (*)");
    m_dialogs.openFile(question, this, [this](const QString& path) { Q_EMIT fileChosen(path); });
}

void FileCommands::openExample()
{
    const QString usual = QDir(documents()).filePath(tr("Winnow example") + QStringLiteral(".winnow"));
    if (QFileInfo::exists(usual))
        return m_session.openExample(usual);
    FileQuestion question;
    question.title = tr("Where to write the example review");
    question.filter = tr("Winnow reviews (*.winnow)");
    question.folder = documents();
    question.suggestion = QFileInfo(usual).fileName();
    question.suffix = suffix();
    m_dialogs.saveFile(question, this, [this](const QString& path) { m_session.openExample(path); });
}

void FileCommands::explain(const Error& error, const QString& path)
{
    m_notices.report(error);
    // What is held can still be looked at, as it is at this moment.
    if (error.code == ErrorCode::ProjectHeld)
        m_notices.offer(tr("Read a snapshot"), [this, path] { m_session.openFile(path, Project::Access::Snapshot); });
    else if (error.code == ErrorCode::NewerProject || error.code == ErrorCode::ReadOnlyProject
             || error.code == ErrorCode::FileNotWritable)
        m_notices.offer(tr("Read it"), [this, path] { m_session.openFile(path, Project::Access::Read); });
}

void FileCommands::save(const QString& name, std::function<Result<QString>(Project&, const JobContext&)> work)
{
    Session::Open* open = m_session.open();
    if (!open)
        return;
    const auto said = std::make_shared<QString>();
    Jobs& jobs = open->jobs;
    const int job = jobs.start(name, [&project = *open->project, work = std::move(work), said](const JobContext& c) {
        Result<QString> sentence = work(project, c);
        if (!sentence)
            return Result<void>(Failure(sentence.error()));
        *said = *sentence;
        return Result<void>();
    });
    auto* once = new QObject(&jobs);
    connect(&jobs, &Jobs::ended, once, [this, once, job, said](int ended, Outcome outcome) {
        if (ended != job)
            return;
        once->deleteLater();
        if (outcome == Outcome::Done)
            m_notices.say(*said);
    });
}

void FileCommands::exportRecords()
{
    if (!m_session.open())
        return;
    FileQuestion question;
    question.title = tr("Export records");
    QStringList filters;
    for (const Exports::FormatName& format : Exports::formats())
        filters.append(QStringLiteral("%1 (*.%2)").arg(format.name, format.extension));
    question.filter = filters.join(QStringLiteral(";;"));
    question.suggestion = besideReview(*m_session.open()->project, QStringLiteral(".ris"));
    question.suffix = QStringLiteral("ris");
    m_dialogs.saveFile(question, this, [this](const QString& path) {
        const QString file = QFileInfo(path).fileName();
        save(tr("Exporting %1").arg(file), [path, file](Project& project, const JobContext& job) -> Result<QString> {
            const Result<ExportReport> report = Exports(project).save(path, ExportSet::All, job);
            if (!report)
                return Failure(report.error());
            const QString done = tr("%1 holds %2 records.").arg(file, QLocale().toString(report->records));
            if (report->withoutAbstract == 0)
                return done;
            return done + QLatin1Char(' ')
                + tr("%1 without their abstract, which came from Scopus: say in Sources → Search → Keys and terms that "
                     "your licence allows to pass them on.")
                      .arg(QLocale().toString(report->withoutAbstract));
        });
    });
}

void FileCommands::exportFlow()
{
    if (!m_session.open())
        return;
    FileQuestion question;
    question.title = tr("Export the flow diagram");
    question.filter = tr("Picture (*.svg);;PDF (*.pdf);;Pixels (*.png);;Table for the PRISMA2020 package (*.csv)");
    question.suggestion = besideReview(*m_session.open()->project, QStringLiteral(" – PRISMA.svg"));
    question.suffix = QStringLiteral("svg");
    m_dialogs.saveFile(question, this, [this](const QString& path) {
        const QString file = QFileInfo(path).fileName();
        save(tr("Exporting %1").arg(file), [path, file](Project& project, const JobContext&) -> Result<QString> {
            if (const Result<void> saved = Flow(project).save(path, {}); !saved)
                return Failure(saved.error());
            return tr("%1 is written.").arg(file);
        });
    });
}

} // namespace winnow::ui
