// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/TableLayouts.h"

#include "services/Settings.h"

#include <QCryptographicHash>

namespace winnow::ui::layouts {

namespace {

/// "field heading", one a line.
QByteArray packed(const ColumnNames& names)
{
    QStringList lines;
    for (auto it = names.begin(); it != names.end(); ++it)
        lines << it.value() + QLatin1Char(' ') + it.key();
    return lines.join(QLatin1Char('\n')).toUtf8();
}

ColumnNames unpacked(const QByteArray& lines)
{
    ColumnNames names;
    for (const QString& line : QString::fromUtf8(lines).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        names.insert(line.section(QLatin1Char(' '), 1), line.section(QLatin1Char(' '), 0, 0));
    return names;
}

} // namespace

QString keyOf(const std::vector<TableColumn>& columns)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const TableColumn& column : columns)
        hash.addData(QByteArray(column.heading.toUtf8() + '\t'));
    return QString::fromLatin1(hash.result().toHex());
}

ColumnNames remembered(const Settings& settings, const QString& key)
{
    return unpacked(settings.value(Setting::TableLayout, key).toByteArray());
}

void remember(Settings& settings, const QString& key, const ColumnNames& names)
{
    if (names.isEmpty())
        settings.forget(Setting::TableLayout, key);
    else
        settings.set(Setting::TableLayout, packed(names), key);
}

} // namespace winnow::ui::layouts
