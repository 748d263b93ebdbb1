// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// The tests of a room are one program, since a hundred programs take minutes to build. A test class is entered with
/// WINNOW_TEST or WINNOW_WINDOW_TEST at the end of its file; `test_store test_undo [CASE …]` runs that of
/// test_undo.cpp, in a process of its own as ctest does.
namespace winnow::test {

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

/// A test without a screen.
#define WINNOW_TEST(Class) WINNOW_SUITE(QCoreApplication, Class)
/// A test that draws (QtGui) or shows windows (QtWidgets), by what its room links.
#ifdef QT_WIDGETS_LIB
#define WINNOW_WINDOW_TEST(Class) WINNOW_SUITE(QApplication, Class)
#else
#define WINNOW_WINDOW_TEST(Class) WINNOW_SUITE(QGuiApplication, Class)
#endif
