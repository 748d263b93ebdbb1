// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/FlowCountsFrom.h"

#include "domain/Review.h"
#include "store/Reports.h"
#include "store/Trail.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace winnow {
namespace {

using store::Catalog;
using store::Dim;

/// Adds to the entry of that name: two people may have made the same source or reason apart, each with an id of its
/// own.
void addNamed(std::vector<NamedCount>& list, const QString& name, qint64 n)
{
    const auto known = std::find_if(
        list.begin(), list.end(), [&](const NamedCount& c) { return c.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (known == list.end())
        list.push_back({name, n});
    else
        known->n += n;
}

/// Reports of one arm by place and reason.
class ArmTallies {
public:
    ArmTallies(store::Reader& reader, Arm arm)
    {
        for (const auto& [key, n] : store::tallies(reader, int(Dim::Places))) {
            if (key[0] == qint64(arm))
                m_counts[{Place(key[1]), key[2]}] += n;
        }
    }
    qint64 at(std::initializer_list<Place> places) const
    {
        qint64 n = 0;
        for (const auto& [key, count] : m_counts) {
            if (std::find(places.begin(), places.end(), key.first) != places.end())
                n += count;
        }
        return n;
    }
    qint64 all() const
    {
        qint64 n = 0;
        for (const auto& [_, count] : m_counts)
            n += count;
        return n;
    }
    /// Exclusions at full text in the team's order; those without a reason of the list last.
    std::vector<NamedCount> excluded(const Catalog& catalog) const
    {
        std::map<qint64, qint64> byReason;
        for (const auto& [key, count] : m_counts) {
            if (key.first == Place::FulltextExcluded)
                byReason[catalog.effective(ReasonId(key.second)).value] += count;
        }
        std::vector<NamedCount> list;
        for (const ReasonId reason : catalog.countedReasons(Stage::Fulltext)) {
            if (const auto found = byReason.find(reason.value); found != byReason.end()) {
                addNamed(list, catalog.reason(reason)->text, found->second);
                byReason.erase(found);
            }
        }
        qint64 rest = 0;
        for (const auto& [_, n] : byReason)
            rest += n;
        if (rest)
            list.push_back({QStringLiteral("Reason not in the list"), rest});
        return list;
    }

private:
    std::map<std::pair<Place, qint64>, qint64> m_counts;
};

FlowColumn column(const Catalog& catalog, const ArmTallies& places)
{
    using enum Place;
    FlowColumn c;
    c.awaitingRetrieval = places.at({Sought, Requested});
    c.notRetrieved = places.at({NotRetrieved});
    c.awaitingAssessment = places.at({AwaitingAssessment, FulltextConflict, ReasonsDiffer});
    c.awaitingClassification = places.at({AwaitingClassification});
    c.ongoing = places.at({Ongoing});
    c.included = places.at({Included});
    c.excluded = places.excluded(catalog);
    c.assessed = c.awaitingAssessment + c.awaitingClassification + c.ongoing + c.included + c.excludedTotal();
    c.sought = c.assessed + c.notRetrieved + c.awaitingRetrieval;
    return c;
}

/// What each source delivered, with what was removed elsewhere before its imports.
std::map<qint64, qint64> identifiedBySource(store::Reader& reader, Arm arm)
{
    std::map<qint64, qint64> counts;
    for (const auto& [key, n] : store::tallies(reader, int(Dim::Identified))) {
        if (key[0] == qint64(arm))
            counts[key[1]] += n;
    }
    return counts;
}

qint64 addRemovedBefore(const Catalog& catalog, std::map<qint64, qint64>& counts)
{
    qint64 total = 0;
    for (const store::RunInfo& info : catalog.runs) {
        const qint64 removed = info.run.details.removedBefore;
        if (!info.run.live || info.run.sources.empty() || removed <= 0)
            continue;
        const SourceId source = info.run.sources.front();
        if (armOf(catalog.kindOf(source)) != Arm::Databases)
            continue;
        counts[source.value] += removed;
        total += removed;
    }
    return total;
}

void addDatabases(store::Reader& reader, FlowCounts& flow)
{
    const Catalog& catalog = reader.catalog();
    auto counts = identifiedBySource(reader, Arm::Databases);
    qint64 records = 0;
    for (const auto& [_, n] : counts)
        records += n;
    const qint64 before = addRemovedBefore(catalog, counts);
    for (const Source& source : catalog.sources) {
        const auto found = counts.find(source.id.value);
        if (found == counts.end())
            continue;
        auto& list = source.kind == SourceKind::Register ? flow.registers : flow.databases;
        addNamed(list, source.name, found->second);
    }
    const ArmTallies places(reader, Arm::Databases);
    flow.duplicates = records - places.all() + before;
    flow.removedAutomation = places.at({Place::RemovedAutomation});
    flow.removedOther = places.at({Place::RemovedOther});
    flow.titleExcluded = places.at({Place::TitleExcluded});
    flow.awaitingScreening = places.at({Place::AwaitingScreening, Place::TitleConflict});
    flow.main = column(catalog, places);
    flow.screened = flow.main.sought + flow.titleExcluded + flow.awaitingScreening;
}

void addOtherMethods(store::Reader& reader, FlowCounts& flow)
{
    for (const auto& [source, n] : identifiedBySource(reader, Arm::OtherMethods)) {
        switch (reader.catalog().kindOf(SourceId(source))) {
        case SourceKind::Website: flow.websites += n; break;
        case SourceKind::Organisation: flow.organisations += n; break;
        case SourceKind::Citation: flow.citations += n; break;
        default: flow.otherMethods += n; break;
        }
    }
    flow.other = column(reader.catalog(), ArmTallies(reader, Arm::OtherMethods));
}

void addStudies(store::Reader& reader, FlowCounts& flow)
{
    for (const auto& [key, n] : store::tallies(reader, int(Dim::Studies))) {
        flow.newReports += n;
        // Reports that are not grouped are studies of their own (rules.md A7).
        flow.newStudies += key[0] == 0 ? n : n > 0;
    }
}

std::vector<Declared> declaredNumbers(store::Reader& reader)
{
    std::vector<Declared> all;
    for (const store::CellRow& row : store::cellsOf(reader, store::ChangeKind::Declared, 0)) {
        const auto* json = std::get_if<std::string>(&row.value);
        if (!json || row.slot < 0 || row.slot >= declarableBoxList().size())
            continue;
        const QJsonArray a = QJsonDocument::fromJson(QByteArray::fromStdString(*json)).array();
        const Reviewer* by = reader.catalog().reviewer(row.author);
        all.push_back({declarableBoxList()[row.slot], a.at(0).toInteger(), a.at(1).toString(),
                       by ? by->name : QString(), row.stamp >> 20});
    }
    return all;
}

void addDeclared(store::Reader& reader, FlowCounts& flow)
{
    flow.declared = declaredNumbers(reader);
    for (const Declared& d : flow.declared) {
        if (d.box == QLatin1String("previous_studies"))
            flow.previousStudies = d.number;
        else if (d.box == QLatin1String("previous_reports"))
            flow.previousReports = d.number;
        else if (d.box == QLatin1String("website_results"))
            flow.websites = std::max(flow.websites, d.number);
        else if (d.box == QLatin1String("organisation_results"))
            flow.organisations = std::max(flow.organisations, d.number);
        else if (d.box == QLatin1String("duplicates") && d.number > 0) {
            // Removed elsewhere before import: they were identified, and they were duplicates.
            flow.duplicates += d.number;
            flow.databases.push_back({QStringLiteral("Removed before import"), d.number});
        }
    }
}

} // namespace

const QStringList& declarableBoxList()
{
    static const QStringList boxes{QStringLiteral("previous_studies"), QStringLiteral("previous_reports"),
                                   QStringLiteral("website_results"), QStringLiteral("organisation_results"),
                                   QStringLiteral("duplicates")};
    return boxes;
}

FlowCounts flowCountsFrom(store::Reader& reader)
{
    FlowCounts flow;
    addDatabases(reader, flow);
    addOtherMethods(reader, flow);
    addStudies(reader, flow);
    addDeclared(reader, flow);
    return flow;
}

} // namespace winnow
