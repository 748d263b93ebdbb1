// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ReviewDsl.h"

#include <random>

namespace winnow::test {

/// Two files that share a report, one of them a register's, and a third from other methods.
inline constexpr int randomFiles = 3;

/// Does random things to a project through its use cases, as people would: the same seed does the same. What is not
/// allowed at that moment is refused by the use case and leaves nothing.
class RandomHistory {
public:
    RandomHistory(Project& project, const QString& folder, quint32 seed)
        : m_project(project)
        , m_folder(folder)
        , m_random(seed)
    {
    }

    /// One act of a random person. Returns what it was, for messages; `refused` tells whether nothing came of it.
    QString act();
    bool refused = false;
    /// An error that no person can cause: the store failed, or the file is damaged.
    QString broke;
    bool mayOpen = true; ///< openings cannot be undone

    /// Imports the n-th file (0 …) if it is not here.
    Result<ImportReport> import(int n);
    [[nodiscard]] bool has(int n) const;
    /// Plans a search, makes one, or learns what services say of records (RandomSearching.cpp).
    QString searching();

private:
    struct Act;
    int pick(int n) { return n <= 0 ? 0 : int(m_random() % quint32(n)); }
    template <class List> auto oneOf(const List& list) { return list[size_t(pick(int(list.size())))]; }
    RecordId record();
    Stage stage() { return pick(3) ? Stage::Title : Stage::Fulltext; }
    Verdict verdict(bool noneToo);
    ReasonId reason(Stage stage);
    template <class T> QString note(const char* what, const Result<T>& result)
    {
        return note(what, outcome(result), result ? nullptr : &result.error());
    }
    QString note(const char* what, const QString& came, const Error* error);

    QString vote();
    QString remark();
    QString join();
    QString settle();
    QString bookkeeping();
    QString setup();
    QString reasons();
    QString sources();
    QString undoing();
    QString team();
    QString criteria();
    QString pilot();
    QString allocate();
    QString appraise();
    Result<void> search();
    QString findOut();
    QString plan();

    Project& m_project;
    QString m_folder;
    std::mt19937 m_random;
    std::shared_ptr<const Review> m_review;
};

} // namespace winnow::test
