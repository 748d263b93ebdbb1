// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ProjectLock.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace winnow::store {
namespace {

Holder readHolder(int descriptor)
{
    char buffer[1024];
    const ssize_t n = ::pread(descriptor, buffer, sizeof buffer, 0);
    const QJsonObject json = QJsonDocument::fromJson(QByteArray(buffer, n > 0 ? qsizetype(n) : 0)).object();
    return {json.value(QLatin1String("user")).toString(), json.value(QLatin1String("host")).toString(),
            QDateTime::fromString(json.value(QLatin1String("since")).toString(), Qt::ISODate)};
}

bool writeHolder(int descriptor, const Holder& holder)
{
    const QJsonObject json{{QStringLiteral("user"), holder.user},
                           {QStringLiteral("host"), holder.host},
                           {QStringLiteral("since"), holder.since.toUTC().toString(Qt::ISODate)}};
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return ::ftruncate(descriptor, 0) == 0
        && ::pwrite(descriptor, text.constData(), size_t(text.size()), 0) == ssize_t(text.size());
}

QString describe(const Holder& h)
{
    if (h.host.isEmpty())
        return {};
    const QString since = h.since.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    return QStringLiteral("%1 @ %2, %3").arg(h.user, h.host, since);
}

/// The open file is the one that stands at `path`.
bool isStillAt(int descriptor, const QString& path)
{
    struct stat open { };
    struct stat there { };
    return ::fstat(descriptor, &open) == 0 && ::stat(QFile::encodeName(path).constData(), &there) == 0
        && open.st_ino == there.st_ino && open.st_dev == there.st_dev;
}

QString userName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? QStringLiteral("uid %1").arg(::getuid()) : name;
}

} // namespace

QString ProjectLock::pathFor(const QString& projectPath)
{
    return projectPath + QStringLiteral("-lock");
}

Result<std::unique_ptr<ProjectLock>> ProjectLock::take(const QString& projectPath, const QDateTime& now)
{
    const QString path = pathFor(QFileInfo(projectPath).absoluteFilePath());
    std::unique_ptr<ProjectLock> lock;
    bool freeHere = false;
    do {
        const int opened = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (opened < 0) {
            const auto code = errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::ReadOnlyProject;
            return fail(code, projectPath, QString::fromLocal8Bit(std::strerror(errno)));
        }
        if (lock)
            lock->m_path.clear();
        lock.reset(new ProjectLock(opened, path));
        freeHere = ::flock(opened, LOCK_EX | LOCK_NB) == 0;
        // Between open and lock the holder may have closed the project and taken the file away.
    } while (freeHere && !isStillAt(lock->m_descriptor, path));
    const int descriptor = lock->m_descriptor;
    const Holder holder = readHolder(descriptor);
    if (!freeHere || (!holder.host.isEmpty() && holder.host != QSysInfo::machineHostName())) {
        lock->m_path.clear(); // not ours to remove
        return fail(ErrorCode::ProjectHeld, projectPath, describe(holder));
    }
    if (!writeHolder(descriptor, {userName(), QSysInfo::machineHostName(), now}))
        return fail(ErrorCode::DiskFull, projectPath);
    return lock;
}

ProjectLock::~ProjectLock()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
    ::close(m_descriptor);
}

} // namespace winnow::store
