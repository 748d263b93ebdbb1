// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "project/Hands.h"
#include "project/Project.h"

#include <QObject>

#include <memory>

namespace winnow::ui {

class Settings;

/// The review that is open in the window: how it comes, who sits in front of it, how it goes. Files are opened and
/// made in a job, so that a slow disk never holds the window.
class Session final : public QObject {
    Q_OBJECT

public:
    /// A review with the hands and jobs that work on it.
    struct Open {
        explicit Open(std::unique_ptr<Project> opened) : project(std::move(opened)), jobs(project.get()) { }

        std::unique_ptr<Project> project;
        bool rulesShown = false; ///< a job tells how far new rules are
        Hands hands;
        Jobs jobs; // first to go: what runs still needs the review
    };

    Session(const Clock& clock, Settings& settings, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] Open* open() const { return m_open.get(); }
    /// Opens in the place of the one that is open; that one stays if it fails. The same file again does nothing.
    void openFile(const QString& path, Project::Access access = Project::Access::Write);
    /// `me` is a name in the review: whoever made it sits here.
    void create(const QString& path, const NewReview& review, const QString& me);
    /// Makes my own copy of a review from a coauthor's invitation or conflicts, and opens it; `me` as the file names
    /// me.
    void accept(const QString& bundle, const QString& path, const QString& me);
    /// The same from a coauthor's project file (rules.md E3).
    void copy(const QString& theirs, const QString& path, const QString& me);
    /// Writes the example review if there is no such file yet, and opens it.
    void openExample(const QString& path);
    void close();
    /// Remembers for this laptop who sits here (rules.md D1).
    void setMe(ReviewerId reviewer);
    /// Opening and making files; the jobs of a review are its own.
    [[nodiscard]] Jobs& jobs() { return m_jobs; }

Q_SIGNALS:
    void opened();
    void aboutToClose();
    void closed();
    /// The laptop does not know who sits here in this review.
    void whoIsIt();
    void failed(const winnow::Error& error, const QString& path);

private:
    using Made = std::shared_ptr<std::unique_ptr<Project>>;
    void run(const QString& name, const QString& path, const QString& me,
             std::function<Result<void>(const JobContext&, Made)> work);
    void take(std::unique_ptr<Project> project, const QString& me);
    void recogniseMe(const QString& me);
    void tidy();
    void showRules();

    const Clock& m_clock;
    Settings& m_settings;
    std::unique_ptr<Open> m_open;
    Jobs m_jobs;
};

} // namespace winnow::ui
