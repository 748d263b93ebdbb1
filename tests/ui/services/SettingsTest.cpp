// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Settings.h"
#include "support/Suite.h"

#include <QDir>
#include <QTemporaryDir>

namespace suite_SettingsTest {

using namespace winnow::ui;

class SettingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void defaultsBeforeAnythingIsSet()
    {
        const Settings settings = Settings::inFile(file());
        QCOMPARE(settings.value(Setting::ReadingSize).toDouble(), 15.5);
        QVERIFY(settings.flag(Setting::AutoAdvance));
        QVERIFY(settings.flag(Setting::SingleKeys));
        QCOMPARE(settings.number(Setting::ColourScheme), 0);
        QCOMPARE(settings.text(Setting::WhoAmI, QStringLiteral("p1")), QString());
        QVERIFY(settings.recentFiles().isEmpty());
    }

    void survivesTheProgram()
    {
        {
            Settings settings = Settings::inFile(file());
            settings.set(Setting::WhoAmI, QStringLiteral("Ana"), QStringLiteral("p1"));
            settings.set(Setting::WindowGeometry, QByteArray("\x01\x00\xff", 3));
            settings.set(Setting::AutoAdvance, false);
        }
        const Settings again = Settings::inFile(file());
        QCOMPARE(again.text(Setting::WhoAmI, QStringLiteral("p1")), QStringLiteral("Ana"));
        QCOMPARE(again.value(Setting::WindowGeometry).toByteArray(), QByteArray("\x01\x00\xff", 3));
        QVERIFY(!again.flag(Setting::AutoAdvance));
    }

    void whoIAmIsPerProject()
    {
        Settings settings = Settings::inFile(file());
        settings.set(Setting::WhoAmI, QStringLiteral("Ana"), QStringLiteral("p1"));
        settings.set(Setting::WhoAmI, QStringLiteral("Ben"), QStringLiteral("p/2"));
        QCOMPARE(settings.text(Setting::WhoAmI, QStringLiteral("p1")), QStringLiteral("Ana"));
        QCOMPARE(settings.text(Setting::WhoAmI, QStringLiteral("p/2")), QStringLiteral("Ben"));
        QCOMPARE(settings.text(Setting::WhoAmI, QStringLiteral("p3")), QString());
        settings.forget(Setting::WhoAmI, QStringLiteral("p1"));
        QCOMPARE(settings.text(Setting::WhoAmI, QStringLiteral("p1")), QString());
        QCOMPARE(settings.text(Setting::WhoAmI, QStringLiteral("p/2")), QStringLiteral("Ben"));
    }

    void wrongTypesCountAsAbsent()
    {
        {
            QSettings raw(file(), QSettings::IniFormat);
            raw.setValue(QStringLiteral("look/scheme"), QStringLiteral("purple"));
            raw.setValue(QStringLiteral("look/readingSize"), QStringLiteral("huge"));
        }
        const Settings settings = Settings::inFile(file());
        QCOMPARE(settings.number(Setting::ColourScheme), 0);
        QCOMPARE(settings.value(Setting::ReadingSize).toDouble(), 15.5);
    }

    void recentFilesNewestFirst()
    {
        Settings settings = Settings::inFile(file());
        settings.addRecentFile(QStringLiteral("/reviews/a.winnow"));
        QCOMPARE(Settings::inFile(file()).recentFiles(), QStringList{QStringLiteral("/reviews/a.winnow")});
        settings.addRecentFile(QStringLiteral("/reviews/b.winnow"));
        settings.addRecentFile(QStringLiteral("/reviews/x/../a.winnow"));
        QCOMPARE(settings.recentFiles().size(), 2);
        settings.addRecentFile(QStringLiteral("/reviews/a.winnow"));
        QCOMPARE(settings.recentFiles().first(), QStringLiteral("/reviews/a.winnow"));
        for (int i = 0; i < 20; ++i)
            settings.addRecentFile(QStringLiteral("/reviews/%1.winnow").arg(i));
        QCOMPARE(settings.recentFiles().size(), 10);
        QCOMPARE(settings.recentFiles().first(), QStringLiteral("/reviews/19.winnow"));
        settings.dropRecentFile(QStringLiteral("/reviews/19.winnow"));
        QCOMPARE(settings.recentFiles().first(), QStringLiteral("/reviews/18.winnow"));
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("winnow.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

WINNOW_TEST(SettingsTest)

} // namespace suite_SettingsTest

#include "SettingsTest.moc"
