// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"
#include "support/Suite.h"

#include <QLibraryInfo>
#include <QMap>

namespace suite_arrows {

using namespace winnow::architecture;

namespace {

/// Which rooms a room may look into, beside itself. Arrows run down only, and neighbours do not know each other; a new
/// room gets its line here first.
const QMap<QString, QStringList>& roomsBelow()
{
    static const QStringList pure{QStringLiteral("base"), QStringLiteral("domain")};
    static const QStringList all
        = pure + QStringList{QStringLiteral("store"),     QStringLiteral("formats"),   QStringLiteral("deduplication"),
                             QStringLiteral("screening"), QStringLiteral("appraisal"), QStringLiteral("figures"),
                             QStringLiteral("reporting"), QStringLiteral("net"),       QStringLiteral("sources")};
    static const QMap<QString, QStringList> rooms{
        {QStringLiteral("base"), {}},
        {QStringLiteral("domain"), {QStringLiteral("base")}},
        {QStringLiteral("store"), pure},
        {QStringLiteral("net"), {QStringLiteral("base")}},
        {QStringLiteral("formats"), pure},
        {QStringLiteral("sources"), pure + QStringList{QStringLiteral("net"), QStringLiteral("formats")}},
        {QStringLiteral("deduplication"), pure},
        {QStringLiteral("screening"), pure},
        {QStringLiteral("appraisal"), pure},
        {QStringLiteral("figures"), pure},
        {QStringLiteral("reporting"), pure},
        {QStringLiteral("sharing"), pure + QStringList{QStringLiteral("store")}},
        {QStringLiteral("project"), all + QStringList{QStringLiteral("sharing")}},
        {QStringLiteral("cli"),
         pure
             + QStringList{QStringLiteral("project"), QStringLiteral("formats"), QStringLiteral("appraisal"),
                           QStringLiteral("figures"), QStringLiteral("reporting")}},
    };
    return rooms;
}

/// The same for the window. The project is its only door to the review: no room of it knows the store or the commands.
const QMap<QString, QStringList>& windowBelow()
{
    static const QStringList view{QStringLiteral("base"), QStringLiteral("domain"), QStringLiteral("appraisal"),
                                  QStringLiteral("project")};
    static const QStringList panel = view
        + QStringList{QStringLiteral("figures"), QStringLiteral("services"), QStringLiteral("widgets"),
                      QStringLiteral("models"), QStringLiteral("charts")};
    static const QMap<QString, QStringList> rooms{
        {QStringLiteral("services"), {QStringLiteral("base"), QStringLiteral("domain")}},
        {QStringLiteral("widgets"), {QStringLiteral("base"), QStringLiteral("services")}},
        {QStringLiteral("models"), view + QStringList{QStringLiteral("services")}},
        {QStringLiteral("charts"),
         view + QStringList{QStringLiteral("figures"), QStringLiteral("services"), QStringLiteral("widgets")}},
        {QStringLiteral("panels"), panel},
        {QStringLiteral("shell"), panel + QStringList{QStringLiteral("panels")}},
    };
    return rooms;
}

QString complaint(const QString& path, const QString& include)
{
    return path + QStringLiteral(" includes ") + include;
}

/// Includes of `path` that reach into a room which `below` does not allow.
QStringList wrongArrows(const QString& path, const QString& room, const QMap<QString, QStringList>& below)
{
    if (!below.contains(room))
        return {path + QStringLiteral(" stands in a room that has no place in the order")};
    QStringList wrong;
    for (const QString& include : ownIncludes(textOf(path))) {
        const QString other = part(include, 0);
        const bool local = !include.contains(QLatin1Char('/'));
        if (!local && other != room && !below[room].contains(other))
            wrong.append(complaint(path, include));
    }
    return wrong;
}

QString told(const QStringList& wrong)
{
    return wrong.join(QStringLiteral("\n  "));
}

#define NONE(list) QVERIFY2((list).isEmpty(), qPrintable(told(list)))

} // namespace

class ArrowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appArrowsRunDown();
    void windowArrowsRunDown();
    void panelsDoNotKnowEachOther();
    void noWidgetsInApp();
    void libraryArrowsRunDown();
    void theTestSeesAWrongArrow();
};

void ArrowsTest::appArrowsRunDown()
{
    QStringList wrong;
    const QStringList files = sourcesUnder(QStringLiteral("app"));
    QVERIFY(files.size() > 100);
    for (const QString& path : files)
        wrong += wrongArrows(path, part(path, 1), roomsBelow());
    NONE(wrong);
}

void ArrowsTest::windowArrowsRunDown()
{
    QStringList wrong;
    const QStringList files = sourcesUnder(QStringLiteral("ui"));
    QVERIFY(files.size() > 100);
    for (const QString& path : files) {
        if (path != QLatin1String("ui/main.cpp"))
            wrong += wrongArrows(path, part(path, 1), windowBelow());
    }
    NONE(wrong);
}

void ArrowsTest::panelsDoNotKnowEachOther()
{
    QStringList wrong;
    for (const QString& path : sourcesUnder(QStringLiteral("ui/panels"))) {
        for (const QString& include : ownIncludes(textOf(path))) {
            const bool shared = include == QLatin1String("panels/Panel.h");
            if (include.startsWith(QLatin1String("panels/")) && !shared && part(include, 1) != part(path, 2))
                wrong.append(complaint(path, include));
        }
    }
    NONE(wrong);
}

void ArrowsTest::noWidgetsInApp()
{
    const QDir widgets(QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtWidgets"));
    QVERIFY2(widgets.exists(QStringLiteral("QWidget")), "Qt's headers are not where they were looked for");
    QStringList wrong;
    for (const QString& path : sourcesUnder(QStringLiteral("app"))) {
        for (const QString& include : systemIncludes(textOf(path))) {
            if (include.startsWith(QLatin1String("QtWidgets")) || widgets.exists(include))
                wrong.append(complaint(path, include));
        }
    }
    for (const QString& path : filesUnder(QStringLiteral("app"), {QStringLiteral("CMakeLists.txt")})) {
        for (const char* library : {"Widgets", "Charts", "PrintSupport"}) {
            if (textOf(path).contains(QLatin1String("Qt6::") + QLatin1String(library)))
                wrong.append(path + QStringLiteral(" links ") + QLatin1String(library));
        }
    }
    NONE(wrong);
}

/// What a room links must be below it too: an include could come in by the back door otherwise.
void ArrowsTest::libraryArrowsRunDown()
{
    static const QRegularExpression library(QStringLiteral("\\bwinnow_([a-z]+)\\b"));
    QStringList wrong;
    for (const QString& path : filesUnder(QStringLiteral("app"), {QStringLiteral("CMakeLists.txt")})) {
        const QString room = part(path, 1);
        if (room == QLatin1String("CMakeLists.txt"))
            continue;
        const QString text = textOf(path);
        for (auto it = library.globalMatch(text); it.hasNext();) {
            const QString other = it.next().captured(1);
            if (other != QLatin1String("room") && other != room && !roomsBelow().value(room).contains(other))
                wrong.append(path + QStringLiteral(" links winnow_") + other);
        }
    }
    NONE(wrong);
}

/// A test of sources that cannot fail is worth nothing.
void ArrowsTest::theTestSeesAWrongArrow()
{
    const QString text = QStringLiteral("#include \"store/Log.h\"\n#include <QWidget>\nint x; // #include \"no\"\n");
    QCOMPARE(ownIncludes(text), QStringList{QStringLiteral("store/Log.h")});
    QCOMPARE(systemIncludes(text), QStringList{QStringLiteral("QWidget")});
    QVERIFY(!wrongArrows(QStringLiteral("app/store/Log.cpp"), QStringLiteral("formats"), roomsBelow()).isEmpty());
    QVERIFY(!wrongArrows(QStringLiteral("app/store/Log.cpp"), QStringLiteral("attic"), roomsBelow()).isEmpty());
}

WINNOW_TEST(ArrowsTest)

} // namespace suite_arrows

#include "test_arrows.moc"
