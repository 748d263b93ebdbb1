// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"

#include <QFile>

namespace winnow::test {

QByteArray ris(const std::vector<Entry>& entries)
{
    QByteArray text;
    const auto line = [&](const char* tag, const QByteArray& value) {
        if (!value.isEmpty())
            text += QByteArray(tag) + "  - " + value + '\n';
    };
    for (const Entry& e : entries) {
        line("TY", e.type);
        line("AU", e.author);
        line("TI", e.title);
        line("PY", e.year ? QByteArray::number(e.year) : QByteArray());
        line("DO", e.doi);
        line("AN", e.accession);
        line("DB", e.database);
        line("AB", e.abstract);
        text += "ER  - \n\n";
    }
    return text;
}

QString put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

NewReview Desk::newReview(int titleVotes, int fulltextVotes)
{
    NewReview review;
    review.title = QStringLiteral("Walking");
    review.question = QStringLiteral("Does walking help?");
    review.reviewers = {{{}, QStringLiteral("Ana"), Roles(Role::Lead) | Role::Reviewer},
                        {{}, QStringLiteral("Ben"), Role::Reviewer},
                        {{}, QStringLiteral("Cara"), Roles(Role::Reviewer) | Role::Resolver}};
    review.titleVotes = titleVotes;
    review.fulltextVotes = fulltextVotes;
    review.criteria = {{{}, true, QStringLiteral("Adults"), 0}};
    review.titleReasons = {QStringLiteral("Wrong topic"), QStringLiteral("Not a study")};
    review.fulltextReasons
        = {QStringLiteral("Wrong population"), QStringLiteral("Wrong design"), QStringLiteral("No data")};
    return review;
}

Desk::Desk(int titleVotes, int fulltextVotes, qint64 clockStep) : clock(1'767'225'600'000, clockStep)
{
    auto made = Project::create(path("review.winnow"), newReview(titleVotes, fulltextVotes), clock);
    if (!made)
        qFatal("no project: %s", qPrintable(outcome(made)));
    project = std::move(*made);
}

ReviewerId Desk::person(const char* name) const
{
    const auto review = project->review();
    const Reviewer* reviewer = review->reviewer(QString::fromLatin1(name));
    return reviewer ? reviewer->id : ReviewerId();
}

ReasonId Desk::reason(Stage stage, const char* text) const
{
    const auto review = project->review();
    for (const Reason& r : review->reasonsOf(stage)) {
        if (r.text == QLatin1String(text))
            return r.id;
    }
    return {};
}

Desk& Desk::as(const char* name)
{
    project->setMe(name ? person(name) : ReviewerId());
    return *this;
}

Result<ImportReport> Desk::import(const char* file, const QByteArray& bytes, const char* source,
                                  std::optional<SourceKind> kind)
{
    ImportRequest request;
    request.file = put(path(file), bytes);
    request.source = QString::fromLatin1(source);
    request.kind = kind;
    return Imports(*project).import(request, {});
}

Result<ImportReport> Desk::import(const char* file, const std::vector<Entry>& entries, const char* source,
                                  std::optional<SourceKind> kind)
{
    return import(file, ris(entries), source, kind);
}

RecordId Desk::record(int n) const
{
    const auto all = Records(*project).all();
    return all && size_t(n) <= all->size() ? (*all)[size_t(n) - 1] : RecordId();
}

Result<void> Desk::vote(Stage stage, RecordId report, Verdict verdict, const char* why, const char* note)
{
    return Screening(*project, stage).vote({report, verdict, reason(stage, why), QString::fromLatin1(note)});
}

Place Desk::place(RecordId record) const
{
    const auto view = Records(*project).record(record);
    return view ? view->place : Place(0);
}

FlowCounts Desk::flow() const
{
    const auto counts = Flow(*project).counts();
    if (!counts)
        qFatal("no counts: %s", qPrintable(outcome(counts)));
    return *counts;
}

QString Desk::faults() const
{
    return faultsOf(*project);
}

void Desk::reopen()
{
    const QString file = project->path();
    const ReviewerId me = project->me();
    project.reset();
    auto opened = Project::open(file, Project::Access::Write, clock);
    if (!opened)
        qFatal("cannot reopen: %s", qPrintable(outcome(opened)));
    project = std::move(*opened);
    project->setMe(me);
}

QString faultsOf(Project& project)
{
    const auto problems = check(project, {});
    if (!problems)
        return outcome(problems);
    QString text;
    for (const Problem& problem : *problems)
        text += problem.what + QStringLiteral(": ") + problem.detail + QLatin1Char('\n');
    return text;
}

} // namespace winnow::test
