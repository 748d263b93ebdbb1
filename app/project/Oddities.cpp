// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Oddities.h"

#include "project/Bundles.h"
#include "project/Writing.h"
#include "store/Likeness.h"
#include "store/Reports.h"
#include "store/Trail.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSettings>

#include <map>

namespace winnow {
namespace {

constexpr qint64 minute = 60 * 1000;
constexpr qint64 year = qint64(365) * 24 * 60 * minute;

QDateTime moment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QString copyUid(store::Reader& reader)
{
    return QString::fromStdString(store::localNote(reader.db(), "copy"));
}

/// Somebody else votes in this very file (whoever was heard of by a file of their own does it elsewhere), and the one
/// who looks has never voted in it.
QString whoseFile(store::Reader& reader)
{
    std::map<qint64, qint64> votes;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Voted)))
        votes[key[0]] += n;
    if (!reader.viewer() || votes[reader.viewer().value] > 0)
        return {};
    for (const Reviewer& person : reader.catalog().reviewers) {
        const std::string uid = personUid(reader.catalog(), person.id).toStdString();
        if (votes[person.id.value] > 0 && store::localNote(reader.db(), heardKey + uid).empty())
            return person.name;
    }
    return {};
}

void tellNames(const store::Catalog& catalog, std::vector<Oddity>& told)
{
    std::map<QString, int> names;
    for (const Reviewer& person : catalog.reviewers) {
        if (++names[person.name.toCaseFolded()] == 2)
            told.push_back({Oddity::Kind::TwoPeopleOneName, {}, person.name, {}});
    }
}

void tellClock(store::Reader& reader, qint64 now, std::vector<Oddity>& told)
{
    const qint64 newest = store::newestStamp(reader) >> 20;
    if (newest > now + 10 * minute)
        told.push_back({Oddity::Kind::ClockBehind, {}, {}, moment(newest)});
    else if (newest > 0 && now - newest > year)
        told.push_back({Oddity::Kind::ClockAhead, {}, {}, moment(newest)});
}

void tellOrigin(store::Reader& reader, const QString& path, const LaptopMemory& memory, std::vector<Oddity>& told)
{
    const auto seen = memory.copy(copyUid(reader));
    if (!seen) {
        if (const QString name = whoseFile(reader); !name.isEmpty())
            told.push_back({Oddity::Kind::CoauthorsFile, path, name, {}});
        return;
    }
    const bool elsewhere = QFileInfo(seen->path).absoluteFilePath() != QFileInfo(path).absoluteFilePath();
    if (elsewhere && QFileInfo::exists(seen->path)
        && store::identityOf(seen->path).second == copyUid(reader).toStdString())
        told.push_back({Oddity::Kind::SecondCopy, seen->path, {}, {}});
    else if (store::newestStamp(reader) < seen->newest)
        told.push_back({Oddity::Kind::OlderThanRemembered, path, {}, seen->at});
}

} // namespace

std::optional<LaptopMemory::Seen> LaptopMemory::copy(const QString& copyUid) const
{
    const QString key = QStringLiteral("copies/") + copyUid;
    if (copyUid.isEmpty() || !m_settings.contains(key + QStringLiteral("/path")))
        return {};
    return Seen{m_settings.value(key + QStringLiteral("/path")).toString(),
                m_settings.value(key + QStringLiteral("/newest")).toLongLong(),
                moment(m_settings.value(key + QStringLiteral("/at")).toLongLong())};
}

void LaptopMemory::remember(const Project& project)
{
    const auto now = project.store().read(
        [](store::Reader& reader) { return std::pair(copyUid(reader), store::newestStamp(reader)); });
    if (!now || now->first.isEmpty())
        return;
    const QString key = QStringLiteral("copies/") + now->first;
    m_settings.setValue(key + QStringLiteral("/path"), QFileInfo(project.path()).absoluteFilePath());
    m_settings.setValue(key + QStringLiteral("/newest"), now->second);
    m_settings.setValue(key + QStringLiteral("/at"), project.clock().now());
}

Result<std::vector<Oddity>> odditiesOf(const Project& project, const LaptopMemory* memory)
{
    auto told = project.store().read([&](store::Reader& reader) {
        std::vector<Oddity> all;
        if (memory)
            tellOrigin(reader, project.path(), *memory, all);
        tellClock(reader, project.clock().now(), all);
        tellNames(reader.catalog(), all);
        return all;
    });
    if (!told)
        return told;
    for (const QString& file : conflictedCopies(project))
        told->push_back({Oddity::Kind::ConflictedCopy, file, {}, {}});
    return told;
}

QStringList conflictedCopies(const Project& project)
{
    const QFileInfo own(project.path());
    const auto uid = project.store().read([](store::Reader& reader) { return copyUid(reader); });
    QStringList found;
    // "review (Ben's conflicted copy 2026-05-03).winnow", "review-LAPTOP.winnow", "review.sync-conflict-….winnow"
    const QString pattern = QDir::cleanPath(own.completeBaseName()).replace(QLatin1Char('['), QLatin1Char('?'))
        + QStringLiteral("?*.winnow");
    for (const QFileInfo& other : own.dir().entryInfoList({pattern}, QDir::Files)) {
        const auto [theirProject, theirCopy] = store::identityOf(other.absoluteFilePath());
        if (uid && theirProject == project.uid().toStdString() && theirCopy == uid->toStdString())
            found << other.absoluteFilePath();
    }
    return found;
}

Result<void> becomeOwnCopy(Project& project)
{
    return change(project, [](store::WriteScope& scope) -> Result<void> {
        const quint64 random = QRandomGenerator::system()->generate64();
        store::setLocalNote(scope, "copy",
                            QString::number(random, 16).rightJustified(16, QLatin1Char('0')).toStdString());
        return {};
    });
}

} // namespace winnow
