// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AppraisalStudies.h"

#include "project/Boxes.h"
#include "project/Records.h"
#include "project/ShortNames.h"
#include "project/Writing.h"
#include "store/AppraisalRows.h"
#include "store/Pairs.h"
#include "store/RecordRows.h"
#include "store/Store.h"

#include <QCollator>

#include <algorithm>

namespace winnow {
namespace {

/// A group of reports, or (with a minus) a report on its own.
using StudyKey = qint64;

StudyKey studyKeyOf(store::Reader& reader, qint64 record)
{
    const qint64 report = store::reportOf(reader, record);
    const qint64 study = store::studyOf(reader.db(), report);
    return study ? study : -report;
}

struct StudyInParts {
    qint64 report = 0;
    bool included = false;
    qint64 designSaidOf = 0; ///< the record that it was said of
    QString design;
    std::vector<AppraisalId> appraisals;
};

/// Reports that were grouped later may have been called differently: the first of them counts, in every copy the same.
void putDesign(store::Reader& reader, std::map<StudyKey, StudyInParts>& studies, qint64 record, const QString& design)
{
    const auto found = studies.find(studyKeyOf(reader, record));
    if (found == studies.end())
        return;
    StudyInParts& study = found->second;
    if (study.designSaidOf && reader.catalog().uidLess(study.designSaidOf, record))
        return;
    study.designSaidOf = record;
    study.design = design;
}

Result<std::map<StudyKey, StudyInParts>> studiesOf(store::Reader& reader, const std::vector<Appraisal>& appraisals)
{
    const auto included = recordsInBox(reader, QStringLiteral("new_reports"));
    if (!included)
        return Failure(included.error());
    std::map<StudyKey, StudyInParts> studies;
    const auto put = [&](qint64 record) -> StudyInParts& {
        StudyInParts& study = studies[studyKeyOf(reader, record)];
        const qint64 report = store::reportOf(reader, record);
        if (!study.report || reader.catalog().uidLess(report, study.report))
            study.report = report;
        return study;
    };
    for (const qint64 report : *included)
        put(report).included = true;
    for (const Appraisal& appraisal : appraisals)
        put(appraisal.record.value).appraisals.push_back(appraisal.id);
    for (const auto& [record, design] : store::studyDesigns(reader.db()))
        putDesign(reader, studies, record, QString::fromStdString(design));
    return studies;
}

QString groupName(const store::Catalog& catalog, StudyKey key)
{
    const auto found = std::find_if(catalog.studies.begin(), catalog.studies.end(),
                                    [key](const Study& study) { return study.id.value == key; });
    return found == catalog.studies.end() ? QString() : found->name;
}

void sortByName(std::vector<AppraisedStudy>& studies)
{
    QCollator names;
    names.setNumericMode(true);
    names.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(studies.begin(), studies.end(), [&names](const AppraisedStudy& a, const AppraisedStudy& b) {
        return names.compare(a.name, b.name) < 0;
    });
}

/// Records of the report's study of which a design was said, and the report itself.
std::vector<qint64> recordsWithDesign(store::WriteScope& scope, qint64 report)
{
    std::vector<qint64> records{report};
    const qint64 study = store::studyOf(scope.db(), report);
    for (const auto& [record, design] : store::studyDesigns(scope.db())) {
        const qint64 other = scope.reportOf(record);
        const bool its = other == report || (study && store::studyOf(scope.db(), other) == study);
        if (its && record != report)
            records.push_back(record);
    }
    return records;
}

} // namespace

Result<std::vector<AppraisedStudy>> studiesToAppraise(Project& project)
{
    const auto appraisals = Appraisals(project).all();
    const auto names = appraisals ? shortNames(project) : Failure(appraisals.error());
    if (!names)
        return Failure(names.error());
    std::vector<AppraisedStudy> studies;
    const auto parts = project.store().read([&](store::Reader& reader) -> Result<void> {
        const auto found = studiesOf(reader, *appraisals);
        if (!found)
            return Failure(found.error());
        for (const auto& [key, study] : *found) {
            AppraisedStudy one;
            one.record = RecordId(study.report);
            one.name = groupName(reader.catalog(), key);
            if (one.name.isEmpty())
                one.name = names->value(study.report);
            one.included = study.included;
            one.design = study.design;
            one.appraisals = study.appraisals;
            studies.push_back(std::move(one));
        }
        return {};
    });
    if (!parts)
        return Failure(parts.error());
    std::vector<RecordId> ids;
    for (const AppraisedStudy& study : studies)
        ids.push_back(study.record);
    const auto briefs = Records(project).briefs(ids);
    if (!briefs)
        return Failure(briefs.error());
    for (std::size_t i = 0; i < briefs->size() && i < studies.size(); ++i) {
        const RecordBrief& brief = (*briefs)[i];
        studies[i].title = QString::fromStdString(brief.title);
        studies[i].year = brief.year;
        if (studies[i].name.isEmpty())
            studies[i].name = QStringLiteral("#%1").arg(brief.number);
    }
    sortByName(studies);
    return studies;
}

Result<void> setDesigns(Project& project, const std::vector<std::pair<RecordId, QString>>& designs)
{
    return change(project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), project.me(), Right::Vote);
        if (!by)
            return Failure(by.error());
        std::vector<store::Edit> edits;
        for (const auto& [record, design] : designs) {
            const qint64 report = scope.reportOf(record.value);
            if (!report || !scope.catalog().isLive(report))
                return fail(ErrorCode::UnknownRecord);
            const QString word = design.simplified().toLower();
            // What was said of another report of the study would otherwise stand above it.
            for (const qint64 said : recordsWithDesign(scope, report))
                edits.push_back(
                    {store::ChangeKind::StudyDesign, said, 0, word.isEmpty() ? store::Value() : text(word)});
        }
        if (!edits.empty())
            scope.append(*by, std::move(edits));
        return {};
    });
}

} // namespace winnow
