// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Progress.h"
#include "base/Result.h"
#include "domain/Ids.h"
#include "domain/Review.h"

#include <QList>
#include <QObject>

#include <memory>
#include <vector>

namespace winnow {

namespace store {
class Store;
}

/// The small things of a review as one value: what panels show and commands look names up in.
struct Review {
    ReviewSettings settings;
    std::vector<Reviewer> reviewers;
    std::vector<Criterion> criteria; ///< in order
    std::vector<Reason> reasons; ///< both stages, in the team's order
    std::vector<Label> labels;
    std::vector<Source> sources;
    std::vector<Study> studies;
    std::vector<Run> runs; ///< in order of import, those taken back included
    std::vector<Reason> formerReasons; ///< removed: no longer offered
    std::vector<PilotRound> pilots; ///< by stage, then number
    std::vector<ProtocolChange> protocol; ///< by date

    bool operator==(const Review&) const = default;
    [[nodiscard]] const Reviewer* reviewer(QStringView name) const;
    [[nodiscard]] const Reviewer* reviewer(ReviewerId id) const;
    /// Without those who have left.
    [[nodiscard]] std::vector<Reviewer> team() const;
    /// The latest pilot round of a stage; none: no pilot.
    [[nodiscard]] const PilotRound* pilot(Stage stage) const;
    [[nodiscard]] std::vector<Reason> reasonsOf(Stage stage) const;
    [[nodiscard]] const Reason* reason(ReasonId id) const;
    [[nodiscard]] const Label* label(QStringView name) const;
    [[nodiscard]] const Label* label(LabelId id) const;
    [[nodiscard]] const Source* source(SourceId id) const;
};

/// What a new review starts with.
struct NewReview {
    QString title;
    QString question;
    std::vector<Reviewer> reviewers; ///< ids are given on creation
    int titleVotes = 2;
    int fulltextVotes = 2;
    ResolveRule titleResolving = ResolveRule::Discussion;
    ResolveRule fulltextResolving = ResolveRule::Discussion;
    Allocation titleAllocation;
    Pico pico;
    int pilotPlanned = 0; ///< reports to pilot title and abstract with; 0: none
    std::vector<Criterion> criteria;
    QStringList titleReasons; ///< ordered; empty: the usual ones
    QStringList fulltextReasons;
};

/// One project file and who looks at it: the only door of the window and the command line to the review. Use cases are
/// small classes that are made from it (Setup, Imports, Screening …); they block until what they did is durable and may
/// be called from any thread. The window calls the writing ones through Hands, so that it never waits.
class Project final : public QObject {
    Q_OBJECT

public:
    enum class Access { Write, Read, Snapshot };

    /// Errors as store::Store::create and ::open.
    static Result<std::unique_ptr<Project>> create(const QString& path, const NewReview& review, const Clock& clock);
    /// A file without anything in it yet, that becomes a copy of the review with this uid.
    static Result<std::unique_ptr<Project>> createCopy(const QString& path, const QString& uid, const Clock& clock);
    static Result<std::unique_ptr<Project>> open(const QString& path, Access access, const Clock& clock);
    ~Project() override;

    [[nodiscard]] const QString& path() const;
    /// The same in every copy of the project.
    [[nodiscard]] QString uid() const;
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] std::shared_ptr<const Review> review() const;

    /// Who acts and looks: kept per laptop, never in the file (rules.md D1); in a job, who began it. None: nobody's
    /// undisclosed votes are seen.
    [[nodiscard]] ReviewerId me() const;
    void setMe(ReviewerId reviewer);

    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] store::Store& store() const { return *m_store; } ///< for the use cases in this folder only

Q_SIGNALS:
    /// After every durable change, on the thread of this object. `reports`: what stands elsewhere than before.
    void changed(const QList<qint64>& reports, bool lists);
    void meChanged();

private:
    Project(std::unique_ptr<store::Store> store, const Clock& clock);
    std::unique_ptr<store::Store> m_store;
    const Clock& m_clock;
};

} // namespace winnow
