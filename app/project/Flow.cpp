// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Flow.h"

#include "figures/SaveFigure.h"
#include "project/FlowCountsFrom.h"
#include "project/Writing.h"
#include "reporting/PrismaCsv.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace winnow {
namespace {

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::IsDirectory, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return {};
}

} // namespace

Result<FlowCounts> Flow::counts() const
{
    return m_project.store().read(flowCountsFrom);
}

QStringList Flow::declarableBoxes()
{
    return declarableBoxList();
}

Result<void> Flow::declare(const QString& box, qint64 number, const QString& why)
{
    const qsizetype slot = declarableBoxList().indexOf(box);
    if (slot < 0 || number < 0)
        return fail(ErrorCode::BadInput, slot < 0 ? box : QString::number(number));
    if (why.trimmed().isEmpty())
        return fail(ErrorCode::ReasonRequired, box);
    return change(m_project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Work);
        if (!by)
            return Failure(by.error());
        const QByteArray value = QJsonDocument(QJsonArray{number, why.trimmed()}).toJson(QJsonDocument::Compact);
        scope.append(*by, {{store::ChangeKind::Declared, 0, slot, store::Value(value.toStdString())}});
        return {};
    });
}

Result<void> Flow::save(const QString& path, const figures::FlowOptions& options) const
{
    const auto flow = counts();
    if (!flow)
        return Failure(flow.error());
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("csv"))
        return writeFile(path, reporting::prismaCsv(*flow));
    if (suffix == QLatin1String("json"))
        return writeFile(path, QJsonDocument(reporting::prismaBoxes(*flow)).toJson());
    return figures::saveFigure(figures::flowFigure(*flow, options), path);
}

} // namespace winnow
