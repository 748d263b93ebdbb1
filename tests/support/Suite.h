// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// The tests of a room are one program, since a hundred programs take minutes to build. A test class is entered with
/// WINNOW_TEST or WINNOW_WINDOW_TEST at the end of its file; `test_store test_undo [CASE …]` runs that of
/// test_undo.cpp, in a process of its own as ctest does.
namespace winnow::test {

/// How long a test waits for what a loaded machine may take its time for; a test that passes never waits that long.
inline constexpr int patienceMs = 60000;

using RunSuite = int (*)(int argc, char** argv);

/// Enters the suite of a source file; its name is the file's without folder and ending.
struct Suite {
    Suite(const char* sourceFile, RunSuite run);
};

} // namespace winnow::test

#define WINNOW_SUITE(Application, Class)                                                                               \
    namespace {                                                                                                        \
    const winnow::test::Suite enteredSuite(__FILE__, [](int argc, char** argv) {                                       \
        Application application(argc, argv);                                                                           \
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);                                                         \
        Class tests;                                                                                                   \
        return QTest::qExec(&tests, argc, argv);                                                                       \
    });                                                                                                                \
    }

// Qt's own give up after five seconds.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, winnow::test::patienceMs)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT(expr, message, winnow::test::patienceMs)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, winnow::test::patienceMs)

/// A test without a screen.
#define WINNOW_TEST(Class) WINNOW_SUITE(QCoreApplication, Class)
/// A test that draws (QtGui) or shows windows (QtWidgets), by what its room links.
#ifdef QT_WIDGETS_LIB
#define WINNOW_WINDOW_TEST(Class) WINNOW_SUITE(QApplication, Class)
#else
#define WINNOW_WINDOW_TEST(Class) WINNOW_SUITE(QGuiApplication, Class)
#endif
