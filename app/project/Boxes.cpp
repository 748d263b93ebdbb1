// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Boxes.h"

#include "store/RecordRows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace winnow {
namespace {

using Places = std::set<Place>;

const Places removedPlaces{Place::RemovedAutomation, Place::RemovedOther};
const Places titlePending{Place::AwaitingScreening, Place::TitleConflict};
const Places retrievalPending{Place::Sought, Place::Requested};
const Places assessmentPending{Place::AwaitingAssessment, Place::FulltextConflict, Place::ReasonsDiffer};
const Places assessed{
    Place::AwaitingAssessment, Place::FulltextConflict,       Place::ReasonsDiffer, Place::FulltextExcluded,
    Place::Included,           Place::AwaitingClassification, Place::Ongoing};

Places with(Places places, const Places& more)
{
    places.insert(more.begin(), more.end());
    return places;
}

const std::map<QString, Places>& boxPlaces()
{
    static const Places sought = with(with(assessed, retrievalPending), {Place::NotRetrieved});
    static const std::map<QString, Places> places{
        {QStringLiteral("excluded_automatic"), {Place::RemovedAutomation}},
        {QStringLiteral("excluded_other"), {Place::RemovedOther}},
        {QStringLiteral("records_screened"), with(with(sought, titlePending), {Place::TitleExcluded})},
        {QStringLiteral("records_excluded"), {Place::TitleExcluded}},
        {QStringLiteral("awaiting_screening"), titlePending},
        {QStringLiteral("sought_reports"), sought},
        {QStringLiteral("notretrieved_reports"), {Place::NotRetrieved}},
        {QStringLiteral("awaiting_retrieval"), retrievalPending},
        {QStringLiteral("assessed"), assessed},
        {QStringLiteral("excluded"), {Place::FulltextExcluded}},
        {QStringLiteral("awaiting_assessment"), assessmentPending},
        {QStringLiteral("awaiting_classification"), {Place::AwaitingClassification}},
        {QStringLiteral("ongoing"), {Place::Ongoing}},
        {QStringLiteral("new_reports"), {Place::Included}},
        {QStringLiteral("new_studies"), {Place::Included}},
    };
    return places;
}

/// Records that count as identified in their source: once per report, source and accession number (rules.md A1),
/// and under databases and registers only where a report was found by both columns (A3).
std::vector<qint64> identified(store::Reader& reader, const std::vector<SourceId>& sources, Arm arm)
{
    std::vector<qint64> ids;
    std::set<std::tuple<qint64, qint64, qint64>> seen; // report, source, accession
    for (const SourceId source : sources) {
        for (const qint64 id : store::recordsOf(reader, source)) {
            const store::Membership in = store::membershipOf(reader, id);
            if (!in.alone) {
                if (arm == Arm::OtherMethods && store::armOfReport(reader, in.report) != arm)
                    continue;
                if (in.accession && !seen.insert({in.report, source.value, in.accession}).second)
                    continue;
            }
            ids.push_back(id);
        }
    }
    return ids;
}

std::vector<SourceId> sourcesOf(const store::Catalog& catalog, const std::set<SourceKind>& kinds, const QString& name)
{
    std::vector<SourceId> ids;
    for (const Source& source : catalog.sources) {
        if (kinds.contains(source.kind) && (name.isEmpty() || source.name.compare(name, Qt::CaseInsensitive) == 0))
            ids.push_back(source.id);
    }
    return ids;
}

std::optional<std::set<SourceKind>> kindsOf(const QString& box)
{
    static const std::map<QString, std::set<SourceKind>> kinds{
        {QStringLiteral("database_results"), {SourceKind::Database}},
        {QStringLiteral("register_results"), {SourceKind::Register}},
        {QStringLiteral("website_results"), {SourceKind::Website}},
        {QStringLiteral("organisation_results"), {SourceKind::Organisation}},
        {QStringLiteral("citations_results"), {SourceKind::Citation}},
        {QStringLiteral("other_results"), {SourceKind::Other}},
    };
    const auto found = kinds.find(box);
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

void keepArm(store::Reader& reader, Arm arm, std::vector<qint64>& reports)
{
    const auto& sources = reader.catalog().sources;
    const bool oneArm
        = std::all_of(sources.begin(), sources.end(), [&](const Source& s) { return armOf(s.kind) == Arm::Databases; });
    if (oneArm && arm == Arm::Databases)
        return;
    std::erase_if(reports, [&](qint64 report) { return store::armOfReport(reader, report) != arm; });
}

/// Reports that stand at one of `places` for a reason of that name; two people may have made the same one apart.
std::vector<qint64> excludedFor(store::Reader& reader, const Places& places, const QString& name)
{
    std::vector<qint64> reports;
    for (const Reason& reason : reader.catalog().reasons) {
        if (reason.stage != Stage::Fulltext || reason.text.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const auto some = store::reportsAt(reader, places, reason.id);
        reports.insert(reports.end(), some.begin(), some.end());
    }
    std::sort(reports.begin(), reports.end());
    return reports;
}

/// Duplicates: of each report of the databases column, every counted record but one.
std::vector<qint64> duplicates(store::Reader& reader)
{
    std::vector<qint64> ids;
    const auto counted = identified(
        reader, sourcesOf(reader.catalog(), {SourceKind::Database, SourceKind::Register}, {}), Arm::Databases);
    std::set<qint64> reports;
    for (const qint64 id : counted) {
        if (!reports.insert(store::reportOf(reader, id)).second)
            ids.push_back(id);
    }
    return ids;
}

} // namespace

std::vector<qint64> recordsIdentified(store::Reader& reader, const std::vector<SourceId>& sources)
{
    std::vector<qint64> ids;
    for (const SourceId source : sources) {
        const auto some = identified(reader, {source}, armOf(reader.catalog().kindOf(source)));
        ids.insert(ids.end(), some.begin(), some.end());
    }
    return ids;
}

Result<std::vector<qint64>> recordsInBox(store::Reader& reader, const QString& key)
{
    QString box = key.section(QLatin1Char('/'), 0, 0);
    const QString part = key.section(QLatin1Char('/'), 1);
    if (const auto kinds = kindsOf(box))
        return identified(reader, sourcesOf(reader.catalog(), *kinds, part), armOf(*kinds->begin()));
    if (box == QLatin1String("duplicates"))
        return duplicates(reader);
    Arm arm = Arm::Databases;
    const bool bothArms = box.startsWith(QLatin1String("new_"));
    if (box.startsWith(QLatin1String("other_"))) {
        arm = Arm::OtherMethods;
        box.remove(0, 6);
    } else if (box.startsWith(QLatin1String("dbr_"))) {
        box.remove(0, 4);
    }
    const auto places = boxPlaces().find(box);
    if (places == boxPlaces().end())
        return fail(ErrorCode::UnknownRecord, key);
    std::vector<qint64> reports;
    if (part.isEmpty())
        reports = store::reportsAt(reader, places->second);
    else if (!reader.catalog().reason(Stage::Fulltext, part))
        return fail(ErrorCode::UnknownReason, part);
    else
        reports = excludedFor(reader, places->second, part);
    if (!bothArms)
        keepArm(reader, arm, reports);
    return reports;
}

} // namespace winnow
