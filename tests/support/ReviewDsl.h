// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Conflicts.h"
#include "project/Duplicates.h"
#include "project/Flow.h"
#include "project/Imports.h"
#include "project/Project.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "project/Setup.h"
#include "store/Store.h"
#include "support/FixedClock.h"

#include <QTemporaryDir>
#include <QTest>

#include <initializer_list>

namespace winnow::test {

/// One entry of a RIS file as a test says it. Empty fields are left out.
struct Entry {
    const char* title;
    const char* author = "Lima, Ana";
    int year = 2020;
    const char* doi = "";
    const char* accession = "";
    const char* database = "";
    const char* abstract = "Something was done.";
    const char* type = "JOUR";
};

[[nodiscard]] QByteArray ris(const std::vector<Entry>& entries);
/// Writes bytes and returns the path.
QString put(const QString& path, const QByteArray& bytes);

/// Code and texts of an error on one line, for messages of failed tests; "ok" for none.
template <class T> [[nodiscard]] QString outcome(const Result<T>& result)
{
    if (result)
        return QStringLiteral("ok");
    const Error& e = result.error();
    return QStringLiteral("%1 %2 %3").arg(int(e.code)).arg(e.context, e.detail);
}

#define MUST(expression)                                                                                               \
    do {                                                                                                               \
        const auto& result_ = (expression);                                                                            \
        QVERIFY2(result_, qPrintable(winnow::test::outcome(result_)));                                                 \
    } while (false)
#define MUST_FAIL(expression, expected)                                                                                \
    do {                                                                                                               \
        const auto& result_ = (expression);                                                                            \
        QVERIFY2(!result_, #expression " did not fail");                                                               \
        QCOMPARE(int(result_.error().code), int(expected));                                                            \
    } while (false)

/// A temporary project with Ana (lead), Ben and Cara (reviewers), two votes needed at each stage, title reasons
/// "Wrong topic", "Not a study" and full-text reasons "Wrong population", "Wrong design", "No data".
class Desk {
public:
    explicit Desk(int titleVotes = 2, int fulltextVotes = 2, qint64 clockStep = 1);

    QTemporaryDir dir;
    FixedClock clock;
    std::unique_ptr<Project> project;

    [[nodiscard]] static NewReview newReview(int titleVotes, int fulltextVotes);
    [[nodiscard]] QString path(const char* name) const { return dir.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] ReviewerId person(const char* name) const;
    [[nodiscard]] ReasonId reason(Stage stage, const char* text) const;
    /// Who acts from now on; nullptr: nobody.
    Desk& as(const char* name);
    Result<ImportReport> import(const char* file, const QByteArray& bytes, const char* source = "",
                                std::optional<SourceKind> kind = {});
    Result<ImportReport> import(const char* file, const std::vector<Entry>& entries, const char* source = "",
                                std::optional<SourceKind> kind = {});
    /// The n-th record of the project, from 1.
    [[nodiscard]] RecordId record(int n) const;
    Result<void> vote(Stage stage, RecordId report, Verdict verdict, const char* reason = "", const char* note = "");
    [[nodiscard]] Place place(RecordId record) const;
    [[nodiscard]] FlowCounts flow() const;
    /// Words of what check() finds; empty: nothing is wrong.
    [[nodiscard]] QString faults() const;
    void reopen();
};

/// What check() finds in a project, as one text.
[[nodiscard]] QString faultsOf(Project& project);

} // namespace winnow::test
