// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Sharing.h"

#include "project/Bundles.h"
#include "project/Writing.h"
#include "store/Batches.h"
#include "store/CheckSum.h"
#include "store/Reports.h"
#include "store/Trail.h"

#include <algorithm>
#include <map>

namespace winnow {
namespace {

using store::Dim;

/// A place where a report still waits for votes at a stage.
bool waits(Place place, Stage stage)
{
    return place == (stage == Stage::Title ? Place::AwaitingScreening : Place::AwaitingAssessment);
}

qint64 noteNumber(store::Database& db, const std::string& key)
{
    return QByteArray::fromStdString(store::localNote(db, key)).toLongLong();
}

/// Somebody whose votes the team waits for.
bool screens(const Reviewer& person)
{
    return person.screens();
}

/// Of each person, what a tally holds at one stage.
std::map<qint64, qint64> tallied(store::Reader& reader, Dim dim, Stage stage)
{
    std::map<qint64, qint64> byPerson;
    for (const auto& [key, n] : store::tallies(reader, int(dim))) {
        if (key[1] == qint64(stage))
            byPerson[key[0]] += n;
    }
    return byPerson;
}

} // namespace

QString personUid(const store::Catalog& catalog, ReviewerId person)
{
    const auto uid = catalog.uids.find(person.value);
    return uid == catalog.uids.end() ? QString() : QString::fromLatin1(QByteArray::fromStdString(uid->second).toHex());
}

ReviewerId personOf(const store::Catalog& catalog, const QString& uid)
{
    for (const Reviewer& person : catalog.reviewers) {
        if (!uid.isEmpty() && personUid(catalog, person.id) == uid)
            return person.id;
    }
    return {};
}

std::set<std::string> hashesIn(const std::string& note)
{
    std::set<std::string> hashes;
    for (const QByteArray& line : QByteArray::fromStdString(note).split('\n')) {
        if (!line.isEmpty())
            hashes.insert(QByteArray::fromHex(line).toStdString());
    }
    return hashes;
}

std::string noteOf(const std::set<std::string>& hashes)
{
    QByteArray note;
    for (const std::string& hash : hashes)
        note += QByteArray::fromStdString(hash).toHex() + '\n';
    return note.toStdString();
}

Result<std::vector<NotReady>> Sharing::notReady() const
{
    return m_project.store().read([](store::Reader& reader) {
        const store::Catalog& catalog = reader.catalog();
        const auto live = std::count_if(catalog.runs.begin(), catalog.runs.end(),
                                        [](const store::RunInfo& run) { return run.run.live; });
        const auto people = std::count_if(catalog.reviewers.begin(), catalog.reviewers.end(), screens);
        std::vector<NotReady> missing;
        if (catalog.settings.question.trimmed().isEmpty())
            missing.push_back(NotReady::Question);
        if (catalog.criteria.empty())
            missing.push_back(NotReady::Criteria);
        if (catalog.reasons.empty())
            missing.push_back(NotReady::Reasons);
        if (live == 0)
            missing.push_back(NotReady::Imports);
        if (live > 1 && !store::anyPairs(reader))
            missing.push_back(NotReady::Duplicates);
        if (people < catalog.settings.titleStage.votesNeeded)
            missing.push_back(NotReady::People);
        return missing;
    });
}

Result<BundleInfo> Sharing::lookAt(const QString& file)
{
    const auto reader = sharing::BundleReader::open(file);
    if (!reader)
        return Failure(reader.error());
    return (*reader)->manifest().info;
}

Result<std::vector<BringIn>> Sharing::bringIns() const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<BringIn> all;
        for (const store::Batch& batch : store::batches(reader)) {
            BringIn in;
            in.batch = batch.id;
            in.at = QDateTime::fromMSecsSinceEpoch(batch.at, Qt::UTC);
            if (const auto about = sharing::manifestInfo(QByteArray::fromStdString(batch.about)))
                in.info = *about;
            if (in.info.summary.isEmpty())
                in.info.summary = batch.label;
            in.changes = batch.changes;
            in.live = batch.live;
            in.settled = batch.settled;
            all.push_back(std::move(in));
        }
        return all;
    });
}

Result<WorkToSend> Sharing::workToSend() const
{
    return m_project.store().read([&](store::Reader& reader) {
        const QString uid = personUid(reader.catalog(), reader.viewer());
        const auto note
            = QByteArray::fromStdString(store::localNote(reader.db(), sentKey + uid.toStdString())).split(' ');
        WorkToSend work;
        if (note.size() == 2)
            work.lastSent = QDateTime::fromMSecsSinceEpoch(note[1].toLongLong(), Qt::UTC);
        work.waiting = store::ownChangesAfter(reader, note.front().toLongLong());
        return work;
    });
}

Result<StillNeeded> Sharing::stillNeeded(Stage stage) const
{
    return m_project.store().read([&](store::Reader& reader) {
        StillNeeded needed;
        for (const auto& [key, n] : store::tallies(reader, int(Dim::Places))) {
            const auto place = Place(key[1]);
            if (reached(place, stage))
                needed.ofReports += n;
            if (waits(place, stage))
                needed.reports += n;
        }
        auto votes = tallied(reader, Dim::Voted, stage);
        auto withheld = tallied(reader, Dim::Withheld, stage);
        auto unasked = tallied(reader, Dim::Unasked, stage);
        for (const Reviewer& person : reader.catalog().reviewers) {
            const qint64 id = person.id.value;
            const qint64 lacks = needed.ofReports - withheld[id] - (votes[id] - unasked[id]);
            if (needed.reports == 0 || !screens(person) || lacks <= 0)
                continue;
            StillNeeded::Person lacking{person.id, votes[person.id.value], {}};
            const std::string uid = personUid(reader.catalog(), person.id).toStdString();
            if (const qint64 heard = noteNumber(reader.db(), heardKey + uid))
                lacking.heard = QDateTime::fromMSecsSinceEpoch(heard, Qt::UTC);
            needed.people.push_back(lacking);
        }
        return needed;
    });
}

Result<QString> Sharing::checkCode() const
{
    return m_project.store().read([](store::Reader& reader) {
        const store::ReadMoment moment(reader.db());
        return store::unsettledBatches(reader.db()).empty() ? store::checkCodeOf(store::checkSum(reader)) : QString();
    });
}

} // namespace winnow
