// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"
#include "support/Suite.h"

namespace suite_sources {

using namespace winnow::architecture;

namespace {

constexpr int longestSource = 600;
constexpr int longestHeader = 250;
constexpr int longestWindow = 400; // the main window is where programs grow fat
constexpr int longestFunction = 60;
constexpr int longestTestFunction = 80;

const QStringList& folders()
{
    static const QStringList all{QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")};
    return all;
}

QStringList allSources()
{
    QStringList files;
    for (const QString& folder : folders())
        files += sourcesUnder(folder);
    return files;
}

/// A statement of SQL in one of the line's strings. Words in capitals: sentences for people have none.
bool holdsSql(const QString& line)
{
    static const QRegularExpression string(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""));
    static const QRegularExpression sql(
        QStringLiteral("\\b(SELECT\\s|INSERT\\s+(INTO|OR)|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM|PRAGMA\\s|VACUUM\\b|"
                       "BEGIN\\s+IMMEDIATE|(CREATE|DROP)\\s+(TABLE|VIEW|INDEX|TEMP|VIRTUAL))"));
    for (auto it = string.globalMatch(line); it.hasNext();) {
        if (sql.match(it.next().captured()).hasMatch())
            return true;
    }
    return false;
}

/// A part of a snapshot (Project::review(), Store::catalog()) that is kept longer than the snapshot: the next change
/// may come from another thread and take the last hold of it away.
bool outlivesSnapshot(const QString& line)
{
    static const QRegularExpression loop(QStringLiteral("\\bfor \\([^;]* : [\\w.>()-]*\\b(review|catalog)\\(\\)->"));
    static const QRegularExpression kept(QStringLiteral("[&*] ?\\w+ = [\\w.>()-]*\\b(review|catalog)\\(\\)->"));
    return loop.match(line).hasMatch() || kept.match(line).hasMatch();
}

/// Lines of the longest function body: from a brace at the start of a line to the closing one.
std::pair<int, int> longestBody(const QStringList& lines)
{
    std::pair<int, int> longest;
    int start = -1;
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i] == QLatin1String("{")) {
            start = i;
        } else if (lines[i].startsWith(QLatin1Char('}')) && start >= 0) {
            longest = std::max(longest, {i - start - 1, start + 1});
            start = -1;
        }
    }
    return longest;
}

int linesIn(const QString& text)
{
    return int(text.count(QLatin1Char('\n')));
}

QString told(const QStringList& wrong)
{
    return wrong.join(QStringLiteral("\n  "));
}

#define NONE(list) QVERIFY2((list).isEmpty(), qPrintable(told(list)))

} // namespace

class SourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileNamesItsLicence();
    void sqlStandsInTheStoreOnly();
    void filesAreShort();
    void functionsAreShort();
    void nothingWaitsOrNests();
    void snapshotsAreHeld();
    void theTestsSeeWhatIsWrong();
};

void SourcesTest::everyFileNamesItsLicence()
{
    QStringList files = allSources();
    for (const QString& folder : folders())
        files
            += filesUnder(folder, {QStringLiteral("CMakeLists.txt"), QStringLiteral("*.sql"), QStringLiteral("*.qrc")});
    files += {QStringLiteral("CMakeLists.txt"), QStringLiteral("packaging/run"), QStringLiteral("packaging/test"),
              QStringLiteral(".ci/run")};
    static const QRegularExpression licence(
        QStringLiteral("SPDX-FileCopyrightText: .*\n.*SPDX-License-Identifier: GPL-3\\.0-or-later( -->)?\n"));
    QStringList wrong;
    for (const QString& path : files) {
        if (!licence.match(textOf(path).left(250)).hasMatch())
            wrong.append(path);
    }
    NONE(wrong);
    QVERIFY(textOf(QStringLiteral("LICENSE")).contains(QLatin1String("GNU GENERAL PUBLIC LICENSE")));
}

void SourcesTest::sqlStandsInTheStoreOnly()
{
    QStringList wrong;
    for (const QString& path : sourcesUnder(QStringLiteral("app")) + sourcesUnder(QStringLiteral("ui"))) {
        if (path.startsWith(QLatin1String("app/store/")))
            continue;
        const QStringList lines = linesOf(path);
        for (int i = 0; i < lines.size(); ++i) {
            if (holdsSql(lines[i]))
                wrong.append(QStringLiteral("%1:%2 %3").arg(path).arg(i + 1).arg(lines[i].trimmed()));
        }
        for (const QString& include : systemIncludes(textOf(path))) {
            if (include.startsWith(QLatin1String("QSql")) || include.startsWith(QLatin1String("sqlite3")))
                wrong.append(path + QStringLiteral(" includes ") + include);
        }
    }
    NONE(wrong);
}

void SourcesTest::filesAreShort()
{
    QStringList wrong;
    for (const QString& path : allSources()) {
        const int most = path.endsWith(QLatin1String("_data.cpp")) ? INT_MAX // tables of data
            : path.endsWith(QLatin1String("/MainWindow.cpp"))      ? longestWindow
            : path.endsWith(QLatin1String(".h"))                   ? longestHeader
                                                                   : longestSource;
        if (const int lines = linesIn(textOf(path)); lines > most)
            wrong.append(QStringLiteral("%1 has %2 lines, more than %3").arg(path).arg(lines).arg(most));
    }
    NONE(wrong);
}

void SourcesTest::functionsAreShort()
{
    QStringList wrong;
    for (const QString& path : allSources()) {
        const auto [length, line] = longestBody(linesOf(path));
        if (length > (path.startsWith(QLatin1String("tests/")) ? longestTestFunction : longestFunction))
            wrong.append(QStringLiteral("%1:%2 has %3 lines").arg(path).arg(line).arg(length));
    }
    NONE(wrong);
}

/// No nested event loops, no sleeping, no program that hangs on one instance of a thing.
void SourcesTest::nothingWaitsOrNests()
{
    static const QRegularExpression forbidden(
        QStringLiteral("\\bQEventLoop\\b|\\bprocessEvents\\b|\\bsleep_for\\b|\\bmsleep\\b|\\bstatic \\w+& instance\\b"
                       "|\\bqFatal\\b|\\bTODO\\b|\\bFIXME\\b"));
    QStringList wrong;
    for (const QString& path : sourcesUnder(QStringLiteral("app")) + sourcesUnder(QStringLiteral("ui"))) {
        const QStringList lines = linesOf(path);
        for (int i = 0; i < lines.size(); ++i) {
            if (forbidden.match(lines[i]).hasMatch())
                wrong.append(QStringLiteral("%1:%2 %3").arg(path).arg(i + 1).arg(lines[i].trimmed()));
        }
    }
    NONE(wrong);
}

void SourcesTest::snapshotsAreHeld()
{
    QStringList wrong;
    for (const QString& path : allSources()) {
        const QStringList lines = linesOf(path);
        for (int i = 0; i < lines.size(); ++i) {
            if (outlivesSnapshot(lines[i]) && !path.endsWith(QLatin1String("/test_sources.cpp")))
                wrong.append(QStringLiteral("%1:%2 %3").arg(path).arg(i + 1).arg(lines[i].trimmed()));
        }
    }
    NONE(wrong);
}

void SourcesTest::theTestsSeeWhatIsWrong()
{
    QVERIFY(outlivesSnapshot(QStringLiteral("    for (const PilotRound& round : project->review()->pilots) {")));
    QVERIFY(outlivesSnapshot(QStringLiteral("    const Reason* known = m_project.store().catalog()->reason(reason);")));
    QVERIFY(outlivesSnapshot(QStringLiteral("    const auto& runs = project.store().catalog()->runs;")));
    QVERIFY(!outlivesSnapshot(QStringLiteral("    const RunId run = project.review()->runs[1].id;")));
    QVERIFY(!outlivesSnapshot(QStringLiteral("    const Catalog& catalog = reader.catalog();")));
    QVERIFY(holdsSql(QStringLiteral("    q = db.prepare(\"SELECT report FROM record\");")));
    QVERIFY(holdsSql(QStringLiteral("\"x\" \"DELETE FROM cell\"")));
    QVERIFY(!holdsSql(QStringLiteral("tr(\"Select all\"); // SELECT is for the store")));
    QVERIFY(!holdsSql(QStringLiteral("// SELECT is for the store")));
    const QStringList lines{QStringLiteral("void f()"), QStringLiteral("{"), QStringLiteral("    a();"),
                            QStringLiteral("    b();"), QStringLiteral("}"), QStringLiteral("class A {"),
                            QStringLiteral("};"),       QStringLiteral("{"), QStringLiteral("}")};
    QCOMPARE(longestBody(lines), std::pair(2, 2));
}

WINNOW_TEST(SourcesTest)

} // namespace suite_sources

#include "test_sources.moc"
