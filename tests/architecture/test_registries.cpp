// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include "cli/Command.h"
#include "figures/registry.h"
#include "formats/Format.h"
#include "project/Charts.h"
#include "support/Suite.h"

#include <QSet>

namespace suite_registries {

using namespace winnow;
using namespace winnow::architecture;

namespace {

bool hasFiles(const QString& folder)
{
    return !QDir(QDir(root()).filePath(folder)).entryList(QDir::Files).isEmpty();
}

QString testsOf(const QString& folder)
{
    QString all;
    for (const QString& path : sourcesUnder(folder))
        all += textOf(path);
    return all;
}

/// `word` as the text of a string, or in front of more of it ("vote " or "vote").
bool named(const QString& text, const QString& word)
{
    const QRegularExpression quoted(QLatin1Char('"') + QRegularExpression::escape(word) + QStringLiteral("[\" ]"));
    return quoted.match(text).hasMatch();
}

} // namespace

/// Whoever adds to a registry adds what shows that it works.
class RegistriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatHasSamples();
    void everyFormatIsFuzzed();
    void everyCommandIsTested();
    void everyFigureIsTested();
    void everyChartIsTested();
    void namesAreTakenOnce();
};

void RegistriesTest::everyFormatHasSamples()
{
    QVERIFY(!formats::registry().empty());
    for (const formats::Format& format : formats::registry()) {
        const QString folder = QStringLiteral("tests/data/formats/") + QLatin1String(format.id);
        if (!format.reads)
            continue;
        QVERIFY2(hasFiles(folder + QStringLiteral("/ok")), format.id);
        QVERIFY2(hasFiles(folder + QStringLiteral("/broken")), format.id);
    }
}

void RegistriesTest::everyFormatIsFuzzed()
{
    const QString list = textOf(QStringLiteral("tests/fuzz/CMakeLists.txt"));
    static const QRegularExpression names(QStringLiteral("foreach\\(format ([^)]*)\\)"));
    const QStringList fuzzed = names.match(list).captured(1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const formats::Format& format : formats::registry()) {
        if (format.reads)
            QVERIFY2(fuzzed.contains(QLatin1String(format.id)), format.id);
    }
}

void RegistriesTest::everyCommandIsTested()
{
    const QString tests = testsOf(QStringLiteral("tests/app/cli"));
    QVERIFY(!cli::registry().empty());
    for (const cli::CommandSpec& command : cli::registry())
        QVERIFY2(named(tests, QLatin1String(command.name)), command.name);
}

void RegistriesTest::everyFigureIsTested()
{
    const QString tests = testsOf(QStringLiteral("tests/app/figures"));
    for (const figures::FigureKind& kind : figures::figureKinds())
        QVERIFY2(named(tests, kind.key), qPrintable(kind.key));
}

void RegistriesTest::everyChartIsTested()
{
    const QString data = testsOf(QStringLiteral("tests/app/project"));
    const QString faces = testsOf(QStringLiteral("tests/ui/charts"));
    QVERIFY(!chartKinds().empty());
    for (const ChartKind& kind : chartKinds()) {
        QVERIFY2(named(data, QLatin1String(kind.id)), kind.id);
        QVERIFY2(named(faces, QLatin1String(kind.id)), kind.id);
    }
}

void RegistriesTest::namesAreTakenOnce()
{
    QSet<QString> ids;
    for (const formats::Format& format : formats::registry())
        ids.insert(QLatin1String(format.id));
    QCOMPARE(std::size_t(ids.size()), formats::registry().size());
    QSet<QString> commands;
    for (const cli::CommandSpec& command : cli::registry())
        commands.insert(QLatin1String(command.name));
    QCOMPARE(std::size_t(commands.size()), cli::registry().size());
}

WINNOW_TEST(RegistriesTest)

} // namespace suite_registries

#include "test_registries.moc"
