// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Project.h"

#include "project/ActingAs.h"
#include "project/Setup.h"
#include "store/Store.h"

#include <algorithm>

namespace winnow {
namespace {

template <class List, class Match> auto* findIn(const List& list, Match match)
{
    const auto found = std::find_if(list.begin(), list.end(), match);
    return found == list.end() ? nullptr : &*found;
}

bool sameName(const QString& name, QStringView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

store::Store::Access storeAccess(Project::Access access)
{
    switch (access) {
    case Project::Access::Write: return store::Store::Access::Write;
    case Project::Access::Read: return store::Store::Access::Read;
    case Project::Access::Snapshot: break;
    }
    return store::Store::Access::Snapshot;
}

} // namespace

const Reviewer* Review::reviewer(QStringView name) const
{
    return findIn(reviewers, [&](const Reviewer& r) { return sameName(r.name, name); });
}

const Reviewer* Review::reviewer(ReviewerId id) const
{
    return findIn(reviewers, [&](const Reviewer& r) { return r.id == id; });
}

std::vector<Reviewer> Review::team() const
{
    std::vector<Reviewer> some;
    std::copy_if(reviewers.begin(), reviewers.end(), std::back_inserter(some),
                 [](const Reviewer& r) { return !r.retired; });
    return some;
}

const PilotRound* Review::pilot(Stage stage) const
{
    const PilotRound* latest = nullptr;
    for (const PilotRound& round : pilots) {
        if (round.stage == stage && round.state != PilotRound::State::None)
            latest = &round;
    }
    return latest;
}

std::vector<Reason> Review::reasonsOf(Stage stage) const
{
    std::vector<Reason> some;
    std::copy_if(reasons.begin(), reasons.end(), std::back_inserter(some),
                 [&](const Reason& r) { return r.stage == stage; });
    return some;
}

const Reason* Review::reason(ReasonId id) const
{
    const auto wanted = [&](const Reason& r) { return r.id == id; };
    const Reason* found = findIn(reasons, wanted);
    return found ? found : findIn(formerReasons, wanted);
}

const Label* Review::label(QStringView name) const
{
    return findIn(labels, [&](const Label& l) { return sameName(l.name, name); });
}

const Label* Review::label(LabelId id) const
{
    return findIn(labels, [&](const Label& l) { return l.id == id; });
}

const Source* Review::source(SourceId id) const
{
    return findIn(sources, [&](const Source& s) { return s.id == id; });
}

Project::Project(std::unique_ptr<store::Store> store, const Clock& clock) : m_store(std::move(store)), m_clock(clock)
{
    // The lane tells on its own thread; whoever listens to us hears it on ours.
    m_store->onCommit([this](const store::Committed& committed) {
        const QList<qint64> reports(committed.reports.begin(), committed.reports.end());
        QMetaObject::invokeMethod(
            this, [this, reports, lists = committed.catalogChanged] { Q_EMIT changed(reports, lists); },
            Qt::QueuedConnection);
    });
}

Project::~Project()
{
    m_store->onCommit({});
}

Result<std::unique_ptr<Project>> Project::create(const QString& path, const NewReview& review, const Clock& clock)
{
    auto store = store::Store::create(path, clock);
    if (!store)
        return Failure(store.error());
    std::unique_ptr<Project> project(new Project(std::move(*store), clock));
    if (const auto begun = Setup(*project).begin(review); !begun)
        return Failure(begun.error());
    return project;
}

Result<std::unique_ptr<Project>> Project::createCopy(const QString& path, const QString& uid, const Clock& clock)
{
    auto store = store::Store::create(path, clock, uid);
    if (!store)
        return Failure(store.error());
    return std::unique_ptr<Project>(new Project(std::move(*store), clock));
}

Result<std::unique_ptr<Project>> Project::open(const QString& path, Access access, const Clock& clock)
{
    auto store = store::Store::open(path, storeAccess(access), clock);
    if (!store)
        return Failure(store.error());
    return std::unique_ptr<Project>(new Project(std::move(*store), clock));
}

const QString& Project::path() const
{
    return m_store->path();
}
QString Project::uid() const
{
    return QString::fromStdString(m_store->catalog()->projectUid);
}
bool Project::readOnly() const
{
    return m_store->readOnly();
}
ReviewerId Project::me() const
{
    return ActingAs::here().value_or(m_store->viewer());
}

void Project::setMe(ReviewerId reviewer)
{
    m_store->setViewer(reviewer);
    Q_EMIT meChanged();
}

std::shared_ptr<const Review> Project::review() const
{
    const auto catalog = m_store->catalog();
    auto review = std::make_shared<Review>();
    review->settings = catalog->settings;
    review->reviewers = catalog->reviewers;
    review->criteria = catalog->criteria;
    review->reasons = catalog->reasons;
    review->labels = catalog->labels;
    review->sources = catalog->sources;
    review->studies = catalog->studies;
    for (const store::RunInfo& info : catalog->runs)
        review->runs.push_back(info.run);
    review->formerReasons = catalog->formerReasons;
    review->pilots = catalog->pilots;
    review->protocol = catalog->protocol;
    return review;
}

} // namespace winnow
