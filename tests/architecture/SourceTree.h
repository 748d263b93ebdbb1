// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

/// The sources as text: what the architecture tests read.
namespace winnow::architecture {

inline QString root()
{
    return QStringLiteral(WINNOW_SOURCE_DIR);
}

/// Paths from the root of the project, sorted.
inline QStringList filesUnder(const QString& folder, const QStringList& patterns)
{
    QStringList files;
    const QDir top(root());
    QDirIterator it(top.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(top.relativeFilePath(it.next()));
    files.sort();
    return files;
}

inline QStringList sourcesUnder(const QString& folder)
{
    return filesUnder(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
}

inline QString textOf(const QString& path)
{
    QFile file(QDir(root()).filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

inline QStringList linesOf(const QString& path)
{
    return textOf(path).split(QLatin1Char('\n'));
}

/// What stands in quotes behind #include.
inline QStringList ownIncludes(const QString& text)
{
    static const QRegularExpression include(QStringLiteral("^#include \"([^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = include.globalMatch(text); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

inline QStringList systemIncludes(const QString& text)
{
    static const QRegularExpression include(QStringLiteral("^#include <([^>]+)>"), QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = include.globalMatch(text); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

/// The first folders of a path: part("app/store/Log.cpp", 1) is "store".
inline QString part(const QString& path, int n)
{
    return path.section(QLatin1Char('/'), n, n);
}

} // namespace winnow::architecture
