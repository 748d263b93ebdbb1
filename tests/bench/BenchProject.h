// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchRecords.h"
#include "BenchRoom.h"

#include "project/Imports.h"
#include "project/Project.h"
#include "project/Screening.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

/// Projects for benchmarks, made through the same door that the window and the command line use.
namespace winnow::bench {

template <class T> auto orGiveUp(Result<T> result)
{
    if (!result)
        giveUp("error " + std::to_string(int(result.error().code)) + " at " + result.error().context.toStdString()
               + ": " + result.error().detail.toStdString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Where a benchmark works: `--dir` (default: the temporary folder). Gone when the program ends.
class Workplace {
public:
    explicit Workplace(const Arguments& arguments)
        : m_dir(QString::fromStdString(arguments.text("dir", QDir::tempPath().toStdString()))
                + QStringLiteral("/winnow-bench-XXXXXX"))
    {
        if (!m_dir.isValid())
            giveUp("no folder to work in: " + m_dir.errorString().toStdString());
    }
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
};

/// A review of `people` people (Ana, Ben …), of which the first acts.
inline std::unique_ptr<Project> newProject(const QString& path, const Clock& clock, int people = 2)
{
    static const QStringList names{QStringLiteral("Ana"), QStringLiteral("Ben"), QStringLiteral("Cara"),
                                   QStringLiteral("Dan"), QStringLiteral("Eva")};
    NewReview review;
    review.title = QStringLiteral("Benchmark");
    for (int i = 0; i < people; ++i)
        review.reviewers.push_back({{}, names[i], i == 0 ? Roles(Role::Lead) | Role::Reviewer : Roles(Role::Reviewer)});
    auto project = orGiveUp(Project::create(path, review, clock));
    project->setMe(project->review()->reviewers.front().id);
    return project;
}

inline ImportReport importFile(Project& project, const QString& file)
{
    ImportRequest request;
    request.file = file;
    return orGiveUp(Imports(project).import(request, {}));
}

/// An export file of `records` records, in the work place unless `--file` names one.
inline QString exportFile(const Workplace& place, const Arguments& arguments, long long records, std::uint64_t seed = 1)
{
    if (const std::string given = arguments.text("file"); !given.empty())
        return QString::fromStdString(given);
    FileRequest request;
    request.records = std::uint64_t(records);
    request.seed = seed;
    request.shape = arguments.text("format", "ris") == "nbib" ? Shape::Nbib : Shape::Ris;
    const QString path = place.path(QStringLiteral("export-%1-%2.txt").arg(records).arg(seed));
    if (writeFile(path.toStdString(), request) < 0)
        giveUp("the export file could not be written");
    return path;
}

/// The project `--project` names; made (with `--records` records and the find index) if it is not there yet.
inline QString projectFile(const Workplace& place, const Arguments& arguments, const Clock& clock)
{
    const std::string named = arguments.text("project");
    const QString path = named.empty() ? place.path(QStringLiteral("bench.winnow")) : QString::fromStdString(named);
    if (QFile::exists(path))
        return path;
    const auto project = newProject(path, clock);
    importFile(*project, exportFile(place, arguments, arguments.number("records", 10000)));
    orGiveUp(Imports(*project).buildFindIndex({}));
    return path;
}

inline std::unique_ptr<Project> openProject(const QString& path, const Clock& clock)
{
    auto project = orGiveUp(Project::open(path, Project::Access::Write, clock));
    project->setMe(project->review()->reviewers.front().id);
    return project;
}

} // namespace winnow::bench
