// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/PrismaCsv.h"
#include "support/Suite.h"

#include <QJsonValue>
#include <QRegularExpression>

namespace suite_prisma_csv {

using namespace winnow;
using namespace winnow::reporting;

namespace {

FlowCounts review()
{
    FlowCounts c;
    c.databases = {{QStringLiteral("PubMed"), 600}, {QStringLiteral("Embase"), 450}, {QStringLiteral("Scopus"), 200}};
    c.registers = {{QStringLiteral("ClinicalTrials.gov"), 40}};
    c.websites = 5;
    c.organisations = 2;
    c.citations = 8;
    c.duplicates = 310;
    c.removedOther = 10;
    c.screened = 970;
    c.titleExcluded = 900;
    c.main.sought = 70;
    c.main.notRetrieved = 4;
    c.main.assessed = 66;
    c.main.excluded = {{QStringLiteral("Wrong population"), 20},
                       {QStringLiteral("Wrong design"), 15},
                       {QStringLiteral("No outcome"), 9}};
    c.main.included = 22;
    c.other.sought = 12;
    c.other.notRetrieved = 1;
    c.other.assessed = 11;
    c.other.excluded = {{QStringLiteral("Wrong design"), 6}, {QStringLiteral("Cohort, again; same people"), 2}};
    c.other.included = 3;
    c.newStudies = 22;
    c.newReports = 25;
    return c;
}

/// The whole file for `review()`, byte by byte.
constexpr const char* expectedCsv = R"csv(data,node,box,description,boxtext,tooltips,url,n
NA,node4,prevstud,Grey title box; Previous studies,Previous studies,Grey title box; Previous studies,prevstud.html,0
previous_studies,node5,box1,Studies included in previous version of review,Studies included in previous version of review,Studies included in previous version of review,previous_studies.html,0
previous_reports,NA,box1,Reports of studies included in previous version of review,Reports of studies included in previous version of review,NA,previous_reports.html,0
NA,node6,newstud,Yellow title box; Identification of new studies via databases and registers,Identification of studies via databases and registers,Yellow title box; Identification of new studies via databases and registers,newstud.html,0
database_results,node7,box2,Records identified from: Databases,Databases,Records identified from: Databases and Registers,database_results.html,1250
database_specific_results,NA,box2,Records identified from: specific databases,Specific Databases,NA,database_results.html,"PubMed, 600; Embase, 450; Scopus, 200"
register_results,NA,box2,Records identified from: Registers,Registers,NA,NA,40
register_specific_results,NA,box2,Records identified from: specific registers,Specific Registers,NA,database_results.html,"ClinicalTrials.gov, 40"
NA,node16,othstud,Grey title box; Identification of new studies via other methods,Identification of studies via other methods,Grey title box; Identification of new studies via other methods,othstud.html,0
website_results,node17,box11,Records identified from: Websites,Websites,"Records identified from: Websites, Organisations and Citation Searching",website_results.html,5
organisation_results,,box11,Records identified from: Organisations,Organisations,NA,NA,2
citations_results,NA,box11,Records identified from: Citation searching,Citation searching,NA,NA,8
duplicates,node8,box3,Duplicate records,Duplicate records removed,Duplicate records,duplicates.html,310
excluded_automatic,NA,box3,Records marked as ineligible by automation tools,Records marked as ineligible by automation tools,NA,NA,0
excluded_other,NA,box3,Records removed for other reasons,Records removed for other reasons,NA,NA,10
records_screened,node9,box4,Records screened (databases and registers),Records screened,Records screened (databases and registers),records_screened.html,970
records_excluded,node10,box5,Records excluded (databases and registers),Records excluded,Records excluded (databases and registers),records_excluded.html,900
dbr_sought_reports,node11,box6,Reports sought for retrieval (databases and registers),Reports sought for retrieval,Reports sought for retrieval (databases and registers),dbr_sought_reports.html,70
dbr_notretrieved_reports,node12,box7,Reports not retrieved (databases and registers),Reports not retrieved,Reports not retrieved (databases and registers),dbr_notretrieved_reports.html,4
other_sought_reports,node18,box12,Reports sought for retrieval (other),Reports sought for retrieval,Reports sought for retrieval (other),other_sought_reports.html,12
other_notretrieved_reports,node19,box13,Reports not retrieved (other),Reports not retrieved,Reports not retrieved (other),other_notretrieved_reports.html,1
dbr_assessed,node13,box8,Reports assessed for eligibility (databases and registers),Reports assessed for eligibility,Reports assessed for eligibility (databases and registers),dbr_assessed.html,66
dbr_excluded,node14,box9,"Reports excluded (databases and registers): [separate reasons and numbers using ; e.g. Reason1, xxx; Reason2, xxx; Reason3, xxx]",Reports excluded,Reports excluded (databases and registers),dbrexcludedrecords.html,"Wrong population, 20; Wrong design, 15; No outcome, 9"
other_assessed,node20,box14,Reports assessed for eligibility (other),Reports assessed for eligibility,Reports assessed for eligibility (other),other_assessed.html,11
other_excluded,node21,box15,"Reports excluded (other): [separate reasons and numbers using ; e.g. Reason1, xxx; Reason2, xxx; Reason3, xxx]",Reports excluded,Reports excluded (other),other_excluded.html,"Wrong design, 6; Cohort/ again/ same people, 2"
new_studies,node15,box10,New studies included in review,Studies included in review,New studies included in review,new_studies.html,22
new_reports,NA,box10,Reports of new included studies,Reports of included studies,NA,NA,25
total_studies,node22,box16,Total studies included in review,Total studies included in review,Total studies included in review,total_studies.html,22
total_reports,NA,box16,Reports of total included studies,Reports of total included studies,NA,NA,25
identification,node1,identification,Blue identification box,Identification,Blue identification box,identification.html,0
screening,node2,screening,Blue screening box,Screening,Blue screening box,screening.html,0
included,node3,included,Blue included box,Included,Blue included box,included.html,0
total_studies_ma,node23,box17,Total studies included in meta-analysis,Total studies included in meta-analysis,Total studies included in meta-analysis,total_studies_meta_analysis.html,0
total_reports_ma,NA,box17,Reports of total included studies in meta-analysis,Reports of total included studies in meta-analysis,NA,NA,0
)csv";

/// A plain CSV reader: quotes, doubled quotes, commas.
std::vector<QStringList> readCsv(const QByteArray& bytes)
{
    std::vector<QStringList> table;
    QStringList row;
    QString cell;
    bool inQuotes = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inQuotes && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"') {
            inQuotes = !inQuotes;
        } else if (!inQuotes && (c == u',' || c == u'\n')) {
            row << cell;
            cell.clear();
            if (c == u'\n') {
                table.push_back(row);
                row.clear();
            }
        } else {
            cell += c;
        }
    }
    return table;
}

/// The package's reader by its rules: rows found by a pattern in the first column, lists cut at semicolons, names at
/// the first comma, numbers stripped of all but digits.
class RPackage {
public:
    explicit RPackage(const QByteArray& csv) : m_table(readCsv(csv)) { }

    QString cell(const QString& pattern) const
    {
        QStringList found;
        const QRegularExpression grep(pattern);
        for (std::size_t i = 1; i < m_table.size(); ++i)
            if (grep.match(m_table[i].value(0)).hasMatch())
                found << m_table[i].value(7);
        return found.size() == 1 ? found.first() : QStringLiteral("%1 rows for %2").arg(found.size()).arg(pattern);
    }

    qint64 number(const QString& pattern) const { return digits(cell(pattern)); }

    std::vector<NamedCount> list(const QString& pattern) const
    {
        const QString text = cell(pattern);
        if (!text.contains(QRegularExpression(QStringLiteral("[^0-9,]"))))
            return {{QString(), digits(text)}};
        std::vector<NamedCount> items;
        for (const QString& item : text.split(QRegularExpression(QStringLiteral("; ?"))))
            items.push_back({item.section(u',', 0, 0), digits(item.section(u',', 1))});
        return items;
    }

    std::vector<QStringList> table() const { return m_table; }

private:
    static qint64 digits(QString text)
    {
        return text.remove(QRegularExpression(QStringLiteral("[^0-9.]"))).toLongLong();
    }

    std::vector<QStringList> m_table;
};

} // namespace

class TestPrismaCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byteForByte()
    {
        const QList<QByteArray> got = prismaCsv(review()).split('\n');
        const QList<QByteArray> expected = QByteArray(expectedCsv).split('\n');
        for (qsizetype i = 0; i < std::min(got.size(), expected.size()); ++i)
            QCOMPARE(got[i], expected[i]);
        QCOMPARE(prismaCsv(review()), QByteArray(expectedCsv));
    }

    void thirtyFourRowsOfEightCells()
    {
        const auto table = RPackage(prismaCsv(FlowCounts{})).table();
        QCOMPARE(table.size(), std::size_t(35));
        for (const QStringList& row : table)
            QCOMPARE(row.size(), 8);
    }

    void packageReadsItBack()
    {
        const RPackage read(prismaCsv(review()));
        const std::pair<const char*, qint64> numbers[] = {
            {"previous_studies", 0},      {"previous_reports", 0},
            {"database_results", 1250},   {"register_results", 40},
            {"website_results", 5},       {"organisation_results", 2},
            {"citations_results", 8},     {"duplicates", 310},
            {"excluded_automatic", 0},    {"excluded_other", 10},
            {"records_screened", 970},    {"records_excluded", 900},
            {"dbr_sought_reports", 70},   {"dbr_notretrieved_reports", 4},
            {"other_sought_reports", 12}, {"other_notretrieved_reports", 1},
            {"dbr_assessed", 66},         {"other_assessed", 11},
            {"new_studies", 22},          {"new_reports", 25},
            {"total_studies$", 22},       {"total_reports$", 25},
            {"total_studies_ma", 0},      {"total_reports_ma", 0},
        };
        for (const auto& [key, n] : numbers)
            QCOMPARE(read.number(QString::fromUtf8(key)), n);
        QCOMPARE(read.list(QStringLiteral("database_specific_results")), review().databases);
        QCOMPARE(read.list(QStringLiteral("register_specific_results")), review().registers);
        QCOMPARE(read.list(QStringLiteral("dbr_excluded")), review().main.excluded);
        const std::vector<NamedCount> other{{QStringLiteral("Wrong design"), 6},
                                            {QStringLiteral("Cohort/ again/ same people"), 2}};
        QCOMPARE(read.list(QStringLiteral("other_excluded")), other);
    }

    void awkwardNamesSurvive()
    {
        FlowCounts counts = review();
        counts.main.excluded = {{QStringLiteral("\"Quoted\"\nand  broken"), 1},
                                {QStringLiteral("Age < 18, ≥ 65; both"), 2},
                                {QStringLiteral("2020"), 3}};
        const RPackage read(prismaCsv(counts));
        const std::vector<NamedCount> expected{{QStringLiteral("\"Quoted\" and broken"), 1},
                                               {QStringLiteral("Age < 18/ ≥ 65/ both"), 2},
                                               {QStringLiteral("2020"), 3}};
        QCOMPARE(read.list(QStringLiteral("dbr_excluded")), expected);
        QCOMPARE(read.table().size(), std::size_t(35));
    }

    void emptyListsAreAPlainZero()
    {
        const RPackage read(prismaCsv(FlowCounts{}));
        for (const char* key :
             {"database_specific_results", "register_specific_results", "dbr_excluded", "other_excluded"}) {
            QCOMPARE(read.cell(QString::fromUtf8(key)), QStringLiteral("0"));
            QCOMPARE(read.list(QString::fromUtf8(key)), (std::vector<NamedCount>{{QString(), 0}}));
        }
    }

    void otherMethodsAreNotLost()
    {
        FlowCounts counts = review();
        counts.otherMethods = 3;
        const QByteArray csv = prismaCsv(counts);
        QVERIFY(csv.contains("\ncitations_results,NA,box11,Records identified from: Citation searching,"
                             "Citation searching and other methods,NA,NA,11\n"));
        const QJsonObject boxes = prismaBoxes(counts);
        QCOMPARE(boxes[QStringLiteral("citations_results")].toInteger(), 8);
        QCOMPARE(boxes[QStringLiteral("other_results")].toInteger(), 3);
    }

    void boxesCarryThePackagesKeys()
    {
        const QJsonObject boxes = prismaBoxes(review());
        const auto table = RPackage(prismaCsv(review())).table();
        const QStringList bars{QStringLiteral("data"), QStringLiteral("NA"), QStringLiteral("identification"),
                               QStringLiteral("screening"), QStringLiteral("included")};
        int keys = 0;
        for (const QStringList& row : table) {
            if (bars.contains(row[0]))
                continue;
            QVERIFY2(boxes.contains(row[0]), qPrintable(row[0]));
            if (!boxes.contains(row[0] + QStringLiteral("_list")))
                QCOMPARE(boxes[row[0]].toVariant().toString(), row[7]);
            QVERIFY2(boxes[row[0]].isDouble(), qPrintable(row[0]));
            ++keys;
        }
        QCOMPARE(keys, 28);
        QCOMPARE(boxes.size(), 28 + 7 + 4);
        QCOMPARE(boxes[QStringLiteral("dbr_excluded")].toInteger(), 44);
        const QJsonObject reasons = boxes[QStringLiteral("dbr_excluded_list")].toObject();
        QCOMPARE(reasons[QStringLiteral("Wrong design")].toInteger(), 15);
    }

    void boxesSumWhatIsPending()
    {
        FlowCounts counts;
        counts.awaitingScreening = 41;
        counts.notReadStopped = 7;
        counts.main.awaitingRetrieval = 1;
        counts.other.awaitingRetrieval = 10;
        counts.main.awaitingAssessment = 2;
        counts.other.awaitingAssessment = 20;
        counts.main.awaitingClassification = 3;
        counts.other.awaitingClassification = 30;
        counts.main.ongoing = 4;
        counts.other.ongoing = 40;
        const QJsonObject boxes = prismaBoxes(counts);
        QCOMPARE(boxes[QStringLiteral("awaiting_screening")].toInteger(), 41);
        QCOMPARE(boxes[QStringLiteral("awaiting_retrieval")].toInteger(), 11);
        QCOMPARE(boxes[QStringLiteral("awaiting_assessment")].toInteger(), 22);
        QCOMPARE(boxes[QStringLiteral("awaiting_classification")].toInteger(), 33);
        QCOMPARE(boxes[QStringLiteral("ongoing")].toInteger(), 44);
        QCOMPARE(boxes[QStringLiteral("not_read_stopped")].toInteger(), 7);
        QCOMPARE(boxes[QStringLiteral("dbr_excluded")].toInteger(), 0);
    }

    void bigNumbersStayWhole()
    {
        FlowCounts counts;
        counts.databases = {{QStringLiteral("All"), 12345678901LL}};
        QCOMPARE(RPackage(prismaCsv(counts)).number(QStringLiteral("database_results")), 12345678901LL);
    }
};

WINNOW_TEST(TestPrismaCsv)

} // namespace suite_prisma_csv

#include "test_prisma_csv.moc"
