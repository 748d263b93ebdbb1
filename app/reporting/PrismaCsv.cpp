// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/PrismaCsv.h"

#include <QJsonValue>
#include <QStringList>

namespace winnow::reporting {
namespace {

/// The package's names and labels of one row; null is written NA.
struct Row {
    const char* data;
    const char* node;
    const char* box;
    const char* description;
    const char* text;
    const char* tooltip;
    const char* url;
};

// clang-format off
constexpr Row rows[] = {
    {nullptr, "node4", "prevstud", "Grey title box; Previous studies", "Previous studies",
     "Grey title box; Previous studies", "prevstud.html"},
    {"previous_studies", "node5", "box1", "Studies included in previous version of review",
     "Studies included in previous version of review", "Studies included in previous version of review",
     "previous_studies.html"},
    {"previous_reports", nullptr, "box1", "Reports of studies included in previous version of review",
     "Reports of studies included in previous version of review", nullptr, "previous_reports.html"},
    {nullptr, "node6", "newstud", "Yellow title box; Identification of new studies via databases and registers",
     "Identification of studies via databases and registers",
     "Yellow title box; Identification of new studies via databases and registers", "newstud.html"},
    {"database_results", "node7", "box2", "Records identified from: Databases", "Databases",
     "Records identified from: Databases and Registers", "database_results.html"},
    {"database_specific_results", nullptr, "box2", "Records identified from: specific databases", "Specific Databases",
     nullptr, "database_results.html"},
    {"register_results", nullptr, "box2", "Records identified from: Registers", "Registers", nullptr, nullptr},
    {"register_specific_results", nullptr, "box2", "Records identified from: specific registers", "Specific Registers",
     nullptr, "database_results.html"},
    {nullptr, "node16", "othstud", "Grey title box; Identification of new studies via other methods",
     "Identification of studies via other methods", "Grey title box; Identification of new studies via other methods",
     "othstud.html"},
    {"website_results", "node17", "box11", "Records identified from: Websites", "Websites",
     "Records identified from: Websites, Organisations and Citation Searching", "website_results.html"},
    {"organisation_results", "", "box11", "Records identified from: Organisations", "Organisations", nullptr, nullptr},
    {"citations_results", nullptr, "box11", "Records identified from: Citation searching", "Citation searching",
     nullptr, nullptr},
    {"duplicates", "node8", "box3", "Duplicate records", "Duplicate records removed", "Duplicate records",
     "duplicates.html"},
    {"excluded_automatic", nullptr, "box3", "Records marked as ineligible by automation tools",
     "Records marked as ineligible by automation tools", nullptr, nullptr},
    {"excluded_other", nullptr, "box3", "Records removed for other reasons", "Records removed for other reasons",
     nullptr, nullptr},
    {"records_screened", "node9", "box4", "Records screened (databases and registers)", "Records screened",
     "Records screened (databases and registers)", "records_screened.html"},
    {"records_excluded", "node10", "box5", "Records excluded (databases and registers)", "Records excluded",
     "Records excluded (databases and registers)", "records_excluded.html"},
    {"dbr_sought_reports", "node11", "box6", "Reports sought for retrieval (databases and registers)",
     "Reports sought for retrieval", "Reports sought for retrieval (databases and registers)",
     "dbr_sought_reports.html"},
    {"dbr_notretrieved_reports", "node12", "box7", "Reports not retrieved (databases and registers)",
     "Reports not retrieved", "Reports not retrieved (databases and registers)", "dbr_notretrieved_reports.html"},
    {"other_sought_reports", "node18", "box12", "Reports sought for retrieval (other)", "Reports sought for retrieval",
     "Reports sought for retrieval (other)", "other_sought_reports.html"},
    {"other_notretrieved_reports", "node19", "box13", "Reports not retrieved (other)", "Reports not retrieved",
     "Reports not retrieved (other)", "other_notretrieved_reports.html"},
    {"dbr_assessed", "node13", "box8", "Reports assessed for eligibility (databases and registers)",
     "Reports assessed for eligibility", "Reports assessed for eligibility (databases and registers)",
     "dbr_assessed.html"},
    {"dbr_excluded", "node14", "box9",
     "Reports excluded (databases and registers): [separate reasons and numbers using ; e.g. Reason1, xxx; "
     "Reason2, xxx; Reason3, xxx]",
     "Reports excluded", "Reports excluded (databases and registers)", "dbrexcludedrecords.html"},
    {"other_assessed", "node20", "box14", "Reports assessed for eligibility (other)",
     "Reports assessed for eligibility", "Reports assessed for eligibility (other)", "other_assessed.html"},
    {"other_excluded", "node21", "box15",
     "Reports excluded (other): [separate reasons and numbers using ; e.g. Reason1, xxx; Reason2, xxx; "
     "Reason3, xxx]",
     "Reports excluded", "Reports excluded (other)", "other_excluded.html"},
    {"new_studies", "node15", "box10", "New studies included in review", "Studies included in review",
     "New studies included in review", "new_studies.html"},
    {"new_reports", nullptr, "box10", "Reports of new included studies", "Reports of included studies", nullptr,
     nullptr},
    {"total_studies", "node22", "box16", "Total studies included in review", "Total studies included in review",
     "Total studies included in review", "total_studies.html"},
    {"total_reports", nullptr, "box16", "Reports of total included studies", "Reports of total included studies",
     nullptr, nullptr},
    {"identification", "node1", "identification", "Blue identification box", "Identification",
     "Blue identification box", "identification.html"},
    {"screening", "node2", "screening", "Blue screening box", "Screening", "Blue screening box", "screening.html"},
    {"included", "node3", "included", "Blue included box", "Included", "Blue included box", "included.html"},
    {"total_studies_ma", "node23", "box17", "Total studies included in meta-analysis",
     "Total studies included in meta-analysis", "Total studies included in meta-analysis",
     "total_studies_meta_analysis.html"},
    {"total_reports_ma", nullptr, "box17", "Reports of total included studies in meta-analysis",
     "Reports of total included studies in meta-analysis", nullptr, nullptr},
};
// clang-format on

QString listText(const std::vector<NamedCount>& counts)
{
    QStringList items;
    for (const NamedCount& count : counts) {
        QString name = count.name.simplified();
        name.replace(u',', u'/').replace(u';', u'/');
        items << name + QStringLiteral(", ") + QString::number(count.n);
    }
    return items.join(QStringLiteral("; "));
}

QJsonValue listValue(const std::vector<NamedCount>& counts)
{
    return counts.empty() ? QJsonValue(0) : QJsonValue(listText(counts));
}

QString quoted(QString cell)
{
    if (!cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n'))
        return cell;
    cell.replace(QStringLiteral("\""), QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

QString cellOf(const char* text)
{
    return text ? quoted(QString::fromUtf8(text)) : QStringLiteral("NA");
}

QString numberOf(const QJsonValue& value)
{
    return value.isString() ? quoted(value.toString()) : QString::number(value.toInteger());
}

/// The package's keys only.
QJsonObject packageNumbers(const FlowCounts& c)
{
    return {
        {QStringLiteral("previous_studies"), c.previousStudies},
        {QStringLiteral("previous_reports"), c.previousReports},
        {QStringLiteral("database_results"), c.identifiedDatabases()},
        {QStringLiteral("database_specific_results"), listValue(c.databases)},
        {QStringLiteral("register_results"), c.identifiedRegisters()},
        {QStringLiteral("register_specific_results"), listValue(c.registers)},
        {QStringLiteral("website_results"), c.websites},
        {QStringLiteral("organisation_results"), c.organisations},
        {QStringLiteral("citations_results"), c.citations},
        {QStringLiteral("duplicates"), c.duplicates},
        {QStringLiteral("excluded_automatic"), c.removedAutomation},
        {QStringLiteral("excluded_other"), c.removedOther},
        {QStringLiteral("records_screened"), c.screened},
        {QStringLiteral("records_excluded"), c.titleExcluded},
        {QStringLiteral("dbr_sought_reports"), c.main.sought},
        {QStringLiteral("dbr_notretrieved_reports"), c.main.notRetrieved},
        {QStringLiteral("dbr_assessed"), c.main.assessed},
        {QStringLiteral("dbr_excluded"), listValue(c.main.excluded)},
        {QStringLiteral("other_sought_reports"), c.other.sought},
        {QStringLiteral("other_notretrieved_reports"), c.other.notRetrieved},
        {QStringLiteral("other_assessed"), c.other.assessed},
        {QStringLiteral("other_excluded"), listValue(c.other.excluded)},
        {QStringLiteral("new_studies"), c.newStudies},
        {QStringLiteral("new_reports"), c.newReports},
        {QStringLiteral("total_studies"), c.previousStudies + c.newStudies},
        {QStringLiteral("total_reports"), c.previousReports + c.newReports},
        {QStringLiteral("total_studies_ma"), 0},
        {QStringLiteral("total_reports_ma"), 0},
    };
}

} // namespace

QByteArray prismaCsv(const FlowCounts& counts)
{
    QJsonObject numbers = packageNumbers(counts);
    numbers[QStringLiteral("citations_results")] = counts.citations + counts.otherMethods;
    QString csv = QStringLiteral("data,node,box,description,boxtext,tooltips,url,n\n");
    for (const Row& row : rows) {
        QString text = cellOf(row.text);
        if (counts.otherMethods != 0 && row.data && qstrcmp(row.data, "citations_results") == 0)
            text = QStringLiteral("Citation searching and other methods");
        const QStringList cells{cellOf(row.data),
                                cellOf(row.node),
                                cellOf(row.box),
                                cellOf(row.description),
                                text,
                                cellOf(row.tooltip),
                                cellOf(row.url),
                                numberOf(row.data ? numbers.value(QString::fromUtf8(row.data)) : QJsonValue(0))};
        csv += cells.join(u',') + u'\n';
    }
    return csv.toUtf8();
}

namespace {

/// A list of the figure as its total and, name by name, as an object beside it.
void addList(QJsonObject& boxes, const QString& key, const std::vector<NamedCount>& list)
{
    QJsonObject byName;
    qint64 total = 0;
    for (const NamedCount& count : list) {
        byName[count.name] = byName.value(count.name).toInteger() + count.n;
        total += count.n;
    }
    boxes[key] = total;
    boxes[key + QStringLiteral("_list")] = byName;
}

} // namespace

QJsonObject prismaBoxes(const FlowCounts& c)
{
    QJsonObject boxes = packageNumbers(c);
    addList(boxes, QStringLiteral("database_specific_results"), c.databases);
    addList(boxes, QStringLiteral("register_specific_results"), c.registers);
    addList(boxes, QStringLiteral("dbr_excluded"), c.main.excluded);
    addList(boxes, QStringLiteral("other_excluded"), c.other.excluded);
    boxes[QStringLiteral("other_results")] = c.otherMethods;
    boxes[QStringLiteral("awaiting_screening")] = c.awaitingScreening;
    boxes[QStringLiteral("awaiting_retrieval")] = c.main.awaitingRetrieval + c.other.awaitingRetrieval;
    boxes[QStringLiteral("awaiting_assessment")] = c.main.awaitingAssessment + c.other.awaitingAssessment;
    boxes[QStringLiteral("awaiting_classification")] = c.main.awaitingClassification + c.other.awaitingClassification;
    boxes[QStringLiteral("ongoing")] = c.main.ongoing + c.other.ongoing;
    boxes[QStringLiteral("not_read_stopped")] = c.notReadStopped;
    return boxes;
}

} // namespace winnow::reporting
