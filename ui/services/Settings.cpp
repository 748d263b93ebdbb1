// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Settings.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

struct SettingRow {
    Setting setting;
    const char* name;
    QVariant byDefault;
};

const auto& settingRows()
{
    static const std::array rows{
        SettingRow{Setting::RecentFiles, "files/recent", QStringList()},
        SettingRow{Setting::LastFolder, "files/folder", QString()},
        SettingRow{Setting::WhoAmI, "me/name", QString()},
        SettingRow{Setting::ProjectFile, "project/file", QString()},
        SettingRow{Setting::ColourScheme, "look/scheme", 0},
        SettingRow{Setting::ReadingSize, "look/readingSize", 15.5},
        SettingRow{Setting::Language, "look/language", QString()},
        SettingRow{Setting::WindowGeometry, "window/geometry", QByteArray()},
        SettingRow{Setting::PanelLayout, "panels/layout", QByteArray()},
        SettingRow{Setting::TableLayout, "tables/layout", QByteArray()},
        SettingRow{Setting::ListShown, "panels/listShown", true},
        SettingRow{Setting::KeyPreset, "keys/preset", 0},
        SettingRow{Setting::KeyBindings, "keys/bindings", QStringList()},
        SettingRow{Setting::SingleKeys, "keys/single", true},
        SettingRow{Setting::AutoAdvance, "screening/autoAdvance", true},
        SettingRow{Setting::QueueOrder, "screening/order", 0},
        SettingRow{Setting::QueueFilter, "screening/filter", QString()},
        SettingRow{Setting::QueuePosition, "screening/position", 0},
        SettingRow{Setting::LibraryLink, "links/openUrl", QString()},
        SettingRow{Setting::ContactAddress, "search/email", QString()},
        SettingRow{Setting::LastPlace, "window/place", QString()},
    };
    return rows;
}

const SettingRow& rowOf(Setting setting)
{
    const auto& rows = settingRows();
    const auto found
        = std::find_if(rows.begin(), rows.end(), [setting](const SettingRow& row) { return row.setting == setting; });
    Q_ASSERT(found != rows.end());
    return *found;
}

QString keyOf(Setting setting, const QString& scope)
{
    const QString name = QString::fromLatin1(rowOf(setting).name);
    if (scope.isEmpty())
        return name;
    // A slash in a scope would make a group of its own.
    QString plain = scope;
    plain.replace(QLatin1Char('/'), QLatin1Char('_')).replace(QLatin1Char('\\'), QLatin1Char('_'));
    return name + QLatin1Char('/') + plain;
}

constexpr int mostRecentFiles = 10;

} // namespace

Settings::Settings(std::unique_ptr<QSettings> store) : m_store(std::move(store)) { }

Settings Settings::ofUser()
{
    return Settings(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("winnow"),
                                                QStringLiteral("winnow")));
}

Settings Settings::inFile(const QString& path)
{
    return Settings(std::make_unique<QSettings>(path, QSettings::IniFormat));
}

QVariant Settings::value(Setting setting, const QString& scope) const
{
    const QVariant& byDefault = rowOf(setting).byDefault;
    QVariant stored = m_store->value(keyOf(setting, scope));
    if (!stored.isValid())
        return byDefault;
    // A list of one is written as plain text: both are the same here.
    const bool fits = byDefault.userType() == QMetaType::QStringList ? stored.canConvert<QStringList>()
                                                                     : stored.convert(byDefault.metaType());
    if (!fits)
        return byDefault;
    return byDefault.userType() == QMetaType::QStringList ? QVariant(stored.toStringList()) : stored;
}

void Settings::set(Setting setting, const QVariant& value, const QString& scope)
{
    m_store->setValue(keyOf(setting, scope), value);
}

void Settings::forget(Setting setting, const QString& scope)
{
    m_store->remove(keyOf(setting, scope));
}

QString Settings::text(Setting setting, const QString& scope) const
{
    return value(setting, scope).toString();
}

bool Settings::flag(Setting setting, const QString& scope) const
{
    return value(setting, scope).toBool();
}

int Settings::number(Setting setting, const QString& scope) const
{
    return value(setting, scope).toInt();
}

QStringList Settings::recentFiles() const
{
    return value(Setting::RecentFiles).toStringList();
}

void Settings::addRecentFile(const QString& path)
{
    const QString whole = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QStringList files = recentFiles();
    files.removeAll(whole);
    files.prepend(whole);
    set(Setting::RecentFiles, QStringList(files.mid(0, mostRecentFiles)));
}

void Settings::dropRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    set(Setting::RecentFiles, files);
}

} // namespace winnow::ui
