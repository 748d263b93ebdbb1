// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/SystemAppearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace winnow::ui {

namespace {

// https://flatpak.github.io/xdg-desktop-portal: org.freedesktop.portal.Settings, namespace org.freedesktop.appearance.
const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceSpace = QStringLiteral("org.freedesktop.appearance");
const QString colourScheme = QStringLiteral("color-scheme"); // 0 no preference, 1 dark, 2 light
const QString contrastKey = QStringLiteral("contrast"); // 0 no preference, 1 higher

// Read wraps its answer in a variant within a variant.
uint unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

SystemAppearance::SystemAppearance(QObject* parent) : QObject(parent) { }

void SystemAppearance::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(colourScheme);
    ask(contrastKey);
}

void SystemAppearance::ask(const QString& key)
{
    QDBusMessage call
        = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
    call << appearanceSpace << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError())
            take(key, unwrapped(reply.value().variant()));
        done->deleteLater();
    });
}

void SystemAppearance::settingChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == appearanceSpace)
        take(key, unwrapped(value.variant()));
}

void SystemAppearance::take(const QString& key, uint value)
{
    if (key == colourScheme)
        m_dark = value == 1;
    else if (key == contrastKey)
        m_highContrast = value == 1;
    else
        return;
    Q_EMIT appearance(m_dark, m_highContrast);
}

} // namespace winnow::ui
