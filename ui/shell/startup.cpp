// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/startup.h"

#include "services/Keys.h"
#include "services/Settings.h"
#include "services/Theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <clocale>

namespace winnow::ui {

namespace {

QLocale wantedLocale(const Settings& settings)
{
    QString language = qEnvironmentVariable("WINNOW_LANG");
    if (language.isEmpty())
        language = settings.text(Setting::Language);
    return language.isEmpty() ? QLocale::system() : QLocale(language);
}

void install(QApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void silenceQt()
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
}

void chooseLanguage(QApplication& application, const Settings& settings)
{
    const QLocale locale = wantedLocale(settings);
    QLocale::setDefault(locale);
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, QStringLiteral("winnow"), QStringLiteral(":/i18n"));
    QGuiApplication::setLayoutDirection(locale.textDirection());
    std::setlocale(LC_NUMERIC, "C");
}

void recall(const Settings& settings, Theme& theme, Keys& keys)
{
    theme.setScheme(Scheme(settings.number(Setting::ColourScheme)));
    theme.setReadingSize(settings.value(Setting::ReadingSize).toDouble());
    keys.load(settings);
}

} // namespace winnow::ui
