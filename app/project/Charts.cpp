// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Charts.h"

#include <QFileInfo>
#include <QSaveFile>

namespace winnow {
namespace {

QString quoted(QString cell)
{
    const bool plain = !cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n') && !cell.contains(u'\r');
    if (plain)
        return cell;
    cell.replace(QStringLiteral("\""), QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

QString numberText(const std::optional<double>& number)
{
    return number ? QString::number(*number, 'g', QLocale::FloatingPointShortest) : QString();
}

} // namespace

QByteArray chartCsv(const ChartKind& kind, const ChartData& data)
{
    QStringList head;
    for (const char* column : kind.columns)
        head << QString::fromLatin1(column);
    QByteArray csv = head.join(u',').toUtf8() + '\n';
    for (const ChartMark& mark : data.marks) {
        QStringList cells;
        for (const QString& name : mark.names)
            cells << quoted(name);
        for (const auto& number : mark.numbers)
            cells << numberText(number);
        csv += cells.join(u',').toUtf8() + '\n';
    }
    return csv;
}

Result<qint64> Charts::save(const ChartKind& kind, const QString& path) const
{
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::IsDirectory, path);
    const auto found = data(kind);
    if (!found)
        return Failure(found.error());
    const QByteArray csv = chartCsv(kind, *found);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return qint64(found->marks.size());
}

} // namespace winnow
