// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/SystemAppearance.h"
#include "support/Suite.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

namespace suite_SystemAppearanceTest {

using namespace winnow::ui;

/// Stands in for the desktop's settings portal.
class FakePortal final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 1;
    uint contrast = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString& space, const QString& key)
    {
        const uint value = key == QLatin1String("contrast") ? contrast : scheme;
        if (space != QLatin1String("org.freedesktop.appearance"))
            return QDBusVariant(QString());
        // As the real one does: a variant within the variant.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

Q_SIGNALS:
    void SettingChanged(const QString& space, const QString& key, const QDBusVariant& value);
};

class SystemAppearanceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("dbus-daemon is not installed");
        m_daemon.start(daemon,
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(m_daemon.waitForReadyRead(5000));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void silentWithoutAPortal()
    {
        SystemAppearance appearance;
        QSignalSpy said(&appearance, &SystemAppearance::appearance);
        appearance.start();
        QVERIFY(!said.wait(200));
    }

    void asksAndListens()
    {
        QDBusConnection desktop = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
        FakePortal portal;
        QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        QVERIFY(desktop.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        SystemAppearance appearance;
        QSignalSpy said(&appearance, &SystemAppearance::appearance);
        appearance.start();
        QTRY_COMPARE(said.count(), 2);
        QCOMPARE(said.last(), (QVariantList{true, false}));
        Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"),
                                     QDBusVariant(1U));
        QTRY_COMPARE(said.count(), 3);
        QCOMPARE(said.last(), (QVariantList{true, true}));
        Q_EMIT portal.SettingChanged(QStringLiteral("org.gnome.desktop"), QStringLiteral("contrast"), QDBusVariant(0U));
        Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"),
                                     QDBusVariant(2U));
        QTRY_COMPARE(said.count(), 4);
        QCOMPARE(said.last(), (QVariantList{false, true}));
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        m_daemon.kill();
        m_daemon.waitForFinished(5000);
    }

private:
    QProcess m_daemon;
};

WINNOW_TEST(SystemAppearanceTest)

} // namespace suite_SystemAppearanceTest

#include "SystemAppearanceTest.moc"
