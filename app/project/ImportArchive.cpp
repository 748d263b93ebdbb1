// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ImportArchive.h"

#include "formats/Archive.h"

namespace winnow {
namespace {

void add(ImportReport& total, const ImportReport& member)
{
    total.encoding = member.encoding;
    total.records += member.records;
    total.alreadyHere += member.alreadyHere;
    total.repeats += member.repeats;
    total.marks += member.marks;
    total.unreadableCount += member.unreadableCount;
    total.unreadable.insert(total.unreadable.end(), member.unreadable.begin(), member.unreadable.end());
    total.bytes += member.bytes;
    total.seconds += member.seconds;
    for (const QString& person : member.unknownPeople) {
        if (!total.unknownPeople.contains(person))
            total.unknownPeople.append(person);
    }
}

} // namespace

Result<WholeReport> importWhole(Project& project, const ImportRequest& request, const JobContext& job)
{
    const auto files = formats::filesIn(request.file);
    if (!files)
        return Failure(files.error());
    WholeReport report;
    report.total.file = request.file;
    if (files->front() == request.file) {
        auto alone = Imports(project).import(request, job);
        if (!alone)
            return Failure(alone.error());
        report.total = std::move(*alone);
        return report;
    }
    report.total.format = QStringLiteral("zip");
    for (const QString& file : *files) {
        ImportRequest each = request;
        each.file = file;
        auto member = Imports(project).import(each, job);
        if (!member && member.error().code == ErrorCode::Cancelled)
            return Failure(member.error());
        if (!member) {
            report.failed.push_back(member.error());
            continue;
        }
        add(report.total, *member);
        report.members.push_back(std::move(*member));
    }
    if (report.members.empty())
        return Failure(report.failed.front());
    return report;
}

QStringList unpackedNames(const QStringList& files)
{
    QStringList names;
    for (const QString& file : files) {
        const auto inside = formats::filesIn(file);
        names += inside ? *inside : QStringList{file};
    }
    return names;
}

} // namespace winnow
