// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Context.h"

#include "domain/Words.h"
#include "project/Rules.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace winnow::cli {

JobContext Context::job()
{
    return {m_stop, [line = &m_progress](const Progress& progress) { line->show(progress); }};
}

Result<std::unique_ptr<Project>> Context::open(const QString& path, Project::Access access, const QString& as)
{
    auto project = Project::open(path, access, m_clock);
    if (!project)
        return project;
    // What was left half worked out is ended first, and nothing is told of a change before it counts.
    awaitRulesAlways(**project, job());
    if (const auto ruled = awaitRules(**project, job()); !ruled)
        return Failure(ruled.error());
    if (as.isEmpty())
        return project;
    const auto review = (*project)->review();
    const Reviewer* reviewer = review->reviewer(as);
    if (!reviewer)
        return fail(ErrorCode::UnknownReviewer, as);
    (*project)->setMe(reviewer->id);
    return project;
}

void Context::answer(const QJsonObject& object, const QString& text)
{
    QByteArray bytes = m_json ? QJsonDocument(object).toJson(QJsonDocument::Compact) : text.toUtf8();
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        bytes += '\n';
    m_progress.clear();
    m_out.write({bytes.constData(), size_t(bytes.size())});
}

void Context::complain(const Error& error)
{
    m_progress.clear();
    const QByteArray line = words::sentence(error).simplified().toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
}

void actAsLead(Project& project)
{
    const auto review = project.review();
    const auto& people = review->reviewers;
    const auto lead = std::find_if(people.begin(), people.end(), [](const Reviewer& r) { return r.leads(); });
    if (lead != people.end())
        project.setMe(lead->id);
    else if (!people.empty())
        project.setMe(people.front().id);
}

} // namespace winnow::cli
