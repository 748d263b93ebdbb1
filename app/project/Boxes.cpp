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

/// Reports at some places, of one reason: those the viewer is shown there, or those withheld.
using ReportList = std::vector<qint64> (*)(store::Reader&, const Places&, ReasonId);

/// Reports that stand at one of `places` for a reason of that name; two people may have made the same one apart.
std::vector<qint64> excludedFor(store::Reader& reader, ReportList list, const Places& places, const QString& name)
{
    std::vector<qint64> reports;
    for (const ReasonId id : reader.catalog().countedReasons(Stage::Fulltext)) {
        if (reader.catalog().reason(id)->text.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const auto some = list(reader, places, id);
        reports.insert(reports.end(), some.begin(), some.end());
    }
    std::sort(reports.begin(), reports.end());
    return reports;
}

bool namesReason(const store::Catalog& catalog, const QString& name)
{
    const auto reasons = catalog.countedReasons(Stage::Fulltext);
    return std::any_of(reasons.begin(), reasons.end(),
                       [&](ReasonId id) { return catalog.reason(id)->text.compare(name, Qt::CaseInsensitive) == 0; });
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

/// The boxes from "screened" on.
Result<std::vector<qint64>> reportsInBox(store::Reader& reader, ReportList list, QString box, const QString& part)
{
    Arm arm = Arm::Databases;
    const QString key = box;
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
        reports = list(reader, places->second, {});
    else if (!namesReason(reader.catalog(), part))
        return fail(ErrorCode::UnknownReason, part);
    else
        reports = excludedFor(reader, list, places->second, part);
    if (!bothArms)
        keepArm(reader, arm, reports);
    return reports;
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
    const QString box = key.section(QLatin1Char('/'), 0, 0);
    const QString part = key.section(QLatin1Char('/'), 1);
    if (const auto kinds = kindsOf(box))
        return identified(reader, sourcesOf(reader.catalog(), *kinds, part), armOf(*kinds->begin()));
    if (box == QLatin1String("duplicates"))
        return duplicates(reader);
    return reportsInBox(reader, store::reportsAt, box, part);
}

Result<qint64> withheldFromBox(store::Reader& reader, const QString& key)
{
    const QString box = key.section(QLatin1Char('/'), 0, 0);
    if (kindsOf(box) || box == QLatin1String("duplicates"))
        return 0;
    const auto withheld = reportsInBox(reader, store::reportsWithheld, box, key.section(QLatin1Char('/'), 1));
    if (!withheld)
        return Failure(withheld.error());
    return qint64(withheld->size());
}

} // namespace winnow
